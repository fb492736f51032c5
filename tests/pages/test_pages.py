"""Pages before any site engine: complete, safe with any text, and true to what their edition could know."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from generator.archive.archive import LANGUAGES, Archive, read_archive
from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.pages.page import Page, Volume
from generator.pages.pages import pages_of
from generator.pages.urls import Address, paths_of
from generator.pages.workspace import Workspace
from tests.support.described import without_later
from tests.support.heads import search_of
from tests.support.payloads import ended_with
from tests.support.small import ROOT, SITE, lay_out_data

HARMLESS = "Harmless 0"
"""Like the hostile text it has one figure, so that both count the same."""
HOSTILE = (
    "<script>alert()</script> </svg> *a* _b_ `c` [x](javascript:alert()) ![x](y) <https://z> {{ a * b }} {% raw %}"
    " {: onclick=alert() } { #id } \\_ &lt;b&gt; &amp; <!-- block 0 --> | ~~d~~ http://e #"
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The small archive, read once for this module."""
    return read_archive(lay_out_data(tmp_path_factory.mktemp("small")))


def volume_of(archive: Archive, edition: Edition, language: str) -> Volume:
    """The edition under its own date, with the finished drawings of the project."""
    return Workspace(ROOT, archive, SITE, Editions(archive)).volume(Address(language, edition.id, latest=False))


def volumes(archive: Archive) -> list[Volume]:
    """Every edition in every language."""
    return [volume_of(archive, edition, language) for edition in Editions(archive) for language in LANGUAGES]


@pytest.fixture(scope="module")
def printed(small: Archive) -> dict[str, list[Page]]:
    """The pages of every edition of the small archive in every language, by the address of the edition."""
    return {volume.address.root: list(pages_of(volume)) for volume in volumes(small)}


def test_a_link_to_a_theme_or_a_milestone_is_shared_with_a_picture_that_is_there(printed):
    """A milestone without a chart is shown by the first one of its theme."""
    shown = 0
    for pages in printed.values():
        files = {path for page in pages for path in page.attachments}
        drawn = {page.path: [path for path in page.attachments if path.endswith(".png")] for page in pages}
        themes = [page for page in pages if page.path.startswith("themes/") and drawn[page.path]]
        for page in pages:
            if page.path.startswith("milestones/") and page.path != "milestones/" and not page.moved_to:
                assert page.picture in {theme.picture for theme in themes} | {*drawn[page.path]}
                shown += not drawn[page.path]
        assert {page.picture for page in pages} - {None} <= files

    assert shown > 0


def test_every_edition_has_the_pages_that_its_addresses_name(small, printed):
    named = {volume.address.root: {*paths_of(volume.edition), "404.html"} for volume in volumes(small)}

    assert {root: {page.path for page in pages} for root, pages in printed.items()} == named


def test_no_two_pages_of_an_edition_share_an_address(printed):
    repeated = [root for root, pages in printed.items() if len({page.path for page in pages}) < len(pages)]

    assert repeated == []


def test_every_page_has_a_title_and_one_first_heading(printed):
    pages = [(root, page) for root, pages in printed.items() for page in pages]
    wrong = [root + page.path for root, page in pages if not page.title or html_of(page).count("<h1") != 1]

    assert wrong == []


def test_every_placeholder_stands_in_its_page_once(printed):
    pages = [(root, page) for root, pages in printed.items() for page in pages]
    wrong = [root + page.path for root, page in pages if any(page.markdown.count(name) != 1 for name in page.blocks)]

    assert wrong == []


def test_both_languages_have_the_same_pages(printed):
    paths = {root: [page.path for page in pages] for root, pages in printed.items()}

    assert {root: paths[root.replace("nl/", "en/")] for root in paths} == paths


def test_pages_do_not_change_when_something_is_published_later(small, printed):
    then = {}
    for volume in volumes(small):
        archive = without_later(small, volume.edition.as_of)
        past = volume_of(archive, Editions(archive)[-1], volume.locale.language)
        then[past.address.root] = list(pages_of(past))

    assert then == printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newest_edition_says_the_same_under_its_date(small, printed, language):
    dated = volume_of(small, Editions(small)[-1], language)
    newest = replace(dated, address=replace(dated.address, latest=True))

    assert [words_of(page) for page in pages_of(newest)] == [words_of(page) for page in printed[dated.address.root]]


