"""How the evolution strip is drawn: shapes for what documents say, bands for dates, dots for absence."""

from dataclasses import replace
from typing import Any

import pytest

from generator.charts.data import NARROW_PX, STRIP_PX, StripGroup, StripPlot, StripRow
from generator.charts.spec.strip import strip
from generator.charts.spec.strip_layout import milliseconds
from generator.charts.svg import COLOURS
from tests.support.plots import STRIP


def drawn(plot: StripPlot = STRIP, width: int = STRIP_PX) -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The mark and the rows of each layer."""
    return [(layer["mark"], layer["data"]["values"]) for layer in strip(plot, width, COLOURS)["layer"]]


def of_mark(look: dict[str, Any], plot: StripPlot = STRIP, width: int = STRIP_PX) -> list[dict[str, Any]]:
    return [row for mark, rows in drawn(plot, width) if look.items() <= mark.items() for row in rows]


@pytest.mark.parametrize(
    ("look", "days"),
    [
        pytest.param({"shape": "M0,-1A1,1,0,0,1,0,1Z"}, 2, id="half full: under way"),
        pytest.param({"shape": "M-0.55,0L0.55,0"}, 1, id="a bar: stalled"),
        pytest.param({"shape": "cross"}, 1, id="a cross: dropped"),
        pytest.param({"shape": "diamond"}, 1, id="a diamond: the day it was done"),
        pytest.param({"shape": "triangle-right"}, 1, id="an arrow: a date that moved"),
    ],
)
def test_a_mark_tells_by_its_shape_what_a_document_says(look, days):
    assert len(of_mark(look)) == days


def test_absence_is_dotted_from_the_last_mention_to_the_day_of_the_edition():
    assert [(row["x"], row["x2"]) for row in of_mark({"type": "rule", "strokeDash": [2, 4]})] == [
        (milliseconds("2021-03-10"), milliseconds("2023-06-20"))
    ]


def test_a_band_covers_the_interval_that_was_promised():
    assert [(row["x"], row["x2"]) for row in of_mark({"type": "rect", "opacity": 0.22})] == [
        (milliseconds("2022-01-01"), milliseconds("2022-12-31")),
        (milliseconds("2022-01-01"), milliseconds("2022-12-31")),
        (milliseconds("2022-05-01"), milliseconds("2022-08-31")),
        (milliseconds("2024-01-01"), milliseconds("2024-03-31")),
    ]


def test_a_strip_without_rows_of_a_kind_has_no_layer_for_it():
    plain = replace(STRIP, groups=STRIP.groups[3:], unread=())

    assert of_mark({"type": "rule", "strokeDash": [2, 4]}, plain) == []
    assert all(rows for _, rows in drawn(plain))


def test_on_phones_words_stand_under_the_label_and_lines_are_drawn_behind_the_marks_only():
    words = [row["y"] for mark, rows in drawn(width=NARROW_PX) if mark["type"] == "text" for row in rows]
    years = of_mark({"type": "rule", "color": COLOURS["grid"]}, width=NARROW_PX)

    assert len(words) > 8
    assert {row["y2"] - row["y"] for row in years if "y2" in row} == {22}


THEMES = replace(
    STRIP,
    groups=(
        StripGroup(
            "",
            "",
            (
                StripRow(
                    "Veren",
                    "Twee boten",
                    "ferries",
                    dots=(
                        ("2022-12-31", "done"),
                        ("2022-12-31", "part"),
                        ("2022-12-31", "gone"),
                        ("2023-01-31", "past"),
                        ("2030-12-31", "ahead"),
                    ),
                ),
                StripRow("Sluizen", "", "locks"),
            ),
        ),
    ),
    of="themes",
)


def test_a_theme_is_a_row_of_squares_whose_looks_tell_their_fates():
    squares = [mark for mark, _ in drawn(THEMES) if mark.get("shape") == "square"]

    assert len({(mark["color"], mark["fill"], str(mark.get("strokeDash"))) for mark in squares}) == len(squares) == 5
    assert len(of_mark({"shape": "M-1,-1L1,-1L-1,1Z"}, THEMES)) == 1


def test_squares_of_one_day_are_beside_each_other_and_a_late_one_is_at_the_edge():
    places = sorted(row["x"] for row in of_mark({"shape": "square"}, THEMES))

    assert len(set(places)) == 5
    assert places[-1] == milliseconds("2024-12-31")
    assert places[0] < milliseconds("2022-12-31") < places[3]
