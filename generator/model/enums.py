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
    """The kind of a statement."""

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
    """It is to happen; nothing has begun."""
    UNDER_WAY = "under-way"
    """Work on it has begun."""
    STALLED = "stalled"
    """Work on it is on hold or waits for others."""
    DONE = "done"
    """It has happened; `done` holds when, if the source states it."""
    DROPPED = "dropped"
    """It will not happen."""


class Qualifier(Enum):
    """How the source hedges a figure."""

    ABOUT = "about"
    """The value is near it: about, some, almost."""
    MORE_THAN = "more-than"
    """The value lies above it."""
    LESS_THAN = "less-than"
    """The value lies below it."""
    AT_LEAST = "at-least"
    """The value is it or lies above it."""


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
    """A sea or river port."""
    AIRPORT = "airport"
    """An airport."""
    REGION = "region"
    """A region of the agency."""
    CITY = "city"
    """A city or town."""
    ISLAND = "island"
    """An island."""
    COUNTRY = "country"
    """A country."""
    AREA = "area"
    """A stretch of land or water that is none of the others."""


class AliasKind(Enum):
    """What sort of record another id leads to."""

    THEME = "theme"
    """A theme."""
    STATEMENT = "statement"
    """A statement."""
    INDICATOR = "indicator"
    """An indicator."""
    MILESTONE = "milestone"
    """A milestone."""
    SOURCE = "source"
    """A source."""
    PLACE = "place"
    """A place."""
    TERM = "term"
    """A term."""
    TENSION = "tension"
    """A tension."""
    PASSAGE = "passage"
    """Of the source that the alias names."""


class ServiceKind(Enum):
    """How an official service is asked for papers."""

    SYNCFEED = "syncfeed"
    """A feed of changes in Atom that goes on where the last visit ended, as the House of Representatives has."""
    SRU = "sru"
    """A search by SRU 2.0 that answers with records, as the official publications have."""


class Match(Enum):
    """How sure it is that a paper belongs to the dossier."""

    CERTAIN = "certain"
    """It carries the number of the dossier."""
    DOUBTFUL = "doubtful"
    """Only its title says so."""


class Stage(Enum):
    """What there is of a paper."""

    TEXT = "text"
    """A file that can be read."""
    ANNOUNCED = "announced"
    """Its title only; the text is still to come."""
    WITHDRAWN = "withdrawn"
    """The service took it back."""
