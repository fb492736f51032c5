"""What a page prints line below line, in the order of the file: a column, a box, a cell of a table.

Programs write one column after the other, and a table row by row. So where two texts stand beside each other, the order
in which they were written tells what they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

from generator.documents.pdf.layout import Piece, Rule

NEAR_EM = 3.5
"""How far two lines of a flow are from each other at most, in the size of the larger."""
_BULLET_LETTERS = 3
"""Letters of what stands on the line before its text at most, as a bullet or number does."""
_BULLET_EM = 4
"""How far it is from its text at most, in its size."""
MOVED = 0.25
"""The share of its width by which a flow may begin farther to the right: what does so more is another."""
SAME_EDGE = 3.0
"""Points by which the ends or middles of lines differ that are set to the right or in the middle."""
SAME_HEIGHT = 2.0
"""Points by which the lines above the cells of a row are higher or lower than each other at most."""


@dataclass(frozen=True, eq=False)
class Flow:
    """Pieces of lines in the order in which they were written."""

    pieces: tuple[Piece, ...]

    @cached_property
    def left(self) -> float:
        return min(piece.left for piece in self.pieces)

    @cached_property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @cached_property
    def top(self) -> float:
        """How far down its first line is."""
        return min(piece.base for piece in self.pieces)

    @cached_property
    def bottom(self) -> float:
        return max(piece.base for piece in self.pieces)

    @cached_property
    def lines(self) -> int:
        return len({piece.base for piece in self.pieces})

    def is_over(self, piece: Piece) -> bool:
        """Whether a piece is to be found somewhere below or above it."""
        return self.left < piece.right and piece.left < self.right

    def is_as_high_as(self, piece: Piece) -> bool:
        return self.top - 0.5 * piece.size < piece.base < self.bottom + 0.5 * piece.size


def flows_of(pieces: Iterable[Piece]) -> list[Flow]:
    """The flows in the order in which they were written."""
    return [Flow(tuple(flow)) for flow in _flows(sorted(pieces, key=lambda piece: piece.order))]


def _flows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    flow: list[Piece] = []
    left = right = 0.0
    for piece in pieces:
        if flow and not _goes_on(flow[-1], piece, left, right):
            yield flow
            flow = []
        left, right = (min(left, piece.left), max(right, piece.right)) if flow else (piece.left, piece.right)
        flow.append(piece)
    if flow:
        yield flow


def _goes_on(last: Piece, piece: Piece, left: float, right: float) -> bool:
    down, size = piece.base - last.base, max(piece.size, last.size)
    if abs(down) < 0.3 * size:
        is_bullet = len(last.text) <= _BULLET_LETTERS and 0 <= piece.left - last.right < _BULLET_EM * size
        return is_bullet or 0 <= piece.left - last.right < 0.3 * size
    is_below = 0 < down < NEAR_EM * size and piece.left < right and left < piece.right
    is_aligned = min(abs(piece.right - right), abs(piece.left + piece.right - left - right) / 2) < SAME_EDGE
    return is_below and (is_aligned or piece.left - left < max(MOVED * (right - left), NEAR_EM * size))


@dataclass(frozen=True)
class Cells:
    """Those pieces, by their order, that were written as cells of a table are."""

    sure: frozenset[int]
    """One was written after another that reaches farther down, back up and beside it."""
    likely: frozenset[int]
    """Or on one line with it: that may be a wide space."""


def cells_in(pieces: Iterable[Piece], line_em: float) -> Cells:
    """The pieces in cells, whose lines are no farther from each other than `line_em`, in their size."""
    sure: set[int] = set()
    likely: set[int] = set()
    for one, other in pairwise(flows_of(pieces)):
        last, first = one.pieces[-1], other.pieces[0]
        ends = list(_cell(one.pieces[::-1], first, line_em))
        starts = list(_cell(other.pieces, last, line_em))
        slack = 0.1 * first.size
        if ends and starts and first.base < last.base + slack and starts[-1].base > ends[-1].base - slack:
            some = {piece.order for piece in (*ends, *starts)}
            likely |= some
            sure |= some if first.base < last.base - 0.5 * first.size else set()
    return Cells(frozenset(sure), frozenset(likely))


def _cell(pieces: Sequence[Piece], beside: Piece, line_em: float) -> Iterator[Piece]:
    """The first pieces, as long as they follow each other closely and leave another free."""
    near = takewhile(lambda pair: abs(pair[1].base - pair[0].base) < line_em * pair[1].size, pairwise(pieces))
    lines = [pieces[0], *(below for _, below in near)]
    return takewhile(lambda piece: piece.right < beside.left or beside.right < piece.left, lines)


def alternations(pieces: Sequence[Piece], place: float) -> int:
    """How often what was written changes from one side of a place on the page to the other."""
    sides = [piece.left >= place for piece in sorted(pieces, key=lambda piece: piece.order)]
    return sum(one != other for one, other in pairwise(sides))


def shared_heights(rules: Sequence[Rule], places: Sequence[float]) -> list[float]:
    """The heights at which lines are drawn over each of some places across the page, be it one line or several."""
    drawn = [sorted(rule.height for rule in rules if rule.left < place < rule.right) for place in places]
    shared: list[float] = []
    for height in drawn[0]:
        is_new = not shared or height - shared[-1] > SAME_HEIGHT
        if is_new and all(any(abs(height - other) < SAME_HEIGHT for other in some) for some in drawn[1:]):
            shared.append(height)
    return shared
