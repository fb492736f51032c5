"""Without JavaScript a reader has all that others have: each kind of page, the search apart, which says so."""

import pytest

from tests.site.kinds import EMBEDDED, KINDS, fullest
from tests.site.test_reading import closed, opened

UNFOLDED = """
() => {
  document.querySelectorAll("main form, main noscript, main .copy").forEach(e => e.remove());
  document.querySelectorAll("details").forEach(e => { e.open = true; });
  const main = document.querySelector("main") || document.body;
  return [main.innerText.split(/\\s+/), [...main.querySelectorAll("a")].map(a => a.href)];
}
"""
"""The words of a page with everything unfolded and where its links lead, without what only works by a script."""


@pytest.mark.parametrize("language", ["en", pytest.param("nl", marks=pytest.mark.every_page)])
@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind or "home") for kind in (*KINDS, EMBEDDED)])
def test_without_javascript_all_text_and_links_are_there(browser, address, site, language, kind):
    found = []
    for enabled in (True, False):
        page, _ = opened(browser, address + fullest(site, language, kind), java_script_enabled=enabled)
        found.append(page.evaluate(UNFOLDED))
        closed(page)

    assert found[0] == found[1]
    assert len(found[1][0]) > 10


def test_without_javascript_the_page_of_the_search_leads_to_what_lists_everything(browser, address):
    page, _ = opened(browser, f"{address}en/search/", java_script_enabled=False)
    links = [link.get_attribute("href") for link in page.locator("main noscript a").all()]
    closed(page)

    assert links == ["../glossary/", "../milestones/", "../"]


def test_without_javascript_the_front_page_offers_both_languages(browser, address):
    page, _ = opened(browser, address, java_script_enabled=False)
    links = [link.get_attribute("href") for link in page.locator("h1 a").all()]
    closed(page)

    assert links == ["nl/", "en/"]
