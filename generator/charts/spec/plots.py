"""The specification of a plot of any kind, in the placeholder colours of `svg`."""

from pathlib import Path

from generator.charts.data import BarsPlot, Colours, GridPlot, Plot, SeriesPlot, StripPlot
from generator.charts.spec.bars import bars
from generator.charts.spec.grid import grid
from generator.charts.spec.layers import Spec
from generator.charts.spec.maps import map_of
from generator.charts.spec.series import series
from generator.charts.spec.strip import strip


def spec_of(plot: Plot, width: int, colours: Colours, maps: Path) -> Spec:
    """Return the Vega-Lite specification of a plot.

    `width` is the approximate total width in pixels, `colours` the CSS colours by name, `maps` the folder of outlines
    of the world.
    """
    if isinstance(plot, StripPlot):
        return strip(plot, width, colours)
    if isinstance(plot, SeriesPlot):
        return series(plot, width, colours)
    if isinstance(plot, BarsPlot):
        return bars(plot, width, colours)
    if isinstance(plot, GridPlot):
        return grid(plot, width, colours)
    return map_of(plot, width, colours, maps)
