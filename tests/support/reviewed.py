"""A letter that has just been read into the small archive, and a review of it."""

from pathlib import Path

from generator.archive.archive import read_archive
from generator.authoring.format import canonical, hand_written
from generator.authoring.review.desk import Desk, opened_desk
from generator.authoring.review.paper import paper_at_hand
from tests.support.command_line import ran
from tests.support.pdf_files import Shown, drawn_pdf
from tests.support.small import lay_out_data

SOURCE, DAY = "brief-2026-06-03", "2026-06-03"
TOLD = (
    "--title-nl", "Voortgangsbrief zomer 2026", "--title-en", "Progress letter, summer 2026",
    "--sender-nl", "de directeur-generaal", "--sender-en", "Director-General",
)  # fmt: skip
LETTER = """\
Geachte voorzitter,

# Sluizen

Voor de sluis bij Zuiderkade is de aannemer gekozen. Het heien begint na de bouwvak van dit jaar.

Een schip wachtte in 2025 gemiddeld 3,1 uur op een schutting bij de sluizen. De wachttijd daalt daarmee.

# Tot slot

Bij het volgende debat licht ik dit alles graag toe.
"""
STATEMENT = {
    "when": "2026", "kind": "progress", "cites": f"{SOURCE}#sluizen-1",
    "text-nl": "De aannemer voor Zuiderkade staat vast.", "text-en": "The contractor for Zuiderkade is known.",
}  # fmt: skip


def lines_of(heading: str, *lines: str) -> tuple[Shown, ...]:
    return (Shown(heading, 70, 100, 12, is_bold=True), *(Shown(line, 70, 125 + 13 * n) for n, line in enumerate(lines)))


def printed() -> bytes:
    """The letter on two pages; the wait for ships is on the second."""
    first = ("Voor de sluis bij Zuiderkade is de aannemer gekozen. Het heien", "begint na de bouwvak van dit jaar.")
    second = ("Een schip wachtte in 2025 gemiddeld 3,1 uur op een schutting bij de", "sluizen. De wachttijd daalt.")
    opening = (Shown("Geachte voorzitter,", 70, 70),)
    return drawn_pdf((*opening, *lines_of("Sluizen", *first)), lines_of("Wachttijd bij de sluizen", *second))


def with_letter(folder: Path, content: bytes = LETTER.encode(), name: str = "letter.md") -> Path:
    """A project of the small archive in form, with the letter read into it; the file is where `atlas watch` puts it."""
    root = lay_out_data(folder)
    for file in hand_written(root):
        (root / file).write_text(canonical((root / file).read_bytes(), file), "utf-8")
    letter = root / ".atlas/letters" / name
    letter.parent.mkdir(parents=True)
    letter.write_bytes(content)
    run = ran(root, "ingest", str(letter), "--id", SOURCE, "--published", DAY, *TOLD)
    assert run.exit_code == 0, run.stderr
    return root


def write(texts: dict[Path, str | bytes]) -> None:
    """Writes texts to files."""
    for path, text in texts.items():
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def desk_at(root: Path) -> Desk:
    """A review of the letter, from the beginning."""
    archive = read_archive(root)
    paper = paper_at_hand(archive, SOURCE, None, [root / ".atlas/letters"])
    return opened_desk(root, archive, SOURCE, paper, write)
