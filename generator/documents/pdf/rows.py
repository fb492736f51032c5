"""The printed lines of a table → its rows: which lines are one row together, where cells take more than one line.

Rules drawn between the rows decide where there are enough. Otherwise every way to group the lines is weighed: whether
the text of a cell reads on from line to line, and whether the cells of a row have their first line, their middle or
their last line at one height.
"""

import math
import re
from bisect import bisect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.documents.conventions import LETTER
from generator.documents.pdf.layout import Piece, Rule, Word

Columns = Sequence[tuple[float, float]]
"""From where to where the columns of a table go, from left to right."""
_Row = tuple[Piece, ...]
_BROKEN = re.compile(r"[^\W\d_][-\u2010]$")
_ENDED = re.compile(r"[.:;?!…][”’'\")\]]*$")
_STOPS = frozenset(LETTER.stops)
_NUMBER = re.compile(r"[\W\d_]+")
FRAME_EM = 2.0
"""How far the line around a table is from its first and last line at most, in their size."""
MORE = 1.12
"""How much farther the rows of a table are from each other than the lines of a cell."""
WHITE = 1.2
"""The same where white between the rows sets them apart."""
OWN = 1.3
"""How much farther than elsewhere in the table the lines of a column are at most, if its type is larger."""
SPACE_EM = 0.25
"""How wide a space is where none is printed, in the size of the type."""
SLACK_EM = 0.3
"""How much of a line of a cell may stay free, in its size, though the next word would have fitted."""
LEVEL = 0.15
"""How far, in lines, the cells of a row may be from the height that they have in common."""
MOST_LINES = 40
"""Of one row at most."""
BROKEN, READS_ON, MAY_READ_ON, STARTS, APART = 4.0, 1.5, -0.5, -2.0, -4.0
"""How likely a line of a cell goes on with the one above: a word is broken or cannot be the last, a sentence reads on,
nothing tells, there was room for its first word, it is farther below than the lines of a cell are."""
CLOSE = 1.5
"""What is added for a line if there is white between the rows of the table, and none above it."""
UNEVEN = 2.0
"""What a row loses by a cell that is a line higher or lower than its others."""
HOLLOW, HEADLESS, DOUBLE = 1.0, 3.0, 1.5
"""What a row loses if it is empty but for one cell, by an empty first cell, by a line that has all cells again."""
_Heights = Callable[[float, float], float]
_LEVELS: tuple[_Heights, ...] = (
    lambda top, _: top,
    lambda top, bottom: (top + bottom) / 2,
    lambda _, bottom: bottom,
)
"""What the cells of a row may have at one height, of the first and last line of each."""


@dataclass(frozen=True)
class Cell:
    """What a printed line has in one column."""

    text: str
    left: float
    right: float
    word: float
    """How wide its first word is."""
    space: float
    """How wide its widest space is."""
    base: float
    size: float
    first: int = 0
    last: int = 0
    """The places of its first and last word among those of the page as they were written in the file."""


_Line = Mapping[int, Cell]
"""What a printed line has in each of its columns."""


@dataclass(frozen=True)
class _Link:
    """Two lines of one cell, or of two cells of one column, with nothing between them."""

    column: int
    upper: int
    """The number of the printed line of which the first is part."""
    lower: int
    above: Cell
    below: Cell

    @property
    def gap_em(self) -> float:
        """How far the second is below the first, in its size."""
        return (self.below.base - self.above.base) / self.below.size


def grouped(rows: Sequence[_Row], columns: Columns, rules: Sequence[Rule], line_em: float) -> Iterator[list[_Row]]:
    """The printed lines of each row of a table."""
    lines = [cells_of(row, columns) for row in rows]
    ruled = [True, *(_is_ruled(above, row, rules) for above, row in pairwise(rows))]
    are_few = sum(ruled) > 2 and len(rows) <= 3 * sum(ruled)
    starts = ruled if are_few else _starts(lines, columns, ruled, line_em)
    if sum(ruled) > 2 or (sum(ruled) == 2 and _is_framed(rows, rules)):
        starts = _with_whole_bands(lines, starts, ruled)
    yield from (list(rows[start:end]) for start, end in _stretches(starts))


