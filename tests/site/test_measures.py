"""What pages ask of readers stays within the limits of tests/measure/pages.py, without what a clock measures."""

import pytest

from tests.measure import page_layout as layout
from tests.measure.chart_texts import METRICS, outside, outside_at, prepare
from tests.measure.page_layout import DESK, LAPTOP, PHONE, TABLET
from tests.measure.page_weight import weight
from tests.measure.pages import LARGEST, LIMITS, PROMISES, Line
from tests.site.kinds import KINDS, fullest

WITH_CHARTS = ("nl/themes/undermining/", "nl/themes/attaches/", "nl/places/", "en/places/")
"""A long strip and small charts, the world, and the whole country."""


def above(found: dict[str, float], limit: str) -> dict[str, float]:
    """What exceeds a limit, by page."""
    assert found
    return {path: value for path, value in found.items() if value > LIMITS[limit]}


@pytest.fixture(scope="module")
def on_a_phone(browser, address, site):
    """The fullest page of each kind, and every theme, in the language with the longer words."""
    paths = [fullest(site, "nl", kind) for kind in KINDS]
    paths += [path for path in layout.themes(site) if path.startswith("nl/") and path not in paths]
    return layout.places(browser, address, paths, PHONE)


def test_the_largest_theme_is_no_taller_than_it_may_be(browser, address, on_a_phone):
    wide = layout.places(browser, address, LARGEST, DESK)

    assert above(layout.each(wide, "height"), "largest theme, wide") == {}
    assert above({LARGEST[0]: on_a_phone[LARGEST[0]].height}, "largest theme, phone") == {}


def test_no_page_of_any_kind_is_endless_on_a_phone(on_a_phone):
    assert set(on_a_phone) > {LARGEST[0], PROMISES[0]}
    assert above(layout.each(on_a_phone, "height"), "any page, phone") == {}


def test_on_a_phone_the_answer_stands_on_the_first_screen(on_a_phone):
    assert above(layout.each(on_a_phone, "answer"), "end of answer, phone") == {}


@pytest.mark.parametrize(("language", "width"), [("nl", LAPTOP), ("en", DESK)])
def test_the_header_is_one_line_and_the_title_near_the_top(browser, address, site, language, width):
    found = layout.places(browser, address, [fullest(site, language, kind) for kind in KINDS], width)

    assert above(layout.each(found, "rows"), "lines of header") == {}
    assert above(layout.each(found, "title"), "top of title") == {}


def test_more_lines_of_header_are_seen_where_there_are_more(browser, address):
    assert layout.places(browser, address, ["nl/"], PHONE)["nl/"].rows > 1


def test_few_of_the_words_are_citations(browser, address):
    assert above(layout.cited_shares(browser, address, LARGEST), "share of citations") == {}


def test_every_edition_has_strips(site):
    assert [volume for volume, (strips, _) in layout.with_strips(site).items() if not strips] == []


def test_no_text_of_a_chart_stands_outside_it_in_any_typeface(browser, address):
    assert list(outside(browser, address, WITH_CHARTS, (PHONE, TABLET, DESK))) == []


def test_a_text_that_stands_outside_is_found_in_every_typeface(browser, address):
    page = layout.screen(browser, DESK)
    page.goto(f"{address}nl/places/")
    prepare(page)
    page.evaluate("document.querySelector('.chart-wide svg text').textContent = 'm'.repeat(200)")
    found = list(outside_at(page, DESK))
    page.context.close()

    assert [line.split(":")[0] for line in found] == [f"{DESK} {face}" for face in METRICS]


@pytest.mark.parametrize(
    "path",
    ["nl/themes/certex/", "en/themes/services/", "nl/themes/attaches/", "nl/themes/undermining/"],
)
def test_a_theme_page_is_light(browser, address, path):
    assert weight(browser, address + path).all <= LIMITS["page"]


def test_a_theme_page_has_little_javascript(browser, address):
    assert weight(browser, address + LARGEST[0]).script <= LIMITS["JavaScript"]


def test_a_line_of_the_table_says_whether_its_limit_is_exceeded():
    assert [Line("a", value, limit=200).is_exceeded for value in (200, 201)] == [False, True]
    assert not Line("a", 201).is_exceeded
