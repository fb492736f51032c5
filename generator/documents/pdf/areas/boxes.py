"""Boxes beside the text of a page: framed, shaded or set in large type, with the text running on around them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.documents.pdf.areas.flows import Flow, flows_of, shared_heights
from generator.documents.pdf.layout import SAME_SIZE, Page, Piece, Print, Rule
from generator.documents.pdf.sheets import Stroke

MIN_LINES = 2
"""Lines of a box, and lines of text beside it, at least."""
WHITE_EM = 0.4
"""How wide the white between a box and the text beside it is at least, in the size of the text."""
RUNS_ON = 1.25
"""How much farther than usual two lines may be apart where the text goes on from beside a box to below it."""
MAX_RULES = 2
"""Lines drawn both over the box and over the text beside it at most, on all of a page: in a table there are more."""
AROUND_EM = 3.5
"""How far above or below a box its white or its frame goes at most, in the size of the text."""
MOST_FLOWS = 150
"""Flows, and frames, on a page that is looked at: with more it is a table or a drawing."""
LARGEST = 0.6
"""The share of the page that a framed box covers at most."""


@dataclass(frozen=True)
class Beside:
    """The place that a box leaves to the lines of the text."""

    box: Flow
    left: float
    right: float

    def has(self, row: Sequence[Piece]) -> bool:
        """Whether a line of the text is beside the box, or beside the white around it."""
        white = AROUND_EM * row[0].size
        is_as_high = self.box.top - white < row[0].base < self.box.bottom + white
        return is_as_high and not any(map(self.box.is_over, row))


def boxes_of(page: Page, pieces: Sequence[Piece], usual: Print) -> list[Flow]:
    """The boxes among the pieces of a page, from the top down; none where there are more flows than a text has."""
    flows = flows_of(pieces)
    found: list[Flow] = []
    rest = list(pieces)
    for box in (*_framed(page, pieces), *flows) if len(flows) <= MOST_FLOWS else ():
        inside = set(map(id, box.pieces))
        others = [piece for piece in rest if id(piece) not in inside]
        is_whole = len(others) + len(inside) == len(rest)
        if is_whole and _is_box(box, others, usual) and not _is_cell(box, others, page.rules):
            found.append(box)
            rest = others
    return sorted(found, key=lambda box: box.top)


def _framed(page: Page, pieces: Sequence[Piece]) -> Iterator[Flow]:
    """What stands in each frame or shaded area, if it was written in one go."""
    order = {id(piece): n for n, piece in enumerate(sorted(pieces, key=lambda piece: piece.order))}
    largest = LARGEST * page.width * page.height
    for area in page.areas[:MOST_FLOWS]:
        if (area.right - area.left) * (area.bottom - area.top) < largest:
            inside = [piece for piece in pieces if _is_in(piece, area)]
            places = [order[id(piece)] for piece in inside]
            if inside and max(places) - min(places) == len(places) - 1:
                yield Flow(tuple(inside))


def _is_in(piece: Piece, area: Stroke) -> bool:
    return area.left <= piece.left and piece.right <= area.right and area.top < piece.base < area.bottom


def _is_box(box: Flow, others: Sequence[Piece], usual: Print) -> bool:
    """Whether the text beside a box goes on above or below it, over its whole width, without an end."""
    if box.lines < MIN_LINES:
        return False
    beside = [piece for piece in others if box.is_as_high_as(piece)]
    white = WHITE_EM * usual.size
    if any(piece.left < box.right + white and box.left - white < piece.right for piece in beside):
        return False
    return len({piece.base for piece in beside}) >= MIN_LINES and any(
        _runs_around(flow, box, usual) for flow in flows_of(others)
    )


def _is_cell(box: Flow, others: Sequence[Piece], rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn close to a box that goes on over the text beside it, or there are many on the page."""
    beside = {round((piece.left + piece.right) / 2) for piece in others if box.is_as_high_as(piece)}
    heights = {h for place in beside for h in shared_heights(rules, ((box.left + box.right) / 2, place))}
    margin = box.pieces[0].size
    return len(heights) > MAX_RULES or any(box.top - 2 * margin < h < box.bottom + margin for h in heights)


def _runs_around(flow: Flow, box: Flow, usual: Print) -> bool:
    """Whether lines of a flow that follow each other without more white than usual are beside a box and go over it."""
    lines = sorted(flow.pieces, key=lambda piece: piece.base)
    if sum(box.is_as_high_as(piece) for piece in lines) < MIN_LINES:
        return False
    beside = over = False
    for above, line in zip([lines[0], *lines], lines, strict=False):
        pitch = usual.pitch * line.size / usual.size
        is_next = line.base - above.base < RUNS_ON * pitch and abs(line.size - above.size) < SAME_SIZE
        beside, over = (beside, over) if is_next else (False, False)
        beside |= box.is_as_high_as(line)
        over |= box.is_over(line)
        if beside and over:
            return True
    return False


def beside_box(box: Flow, pieces: Sequence[Piece]) -> Beside:
    """The place that a box leaves to the lines of a text, on its left or on its right."""
    beside = [piece for piece in pieces if box.is_as_high_as(piece)]
    if all(piece.left > box.right for piece in beside):
        return Beside(box, min(piece.left for piece in beside), math.inf)
    return Beside(box, -math.inf, max(piece.right for piece in beside))
