"""A series shows each value where it belongs, and what kind of value it is by its mark."""

from typing import Any

import pytest

from generator.charts.data import WIDE_PX
from generator.charts.spec.series import series
from generator.charts.svg import COLOURS
from tests.support.plots import SERIES

DRAWN = series(SERIES, WIDE_PX, COLOURS)


def marks(**look: object) -> list[dict[str, Any]]:
    """The layers whose marks look like that."""
    return [layer for layer in DRAWN["layer"] if look.items() <= layer["mark"].items()]


def test_a_series_starts_at_zero_and_holds_its_highest_value() -> None:
    assert DRAWN["encoding"]["y"]["scale"]["domain"] == [0, 31000 * 1.15]


def test_points_of_a_series_are_joined_within_a_run_only() -> None:
    (line,) = marks(type="line")

    assert line["encoding"]["detail"] == {"field": "run", "type": "nominal"}
    assert [row["run"] for row in line["data"]["values"]] == [0, 0, 1]


@pytest.mark.parametrize(
    ("kind", "look", "shown"),
    [
        pytest.param("restated", {"type": "point", "filled": False, "size": 70}, ["27.500"], id="a restated value"),
        pytest.param("target", {"type": "tick"}, ["gepland 30.000"], id="a target"),
        pytest.param("forecast", {"shape": "diamond"}, ["verwacht 31.000"], id="a forecast"),
    ],
)
def test_what_is_no_current_value_has_a_mark_of_its_own(kind: str, look: dict[str, Any], shown: list[str]) -> None:
    rows = [layer["data"]["values"] for layer in marks(**look)]

    assert [[row["t"] for row in found] for found in rows if {row["mark"] for row in found} == {kind}] == [shown]


@pytest.mark.parametrize(
    ("side", "shown"),
    [
        pytest.param("above", ["1.094", "12.000"], id="above a current value"),
        pytest.param("below", ["28.000"], id="below a current value with another mark above it"),
        pytest.param("right", ["27.500", "gepland 30.000", "verwacht 31.000"], id="right of other marks"),
    ],
)
def test_a_label_stands_where_no_mark_of_its_period_is(side: str, shown: list[str]) -> None:
    rows = [row for layer in marks(type="text") for row in layer["data"]["values"]]

    assert [row["t"] for row in rows if row["side"] == side] == shown
