"""How what is built grows with the number of letters, and what a new one costs: `make bench-scale`."""

import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.support.large import lay_out_large

ROOT = Path(__file__).parents[2]
LETTERS = (5, 10, 20, 40)
RECORDS = 240
"""Of an archive, however many letters they come from: pages then grow with letters alone."""
NEW = 60
"""Records of a letter where it is added."""


@dataclass(frozen=True)
class Built:
    """What a build took, and what it made."""

    cpu_s: float
    """Seconds of processor, of all processes together."""
    clock_s: float
    peak_mb: float
    """Memory of the largest process."""
    pages: int
    size_mb: float
    """Of the site."""


def run(root: Path, *words: str) -> tuple[float, float, float]:
    """CPU seconds, seconds by the clock and memory in MB of `atlas WORDS` on the project at `root`."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), *words]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"atlas {' '.join(words)} failed")
    return used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024


def build(root: Path) -> Built:
    """Builds the site of the project."""
    taken = run(root, "build")
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    pages = sum(path.name == "index.html" for path in files)
    return Built(*taken, pages, sum(path.stat().st_size for path in files) / 1e6)


def large(folder: Path, letters: int, records: int) -> Path:
    """A project of so many letters and records, in the form that its files have to be in."""
    root = lay_out_large(folder, letters, records)
    run(root, "fmt")
    return root


def exponent(few: float, many: float) -> float:
    """How a quantity grows while letters grow from ten to forty: 1 is in proportion, 2 with the square."""
    return math.log(many / few) / math.log(4)


def print_growth(folder: Path, letters: tuple[int, ...]) -> None:
    """Prints a line for each number of letters, and how time, memory and size grow."""
    print(f"{RECORDS} records in all; built from nothing")
    print("letters   CPU s  clock s  peak MB   pages  site MB")
    found = {}
    for count in letters:
        made = found[count] = build(large(made_folder(folder / f"{count}-letters"), count, RECORDS))
        print(f"{count:7} {made.cpu_s:7.1f} {made.clock_s:8.1f} {made.peak_mb:8.0f} {made.pages:7} {made.size_mb:8.0f}")
    few, many = found[10], found[40]
    for name in ("cpu_s", "peak_mb", "pages", "size_mb"):
        print(f"exponent of {name}, 10 to 40 letters: {exponent(getattr(few, name), getattr(many, name)):.2f}")


def print_new_letter(folder: Path) -> None:
    """Prints what one more letter costs that is added to five, and which volumes are other files afterwards."""
    root = large(made_folder(folder / "five"), 5, 5 * NEW)
    first = build(root)
    before = {path.name: inodes(path) for path in sorted((root / "site/nl/editions").iterdir())}
    more = large(made_folder(folder / "six"), 6, 6 * NEW)
    shutil.rmtree(root / "data")
    (more / "data").rename(root / "data")
    second = build(root)
    other = [name for name, files in before.items() if inodes(root / "site/nl/editions" / name) != files]
    print(f"five letters of {NEW} records from nothing: {first.cpu_s:.1f} CPU s; one more: {second.cpu_s:.1f} CPU s")
    print(f"earlier editions of which a file is another one: {len(other)}")


def inodes(folder: Path) -> set[tuple[str, int]]:
    """The files of a folder: which paths are still the same file."""
    return {(str(path.relative_to(folder)), path.stat().st_ino) for path in folder.rglob("*") if path.is_file()}


def print_parts(folder: Path, letters: int = 20) -> None:
    """Prints how long a build takes by the clock where machines share the editions, each with one process."""
    root = large(made_folder(folder / "parts"), letters, RECORDS)
    editions = sorted(path.stem.removeprefix("brief-") for path in (root / "data/sources").iterdir())
    print(f"{letters} letters in parts: seconds by the clock of the slowest part, and of putting them together")
    for machines in (1, 2, 4, 10):
        shutil.rmtree(root / ".atlas", ignore_errors=True)
        shutil.rmtree(root / "site", ignore_errors=True)
        shares = [editions[n::machines] for n in range(machines)]
        clocks, parts = [], []
        for n, share in enumerate(shares):
            part = folder / f"part-{machines}-{n}"
            wanted = [word for edition in share for word in ("--edition", edition)]
            clocks.append(run(root, "build", "--jobs", "1", *wanted, "--to", str(part))[1])
            parts += ["--from", str(part)]
        print(f"{machines:3} machines: {max(clocks):6.1f} {run(root, 'build', *parts)[1]:6.1f}")


def made_folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main() -> int:
    """Measures archives of as many letters as are given, or of 5, 10, 20 and 40."""
    letters = tuple(map(int, sys.argv[1:])) or LETTERS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print_growth(folder, tuple(sorted({10, 40, *letters})))
        print_new_letter(folder)
        print_parts(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
