"""Lists of contradictions, places, and terms, and the pages that only say one thing."""

import pytest

from generator.pages.views.lists import (
    MissingView,
    MovedView,
    SearchView,
    UnmentionedView,
    missing_view,
    moved_view,
    places_view,
    search_view,
    tensions_view,
    unmentioned_view,
)
from tests.support.views import reviewed, small_context, view_of


@pytest.mark.parametrize("case", ["places", "tensions"])
def test_a_list_is_shown_as_it_was_reviewed(case):
    assert view_of(case) == reviewed(case)


def test_an_edition_lists_only_what_it_knows():
    first = small_context(0)

    assert [place.id for place in places_view(first).places] == ["noordeiland", "oosterdam", "westhaven"]
    assert tensions_view(first).tensions == ()


def test_pages_that_say_one_thing_name_the_edition_or_where_to_go():
    context = small_context()

    assert missing_view(context) == MissingView("[nav.404]")
    assert moved_view("themes/locks/", context) == MovedView("[nav.moved]", "themes/locks/")
    assert search_view(context) == SearchView("[nav.search]", "20 June 2023", "search.js")
    assert unmentioned_view("Locks", context) == UnmentionedView("Locks", "[moments.day 20 June 2023]", "#themes")
