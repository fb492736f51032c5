"""What people write, as models: the docstring under each field is the field reference for editors."""

from pydantic import Field

from generator.model.enums import (
    AliasKind,
    Basis,
    Because,
    Qualifier,
    StatementKind,
    TensionKind,
    Weight,
)
from generator.model.types import (
    Address,
    Bilingual,
    Citations,
    Id,
    Number,
    Published,
    Record,
    Switch,
    Text,
    When,
)


class Standing(Record):
    """A theme's state of affairs according to one source."""

    cites: Citations
    """Passages of that one source."""
    summary: Bilingual
    """The same in one line of at most 90 characters."""
    text: Bilingual
    """One paragraph."""


class Evolution(Record):
    """How a theme changed from its first document to one of the later ones: from what to what."""

    cites: Citations
    """Passages of the documents it compares, among them one of the newest, which is the document it is written for."""
    text: Bilingual
    """At most 60 words."""


class Thread(Record):
    """A subject within a theme that the reader can follow through the documents."""

    id: Id
    title: Bilingual
    members: tuple[Id, ...] = Field(min_length=1)
    """Ids of statements, milestones and indicators of the theme, in any order: they are shown oldest first."""


class IndicatorGroup(Record):
    """Indicators that belong together though each counts something else; shown side by side, never as one line."""

    id: Id
    title: Bilingual
    members: tuple[Id, ...] = Field(min_length=2)
    """Ids of indicators of the theme, in the order in which they are shown."""
    why: Bilingual
    """Why they are shown together."""
    differs: Bilingual
    """What each of them counts that the others do not."""
    cites: Citations
    """The passages that show the difference."""


class Map(Record):
    """A world map of the theme's milestones that have places."""

    title: Bilingual


class ThemeText(Record):
    """A topic that the atlas follows: `data/themes/<theme>/theme.yaml`."""

    title: Bilingual
    group: Id | None = None
    """Its heading on the home page: an id of `groups` in data/atlas.yaml."""
    question: Bilingual
    """What the page answers. It shows in every edition: name no figure, date or event in it."""
    terms: tuple[Text, ...]
    """Words of the sources that point at this theme, in lower case."""
    related: tuple[Id, ...] = ()
    """Ids of themes to read next."""
    key_figures: tuple[Id, ...] = ()
    """Up to four indicators or milestones that a reader wants first."""
    map: Map | None = None
    """Draws the theme's milestones that have places on a world map."""
    standings: tuple[Standing, ...] = ()
    """One for every source that mentions the theme, oldest first."""
    evolution: tuple[Evolution, ...] = ()
    """One for every source after the first that mentions the theme, oldest first."""
    indicator_groups: tuple[IndicatorGroup, ...] = ()
    """Indicators to be seen beside each other, with what differs."""
    threads: tuple[Thread, ...] = ()
    """In the order in which they are shown. A record is in one of them at most."""
    alone: tuple[Id, ...] = ()
    """Ids of records that belong to no thread, which was decided and not forgotten."""


class Statement(Record):
    """A dated thing that a source says about a theme, in our own words."""

    id: Id
    when: When
    """When the thing happened or is to happen, not when it was written."""
    kind: StatementKind
    weight: Weight = Weight.NORMAL
    text: Bilingual
    places: tuple[Id, ...] = ()
    """Ids of data/places.yaml."""
    cites: Citations


class Observation(Record):
    """One value of an indicator for one period, from one source."""

    period: When
    """What the value is about."""
    of: dict[str, Id] = Field(default_factory=dict)
    """For an indicator with a breakdown: one category for each of its dimensions."""
    value: Number
    """As published: 1.20 stays 1.20. A decimal point, no separator for thousands."""
    counted_by: Id | None = None
    """Who counted this value, if it is another body than that of the indicator."""
    area: Id | None = None
    """Where this value was counted, if it is another area than that of the indicator."""
    target: Number | None = None
    """What had been planned for the same period."""
    qualifier: Qualifier | None = None
    basis: Basis = Basis.STATED
    formula: Text | None = None
    """For a computed value: the calculation, of numbers that stand in the passage."""
    because: Because | None = None
    """Needed if an earlier source gave another value for the same period that was no forecast."""
    cites: Citations
    note: Bilingual | None = None
    """Needed if the period had not ended when the source was published."""


