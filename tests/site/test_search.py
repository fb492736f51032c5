"""Search in a real Chromium: what it finds, where, and when it asks for its index."""

import pytest

from generator.archive.archive import LANGUAGES
from generator.pages.workspace import open_workspace
from tests.site.test_reading import closed, opened
from tests.support.small import ROOT


def test_the_index_of_search_is_fetched_when_search_is_used_and_not_before(browser, address):
    page, wrong = opened(browser, f"{address}en/themes/drones/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.fill(".search-box input", "Eindhoven")
    page.wait_for_load_state("networkidle")
    before = [url for url in fetched if "search.json" in url or "lunr" in url]
    page.press(".search-box input", "Enter")
    page.wait_for_selector("#search-results li")
    closed(page)

    assert before == []
    assert (wrong, "en/search.json" in fetched) == ([], True)


FIRST_THREE = """async (asked) => {
  const input = document.getElementById("q"), found = [];
  for (const words of asked) {
    input.value = words;
    input.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 0));
    const links = [...document.querySelectorAll("#search-results a")].slice(0, 3);
    found.push(links.map((link) => link.hash.slice(1)));
  }
  return found;
}"""
"""What search shows first for each of many words."""


@pytest.mark.parametrize(
    ("volume", "words", "expected"),
    [
        pytest.param("en/", "veterinary", "themes/certex/", id="English, the newest edition"),
        pytest.param("nl/", "dronesteams Eindhoven", "themes/drones/", id="Dutch, the newest edition"),
        pytest.param("nl/", "algoritme", "themes/algorithms/", id="a Dutch word finds its other forms"),
        pytest.param("en/", "HARP", "glossary/", id="an abbreviation"),
    ],
)
def test_search_finds_what_a_reader_asks_for(browser, address, volume, words, expected):
    page, wrong = opened(browser, f"{address}{volume}search/?q={words}")
    page.wait_for_selector("#search-results li")
    links = [link.get_attribute("href") or "" for link in page.locator("#search-results a").all()]
    closed(page)

    assert wrong == []
    assert any(expected in link for link in links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_every_term_and_abbreviation_of_the_glossary_among_the_first_three(browser, address, language):
    terms = open_workspace(ROOT).editions[-1].terms
    asked = {t.id: t.abbreviation or getattr(t.term, language).partition(" (")[0] for t in terms}
    page, _ = opened(browser, f"{address}{language}/search/?q=a")
    page.wait_for_function("document.getElementById('search-status').textContent !== ''")
    found = page.evaluate(FIRST_THREE, list(asked.values()))
    closed(page)

    missed = [word for (id, word), links in zip(asked.items(), found, strict=True) if not any(id in x for x in links)]
    assert missed == []


def test_search_is_confined_to_the_edition(browser, address):
    page, _ = opened(browser, f"{address}en/editions/2024-06-24/search/?q=veterinary")
    page.wait_for_function("document.getElementById('search-status').textContent !== ''")
    status = page.inner_text("#search-status")
    closed(page)

    assert status == "Nothing found."


def test_what_a_reader_types_into_search_is_never_read_as_html(browser, address):
    page, wrong = opened(browser, f"{address}en/search/?q=<img src=x onerror=alert(1)> drones")
    page.wait_for_function("document.getElementById('search-status').textContent !== ''")
    closed(page)

    assert wrong == []
