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


class Held(Enum):
    """How much of the text of a source was read."""

    WHOLE = "whole"
    """All of it, passage by passage."""
    PARTIAL = "partial"
    """A fragment: it proves what is in it, and never that something is not in the document."""
    NONE = "none"
    """Nothing: only that the document exists is known."""


class SourceStanding(Enum):
    """How near an external source is to the body whose figures and acts it gives."""

    OFFICIAL = "official"
    """A publication of the official body itself."""
    RELAYED = "relayed"
    """A newspaper, trade body or service that passes on what an official body said."""


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


class ReportBasis(Enum):
    """What a report is based on."""

    READ = "read"
    """A passage that was read."""
    EXISTS_UNREAD = "exists-unread"
    """That a document exists, by its number, date and title: nothing of its content. It cites `register#id`."""


class Nature(Enum):
    """What a milestone is: only promises are counted as promises."""

    PROMISE = "promise"
    """Somebody undertook it or dated it ahead."""
    STEP = "step"
    """A step on the way to a promise."""
    EVENT = "event"
    """It happened or exists and had not been announced, or it is the act of another."""


class Owner(Enum):
    """Who owes a promise."""

    CUSTOMS = "customs"
    """The Customs administration."""
    STATE_SECRETARY = "state-secretary"
    """Its State Secretary."""
    MINISTRY = "ministry"
    """A ministry or the government."""
    PARLIAMENT = "parliament"
    """A house of parliament."""
    EU = "eu"
    """The European Union, its Commission or its member states together."""
    OTHER = "other"
    """Somebody else: a court, an auditor, a company, another country."""


class Weight(Enum):
    """How much a record matters to a reader who has little time."""

    LEAD = "lead"
    """It leads its theme."""
    NORMAL = "normal"
    """As most."""
    MINOR = "minor"
    """It never leads: an existing post, an act of others, a detail."""


class TensionKind(Enum):
    """How two passages differ."""

    CONTRADICTION = "contradiction"
    """Both cannot be true."""
    DEFINITION = "definition"
    """They count or name different things by the same word."""
    CHANGE = "change"
    """Something changed between the two: no difference, part of the story."""
    WORDING = "wording"
    """They say the same in other words."""


class LineageKind(Enum):
    """How a milestone belongs to others."""

    RENAMED = "renamed"
    """The same thing under another name."""
    MERGED = "merged"
    """Two or more became this one."""
    SPLIT = "split"
    """One became this and others."""
    FOLLOWS = "follows"
    """The next step after them: the act after the bill, the course after the pilot."""
    PART_OF = "part-of"
    """A part of another, which goes on."""


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
