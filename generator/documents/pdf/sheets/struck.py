"""Which letters of a page are struck through: a thin line is drawn through them, and through nothing else."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from generator.documents.pdf.sheets.sheet import Stroke

THIN_EM = 0.15
"""How thick such a line is at most, in the size of the letters."""
LOW_EM, HIGH_EM = 0.12, 0.45
"""How far above the foot of the letters its middle is at least and at most."""
BEYOND_EM = 0.5
"""How far it goes beyond them at most: the space behind a word may be struck too."""
FILLED = 0.6
"""The share of it that has letters, at least."""


class OnLine(NamedTuple):
    """A letter and the line on which it stands, in points from the upper edge of the page."""

    i: int
    base: float
    size: float


_Ends = tuple[float, float]
"""How far from the left edge of the page a letter begins and ends."""


def struck_in(letters: Iterable[OnLine], ends_of: Callable[[int], _Ends], strokes: Iterable[Stroke]) -> frozenset[int]:
    """The numbers of the letters that are struck through; the ends of a letter are asked for where that may be so."""
    flat = (stroke for stroke in strokes if stroke.bottom - stroke.top < stroke.right - stroke.left)
    thin = sorted(flat, key=_height)
    heights = [_height(stroke) for stroke in thin]
    through: defaultdict[int, list[tuple[OnLine, _Ends]]] = defaultdict(list)
    for letter in letters:
        first = bisect_left(heights, letter.base - HIGH_EM * letter.size)
        for n in range(first, bisect_left(heights, letter.base - LOW_EM * letter.size)):
            if thin[n].bottom - thin[n].top < THIN_EM * letter.size:
                left, right = ends_of(letter.i)
                if thin[n].left <= (left + right) / 2 <= thin[n].right:
                    through[n].append((letter, (left, right)))
    return frozenset(letter.i for n, some in through.items() if _strikes(thin[n], some) for letter, _ in some)


def _height(stroke: Stroke) -> float:
    return (stroke.top + stroke.bottom) / 2


def _strikes(stroke: Stroke, letters: Sequence[tuple[OnLine, _Ends]]) -> bool:
    beyond = BEYOND_EM * max(letter.size for letter, _ in letters)
    lefts, rights = zip(*(ends for _, ends in letters), strict=True)
    is_within: bool = min(lefts) - beyond < stroke.left and stroke.right < max(rights) + beyond
    covered: float = sum(right - left for left, right in zip(lefts, rights, strict=True))
    return is_within and covered > FILLED * (stroke.right - stroke.left)
