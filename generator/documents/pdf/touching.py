"""Cells and columns that stand so close that a gap alone does not tell them apart: the lines around them do."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.documents.pdf.reading_order import LABEL
from generator.documents.pdf.sheets import Glyph

TOUCHING_EM = 0.4
"""From how wide a gap two words may be in two cells or columns."""
SAME_START = 2
"""Other lines at least that begin where the second of two cells does, where the type changes there."""
GUTTER_EM = 0.6
"""How wide the white between two columns is at least where nothing else tells."""
SAME_GUTTER = 6
"""Lines at least that end where the first of two columns does and begin again where the second does."""


Row = list[Glyph]
"""Letters of one height on the page, from left to right; a raised one stands on the line beside it."""
_Gap = tuple[Glyph, Glyph]
"""The letters on both sides of white."""


def touching_parted(runs: Sequence[Row]) -> list[list[Row]]:
    """Each of the runs of a page in the cells or columns that touch in it; a bullet or number is none of its own."""
    gaps = [gap for run in runs for gap in _gaps(run)]
    starts = Counter(round(run[0].left) for run in runs)
    firsts = {id(gap[1]) for gap in gaps if _changes_type(gap, starts)} | set(_in_gutters(gaps, runs))
    return [list(_parted(run, firsts)) for run in runs]


def _in_gutters(gaps: Sequence[_Gap], runs: Sequence[Row]) -> Iterator[int]:
    """The letters behind gaps that are one below the other, with nothing across between the first and the last."""
    places: defaultdict[tuple[int, int], list[_Gap]] = defaultdict(list)
    for gap in gaps:
        if _width_em(gap) > GUTTER_EM:
            places[round(gap[0].right), round(gap[1].left)].append(gap)
    for right, left in places:
        found = [gap for a in (-1, 0, 1) for b in (-1, 0, 1) for gap in places.get((right + a, left + b), ())]
        if len(found) >= SAME_GUTTER and _lines_across(found, runs, (right + left) / 2) == len(found):
            yield from (id(after) for _, after in found)


def _lines_across(gutter: Sequence[_Gap], runs: Sequence[Row], place: float) -> int:
    """How many runs go across a place, from the first line of a gutter to its last: those of the gutter at least."""
    bases = [after.base for _, after in gutter]
    inside = (run for run in runs if min(bases) <= run[0].base <= max(bases))
    return sum(run[0].left < place < run[-1].right for run in inside)


def _gaps(run: Row) -> Iterator[_Gap]:
    """The gaps of a run that may part two cells."""
    letters = [letter for letter in run if letter.text != " "]
    return (gap for gap in pairwise(letters) if _width_em(gap) > TOUCHING_EM)


def _width_em(gap: _Gap) -> float:
    return (gap[1].left - gap[0].right) / gap[1].size


def _changes_type(gap: _Gap, starts: Counter[int]) -> bool:
    before, after = gap
    near = sum(starts[round(after.left) + step] for step in (-1, 0, 1))
    return near >= SAME_START and before.font.bold != after.font.bold


def _parted(run: Row, firsts: set[int]) -> Iterator[Row]:
    cell: Row = []
    for letter in run:
        if id(letter) in firsts and not LABEL.fullmatch("".join(one.text for one in cell).strip()):
            yield cell
            cell = []
        cell.append(letter)
    yield cell
