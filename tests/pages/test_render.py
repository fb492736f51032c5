"""From view to page: links from where it stands, charts as files, terms linked, what it is made from at its foot."""

import re
from dataclasses import replace

from generator.pages.page import SearchEntry
from generator.pages.render import Drawings, link_from, page_of, site_link_from, titled_page
from generator.pages.views.home import home_view
from generator.pages.views.lists import MovedView, tensions_view
from generator.pages.views.milestones.milestone import milestone_view
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
    assert drawing in re.sub(r"</?a\b[^>]*>", "", blocks)
    assert '<a href="milestones/lock-oosterdam/" tabindex="-1">' in blocks
    assert "<a " not in drawing
    assert len(values.splitlines()) == 3


def test_a_chart_is_drawn_wide_and_narrow(tmp_path):
    context = small_context()
    view = milestone_view(next(m for m in context.edition.milestones if m.moves), context)
    draw = Drawings(replace(context, volume=replace(context.volume, kept=tmp_path)), str)
    assert view.chart is not None
    drawn = draw(view.chart.chart)

    assert (drawn.chart, draw.files[view.chart.drawing]) == (view.chart.chart, re.sub(r"</?a\b[^>]*>", "", drawn.wide))
    assert drawn.narrow != drawn.wide
    assert "-narrow" in drawn.narrow
