"""From view to page: links from where it stands, charts as files, terms linked, what it is made from at its foot."""

from dataclasses import replace

from generator.pages.render import Planned, link_from, printed, site_link_from
from generator.pages.views.home import home_view
from generator.pages.views.lists import MovedView, tensions_view
from tests.support.views import small_context


def test_links_lead_from_the_page_to_paths_of_the_edition_and_of_the_site():
    context = small_context()

    assert link_from("themes/locks/", context)("milestones/") == "../../milestones/"
    assert link_from("themes/locks/", context)("themes/locks/#x") == "#x"
    assert site_link_from("themes/locks/", context)("data/x.json") == "../../../../../data/x.json"


def test_a_page_has_the_title_of_its_view_and_what_it_is_given():
    page = printed(Planned("a/", "Title", MovedView("Title", "b/")), small_context())

    assert (page.path, page.title) == ("a/", "Title")
    assert page.markdown.startswith("# Title\n")
    assert 'href="../b/"' in "".join(page.blocks.values())
    assert (page.attachments, page.moved_to) == ({}, None)


def test_a_page_names_the_files_that_it_is_made_from():
    context = small_context()
    page = printed(Planned("tensions/", "Title", tensions_view(context)), context)

    assert page.markdown.endswith("\n\n<!-- made from -->\n")
    assert "<code>data/tensions.yaml</code>" in page.blocks["<!-- made from -->"]


def test_the_charts_that_a_page_shows_are_its_files(tmp_path):
    context = small_context()
    context = replace(context, volume=replace(context.volume, kept=tmp_path))
    page = printed(Planned("", "Home", home_view(context)), context)
    drawing, values = page.attachments["figures/moved-dates.svg"], page.attachments["figures/moved-dates.csv"]
    blocks = "".join(page.blocks.values())

    assert all(f'href="figures/moved-dates.{ending}"' in blocks for ending in ("svg", "png", "vl.json", "csv"))
    assert isinstance(drawing, str)
    assert "<a " not in drawing
    assert blocks.count('<a class="row-link" href="milestones/lock-oosterdam/" aria-label="') == 2
    assert isinstance(values, str)
    assert {line.split(",")[1] for line in values.splitlines()[1:]} == {"lock-oosterdam", "electric-ferries"}
