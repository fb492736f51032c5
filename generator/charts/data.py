"""The content of charts as plain values, without wording or drawing. The input of `spec`."""

from dataclasses import dataclass

WIDE_PX = 760
"""Width of the variant for wide screens."""
MOST_NAMED = 24
"""The most lines of a trend chart that can all be labelled."""
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
    """Replaces the label in the narrow variant; also in the table."""
    points: tuple[tuple[str, str], ...]
    """(day of publication of the source, last day of the due date that it gives), ISO, oldest first."""
    done: tuple[str, str] | None
    """(day of publication of the source, last day of the date of completion), ISO; None unless it is done."""
    moved: bool
    dropped: str | None = None
    """ISO day on which a source dropped it, where the line ends; None if it was not dropped."""
    silent_from: str | None = None
    """ISO day of the last source that mentions it, after which the line fades; None if later sources mention it."""


@dataclass(frozen=True)
class TrendPlot:
    """Milestone trend chart: x is the day of publication of a source, y the due date that it gives."""

    lines: tuple[TrendLine, ...]
    sources: tuple[str, ...]
    """The days on which known sources were published, ISO."""
    as_of: str
    today_label: str
    x_title: str
    y_title: str
    several: str = "{n}"
    """Replaces the titles of lines with the same due date where there are too many: `{n} promises`."""

    @property
    def is_crowded(self) -> bool:
        """Whether there are too many lines to label each."""
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
    """Points with the same run are joined by a line; a gap starts a new run."""
    mark: str
    """`current`, `restated`, `target` or `forecast`."""


@dataclass(frozen=True)
class SeriesPlot:
    """An indicator over time."""

    points: tuple[SeriesPoint, ...]
    y_title: str
    separators: tuple[str, str]
    """The separator of thousands and the decimal separator of its axis."""


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
    """State of its milestone: `done` or else `open`; `named` for a place without one, `cluster` for several."""


@dataclass(frozen=True)
class MapPlot:
    """Places on a map of the part of the world that contains them all."""

    points: tuple[MapPoint, ...]
    """In order of priority of their labels."""
    close: bool = False
    """Whether it is a close-up, which needs a finer outline and a conformal projection."""


Plot = TrendPlot | SeriesPlot | GridPlot | MapPlot
