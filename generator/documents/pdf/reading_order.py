"""The pieces of a page → its lines in reading order: column after column, a row of a table as one line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.documents.pdf.areas import Column, cells_in
from generator.documents.pdf.layout import SAME_SIZE, Piece, Print, rows_of
from generator.documents.pdf.sheets import Font
from generator.documents.pdf.tables import LINE_EM, is_in_line, table_at, table_rows

_Row = tuple[Piece, ...]
LABEL = re.compile(r"[•\uf0b7\uf0a7\uf0a8\uf02d▪●■□◦○‣–—o·*-]|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\((?:\d{1,2}|[a-z])\)")
_SECTION = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-Z])\.?")
FILLED = 0.5
"""The share of lines that reach the end of their column from which all do but the last of a text."""
NEXT_ROWS = 6
"""How many rows of the page before or after tell whether a row is part of a table that goes on."""
LABEL_EM = 5
"""How far the number of a heading or item is from its text at most, in its size."""


@dataclass(frozen=True)
class Measure:
    """From where to where the lines of a column go."""

    start: float
    end: float
    is_filled: bool
    """Whether every line reaches the end but the last of a text."""
    column: float
    """Where the lines of the column start that have no box beside them."""

    @property
    def width(self) -> float:
        return self.end - self.start


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
    measure: Measure
    """Of the column in which it stands."""
    word: float
    """How wide its first word is."""
    is_row: bool
    is_beside: bool
    """Whether it is in the margin or in a box."""
    is_boxed: bool = False

    @property
    def depth(self) -> float:
        """How far it is indented."""
        return self.left - self.measure.start


def lines_of(columns: Sequence[Column], usual: Print) -> tuple[Line, ...]:
    """The lines of a document in reading order."""
    measures = _measures(columns, usual)
    rows = [_rows(column, usual) for column in columns]
    ends = [((), ()), *((_together(column[:NEXT_ROWS]), _together(column[-NEXT_ROWS:])) for column in rows), ((), ())]
    found = (
        _column_lines(column, usual, measures[i], (ends[i][1], ends[i + 2][0])) for i, column in enumerate(columns)
    )
    return tuple(_without_repeated_heads(line for lines in found for line in lines))


def _measures(columns: Sequence[Column], usual: Print) -> list[Measure]:
    """The measure of each column: those of pages with as many columns are as wide, however short their lines."""
    widths: defaultdict[int, list[float]] = defaultdict(list)
    kinds = [-1 - i if column.is_own else column.of for i, column in enumerate(columns)]
    starts = [_start(column, usual) for column in columns]
    for column, start, kind in zip(columns, starts, kinds, strict=True):
        rights = (piece.right for piece in column.pieces if column.is_own or usual.has_size_of(piece))
        widths[kind] += [right - start for right in rights] or [0.0]
    ends = {kind: _end(some) for kind, some in widths.items()}
    return [
        Measure(start, start + ends[kind][0], ends[kind][1], start) for start, kind in zip(starts, kinds, strict=True)
    ]


def _end(widths: list[float]) -> tuple[float, bool]:
    """How far lines go that are as wide as this, and whether most go just as far."""
    widest = sorted(widths)[-1 - len(widths) // 50]
    lines = [width for width in widths if width >= widest / 2]
    usual, _ = Counter(map(round, lines)).most_common(1)[0]
    is_filled = sum(abs(width - usual) <= 1 for width in lines) > FILLED * len(lines)
    return (usual if is_filled else widest), is_filled


def _without_repeated_heads(lines: Iterable[Line]) -> Iterator[Line]:
    """Drops the first row of a table that goes on, where it stands again at the top of a page."""
    head, last = "", None
    for line in lines:
        if not (last and last.is_row):
            head = line.text
        elif line.is_row and line.page != last.page and line.text == head:
            continue
        last = line
        yield line


def _start(column: Column, usual: Print) -> float:
    """Where lines of text start; what stands before them, in a row with others, may hang in the margin."""
    alone = [row[0].left for row in rows_of(column.pieces) if len(row) == 1 and usual.has_size_of(row[0])]
    lefts = [piece.left for piece in column.pieces if usual.has_size_of(piece)]
    return min(alone or lefts or [piece.left for piece in column.pieces])


def _together(rows: Sequence[_Row]) -> _Row:
    """What some rows have if they may be part of a table, as though they were one row."""
    return tuple(piece for row in rows for piece in row) if any(len(row) > 1 for row in rows) else ()


def _column_lines(column: Column, usual: Print, measure: Measure, around: tuple[_Row, _Row]) -> Iterator[Line]:
    """The lines of a column, rows of tables among them. `around` is what stands just before it and just after."""
    rows = _rows(column, usual)
    line_em = max(LINE_EM, 1.1 * usual.pitch / usual.size)
    is_boxed = column.of == 0 and column.is_own
    place = partial(_line, page=column.page.number, is_beside=column.of == 0, is_boxed=is_boxed)
    cells = cells_in((piece for row in rows for piece in row), line_em)
    i = 0
    while i < len(rows):
        end = table_at(rows, i, line_em, around[0] if i == 0 else (), cells)
        if end == i and any(is_in_line(rows[i], other) for other in _next_to(i, len(rows), around)):
            end = i + 1
        for pieces, text in table_rows(rows[i:end], column.page.rules, line_em) if end > i else ():
            yield place(pieces, text=text, measure=measure, is_row=True)
        if end == i:
            text = " ".join(piece.text for piece in rows[i])
            yield place(rows[i], text=text, measure=_shorter(measure, rows[i], column), is_row=False)
        i = max(end, i + 1)


def _shorter(measure: Measure, row: _Row, column: Column) -> Measure:
    """The measure of a line, which is less than that of its column beside a box."""
    for beside in column.beside:
        if beside.has(row):
            start, end = max(measure.start, beside.left), min(measure.end, beside.right)
            return replace(measure, start=start, end=end)
    return measure


def _next_to(i: int, count: int, around: tuple[_Row, _Row]) -> Iterator[_Row]:
    """What other columns have next to the row at `i`."""
    if i == 0:
        yield around[0]
    if i == count - 1:
        yield around[1]


def _rows(column: Column, usual: Print) -> list[_Row]:
    return [_with_label(row, usual) for row in rows_of(column.pieces)]


def _line(
    pieces: _Row, *, text: str, page: int, measure: Measure, is_row: bool, is_beside: bool, is_boxed: bool
) -> Line:
    main = max(pieces, key=lambda piece: len(piece.text))
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    base, word = max(piece.base for piece in pieces), pieces[0].words[0].right - left
    return Line(text, left, right, base, main.size, main.font, page, measure, word, is_row, is_beside, is_boxed)


def _with_label(row: _Row, usual: Print) -> _Row:
    """The row with the bullet or number at its beginning joined to what follows."""
    if len(row) < 2 or row[1].left - row[0].right > LABEL_EM * row[0].size:
        return row
    is_heading = row[1].size > usual.size + SAME_SIZE or row[1].font.bold
    if not LABEL.fullmatch(row[0].text) and not (is_heading and _SECTION.fullmatch(row[0].text) and len(row) == 2):
        return row
    return (replace(row[1], words=row[0].words + row[1].words), *row[2:])
