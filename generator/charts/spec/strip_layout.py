"""Where the parts of an evolution strip are: columns, rows and headings in pixels, days in the time of Vega."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from textwrap import wrap

from generator.charts.data import NARROW_PX, StripGroup, StripPlot, StripRow, StripSource

LINE_PX = 16
MARK_PX = 11
"""How far apart the marks of a row must be."""
DAY = 86_400_000
"""Milliseconds."""
_ROOM_PX = 5
"""How far the area of a row extends above and below what is drawn in it."""
_HEAD_PX = 100
"""How far apart the names of two documents must be."""
FATES = {
    "done": "done",
    "past": "moved",
    "gone": "moved",
    "ahead": "line",
    "open": "line",
    "lost": "muted",
    "dropped": "muted",
    "": "ink",
}
"""The colour of each fate."""


@dataclass(frozen=True)
class Frame:
    """Where the columns of the drawing are, in pixels, and how many characters fit in them in any usual typeface."""

    width: int
    left: int
    right: int
    """The first and last pixel of the axis of time."""
    label_characters: int
    words_characters: int
    narrow: bool


WIDE = Frame(1000, 306, 770, 40, 30, narrow=False)
NARROW = Frame(NARROW_PX, 8, NARROW_PX - 8, 42, 44, narrow=True)


@dataclass(frozen=True)
class Placed:
    """A row of the drawing with the place of its parts, in pixels from the top."""

    row: StripRow
    colour: str
    """The name of the colour of its fate."""
    top: int
    """Of its label."""
    words: int
    """The top of its words."""
    middle: int
    """Of its marks."""
    bottom: int


@dataclass(frozen=True)
class RowArea:
    """The part of a drawing that belongs to a milestone, theme or thread, over its whole width."""

    id: str
    label: str
    """Its name and how it stands."""
    top: float
    height: float
    """In percent of the height of the drawing."""


def row_areas(plot: StripPlot, narrow: bool) -> tuple[RowArea, ...]:
    """Return where each row of the drawing is, from top to bottom, so that a page can lay a link over it."""
    placed, _, height = laid_out(plot, NARROW if narrow else WIDE)
    return tuple(
        RowArea(
            id=at.row.id,
            label=f"{at.row.label}: {at.row.words}",
            top=round(100 * (at.top - _ROOM_PX) / height, 2),
            height=round(100 * (at.bottom - at.top + 2 * _ROOM_PX) / height, 2),
        )
        for at in placed
    )


def laid_out(plot: StripPlot, frame: Frame) -> tuple[list[Placed], list[tuple[StripGroup, int]], int]:
    """Where every row and heading is, and the height of the whole."""
    top = 30 if frame.narrow else 46
    placed: list[Placed] = []
    heads: list[tuple[StripGroup, int]] = []
    for group in plot.groups:
        if group.title:
            heads.append((group, top))
            top += 28
        colour = FATES[group.fate]
        for row in group.rows:
            label = LINE_PX * len(wrap(row.label, frame.label_characters))
            words = LINE_PX * len(wrap(row.words, frame.words_characters))
            if frame.narrow:
                middle = top + label + words + 16
                placed.append(Placed(row, colour, top, top + label, middle, middle + 8))
                top += label + words + 38
            else:
                tall = max(label, words, 24)
                placed.append(Placed(row, colour, top, top, top + LINE_PX // 2, top + tall))
                top += tall + 10
        top += 8
    return placed, heads, top + (4 if frame.narrow else 22 + 13 * 4 * bool(plot.unread))


def per_day(plot: StripPlot, frame: Frame) -> float:
    """Pixels of a day."""
    return (frame.right - frame.left) / (milliseconds(plot.end) - milliseconds(plot.begin)) * DAY


def document_heads(plot: StripPlot, frame: Frame) -> Iterator[tuple[str, tuple[str, str]]]:
    """Kind and month of each document; those too near to each other for two names are named together."""
    groups: list[list[StripSource]] = []
    for source in plot.sources:
        apart = milliseconds(source.day) - milliseconds(groups[-1][0].day) if groups else 0
        if groups and apart / DAY * per_day(plot, frame) < _HEAD_PX:
            groups[-1].append(source)
        else:
            groups.append([source])
    for group in groups:
        kinds = ", ".join(dict.fromkeys(source.kind for source in group))
        months = [s.month if s.year == after.year else f"{s.month} {s.year}" for s, after in pairwise(group)]
        yield group[0].day, (kinds, ", ".join([*months, f"{group[-1].month} {group[-1].year}"]))


def moved_apart(days: Iterable[str], plot: StripPlot, frame: Frame) -> list[float]:
    """Where marks of these days are in time; those that would overlap are moved apart by as little as shows all.

    `days` are ISO, oldest first. What overlaps becomes a row of marks around the middle of their days.
    """
    least = MARK_PX / per_day(plot, frame) * DAY
    runs: list[list[int]] = []
    for place in map(milliseconds, days):
        runs.append([place])
        while len(runs) > 1 and _spread(runs[-1], least)[0] - _spread(runs[-2], least)[-1] < least:
            runs[-2:] = [runs[-2] + runs[-1]]
    return [place for run in runs for place in _spread(run, least)]


def _spread(run: list[int], least: float) -> list[float]:
    middle = sum(run) / len(run)
    return [middle + (i - (len(run) - 1) / 2) * least for i in range(len(run))]


def milliseconds(day: str) -> int:
    """Return the start of an ISO day in milliseconds since 1970, the time of Vega."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * DAY
