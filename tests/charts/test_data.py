"""What a plot says of itself before anything is drawn."""

from dataclasses import FrozenInstanceError, replace

import pytest

from generator.charts.data import MOST_NAMED
from tests.support.plots import TREND


@pytest.mark.parametrize(
    ("lines", "crowded"),
    [
        pytest.param(1, False, id="a single line"),
        pytest.param(MOST_NAMED, False, id="as many as can be named"),
        pytest.param(MOST_NAMED + 1, True, id="one more"),
    ],
)
def test_a_trend_chart_is_crowded_when_its_lines_cannot_all_be_named(lines: int, crowded: bool) -> None:
    assert replace(TREND, lines=TREND.lines[:1] * lines).is_crowded is crowded


def test_a_plot_does_not_change_once_it_is_made() -> None:
    with pytest.raises(FrozenInstanceError):
        TREND.lines[0].moved = False  # type: ignore[misc]


def test_equal_plots_are_one_value_so_that_a_finished_drawing_can_be_kept_under_it() -> None:
    assert len({TREND, replace(TREND), replace(TREND, as_of="2023-06-21")}) == 2
