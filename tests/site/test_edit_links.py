"""Every edit link of a built site leads to the line on which the record beside it is written."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.pages.test_edit_links import EDIT, LATER_FIRST, STATEMENTS
from tests.support.once import built, copied
from tests.support.small import SMALL

pytestmark = pytest.mark.slow
CORRECTIONS = """\
- id: jetty
  published: 2023-07-01
  of: [jetty-refused]
  what: {nl: "Er stond iets anders.", en: "It said something else."}
  why: {nl: "Een tikfout.", en: "A typing error."}
"""
REFERENCES = """\
- id: kst-1
  title: {nl: "Een brief", en: "A letter"}
  published: 2021-01
"""
SETTINGS = """\
repo_url: https://example.org/agency/atlas
edit_uri: edit/main/content/
"""
FILES = {
    **LATER_FIRST,
    "mkdocs.yml": (SMALL / "mkdocs.yml").read_text("utf-8") + SETTINGS,
    "data/corrections.yaml": CORRECTIONS,
    "data/references.yaml": REFERENCES,
}
LEADING = (
    "", "themes/ferries/", "milestones/", "milestones/ferry-noordeiland/", "indicators/", "sources/",
    "sources/brief-2021-03-10/", "places/", "glossary/", "tensions/", "corrections/", "data/", "method/",
    "accessibility/",
)  # fmt: skip
"""One page of each kind that has something to edit."""
FOLLOWING = ("changes/", "changes/2021-03-10/", "silence/", "timeline/")
VOID = {"meta", "link", "br", "img", "input", "hr", "path", "rect", "line", "circle", "use", "source", "wbr"}


class EditLinks(HTMLParser):
    """The edit links of a page, each with the ids of the elements around it, the innermost first."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.around: list[tuple[str, str | None]] = []
        self.found: list[tuple[str, list[str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        link = dict(attrs).get("href") or ""
        if tag == "a" and link.startswith(EDIT):
            self.found.append((link.removeprefix(EDIT), [id for _, id in reversed(self.around) if id]))
        if tag not in VOID:
            self.around.append((tag, dict(attrs).get("id")))

    def handle_endtag(self, tag: str) -> None:
        while self.around and tag not in VOID and self.around.pop()[0] != tag:
            pass


def volumes_built(root: Path) -> tuple[int, int]:
    """How many volumes were built, and how many were kept."""
    result = built(root, root / "site")
    return result.built, result.kept


@pytest.fixture(scope="module")
def root(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project whose files can be edited in the browser."""
    root = copied(project, tmp_path_factory.mktemp("edited"), FILES)
    volumes_built(root)
    return root


@pytest.fixture(scope="module")
def found(root: Path) -> list[tuple[str, str, list[str]]]:
    """The edit links of all its pages."""
    return list(links(root))


def links(root: Path) -> Iterator[tuple[str, str, list[str]]]:
    """(address of the page, file and line that a link leads to, ids around the link) of every edit link."""
    for file in sorted((root / "site").rglob("*.html")):
        for link, ids in EditLinks(file.read_text("utf-8")).found:
            yield file.relative_to(root / "site").as_posix().removesuffix("index.html"), link, ids


def line_at(root: Path, link: str) -> str:
    """The line that a link leads to, without the hyphen of an entry."""
    file, _, line = link.partition("#L")
    return (root / file).read_text("utf-8").splitlines()[int(line) - 1].removeprefix("- ")


def test_every_link_leads_to_the_line_of_the_record_that_it_stands_beside(root: Path, found: list[Any]) -> None:
    within = [(link, ids[0]) for _, link, ids in found if ids and re.search("statem|indic|gloss|tens", link)]
    beside = {(link, id.removeprefix("figure-").removesuffix("-series")) for link, id in within}
    records = [(link, id) for link, id in beside if id not in ("content", "ferries", "locks")]
    leading = [(id, line_at(root, link)) for link, id in records]

    assert {id for id, _ in leading} >= {
        "jetty-refused",
        "soft-ground",
        "safety-checks",
        "pontoon",
        "waiting-time-2021",
    }
    assert [(id, line) for id, line in leading if line != f"id: {id}"] == []


def test_every_milestone_leads_to_its_own_line(root: Path, found: list[Any]) -> None:
    leading = {(page.split("/")[-2], link) for page, link, _ in found if "/milestones/" in page}
    own = {(id, line_at(root, link)) for id, link in leading if id != "milestones"}

    assert {id for id, _ in own} >= {"ferry-noordeiland", "ticket-sales", "lock-oosterdam"}
    assert {(id, line) for id, line in own if line != f"id: {id}"} == set()


def test_every_link_leads_to_a_file_of_the_project_and_a_line_in_it(root: Path, found: list[Any]) -> None:
    leading = {link for _, link, _ in found}

    assert {link for link in leading if not line_at(root, link)} == set()
    assert {link for link in leading if not re.fullmatch(r"(data|content)/[\w./-]+\.(yaml|md)#L\d+", link)} == set()


@pytest.mark.parametrize("path", LEADING)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_page_with_something_to_edit_leads_there(root: Path, language: str, path: str) -> None:
    text = (root / "site" / language / path / "index.html").read_text("utf-8")

    assert EditLinks(text).found
    assert text.count('<p class="made-from">') == 1


@pytest.mark.parametrize("path", FOLLOWING)
def test_a_page_that_follows_from_others_says_from_which(root: Path, path: str) -> None:
    text = (root / "site/en" / path / "index.html").read_text("utf-8")

    assert '<p class="made-from">This page is made from <code>data/themes/</code></p>' in text


def test_an_older_edition_leads_to_the_same_line_as_the_newest(found: list[Any]) -> None:
    places: dict[tuple[str, ...], set[str]] = {}
    for page, link, ids in found:
        within = re.sub(r"^(nl|en)/(editions/[^/]+/)?", "", page)
        places.setdefault((within, *ids[:1], re.sub(r"#.*|(?<=content/)..", "", link)), set()).add(
            re.sub("(?<=content/)..", "", link)
        )

    assert {place: lines for place, lines in places.items() if len(lines) > 1} == {}


def test_a_line_inserted_above_a_record_makes_anew_only_the_volumes_that_show_what_moved(
    root: Path, tmp_path: Path
) -> None:
    own = copied(root, tmp_path, FILES)
    file = own / STATEMENTS
    text = file.read_text("utf-8")
    file.write_text(f"# Above all.\n{text}", "utf-8")
    moved = volumes_built(own)
    beside = {(ids[0], link) for _, link, ids in links(own) if STATEMENTS in link and ids and ids[0] != "content"}
    file.write_text(f"# Above all.\n{text}# Below all.\n", "utf-8")
    appended = volumes_built(own)

    assert (moved, appended) == ((6, 2), (0, 8))
    assert [(id, link) for id, link in beside if line_at(own, link) != f"id: {id}"] == []


def test_without_an_address_to_edit_at_no_page_leads_there_and_no_line_makes_a_volume_anew(
    project: Path, tmp_path: Path
) -> None:
    root = copied(project, tmp_path / "project")
    text = (root / STATEMENTS).read_text("utf-8")
    (root / STATEMENTS).write_text(f"# Above all.\n{text}", "utf-8")
    pages = "".join(file.read_text("utf-8") for file in (root / "site").rglob("*.html"))

    assert 'class="edit"' not in pages
    assert list(links(root)) == []
    assert pages.count('<p class="made-from">') > 100
    assert volumes_built(root) == (0, 8)