def _stretches(starts: Sequence[bool]) -> Iterator[tuple[int, int]]:
    yield from pairwise([*(i for i, is_start in enumerate(starts) if is_start), len(starts)])


def _with_whole_bands(lines: Sequence[_Line], starts: Sequence[bool], ruled: Sequence[bool]) -> list[bool]:
    """What stands between two rules is one row, unless two or more rows in it have all the cells that it has."""
    whole = list(starts)
    for top, foot in _stretches(ruled):
        rows = [set().union(*lines[top + a : top + b]) for a, b in _stretches(starts[top:foot])]
        if sum(row == set().union(*rows) for row in rows) < 2:
            whole[top + 1 : foot] = [False] * (foot - top - 1)
    return whole


def cells_of(row: _Row, columns: Columns) -> dict[int, Cell]:
    """What a printed line has in each column, by the number of the column; words close together may be two cells."""
    words = sorted(((place_of(word, columns), word) for piece in row for word in piece.words), key=_column_and_left)
    parts = {column: [word for _, word in placed] for column, placed in groupby(words, key=lambda placed: placed[0])}
    return {column: _cell(part, row[0]) for column, part in parts.items()}


def _column_and_left(placed: tuple[int, Word]) -> tuple[int, float]:
    return placed[0], placed[1].left


def _cell(words: Sequence[Word], piece: Piece) -> Cell:
    text, right = " ".join(word.text for word in words), max(word.right for word in words)
    space = max((word.left - before.right for before, word in pairwise(words)), default=SPACE_EM * piece.size)
    orders = sorted(word.order for word in words)
    word = words[0].right - words[0].left
    return Cell(text, words[0].left, right, word, space, piece.base, piece.size, orders[0], orders[-1])


def place_of(word: Word, columns: Columns) -> int:
    """The column that a word is in, or the one before it."""
    return max(0, bisect([left for left, _ in columns], (word.left + word.right) / 2) - 1)


def _is_ruled(above: _Row, row: _Row, rules: Sequence[Rule]) -> bool:
    """Whether a line is drawn between two printed rows."""
    left, right = row[0].left, row[-1].right
    top, bottom = above[0].base, row[0].base - 0.3 * row[0].size
    return any(top < rule.height < bottom and rule.left < right and left < rule.right for rule in rules)


def _is_framed(rows: Sequence[_Row], rules: Sequence[Rule]) -> bool:
    """Whether lines are drawn above and below a table, so that the one between rows parts all that it has."""
    (first, *_), (last, *_) = rows[0], rows[-1]
    above = (rule for rule in rules if 0 < first.base - rule.height < FRAME_EM * first.size)
    below = (rule for rule in rules if 0 < rule.height - last.base < FRAME_EM * last.size)
    return any(rule.left <= first.left < rule.right for rule in above) and any(
        rule.left <= last.left < rule.right for rule in below
    )


def _starts(lines: Sequence[_Line], columns: Columns, ruled: Sequence[bool], line_em: float) -> list[bool]:
    """For each printed line, whether a row of the table starts with it."""
    links = list(_links(lines))
    pitch = min((link.gap_em for link in links), default=math.inf)
    if pitch >= line_em:
        return [True] * len(lines)
    close = CLOSE if 4 * sum(link.gap_em > WHITE * pitch for link in links) >= len(links) else 0.0
    likely: list[list[tuple[int, float]]] = [[] for _ in lines]
    between = _written_between(lines)
    for link in links:
        is_apart = link.gap_em > _farthest_em(link.column, links, pitch) or between(link)
        value = APART if is_apart else _likely(link.above, link.below, columns[link.column])
        likely[link.lower].append((link.upper, value + close / len(lines[link.lower])))
    line = min(link.below.base - link.above.base for link in links)
    ways = [_Way(lines, likely, len(columns), ruled, line, level) for level in _LEVELS]
    return max((way.best() for way in ways), key=lambda way: way[0])[1]


