"""Values become a chart: what it shows, its specification, and its drawing as SVG."""

from generator.charts.build import Figure, indicator_figure, promises_figure, short_source
from generator.charts.data import MapPlot
from generator.charts.maps import map_figure, named_places, place_figures
from generator.charts.svg import drawing

__all__ = [
    "Figure",
    "MapPlot",
    "drawing",
    "indicator_figure",
    "map_figure",
    "named_places",
    "place_figures",
    "promises_figure",
    "short_source",
]