@pytest.fixture(scope="module", params=LANGUAGES)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Page]]:
    """The pages of the newest edition by path, once with a harmless and once with a hostile end of every text."""
    return [pages_with(text, tmp_path_factory.mktemp("written"), request.param) for text in (HARMLESS, HOSTILE)]


def pages_with(text: str, folder: Path, language: str) -> dict[str, Page]:
    """The pages of the small archive with `text` at the end of every text that an editor wrote."""
    archive = read_archive(lay_out_data(folder, ended_with([text])))
    return {page.path: page for page in pages_of(volume_of(archive, Editions(archive)[-1], language))}


def test_no_text_of_an_editor_becomes_markup(written):
    harmless, hostile = written
    expected = {path: swapped(events_of(page)) for path, page in harmless.items()}

    assert {path: events_of(page) for path, page in hostile.items()} == expected


def test_a_drawing_to_download_is_well_formed_whatever_an_editor_wrote(written):
    _, hostile = written
    attached = [entry for page in hostile.values() for entry in page.attachments.items()]
    drawings = [ET.fromstring(text) for name, text in attached if name.endswith(".svg")]

    assert [e.tag for drawing in drawings for e in drawing.iter() if e.tag.endswith(("script", "foreignObject"))] == []


class Events(HTMLParser):
    """What a browser makes of a page: tags, attributes and texts; without drawings, code to embed and places."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[object, ...]] = []
        self.in_drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_drawing = self.in_drawing or tag in ("svg", "code")
        kept = tuple((name, value) for name, value in attrs if (tag, name) != ("h1", "id") and name != "style")
        self.tell("tag", tag, kept)

    def handle_endtag(self, tag: str) -> None:
        self.tell("end", tag)
        self.in_drawing = self.in_drawing and tag not in ("svg", "code")

    def handle_data(self, data: str) -> None:
        self.tell("text", " ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        self.tell("comment", data)

    def tell(self, *event: object) -> None:
        if not self.in_drawing:
            self.told.append(event)


def html_of(page: Page) -> str:
    """The page as Markdown and the plugin make it."""
    html = Markdown(extensions=["attr_list", "tables", "toc"]).convert(page.markdown)
    for placeholder, block in page.blocks.items():
        html = html.replace(placeholder, block, 1)
    return html


def events_of(page: Page) -> list[tuple[object, ...]]:
    parser = Events()
    parser.feed(html_of(page))
    parser.close()
    return parser.told


def words_of(page: Page) -> str:
    return " ".join(str(event[1]) for event in events_of(page) if event[0] == "text")


def swapped(events: list[tuple[object, ...]], hostile: str = HOSTILE) -> list[tuple[object, ...]]:
    """The events of a harmless page with a hostile text in place of the harmless one."""

    def swap(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(swap, value))
        return value.replace(HARMLESS, hostile) if isinstance(value, str) else value

    return [tuple(map(swap, event)) for event in events]


def test_a_theme_that_was_not_mentioned_yet_has_a_page_that_tells_nothing_of_it(small):
    first = without_ferries(small)
    page = next(p for p in pages_of(volumes(first)[1]) if p.path == "themes/ferries/")
    ferries = first.themes["ferries"]
    told = [
        text.en for text in (ferries.text.question, *(m.title for m in ferries.milestones)) if text.en in html_of(page)
    ]

    assert (page.title, told) == ("Ferries", [])


def without_ferries(archive: Archive) -> Archive:
    """The archive in which no source before the last speaks of ferries."""
    ferries = archive.themes["ferries"]
    last = list(archive.sources)[-1]
    left = tuple(s for s in ferries.statements if s.cites[0].source == last)
    text = ferries.text.model_copy(update={"standings": ()})
    bare = replace(ferries, text=text, statements=left, indicators=(), milestones=())
    return replace(archive, themes={**archive.themes, "ferries": bare})


def test_search_finds_only_what_the_edition_knows(small):
    found = {entry.path for entry in search_of(volumes(small)[0])}
    known = {"themes/locks/#two-locks-renewed", "milestones/lock-westhaven/", "sources/brief-2021-03-10/"}
    later = {"themes/locks/#remote-control", "milestones/electric-ferries/", "sources/verslag-2022/"}

    assert found & (known | later | {"glossary/#lockage", "glossary/#pontoon"}) == known | {"glossary/#lockage"}
