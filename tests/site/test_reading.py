"""The site in a real Chromium: what a reader sees, with and without JavaScript, by keyboard, on any screen."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.site.kinds import EMBEDDED, KINDS, fullest, pages_of
from tests.support.browsers import PATIENCE_MS

AXE = Axe()
THEMES = tuple(f"themes/{id}/" for id in ("undermining", "attaches", "drones", "certex", "algorithms"))
OLD = ("en/editions/2020-10-15/", "nl/editions/2024-05/themes/drones/", "en/editions/2024-06-24/themes/undermining/")
SCREENS = [
    pytest.param(("nl", 320, {"color_scheme": "light"}), id="narrow and light"),
    pytest.param(("en", 1280, {"color_scheme": "dark"}), id="wide and dark"),
    pytest.param(("en", 768, {"color_scheme": "dark", "forced_colors": "active"}), id="forced colours"),
    pytest.param(("en", 320, {"color_scheme": "dark"}), id="narrow and dark", marks=pytest.mark.every_page),
    pytest.param(("nl", 1280, {"color_scheme": "light"}), id="wide and light", marks=pytest.mark.every_page),
]
"""Language, width, and what the system asks for."""
WIDTHS = (320, 1280)
TARGETS_TOO = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"], "preload": False}
"""axe leaves out the size of what is clicked, which WCAG 2.2 asks for, unless told otherwise; what it would load ahead
is for rules on sound and on turned screens, of which the first have nothing to look at and the second are off."""


def opened(browser: Browser, url: str, width: int = 1280, **options) -> tuple[Page, list[str]]:
    """The page at `url`, and all that went wrong while it loaded: errors, and requests to another host."""
    page = browser.new_context(viewport={"width": width, "height": 900}, **options).new_page()
    page.set_default_timeout(PATIENCE_MS)
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if "//127.0.0.1:" in request.url else wrong.append(request.url))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}") if _failed(request) else None)
    page.on(
        "response",
        lambda response: wrong.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )
    page.goto(url)
    return page, wrong


def _failed(request: Request) -> bool:
    """Whether the server is to blame: a request still under way when the next page is opened is only broken off."""
    return request.failure != "net::ERR_ABORTED"


def closed(page: Page) -> None:
    page.context.close()


def test_every_page_is_of_a_kind_that_the_browser_looks_at(site):
    volumes = [site / language for language in ("nl", "en")]
    known = {volume / path for volume in volumes for kind in (*KINDS, EMBEDDED) for path in pages_of(volume, kind)}
    pages = {file.parent for volume in volumes for file in volume.rglob("index.html")}

    assert {page for page in pages if "editions" not in page.parts} == known
    assert [kind for kind in KINDS if not pages_of(site / "nl", kind)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_page_of_each_kind_loads_without_error_or_outside_request(browser, address, site, language):
    page, wrong = opened(browser, f"{address}{language}/")
    for kind in KINDS:
        page.goto(address + fullest(site, language, kind))
    closed(page)

    assert wrong == []


@pytest.mark.every_page
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_newest_edition_loads_without_error_or_outside_request(browser, address, site, language):
    page, wrong = opened(browser, f"{address}{language}/")
    for path in (path for kind in KINDS for path in pages_of(site / language, kind)):
        page.goto(f"{address}{language}/{path}")
    closed(page)

    assert wrong == []


@pytest.fixture(scope="module", params=SCREENS)
def screen(request, browser, address):
    """A page on a screen, in the language that is looked at there, and what goes wrong on it."""
    language, width, system = request.param
    page, wrong = opened(browser, f"{address}{language}/", width, **system)
    yield page, wrong, language
    closed(page)


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind or "home") for kind in (*KINDS, EMBEDDED)])
def test_axe_finds_nothing_on_a_page_of_each_kind(screen, address, site, kind):
    page, wrong, language = screen
    violations = found_by_axe(page, [address + fullest(site, language, kind)])

    assert (violations, wrong) == ([], [])


@pytest.mark.parametrize("path", OLD)
def test_axe_finds_nothing_in_an_older_edition(screen, address, path):
    page, wrong, _ = screen

    assert (found_by_axe(page, [address + path]), wrong) == ([], [])


@pytest.mark.every_page
@pytest.mark.parametrize("language", ["nl", "en"])
def test_axe_finds_nothing_on_any_page_of_any_edition(browser, address, site, language):
    page, wrong = opened(browser, f"{address}{language}/")
    files = sorted((site / language).rglob("index.html"))
    violations = found_by_axe(page, [f"{address}{file.parent.relative_to(site).as_posix()}/" for file in files], WIDTHS)
    closed(page)

    assert (violations, wrong) == ([], [])


def found_by_axe(page: Page, urls: Iterable[str], widths: Sequence[int] = ()) -> list[tuple[str, str, list[str]]]:
    """(address, rule, first elements) of everything that axe finds on the pages, each made as wide as each of `widths`.

    Without `widths` the pages are as wide as the screen is.
    """
    found = []
    for url in urls:
        page.goto(url)
        violations = found_on(page, widths or (page.viewport_size["width"],))
        found += [(url, v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in violations]
    return found


def found_on(page: Page, widths: Sequence[int]) -> list[dict[str, Any]]:
    """What axe finds on the page that is open, at one width after the other; axe, which is long, is put in once."""
    page.evaluate(AXE.axe_script)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += page.evaluate("options => axe.run(options).then(results => results.violations)", TARGETS_TOO)
    return found


@pytest.mark.parametrize("seen", ["(max-width: 320px)", "(min-width: 1280px)", "all"])
def test_axe_finds_a_fault_that_is_there(browser, address, seen):
    page, _ = opened(browser, f"{address}en/")
    fault = (
        f'<style>.fault {{display: none}} @media {seen} {{.fault {{display: block}}}}</style><img class="fault" src="">'
    )
    page.evaluate("fault => document.querySelector('main').insertAdjacentHTML('beforeend', fault)", fault)
    found = [violation["id"] for violation in found_on(page, WIDTHS)]
    closed(page)

    assert found == ["image-alt"] * (2 if seen == "all" else 1)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_is_wider_than_a_screen_of_320_points(browser, address, site, language):
    paths = [fullest(site, language, kind) for kind in KINDS] + [f"{language}/{path}" for path in THEMES] + list(OLD)

    assert wider_than_320(browser, address, paths) == {}


@pytest.mark.every_page
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_of_the_newest_edition_is_wider_than_a_screen_of_320_points(browser, address, site, language):
    paths = [f"{language}/{path}" for kind in (*KINDS, EMBEDDED) for path in pages_of(site / language, kind)]

    assert wider_than_320(browser, address, paths) == {}


def wider_than_320(browser: Browser, address: str, paths: Iterable[str]) -> dict[str, int]:
    """The widths of the pages that do not fit on a screen of 320 points, by their paths."""
    page, _ = opened(browser, address, 320)
    widths = {}
    for path in paths:
        page.goto(address + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    closed(page)
    return {path: width for path, width in widths.items() if width > 320}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_on_a_phone_no_word_of_the_menu_is_cut_off(browser, address, language):
    page, _ = opened(browser, f"{address}{language}/", 360)
    room, needed = page.evaluate("(e => [e.clientWidth, e.scrollWidth])(document.querySelector('.menu ul'))")
    closed(page)

    assert needed <= room


@pytest.mark.parametrize("path", [f"en/{path}" for path in THEMES])
def test_chart_text_is_never_smaller_than_11_px_on_a_phone(browser, address, path):
    page, _ = opened(browser, address + path, 360)
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.chart svg text')].filter(t => t.getBoundingClientRect().width)
        .map(t => parseFloat(getComputedStyle(t).fontSize) * t.ownerSVGElement.getScreenCTM().a)"""
    )
    closed(page)

    assert [size for size in sizes if size < 10.95] == []


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        pytest.param("nl-NL", "nl", id="a Dutch browser is sent to the Dutch pages"),
        pytest.param("en-GB", "en", id="an English browser is sent to the English pages"),
    ],
)
def test_the_front_page_prefers_the_language_of_the_browser(browser, address, locale, language):
    page, _ = opened(browser, address, locale=locale)
    page.wait_for_url(f"**/{language}/")
    closed(page)


