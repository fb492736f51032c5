"""When a page last changed: on the days of sources."""

from datetime import date

import pytest

from generator.pages.frame.changed import days_of_changes
from tests.support.heads import volume_at


@pytest.mark.parametrize(
    ("path", "days"),
    [
        pytest.param("themes/locks/", ("2021-03-10", "2023-06-20"), id="a theme with its first and its last change"),
        pytest.param("milestones/lock-westhaven/", ("2021-03-10", "2023-02-28"), id="a milestone likewise"),
        pytest.param("sources/verslag-2022/", ("2023-02-28", "2023-02-28"), id="a document never changes"),
    ],
)
def test_a_page_changed_when_a_source_changed_what_it_is_about(path, days):
    assert days_of_changes(volume_at().steps)[path] == tuple(map(date.fromisoformat, days))


def test_what_follows_from_all_themes_has_no_day_of_its_own():
    assert {"", "places/", "method/"}.isdisjoint(days_of_changes(volume_at().steps))
