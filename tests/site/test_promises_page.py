"""The page of promises: every number leads to its rows, with and without JavaScript, and what is chosen is kept."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from generator.editions.edition import Edition, KnownTheme
from generator.pages.views.milestones.overview import counts_of, promised
from generator.pages.views.milestones.table import FLAGS, by_urgency, flags_of
from generator.pages.workspace import Workspace
from tests.site.test_reading import closed, opened


@pytest.fixture(scope="module")
def newest(workspace: Workspace) -> Edition:
    return workspace.editions[-1]


def shown(page: Page, rows: str = ".theme-promises tbody tr") -> list[str]:
    """The ids of the milestones whose rows can be seen, in order."""
    links = page.evaluate(
        """rows => [...document.querySelectorAll(rows)].filter(row => row.checkVisibility())
        .map(row => row.querySelector('a').getAttribute('href'))""",
        rows,
    )
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def under(edition: Edition, flag: str, theme: str = "") -> list[str]:
    """The ids of the milestones under a flag, of one theme or of all, in the order of the page."""
    groups = [group for group in with_promises(edition) if theme in ("", group.id)]
    return [m.id for group in groups for m in by_urgency(promised(group.milestones)) if not flag or flag in flags_of(m)]


def with_promises(edition: Edition) -> list[KnownTheme]:
    """The themes that have promises."""
    return [theme for theme in edition.mentioned if promised(theme.milestones)]


def with_most(edition: Edition, flag: str) -> str:
    """The theme with most promises under a flag; of several, the first."""
    return max(with_promises(edition), key=lambda theme: counts_of(promised(theme.milestones))[flag]).id


def numbers(page: Page, within: str) -> dict[str, int]:
    """The numbers that lead to rows, by the anchor that they lead to."""
    links = page.locator(f"{within} a[href^='#']").all()
    told = {link.get_attribute("href") or "": link.inner_text().split() for link in links}
    return {anchor: int(words[0]) for anchor, words in told.items() if words and words[0].isdigit()}


def test_without_javascript_a_total_leads_to_its_rows_and_to_no_others(browser, address, newest):
    page, wrong = opened(browser, f"{address}en/milestones/", java_script_enabled=False)
    totals = numbers(page, ".tally")
    rows = {}
    for anchor in totals:
        page.click(f".tally a[href='{anchor}']")
        rows[anchor] = shown(page)
    closed(page)

    assert wrong == []
    assert rows == {f"#all-{flag}": under(newest, flag) for flag in FLAGS if under(newest, flag)}
    assert totals == {anchor: len(ids) for anchor, ids in rows.items()}


FOLLOWED = """anchors => anchors.map(anchor => {
  location.hash = anchor;
  const seen = [...document.querySelectorAll('.theme-promises tbody tr')].filter(row => row.checkVisibility());
  const theme = document.querySelector(anchor).closest('.theme-group');
  const mine = seen.filter(row => row.closest('.theme-group') === theme);
  return [mine.map(row => row.querySelector('a').getAttribute('href').split('/').at(-2)), seen.length - mine.length];
})"""
"""For each anchor: the milestones of its theme that are seen when it is followed, and how many rows of other themes."""


@pytest.fixture(scope="module")
def followed(browser, address) -> dict[str, tuple[int, list[str], int]]:
    """For each number of a theme, without JavaScript: the number, the rows of the theme, how many rows of others."""
    page, _ = opened(browser, f"{address}en/milestones/", java_script_enabled=False)
    told = numbers(page, ".overview")
    seen = page.evaluate(FOLLOWED, list(told))
    closed(page)
    return {anchor: (number, *rows) for (anchor, number), rows in zip(told.items(), seen, strict=True)}


def test_without_javascript_a_number_of_a_theme_leads_to_as_many_rows_in_that_state(followed, newest):
    themes = [theme.id for theme in with_promises(newest)]
    rows = {f"#{theme}-{flag}": under(newest, flag, theme) for theme in themes for flag in FLAGS}
    seen = {anchor: (number, ids) for anchor, (number, ids, _) in followed.items()}

    assert seen == {anchor: (len(ids), ids) for anchor, ids in rows.items() if ids}


def test_without_javascript_a_number_of_a_theme_leaves_no_rows_of_other_themes(followed):
    assert {anchor: others for anchor, (_, _, others) in followed.items() if others} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_javascript_two_clicks_lead_from_home_to_the_promises_of_a_theme_in_a_state(
    browser, address, newest, language
):
    theme = with_most(newest, "overdue")
    page, _ = opened(browser, f"{address}{language}/", java_script_enabled=False)
    page.click(".menu a[href='milestones/']")
    page.click(f".overview a[href='#{theme}-overdue']")
    at = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    rows = shown(page, f".theme-group:has(#{theme}) tbody tr")
    closed(page)

    assert rows == under(newest, "overdue", theme)
    assert -1 <= at < 900


def test_without_javascript_a_link_shows_all_rows_again(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/#all-done", java_script_enabled=False)
    page.click(".show-all a")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "")


def followed_within(page: Page, act: Callable[[], None]) -> None:
    """Does what leads to another place of the page, and waits until the script of the page has answered to it."""
    page.evaluate("() => { window.followed = new Promise(done => addEventListener('hashchange', () => done())); }")
    act()
    page.evaluate("window.followed")


def chosen(page: Page, **choice: str) -> None:
    for name, value in choice.items():
        page.select_option(f".promise-filter select[name={name}]", value)


def test_with_javascript_rows_are_filtered_by_theme_and_state_and_counted(browser, address, newest):
    theme = with_most(newest, "open")
    page, wrong = opened(browser, f"{address}en/milestones/")
    chosen(page, theme=theme, show="open")
    seen = (shown(page), page.inner_text(".promise-filter output"))
    closed(page)

    assert wrong == []
    assert seen == (under(newest, "open", theme), f"{len(under(newest, 'open', theme))} rows")


def test_with_javascript_rows_are_sorted_by_how_far_they_moved(browser, address, newest):
    slips = {m.id: abs(m.slip_days or 0) if m.moves else -1 for m in promised(newest.milestones)}
    page, _ = opened(browser, f"{address}en/milestones/")
    chosen(page, sort="moved")
    rows = shown(page)
    closed(page)

    assert sorted(rows) == sorted(slips)
    assert [slips[id] for id in rows] == sorted(slips.values(), reverse=True)


def test_what_is_chosen_is_kept_in_the_address_and_comes_back_with_it(browser, address, newest):
    theme = with_most(newest, "moved")
    page, _ = opened(browser, f"{address}nl/milestones/")
    chosen(page, theme=theme, show="moved", owed="customs", sort="latest")
    page.fill(".promise-filter [name=words]", "E")
    page.press(".promise-filter [name=words]", "Tab")
    kept, before = page.url.removeprefix(address), shown(page)
    page.reload()
    after = shown(page)
    closed(page)

    assert kept == f"nl/milestones/?theme={theme}&show=moved&owed=customs&words=E&sort=latest"
    assert before == after
    assert after and set(after) <= set(under(newest, "moved", theme))


def test_going_back_from_a_promise_brings_back_what_was_chosen(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    chosen(page, show="moved")
    page.click(".theme-promises tbody tr.is-moved:visible a >> nth=0")
    page.go_back()
    seen = (page.url.removeprefix(address), page.input_value("select[name=show]"), shown(page))
    closed(page)

    assert seen == ("en/milestones/?show=moved", "moved", under(newest, "moved"))


def test_going_back_from_a_number_folds_all_rows_again(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(".tally a[href='#all-moved']")
    page.wait_for_url("**/en/milestones/?show=moved")
    page.go_back()
    page.wait_for_url("**/en/milestones/")
    seen = (page.input_value("select[name=show]"), shown(page))
    closed(page)

    assert seen == ("", [])


def test_with_javascript_a_number_fills_in_the_form(browser, address, newest):
    theme = next(theme.id for theme in with_promises(newest) if counts_of(promised(theme.milestones))["overdue"])
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(f".overview a[href='#{theme}-overdue']")
    page.wait_for_url(f"**/en/milestones/?theme={theme}&show=overdue")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "overdue", theme)


def test_after_a_number_another_state_can_be_chosen_in_the_form(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(".tally a[href='#all-moved']")
    page.wait_for_url("**/en/milestones/?show=moved")
    chosen(page, show="undated")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "undated")


def test_an_address_with_a_number_in_it_can_be_followed_by_another_choice(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/#all-done")
    first = shown(page)
    chosen(page, show="open")
    second = shown(page)
    closed(page)

    assert (first, second) == (under(newest, "done"), under(newest, "open"))


def test_with_javascript_the_link_to_all_rows_shows_all_rows(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/?show=moved")
    followed_within(page, lambda: page.click(".show-all a"))
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "")


def test_with_javascript_the_name_of_a_theme_still_leads_to_its_table(browser, address, newest):
    theme = with_promises(newest)[-1].id
    page, _ = opened(browser, f"{address}en/milestones/")
    followed_within(page, lambda: page.click(f".overview a[href='#{theme}']"))
    seen = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", theme)
    closed(page)

    assert seen


def test_with_javascript_the_first_tab_stop_still_skips_to_the_content(browser, address):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.keyboard.press("Tab")
    followed_within(page, lambda: page.keyboard.press("Enter"))
    at = page.evaluate("document.querySelector('h1').getBoundingClientRect().top")
    closed(page)

    assert 0 <= at < 300
