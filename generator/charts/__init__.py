"""Values become a chart: what it shows, its specification, and its drawing as SVG."""

from generator.charts.build import Chart, indicator_chart, promises_chart, short_source
from generator.charts.edition import charts_of
from generator.charts.maps import NamedPlace, named_places, place_map, place_maps
from generator.charts.svg import drawing

__all__ = [
    "Chart",
    "NamedPlace",
    "charts_of",
    "drawing",
    "indicator_chart",
    "named_places",
    "place_map",
    "place_maps",
    "promises_chart",
    "short_source",
]
