"""Which letters of a page are struck through: a thin line is drawn through them, and through nothing else."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.documents.pdf.sheets.sheet import Stroke

THIN_EM = 0.15
"""How thick such a line is at most, in the size of the letters."""
LOW_EM, HIGH_EM = 0.12, 0.45
"""How far above the foot of the letters its middle is at least and at most."""
BEYOND_EM = 0.5
"""How far it goes beyond them at most: the space behind a word may be struck too."""
FILLED = 0.6
"""The share of it that has letters, at least."""


@dataclass(frozen=True)
class Placed:
    """A letter and its place, in points from the upper left corner of the page."""

    i: int
    left: float
    right: float
    base: float
    size: float


def struck_in(letters: Iterable[Placed], strokes: Iterable[Stroke]) -> frozenset[int]:
    """The numbers of the letters that are struck through."""
    thin = sorted(
        (stroke for stroke in strokes if stroke.bottom - stroke.top < stroke.right - stroke.left), key=_height
    )
    heights = [_height(stroke) for stroke in thin]
    through: defaultdict[int, list[Placed]] = defaultdict(list)
    for letter in letters:
        first = bisect_left(heights, letter.base - HIGH_EM * letter.size)
        for n in range(first, bisect_left(heights, letter.base - LOW_EM * letter.size)):
            is_thin = thin[n].bottom - thin[n].top < THIN_EM * letter.size
            if is_thin and thin[n].left <= (letter.left + letter.right) / 2 <= thin[n].right:
                through[n].append(letter)
    return frozenset(letter.i for n, some in through.items() if _strikes(thin[n], some) for letter in some)


def _height(stroke: Stroke) -> float:
    return (stroke.top + stroke.bottom) / 2


def _strikes(stroke: Stroke, letters: Sequence[Placed]) -> bool:
    beyond = BEYOND_EM * max(letter.size for letter in letters)
    is_within = (
        min(letter.left for letter in letters) - beyond < stroke.left
        and stroke.right < max(letter.right for letter in letters) + beyond
    )
    return is_within and sum(letter.right - letter.left for letter in letters) > FILLED * (stroke.right - stroke.left)
