"""What is offered of a chart: files that stand by themselves, and a page that others can show in theirs."""

import csv
import io
import json
import re
from dataclasses import replace

import altair
import pytest
from jsonschema import Draft7Validator

from generator.pages.context import PageContext
from generator.pages.figures.downloads import Place, embed_code, files_of
from generator.pages.figures.drawings import Drawings
from generator.pages.views.home import home_view
from tests.support.small import SITE
from tests.support.views import small_context

PUBLISHED = replace(SITE, address="https://example.org/atlas/")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> PageContext:
    made = small_context()
    return replace(made, volume=replace(made.volume, kept=tmp_path_factory.mktemp("kept"), site=PUBLISHED))


@pytest.fixture(scope="module")
def files(context: PageContext) -> dict[str, str | bytes]:
    """Those of the chart of moved dates."""
    view = home_view(context)
    assert view.moved is not None
    draw = Drawings(context, "", "Home")
    draw(view.moved.chart)
    return draw.files


def text(files: dict[str, str | bytes], name: str) -> str:
    found = files[f"figures/{name}"]
    assert isinstance(found, str)
    return found


def test_a_chart_is_offered_in_every_format(files):
    assert set(files) == {
        "figures/moved-dates.svg",
        "figures/moved-dates-narrow.svg",
        "figures/moved-dates.png",
        "figures/moved-dates.vl.json",
        "figures/moved-dates.csv",
        "figures/moved-dates/embed/index.html",
        "figures/moved-dates/oembed.json",
        *(f"figures/moved-dates/cite.{ending}" for ending in ("bib", "ris", "csl.json")),
    }
    assert files["figures/moved-dates.png"][:8] == b"\x89PNG\r\n\x1a\n"


def test_a_drawing_says_where_it_is_from(files):
    drawing = text(files, "moved-dates.svg")

    for part in ("Home: [strip.title", "[chart.source", "[chart.edition", "20 June 2023", "CC BY 4.0"):
        assert part in drawing
    assert "https://example.org/atlas/en/editions/2023-06-20/#figure-moved-dates" in drawing


def test_a_caption_names_passages_that_are_few_and_else_documents(context):
    view = home_view(context)
    assert view.moved is not None
    chart = view.moved.chart
    drawn = Drawings(context, "", "Home")(chart).wide.svg
    one = files_of(replace(chart, cites=chart.cites[:1]), drawn, drawn, Place("Home", ""), context)
    many = files_of(replace(chart, cites=chart.cites * 7), drawn, drawn, Place("Home", ""), context)
    none = files_of(replace(chart, cites=()), drawn, drawn, Place("Home", ""), context)

    assert "¶" in text(one, "moved-dates.svg")
    assert ("¶" in text(many, "moved-dates.svg"), "[chart.source" in text(many, "moved-dates.svg")) == (False, True)
    assert "[chart.source" not in text(none, "moved-dates.svg")


def test_the_specification_is_one_of_vega_lite_and_needs_nothing_else(files):
    specification = json.loads(text(files, "moved-dates.vl.json"))
    schema = altair.LayerChart._rootschema

    assert specification["$schema"] == altair.SCHEMA_URL
    assert [error.message for error in Draft7Validator(schema).iter_errors(specification)] == []
    assert re.findall(r'"url":', text(files, "moved-dates.vl.json")) == []
    assert specification["title"].startswith("Home: ")


def test_values_have_the_edition_and_the_source_in_columns(files):
    rows = list(csv.DictReader(io.StringIO(text(files, "moved-dates.csv"))))

    assert {row["edition"] for row in rows} == {"2023-06-20"}
    assert all(row["source"] and row["passages"] and row["published"] for row in rows)
    assert {row["slip_days"].lstrip("-").isdigit() for row in rows} == {True}


def test_the_page_to_embed_is_small_and_leads_back(files):
    page = text(files, "moved-dates/embed/index.html")

    assert len(page.encode()) < 3000
    for part in (
        'src="../../moved-dates.svg"',
        'srcset="../../moved-dates-narrow.svg"',
        'href="../../../#figure-moved-dates"',
        'href="https://example.org/atlas/en/editions/2023-06-20/figures/moved-dates/oembed.json"',
    ):
        assert part in page
    assert ("<script" in page, "<style" in page, " style=" in page) == (False, False, False)


def test_programs_are_given_what_oembed_asks_for(files):
    offered = json.loads(text(files, "moved-dates/oembed.json"))

    assert (offered["type"], offered["version"]) == ("rich", "1.0")
    assert {"html", "width", "height", "thumbnail_url", "thumbnail_width", "thumbnail_height"} <= offered.keys()
    assert offered["thumbnail_url"].endswith("/en/editions/2023-06-20/figures/moved-dates.png")


def test_without_an_address_of_the_site_nothing_is_offered_to_programs(context):
    local = replace(context, volume=replace(context.volume, site=SITE))
    view = home_view(local)
    assert view.moved is not None
    draw = Drawings(local, "", "Home")
    draw(view.moved.chart)

    assert "figures/moved-dates/oembed.json" not in draw.files
    assert "oembed" not in text(draw.files, "moved-dates/embed/index.html")


def test_the_code_to_embed_has_a_title_and_cannot_be_broken_out_of(context):
    view = home_view(context)
    assert view.moved is not None
    drawn = Drawings(context, "", "Home")(view.moved.chart).wide.svg
    code = embed_code(view.moved.chart, drawn, Place('a "> <b>', ""), context)

    assert code.startswith('<iframe src="https://example.org/atlas/en/editions/2023-06-20/figures/moved-dates/embed/"')
    assert 'title="a &quot;&gt; &lt;b&gt;"' in code
    assert code.count("<") == 2
