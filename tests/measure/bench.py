"""How long builds take, in CPU seconds and by the clock, their memory, and whether limits are kept: `make bench`."""

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.fingerprint import KEPT_CHECKS
from generator.publish.build import KEPT_SITE
from tests.measure.limits import measured

ROOT = Path(__file__).parents[2]
TIMES = 5
CHANGED = "data/themes/undermining/statements.yaml"


@dataclass(frozen=True)
class Spent:
    """What a command took."""

    cpu_s: float
    """Seconds of processor, of the command and all processes that it started."""
    clock_s: float


def laid_out(folder: Path) -> Path:
    """A copy of the project without what was built."""
    for name in ("content", "data", "generator", "requirements", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def spent(root: Path, command: str) -> Spent:
    """What `atlas COMMAND` takes as a process of its own."""
    before, start = _children(), time.perf_counter()
    words = [sys.executable, "-m", "generator.cli", "--root", str(root), command]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    return Spent(_children() - before, time.perf_counter() - start)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def from_nothing(root: Path, _: int) -> None:
    shutil.rmtree(root / "site", ignore_errors=True)
    shutil.rmtree(root / ".atlas", ignore_errors=True)


def with_drawings(root: Path, _: int) -> None:
    """Removes the site in both places, and keeps the finished drawings."""
    for name in ("site", KEPT_SITE):
        shutil.rmtree(root / name, ignore_errors=True)


def site_removed(root: Path, _: int) -> None:
    """Removes the site, and keeps all that is kept of it."""
    shutil.rmtree(root / "site", ignore_errors=True)


def as_it_is(root: Path, _: int) -> None:
    """Leaves everything as it is."""


def unchecked(root: Path, _: int) -> None:
    """Removes all that checks found before."""
    shutil.rmtree(root / KEPT_CHECKS, ignore_errors=True)


def one_statement(root: Path, i: int) -> None:
    """Changes the oldest statement of the largest theme: every edition knows it."""
    text = (ROOT / CHANGED).read_text("utf-8")
    (root / CHANGED).write_text(text.replace('nl: "', f'nl: "{chr(97 + i)} ', 1), "utf-8")


def median(root: Path, command: str, prepare: Callable[[Path, int], None]) -> Spent:
    """The medians over `TIMES` runs, each after the preparation."""
    runs = []
    for i in range(TIMES):
        prepare(root, i)
        runs.append(spent(root, command))
    return Spent(statistics.median(run.cpu_s for run in runs), statistics.median(run.clock_s for run in runs))


def print_builds() -> None:
    """Prints a line for each case; shares are of the CPU seconds of a build from nothing, in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        root = laid_out(Path(folder))
        spent(root, "build")
        cases = {
            "check, nothing kept": median(root, "check", unchecked),
            "check, one changed statement": median(root, "check", one_statement),
            "check, no change": median(root, "check", as_it_is),
            "build from nothing": median(root, "build", from_nothing),
            "build, drawings kept": median(root, "build", with_drawings),
            "build, site removed": median(root, "build", site_removed),
            "build, no change": median(root, "build", as_it_is),
            "build, one changed statement": median(root, "build", one_statement),
        }
    cold = cases["build from nothing"].cpu_s
    print(f"{os.cpu_count()} cores, medians of {TIMES}: CPU seconds of all processes, seconds by the clock, share")
    for name, run in cases.items():
        print(f"{name:30} {run.cpu_s:7.2f} {run.clock_s:7.2f} {run.cpu_s / cold:6.2f}")
    print(f"{'peak memory of a process':30} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:7.0f} MB")


def print_limits() -> bool:
    """Prints every limit with what was measured; whether all are kept."""
    found = list(measured())
    for name, taken, limit, unit in found:
        print(f"{name:60} {taken:6.2f} {unit} of {limit} {unit}{'' if taken <= limit else ': too much'}")
    return all(taken <= limit for _, taken, limit, _ in found)


def main() -> int:
    """Measures; 1 if a limit is exceeded."""
    kept = print_limits()
    print_builds()
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
