"""Where a page stands: the pages above it."""

import pytest

from generator.pages.frame.trail import trail_of
from tests.support.heads import volume_at


@pytest.mark.parametrize(
    ("path", "above"),
    [
        pytest.param("", [], id="the home page stands under nothing"),
        pytest.param("places/", [""], id="a list under the home page"),
        pytest.param("themes/ferries/", [""], id="so does a theme"),
        pytest.param("milestones/ticket-sales/", ["", "themes/ferries/"], id="a milestone under its theme"),
        pytest.param("sources/verslag-2022/", ["", "sources/"], id="a document under all documents"),
        pytest.param("changes/2021-03-10/", ["", "changes/"], id="a comparison under the changes"),
        pytest.param("milestones/lock-east/", ["", "milestones/"], id="an address that was given up under the list"),
    ],
)
def test_a_page_stands_under_what_it_is_part_of(path, above):
    assert [crumb.path for crumb in trail_of(path, "Title", volume_at())] == [*above, path]


def test_a_step_of_the_trail_has_the_title_of_its_page():
    trail = trail_of("milestones/ticket-sales/", "Sale of tickets", volume_at())

    assert [crumb.title for crumb in trail] == ["Atlas of the Waterway Service", "Ferries", "Sale of tickets"]
