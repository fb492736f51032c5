"""Charts in their page: wide and narrow, cited under the date of their edition, with links over their rows."""

from dataclasses import replace

import pytest

from generator.pages.figures.drawings import Drawings
from generator.pages.urls import Address
from generator.pages.views.home import home_view
from generator.pages.views.milestones.milestone import milestone_view
from tests.support.small import SITE
from tests.support.views import small_context


def test_a_chart_is_drawn_wide_and_narrow(tmp_path):
    context = small_context()
    view = milestone_view(next(m for m in context.edition.milestones if m.moves), context)
    draw = Drawings(replace(context, volume=replace(context.volume, kept=tmp_path)), "milestones/", "Promises")
    assert view.chart is not None
    drawn = draw(view.chart.chart)

    assert drawn.chart == view.chart.chart
    assert drawn.narrow.svg != drawn.wide.svg
    assert "-narrow" in drawn.narrow.svg


@pytest.mark.parametrize(
    ("title", "volume", "cited", "address"),
    [
        pytest.param(
            "Promises",
            {"site": replace(SITE, address="https://example.org/atlas/"), "address": Address("en", "2023-06-20", True)},
            "Promises: {}",
            "https://example.org/atlas/en/editions/2023-06-20/milestones/#figure-moved-dates",
            id="the copy that always shows the newest is cited under its date",
        ),
        pytest.param(
            "Atlas of the Waterway Service",
            {},
            "{}",
            "en/editions/2023-06-20/milestones/#figure-moved-dates",
            id="without an address of the site, and on the page that has its name",
        ),
        pytest.param(
            "Promises",
            {"address": Address("en", "2023-06-20", True, alone=True)},
            "Promises: {}",
            "milestones/#figure-moved-dates",
            id="a site of one edition has no folder of its date",
        ),
    ],
)
def test_a_chart_is_cited_by_its_title_its_edition_and_its_place_there(tmp_path, title, volume, cited, address):
    context = small_context()
    context = replace(context, volume=replace(context.volume, kept=tmp_path, **volume))
    shown = home_view(context).moved
    assert shown is not None

    text = Drawings(context, "milestones/", title)(shown.chart).cite.text

    assert text.startswith("[cite.text ")
    assert f" {cited.format(shown.chart.title)} Atlas of the Waterway Service 20 June 2023 {address}]" in text


def test_a_link_is_laid_over_each_row_but_the_one_of_the_page_itself(tmp_path):
    context = small_context()
    milestone = next(m for m in context.edition.milestones if m.moves)
    view = milestone_view(milestone, context)
    assert view.chart is not None
    paths = {}
    for path in ("milestones/", f"milestones/{milestone.id}/"):
        draw = Drawings(replace(context, volume=replace(context.volume, kept=tmp_path)), path, "Promises")
        paths[path] = [row.path for row in draw(view.chart.chart).narrow.rows]
        assert [row.path for row in draw(view.chart.chart).wide.rows] == paths[path]

    assert paths == {"milestones/": [f"milestones/{milestone.id}/"], f"milestones/{milestone.id}/": []}
