"""What is printed on the pages of a PDF, piece by piece, and what most of it looks like."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.documents.conventions import LETTER
from generator.documents.pdf.sheets import Font, Stroke

CALL, END = "\ue000", "\ue001"
"""Around a raised number in the text of a piece: the mark of a footnote, or a power."""
SAME_SIZE = 0.3
"""Points between sizes that look the same."""
SMALL = 0.93
"""Of the size of the text: smaller text may be a note, or be in the margin."""
LONG = 0.3
"""The share of the width of its page from which a line is long."""
_HYPHEN = re.compile(r"(?<=\w)[-\u2010]$")
_STAYS = re.compile(r"(?:\b\w|[A-Z0-9]{2})[-\u2010]$")
_AND = re.compile(LETTER.printed_keep_hyphen)


@dataclass(frozen=True)
class Word:
    """What is printed without a space, and its place on the line."""

    text: str
    left: float
    right: float
    order: int = 0
    """Its place among those of the page as they were written in the file."""


@dataclass(frozen=True)
class Piece:
    """What is printed on one line without a wide gap."""

    words: tuple[Word, ...]
    base: float
    """How far down the page its line is."""
    size: float
    """Of most of its letters."""
    font: Font

    @cached_property
    def text(self) -> str:
        """Its words with a space between them."""
        return " ".join(word.text for word in self.words)

    @cached_property
    def order(self) -> int:
        """The place of its first word among those of the page as they were written in the file."""
        return min(word.order for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)


@dataclass(frozen=True)
class Rule:
    """A line across the page, or the upper or lower edge of an area."""

    left: float
    right: float
    height: float


@dataclass(frozen=True)
class Page:
    """What is printed on a page, from its top to its foot and from left to right."""

    number: int
    """From 0, whatever is printed on it."""
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...]
    areas: tuple[Stroke, ...] = ()
    """What is framed or shaded, from the upper left corner."""


@dataclass(frozen=True)
class Print:
    """How most of a document is printed."""

    size: float
    font: Font
    pitch: float
    """Points from line to line."""

    def has_size_of(self, piece: Piece) -> bool:
        """Whether a piece is as large as most of the text."""
        return abs(self.size - piece.size) < SAME_SIZE


def rows_of(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces on one line, from the top of the page to its bottom."""
    return tuple(tuple(row) for _, row in groupby(pieces, key=lambda piece: piece.base))


def print_of(pages: Sequence[Page]) -> Print:
    """How most of a document is printed."""
    letters: Counter[tuple[float, Font]] = Counter()
    for page in pages:
        for piece in page.pieces:
            letters[round(piece.size, 1), piece.font] += len(piece.text)
    size, font = max(letters, key=lambda kind: letters[kind])
    steps = Counter(round(2 * step) / 2 for page in pages for step in _steps(page, size) if 0.9 < step / size < 2.5)
    return Print(size, font, max(steps, key=lambda step: steps[step], default=1.3 * size))


def _steps(page: Page, size: float) -> Iterator[float]:
    """How far each line of a size is below one that starts above it and is long, as those in a text are."""
    above: dict[int, float] = {}
    for piece in page.pieces:
        if abs(piece.size - size) < SAME_SIZE:
            if round(piece.left) in above:
                yield piece.base - above.pop(round(piece.left))
            if piece.right - piece.left > LONG * page.width:
                above[round(piece.left)] = piece.base


def margins_of(pages: Sequence[Page], usual: Print) -> tuple[frozenset[Piece], ...]:
    """Small type beside the text of each page that is not the end of a row which starts in the text."""
    sides = {width: _sides([page for page in pages if round(page.width) == width], usual) for width in _widths(pages)}
    return tuple(_margin(page, usual, *sides[round(page.width)]) for page in pages)


def _widths(pages: Sequence[Page]) -> set[int]:
    return {round(page.width) for page in pages}


def _sides(pages: Sequence[Page], usual: Print) -> tuple[float, float]:
    """From where to where the text of pages goes; without text of the usual size all of the page."""
    text = [piece for page in pages for piece in page.pieces if usual.has_size_of(piece)]
    if not text:
        return 0, math.inf
    lefts, rights = sorted(piece.left for piece in text), sorted(piece.right for piece in text)
    return lefts[len(text) // 50], rights[-1 - len(text) // 50]


def _margin(page: Page, usual: Print, left: float, right: float) -> frozenset[Piece]:
    outside = {piece for piece in page.pieces if piece.right < left or right < piece.left}
    inside = {(piece.base, piece.size) for piece in page.pieces if piece not in outside}
    small = SMALL * usual.size
    return frozenset(piece for piece in outside if piece.size < small and (piece.base, piece.size) not in inside)


def rejoined(lines: Iterable[str]) -> str:
    """The lines of one text on one line: a word broken at a line end is whole again, and its hyphen gone."""
    parts: list[str] = []
    for line in lines:
        last = parts[-1] if parts else ""
        if not _HYPHEN.search(last):
            parts += [line.strip()] if line.strip() else []
        elif _AND.match(line):
            parts[-1:] = [f"{last[:-1]}-", line]
        elif line[:1].islower() and not _STAYS.search(last):
            parts[-1] = last[:-1] + line
        else:
            parts[-1] = f"{last[:-1]}-{line}"
    text = " ".join(parts)
    return unicodedata.normalize("NFC", text.replace("\u2010", "-"))
