"""What can be cited has its citation and the files of it, at its address in the edition, which stays."""

import json
from dataclasses import replace

import pytest

from generator.pages.citing.cited import cite, is_citable
from generator.pages.render import Planned, printed
from generator.pages.urls import Address
from generator.pages.views.lists import MovedView
from tests.support.small import SITE
from tests.support.views import small_context


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("", True, id="the edition"),
        pytest.param("themes/locks/", True, id="a theme"),
        pytest.param("milestones/lock-oosterdam/", True, id="a milestone"),
        pytest.param("sources/verslag-2022/", True, id="a source"),
        pytest.param("milestones/", False, id="the list of milestones"),
        pytest.param("search/", False, id="search"),
        pytest.param("404.html", False, id="what leads nowhere"),
    ],
)
def test_an_edition_a_theme_a_milestone_and_a_source_can_be_cited(path, expected):
    assert is_citable(path) is expected


def test_what_is_cited_is_the_edition_under_its_date():
    volume = replace(
        small_context().volume,
        site=replace(SITE, address="https://example.org/atlas/"),
        address=Address("en", "2023-06-20", latest=True),
    )
    shown, files = cite(volume, "Locks", "themes/locks/", "themes/locks/cite")
    item = json.loads(files["themes/locks/cite.csl.json"])[0]

    assert [link.path for link in shown.files] == list(files)
    assert item["URL"] == "https://example.org/atlas/en/editions/2023-06-20/themes/locks/"
    assert item["id"] == "themes-locks-2023-06-20"
    assert "Locks" in shown.text


def test_the_foot_of_a_page_offers_it():
    context = small_context()
    page = printed(Planned("themes/a/", "Title", MovedView("Title", "b/")), context)
    foot = page.blocks["<!-- made from -->"]

    assert sorted(page.attachments) == [f"themes/a/cite.{end}" for end in ("bib", "csl.json", "ris")]
    assert all(f'href="cite.{end}"' in foot for end in ("bib", "csl.json", "ris"))
