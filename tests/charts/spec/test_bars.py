"""A bar is filled by who gives its value, stands on the days it is about, and bears its number; breaks are drawn."""

from dataclasses import replace
from typing import Any

import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, Bar, BarsPlot
from generator.charts.spec.bars import bars
from generator.charts.spec.strip_layout import milliseconds
from generator.charts.svg import COLOURS
from tests.support.plots import BARS

HAPPENED = tuple(bar for bar in BARS.bars if not bar.is_forecast)


def layers(plot: BarsPlot = BARS, width: int = WIDE_PX, **look: object) -> list[dict[str, Any]]:
    """The layers whose marks look like that."""
    return [layer for layer in bars(plot, width, COLOURS)["layer"] if look.items() <= layer["mark"].items()]


def rows(layer: dict[str, Any]) -> list[dict[str, Any]]:
    return list(layer["data"]["values"])


def fills(plot: BarsPlot) -> dict[str, float]:
    """By its number: how much of each bar is filled, from the left."""
    filled, outlined = (rows(layer) for layer in layers(plot, type="rect")[:2])
    wide = {row["t"]: row["x2"] - row["x"] for row in filled}
    return {row["t"]: round(wide.get(row["t"], 0) / (row["x2"] - row["x"]), 3) for row in outlined}


def words(plot: BarsPlot = BARS, width: int = WIDE_PX) -> list[str]:
    return [row["t"] for layer in layers(plot, width, type="text") for row in rows(layer)]


def test_a_relayed_value_is_outlined_an_official_one_half_filled_and_one_told_to_parliament_filled() -> None:
    assert fills(BARS) == {"12": 1.0, "~30,5": 0.0, ">24": 0.5, "6": 0.0}


def test_every_bar_is_outlined_whoever_gives_its_value() -> None:
    outline = layers(type="rect")[1]

    assert (outline["mark"]["filled"], outline["mark"]["stroke"]) == (False, COLOURS["line"])
    assert len(rows(outline)) == len(HAPPENED)


def test_what_was_expected_is_dashed_and_pale_and_filled_by_who_gives_it_all_the_same() -> None:
    _, _, fill, outline = layers(type="rect")[:4]

    assert outline["mark"]["strokeDash"]
    assert fill["mark"]["fill"] == COLOURS["grid"]
    assert [row["t"] for row in rows(outline)] == ["28"]
    assert (rows(fill)[0]["x"], rows(fill)[0]["x2"]) == (rows(outline)[0]["x"], rows(outline)[0]["x2"])


def test_where_nothing_was_expected_nothing_is_dashed() -> None:
    plain = replace(BARS, bars=HAPPENED, legend=BARS.legend[:3])

    assert [layer for layer in layers(plain, type="rect") if "strokeDash" in layer["mark"]] == []


def test_no_entry_of_the_legend_stands_outside_the_drawing() -> None:
    boxes = [layer["encoding"] for layer in layers(type="rect") if "x" in layer["encoding"]]

    assert len(BARS.legend) == 4
    assert max(box["x"]["value"] for box in boxes) <= 2 * WIDE_PX / 3
    assert len({box["y"]["value"] for box in boxes}) == 2


def test_bars_stand_on_the_days_that_they_are_about_so_that_a_gap_stays_a_gap() -> None:
    for bar, row in zip(HAPPENED, rows(layers(type="rect")[1]), strict=True):
        assert milliseconds(bar.begin) <= row["x"] < row["x2"] <= milliseconds(bar.end)


@pytest.mark.parametrize(
    ("begin", "end", "is_full"),
    [
        pytest.param("2023-01-01", "2023-12-31", False, id="a year leaves a part of its days free"),
        pytest.param("2023-01-01", "2023-06-30", False, id="so does half a year"),
        pytest.param("2023-01-01", "2023-03-31", True, id="a quarter takes all, or it could not be seen"),
    ],
)
def test_the_bar_of_a_short_period_takes_all_of_it(begin: str, end: str, is_full: bool) -> None:
    (row,) = rows(layers(replace(BARS, bars=(Bar(begin, end, 6.0, "6", "relayed"),)), type="rect")[1])

    assert ((row["x"], row["x2"]) == (milliseconds(begin), milliseconds(end))) is is_full


def test_bars_start_at_zero_and_the_axis_has_all_its_years() -> None:
    encoding = bars(BARS, WIDE_PX, COLOURS)["encoding"]

    assert {row["y2"] for row in rows(layers(type="rect")[1])} == {0}
    assert encoding["y"]["scale"]["domain"] == [0, 30.5]
    assert encoding["x"]["scale"]["domain"] == [milliseconds("2018-01-01"), milliseconds("2024-12-31")]
    assert encoding["x"]["axis"]["values"] == [milliseconds(f"{year}-07-02") for year in range(2018, 2025)]


def test_a_series_of_zeros_has_an_axis_too() -> None:
    none = replace(BARS, bars=(Bar("2019-01-01", "2019-12-31", 0.0, "0", "parliament"),))

    assert bars(none, WIDE_PX, COLOURS)["encoding"]["y"]["scale"]["domain"] == [0, 1]


def test_a_break_is_a_dashed_line_between_the_bars_with_its_letter() -> None:
    (line,) = layers(type="rule")
    (_, before, after, _) = rows(layers(type="rect")[1])

    assert line["mark"]["strokeDash"]
    assert [(row["x"], row["t"]) for row in rows(line)] == [(milliseconds("2021-07-02"), "a")]
    assert before["x2"] < rows(line)[0]["x"] < after["x"]
    assert "a" in words()


def test_without_a_break_there_is_no_line() -> None:
    assert layers(replace(BARS, breaks=()), type="rule") == []


@pytest.mark.parametrize("width", [WIDE_PX, NARROW_PX])
def test_every_bar_bears_its_number_and_the_drawing_its_unit(width: int) -> None:
    assert {"12", "~30,5", ">24", "6", "in duizendtallen schepen"} <= set(words(width=width))


def test_a_drawing_by_itself_says_what_the_kinds_of_bars_mean_that_occur() -> None:
    meanings = [meaning for _, meaning in BARS.legend]
    one = replace(BARS, legend=BARS.legend[2:])

    assert [word for word in words() if word in meanings] == meanings
    assert [word for word in words(one) if word in meanings] == meanings[2:]


def test_on_a_phone_the_page_says_what_they_mean() -> None:
    assert set(words(width=NARROW_PX)).isdisjoint(meaning for _, meaning in BARS.legend)
