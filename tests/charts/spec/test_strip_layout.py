"""Where the rows of a strip are: nothing overlaps, and what one day apart is can be told apart."""

from itertools import pairwise

import pytest

from generator.charts.spec.strip_layout import (
    DAY,
    MARK_PX,
    NARROW,
    WIDE,
    document_heads,
    laid_out,
    milliseconds,
    moved_apart,
    per_day,
    row_areas,
)
from tests.support.plots import STRIP


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_rows_follow_each_other_within_the_height(frame):
    placed, heads, height = laid_out(STRIP, frame)
    tops = sorted([at.top for at in placed] + [top for _, top in heads])

    assert all(after - before >= 16 for before, after in pairwise(tops))
    assert all(at.middle + 8 < height for at in placed)
    assert [group.fate for group, _ in heads] == ["gone", "done", "ahead", "dropped"]


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_the_areas_of_rows_cover_what_is_drawn_in_them_and_not_each_other(narrow):
    placed, _, height = laid_out(STRIP, NARROW if narrow else WIDE)
    areas = row_areas(STRIP, narrow)

    assert [area.id for area in areas] == [row.id for group in STRIP.groups for row in group.rows]
    assert all(area.label == f"{at.row.label}: {at.row.words}" for area, at in zip(areas, placed, strict=True))
    for area, at in zip(areas, placed, strict=True):
        assert area.top / 100 * height <= at.top < at.middle + 8 <= (area.top + area.height) / 100 * height
    assert all(after.top - before.top - before.height > -0.01 for before, after in pairwise(areas))


def test_marks_of_documents_a_few_days_apart_are_moved_apart_and_keep_their_order():
    days = [day for day, _ in STRIP.groups[2].rows[0].marks]
    places = moved_apart(days, STRIP, WIDE)
    apart = [(after - before) / DAY * per_day(STRIP, WIDE) for before, after in pairwise(places)]

    assert places[0] == milliseconds("2021-03-10")
    assert apart[1] == pytest.approx(MARK_PX)


def test_marks_that_are_moved_into_others_move_those_too():
    days = ["2022-01-01", *["2022-02-01"] * 4, "2022-03-01"]
    places = moved_apart(days, STRIP, WIDE)
    apart = [(after - before) / DAY * per_day(STRIP, WIDE) for before, after in pairwise(places)]

    assert apart == pytest.approx([MARK_PX] * 5)
    assert sum(places) / 6 == pytest.approx(sum(map(milliseconds, days)) / 6)


def test_documents_too_near_for_two_names_are_named_together():
    assert [lines for _, lines in document_heads(STRIP, WIDE)] == [
        ("Brief", "mrt 2021"),
        ("Jaarrapportage, Brief", "feb, mrt 2023"),
    ]


def test_days_are_counted_from_1970_in_milliseconds():
    assert (milliseconds("1970-01-01"), milliseconds("1970-01-03")) == (0, 2 * DAY)
