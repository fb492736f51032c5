"""From view to page: links from where it stands, charts as files, terms linked, what it is made from at its foot."""

from dataclasses import replace

import pytest

from generator.pages.page import SearchEntry
from generator.pages.render import Drawings, link_from, page_of, site_link_from, titled_page
from generator.pages.urls import Address
from generator.pages.views.home import home_view
from generator.pages.views.lists import MovedView, tensions_view
from generator.pages.views.milestones.milestone import milestone_view
from tests.support.small import SITE
from tests.support.views import small_context


def test_links_lead_from_the_page_to_paths_of_the_edition_and_of_the_site():
    context = small_context()

    assert link_from("themes/locks/", context)("milestones/") == "../../milestones/"
    assert link_from("themes/locks/", context)("themes/locks/#x") == "#x"
    assert site_link_from("themes/locks/", context)("data/x.json") == "../../../../../data/x.json"


def test_a_page_has_the_title_of_its_view_and_what_it_is_given():
    entry = SearchEntry("a/", "page", "A", "")
    page = titled_page(small_context(), "a/", MovedView("Title", "b/"), description="About it", search=(entry,))

    assert (page.path, page.title, page.description, page.search) == ("a/", "Title", "About it", (entry,))
    assert page.markdown.startswith("# Title\n")
    assert 'href="../b/"' in "".join(page.blocks.values())
    assert (page.attachments, page.moved_to) == ({}, None)


def test_a_page_names_the_files_that_it_is_made_from():
    context = small_context()
    page = titled_page(context, "tensions/", tensions_view(context))

    assert page.markdown.endswith("\n\n<!-- made from -->\n")
    assert "<code>data/tensions.yaml</code>" in page.blocks["<!-- made from -->"]


def test_the_charts_that_a_page_shows_are_its_files(tmp_path):
    context = small_context()
    context = replace(context, volume=replace(context.volume, kept=tmp_path))
    page = page_of(context, "", home_view(context), "Home")
    drawing, values = page.attachments["figures/moved-dates.svg"], page.attachments["figures/moved-dates.csv"]
    blocks = "".join(page.blocks.values())

    assert [name for name in page.attachments if "moved" in name] == [
        "figures/moved-dates.svg",
        "figures/moved-dates.csv",
    ]
    assert drawing in blocks
    assert "<a " not in drawing
    assert blocks.count('<a class="row-link" href="milestones/lock-oosterdam/" aria-label="') == 2
    assert len(values.splitlines()) == 3


def test_a_chart_is_drawn_wide_and_narrow(tmp_path):
    context = small_context()
    view = milestone_view(next(m for m in context.edition.milestones if m.moves), context)
    draw = Drawings(replace(context, volume=replace(context.volume, kept=tmp_path)), "milestones/", "Promises")
    assert view.chart is not None
    drawn = draw(view.chart.chart)

    assert (drawn.chart, draw.files[view.chart.drawing]) == (view.chart.chart, drawn.wide.svg)
    assert drawn.narrow.svg != drawn.wide.svg
    assert "-narrow" in drawn.narrow.svg


@pytest.mark.parametrize(
    ("title", "volume", "cited"),
    [
        pytest.param(
            "Promises",
            {"site": replace(SITE, address="https://example.org/atlas/"), "address": Address("en", "2023-06-20", True)},
            "[chart.citation Promises: {} Atlas of the Waterway Service 20 June 2023 "
            "https://example.org/atlas/en/editions/2023-06-20/milestones/#figure-moved-dates]",
            id="the copy that always shows the newest is cited under its date",
        ),
        pytest.param(
            "Atlas of the Waterway Service",
            {},
            "[chart.citation {} Atlas of the Waterway Service 20 June 2023 "
            "en/editions/2023-06-20/milestones/#figure-moved-dates]",
            id="without an address of the site, and on the page that has its name",
        ),
        pytest.param(
            "Promises",
            {"address": Address("en", "2023-06-20", True, alone=True)},
            "[chart.citation Promises: {} Atlas of the Waterway Service 20 June 2023 milestones/#figure-moved-dates]",
            id="a site of one edition has no folder of its date",
        ),
    ],
)
def test_a_chart_is_cited_by_its_title_its_edition_and_its_place_there(tmp_path, title, volume, cited):
    context = small_context()
    context = replace(context, volume=replace(context.volume, kept=tmp_path, **volume))
    shown = home_view(context).moved
    assert shown is not None

    assert Drawings(context, "milestones/", title)(shown.chart).citation == cited.format(shown.chart.title)


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
