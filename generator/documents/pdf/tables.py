"""Pieces in columns → the rows of a table; a cell of several lines belongs to one row."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from generator.documents.pdf.areas import Cells
from generator.documents.pdf.layout import Piece, Rule, rejoined
from generator.documents.pdf.rows import cells_of, grouped, place_of

_Row = tuple[Piece, ...]
LINE_EM = 1.45
"""How far two lines of one cell are from each other, in their size, if no more than usual: `line_em` below."""
FARTHEST_EM = 3.5
"""How far two rows of a table are from each other at most, in their size."""
GUTTER_EM = 0.45
"""How wide the white between two columns is at least, in the size of the text: wider than a space."""
FEW = 3
"""Lines from which words with white before them are in a column of their own, though each goes on from another."""
SAME_EDGE = 3.0
"""Points that the cells of a column may start to the left or right of each other."""


def table_at(rows: Sequence[_Row], start: int, line_em: float, before: _Row, cells: Cells) -> int:
    """The place after the table of which a row is the first; that of the row itself if no table starts there.

    `before` is what the last rows of the page before have if the row is the first of its page: a table may go on there.
    """
    written = _written(rows[start:], cells)
    if len(rows[start]) < 2 and not written[0] and not _heads_column(rows, start, before, line_em):
        return start
    end = start + 1
    while end < len(rows) and (_belongs(rows, start, end, line_em) or (written[end - start] and _follows(rows, end))):
        end += 1
    columns = columns_of(rows[start:end])
    full = [row for row in rows[start:end] if len({_column(piece, columns) for piece in row}) > 1]
    in_line = (bool(full) and is_in_line(full[0], before)) or (len(columns) > 1 and any(written[: end - start]))
    in_line |= any(_is_aligned(cell, [row[1:]]) for above, row in pairwise(full) for cell in above[1:])
    return end if in_line else start


def _written(rows: Sequence[_Row], cells: Cells) -> list[bool]:
    """Whether each of the rows was written as those of a table are, for as long as they were."""
    run = list(takewhile(lambda row: all(piece.order in cells.likely for piece in row), rows))
    is_sure = any(piece.order in cells.sure for row in run for piece in row)
    return [is_sure and i < len(run) for i in range(len(rows))]


def _follows(rows: Sequence[_Row], end: int) -> bool:
    """Whether a row is no farther below the one above it than rows of one table are."""
    return rows[end][0].base - rows[end - 1][0].base < FARTHEST_EM * rows[end][0].size


def is_in_line(row: _Row, other: _Row) -> bool:
    """Whether two rows look like rows of one table, though a page break may be between them."""
    return len(row) > 1 and len(other) > 1 and sum(_is_aligned(cell, [other]) for cell in row) > 1


def table_rows(rows: Sequence[_Row], rules: Sequence[Rule], line_em: float) -> Iterator[tuple[_Row, str]]:
    """The pieces and text of each row of a table, its cells from left to right with a space between them."""
    columns = columns_of(rows)
    for group in grouped(rows, columns, rules, line_em):
        lines = [cells_of(row, columns) for row in group]
        cells = (rejoined(line[i].text for line in lines if i in line) for i in range(len(columns)))
        yield tuple(piece for row in group for piece in row), " ".join(filter(None, cells))


def columns_of(rows: Sequence[_Row]) -> list[tuple[float, float]]:
    """From where to where the columns of a table go, between the white that goes down through all of its rows.

    Unless that leaves fewer columns than rows have pieces: then one row may go across, as the head of several columns.
    """
    through = _without_spaces(rows, _between_white(rows, 0))
    pieces = sorted(len(row) for row in rows if len(row) > 1)
    if pieces and len(through) < pieces[len(pieces) // 2]:
        return max(through, _without_spaces(rows, _between_white(rows, 1)), key=len)
    return through


def _without_spaces(rows: Sequence[_Row], columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The columns, but for those in which there are only the ends of a few pieces after a wide space."""
    kept: list[tuple[float, float]] = []
    for left, right in columns:
        inside = [piece for row in rows for piece in row if piece.left < right and left < piece.right]
        if kept and len(inside) < FEW and all(piece.left < kept[-1][1] for piece in inside):
            left = kept.pop()[0]
        kept.append((left, right))
    return kept


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
    """The first column that a piece is in."""
    return place_of(piece.words[0], columns)


def _heads_column(rows: Sequence[_Row], start: int, before: _Row, line_em: float) -> bool:
    """Whether a piece that stands alone is the first line of a cell, in a table that goes on or in a later column."""
    below = _full_below(rows, start, line_em)
    if below is None or not _is_close(rows[below - 1], rows[below], line_em):
        return False
    cell, end = rows[start][0], below + 1
    while end < len(rows) and _belongs(rows, below, end, line_em):
        end += 1
    table = rows[below:end]
    met = _meets(cell, table)
    if is_in_line(rows[below], before):
        return len(met) < 2 and _is_aligned(cell, [*table, before])
    return len(met) == 1 and 0 not in met and _is_aligned(cell, table)


def _full_below(rows: Sequence[_Row], start: int, line_em: float) -> int | None:
    """The place of the first row with several cells under one with a single cell and the lines close below it."""
    below = start + 1
    while below < len(rows) and len(rows[below]) == 1 and _is_close(rows[below - 1], rows[below], line_em):
        below += 1
    return below if below < len(rows) and len(rows[below]) > 1 else None


def _belongs(rows: Sequence[_Row], start: int, end: int, line_em: float) -> bool:
    """Whether the row at `end` goes on with the table that began at `start`."""
    row, above = rows[end], rows[end - 1]
    if not _follows(rows, end):
        return False
    close, is_last = _is_close(above, row, line_em), end + 1 == len(rows)
    if len(row) > 1 or _is_several(row[0], columns_of(rows[start:end])):
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


def _is_several(piece: Piece, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a piece is made of cells close to each other: its only wide gaps are where columns meet."""
    placed = [(place_of(word, columns), word) for word in piece.words]
    steps = [(b[0] - a[0], b[1].left - a[1].right >= GUTTER_EM * piece.size) for a, b in pairwise(placed)]
    return any(step for step, _ in steps) and all(bool(step) == is_wide for step, is_wide in steps)


def _meets(piece: Piece, rows: Sequence[_Row]) -> set[int]:
    """The columns of some rows in which a piece stands."""
    columns = enumerate(columns_of(rows))
    return {i for i, (left, right) in columns if left < piece.right and piece.left < right}


def _goes_across(piece: Piece, rows: Sequence[_Row]) -> bool:
    """Whether a piece is below two pieces of one row."""
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
