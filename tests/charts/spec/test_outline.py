"""A map is given the parts of countries that it may show, each with the lines that it needs."""

from pathlib import Path
from typing import Any

import pytest

from generator.charts.spec.outline import Box, Outline, outline_in

FILE = Path(__file__).with_name("outlines") / "countries-50m.json"
"""A country of two squares, one of them around 5.5 degrees east and 52.5 north; one far away; one within the first."""


def kept(box: Box) -> dict[str, Any]:
    """By the id of each country: its polygons."""
    countries = outline_in(FILE).within(box)["objects"]["countries"]["geometries"]
    return {country["id"]: country["arcs"] for country in countries}


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(Box(3, 50, 8, 55), id="around it"),
        pytest.param(Box(5, 52, 6, 53), id="inside it"),
        pytest.param(Box(7, 54, 9, 56), id="at its corner"),
        pytest.param(Box(0, 52, 20, 53), id="across it"),
    ],
)
def test_what_meets_the_box_is_kept_without_the_parts_that_do_not(box: Box) -> None:
    assert kept(box) == {"1": [[[0]]], "3": [[[-1]]]}


@pytest.mark.parametrize(
    "box",
    [
        pytest.param(Box(8, 51, 9, 53), id="east"),
        pytest.param(Box(1, 51, 3, 53), id="west"),
        pytest.param(Box(4, 55, 6, 57), id="north"),
        pytest.param(Box(4, 49, 6, 50), id="south"),
    ],
)
def test_what_lies_beside_the_box_is_left_out(box: Box) -> None:
    assert kept(box) == {}


def test_lines_that_no_kept_country_needs_are_empty_and_the_others_keep_their_numbers() -> None:
    whole = outline_in(FILE).topology["arcs"]

    assert outline_in(FILE).within(Box(159, -41, 163, -37))["arcs"] == [[], whole[1], []]


TWO_LINES: dict[str, Any] = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    "arcs": [[[0, 0], [10, 0], [0, 10]], [[0, 0], [0, 10], [10, 0]]],
    "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "id": "1"}]}},
}
"""A square of ten degrees, of which one line is drawn forwards and the other backwards."""


@pytest.mark.parametrize(
    ("lat", "lon", "is_near"),
    [
        pytest.param(5, 5, True, id="in the middle"),
        pytest.param(3, 7, True, id="below the diagonal"),
        pytest.param(7, 3, True, id="above it"),
        pytest.param(-0.1, 5, True, id="11 km south"),
        pytest.param(-0.3, 5, False, id="33 km south"),
        pytest.param(5, 10.1, True, id="11 km east"),
        pytest.param(10.3, 11, False, id="beyond a corner"),
    ],
)
def test_a_point_is_in_an_outline_or_near_its_edge(lat: float, lon: float, is_near: bool) -> None:
    assert Outline(TWO_LINES).is_near(lat, lon, km=20) is is_near
    assert Outline(TWO_LINES).is_near(lat, lon, km=20, countries={"1"}) is is_near
    assert not Outline(TWO_LINES).is_near(lat, lon, km=20, countries={"2"})
