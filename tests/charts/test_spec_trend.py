"""A trend chart draws a due date until another is given, and names each line at its end."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, TrendPlot
from generator.charts.spec_trend import GAP_PX, LINE_PX, milliseconds, trend_chart
from generator.charts.svg import COLOURS
from tests.support.plots import CROWDED, TREND


def spec(plot: TrendPlot, width: int = WIDE_PX) -> dict[str, Any]:
    written: dict[str, Any] = trend_chart(plot, width, COLOURS).to_dict(validate=False)
    return written


def marks(plot: TrendPlot, width: int = WIDE_PX, **look: object) -> list[dict[str, Any]]:
    """The layers of which the mark looks so, each with its rows."""
    layers = [layer for layer in spec(plot, width)["layer"] if look.items() <= layer["mark"].items()]
    return [{**layer, "rows": layer["data"]["values"]} for layer in layers]


def labels(plot: TrendPlot, width: int = WIDE_PX) -> list[list[str]]:
    """The lines of each label beside the ends."""
    (texts,) = marks(plot, width, type="text", lineHeight=LINE_PX)
    return [row["t"] for row in texts["rows"]]


@pytest.mark.parametrize(
    ("day", "instant"), [("1970-01-01", 0), ("1970-01-02", 86_400_000), ("1969-12-31", -86_400_000)]
)
def test_a_day_is_counted_in_milliseconds_since_1970(day: str, instant: int) -> None:
    assert milliseconds(day) == instant


def test_the_first_date_of_what_moved_goes_on_as_a_dashed_line() -> None:
    (dashed,) = marks(TREND, type="line", strokeDash=[5, 4])

    assert [(row["n"], row["y"]) for row in dashed["rows"]] == [(1, milliseconds("2022-08-31"))] * 2


def test_what_fell_silent_fades_from_the_last_mention_to_the_day_of_the_edition() -> None:
    (faded,) = marks(TREND, type="line", strokeDash=[2, 5])

    assert [(row["n"], row["x"]) for row in faded["rows"]] == [
        (3, milliseconds("2021-03-10")),
        (3, milliseconds("2023-06-20")),
    ]


def test_what_is_done_ends_in_a_diamond_on_the_day_it_was_done_by() -> None:
    (done,) = marks(TREND, shape="diamond")

    assert done["rows"] == [{"x": milliseconds("2023-02-28"), "y": milliseconds("2022-11-15")}]


def test_what_was_dropped_ends_on_that_day() -> None:
    (spoken,) = [mark for mark in marks(TREND, type="line", strokeWidth=2) if "strokeDash" not in mark["mark"]]

    assert [row["x"] for row in spoken["rows"] if row["n"] == 4] == [
        milliseconds("2021-03-10"),
        milliseconds("2023-02-28"),
    ]


def test_lines_that_end_on_one_day_with_one_due_date_share_a_label_in_a_list() -> None:
    assert ["begin 2022", "– Pont over de Nieuwe Vaart", "\u00a0\u00a0\u00a0met wachtruimte", "– Pont over de Zijl",
            "\u00a0\u00a0\u00a0met wachtruimte"] in labels(TREND)  # fmt: skip


def test_on_a_phone_numbers_stand_for_the_labels() -> None:
    assert labels(TREND, NARROW_PX) == [["1"], ["2"], ["3"], ["4"], ["5, 6"]]


def test_in_a_crowd_what_did_not_move_is_only_counted() -> None:
    assert labels(CROWDED) == [["medio 2022: 29 toezeggingen"], ["medio 2022", "Sluis bij Oosterdam"]]


@pytest.mark.parametrize("width", [WIDE_PX, NARROW_PX])
def test_no_two_labels_overlap_and_all_stand_within_the_height(width: int) -> None:
    plot = replace(TREND, lines=tuple(replace(line, due=f"{line.due} {line.number}") for line in TREND.lines))
    drawn = spec(plot, width)
    (texts,) = marks(plot, width, type="text", lineHeight=LINE_PX)
    top, low = (texts["encoding"]["y"]["scale"]["domain"][end] for end in (1, 0))
    spans = sorted(((top - row["y"]) / (top - low) * drawn["height"], len(row["t"]) * LINE_PX) for row in texts["rows"])

    assert [a for (a, height), (b, _) in pairwise(spans) if b - a < height + GAP_PX - 0.01] == []
    assert spans[-1][0] + spans[-1][1] <= drawn["height"] + LINE_PX + 0.01
