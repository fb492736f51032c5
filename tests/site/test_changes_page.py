"""The page of changes: what is listed can be filtered by theme and kind, what is chosen is kept in the address."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page

from tests.site.test_reading import closed, opened

LINES = ".change-group .change-lines li"


def listed(page: Page, within: str = LINES) -> list[tuple[str, str]]:
    """The theme and the kind of the lines that can be seen."""
    return page.evaluate(
        """within => [...document.querySelectorAll(within)].filter(line => line.checkVisibility())
        .map(line => [line.dataset.theme, line.dataset.kind])""",
        within,
    )


def everything(page: Page) -> list[list[str]]:
    return page.evaluate(
        "within => [...document.querySelectorAll(within)].map(line => [line.dataset.theme, line.dataset.kind])", LINES
    )


@pytest.mark.parametrize(("language", "count"), [("nl", "wijziging"), ("en", "change")])
def test_changes_are_filtered_by_theme_and_kind_and_counted(browser, address, language, count):
    page, wrong = opened(browser, f"{address}{language}/changes/")
    leading = listed(page, ".by-kind .change-lines li")
    (theme, kind), _ = Counter(map(tuple, leading)).most_common(1)[0]
    expected = [pair for pair in everything(page) if pair == [theme, kind]]
    page.select_option(".line-filter [name=kind]", kind)
    of_kind, all_lines = listed(page), everything(page)
    page.select_option(".line-filter [name=theme]", theme)
    seen, shown = listed(page), page.inner_text(".line-filter output")
    leading = listed(page, ".by-kind .change-lines li")
    url = page.url.removeprefix(address)
    closed(page)

    assert wrong == []
    assert of_kind == [pair for pair in all_lines if pair[1] == kind]
    assert seen == leading == expected
    assert re.fullmatch(rf"{len(expected)} {count}(en|s)?", shown)
    assert url == f"{language}/changes/?theme={theme}&kind={kind}"


def test_what_is_chosen_comes_back_with_the_address_and_with_going_back(browser, address):
    page, wrong = opened(browser, f"{address}en/changes/?kind=milestone-overdue")
    first = listed(page)
    page.click(f"{LINES}:not([hidden]) a >> nth=0")
    page.go_back()
    again = (listed(page), page.input_value(".line-filter [name=kind]"))
    closed(page)

    assert wrong == []
    assert again == (first, "milestone-overdue")
    assert {kind for _, kind in first} == {"milestone-overdue"}


def test_no_choice_folds_the_themes_again(browser, address):
    page, _ = opened(browser, f"{address}en/changes/?kind=milestone-overdue")
    unfolded = listed(page)
    page.select_option(".line-filter [name=kind]", "")
    folded = (listed(page), page.locator(".change-group:visible").count(), page.url.removeprefix(address))
    groups = page.locator(".change-group").count()
    closed(page)

    assert unfolded
    assert folded == ([], groups, "en/changes/")


def test_what_the_address_asks_for_and_is_not_there_is_left_out(browser, address):
    page, wrong = opened(browser, f"{address}en/changes/?theme=nowhere&kind=nothing")
    seen = (page.input_value(".line-filter [name=theme]"), page.locator(".change-group:visible").count())
    groups = page.locator(".change-group").count()
    closed(page)

    assert wrong == []
    assert seen == ("", groups)


def test_without_javascript_there_is_no_form_and_everything_is_listed(browser, address):
    page, _ = opened(browser, f"{address}en/changes/", java_script_enabled=False)
    form, groups = page.locator(".line-filter").is_visible(), page.locator(".change-group:visible").count()
    total = page.locator(".change-group").count()
    closed(page)

    assert not form
    assert groups == total > 0


TALLY = ".changes a"


def test_without_javascript_each_kind_at_the_top_leads_to_its_list(browser, address):
    page, _ = opened(browser, f"{address}en/changes/", java_script_enabled=False)
    seen = {}
    for link in page.locator(TALLY).all():
        page.goto(f"{address}en/changes/")
        link.click()
        kind = link.get_attribute("href").removeprefix("#kind-")
        rows = page.evaluate(
            """kind => [...document.querySelectorAll(`:target [data-kind='${kind}']`)]
            .filter(row => row.checkVisibility())
            .map(row => Number(row.matches('.links li') ? row.innerText.split(' · ').pop() : 1))""",
            kind,
        )
        seen[kind] = (sum(rows), int(link.locator("strong").inner_text()))
    closed(page)

    assert len(seen) > 8
    assert {kind: counts for kind, counts in seen.items() if counts[0] != counts[1]} == {}


def test_with_javascript_a_kind_at_the_top_is_chosen_in_the_form(browser, address):
    page, wrong = opened(browser, f"{address}en/changes/?kind=milestone-moved")
    page.click(f"{TALLY}[href='#kind-statement-new']")
    page.wait_for_url("**/en/changes/?kind=statement-new")
    kinds, chosen = {kind for _, kind in listed(page)}, page.input_value(".line-filter [name=kind]")
    themes = {theme for theme, _ in listed(page)}
    rest = listed(page, ".by-kind li")
    closed(page)

    assert wrong == []
    assert (kinds, chosen) == ({"statement-new"}, "statement-new")
    assert sorted(rest) == sorted([theme, "statement-new"] for theme in themes)


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("nl/changes/", "Nieuw in de brief van 11 juni 2026"),
        ("en/changes/", "New in the letter of 11 June 2026"),
        ("nl/changes/2024-05/", "Wijzigingen sinds het rapport van mei 2024"),
    ],
)
def test_the_heading_is_short(browser, address, path, heading):
    page, _ = opened(browser, address + path)
    title = page.locator("h1")
    text, lines = title.evaluate(
        "h => [h.firstChild.textContent.trim(), h.offsetHeight / parseFloat(getComputedStyle(h).lineHeight)]"
    )
    closed(page)

    assert text == heading
    assert lines < 2.1
