"""A table has a bar in each cell on one scale, and room for its names and headings."""

from typing import Any

import pytest

from generator.charts.data import NARROW_PX, WIDE_PX, Cell, GridPlot
from generator.charts.spec.grid import grid
from generator.charts.svg import COLOURS
from tests.support.plots import GRID


def bars(plot: GridPlot) -> list[dict[str, Any]]:
    return [
        row
        for layer in grid(plot, WIDE_PX, COLOURS)["layer"]
        if layer["mark"]["type"] == "rule"
        for row in layer["data"]["values"]
    ]


def test_the_bar_of_a_cell_is_as_long_as_its_value_on_the_scale_of_all() -> None:
    more = GridPlot(GRID.rows, GRID.columns, (*GRID.cells, Cell("Winter", "Pont", 3.0, "3")))

    assert [(row["x"], row["x2"]) for row in bars(GRID)] == [(0, 0.88)]
    assert [(row["x"], row["x2"]) for row in bars(more)] == [(0, 0.88), (1, 1.22)]


def test_a_cell_of_zero_has_its_text_and_no_bar() -> None:
    none = GridPlot(GRID.rows, GRID.columns, (*GRID.cells, Cell("Winter", "Pont", 0.0, "–")))
    texts = [row["t"] for layer in grid(none, WIDE_PX, COLOURS)["layer"][1:2] for row in layer["data"]["values"]]

    assert (len(bars(none)), texts) == (1, ["12", "–"])


@pytest.mark.parametrize(("width", "left"), [(WIDE_PX, 16), (NARROW_PX, 4)])
def test_a_table_has_room_for_names_and_headings_in_a_wider_typeface(width: int, left: int) -> None:
    assert grid(GRID, width, COLOURS)["padding"] == {"top": 14, "right": 14, "bottom": 4, "left": left}
