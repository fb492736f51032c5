"""The pages of a document → its columns in reading order: the margin, then the text, one column after the other."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.documents.pdf.areas.beside import columns_beside
from generator.documents.pdf.areas.boxes import Beside, beside_box, boxes_of
from generator.documents.pdf.areas.flows import alternations
from generator.documents.pdf.layout import Page, Piece, Print, margins_of

MIN_LINES = 8
"""Lines that each of two columns of text has at least."""
WIDE = 0.6
"""The share of a column that most of its lines fill at least."""
MAX_RULES = 2
"""Lines drawn across two columns of text at most: in a table there are more."""
MAX_COLUMNS = 3
CHANGES = 4
"""How often what was written changes from one side of a gutter to the other at least, if that tells of rows."""
ROW_LINES = 1.5
"""Lines at least, on average, that were written before such a change: with fewer, the order means nothing."""
MOST_ACROSS = 0.1
"""The share of pieces that may go across the gutter of other pages."""


@dataclass(frozen=True)
class Column:
    """What is read from top to foot before the next column."""

    page: Page
    pieces: tuple[Piece, ...]
    of: int
    """The number of adjacent columns; 0 for what is beside the text, a margin or a box."""
    is_own: bool = False
    """Whether its lines go as far as they do, and not as far as those of other columns."""
    beside: tuple[Beside, ...] = ()
    """Where its lines are shorter."""


def columns_of(pages: tuple[Page, ...], usual: Print) -> tuple[Column, ...]:
    """What stands on the pages, in the order in which it is read; the boxes of a page come before its text."""
    margins = margins_of(pages, usual)
    columns: list[list[Column]] = []
    texts: list[tuple[Piece, ...]] = []
    gutters: list[float | None] = []
    shorter: list[tuple[Beside, ...]] = []
    for page, margin in zip(pages, margins, strict=True):
        inside = tuple(piece for piece in page.pieces if piece not in margin)
        gutter = _gutter(page, inside, usual.size)
        boxes = [] if gutter else boxes_of(page, inside, usual)
        boxed = {id(piece) for box in boxes for piece in box.pieces}
        texts.append(tuple(piece for piece in inside if id(piece) not in boxed))
        gutters.append(_gutter(page, texts[-1], usual.size) if boxes else gutter)
        shorter.append(tuple(beside_box(box, texts[-1]) for box in boxes))
        beside = [tuple(piece for piece in page.pieces if piece in margin)] if margin else []
        columns.append([Column(page, some, 0) for some in beside])
        columns[-1] += [Column(page, _in_rows(box.pieces), 0, is_own=True) for box in boxes]
    found = Counter(round(gutter) for gutter in gutters if gutter)
    usual_gutter = next((float(place) for place, count in found.most_common(1) if count > 1), None)
    for page, text, gutter, some, narrow in zip(pages, texts, gutters, columns, shorter, strict=True):
        if gutter or (gutter := _if_free(text, usual_gutter)):
            some += _split(page, text, usual.size, gutter)
        else:
            some += (replace(column, beside=narrow) for column in _regions(page, text, usual.size))
    return tuple(column for some in columns for column in some)


def _in_rows(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(sorted(pieces, key=lambda piece: (piece.base, piece.left)))


def _regions(page: Page, pieces: tuple[Piece, ...], size: float) -> Iterator[Column]:
    """The pieces in bands down the page: columns that were written one after the other, and what is between them."""
    sides = columns_beside(page, pieces, size)
    if not sides:
        if pieces:
            yield Column(page, pieces, 1)
        return
    held = {id(piece) for side in sides for piece in side}
    top = min(piece.base for side in sides for piece in side)
    above = tuple(piece for piece in pieces if id(piece) not in held and piece.base < top)
    below = tuple(piece for piece in pieces if id(piece) not in held and piece.base >= top)
    yield from _regions(page, above, size)
    yield from (Column(page, side, len(sides), is_own=True) for side in sides)
    yield from _regions(page, below, size)


def _if_free(pieces: Sequence[Piece], gutter: float | None) -> float | None:
    """The gutter of other pages, if hardly anything on this one goes across it: its columns may be short."""
    if gutter is None or sum(piece.left < gutter < piece.right for piece in pieces) > MOST_ACROSS * len(pieces):
        return None
    return gutter


def _split(page: Page, pieces: tuple[Piece, ...], size: float, gutter: float | None, of: int = 1) -> Iterator[Column]:
    """The pieces in columns; what goes right across the page comes between."""
    if gutter is None or of == MAX_COLUMNS:
        if pieces:
            yield Column(page, pieces, of)
        return
    across = [piece for piece in pieces if piece.left < gutter < piece.right]
    heights = [-math.inf, *sorted({piece.base for piece in across}), math.inf]
    for top, bottom in pairwise(heights):
        band = [piece for piece in pieces if piece not in across and top <= piece.base < bottom]
        crossing = tuple(piece for piece in across if piece.base == top)
        if crossing:
            yield Column(page, crossing, of)
        for side in (False, True):
            part = tuple(piece for piece in band if (piece.left >= gutter) == side)
            yield from _split(page, part, size, _gutter(page, part, size), of + 1)


def _gutter(page: Page, pieces: Sequence[Piece], size: float) -> float | None:
    """Where the white between two columns of running text is; nothing if there are none."""
    if not pieces:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    places = {piece.right + 0.3 * size for piece in pieces}
    inner = [place for place in places if 0.2 < (place - left) / (right - left) < 0.8]
    found = [place for place in inner if _parts_text(page, pieces, place, size)]
    return min(found, key=lambda place: (sum(p.left < place < p.right for p in pieces), place), default=None)


def _parts_text(page: Page, pieces: Sequence[Piece], place: float, size: float) -> bool:
    """Whether on both sides of a place there is running text, with hardly anything across and no table."""
    sides = [p for p in pieces if p.right <= place], [p for p in pieces if p.left >= place]
    if min(map(len, sides)) < MIN_LINES or min(p.left for p in sides[1]) - place < 0.5 * size:
        return False
    across = len(pieces) - len(sides[0]) - len(sides[1])
    ruled = {round(rule.height) for rule in page.rules if rule.left < place < rule.right}
    changes = alternations([piece for side in sides for piece in side], place)
    is_table = changes >= CHANGES and sum(map(len, sides)) > ROW_LINES * changes
    is_parted = 3 * across <= min(map(len, sides)) and len(ruled) <= MAX_RULES and not is_table
    return is_parted and all(map(_is_running_text, sides))


def _is_running_text(pieces: Sequence[Piece]) -> bool:
    """Whether most of the text in a column is lines that fill it and start below each other."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    lines = [piece for piece in pieces if piece.right - piece.left > WIDE * (right - left)]
    letters, all_letters = (sum(len(piece.text) for piece in some) for some in (lines, pieces))
    edges = Counter(round(piece.left) for piece in lines)
    is_aligned = max(edges.values(), default=0) > len(lines) / 2
    return len(lines) >= MIN_LINES and letters > all_letters / 2 and is_aligned
