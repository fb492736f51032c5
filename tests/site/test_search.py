"""Search in a real Chromium: what it finds, in which order, where, and when it asks for its index."""

import gzip
import re

import pytest
import yaml

from generator.archive.archive import LANGUAGES
from tests.site.test_reading import closed, opened
from tests.support.found import found_in
from tests.support.small import ROOT

CASES = {
    language: yaml.safe_load((ROOT / f"tests/cases/search/{language}.yaml").read_text("utf-8"))
    for language in LANGUAGES
}
ANSWERED = "document.getElementById('search-status').textContent !== ''"
"""What is true once search has answered."""
ALL_FOUND = """async (asked) => {
  const input = document.getElementById("q"), results = document.getElementById("search-results"), answers = [];
  for (const words of asked) {
    input.value = words;
    input.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done, 0));
    answers.push([...results.querySelectorAll("li")].map((item) => [
      item.querySelector("a").getAttribute("href").slice(results.dataset.root.length), item.textContent,
    ]));
  }
  return answers;
}"""
"""What search shows for each of many words, in order: paths and texts."""


def answers(browser, volume, asked):
    """What search of the volume shows for each, in order: (path, text)."""
    page, wrong = opened(browser, f"{volume}search/?q=a")
    page.wait_for_function(ANSWERED)
    found = page.evaluate(ALL_FOUND, list(asked))
    closed(page)

    assert wrong == []
    return found


