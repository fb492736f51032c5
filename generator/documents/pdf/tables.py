"""Pieces that stand in columns → the rows of a table, cells that take more than one line in their row."""

import math
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.documents.pdf.layout import Piece, Rule, Word, rejoined

_Row = tuple[Piece, ...]
LINE_EM = 1.45
"""How far two lines of one cell are from each other, in their size, if no more than usual: `line_em` below."""
MORE = 1.12
"""How much farther the rows of a table are from each other than the lines of a cell."""
FARTHEST_EM = 3.5
"""How far two rows of a table are from each other at most, in their size."""
GUTTER_EM = 0.45
"""How wide the white between two columns is at least, in the size of the text: wider than a space."""
SAME_EDGE = 3.0
"""Points that the cells of a column may start to the left or right of each other."""


def table_at(rows: Sequence[_Row], start: int, line_em: float, before: _Row = ()) -> int:
    """The place after the table of which a row is the first; that of the row itself if no table starts there.

    `before` is the last row of the page before, if the row is the first of its page: a table may go on there.
    """
    if len(rows[start]) < 2 and not _heads_column(rows, start, before, line_em):
        return start
    end = start + 1
    while end < len(rows) and _belongs(rows, start, end, line_em):
        end += 1
    columns = columns_of(rows[start:end])
    full = [row for row in rows[start:end] if len({_column(piece, columns) for piece in row}) > 1]
    in_line = any(_is_aligned(cell, [row[1:]]) for above, row in pairwise(full) for cell in above[1:])
    return end if in_line else start


def is_in_line(row: _Row, other: _Row) -> bool:
    """Whether two rows look like rows of one table, though a page break may be between them."""
    return len(row) > 1 and len(other) > 1 and sum(_is_aligned(cell, [other]) for cell in row) > 1


def table_rows(rows: Sequence[_Row], rules: Sequence[Rule], line_em: float) -> Iterator[tuple[_Row, str]]:
    """The pieces and text of each row of a table, its cells from left to right with a space between them."""
    columns = columns_of(rows)
    for group in _grouped(rows, columns, rules, line_em):
        pieces = tuple(piece for row in group for piece in row)
        cells: list[list[str]] = [[] for _ in columns]
        for piece in pieces:
            for i, text in _in_columns(piece, columns):
                cells[i].append(text)
        yield pieces, " ".join(filter(None, map(rejoined, cells)))


def _in_columns(piece: Piece, columns: Sequence[tuple[float, float]]) -> Iterator[tuple[int, str]]:
    """What a piece has for each column: cells close to each other may be in one piece."""
    places = [_place(word, columns) for word in piece.words]
    for i, words in groupby(zip(places, piece.words, strict=True), key=lambda placed: placed[0]):
        yield i, " ".join(word.text for _, word in words)


