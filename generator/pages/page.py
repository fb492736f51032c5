"""What a volume is made from, and what a page is before any site engine has seen it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.archive import Archive
from generator.editions import Change, Edition
from generator.model import Citation, Locale, Weight
from generator.pages.urls import Address, relative
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
    history: Mapping[str | None, tuple[Change, ...]]
    """The changes since each earlier edition, by its id, the newest first; under None, since nothing at all."""
    locale: Locale
    address: Address
    root: Path
    """The project: `templates/` and `content/` lie in it."""
    kept: Path
    """Folder of finished drawings."""
    quotations: Mapping[Citation, str]
    """Texts of passages by citation, where the documents are at hand; else empty."""
    newest: str
    """The id of the newest edition."""
    followed: frozenset[str]
    """The feeds and calendars of the newest edition, by path inside it."""
    steps: tuple[tuple[Edition, tuple[Change, ...]], ...]
    """This edition and each before it, newest first, with what it knows otherwise than the one before it."""

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

    @property
    def changes(self) -> tuple[Change, ...]:
        """Since the edition before it."""
        return self.steps[0][1]


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
    search: tuple[SearchEntry, ...] = ()
    attachments: dict[str, str | bytes] = field(default_factory=dict)
    """Files that the page links to, by path inside the edition."""
    picture: str | None = None
    """The file that shows the page where a link to it is shared, by path inside the edition."""
    moved_to: str | None = None
    """The path of the page that took its place, if this one only leads there."""
