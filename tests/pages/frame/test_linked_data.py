"""What a page is about as JSON-LD, read back by a library that knows nothing of the atlas."""

import json
from typing import Any

import pytest
from extruct.jsonld import JsonLdExtractor

from tests.support.heads import HOME, head, page_at, volume_at

MILESTONE = page_at("milestones/lock-westhaven/", "Lock </script> at Westhaven")


def things(page: Any, base: str | None = HOME) -> dict[str, Any]:
    """By type, what the page says in a script of its head."""
    written = head(page, '<p class="lead">Done & well.</p>', volume_at(base)).linked_data or "{}"
    html = f'<html><head><script type="application/ld+json">{written}</script></head></html>'
    [read] = JsonLdExtractor().extract(html)
    assert read == json.loads(written)
    return {thing["@type"]: thing for thing in read.get("@graph", ())}


def test_a_milestone_is_a_report_dated_by_its_sources():
    report = things(MILESTONE)["Report"]

    assert (report["name"], report["url"]) == (MILESTONE.title, f"{HOME}en/milestones/lock-westhaven/")
    assert (report["datePublished"], report["dateModified"]) == ("2021-03-10", "2023-02-28")
    assert report["description"] == f"{MILESTONE.title}: Done & well."
    assert (report["publisher"]["name"], report["license"]["name"]) == ("The editors", "CC BY 4.0")


def test_the_page_of_data_is_a_data_set_with_its_files():
    made = things(page_at("data/", "Data"))["Dataset"]

    assert (made["version"], made["temporalCoverage"]) == ("2023-06-20", "2021-03-10/2023-06-20")
    assert made["distribution"][0] == {
        "@type": "DataDownload",
        "name": "atlas.json",
        "encodingFormat": "application/json",
        "contentUrl": f"{HOME}data/latest/atlas.json",
    }


@pytest.mark.parametrize(
    ("base", "links"),
    [
        pytest.param(
            HOME, [f"{HOME}en/", f"{HOME}en/themes/locks/", f"{HOME}en/milestones/lock-westhaven/"], id="whole"
        ),
        pytest.param(None, ["../../", "../../themes/locks/", "./"], id="relative where nobody knows the address"),
    ],
)
def test_breadcrumbs_lead_from_the_home_page_to_the_page(base, links):
    steps = things(MILESTONE, base)["BreadcrumbList"]["itemListElement"]

    assert [(step["position"], step["item"]) for step in steps] == list(enumerate(links, 1))


def test_a_list_has_breadcrumbs_alone_and_the_home_page_nothing():
    assert things(page_at("places/")).keys() == {"BreadcrumbList"}
    assert head(page_at("")).linked_data is None


def test_a_copy_that_search_engines_do_not_list_says_nothing_to_them():
    assert head(MILESTONE, is_indexed=False).linked_data is None
