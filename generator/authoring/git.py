"""The data of another revision, extracted into a temporary folder."""

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class UnknownRevision(Exception):
    """There is no such commit, the folder is not a git repository, or git is not installed; the message says which."""


@contextmanager
def folder_at(root: Path, revision: str) -> Iterator[Path]:
    """Yield a temporary folder with `data/` as committed at `revision`; `root` itself if `revision` is empty.

    Raises UnknownRevision if git cannot provide the revision.
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
        in_english = {**os.environ, "LC_ALL": "C"}
        ran = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False, env=in_english)
    except FileNotFoundError:
        raise UnknownRevision("git is not installed") from None
    if ran.returncode:
        lines = ran.stderr.decode(errors="replace").strip().splitlines()
        errors = [line for line in lines if line.startswith("fatal: ")] or lines  # git may add what it left undone
        raise UnknownRevision(errors[-1] if errors else "there is no such commit")
    return ran.stdout
