"""The data as committed at another revision, in a folder of its own. The only module that asks git."""

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class UnknownRevision(Exception):
    """Git has no such commit, or the folder is no git repository; the message says which."""


@contextmanager
def folder_at(root: Path, revision: str) -> Iterator[Path]:
    """A folder with `data/` as committed at `revision`, gone afterwards; if that is empty, the project as it stands.

    Raises UnknownRevision.
    """
    if not revision:
        yield root
        return
    commit = (
        _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    )
    packed = _git(root, "archive", "--format=tar", commit, "--", "data")
    with TemporaryDirectory(prefix="atlas-") as name:
        with tarfile.open(fileobj=io.BytesIO(packed)) as files:
            files.extractall(name, filter="data")
        yield Path(name)


def _git(root: Path, *words: str) -> bytes:
    try:
        ran = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise UnknownRevision("git is not installed") from None
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip().splitlines()
        raise UnknownRevision(said[-1] if said else "there is no such commit")
    return ran.stdout
