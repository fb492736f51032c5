"""Columns of any width and length, found by the order in which they were written; cells of a table are none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from generator.documents.pdf.areas.flows import Flow, flows_of, shared_heights
from generator.documents.pdf.layout import Page, Piece

MIN_LINES = 4
"""Lines that each of the columns has at least."""
WHITE_EM = 0.5
"""How wide the white between two columns is at least, in the size of the text."""
WIDE = 0.6
"""The share of its column that a line of running text fills at least."""
LEVEL = 0.3
"""The share of the shorter column that is beside the longer, at least."""
HEAD_EM = 4
"""How far above its cells the head of a table is at most."""
MAX_RULES = 2
"""Lines drawn over all of such columns at most, on all of a page: in a table there are more."""
MAX_COLUMNS = 4
_Sides = list[tuple[Piece, ...]]


def columns_beside(page: Page, pieces: Sequence[Piece], size: float) -> _Sides:
    """The first columns down the page, from left to right; nothing if there are none, or they are rows of a table."""
    sets = sorted(_sets(flows_of(pieces), size), key=lambda sides: min(side.top for side in sides))
    for sides in sets:
        placed = _placed(sides, pieces)
        if placed and not _is_table(page, sides, pieces, sets, size):
            return placed
    return []


def _sets(flows: Sequence[Flow], size: float) -> Iterator[list[Flow]]:
    """What was written beside each other, one after the other."""
    sides: list[Flow] = []
    for flow in flows:
        cut = _beside(sides[-1], flow, size) if sides else None
        if cut and all(_are_apart(side, cut[1], size) for side in sides[:-1]):
            sides[-1:] = cut
            continue
        if len(sides) > 1:
            yield sides
        sides = [flow]
    if len(sides) > 1:
        yield sides


def _beside(before: Flow, flow: Flow, size: float) -> list[Flow] | None:
    """The end of a flow and the beginning of the next, as far as they are beside each other."""
    if flow.top >= before.bottom:
        return None
    first = flow.pieces[0]
    ends = Flow(tuple(_while_apart(before.pieces[::-1], first.left, first.right, size))[::-1])
    if not ends.pieces:
        return None
    starts = Flow(tuple(_while_apart(flow.pieces, ends.left, ends.right, size)))
    level = min(ends.bottom, starts.bottom) - max(ends.top, starts.top)
    shorter = min(ends.bottom - ends.top, starts.bottom - starts.top)
    return [ends, starts] if level >= LEVEL * shorter and level > 0 else None


def _while_apart(pieces: Sequence[Piece], left: float, right: float, size: float) -> Iterator[Piece]:
    """The first pieces, as long as they leave white between themselves and a stretch across the page."""
    white = WHITE_EM * size
    return takewhile(lambda piece: piece.right + white <= left or right + white <= piece.left, pieces)


def _are_apart(one: Flow, other: Flow, size: float) -> bool:
    return one.right + WHITE_EM * size < other.left or other.right + WHITE_EM * size < one.left


def _placed(sides: Sequence[Flow], pieces: Sequence[Piece]) -> _Sides:
    """All that is as high as the columns, each piece in one of them; nothing if one goes across or they are no text."""
    if len(sides) > MAX_COLUMNS or not all(map(_is_running_text, sides)):
        return []
    ordered = sorted(sides, key=lambda side: side.left)
    if any(one.right > other.left for one, other in pairwise(ordered)):
        return []
    gutters = [(one.right + other.left) / 2 for one, other in pairwise(ordered)]
    top, bottom = min(side.top for side in sides), max(side.bottom for side in sides)
    columns: list[list[Piece]] = [[] for _ in sides]
    for piece in pieces:
        if top <= piece.base <= bottom:
            if any(piece.left < gutter < piece.right for gutter in gutters):
                return []
            columns[sum(piece.left >= gutter for gutter in gutters)].append(piece)
    return [tuple(column) for column in columns]


def _is_running_text(flow: Flow) -> bool:
    """Whether most of a flow is lines that fill it."""
    wide = sum(len(piece.text) for piece in flow.pieces if piece.right - piece.left > WIDE * (flow.right - flow.left))
    return flow.lines >= MIN_LINES and wide > sum(len(piece.text) for piece in flow.pieces) / 2


def _is_table(
    page: Page, sides: Sequence[Flow], pieces: Sequence[Piece], sets: Sequence[Sequence[Flow]], size: float
) -> bool:
    """Whether columns are the cells of a row: there are rows above or below them, or lines between them."""
    top, bottom = min(side.top for side in sides), max(side.bottom for side in sides)
    ordered = sorted(sides, key=lambda side: side.left)
    gutters = [(one.right + other.left) / 2 for one, other in pairwise(ordered)]
    near = [
        piece for piece in pieces if 0 < top - piece.base < HEAD_EM * size or 0 < piece.base - bottom < HEAD_EM * size
    ]
    if any(_are_cells(one, other, gutters) for one, other in pairwise(sorted(near, key=lambda piece: piece.base))):
        return True
    heights = shared_heights(page.rules, [(side.left + side.right) / 2 for side in sides])
    if len(heights) > MAX_RULES or sum(top - 2 * size < height < bottom + size for height in heights) > 1:
        return True
    return any(
        other is not sides and all(any(_is_same_place(one, side) for one in other) for side in sides) for other in sets
    )


def _are_cells(one: Piece, other: Piece, gutters: Sequence[float]) -> bool:
    """Whether two pieces are on one line on both sides of a gutter."""
    is_level = abs(one.base - other.base) < 0.1 * one.size
    return is_level and any(min(one.right, other.right) < gutter < max(one.left, other.left) for gutter in gutters)


def _is_same_place(one: Flow, other: Flow) -> bool:
    return abs(one.left - other.left) < 2
