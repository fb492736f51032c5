"""Values become a chart: what it shows, its specification, and its drawing as SVG."""

from generator.charts.build import Chart, indicator_chart, short_source
from generator.charts.data import StripPlot
from generator.charts.edition import LONGEST, charts_of, longest_chart, milestone_chart, moved_chart, theme_charts
from generator.charts.figures import figures_chart, kinds_of, lettered, years_of
from generator.charts.files.captioned import Caption, captioned
from generator.charts.files.picture import picture
from generator.charts.maps import NamedPlace, named_places, place_map, place_maps
from generator.charts.places import places_astray
from generator.charts.spec.strip_layout import row_areas
from generator.charts.strips import FATES, answer, evolution_chart, promise_fate
from generator.charts.svg import drawing, size_of, specification
from generator.charts.themes import themes_chart

__all__ = [
    "FATES",
    "LONGEST",
    "Caption",
    "Chart",
    "NamedPlace",
    "StripPlot",
    "answer",
    "captioned",
    "charts_of",
    "drawing",
    "evolution_chart",
    "figures_chart",
    "indicator_chart",
    "kinds_of",
    "lettered",
    "longest_chart",
    "milestone_chart",
    "moved_chart",
    "named_places",
    "picture",
    "place_map",
    "place_maps",
    "places_astray",
    "promise_fate",
    "row_areas",
    "short_source",
    "size_of",
    "specification",
    "theme_charts",
    "themes_chart",
    "years_of",
]