def columns_of(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """From where to where the columns of a table go, between the white that goes down through all of its rows.

    Unless that leaves fewer columns than rows have pieces: then one row may go across, as the head of several columns.
    """
    through = _between_white(rows, 0)
    pieces = sorted(len(row) for row in rows if len(row) > 1)
    if pieces and len(through) < pieces[len(pieces) // 2]:
        return max(through, _between_white(rows, 1), key=len)
    return through


def _between_white(rows: Sequence[_Row], across: int) -> list[tuple[float, float]]:
    """The stretches of the page where more than so many rows have a word, but for the space between words."""
    ends = sorted(
        end for row in rows for piece in row for word in piece.words for end in ((word.left, 1), (word.right, -1))
    )
    space = GUTTER_EM * rows[0][0].size
    columns: list[tuple[float, float]] = []
    count, left = 0, 0.0
    for place, step in ends:
        count += step
        if step > 0 and count == across + 1:
            left = place
        elif step < 0 and count == across:
            if columns and left - columns[-1][1] < space:
                left = columns.pop()[0]
            columns.append((left, place))
    return columns


def _column(piece: Piece, columns: Sequence[tuple[float, float]]) -> int:
    """The first column that a piece stands in."""
    return _place(piece.words[0], columns)


def _place(word: Word, columns: Sequence[tuple[float, float]]) -> int:
    """The column that a word stands in, or the one before it."""
    return max(0, bisect([left for left, _ in columns], (word.left + word.right) / 2) - 1)


def _heads_column(rows: Sequence[_Row], start: int, before: _Row, line_em: float) -> bool:
    """Whether a piece that stands alone is the first line of a cell, in a table that goes on or in a later column."""
    below = _full_below(rows, start, line_em)
    if below is None or not _is_close(rows[below - 1], rows[below], line_em):
        return False
    return _is_aligned(rows[start][0], [rows[below] if is_in_line(before, rows[below]) else rows[below][1:]])


def _full_below(rows: Sequence[_Row], start: int, line_em: float) -> int | None:
    """The place of the first row with several cells under one with a single cell and the lines close below it."""
    below = start + 1
    while below < len(rows) and len(rows[below]) == 1 and _is_close(rows[below - 1], rows[below], line_em):
        below += 1
    return below if below < len(rows) and len(rows[below]) > 1 else None


def _belongs(rows: Sequence[_Row], start: int, end: int, line_em: float) -> bool:
    """Whether the row at `end` goes on with the table that began at `start`."""
    row, above = rows[end], rows[end - 1]
    if row[0].base - above[0].base > FARTHEST_EM * row[0].size:
        return False
    close, is_last = _is_close(above, row, line_em), end + 1 == len(rows)
    if len(row) > 1:
        return close or any(_meets(piece, rows[start:end]) for piece in row)
    full_below = not is_last and len(rows[end + 1]) > 1
    if not _meets(row[0], rows[start:end]):
        return close and full_below and _is_close(row, rows[end + 1], line_em)
    if not _is_aligned(row[0], rows[start:end]):
        return False
    met = _meets(row[0], rows[start : end + 1])
    if len(met) > 1 and _goes_across(row[0], rows[start:end]):
        is_short = len(columns_of(rows[start:end])) - 1 not in met
        return close and (full_below or is_last) and is_short
    return close or _is_between(rows, start, end, line_em)


def _meets(piece: Piece, rows: Sequence[_Row]) -> set[int]:
    """The columns of some rows in which a piece stands."""
    columns = enumerate(columns_of(rows))
    return {i for i, (left, right) in columns if left < piece.right and piece.left < right}


def _goes_across(piece: Piece, rows: Sequence[_Row]) -> bool:
    """Whether a piece stands under two pieces of one row."""
    return any(sum(other.left < piece.right and piece.left < other.right for other in row) > 1 for row in rows)


def _is_close(above: _Row, row: _Row, line_em: float) -> bool:
    return row[0].base - above[0].base < line_em * row[0].size


def _is_between(rows: Sequence[_Row], start: int, end: int, line_em: float) -> bool:
    """Whether the row at `end` is the first of a cell that soon has others beside it, no farther down than rows are."""
    below = _full_below(rows, end, line_em)
    if below is None:
        return False
    gaps = [row[0].base - above[0].base for above, row in pairwise(rows[start : below + 1])]
    here = end - start - 1
    return max(gaps[here:]) < 1.3 * max([*gaps[:here], line_em * rows[end][0].size])


def _is_aligned(cell: Piece, rows: Sequence[_Row]) -> bool:
    """Whether a piece starts under or over a cell, or has its end or middle in common with one."""
    return any(
        min(
            abs(cell.left - other.left),
            abs(cell.right - other.right),
            abs(cell.left + cell.right - other.left - other.right) / 2,
        )
        < SAME_EDGE
        for row in rows
        for other in row
    )


def _grouped(
    rows: Sequence[_Row], columns: list[tuple[float, float]], rules: Sequence[Rule], line_em: float
) -> Iterator[list[_Row]]:
    """The printed rows that make one row of the table."""
    ruled = [_is_ruled(above, row, rules) for above, row in pairwise(rows)]
    starts = [True, *ruled]
    if sum(ruled) < 2 or len(starts) > 3 * sum(starts):
        starts = [a or b for a, b in zip(starts, _starts_by_distance(rows, columns, line_em), strict=True)]
        if any(_is_doubtful(group, columns) for group in _cut(rows, starts)):
            starts = _starts_by_filling(rows, columns)
    yield from _cut(rows, starts)


def _cut(rows: Sequence[_Row], starts: Sequence[bool]) -> Iterator[list[_Row]]:
    places = [i for i, is_start in enumerate(starts) if is_start]
    return (list(rows[start:end]) for start, end in pairwise([*places, len(rows)]))


def _is_ruled(above: _Row, row: _Row, rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two printed rows."""
    left, right = row[0].left, row[-1].right
    top, bottom = above[0].base, row[0].base - 0.3 * row[0].size
    return any(top < rule.height < bottom and rule.left < right and left < rule.right for rule in rules)


def _starts_by_distance(rows: Sequence[_Row], columns: list[tuple[float, float]], line_em: float) -> list[bool]:
    """A row starts where the distance is more than between the lines of a cell: those are the closest."""
    gaps, line = _gaps(rows)
    if line >= line_em * rows[0][0].size:
        return [True] * len(rows)
    if max(gaps) <= MORE * line:
        return _starts_by_filling(rows, columns)
    return [True, *(gap > MORE * line for gap in gaps)]


def _gaps(rows: Sequence[_Row]) -> tuple[list[float], float]:
    """How far the printed rows are from each other, and how far the lines of a cell are at least."""
    gaps = [row[0].base - above[0].base for above, row in pairwise(rows)]
    least = min(gaps, default=math.inf)
    return gaps, least if least > rows[0][0].size else 2 * least


def _is_doubtful(group: list[_Row], columns: Sequence[object]) -> bool:
    """Whether printed rows taken together look like several rows: two or more have a cell in every column."""
    full = [row for row in group if len(row) == len(columns)]
    return len(full) > 1 and not any(row[0].text[0].islower() for row in full[1:])


def _starts_by_filling(rows: Sequence[_Row], columns: list[tuple[float, float]]) -> list[bool]:
    """A row starts with a first cell that does not go on with a sentence, or half a line above one."""
    gaps, line = _gaps(rows)
    half = 0.8 * line
    starts = [True]
    for i, row in enumerate(rows[1:], 1):
        is_below_half = i < len(gaps) and gaps[i] < half
        is_first = _column(row[0], columns) == 0 and not row[0].text[0].islower()
        starts.append(gaps[i - 1] >= half and (is_first or is_below_half))
    return starts
