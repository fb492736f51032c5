"""How long a build takes and how much memory it needs: medians of five, never a test. `make bench`."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMES = 5
CHANGED = "data/themes/undermining/statements.yaml"


def laid_out(folder: Path) -> Path:
    """A copy of the project without what was built."""
    for name in ("content", "data", "generator", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def build(root: Path) -> float:
    """Seconds that `atlas build` takes as a process of its own."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "build"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - start


def from_nothing(root: Path, _: int) -> None:
    shutil.rmtree(root / "site", ignore_errors=True)
    shutil.rmtree(root / ".atlas", ignore_errors=True)


def without_change(root: Path, _: int) -> None:
    """Leaves everything as it is."""


def one_statement(root: Path, i: int) -> None:
    """Changes the oldest statement of the largest theme: every edition knows it."""
    text = (ROOT / CHANGED).read_text("utf-8")
    (root / CHANGED).write_text(text.replace('nl: "', f'nl: "{chr(97 + i)} ', 1), "utf-8")


def median(root: Path, prepare: Callable[[Path, int], None]) -> float:
    """The median time of a build after each preparation."""
    times = []
    for i in range(TIMES):
        prepare(root, i)
        times.append(build(root))
    return statistics.median(times)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = laid_out(Path(folder))
        build(root)
        cold = median(root, from_nothing)
        same = median(root, without_change)
        edit = median(root, one_statement)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{os.cpu_count()} cores, median of {TIMES}")
    for name, seconds in (("from nothing", cold), ("no change", same), ("one changed statement", edit)):
        print(f"{name:24} {seconds:6.2f} s   {seconds / cold:5.2f} of a build from nothing")
    print(f"{'peak memory of a process':24} {memory:6.0f} MB")


if __name__ == "__main__":
    main()
