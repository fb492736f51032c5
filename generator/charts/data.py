"""What a chart shows, as plain values: no text is made here and nothing is drawn. The input of `spec`."""

from dataclasses import dataclass

WIDE_PX = 760
MOST_NAMED = 24
"""Lines of a trend chart that can all be named beside it."""
NARROW_PX = 340
"""Width of the variant for phones: a screen of 360 px leaves 331 for it, so text of 12 px is shown at 11 and up."""


@dataclass(frozen=True)
class TrendLine:
    """The due dates that successive sources gave for one milestone."""

    title: tuple[str, ...]
    """Its title, on as many lines as it needs."""
    due: str
    """Its due date in words. Lines that end at one day with the same words share one label."""
    number: int
    """Stands for the label in the narrow variant; the table has it too."""
    points: tuple[tuple[str, str], ...]
    """(day the source spoke, last day of the date it promised), ISO, oldest first."""
    done: tuple[str, str] | None
    """(day the source spoke, day it was done by), if it is done."""
    moved: bool
    dropped: str | None = None
    """Day on which a source dropped it: the line ends there."""
    silent_from: str | None = None
    """Day of the last source that mentions it, if it fell silent: from there the line fades."""


@dataclass(frozen=True)
class TrendPlot:
    """Milestone trend chart: x the day a source spoke, y the day it promised."""

    lines: tuple[TrendLine, ...]
    sources: tuple[str, ...]
    """The days on which known sources were published, ISO."""
    as_of: str
    today_label: str
    x_title: str
    y_title: str
    several: str = "{n}"
    """What stands for the titles of lines with one due date where there are too many: `{n} promises`."""

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many lines to name each."""
        return len(self.lines) > MOST_NAMED


@dataclass(frozen=True)
class SeriesPoint:
    """One value for one period."""

    begin: str
    end: str
    """First and last day of the period, ISO."""
    label: str
    value: float
    shown: str
    """The value as printed beside the mark."""
    run: int
    """Points with the same run are joined by a line; a gap starts a new one."""
    mark: str
    """`current`, `restated`, `target` or `forecast`."""


@dataclass(frozen=True)
class SeriesPlot:
    """An indicator over time."""

    points: tuple[SeriesPoint, ...]
    y_title: str
    separators: tuple[str, str]
    """What stands between thousands and before decimals on its axis."""


@dataclass(frozen=True)
class Cell:
    """One value of a table of two dimensions."""

    row: str
    column: str
    value: float
    shown: str


@dataclass(frozen=True)
class GridPlot:
    """A table of two dimensions, each cell with its value and a bar."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class MapPoint:
    """A place on the map."""

    lat: float
    lon: float
    label: str
    state: str
    """Of the milestone there: `done`, or `open` for every other; `named` for a place alone, `cluster` for many."""


@dataclass(frozen=True)
class MapPlot:
    """Places on the part of the world that holds them all."""

    points: tuple[MapPoint, ...]
    """Those first that need their label most."""
    close: bool = False
    """Whether it is a close-up, for which the outline must be finer and shapes true."""


Plot = TrendPlot | SeriesPlot | GridPlot | MapPlot
