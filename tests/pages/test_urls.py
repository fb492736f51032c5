"""Where pages stand, and links between them that work from any folder."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editions.history import Editions
from generator.model.citation import Citation
from generator.pages.urls import Address, milestone_path, other_language, passage_path, paths_of, relative, theme_path
from tests.support.described import LETTERS, TEXT, archive_of


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        pytest.param("nl/", "nl/", "./", id="to itself"),
        pytest.param("nl/", "nl/sources/", "sources/", id="down"),
        pytest.param("nl/sources/", "nl/", "../", id="up"),
        pytest.param("nl/themes/drones/", "nl/sources/letter/", "../../sources/letter/", id="across"),
        pytest.param("nl/", "en/", "../en/", id="to the other language"),
        pytest.param("nl/", "", "../", id="to the root of the site"),
        pytest.param("", "nl/", "nl/", id="from the root of the site"),
        pytest.param("", "", "./", id="from the root to itself"),
        pytest.param(
            "nl/themes/a/", "nl/editions/2024-05/themes/a/", "../../editions/2024-05/themes/a/", id="to an edition"
        ),
        pytest.param("nl/", "data/latest/atlas.json", "../data/latest/atlas.json", id="to a file"),
        pytest.param("nl/404.html", "nl/search/", "search/", id="from a file in a folder"),
        pytest.param("404.html", "nl/", "nl/", id="from a file at the root"),
        pytest.param("nl/a/", "nl/a/#b", "#b", id="to a place on the same page"),
        pytest.param("nl/a/", "nl/b/#c", "../b/#c", id="to a place on another page"),
        pytest.param("nl/a/", "nl/#c", "../#c", id="to a place on the page above"),
    ],
)
def test_a_link_leads_from_the_page_to_its_target(origin, target, link):
    assert relative(origin, target) == link


FOLDERS = st.lists(st.sampled_from(["nl", "en", "editions", "2024-05", "themes"]), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)
PAGES = st.one_of(FOLDERS, FOLDERS.map(lambda folder: f"{folder}404.html"))
TARGETS = st.one_of(PAGES, PAGES.map(lambda page: f"{page}#place"))


@given(PAGES, TARGETS)
def test_a_browser_that_follows_a_link_arrives(origin, target):
    site = "https://example.org/atlas/"

    assert urljoin(site + origin, relative(origin, target)) == site + target


@pytest.mark.parametrize(
    ("address", "root"),
    [
        pytest.param(Address("nl", "2026-06-11", latest=True), "nl/", id="the newest stands at the language"),
        pytest.param(
            Address("en", "2026-06-11", latest=False), "en/editions/2026-06-11/", id="and for ever by its date"
        ),
        pytest.param(Address("en", "2024-05", latest=False), "en/editions/2024-05/", id="as does every older one"),
    ],
)
def test_an_edition_has_its_place_on_the_site(address, root):
    assert address.root == root


def test_a_citation_leads_to_its_passage_on_the_page_of_its_source():
    assert passage_path(Citation("letter-2024", "drones-1")) == "sources/letter-2024/#drones-1"


def test_the_switch_leads_to_the_other_language():
    assert [other_language(language) for language in ("nl", "en")] == ["en", "nl"]


def test_a_theme_has_a_page_before_it_is_mentioned_and_a_milestone_has_not():
    later = {"id": "bridge", "title": TEXT, "reports": [{"cites": "second#p-1", "says": "announced"}]}
    editions = Editions(archive_of({"sources": LETTERS, "themes": {"bridges": {"milestones": [later]}}}))
    asked = {theme_path("bridges"), milestone_path("bridge")}

    assert [asked & set(paths_of(edition)) for edition in editions] == [{"themes/bridges/"}, asked]
