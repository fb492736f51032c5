"""The entries of a theme can be filtered by kind and by words; what is chosen is kept in the address."""

import pytest
from playwright.sync_api import Page

from tests.site.test_reading import closed, opened

THEME = "en/themes/undermining/"
FORM = ".line-filter"


def listed(page: Page) -> list[tuple[str, str]]:
    """The kind and the text of the entries that can be seen."""
    return page.evaluate(
        """() => [...document.querySelectorAll('[data-kind]')].filter(entry => entry.checkVisibility())
        .map(entry => [entry.dataset.kind, entry.textContent])"""
    )


def everything(page: Page) -> list[tuple[str, str]]:
    return page.evaluate("[...document.querySelectorAll('[data-kind]')].map(e => [e.dataset.kind, e.textContent])")


@pytest.mark.parametrize("kind", ["setback", "milestone", "indicator"])
def test_entries_are_filtered_by_kind_and_counted(browser, address, kind):
    page, wrong = opened(browser, address + THEME)
    folded, expected = listed(page), [entry for entry in everything(page) if entry[0] == kind]
    page.select_option(f"{FORM} [name=kind]", kind)
    seen, shown, url = listed(page), page.inner_text(f"{FORM} output"), page.url.removeprefix(address)
    empty = page.locator(".thread:visible:has([data-kind]):not(:has([data-kind]:visible))").count()
    closed(page)

    assert wrong == []
    assert folded == []
    assert seen == expected != []
    assert shown == ("1 entry" if len(expected) == 1 else f"{len(expected)} entries")
    assert url == f"{THEME}?kind={kind}"
    assert empty == 0


def test_entries_are_found_by_all_of_the_words_whatever_their_case_and_accents(browser, address):
    page, wrong = opened(browser, f"{address}nl/themes/undermining/?words=D%C3%93UANE+rotterdam")
    seen, all_entries = listed(page), everything(page)
    page.fill(f"{FORM} [name=words]", "")
    page.wait_for_url("**/nl/themes/undermining/")
    folded = listed(page)
    closed(page)

    assert wrong == []
    assert seen == [e for e in all_entries if "douane" in e[1].lower() and "rotterdam" in e[1].lower()] != []
    assert folded == []


def test_a_theme_of_few_entries_has_no_form_and_no_script_for_it(browser, address):
    page, _ = opened(browser, f"{address}en/themes/drones/")
    found = (page.locator(FORM).count(), page.locator("script[src*='choices']").count())
    closed(page)

    assert found == (0, 0)


def test_without_javascript_there_is_no_form(browser, address):
    page, _ = opened(browser, address + THEME, java_script_enabled=False)
    visible = page.locator(FORM).is_visible()
    closed(page)

    assert not visible