def test_the_picker_and_the_language_switch_keep_the_page(browser, address):
    page, _ = opened(browser, f"{address}en/themes/drones/")
    page.click(".picker a:has-text('24 Jun 2024')")
    old = page.url.removeprefix(address)
    page.click(".tools a[hreflang=nl]")
    switched = page.url.removeprefix(address)
    page.click(".banner a")
    present = page.url.removeprefix(address)
    closed(page)

    assert (old, switched, present) == (
        "en/editions/2024-06-24/themes/drones/",
        "nl/editions/2024-06-24/themes/drones/",
        "nl/themes/drones/",
    )


def test_a_page_that_did_not_exist_in_an_edition_is_named_but_not_linked(browser, address):
    page, _ = opened(browser, f"{address}en/milestones/certex-veterinary/")
    absent = [entry.inner_text().splitlines()[0] for entry in page.locator(".picker .absent").all()]
    closed(page)

    assert absent == ["15 Oct 2020", "May 2024", "24 Jun 2024", "May 2026"]


def test_the_first_tab_stop_skips_to_the_content(browser, address):
    page, _ = opened(browser, f"{address}en/themes/certex/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    visible = page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    closed(page)

    assert (focused, visible) == ("#certex", True)


def test_the_scheme_follows_the_system_and_a_choice_is_kept(browser, address):
    page, _ = opened(browser, f"{address}en/", color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.click("button.scheme:visible")
    light = page.evaluate(background)
    page.goto(f"{address}en/method/")
    kept = page.evaluate(background)
    closed(page)

    assert (dark, light, kept) == ("rgb(18, 22, 31)", "rgb(251, 250, 246)", "rgb(251, 250, 246)")


def test_in_print_the_menu_is_gone_and_the_wide_charts_stay(browser, address):
    page, _ = opened(browser, f"{address}en/themes/certex/")
    page.emulate_media(media="print")
    seen = (page.is_visible(".menu"), page.is_visible(".chart-wide"), page.is_visible(".chart-narrow"))
    closed(page)

    assert seen == (False, True, False)


def test_a_visit_stores_nothing_and_sets_no_cookie(browser, address):
    page, _ = opened(browser, f"{address}nl/")
    page.goto(f"{address}nl/search/?q=drones")
    page.wait_for_selector("#search-results li")
    cookies, stored = page.context.cookies(), page.evaluate("[{...localStorage}, {...sessionStorage}]")
    closed(page)

    assert (cookies, stored) == ([], [{}, {}])


def test_a_downloaded_drawing_opens_by_itself(browser, site: Path):
    page = browser.new_page()
    page.goto((site / "en/figures/certex-evolution.svg").as_uri())
    box = page.locator("svg").bounding_box()
    page.close()

    assert box is not None
    assert box["width"] > 300
