"""A volume: one edition in one language at one address, and when what its pages say last changed."""

from datetime import date

import pytest

from tests.support.heads import volume_at
from tests.support.views import small_context


def test_the_changes_of_a_volume_are_those_since_the_edition_before_it():
    volume = small_context().volume

    assert volume.changes == volume.history[volume.edition.earlier[0]]
    assert [edition.id for edition, _ in volume.steps] == ["2023-06-20", "2023-02", "2021-03-10"]


@pytest.mark.parametrize(
    ("path", "days"),
    [
        pytest.param("themes/locks/", ("2021-03-10", "2023-06-20"), id="a theme with its first and its last change"),
        pytest.param("milestones/lock-westhaven/", ("2021-03-10", "2023-02-28"), id="a milestone likewise"),
        pytest.param("sources/verslag-2022/", ("2023-02-28", "2023-02-28"), id="a document never changes"),
    ],
)
def test_a_page_changed_when_a_source_changed_what_it_is_about(path, days):
    assert volume_at().days[path] == tuple(map(date.fromisoformat, days))


def test_what_follows_from_all_themes_has_no_day_of_its_own():
    assert {"", "places/", "method/"}.isdisjoint(volume_at().days)
