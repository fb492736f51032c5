"""What a volume is made from, and what a page is before any site engine has seen it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.archive import Archive
from generator.editions import Change, Edition, History, Subject
from generator.model import Citation, Locale, Source, Weight
from generator.pages.urls import Address, milestone_path, relative, source_path, theme_path
from generator.settings import Site

MAPS = "templates/map"
"""Folder of the outlines of the world, inside the project."""
TYPEFACES = "templates/typefaces"
"""Folder of the typefaces of pictures, inside the project."""


@dataclass(frozen=True)
class Volume:
    """One edition in one language at one address, with all that its pages are made from."""

    archive: Archive
    site: Site
    edition: Edition
    past: History
    """What this edition and others know otherwise than those before them."""
    locale: Locale
    address: Address
    root: Path
    """The project: `templates/` and `content/` lie in it."""
    kept: Path
    """Folder of finished drawings."""
    quotations: Mapping[Citation, str]
    """Texts of passages by citation, where the documents are at hand; else empty."""
    followed: frozenset[str]
    """The feeds and calendars to which pages lead, by path inside the newest edition."""

    def dated(self, path: str) -> str:
        """The address of a path of this edition that stays what it is when there are newer ones.

        Without an address of the site, the path on it.
        """
        return f"{self.site.address or ''}{replace(self.address, latest=False).root}{path}"

    @property
    def living_root(self) -> str | None:
        """The path on the site of the newest edition in this language; None on a site of an older edition alone."""
        if self.address.alone:
            return self.address.root if self.address.latest else None
        return replace(self.address, latest=True).root

    def link(self, target: str, origin: str) -> str:
        """The link to `target` from the page or file at `origin`, both paths on the site.

        Absolute if the address of the site is known, for what is read away from it.
        """
        return f"{self.site.address}{target}" if self.site.address else relative(origin, target)

    def dated_root(self, edition: Edition) -> str:
        """The path on the site of an edition in this language, where it stays; of a site alone, that of the site."""
        return replace(self.address, edition=edition.id, latest=False).root

    def as_known_then(self, source: Source) -> str | None:
        """The path on the site of the edition of a source; None if it makes none, if it is this one, or alone."""
        is_there = source.makes_edition and source.published.text != self.edition.id and not self.address.alone
        return replace(self.address, edition=source.published.text, latest=False).root if is_there else None

    @property
    def history(self) -> Mapping[str | None, tuple[Change, ...]]:
        """The changes since each earlier edition, by its id, the newest first; under None, since nothing at all."""
        return self.past.since(self.edition)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Since the edition before it."""
        return self.past.changes(self.edition)

    @cached_property
    def steps(self) -> tuple[tuple[Edition, tuple[Change, ...]], ...]:
        """This edition and each before it, newest first, with what it knows otherwise than the one before it."""
        return self.past.steps(self.edition)

    @cached_property
    def days(self) -> Mapping[str, tuple[date, date]]:
        """The first and the last day on which a source changed a theme, milestone or source, by the path of its page.

        What is not among the paths changes with every edition. They are days of sources, never those of a build.
        """
        days: dict[str, tuple[date, date]] = {}
        for edition, changes in self.steps:
            paths = {theme_path(change.theme) for change in changes if change.theme}
            paths |= {milestone_path(change.id) for change in changes if change.key.subject is Subject.MILESTONE}
            for path in paths:
                days[path] = (edition.as_of, days.get(path, (edition.as_of, edition.as_of))[1])
        for source in (*self.edition.sources.values(), *self.edition.outside.values()):
            days[source_path(source.id)] = (source.published.last, source.published.last)
        return days


@dataclass(frozen=True)
class BriefNote:
    """A passage that a brief cites."""

    source: str
    passage: str
    """In the language of the document."""


@dataclass(frozen=True)
class BriefLine:
    """One entry of a list, or a paragraph."""

    text: str
    cites: tuple[BriefNote, ...] = ()


@dataclass(frozen=True)
class BriefRow:
    """One thing that was promised, or one subject, with its place in time."""

    title: str
    fate: str
    """As in `StripGroup`: the colour."""
    due: str
    """By when, in words; empty if no date was given."""
    stands: str
    """How it stands, in words."""
    bands: tuple[tuple[str, str], ...]
    """First and last day of each date that was promised, ISO, in the order in which they were given."""
    marks: tuple[str, ...]
    """The days of the documents that mention it, ISO."""
    done: str | None
    """ISO."""
    cites: tuple[BriefNote, ...]


@dataclass(frozen=True)
class BriefTable:
    """What was promised, on one axis of time."""

    title: str
    heads: tuple[str, ...]
    """Of what, of the dates, of how it stands."""
    begin: str
    end: str
    """First and last day of the axis, ISO."""
    rows: tuple[BriefRow, ...]
    """The most important first."""
    legend: str


@dataclass(frozen=True)
class BriefPart:
    """A list under a heading."""

    title: str
    lines: tuple[BriefLine, ...]
    """The most important first; never empty."""
    share: int
    """How much of the room it gets, compared with the others."""


@dataclass(frozen=True)
class Brief:
    """What fits on one sheet of paper: texts in one language, lists in full; it is set with as much as there is room.

    It is the same at each address of its edition.
    """

    language: str
    site: str
    publisher: str
    kind: str
    """What a brief is called."""
    known: str
    """Of which day the edition is, in words."""
    day: str
    """The same day, ISO."""
    title: str
    question: str
    answer: str
    evolution_title: str
    evolution: BriefLine | None
    table: BriefTable | None
    parts: tuple[BriefPart, ...]
    more: str
    """What stands in place of the lines for which there is no room, with `{n}` for their number."""
    sources: str
    """The heading of the notes."""
    address: str
    """Of its page in this edition, which stays; without an address of the site, the path on it."""
    citation: str
    """How to cite it, with that address."""
    compiled: str
    """Who made it, and which texts prevail."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that search can find."""

    path: str
    kind: str
    title: str
    """Empty for what has none: then its text leads to it."""
    text: str
    group: str
    """The path of the page of what it belongs to: its theme, or the list of all of its kind."""
    weight: Weight = Weight.NORMAL


@dataclass(frozen=True)
class Page:
    """One page of an edition, before any site engine has seen it."""

    path: str
    """Inside the edition, with a closing slash; empty for the home page; `404.html` for that."""
    title: str
    markdown: str
    blocks: dict[str, str]
    """HTML by the placeholder in `markdown` that it replaces after Markdown."""
    attachments: dict[str, str | bytes] = field(default_factory=dict)
    """Files that the page links to, by path inside the edition."""
    picture: str | None = None
    """The file that shows the page where a link to it is shared, by path inside the edition."""
    brief: Brief | None = None
    """The page on one sheet of paper, which it links to."""
    moved_to: str | None = None
    """The path of the page that took its place, if this one only leads there."""
