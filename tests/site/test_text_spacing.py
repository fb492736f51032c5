"""Readers who need more space between letters, words and lines lose nothing (WCAG 2.2, 1.4.12)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.kinds import KINDS, fullest

NARROW = 320
SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
"""
"""The spacing that the guideline asks pages to bear."""
CUT_OFF = """
() => [...document.querySelectorAll("body *")]
  .filter(e => !e.closest("svg, [hidden]") && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => e.clientWidth > 1 && e.clientHeight > 1)
  .filter(e => {
    const style = getComputedStyle(e), cuts = side => ["hidden", "clip"].includes(side);
    return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
        || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  })
  .map(e => e.textContent.trim().slice(0, 60))
"""
"""The beginnings of texts that are seen and of which a part is not."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_context(viewport={"width": NARROW, "height": 900}).new_page()
    yield page
    page.context.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_more_space_no_page_is_wider_and_no_text_is_cut_off(page, address, site, language):
    wider, cut = {}, {}
    for path in [fullest(site, language, kind) for kind in KINDS]:
        page.goto(address + path)
        page.evaluate(SPACED)
        wider[path] = page.evaluate("document.documentElement.scrollWidth")
        cut[path] = page.evaluate(CUT_OFF)

    assert {path: width for path, width in wider.items() if width > NARROW} == {}
    assert {path: texts for path, texts in cut.items() if texts} == {}


def test_a_text_that_is_cut_off_is_found(page, address):
    page.goto(f"{address}en/")
    page.evaluate("document.querySelector('h1').textContent = 'Atlas'")
    page.evaluate("document.querySelector('h1').style.cssText = 'height: 1.3em; line-height: 1.3; overflow: hidden'")
    before = page.evaluate(CUT_OFF)
    page.evaluate(SPACED)

    assert (len(before), len(page.evaluate(CUT_OFF))) == (0, 1)
