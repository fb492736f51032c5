"""What a link leads to is shown beforehand, and arrow keys go through a strip: with JavaScript, and never needed."""

import pytest

from tests.site.test_reading import closed, opened

THEME = "en/themes/integrity-screening/"
FOCUSED = "document.activeElement.getAttribute('href')"


@pytest.fixture
def page(browser, address):
    page, wrong = opened(browser, f"{address}{THEME}")
    yield page
    closed(page)
    assert wrong == []


@pytest.mark.parametrize(
    ("link", "says"),
    [
        pytest.param(
            ".chart-wide .row-link >> nth=2", "Interim results of the new study of corruption risks", id="a row"
        ),
        pytest.param(".fates a >> nth=0", "done", id="a square"),
        pytest.param(".note-link >> nth=0", "words", id="a note"),
    ],
)
def test_what_a_link_leads_to_is_shown_when_it_has_the_focus_and_gone_after_escape(page, link, says):
    target = page.locator(link)
    target.focus()
    page.wait_for_selector("#preview:not([hidden])")
    shown, described = page.inner_text("#preview"), target.get_attribute("aria-describedby")
    page.keyboard.press("Escape")

    assert says in shown
    assert described == "preview"
    assert page.locator("#preview").is_hidden()
    assert target.get_attribute("aria-describedby") is None


def test_it_stays_when_the_page_moves_to_the_focus_under_a_pointer_that_rests(page):
    """Browsers then say that the pointer left one element for another, neither of which the preview is of."""
    page.locator(".chart-wide .row-link >> nth=-1").focus()
    page.wait_for_selector("#preview:not([hidden])")
    page.evaluate(
        """document.querySelector('header').dispatchEvent(
            new MouseEvent('mouseout', {bubbles: true, relatedTarget: document.querySelector('main')})
        )"""
    )

    assert page.locator("#preview").is_visible()


def test_it_is_shown_to_the_pointer_stays_while_that_is_on_it_and_is_inside_the_window(page):
    row = page.locator(".chart-wide .row-link").first
    row.hover()
    page.wait_for_selector("#preview:not([hidden])")
    box = page.locator("#preview").bounding_box()
    page.locator("#preview").hover()
    stays = page.locator("#preview").is_visible()
    page.mouse.move(2, 2)

    assert box is not None
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
    assert stays
    assert page.locator("#preview").is_hidden()


def test_a_preview_repeats_no_id_and_holds_no_link(page):
    page.locator(".note-link").first.focus()
    page.wait_for_selector("#preview:not([hidden])")

    assert page.locator("#preview a, #preview [id]").count() == 0


def test_a_strip_is_one_tab_stop_and_arrow_keys_go_from_row_to_row(page):
    rows = page.locator("[id$=-evolution] .chart-wide .row-link")
    hrefs = [row.get_attribute("href") for row in rows.all()]
    rows.first.focus()
    reached = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "Home"):
        page.keyboard.press(key)
        reached.append(page.evaluate(FOCUSED))
    stops = [row.get_attribute("tabindex") for row in rows.all()]

    assert len(hrefs) > 10
    assert reached == [hrefs[1], hrefs[2], hrefs[1], hrefs[-1], hrefs[0]]
    assert stops == ["0", *["-1"] * (len(hrefs) - 1)]


def test_a_row_leads_to_its_milestone_without_javascript(browser, address):
    page, _ = opened(browser, f"{address}{THEME}", java_script_enabled=False)
    row = page.locator(".chart-wide .row-link").first
    name = row.get_attribute("aria-label")
    row.click()
    heading = page.inner_text("h1")
    closed(page)

    assert name is not None
    assert name.startswith(f"{heading}: ")
