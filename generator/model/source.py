"""Documents as models: the sources, their passages, and documents that are known and not held."""

from generator.model.enums import Held, SourceKind, SourceStanding
from generator.model.types import (
    Bilingual,
    Cited,
    Dates,
    Decimals,
    HowMuchHeld,
    Id,
    LanguageCode,
    Number,
    PageAddress,
    Published,
    Record,
    Switch,
    Text,
    When,
)
from generator.text import LANGUAGES, Figure


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
    sender: Bilingual | None = None
    """Who signed it; an external source has a publisher instead."""
    publisher: Bilingual | None = None
    """Who published an external source."""
    standing: SourceStanding | None = None
    """Of an external source: whether the official body itself published it, or others relay what that body said."""
    seen: Published | None = None
    """Of an external source: the day on which it was read, and with that when the atlas could know it at all."""
    reference: Text | None = None
    """Reference or Kamerstuk number."""
    covers: When | None = None
    """The period that it reports on."""
    url: PageAddress | None = None
    """Only an address that has been seen; never a guessed one."""
    held: HowMuchHeld = Held.WHOLE
    """Whether its text was read passage by passage: `true` all of it, `partial` a fragment, `false` nothing."""
    language: LanguageCode = LANGUAGES[0]
    """The language of its text, in which its numbers and dates are read."""
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
    def is_outside(self) -> bool:
        """Whether it is no document to parliament, so that it adds figures and dates and decides nothing."""
        return self.kind is SourceKind.EXTERNAL

    @property
    def author(self) -> Bilingual:
        """Who signed or published it; its title if nobody is named."""
        return self.sender or self.publisher or self.title

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
    relative: tuple[Dates, ...] = ()
    """What words such as `a year earlier` may mean: evidence, though not certain."""
    stems: Text | None = None
    """Salted hashes of the stems of its words, sorted: enough to look something up, too little to read it."""
    names: Text | None = None
    """The same of the names in it: places, systems, organisations."""
    negations: Number | None = None
    """How many of its words deny something; left out if none does."""
    figures: tuple[Text, ...] = ()
    """Its numbers in the order of the text, each with hedge, unit, and `rose` or `fell`; left out if they have none."""
    rises: Number | None = None
    """How many of its words say that something rose or is more; left out if none does."""
    falls: Number | None = None
    """How many say that something fell or is less."""
    page: Number | None = None
    """The page of a PDF on which it begins, from 1; left out where a document has no pages."""

    @property
    def said(self) -> tuple[Figure, ...]:
        """Its numbers in the order of the text, with what is said of each."""
        return tuple(map(Figure.parsed, self.figures or self.numbers))


class PassageIndex(Record):
    """The passages of one source: `data/passages/<source>.yaml`."""

    source: Id
    published: When
    """The day or month against which its relative dates were read."""
    language: LanguageCode = LANGUAGES[0]
    """The language in which it was read."""
    sha256: Text
    """Of the text it was made from."""
    read_again: tuple[Text, ...] = ()
    """Why it was read again, the oldest reason first; left out if it was read once."""
    left_out: tuple[Text, ...] = ()
    """How many lines of which pages are in no passage: heads, feet, menus, hidden text, objects, whole pictures."""
    passages: tuple[Passage, ...]
    seal: Text | None = None
    """SHA-256 of all the rest of the file, written by `atlas ingest`: a change by hand breaks it."""


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
    url: PageAddress | None = None
    """Only an address that has been seen, or that follows from the official number."""
    cites: tuple[Cited, ...] = ()
    """The passages of our sources that name it; none if only a register lists it."""

    @property
    def year(self) -> int:
        """Of publication; 9999 if it is not known."""
        return self.published.first.year if self.published else 9999

    def is_paper_of(self, source: Source) -> bool:
        """Whether both are one paper: of one id, or of one day at one address."""
        at = (self.url, self.published)
        return self.id == source.id or (self.url is not None and at == (source.url, source.published))
