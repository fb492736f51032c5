"""The map of the site: the pages of the newest edition in each language, with the days of sources."""

from xml.etree import ElementTree

import pytest

from generator.pages.urls import paths_of
from generator.publish.sitemap import sitemap
from tests.support.following import HOME, workspace_of
from tests.support.once import built, copied
from tests.support.small import SMALL

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def days(text: str) -> dict[str, str]:
    """The day of each page, by its address."""
    pages = ElementTree.fromstring(text).findall(f"{SPACE}url")
    return {page.findtext(f"{SPACE}loc", ""): page.findtext(f"{SPACE}lastmod", "") for page in pages}


def test_it_lists_every_page_of_the_newest_edition_in_each_language_once(small_archive):
    workspace = workspace_of(small_archive)
    pages = {f"{HOME}{language}/{path}" for language in ("nl", "en") for path in paths_of(workspace.editions[-1])}

    assert days(sitemap(workspace) or "").keys() == pages


@pytest.mark.parametrize(
    ("path", "day"),
    [
        pytest.param("milestones/lock-westhaven/", "2023-02-28", id="a milestone when a document last changed it"),
        pytest.param("sources/brief-2021-03-10/", "2021-03-10", id="a document when it was published"),
        pytest.param("timeline/", "2023-06-20", id="a list with the newest edition"),
    ],
)
def test_a_page_has_the_day_of_a_source(small_archive, path, day):
    assert days(sitemap(workspace_of(small_archive)) or "")[f"{HOME}nl/{path}"] == day


def test_without_an_address_of_the_site_there_is_no_map(small_archive):
    assert sitemap(workspace_of(small_archive, base=None)) is None


@pytest.mark.slow
def test_robots_are_led_to_the_map_and_people_who_find_faults_to_the_repository(tmp_path, project):
    address = f"site_url: {HOME}\nrepo_url: https://github.com/agency/atlas\n"
    root = copied(project, tmp_path / "project", {"mkdocs.yml": address + (SMALL / "mkdocs.yml").read_text("utf-8")})
    built(root, root / "site")
    pages = days((root / "site/sitemap.xml").read_text("utf-8"))

    assert f"Sitemap: {HOME}sitemap.xml" in (root / "site/robots.txt").read_text("utf-8").splitlines()
    assert [page for page in pages if not (root / "site" / page.removeprefix(HOME) / "index.html").is_file()] == []
    assert "Sitemap" not in (project / "site/robots.txt").read_text("utf-8")
    assert not (project / "site/sitemap.xml").exists()
    assert (root / "site/.well-known/security.txt").read_text("utf-8").splitlines()[:3] == [
        "Contact: https://github.com/agency/atlas",
        "Expires: 2024-06-19T00:00:00Z",
        "Preferred-Languages: nl, en",
    ]
    assert not (project / "site/.well-known").exists()