def _written_between(lines: Sequence[_Line]) -> Callable[[_Link], bool]:
    """Whether something in another column was written between two lines: then they are of two cells.

    In a file in which nothing was written above what was written before it, that tells nothing.
    """
    cells = sorted((cell for line in lines for cell in line.values()), key=lambda cell: cell.first)
    if all(after.base > before.base - LEVEL * after.size for before, after in pairwise(cells)):
        return lambda link: False
    firsts = [cell.first for cell in cells]
    return lambda link: link.below.first not in firsts[bisect(firsts, link.above.last) :][:1]


def _links(lines: Sequence[_Line]) -> Iterator[_Link]:
    last: dict[int, int] = {}
    for i, line in enumerate(lines):
        yield from (_Link(c, last[c], i, lines[last[c]][c], cell) for c, cell in line.items() if c in last)
        last |= dict.fromkeys(line, i)


def _farthest_em(column: int, links: Sequence[_Link], pitch: float) -> float:
    """How far the lines of a cell are from each other at most: a column may be set in a type of its own."""
    own = min(link.gap_em for link in links if link.column == column)
    return MORE * (own if own < OWN * pitch else pitch)


def _likely(above: Cell, below: Cell, column: tuple[float, float]) -> float:
    """How likely a line of a cell goes on with the line above it."""
    goes_on = below.text[0].islower() and not _ENDED.search(above.text)
    if goes_on and (_BROKEN.search(above.text) or _is_open(above)):
        return BROKEN
    needed = above.right - above.left + above.space + below.word
    has_room = needed + SLACK_EM * above.size < column[1] - column[0]
    if has_room or (_NUMBER.fullmatch(above.text) and _NUMBER.fullmatch(below.text)):
        return STARTS
    return READS_ON if goes_on and " " in above.text else MAY_READ_ON


def _is_open(cell: Cell) -> bool:
    """Whether a line ends with a word with which nothing ends."""
    before, _, last = cell.text.rpartition(" ")
    return bool(before) and last in _STOPS


@dataclass(frozen=True)
class _Way:
    """One way to set a table: the cells of each row have the same line at one height."""

    lines: Sequence[_Line]
    likely: Sequence[Sequence[tuple[int, float]]]
    """For each line, the numbers of the lines above it in its columns, and how likely it goes on with each."""
    columns: int
    ruled: Sequence[bool]
    pitch: float
    """Points from line to line of a cell."""
    level: _Heights

    def best(self) -> tuple[float, list[bool]]:
        """What the best of all ways to group the lines is worth, and where its rows start."""
        worth = [0.0, *[-math.inf] * len(self.lines)]
        start_of = [0] * len(worth)
        for start in range(len(self.lines)):
            for end, added in self._rows_from(start):
                if worth[start] + added > worth[end]:
                    worth[end], start_of[end] = worth[start] + added, start
        starts, end = [False] * len(self.lines), len(self.lines)
        while end:
            end = start_of[end]
            starts[end] = True
        return worth[-1], starts

    def _rows_from(self, start: int) -> Iterator[tuple[int, float]]:
        """The end of each row that may start with a line, and what that row is worth."""
        worth, full = 0.0, 0
        reach: dict[int, tuple[float, float]] = {}
        for i in range(start, min(start + MOST_LINES, len(self.lines))):
            if i > start and self.ruled[i]:
                return
            worth += sum(likely for above, likely in self.likely[i] if above >= start)
            full += len(self.lines[i]) == self.columns
            for column, cell in self.lines[i].items():
                reach[column] = (reach.get(column, (cell.base, 0))[0], cell.base)
            yield i + 1, worth - self._lost(reach, max(0, full - 1))

    def _lost(self, reach: Mapping[int, tuple[float, float]], doubles: int) -> float:
        tops, bottoms = zip(*reach.values(), strict=True)
        height = self.level(min(tops), max(bottoms))
        off = (abs(self.level(*cell) - height) / self.pitch for cell in reach.values())
        uneven = sum(lines for lines in off if lines > LEVEL)
        hollow = (self.columns - len(reach)) / self.columns
        return UNEVEN * uneven + HOLLOW * hollow + HEADLESS * (0 not in reach) + DOUBLE * doubles