def test_the_index_of_search_is_fetched_when_search_is_used_and_not_before(browser, address):
    page, wrong = opened(browser, f"{address}en/themes/drones/")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(address)))
    page.fill(".search-box input", "Eindhoven")
    page.wait_for_load_state("networkidle")
    before = [url for url in fetched if "search" in url]
    page.press(".search-box input", "Enter")
    page.wait_for_selector("#search-results li")
    closed(page)

    assert before == []
    assert (wrong, "en/search.js" in fetched) == ([], True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_readers_ask_is_answered_in_the_first_three_results(browser, address, language):
    cases = CASES[language]
    found = answers(browser, f"{address}{language}/", [case["asked"] for case in cases])
    first = {case["asked"]: results[:3] for case, results in zip(cases, found, strict=True)}
    missed = [
        case["asked"]
        for case in cases
        if not first[case["asked"]]
        or {*case.get("named", [])} - {path for path, _ in first[case["asked"]]}
        or not all(case.get("says", "") in text for _, text in first[case["asked"]])
    ]

    assert len(cases) == 20
    assert missed == []


@pytest.mark.parametrize(
    "alike",
    [
        pytest.param(["1.094", "1,094", "1094"], id="separators of thousands"),
        pytest.param(["93%", "93 %", "93 procent"], id="per cent"),
        pytest.param(["drones", "drones?", "(drones)", "drones.", "DRONES,"], id="punctuation"),
        pytest.param(["e-commerce", "ecommerce", "e\u2011commerce"], id="hyphens"),
        pytest.param(["Curaçao", "curacao", "Curac\u0327ao", "cura\u00adcao", "CURACAO"], id="accents"),
        pytest.param(["profiel", "pro\ufb01el"], id="ligatures"),
        pytest.param(["ijmuiden", "\u0133muiden", "IJmuiden"], id="ij in one sign"),
    ],
)
def test_what_is_written_in_several_ways_is_one_question(browser, address, alike):
    found = answers(browser, f"{address}nl/", alike)

    assert found[0] or alike[0] == "ijmuiden"
    assert [results == found[0] for results in found] == [True] * len(alike)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_is_found_wherever_it_stands(browser, address, site, language):
    page, _ = opened(browser, f"{address}{language}/search/?q=2026")
    page.wait_for_function(ANSWERED)
    status = page.inner_text("#search-status")
    closed(page)
    rows = found_in(site / language)["rows"]
    holding = [row for row in rows if re.search(r"(?<![\d.,])2026(?![.,]?\d)", f"{row[3]} · {row[4]}")]

    assert status.split()[0] == str(len(holding))


def test_every_word_must_be_there_and_words_in_quotes_together(browser, address):
    asked = ["veterinaire", "veterinaire Washington", "fysiek toezicht", '"fysiek toezicht"', '"toezicht fysiek"']
    one, none, apart, together, turned = answers(browser, f"{address}nl/", asked)

    assert (bool(one), none, turned) == (True, [], [])
    assert 0 < len(together) < len(apart)
    assert all("fysiek toezicht" in text.lower() for _, text in together)


def test_the_beginning_of_a_word_is_enough_from_three_letters(browser, address):
    three, two = answers(browser, f"{address}nl/", ["cer", "ce"])

    assert "themes/certex/" in [path for path, _ in three]
    assert [text for _, text in two if not re.search(r"\bC\.?E\b|\bCE", text)] == []
    assert "themes/certex/" not in [path for path, _ in two]


@pytest.mark.parametrize(
    ("language", "forms"), [("nl", ["algoritme", "algoritmes"]), ("en", ["algorithm", "algorithms"])]
)
def test_one_number_of_a_word_finds_the_other(browser, address, language, forms):
    found = answers(browser, f"{address}{language}/", forms)

    assert ["themes/algorithms/" in [path for path, _ in results[:3]] for results in found] == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_every_term_and_abbreviation_of_the_glossary_among_the_first_three(
    browser, address, workspace, language
):
    terms = workspace.editions[-1].terms
    asked = {t.id: t.abbreviation or getattr(t.term, language).partition(" (")[0] for t in terms}
    found = answers(browser, f"{address}{language}/", asked.values())

    missed = [
        word
        for (id, word), results in zip(asked.items(), found, strict=True)
        if f"glossary/#{id}" not in [path for path, _ in results[:3]]
    ]
    assert missed == []


def test_results_stand_by_theme_with_the_words_marked(browser, address):
    page, _ = opened(browser, f"{address}nl/search/?q=e-commerce")
    page.wait_for_selector("#search-results section")
    groups = page.locator("#search-results h2 a").all_inner_texts()
    marks = {mark.lower().replace("-", "") for mark in page.locator("#search-results mark").all_text_contents()}
    plain = page.locator("#search-results li:not(:has(mark))").count()
    closed(page)

    assert len(groups) == len(set(groups)) > 2
    assert "E-commerce en aangifteregels" in groups
    assert (plain, {mark[:9] for mark in marks}) == (0, {"ecommerce"})


def test_marks_are_seen_in_forced_colours(browser, address):
    page, _ = opened(browser, f"{address}nl/search/?q=drones", forced_colors="active")
    page.wait_for_selector("#search-results mark")
    shown = "getComputedStyle(document.querySelector(%r)).%s"
    mark, words, paper = (
        page.evaluate(shown % (at, what))
        for at, what in (
            ("#search-results mark", "backgroundColor"),
            ("#search-results mark", "color"),
            ("body", "backgroundColor"),
        )
    )
    closed(page)

    assert re.fullmatch(r"rgb\(\d+, \d+, \d+\)", mark)
    assert mark not in (words, paper)


def test_the_question_stays_in_the_address_when_the_page_is_read_again_and_on_the_way_back(browser, address):
    page, wrong = opened(browser, f"{address}nl/themes/drones/")
    page.fill(".search-box input", "“fysiek toezicht” & 93%")
    page.press(".search-box input", "Enter")
    page.wait_for_function(ANSWERED)
    page.fill("#q", "drones?")
    page.wait_for_function("location.search === '?q=drones%3F'")
    page.reload()
    page.wait_for_selector("#search-results a")
    read_again = page.input_value("#q"), page.inner_text("#search-results")
    page.click("#search-results a")
    page.wait_for_url("**/themes/drones/")
    page.go_back()
    page.wait_for_selector("#search-results a")
    back = page.input_value("#q"), page.inner_text("#search-results")
    closed(page)

    assert wrong == []
    assert read_again == back
    assert back[0] == "drones?"


def test_search_works_in_a_folder_without_a_server(browser, site):
    page = browser.new_page()
    page.goto(f"{(site / 'nl/search/index.html').as_uri()}?q=drones")
    page.click("#search-results a")
    page.wait_for_selector("h1")
    title, url = page.inner_text("h1"), page.url
    page.close()

    assert (title, url) == ("Drones en onderwaterrobots", (site / "nl/themes/drones/index.html").as_uri())


POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'"


def test_search_needs_nothing_that_a_strict_policy_forbids(browser, address):
    page, wrong = opened(browser, f"{address}nl/404.html")
    page.route(
        "**/search/?q=*",
        lambda route: route.fulfill(
            response=(got := route.fetch()), headers={**got.headers, "content-security-policy": POLICY}
        ),
    )
    page.goto(f"{address}nl/search/?q=drones")
    page.wait_for_selector("#search-results mark")
    closed(page)

    assert wrong == []


def test_search_that_cannot_be_loaded_says_so(browser, address):
    page, _ = opened(browser, f"{address}en/search/")
    page.route("**/search.js", lambda route: route.abort())
    page.fill("#q", "drones")
    page.wait_for_function(ANSWERED)
    status = page.inner_text("#search-status")
    closed(page)

    assert status == "Search could not be loaded. Try again later."


def test_without_a_script_the_page_says_where_to_look(browser, address):
    page, _ = opened(browser, f"{address}en/search/", java_script_enabled=False)
    links = page.locator("noscript a").all_inner_texts()
    closed(page)

    assert links == ["Glossary", "Promises", "Home"]


def test_all_that_search_loads_weighs_at_most_120_kilobytes(site):
    weights = {
        volume.relative_to(site).as_posix(): sum(
            len(gzip.compress(file.read_bytes(), 6))
            for file in (volume / "search.js", *sorted((volume / "assets/search").glob("*.js")))
        )
        for language in LANGUAGES
        for volume in (site / language, *(site / language / "editions").iterdir())
    }

    assert {name: weight for name, weight in weights.items() if weight > 120_000} == {}


def test_search_is_confined_to_the_edition(browser, address):
    page, _ = opened(browser, f"{address}en/editions/2024-06-24/search/?q=veterinary")
    page.wait_for_function(ANSWERED)
    status = page.inner_text("#search-status")
    closed(page)

    assert status == "Nothing found."


def test_what_a_reader_types_into_search_is_never_read_as_html(browser, address):
    page, wrong = opened(browser, f"{address}en/search/?q=<img src=x onerror=alert(1)> drones")
    page.wait_for_function(ANSWERED)
    closed(page)

    assert wrong == []
