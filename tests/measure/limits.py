"""How long a reader or an editor may be kept waiting: each limit, and what was measured. Part of `make bench`."""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.archive.archive import read_archive
from generator.archive.yaml_loader import read_yaml
from generator.authoring.schema_files import changed
from generator.diagnostics import InvalidData
from tests.support.cases import case_in
from tests.support.hostile import HOSTILE
from tests.support.language_server import LanguageServer
from tests.support.pdf_files import Shown, drawn_pdf
from tests.support.refusals import refusal
from tests.support.small import CASES, ROOT

Measured = tuple[str, float, float, str]
"""What was done, what it took, what it may take, and the unit of both."""
PAGES = 300


def seconds(clock: Callable[[], float], act: Callable[..., object], *of: object) -> float:
    """How long `act` of some values takes by a clock."""
    start = clock()
    act(*of)
    return clock() - start


def hostile_files() -> Iterator[Measured]:
    """Each file that was made to keep the reader busy is refused within a second of work."""
    for name, text in HOSTILE.items():
        yield f"refused: {name}", seconds(time.process_time, _read, text()), 1, "s"


def _read(text: str) -> None:
    with suppress(InvalidData):
        read_yaml(text, "a.yaml")


def slowest_refusal() -> Measured:
    """Of all cases of wrong data, the one that takes longest; a second of work at most."""
    taken = {}
    for file in sorted((CASES / "refused").glob("*.yaml")):
        case = case_in(file)
        with tempfile.TemporaryDirectory() as folder:
            taken[file.stem] = seconds(time.process_time, refusal, case, Path(folder))
    name = max(taken, key=lambda name: taken[name])
    return f"slowest of {len(taken)} refusals: {name}", taken[name], 1, "s"


def largest_files_in_an_editor() -> Measured:
    """The language server takes the twelve largest files of this archive, one after the other, while somebody waits."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "data", root / "data")
        for path, text in changed(read_archive(root), root).items():
            path.write_text(text, "utf-8")
        server = LanguageServer(root)
        files = sorted((root / "data").rglob("*.yaml"), key=lambda path: -path.stat().st_size)[:12]
        texts = {str(file.relative_to(root)): file.read_text("utf-8") for file in files}
        taken = seconds(time.perf_counter, lambda: [server.open(file, text) for file, text in texts.items()])
        server.stop()
    return "the twelve largest files in an editor", taken, 15, "s"


def long_document() -> Iterator[Measured]:
    """A PDF of so many pages is read in a process of its own, so that its memory is that of nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.pdf"
        file.write_bytes(drawn_pdf(*map(_page, range(1, PAGES + 1))))
        read = "import sys, pathlib, resource as r; from generator.documents import reading_of"
        read += "; reading_of(pathlib.Path(sys.argv[1]).read_bytes())"
        read += "; used = r.getrusage(r.RUSAGE_SELF); print(used.ru_utime, used.ru_maxrss)"
        run = subprocess.run([sys.executable, "-c", read, file], cwd=ROOT, capture_output=True, text=True, check=True)
    taken, peak = map(float, run.stdout.split())
    yield f"a PDF of {PAGES} pages is read", taken, 40, "s"
    yield f"peak memory of reading {PAGES} pages", peak / 1024, 350, "MB"


def _page(number: int) -> tuple[Shown, ...]:
    """A page as reports have them: a heading, eight paragraphs, a table and the number of the page."""
    sentence = "De sluis {} bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en"
    lines = [sentence.format(50 * number + i) if i % 5 < 4 else "ook voor die van 12 ton." for i in range(40)]
    return (
        Shown(f"Hoofdstuk {number}", 60, 60, 14, is_bold=True),
        *(Shown(line, 60, 90 + 14 * i + 6 * (i // 5)) for i, line in enumerate(lines)),
        *(Shown(f"cel {row}{cell}", 60 + 120 * cell, 720 + 14 * row) for row in range(5) for cell in range(4)),
        Shown(str(number), 300, 810, 8),
    )


def measured() -> Iterator[Measured]:
    """Every limit, in the order in which it is measured."""
    yield from hostile_files()
    yield slowest_refusal()
    yield largest_files_in_an_editor()
    yield from long_document()
