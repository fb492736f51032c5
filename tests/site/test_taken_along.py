"""What leaves the site: printed sheets, and an edition as a zip that is read from a folder."""

import io
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from tests.publish.test_archives import leading_nowhere
from tests.site.test_reading import closed, opened

MOST_BYTES = 15_000_000
FOOT_POINTS = 46
"""From the lower edge of a sheet of A4: the margin, and the line that every sheet carries."""
PRINTED = {
    "en/": "home",
    "nl/themes/integrity-screening/": "a theme",
    "en/milestones/": "all promises",
    "nl/changes/": "what a letter changed",
    "en/milestones/certex-veterinary/": "a milestone",
}


@pytest.fixture(scope="module", params=PRINTED, ids=PRINTED.values())
def sheets(request, browser, address):
    """The path of a page, and the page as it is printed on A4."""
    page, _ = opened(browser, f"{address}{request.param}")
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    closed(page)
    return request.param, list(pdf)


def lowest(sheet: pypdfium2.PdfPage) -> float:
    """How far above the line at the foot the text ends, as a part of the height that there is for it."""
    text = sheet.get_textpage()
    bottoms = [text.get_rect(i)[1] for i in range(text.count_rects())]
    return (min(bottom for bottom in bottoms if bottom > FOOT_POINTS) - FOOT_POINTS) / (sheet.get_height() - 83)


def test_every_sheet_carries_the_address_of_its_edition(sheets):
    path, printed = sheets
    language, _, rest = path.partition("/")
    texts = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in printed]

    assert [n for n, text in enumerate(texts, 1) if f"{language}/editions/2026-06-11/{rest}" not in text] == []


def test_no_sheet_but_the_last_is_a_third_empty(sheets):
    _, printed = sheets

    assert [n for n, sheet in enumerate(printed[:-1], 1) if lowest(sheet) > 1 / 3] == []


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory) -> Path:
    """The newest edition in Dutch, unzipped."""
    target = tmp_path_factory.mktemp("archive")
    ZipFile(site / "archive/2026-06-11-nl.zip").extractall(target)
    return target / "2026-06-11-nl"


def test_archives_are_small_enough_to_send(site: Path):
    sizes = {path.name: path.stat().st_size for path in (site / "archive").iterdir()}

    assert sizes
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_link_in_the_folder_leads_to_a_file(folder):
    assert leading_nowhere(folder) == []


def test_the_edition_is_read_from_the_folder(browser, folder):
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((folder / "index.html").as_uri())
    page.wait_for_url("**/nl/editions/2026-06-11/index.html")
    page.wait_for_load_state("networkidle")  # who goes on before breaks off what is being loaded, which is no failure
    page.click(".menu a >> nth=1")
    page.wait_for_load_state("networkidle")
    heading = page.text_content("h1")
    page.click(".brand")
    page.wait_for_load_state("networkidle")
    home = page.text_content("h1")
    sheets = page.evaluate("[...document.styleSheets].map(sheet => sheet.href)")
    page.close()

    assert (heading, home, failed) == ("Beloften", "Wat de Douane beloofde, en wat daarvan terechtkwam", [])
    assert [sheet.rpartition("/")[0] for sheet in sheets] == [(folder / "assets").as_uri()]


def test_the_edition_is_searched_in_the_folder(browser, folder):
    page = browser.new_page()
    page.goto((folder / "nl/editions/2026-06-11/themes/drones/index.html").as_uri())
    page.fill(".search-box input", "93%")
    page.press(".search-box input", "Enter")
    page.wait_for_selector("#search-results mark")
    page.click("#search-results a")
    page.wait_for_selector("h1")
    title, url = page.inner_text("h1"), page.url
    page.close()

    assert (title, url.partition("#")[0]) == (
        "Personeel",
        (folder / "nl/editions/2026-06-11/themes/personnel/index.html").as_uri(),
    )
