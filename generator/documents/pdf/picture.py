"""Pages of a PDF as pictures, and where on them a passage is printed."""

import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.documents.pdf.sheets import Glyph, Sheet, opened, sheet_of

_SCALE = 1.5
"""Pixels for each point: an A4 page is as wide as half a screen, and letters are sharp."""
_SURE = 24
"""How many letters in a row are found again in one place only."""
_ASCENT, _DESCENT = 0.85, 0.3
"""How far a letter reaches above and below its line, in its size."""


@dataclass(frozen=True)
class Box:
    """Where a passage, or a part of it, is printed: in points from the upper left corner of a page."""

    page: int
    """From 1."""
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Picture:
    """A page as it lies before its reader."""

    png: bytes
    width: float
    """In points, as of the boxes."""
    height: float


def picture_of(pdf: bytes, page: int) -> Picture:
    """The picture of a page, from 1. Raises Unreadable if the PDF cannot be opened, IndexError without such a page."""
    with opened(pdf) as document:
        if not 0 < page <= len(document):
            raise IndexError(page)
        shown = document[page - 1]
        width, height = shown.get_size()
        held = io.BytesIO()
        shown.render(scale=_SCALE, rev_byteorder=True).to_pil().save(held, "PNG", compress_level=1)
        shown.close()
    return Picture(held.getvalue(), width, height)


def boxes_of(pdf: bytes, page: int, text: str) -> tuple[Box, ...]:
    """Where a passage that begins on a page, from 1, is printed: a box on each page that has a part of it.

    Empty if its letters are not found there in a row. Raises Unreadable if the PDF cannot be opened.
    """
    rest, boxes = _letters(text), list[Box]()
    with opened(pdf) as document:
        for number in range(page, min(page + 1, len(document)) + 1):
            sheet = sheet_of(document[number - 1])
            found = _found(sheet, rest)
            if found:
                boxes.append(_around(number, found[0]))
                rest = rest[found[1] :]
            if not found or not rest:
                break
    return tuple(boxes)


def _found(sheet: Sheet, letters: str) -> tuple[Sequence[Glyph], int] | None:
    """The glyphs of a page that print the beginning of some letters, and how many letters they print."""
    printed = list(_printed(sheet))
    row = "".join(letter for letter, _ in printed)
    start = row.find(letters[:_SURE])
    if start < 0 or not letters:
        return None
    length = next((i for i, pair in enumerate(zip(row[start:], letters, strict=False)) if pair[0] != pair[1]), None)
    end = start + (min(len(row) - start, len(letters)) if length is None else length)
    last = row.find(letters[-_SURE:], start, start + 2 * len(letters))
    if last >= 0:
        end, length = last + len(letters[-_SURE:]), len(letters)
    return [glyph for _, glyph in printed[start:end]], length or end - start


def _printed(sheet: Sheet) -> Iterator[tuple[str, Glyph]]:
    for glyph in sheet.glyphs:
        yield from ((letter, glyph) for letter in _letters(glyph.text))


def _letters(text: str) -> str:
    """Its letters and digits, alike however they are written."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).lower() if letter.isalnum())


def _around(page: int, glyphs: Sequence[Glyph]) -> Box:
    return Box(
        page,
        min(glyph.left for glyph in glyphs),
        min(glyph.base - _ASCENT * glyph.size for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.base + _DESCENT * glyph.size for glyph in glyphs),
    )
