"""The pieces of a page → its lines in reading order: column after column, rows of tables as one, margins apart."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, pairwise

from generator.pdf_glyphs import Font
from generator.pdf_lines import SAME_SIZE, Page, Piece, main_type, sides_of
from generator.pdf_tables import is_in_line, table_at, table_rows

_Row = tuple[Piece, ...]
LABEL = re.compile(r"[•\uf0b7\uf0a7\uf0a8\uf02d▪●■□◦○‣–—o·*-]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\((?:\d{1,2}|[a-z])\)")
_SECTION = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])\.?")
SMALL = 0.93
"""Of the size of the text: what is smaller and beside the text is in the margin."""
MIN_ROWS = 8
"""Lines that each of two columns of text has at least."""
MIN_WORDS = 3.5
"""Words that the lines of a column of text have on average at least."""
MAX_RULES = 2
"""Lines drawn across two columns of text at most: in a table there are more."""
MAX_COLUMNS = 3
LABEL_EM = 5
"""How far the number of a heading or item is from its text at most, in its size."""


@dataclass(frozen=True)
class Line:
    """A printed line of text, or a row of a table."""

    text: str
    left: float
    right: float
    base: float
    size: float
    font: Font
    page: int
    start: float
    """Where the column begins in which it stands."""
    end: float
    """Where that column ends: the farthest that any of its lines goes."""
    is_row: bool = False
    is_beside: bool = False
    """Whether it stands in the margin."""


@dataclass(frozen=True)
class _Column:
    """What is read from top to foot before the next column."""

    page: Page
    pieces: tuple[Piece, ...]
    of: int
    """How many columns stand beside each other; 0 for a margin."""


def lines_of(pages: tuple[Page, ...]) -> tuple[Line, ...]:
    """The lines of a document in reading order."""
    size, _ = main_type(pages)
    sides = sides_of(pages, size)
    columns = [column for page in pages for column in _columns(page, size, sides)]
    widths: defaultdict[int, float] = defaultdict(float)
    for column in columns:
        widths[column.of] = max(widths[column.of], _width(column, size))
    ends = [((), ()), *((rows[0], rows[-1]) for rows in (_rows(column, size) for column in columns)), ((), ())]
    return tuple(
        line
        for i, column in enumerate(columns)
        for line in _column_lines(column, size, widths[column.of], (ends[i][1], ends[i + 2][0]))
    )


def _width(column: _Column, size: float) -> float:
    """How wide the text of a column is, apart from its widest pieces."""
    rights = sorted(piece.right for piece in column.pieces if abs(piece.size - size) < SAME_SIZE)
    return rights[-1 - len(rights) // 20] - _start(column, size) if rights else 0


def _start(column: _Column, size: float) -> float:
    lefts = [piece.left for piece in column.pieces if abs(piece.size - size) < SAME_SIZE]
    return min(lefts or [piece.left for piece in column.pieces])


def _columns(page: Page, size: float, sides: tuple[float, float]) -> Iterator[_Column]:
    margin = _margin(page, size, sides)
    if margin:
        yield _Column(page, tuple(piece for piece in page.pieces if piece in margin), 0)
    yield from _split(page, tuple(piece for piece in page.pieces if piece not in margin), size, 1)


def _margin(page: Page, size: float, sides: tuple[float, float]) -> set[Piece]:
    """What stands beside the text in small type, and is not the end of a row that starts in the text."""
    left, right = sides
    outside = {piece for piece in page.pieces if piece.right < left or right < piece.left}
    inside = {(piece.base, piece.size) for piece in page.pieces if piece not in outside}
    return {piece for piece in outside if piece.size < SMALL * size and (piece.base, piece.size) not in inside}


def _split(page: Page, pieces: tuple[Piece, ...], size: float, of: int) -> Iterator[_Column]:
    """The pieces in columns; what goes right across the page comes between."""
    gutter = _gutter(page, pieces, size) if of < MAX_COLUMNS else None
    if gutter is None:
        if pieces:
            yield _Column(page, pieces, of)
        return
    across = [piece for piece in pieces if piece.left < gutter < piece.right]
    heights = [-math.inf, *sorted({piece.base for piece in across}), math.inf]
    for top, bottom in pairwise(heights):
        band = [piece for piece in pieces if piece not in across and top <= piece.base < bottom]
        crossing = tuple(piece for piece in across if piece.base == top)
        if crossing:
            yield _Column(page, crossing, of)
        yield from _split(page, tuple(piece for piece in band if piece.right <= gutter), size, of + 1)
        yield from _split(page, tuple(piece for piece in band if piece.left >= gutter), size, of + 1)


def _gutter(page: Page, pieces: Sequence[Piece], size: float) -> float | None:
    """Where the white between two columns of running text is; nothing if there are none."""
    if not pieces:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    places = {piece.right + 0.3 * size for piece in pieces}
    inner = [place for place in places if 0.2 < (place - left) / (right - left) < 0.8]
    found = [place for place in inner if _parts_text(page, pieces, place, size)]
    return min(found, key=lambda place: (sum(p.left < place < p.right for p in pieces), place), default=None)


def _parts_text(page: Page, pieces: Sequence[Piece], place: float, size: float) -> bool:
    """Whether on both sides of a place there is running text, with hardly anything across and no table."""
    sides = [p for p in pieces if p.right <= place], [p for p in pieces if p.left >= place]
    if min(map(len, sides)) < MIN_ROWS or min(p.left for p in sides[1]) - place < 0.5 * size:
        return False
    across = len(pieces) - len(sides[0]) - len(sides[1])
    ruled = {round(rule.height) for rule in page.rules if rule.left < place < rule.right}
    return all(map(_is_running_text, sides)) and 3 * across <= min(map(len, sides)) and len(ruled) <= MAX_RULES


def _is_running_text(pieces: Sequence[Piece]) -> bool:
    """Whether pieces start below each other, mostly fill their width, and hold more than a few words each."""
    edge, count = Counter(round(piece.left) for piece in pieces).most_common(1)[0]
    width = max(piece.right for piece in pieces) - edge
    wide = sum(piece.right - piece.left > 0.6 * width for piece in pieces)
    words = sum(len(piece.text.split()) for piece in pieces)
    return count > len(pieces) / 2 and wide > len(pieces) / 2 and words > MIN_WORDS * len(pieces)


def _column_lines(column: _Column, size: float, width: float, around: tuple[_Row, _Row]) -> Iterator[Line]:
    """The lines of a column, rows of tables among them. `around` are the row just before it and that just after."""
    rows = _rows(column, size)
    start = _start(column, size)
    place = partial(_line, page=column.page.number, start=start, end=start + width, is_beside=column.of == 0)
    i = 0
    while i < len(rows):
        end = table_at(rows, i, around[0] if i == 0 else ())
        if end == i and any(is_in_line(rows[i], other) for other in _next_to(i, len(rows), around)):
            end = i + 1
        for pieces, text in table_rows(rows[i:end], column.page.rules) if end > i else ():
            yield place(pieces, text=text, is_row=True)
        if end == i:
            yield place(rows[i], text=" ".join(piece.text for piece in rows[i]), is_row=False)
        i = max(end, i + 1)


def _next_to(i: int, count: int, around: tuple[_Row, _Row]) -> Iterator[_Row]:
    """The rows of other columns that are next to the row at `i`."""
    if i == 0:
        yield around[0]
    if i == count - 1:
        yield around[1]


def _rows(column: _Column, size: float) -> list[_Row]:
    return [_with_label(tuple(row), size) for _, row in groupby(column.pieces, key=lambda piece: piece.base)]


def _line(pieces: _Row, *, text: str, page: int, start: float, end: float, is_row: bool, is_beside: bool) -> Line:
    main = max(pieces, key=lambda piece: len(piece.text))
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    base = max(piece.base for piece in pieces)
    return Line(text, left, right, base, main.size, main.font, page, start, end, is_row, is_beside)


def _with_label(row: _Row, size: float) -> _Row:
    """The row with the bullet or number at its beginning joined to what follows."""
    if len(row) < 2 or row[1].left - row[0].right > LABEL_EM * row[0].size:
        return row
    is_heading = row[1].size > size / SMALL or row[1].font.bold
    if not LABEL.fullmatch(row[0].text) and not (is_heading and _SECTION.fullmatch(row[0].text) and len(row) == 2):
        return row
    return (replace(row[1], text=f"{row[0].text} {row[1].text}", left=row[0].left), *row[2:])
