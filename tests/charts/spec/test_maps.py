"""A map shows the state of a point by its shape, and each label where it meets nothing."""

from math import radians
from pathlib import Path
from typing import Any

import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, MapPlot, MapPoint
from generator.charts.spec.maps import map_of
from generator.charts.svg import COLOURS

OUTLINES = Path(__file__).with_name("outlines")
FAR = (MapPoint(52, 5, "Oosterdam", "done"), MapPoint(-12, -77, "Zuiderkade", "open"))


def spec(*points: MapPoint, close: bool = False, width: int = WIDE_PX) -> dict[str, Any]:
    return map_of(MapPlot(points, close), width, COLOURS, OUTLINES)


def sides(*points: MapPoint, close: bool = True, width: int = WIDE_PX) -> dict[str, str | None]:
    """By label: the side of its point on which it stands."""
    layers = spec(*points, close=close, width=width)["layer"][1:]
    return {row["t"]: row["side"] for layer in layers for row in layer["data"]["values"]}


def test_the_outline_of_the_land_lies_below_everything_else() -> None:
    first, *rest = spec(*FAR)["layer"]

    assert (first["mark"]["type"], first["data"]["format"]["feature"]) == ("geoshape", "countries")
    assert {layer["mark"]["type"] for layer in rest} == {"point", "text"}


@pytest.mark.parametrize(
    ("place", "countries"),
    [
        pytest.param(MapPoint(52, 5, "Oosterdam", "named"), ["1", "3"], id="a close-up of two"),
        pytest.param(MapPoint(61, -169, "Zuiderkade", "named"), ["2"], id="a close-up of another"),
        pytest.param(MapPoint(0, 60, "At sea", "named"), [], id="a close-up of none"),
    ],
)
def test_only_countries_that_may_be_seen_are_drawn(place: MapPoint, countries: list[str]) -> None:
    land = spec(place, close=True)["layer"][0]["data"]["values"]

    assert [country["id"] for country in land["objects"]["countries"]["geometries"]] == countries


def test_each_state_has_a_shape_of_its_own_and_none_that_is_absent_is_drawn() -> None:
    marks = [layer for layer in spec(*FAR)["layer"] if layer["mark"]["type"] == "point"]

    assert [([row["t"] for row in mark["data"]["values"]], mark["mark"]) for mark in marks] == [
        (
            ["Oosterdam"],
            {"type": "point", "opacity": 1, "size": 90, "filled": True, "color": COLOURS["done"]},
        ),
        (
            ["Zuiderkade"],
            {"type": "point", "opacity": 1, "size": 90, "shape": "diamond", "filled": False, "strokeWidth": 2,
             "color": COLOURS["moved"], "fill": COLOURS["paper"]},
        ),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("close", "projection"), [pytest.param(True, "mercator", id="a close-up"), (False, "equirectangular")]
)
def test_shapes_are_true_in_a_close_up_and_degrees_are_alike_elsewhere(close: bool, projection: str) -> None:
    assert spec(*FAR, close=close)["projection"]["type"] == projection


@pytest.mark.parametrize(("width", "height"), [(WIDE_PX, 471), (NARROW_PX, 323)])
def test_a_map_is_almost_square_on_a_phone(width: int, height: int) -> None:
    drawn = spec(*FAR, width=width)

    assert (drawn["width"], drawn["height"]) == (width - 8, height)


def test_a_label_stands_to_the_right_of_its_point_where_there_is_room() -> None:
    assert sides(MapPoint(52, 5, "Oosterdam", "named")) == {"Oosterdam": "right"}


def test_a_label_that_would_meet_another_point_stands_on_another_side() -> None:
    west, east = MapPoint(52, 5, "West", "named"), MapPoint(52, 5.1, "East", "named")

    assert sides(west, east) == {"West": "left", "East": "right"}


def test_a_label_that_would_leave_the_map_stands_on_another_side() -> None:
    label = "A name that is far too long to stand at the edge of the map"

    assert sides(MapPoint(52, 0, "Far", "named"), MapPoint(52, 9, label, "named"))[label] == "left"


@pytest.mark.parametrize("width", [WIDE_PX, NARROW_PX])
def test_labels_of_a_crowd_keep_clear_of_each_other_and_what_has_no_room_goes_without(width: int) -> None:
    crowd = (MapPoint(52 + n / 300, 5 + n / 300, f"A rather long label {n}", "named") for n in range(30))
    placed = [side for side in sides(*crowd, width=width).values() if side]

    assert 0 < len(placed) < 30


@pytest.mark.parametrize("length", range(5, 30))
def test_a_label_at_the_right_of_its_point_ends_inside_the_map_in_a_wide_typeface(length: int) -> None:
    """DejaVu Sans has 7.2 pixels for a character of this size on average, where Arial has 6.3."""
    east = MapPoint(52, 6, "n" * length, "named")
    drawn = spec(east, MapPoint(52, 3, "", "named"), close=True, width=NARROW_PX)
    (side,) = (row["side"] for row in drawn["layer"][1]["data"]["values"] if row["t"] == east.label)
    projection = drawn["projection"]
    x = projection["translate"][0] + projection["scale"] * radians(east.lon - projection["center"][0])

    assert side != "right" or x + 9 + 7.2 * length <= 2 * projection["translate"][0]
