"""Does the same data make the same site, byte for byte, whoever builds it, where and when? `make repro` says."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.measure.compare_sites import ROOT, differences

LATER = ROOT / "tests" / "support" / "later"
"""A folder that sets the clock of Python ahead."""
NOT_COPIED = frozenset({".git", ".atlas", ".venv", "site", "report", "parts", "tests"})
"""What lies in a project and is no part of what it is built from."""


@dataclass(frozen=True)
class Surroundings:
    """What should make no difference to a site."""

    path: str
    jobs: int
    umask: int
    environment: Mapping[str, str]
    clock: tuple[Path, ...] = ()
    """Folders put on the path of Python, which set its clock."""


HERE = Surroundings(
    path="a",
    jobs=1,
    umask=0o022,
    environment={"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "USER": "ann", "HOME": "/nonexistent/ann"},
)
ELSEWHERE = Surroundings(
    path="another folder/höher",
    jobs=3,
    umask=0o077,
    environment={"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "USER": "Bob",
                 "HOME": "/nonexistent/bob"},
    clock=(LATER,),
)  # fmt: skip


def build_in(project: Path, folder: Path, surroundings: Surroundings) -> Path:
    """The site of a copy of the project, built from nothing. Raises CalledProcessError if that fails."""
    root = folder / surroundings.path
    shutil.copytree(
        project, root, ignore=lambda at, names: NOT_COPIED.intersection(names) if Path(at) == project else ()
    )
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LD_LIBRARY_PATH", "TMPDIR")}
    path = os.pathsep.join(map(str, (*surroundings.clock, root)))
    words = ("--root", str(root), "build", "--to", str(root / "site"), "--jobs", str(surroundings.jobs))
    command = [sys.executable, "-m", "generator.cli", *words]
    environment = {**kept, **surroundings.environment, "PYTHONPATH": path}
    subprocess.run(command, cwd=root, check=True, env=environment, umask=surroundings.umask, stdout=subprocess.PIPE)
    return root / "site"


def what_differs(project: Path) -> list[str]:
    """The files of two sites of a project that differ, built from nothing in different surroundings."""
    with tempfile.TemporaryDirectory() as folder:
        return list(differences(*(build_in(project, Path(folder), around) for around in (HERE, ELSEWHERE))))


def main() -> int:
    """Prints what differs, and returns 1 if anything does."""
    found = what_differs(ROOT)
    around = "path, user, time zone, locale, hash seed, umask, number of workers and clock"
    print("\n".join([*found[:50], f"{len(found)} files differ between two builds with another {around}."]))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
