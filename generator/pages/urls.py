"""Where every page stands: paths inside an edition, places of editions on the site, relative links between them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import LANGUAGES
from generator.editions import Edition
from generator.model import AliasKind, Citation

FIXED_PAGES = (
    *("", "milestones/", "indicators/", "changes/", "silence/", "timeline/", "tensions/", "places/", "sources/"),
    *("data/", "method/", "accessibility/", "glossary/", "corrections/", "search/"),
)
"""Pages that every edition has, by path."""


@dataclass(frozen=True)
class Address:
    """Where one build of an edition stands on the site."""

    language: str
    edition: str
    latest: bool
    """Whether this is the copy without an edition in its address, which always shows the newest."""

    @property
    def root(self) -> str:
        """`nl/` or `nl/editions/2024-05/`: the path of the edition's home page on the site."""
        return f"{self.language}/" if self.latest else f"{self.language}/editions/{self.edition}/"


def theme_path(id: str) -> str:
    """The page of a theme."""
    return f"themes/{id}/"


def milestone_path(id: str) -> str:
    """The page of a milestone."""
    return f"milestones/{id}/"


def source_path(id: str) -> str:
    """The page of a source."""
    return f"sources/{id}/"


def term_path(id: str) -> str:
    """The place of a term in the glossary."""
    return f"glossary/#{id}"


def changes_path(since: str) -> str:
    """The page of all that changed since an earlier edition."""
    return f"changes/{since}/"


def passage_path(citation: Citation) -> str:
    """The place of a passage on its source's page."""
    return f"{source_path(citation.source)}#{citation.passage}"


def paths_of(edition: Edition) -> Iterator[str]:
    """The path of every page of an edition. Every theme has one, which may say that it was not mentioned yet."""
    yield from FIXED_PAGES
    yield from (theme_path(id) for id in edition.themes)
    yield from (milestone_path(milestone.id) for milestone in edition.milestones)
    yield from (source_path(id) for id in edition.sources)
    yield from (changes_path(id) for id in edition.earlier)
    yield from moved_pages(edition)


def moved_pages(edition: Edition) -> dict[str, str]:
    """By the path that a page had before: the path that it has now."""
    moved = [alias for alias in edition.aliases if alias.kind in OWN_PAGE]
    kind_now = {alias.id: AliasKind.THEME if alias.became in edition.themes else alias.kind for alias in moved}
    return {OWN_PAGE[alias.kind](alias.was): OWN_PAGE[kind_now[alias.id]](alias.became) for alias in moved}


OWN_PAGE = {AliasKind.THEME: theme_path, AliasKind.MILESTONE: milestone_path, AliasKind.SOURCE: source_path}
"""The kinds of records that have a page of their own."""


def relative(origin: str, target: str) -> str:
    """The link from the page at site path `origin` to `target`, both from the site's root; works from any folder."""
    path, hash_sign, fragment = target.partition("#")
    if path == origin and hash_sign:
        return f"#{fragment}"
    link = posixpath.relpath(f"/{path}", f"/{origin[: origin.rfind('/') + 1]}")
    if path.endswith("/") or not path:
        link = "./" if link == "." else f"{link}/"
    return link + hash_sign + fragment


def other_language(language: str) -> str:
    """The language that the switch leads to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
