"""The content of charts as plain values, without wording or drawing. The input of `spec`."""

from dataclasses import dataclass

WIDE_PX = 760
"""Width of the variant for wide screens."""
STRIP_PX = 1000
"""Width of an evolution strip on wide screens: names on the left, time, words on the right."""
NARROW_PX = 340
"""Width of the variant for phones: a screen of 360 px leaves 331 for it, so text of 12 px is shown at 11 and up."""
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Of all text in a drawing."""
WIDEST = 0.62
"""Width of a character on average in the widest typeface that a reader may have, as part of its size."""

Colours = dict[str, str]
"""CSS colours by name."""


@dataclass(frozen=True)
class StripBand:
    """A promised date as the interval that it is."""

    begin: str
    end: str
    """First and last day, ISO."""
    label: str


@dataclass(frozen=True)
class StripRow:
    """One milestone, theme or thread on the axis of time."""

    label: str
    words: str
    """How it stands, at the end of the row."""
    id: str
    """Of the milestone, theme or thread: the row leads to it."""
    marks: tuple[tuple[str, str], ...] = ()
    """(day of publication of the source, ISO; what it says), oldest first; `mentioned` for threads, none for themes."""
    dots: tuple[tuple[str, str], ...] = ()
    """(last day of its date, fate) of each promise of a theme, ISO, by day."""
    bands: tuple[StripBand, ...] = ()
    """Its due dates, the first one first; a date that several sources repeat is one band."""
    done: str | None = None
    """ISO day on which it was done, or the last day of that period; None if no source says when."""
    is_past: bool = False
    """Whether its date has passed and no document says that it is done."""
    is_absent: bool = False
    """Whether later documents were searched for it in vain: the line ends in dots."""


@dataclass(frozen=True)
class StripGroup:
    """Rows of one fate, or of one group of themes, under a heading."""

    title: str
    """Empty for rows without a heading."""
    fate: str
    """`gone`, `past`, `done`, `ahead`, `open`, `lost` or `dropped`: the colour; empty for themes and threads."""
    rows: tuple[StripRow, ...]


@dataclass(frozen=True)
class StripSource:
    """A document that was read: a line over the whole strip."""

    day: str
    """Of publication, ISO."""
    kind: str
    month: str
    """Short, in words."""
    year: str


@dataclass(frozen=True)
class StripSpan:
    """A time of which no document was read."""

    begin: str
    end: str
    label: str


@dataclass(frozen=True)
class StripPlot:
    """Evolution strip: a row for each milestone, theme or thread; x is time.

    Marks are documents, bands are promised dates; on the row of a theme each dot is a promise at its date.
    """

    groups: tuple[StripGroup, ...]
    sources: tuple[StripSource, ...]
    """The documents that were read, oldest first."""
    unread: tuple[StripSpan, ...]
    begin: str
    end: str
    """First and last day of the axis, ISO."""
    as_of: str
    of: str = "milestones"
    """What the rows are: `milestones`, `themes` or `threads` of a theme."""


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
class Bar:
    """One value of a series for one period."""

    begin: str
    end: str
    """First and last day of the period, ISO."""
    value: float
    shown: str
    """The value as printed above the bar, as hedged by its source."""
    standing: str
    """`parliament` is filled, `official` half filled, `relayed` outlined."""
    is_forecast: bool = False
    """Whether it was given before its period had ended: dashed and pale."""


@dataclass(frozen=True)
class BarsPlot:
    """A series with figures from outside the documents to parliament; a period without a figure is a gap."""

    bars: tuple[Bar, ...]
    """By period, one each."""
    breaks: tuple[tuple[str, str], ...]
    """(ISO day from which something else is counted, the letter that names it below the chart), oldest first."""
    unit: str
    begin: int
    end: int
    """First and last year of the axis, the same for all series of a theme."""
    legend: tuple[tuple[str, str], ...]
    """(kind of bar, what it means) of those that occur, for a drawing that stands by itself."""


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


Plot = StripPlot | SeriesPlot | BarsPlot | GridPlot | MapPlot
