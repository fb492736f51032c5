"""The same letter gives the same passages, whether it is read from text, docx, PDF, XML or a web page."""

from collections.abc import Iterator
from datetime import date

import pytest

from generator.documents.passages import OPENING, ExtractedPassage, passages_of, slug_of
from generator.documents.reader import blocks_of
from tests.documents.test_wrapped_text import RAISED, printed
from tests.support.docx_files import docx_of
from tests.support.letters import LETTER, expected_blocks, numbered
from tests.support.papers import page_of, xml_of
from tests.support.printed import Look, Press

pytestmark = pytest.mark.slow
DAY = date(2026, 6, 11)


@pytest.fixture(scope="module")
def letters() -> Iterator[dict[str, bytes]]:
    """The long invented letter as a file of each kind."""
    press = Press()
    numbers = iter(range(1, 100))
    notes = {part: [f"{next(numbers)}".translate(RAISED) + f" {note}" for note in part.notes] for part in numbered()}
    text = "\n\n".join("\n\n".join([printed(part, 80), *notes[part]]) for part in numbered())
    yield {
        "text": text.encode(),
        "docx": docx_of(LETTER),
        "pdf": press.letter(Look()),
        "small pdf": press.letter(Look("A5", 10)),
        "xml": xml_of(LETTER),
        "page": page_of(LETTER),
    }
    press.close()


def told(passages: tuple[ExtractedPassage, ...]) -> set[tuple[str, str]]:
    """(id, hash) of each passage below the first heading: above it every kind of file has a letterhead of its own."""
    opening = slug_of(OPENING)
    return {(p.id, p.hash) for p in passages if not p.id.startswith(f"{opening}-")}


@pytest.mark.parametrize("kind", ["text", "docx", "pdf", "small pdf", "xml", "page"])
def test_at_least_98_of_a_hundred_passages_have_the_same_id_and_hash(letters: dict[str, bytes], kind: str) -> None:
    meant = told(passages_of(expected_blocks(), DAY))
    read = told(passages_of(blocks_of(letters[kind]), DAY))

    assert len(meant) > 50
    assert len(meant & read) >= 0.98 * len(meant)
    assert len(read - meant) <= 0.02 * len(meant)
