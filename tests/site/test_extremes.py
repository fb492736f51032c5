"""Pages of themes at the edge of what a page can hold still read well, on a phone too."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.checks.run import check
from tests.measure.chart_texts import outside
from tests.measure.page_layout import DESK, PHONE, each, places
from tests.measure.pages import LIMITS
from tests.site.conftest import serving
from tests.site.test_reading import closed, opened
from tests.support.extreme import EXTREME, LONG_EN, LONG_NL, MANY
from tests.support.once import built, built_once, copied
from tests.support.small import lay_out_data

THEMES = ("crowded", "lengthy", "timeless", "lonely", "newborn")
PAGES = tuple(f"{language}/themes/{theme}/" for language in ("nl", "en") for theme in THEMES)


@pytest.fixture(scope="module")
def extremes(project, tmp_path_factory) -> Path:
    """The built site of the small archive with these themes in it."""

    def build(folder: Path) -> None:
        built(copied(project, folder, EXTREME), folder / "site")

    return built_once(tmp_path_factory, "extremes", build) / "site"


@pytest.fixture(scope="module")
def place(extremes):
    with serving(extremes) as url:
        yield url


def test_the_checks_accept_them(tmp_path):
    assert min(len(LONG_NL), len(LONG_EN)) >= 120
    assert check(read_archive(lay_out_data(tmp_path, EXTREME)))


def test_eighty_promises_make_a_page_that_a_phone_can_hold(browser, place):
    paths = ["nl/themes/crowded/", "en/themes/crowded/", "nl/milestones/", "nl/changes/"]
    found = each(places(browser, place, paths, PHONE), "height")

    assert {path: tall for path, tall in found.items() if tall > LIMITS["any page, phone"]} == {}


def test_each_of_eighty_promises_has_a_row_that_leads_to_it(browser, place):
    page, wrong = opened(browser, f"{place}en/themes/crowded/")
    rows = page.locator(".strip .chart-wide a[href*='milestones/ferry-']").count()
    closed(page)

    assert (rows, wrong) == (MANY, [])


def test_no_text_of_their_charts_stands_outside(browser, place):
    assert list(outside(browser, place, PAGES, (PHONE, DESK))) == []


@pytest.mark.parametrize("path", [*PAGES, "nl/milestones/lengthy-one/", "nl/milestones/", "nl/"])
def test_none_is_wider_than_a_screen_of_320_points(browser, place, path):
    page, wrong = opened(browser, place + path, 320)
    width = page.evaluate("document.documentElement.scrollWidth")
    closed(page)

    assert (width <= 320, wrong) == (True, [])


def test_a_theme_without_a_date_says_so_and_still_shows_what_was_promised(extremes):
    text = (extremes / "en/themes/timeless/index.html").read_text("utf-8")

    assert "None of the documents read gives a promise with a date on this topic." in text
    assert 'class="chart strip"' in text
    assert "milestones/timeless-first/" in text


def test_a_theme_of_one_document_has_no_before_and_after(extremes):
    text = (extremes / "en/themes/lonely/index.html").read_text("utf-8")

    assert "milestones/lonely-engine/" in text
    assert 'class="told"' not in text


def test_an_edition_that_knows_nothing_of_a_theme_says_so_and_does_not_offer_it(extremes):
    volume = extremes / "en/editions/2023-02"
    text = (volume / "themes/newborn/index.html").read_text("utf-8")

    assert "this topic was not yet mentioned" in text
    assert 'class="answer"' not in text
    assert "themes/newborn" not in (volume / "index.html").read_text("utf-8").split("<main")[1]
    assert (extremes / "en/editions/2023-06-20/themes/newborn/index.html").is_file()