class Break(Record):
    """A period from which an indicator counts something else, so that a line through its values stops before it."""

    since: When
    text: Bilingual
    """What is counted otherwise."""
    cites: Citations


class Indicator(Record):
    """A quantity with a definition and a unit."""

    id: Id
    title: Bilingual
    weight: Weight = Weight.NORMAL
    unit: Id
    """A key of `units` in data/words/."""
    definition: Bilingual
    """What exactly is counted, by whom. Another definition is another indicator."""
    counted_by: Id | None = None
    """Who counts: a category of the dimension `body` in data/categories.yaml. Needed if an external source is cited."""
    area: Id | None = None
    """Where: a category of the dimension `area` in data/categories.yaml. Needed if an external source is cited."""
    breakdown: tuple[Id, ...] = ()
    """Dimensions (data/categories.yaml) along which every observation is broken down."""
    breaks: tuple[Break, ...] = ()
    """Where its values stop being comparable, oldest first."""
    observations: tuple[Observation, ...] = Field(min_length=1)


class Tension(Record):
    """Two sources, or two places in one, that differ."""

    id: Id
    kind: TensionKind
    themes: tuple[Id, ...] = Field(min_length=1)
    milestones: tuple[Id, ...] = ()
    """Ids of the milestones on whose pages it is shown."""
    indicators: tuple[Id, ...] = ()
    """Ids of the indicators beside which it is shown."""
    text: Bilingual
    """Both readings, neutrally."""
    cites: Citations
    """Two or more."""

    @property
    def is_shown(self) -> bool:
        """Whether pages show it as a place where documents differ: wording and change over time are no such thing."""
        return self.kind in (TensionKind.CONTRADICTION, TensionKind.DEFINITION)


class Term(Record):
    """An abbreviation or term of art that a lay reader would stumble over."""

    id: Id
    term: Bilingual
    abbreviation: Text | None = None
    """Its short form, if it has one: `VOG P`."""
    text: Bilingual
    linked: Switch = True
    """Whether pages link its name; `false` for a word that also has an everyday meaning. Abbreviations always link."""
    cites: Citations
    """The first passage that uses it: the entry appears from that source on."""


class Correction(Record):
    """A mistake of ours that stood in a published edition: `data/corrections.yaml`."""

    id: Id
    published: Published
    """The day on which it was mended."""
    of: tuple[Id, ...] = Field(min_length=1)
    """Ids of the themes, statements, indicators and milestones that were wrong."""
    what: Bilingual
    """What it said before, and what it says now."""
    why: Bilingual
    """How it came about."""


class Amendment(Record):
    """Published editions that changed because sources were entered late: `data/amendments.yaml`."""

    id: Id
    published: Published
    """The day on which the editions changed."""
    sources: tuple[Id, ...] = Field(min_length=1)
    """Ids of the sources that were entered although an edition that came after them had been published."""
    why: Bilingual
    """Why they were entered late."""
    as_published: Address | None = None
    """Where the editions are kept as they were before."""


class Rendering(Record):
    """How names are written in each language where they differ: `data/renderings.yaml`."""

    id: Id
    written: Bilingual
    """Words of each language, in small letters with commas between them; `*` stands for the rest of a word."""
    free: Switch = False
    """Whether they name no one thing, so that the other language may do without them."""
    implied: Switch = False
    """Whether a passage may mean them without naming them."""


class Allowance(Record):
    """A finding of a rule on meaning that is right as it is: `data/allowed.yaml`."""

    of: Id
    """The id of the theme, statement, indicator, milestone, tension or term it is about."""
    rule: Id
    """The rule in brackets after the message."""
    why: Text
    """Why the text is right, for the next editor."""

    @property
    def id(self) -> str:
        """What may stand in the file only once."""
        return f"{self.of}#{self.rule}"


class Alias(Record):
    """An id that a record had before, so that links to it stay good: `data/aliases.yaml`."""

    kind: AliasKind
    was: Id
    """The id that is no more."""
    became: Id
    """The id of the record that replaces it: of the same kind, or a theme."""
    source: Id | None = None
    """Of a passage: the id of its source."""

    @property
    def id(self) -> str:
        """What may stand in the file only once."""
        return "#".join(filter(None, (self.kind.value, self.source, self.was)))
