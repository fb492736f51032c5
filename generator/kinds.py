"""The closed sets of words in which records are written."""

from enum import Enum


class SourceKind(Enum):
    """What sort of document a source is."""

    LETTER = "letter"
    """A letter to parliament."""
    ANNUAL_REPORT = "annual-report"
    """A report on a year."""
    IMPLEMENTATION_REPORT = "implementation-report"
    """A report on what hampers the work."""
    EXTERNAL = "external"
    """Somebody else's document, cited for a figure; makes no edition."""


class StatementKind(Enum):
    """What sort of thing a statement tells."""

    PLAN = "plan"
    """What is intended."""
    PROGRESS = "progress"
    """What is under way."""
    RESULT = "result"
    """What was reached or happened."""
    SETBACK = "setback"
    """What failed, stalled or got worse."""
    CONTEXT = "context"
    """What explains the rest."""


class Says(Enum):
    """What one source says of a milestone."""

    ANNOUNCED = "announced"
    UNDER_WAY = "under-way"
    STALLED = "stalled"
    DONE = "done"
    DROPPED = "dropped"


class Qualifier(Enum):
    """How the source hedges a figure."""

    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    AT_LEAST = "at-least"


class Basis(Enum):
    """Where a value comes from."""

    STATED = "stated"
    """The source prints the value."""
    COMPUTED = "computed"
    """The value follows by `formula` from values that the source prints."""
    READ_FROM_CHART = "read-from-chart"
    """The source draws the value and prints no number; `note` says how it was read."""


class Because(Enum):
    """Why a later source gives another value for a period that has one."""

    REVISION = "revision"
    """The source corrects or updates its own figure."""
    DEFINITION = "definition"
    """Something else is counted; a line through the values breaks here."""
    OUR_ERROR = "our-error"
    """The earlier value was entered wrongly."""


class LineageKind(Enum):
    """How a milestone came out of others."""

    RENAMED = "renamed"
    """The same thing under another name."""
    MERGED = "merged"
    """Two or more became this one."""
    SPLIT = "split"
    """One became this and others."""


class PlaceKind(Enum):
    """What sort of place it is."""

    PORT = "port"
    AIRPORT = "airport"
    REGION = "region"
    CITY = "city"
    ISLAND = "island"
    COUNTRY = "country"
    AREA = "area"


class AliasKind(Enum):
    """What sort of record another id leads to."""

    THEME = "theme"
    STATEMENT = "statement"
    INDICATOR = "indicator"
    MILESTONE = "milestone"
    SOURCE = "source"
    PLACE = "place"
    TERM = "term"
    TENSION = "tension"
    PASSAGE = "passage"
    """Of the source that the alias names."""
