"""A walk by keyboard over a page of each kind: every link and control once, in the order of the text, and seen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.site.kinds import EMBEDDED, KINDS, fullest
from tests.site.test_reading import closed, opened

WALKED = """
() => {
  const all = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const shows = e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  window.stops = [...document.querySelectorAll(all)].filter(e => shows(e) && !e.disabled && e.tabIndex >= 0);
  return window.stops.map(e => e.outerHTML.slice(0, 120));
}
"""
"""What a walk must come by, in the order of the page: whatever can be used and is shown."""
REACHED = """
() => {
  const e = document.activeElement;
  if (e === document.body) { return null; }
  const style = getComputedStyle(e), box = [...e.getClientRects()].find(r => r.width > 1 && r.height > 1);
  const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
  const clip = (low, high, most) => [Math.max(0, low), Math.min(high, most) - Math.max(0, low)];
  const [x, width] = box ? clip(box.left, box.right, innerWidth) : [0, 0];
  const [y, height] = box ? clip(box.top, box.bottom, innerHeight) : [0, 0];
  const at = width > 0 && height > 0 && [[.5, .5], [.05, .2], [.95, .8]].map(([across, down]) =>
    document.elementFromPoint(x + width * across, y + height * down));
  const over = at && at.some(o => o && (e.contains(o) || o.contains(e)));
  const faults = [marked || "is not marked", over || "is covered or out of sight"].filter(f => f !== true);
  const scrolls = e.scrollWidth > e.clientWidth;
  return { at: (window.stops || []).indexOf(e), scrolls, html: e.outerHTML.slice(0, 120), faults };
}
"""
"""Where the focus is: its number among the stops, and what is wrong with how it shows; null once the page is left."""


def walked(page: Page, key: str = "Tab") -> tuple[list[str], list[int], list[str]]:
    """What there is to come by, the numbers of what the key came by, and what was wrong there.

    The walk begins where the page does, wherever the page puts the focus. A part that only scrolls has no number:
    browsers stop there, so that it can be scrolled.
    """
    while page.evaluate(REACHED):
        page.keyboard.press(key)
    stops, order, wrong = page.evaluate(WALKED), [], []
    for _ in range(2 * len(stops) + 20):
        page.keyboard.press(key)
        reached = page.evaluate(REACHED)
        if reached is None:
            break
        if reached["at"] >= 0 or not reached["scrolls"]:
            order.append(reached["at"])
            wrong += [f"{reached['html']} {fault}" for fault in reached["faults"]]
    return stops, order, wrong


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        pytest.param("a.style.outline = 'none'", "is not marked", id="a mark that is taken away"),
        pytest.param("a.style.cssText = 'position: absolute; left: -999px'", "out of sight", id="a link out of sight"),
        pytest.param("a.tabIndex = 5", "", id="an order of its own"),
        pytest.param("a.addEventListener('blur', () => setTimeout(() => a.focus()))", "", id="a trap"),
    ],
)
def test_a_walk_finds_what_hinders_it(browser, address, fault, said):
    page, _ = opened(browser, f"{address}en/corrections/")
    page.evaluate(f"(a => {{ {fault} }})(document.querySelectorAll('main a')[0])")
    stops, order, wrong = walked(page)
    closed(page)

    assert any(said in line for line in wrong) if said else order != list(range(len(stops)))


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(("en", 1280), id="wide"),
        pytest.param(("nl", 320), id="narrow", marks=pytest.mark.every_page),
    ],
)
def screen(request, browser, address) -> Iterator[tuple[Page, str]]:
    """A page on a screen, and the language that is looked at there."""
    language, width = request.param
    page, _ = opened(browser, f"{address}{language}/", width)
    yield page, language
    closed(page)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind or "home") for kind in (*KINDS, EMBEDDED)])
def test_the_tab_key_comes_by_everything_once_in_the_order_of_the_page_and_shows_where_it_is(
    screen, address, site, kind
):
    page, language = screen
    page.goto(address + fullest(site, language, kind))
    stops, order, wrong = walked(page)

    assert wrong == []
    assert [stops[i] for i in order] == stops
