"""Each kind of chart has the specification and the drawing that were reviewed, and the layers that its rules ask for.

After a change that is meant: `python -m tests.charts.test_spec` writes the references; look at each before a commit.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, Plot
from generator.charts.spec import spec_of
from generator.charts.svg import COLOURS, drawing
from tests.support.plots import CLOSE_UP, GRID, MAP, SERIES, STRIP
from tests.support.small import ROOT

REFERENCE = Path(__file__).with_name("reference")
LAND = ROOT / "templates" / "map"
OUTLINE = {"type": "Topology", "stands for": "the outline of the land"}
PLOTS: dict[str, Plot] = {
    "series": SERIES, "strip": STRIP, "table": GRID, "map": MAP, "close-up": CLOSE_UP,
}  # fmt: skip
WIDTHS = {"wide": WIDE_PX, "narrow": NARROW_PX}


def written_spec(kind: str, width: str) -> str:
    return json.dumps(spec_of(PLOTS[kind], WIDTHS[width], COLOURS, OUTLINE), ensure_ascii=False, indent=1) + "\n"


def drawn(kind: str, kept: Path) -> str:
    return drawing(PLOTS[kind], kind, "Title", "What it shows.", False, LAND, kept).replace("><", ">\n<") + "\n"


def layers(kind: str, width: str = "wide") -> list[dict[str, Any]]:
    """Each layer with its mark, what it encodes, and its rows."""
    spec = spec_of(PLOTS[kind], WIDTHS[width], COLOURS, OUTLINE)
    named = spec.get("datasets", {})
    return [
        {**layer, "rows": layer["data"].get("values", named.get(layer["data"].get("name")))} for layer in spec["layer"]
    ]


def marks(kind: str, **look: object) -> list[dict[str, Any]]:
    return [layer for layer in layers(kind) if look.items() <= layer["mark"].items()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", PLOTS)
def test_a_chart_has_the_specification_that_was_reviewed(kind: str, width: str) -> None:
    reviewed = (REFERENCE / f"{kind}-{width}.json").read_text("utf-8")

    assert written_spec(kind, width) == reviewed


@pytest.mark.parametrize("kind", PLOTS)
def test_a_chart_is_drawn_as_it_was_reviewed(kind: str, tmp_path: Path) -> None:
    reviewed = (REFERENCE / f"{kind}.svg").read_text("utf-8")

    assert drawn(kind, tmp_path) == reviewed


def test_a_series_starts_at_zero_and_holds_its_highest_value() -> None:
    (line,) = marks("series", type="line")

    assert line["encoding"]["y"]["scale"]["domain"] == [0, 31000 * 1.15]


def test_points_of_a_series_are_joined_within_a_run_only() -> None:
    (line,) = marks("series", type="line")

    assert line["encoding"]["detail"] == {"field": "run", "type": "nominal"}
    assert [row["run"] for row in line["rows"]] == [0, 0, 1]


@pytest.mark.parametrize(
    ("kind", "look", "shown"),
    [
        pytest.param("restated", {"type": "point", "filled": False, "size": 70}, ["27.500"], id="a restated value"),
        pytest.param("target", {"type": "tick"}, ["gepland 30.000"], id="a target"),
        pytest.param("forecast", {"shape": "diamond"}, ["verwacht 31.000"], id="a forecast"),
    ],
)
def test_what_is_no_current_value_has_a_mark_of_its_own(kind: str, look: dict[str, Any], shown: list[str]) -> None:
    found = [layer for layer in marks("series", **look) if {row["mark"] for row in layer["rows"]} == {kind}]

    assert [[row["t"] for row in layer["rows"]] for layer in found] == [shown]


def test_the_bar_of_a_cell_is_as_long_as_its_value_on_the_scale_of_all() -> None:
    (bars,) = marks("table", type="rule")

    assert [(row["x"], row["x2"], row["t"]) for row in bars["rows"]] == [(0, 0.88, "12")]


@pytest.mark.parametrize(("width", "left"), [("wide", 16), ("narrow", 4)])
def test_a_table_has_room_for_names_and_headings_in_a_wider_typeface(width: str, left: int) -> None:
    padding = {"top": 14, "right": 14, "bottom": 4, "left": left}

    assert json.loads(written_spec("table", width))["padding"] == padding


def test_a_map_draws_the_land_below_its_points() -> None:
    land, *rest = layers("map")

    assert land["data"] == {"values": OUTLINE, "format": {"type": "topojson", "feature": "countries"}}
    assert {layer["mark"]["type"] for layer in rest} == {"point", "text"}


def write_references() -> None:
    """Writes every reference as the charts are now."""
    REFERENCE.mkdir(exist_ok=True)
    for kind in PLOTS:
        for width in WIDTHS:
            (REFERENCE / f"{kind}-{width}.json").write_text(written_spec(kind, width), "utf-8")
        (REFERENCE / f"{kind}.svg").write_text(drawn(kind, REFERENCE.parent / ".kept"), "utf-8")


if __name__ == "__main__":
    write_references()
