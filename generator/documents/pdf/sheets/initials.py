"""Large letters with which a paragraph begins, as high as its first lines: each is read where its word goes on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from generator.documents.pdf.sheets.sheet import Glyph

LARGE = 1.6
"""From how many times the size of most of the page a letter may be one."""
CAPITAL_EM = 0.7
"""How high a capital is, in its size."""
OFF_EM = 0.6
"""How far its top and foot are from those of the first and last line beside it at most, in the size of these lines."""
MOST_INITIALS = 20
"""Of a page: where there are more, they are something else."""
BESIDE_EM = 1.2
"""How far these lines begin from it at most, in their size."""


def with_initials(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """The letters of a page in their order, with each large initial on the first of the lines that stand beside it."""
    sizes = Counter(map(attrgetter("size"), glyphs))
    least = LARGE * max(sizes, key=lambda size: sizes[size], default=0.0)
    large = [glyph for glyph in glyphs if glyph.size > least] if max(sizes, default=0) > least else []
    alone = [initial for initial in _apart(large) if initial.text.isupper()]
    if len(alone) > MOST_INITIALS:
        return glyphs
    moved = {initial.order: _on_line(initial, first) for initial in alone if (first := _first_beside(initial, glyphs))}
    return tuple(moved.get(glyph.order, glyph) for glyph in glyphs) if moved else glyphs


def _on_line(initial: Glyph, first: Glyph) -> Glyph:
    """The initial as the letter before `first`."""
    return initial._replace(right=first.left, base=first.base, size=first.size, font=first.font)


def _apart(large: Iterable[Glyph]) -> Iterator[Glyph]:
    """Those large letters that have no other beside them on their line, as those of a title have."""
    for _, line in groupby(sorted(large, key=attrgetter("base", "left")), key=attrgetter("base")):
        letters = list(line)
        near = [after.left - before.right < before.size for before, after in pairwise(letters)]
        yield from (one for one, *sides in zip(letters, [False, *near], [*near, False], strict=True) if not any(sides))


def _first_beside(initial: Glyph, glyphs: Iterable[Glyph]) -> Glyph | None:
    """The letter that follows an initial on the first of two or more lines beside it; None if it is no initial."""
    starts: dict[float, Glyph] = {}
    for glyph in glyphs:
        if _is_beside(glyph, initial):
            start = starts.setdefault(glyph.base, glyph)
            starts[glyph.base] = min(start, glyph, key=attrgetter("left"))
    lines = [starts[base] for base in sorted(starts)]
    return lines[0] if len(lines) > 1 and _spans(initial, lines) and lines[0].text.islower() else None


def _is_beside(glyph: Glyph, initial: Glyph) -> bool:
    """Whether a letter of a line begins shortly behind an initial, between its top and its foot."""
    if glyph.size * LARGE > initial.size or glyph.text == " " or glyph.left < initial.left:
        return False
    off, gap = OFF_EM * glyph.size, (glyph.left - initial.right) / glyph.size
    return -OFF_EM < gap < BESIDE_EM and _top(initial) - off < _top(glyph) and glyph.base < initial.base + off


def _spans(initial: Glyph, lines: Sequence[Glyph]) -> bool:
    """Whether an initial is as high as the lines beside it: from the top of the first to the foot of the last."""
    is_at_top = _top(lines[0]) - _top(initial) < OFF_EM * lines[0].size
    return is_at_top and initial.base - lines[-1].base < OFF_EM * lines[-1].size


def _top(glyph: Glyph) -> float:
    return glyph.base - CAPITAL_EM * glyph.size
