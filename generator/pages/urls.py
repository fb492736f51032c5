"""Addresses: paths inside an edition, folders of editions on the site, relative links between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from posixpath import commonprefix

from generator.editions import Edition
from generator.model import AliasKind, Citation, is_registered
from generator.text import LANGUAGES


class FixedPage(StrEnum):
    """A page that every edition has; the value is its path."""

    HOME = ""
    MILESTONES = "milestones/"
    INDICATORS = "indicators/"
    CHANGES = "changes/"
    SILENCE = "silence/"
    TIMELINE = "timeline/"
    TENSIONS = "tensions/"
    PLACES = "places/"
    SOURCES = "sources/"
    DATA = "data/"
    METHOD = "method/"
    ACCESSIBILITY = "accessibility/"
    GLOSSARY = "glossary/"
    CORRECTIONS = "corrections/"
    SEARCH = "search/"


MISSING_PAGE = "404.html"
"""The page for addresses that lead nowhere."""
SEARCH_INDEX = "search.js"
"""The script that search reads, which a page opened from a folder may too."""


@dataclass(frozen=True)
class Address:
    """The folder of one edition in one language on the site."""

    language: str
    edition: str
    latest: bool
    """Whether this is the copy without an edition in its address, which always shows the newest."""
    alone: bool = False
    """Whether the site is this edition in this language and no other, as `mkdocs build` makes it."""

    @property
    def root(self) -> str:
        """`nl/` or `nl/editions/2024-05/`: the path of the edition's home page on the site; empty if it is alone."""
        if self.alone:
            return ""
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
    return anchored(FixedPage.GLOSSARY, id)


def tension_path(id: str) -> str:
    """The place of a contradiction on the page of all."""
    return anchored(FixedPage.TENSIONS, id)


def place_path(id: str) -> str:
    """The place of a geographical place on the page of all."""
    return anchored(FixedPage.PLACES, id)


def reference_path(id: str) -> str:
    """The place of a document that is not held on the page of sources."""
    return anchored(FixedPage.SOURCES, id)


def theme_part_path(theme: str, id: str) -> str:
    """The place of a record, or of a section, on the page of its theme."""
    return anchored(theme_path(theme), id)


def changes_path(since: str) -> str:
    """The page of all that changed since an earlier edition."""
    return f"{FixedPage.CHANGES}{since}/"


def change_kind_path(subject: str, kind: str) -> str:
    """The list, on the page of changes, of those of a kind to records of a kind."""
    return anchored(FixedPage.CHANGES, f"kind-{subject}-{kind}")


def feed_path(page: str = "") -> str:
    """The Atom feed of what the page at `page` is about."""
    return f"{page}feed.xml"


def calendar_path(page: str = "") -> str:
    """The calendar of the dates promised in what the page at `page` is about."""
    return f"{page}promises.ics"


def brief_path(page: str) -> str:
    """The brief of the page at that path."""
    return f"{page}brief.pdf"


def drawing_path(chart: str) -> str:
    """The drawing of a chart to download, by the key of the chart."""
    return f"figures/{chart}.svg"


def narrow_drawing_path(chart: str) -> str:
    """The drawing of a chart for narrow screens, which its page to embed shows there."""
    return f"figures/{chart}-narrow.svg"


def picture_path(chart: str) -> str:
    """The drawing of a chart as PNG, by the key of the chart."""
    return f"figures/{chart}.png"


def specification_path(chart: str) -> str:
    """What Vega-Lite draws a chart from, by the key of the chart."""
    return f"figures/{chart}.vl.json"


def values_path(chart: str) -> str:
    """The values of a chart to download, by the key of the chart."""
    return f"figures/{chart}.csv"


def embed_path(chart: str) -> str:
    """The page of a chart alone, to be shown in pages of others."""
    return f"figures/{chart}/embed/"


def cite_path(chart: str) -> str:
    """How the names of the files begin by which a chart is cited, by the key of the chart."""
    return f"figures/{chart}/cite"


def oembed_path(chart: str) -> str:
    """What programs read that show the chart where its address is given, as oEmbed has it."""
    return f"figures/{chart}/oembed.json"


def data_path(address: Address, file: str) -> str:
    """A file of open data of the edition at `address`, from the root of the site."""
    return f"data/{'latest' if address.latest else address.edition}/{file}"


def archive_path(address: Address) -> str:
    """The zip of an edition in a language, from the root of the site."""
    return f"archive/{address.edition}-{address.language}.zip"


def flag_anchor(flag: str, theme: str | None = None) -> str:
    """The id on the page of promises that shows those under a flag: of a theme, or of all."""
    return f"{theme or 'all'}-{flag}"


def outcome_anchor(outcome: str) -> str:
    """The id on the page of promises of those with an outcome."""
    return f"outcome-{outcome}"


def anchored(path: str, id: str) -> str:
    """The element `id` on the page at `path`."""
    return f"{path}#{id}"


def outside_anchor(theme: str) -> str:
    """The id on the page of figures of what external sources add to a theme."""
    return f"{theme}-outside"


def series_anchor(id: str) -> str:
    """The id of a series with values from outside, which may stand on a page beside the indicator itself."""
    return f"{id}-series"


def passage_path(citation: Citation) -> str:
    """The place of a passage on its source's page; of a document that was not read, its place in the list of these."""
    if is_registered(citation):
        return reference_path(citation.passage)
    return anchored(source_path(citation.source), citation.passage)


def paths_of(edition: Edition) -> Iterator[str]:
    """The path of every page of an edition. Every theme has one, which may say that it was not mentioned yet."""
    yield from (page.value for page in FixedPage)
    yield from (theme_path(id) for id in edition.themes)
    yield from (milestone_path(milestone.id) for milestone in edition.milestones)
    yield from (source_path(id) for id in (*edition.sources, *edition.outside))
    yield from (changes_path(id) for id in edition.compared)
    yield from moved_pages(edition)


def moved_pages(edition: Edition) -> dict[str, str]:
    """By the path that a page had before: the path that it has now."""
    moved = [alias for alias in edition.aliases if alias.kind in OWN_PAGE]
    kind_now = {alias.id: AliasKind.THEME if alias.became in edition.themes else alias.kind for alias in moved}
    return {OWN_PAGE[alias.kind](alias.was): OWN_PAGE[kind_now[alias.id]](alias.became) for alias in moved}


def lasting_path(path: str) -> str:
    """The page that every later edition has of what is at that path, or a page that leads there.

    A list of what changed since an edition is no longer made when there are many newer ones.
    """
    return FixedPage.CHANGES.value if path.startswith(FixedPage.CHANGES.value) else path


OWN_PAGE = {AliasKind.THEME: theme_path, AliasKind.MILESTONE: milestone_path, AliasKind.SOURCE: source_path}
"""The kinds of records that have a page of their own."""


def relative(origin: str, target: str) -> str:
    """The link from the page at site path `origin` to `target`, both from the site's root; works from any folder."""
    path, hash_sign, fragment = target.partition("#")
    if path == origin and hash_sign:
        return f"#{fragment}"
    here, there = origin.split("/")[:-1], path.split("/")
    shared = len(commonprefix([here, there[:-1]]))
    link = "../" * (len(here) - shared) + "/".join(there[shared:])
    return (link or "./") + hash_sign + fragment


def other_language(language: str) -> str:
    """The language that the switch leads to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
