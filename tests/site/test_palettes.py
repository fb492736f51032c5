"""The palettes of mkdocs.yml in a real Chromium: what they change, without JavaScript too, and that all can be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.publish.style.site_style import sheets_of
from generator.settings import known
from tests.site.conftest import serving
from tests.site.test_reading import AXE, closed, opened
from tests.support.dressed import PALETTES, built_with_mkdocs, dressed_once, lay_out_dressed
from tests.support.small import ROOT

PALETTE = {
    "two": PALETTES,
    "dark": "{scheme: slate, primary: orange, accent: cyan}",
    "own": "{scheme: dusk, primary: custom}",
}
PAGE = "themes/ferries/"
BACKGROUND = "element => getComputedStyle(element).backgroundColor"
LIGHTNESS = """element => { const [r, g, b] = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 3 }"""
DRESS = """([tone, scheme, primary, accent]) => {
  document.documentElement.dataset.scheme = tone;
  for (const [name, value] of Object.entries({scheme, primary, accent}))
    document.body.setAttribute(`data-md-color-${name}`, value.replace(" ", "-"));
}"""


pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where a site with each palette is served."""
    with_two, with_dark, with_own = (dressed_once(tmp_path_factory, *palette) for palette in PALETTE.items())
    with serving(with_two) as two, serving(with_dark) as dark, serving(with_own) as own:
        yield {"two": two, "dark": dark, "own": own}


def seen(browser: Browser, address: str, scheme: str, **options: object) -> Page:
    page, wrong = opened(browser, address + PAGE, color_scheme=scheme, **options)
    assert wrong == []
    return page


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without"])
@pytest.mark.parametrize(
    ("name", "system", "is_dark"),
    [
        pytest.param("two", "light", False, id="of two palettes, the light one"),
        pytest.param("two", "dark", True, id="of two palettes, the dark one"),
        pytest.param("dark", "light", True, id="a dark palette, whatever the system is"),
        pytest.param("own", "light", True, id="a scheme of a style sheet of the project"),
    ],
)
def test_the_paper_is_that_of_the_scheme(
    browser: Browser, addresses: dict[str, str], name: str, system: str, is_dark: bool, script: bool
) -> None:
    page = seen(browser, addresses[name], system, java_script_enabled=script)
    lightness = page.locator("body").evaluate(LIGHTNESS)
    closed(page)

    assert (lightness < 80) is is_dark


def test_the_head_of_the_page_has_the_primary_colour(browser: Browser, addresses: dict[str, str]) -> None:
    page = seen(browser, addresses["dark"], "light")
    background = page.locator(".masthead").evaluate(BACKGROUND)
    link = page.locator(".on-page a").first.evaluate("element => getComputedStyle(element).color")
    closed(page)

    assert background == "rgb(255, 167, 36)", "orange, under dark letters"
    assert link.startswith("oklch(0.79"), "the same, light enough for dark paper"


def test_a_scheme_of_the_project_governs_every_colour(browser: Browser, addresses: dict[str, str]) -> None:
    page = seen(browser, addresses["own"], "light")
    colours = [page.locator(name).first.evaluate("e => getComputedStyle(e).color") for name in ("h1", ".answer")]
    paper, head = (page.locator(name).evaluate(BACKGROUND) for name in ("body", ".masthead"))
    closed(page)

    assert (paper, head, colours) == ("rgb(64, 0, 64)", "rgb(90, 20, 90)", ["rgb(255, 240, 200)"] * 2)


def test_the_button_of_a_palette_leads_to_the_next_and_the_choice_lasts(
    browser: Browser, addresses: dict[str, str]
) -> None:
    page = seen(browser, addresses["two"], "light")
    before = page.locator(".masthead").evaluate(BACKGROUND)
    page.get_by_role("button", name="Donker aan").click()
    page.goto(f"{addresses['two']}milestones/")
    after = page.locator(".masthead").evaluate(BACKGROUND)
    shown = page.locator(".scheme:visible").get_attribute("title")
    lightness = page.locator("body").evaluate(LIGHTNESS)
    closed(page)

    assert before != after
    assert (shown, lightness < 80) == ("Licht aan", True)


def test_scripts_and_style_sheets_of_the_project_are_loaded(browser: Browser, addresses: dict[str, str]) -> None:
    page = seen(browser, addresses["two"], "light")
    own = page.evaluate("({...document.documentElement.dataset})")
    outline = page.locator(".note-link").first.evaluate("e => getComputedStyle(e).outlineColor")
    closed(page)

    assert (own["own"], own["module"]) == ("extra", "module")
    assert outline == "rgb(28, 125, 77)", "of a custom property that only this sheet refers to"


@pytest.mark.parametrize("name", PALETTE)
def test_axe_finds_nothing_with_any_setting(browser: Browser, addresses: dict[str, str], name: str) -> None:
    violations = []
    for width, system in ((360, "light"), (1280, "dark")):
        page = seen(browser, addresses[name], system, width=width)
        violations += [(v["id"], [n["html"][:90] for n in v["nodes"]]) for v in AXE.run(page).response["violations"]]
        closed(page)

    assert violations == []


@pytest.mark.every_page
@pytest.mark.parametrize(("tone", "scheme"), [("light", "default"), ("dark", "slate")])
def test_every_colour_of_material_can_be_read(browser: Browser, tmp_path: Path, tone: str, scheme: str) -> None:
    site = built_with_mkdocs(lay_out_dressed(tmp_path))
    next((site / "assets").glob("atlas.*.css")).write_text("\n".join(sheets_of(ROOT).values()), "utf-8")
    faint = []
    with serving(site) as address:
        page = seen(browser, address, tone)
        for colour in known.PRIMARY_COLOURS:
            page.evaluate(DRESS, [tone, scheme, colour, colour if colour in known.COLOURS else "indigo"])
            found = AXE.run(page, options={"runOnly": ["color-contrast", "link-in-text-block"]}).response["violations"]
            faint += [(colour, node["html"][:90]) for violation in found for node in violation["nodes"]]
        closed(page)

    assert faint == []
