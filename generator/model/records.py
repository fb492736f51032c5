"""What people write, as models: the docstring under each field is the field reference for editors."""

from pydantic import Field

from generator.model.enums import (
    Basis,
    Because,
    Held,
    PlaceKind,
    Qualifier,
    SourceKind,
    StatementKind,
    TensionKind,
    Weight,
)
from generator.model.types import (
    Address,
    Bilingual,
    Citations,
    Cited,
    Dates,
    Decimals,
    HowMuchHeld,
    Id,
    Number,
    Published,
    Record,
    Switch,
    Text,
    When,
)


class OutOfScope(Record):
    """A passage that carries nothing for the atlas."""

    passage: Id
    """Its id in this source."""
    why: Text
    """The reason, in a few words: closing formula, table of contents."""


class Source(Record):
    """One published document: `data/sources/<id>.yaml`."""

    id: Id
    """The same as the file's name."""
    kind: SourceKind
    title: Bilingual
    published: Published
    """Day, or month where only that is printed. It names the edition."""
    sender: Bilingual
    """Who signed it."""
    reference: Text | None = None
    """Reference or Kamerstuk number."""
    covers: When | None = None
    """The period that it reports on."""
    url: Address | None = None
    """Only an address that has been seen; never a guessed one."""
    held: HowMuchHeld = Held.WHOLE
    """Whether its text was read passage by passage: `true` all of it, `partial` a fragment, `false` nothing."""
    note: Bilingual | None = None
    """What a reader should know of the document or its date."""
    out_of_scope: tuple[OutOfScope, ...] = ()
    """Passages that carry nothing for the atlas, each with its reason."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read, so that it can prove that something is not in it."""
        return self.held is Held.WHOLE

    @property
    def has_passages(self) -> bool:
        return self.held is not Held.NONE

    @property
    def makes_edition(self) -> bool:
        """Whether the atlas has an edition of the day on which it was published."""
        return self.kind is not SourceKind.EXTERNAL and self.held is not Held.PARTIAL


class Passage(Record):
    """One paragraph, list item or table row of a source; written by `atlas ingest`, never by hand."""

    id: Id
    section: Text
    """The headings above it, outermost first."""
    words: Number
    hash: Text
    """First 16 hexadecimal digits of the SHA-256 of its letters and digits in lower case."""
    numbers: tuple[Decimals, ...]
    """The numbers in it, as plain decimals."""
    dates: tuple[Dates, ...]
    """The days, months, quarters, years … in it, in the date forms of the data."""
    soft: tuple[Decimals, ...] = ()
    """Numbers in words such as `one` or `first`, which mostly are not meant as numbers."""
    stems: Text | None = None
    """Salted hashes of the stems of its words, sorted: enough to look something up, too little to read it."""
    names: Text | None = None
    """The same of the names in it: places, systems, organisations."""
    negations: Number | None = None
    """How many of its words deny something; left out if none does."""


class PassageIndex(Record):
    """The passages of one source: `data/passages/<source>.yaml`."""

    source: Id
    published: When
    """The day or month against which its relative dates were read."""
    sha256: Text
    """Of the text it was made from."""
    passages: tuple[Passage, ...]


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


class Indicator(Record):
    """A quantity with a definition and a unit."""

    id: Id
    title: Bilingual
    weight: Weight = Weight.NORMAL
    unit: Id
    """A key of `units` in data/words/."""
    definition: Bilingual
    """What exactly is counted, by whom. Another definition is another indicator."""
    breakdown: tuple[Id, ...] = ()
    """Dimensions (data/categories.yaml) along which every observation is broken down."""
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


class Place(Record):
    """A port, region, airport, country or city."""

    id: Id
    name: Bilingual
    kind: PlaceKind
    lat: Number
    """Degrees north."""
    lon: Number
    """Degrees east."""


class Term(Record):
    """An abbreviation or term of art that a lay reader would stumble over."""

    id: Id
    term: Bilingual
    abbreviation: Text | None = None
    text: Bilingual
    linked: Switch = True
    """Whether pages link its name; `false` for a word that also has an everyday meaning. Abbreviations always link."""
    cites: Citations
    """The first passage that uses it: the entry appears from that source on."""


class Document(Record):
    """A document that exists but is not held: cited by a source, or listed in a public register."""

    id: Id
    """Its official number where it has one: `kst-31934-35`."""
    title: Bilingual
    """As published, and translated; or a description, if `described`."""
    described: Switch = False
    """The title is a description of ours: the published one has not been seen."""
    published: When | None = None
    """Day or month, if known."""
    sender: Bilingual | None = None
    number: Text | None = None
    """As parliament prints it: `31 934, nr. 35`."""
    url: Address | None = None
    """Only an address that has been seen, or that follows from the official number."""
    cites: tuple[Cited, ...] = ()
    """The passages of our sources that name it; none if only a register lists it."""

    @property
    def year(self) -> int:
        """Of publication; 9999 if it is not known."""
        return self.published.first.year if self.published else 9999
