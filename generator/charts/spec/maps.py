"""Maps: the countries, points by state, and labels that do not overlap."""

from math import asinh, atan, degrees, pi, radians, sinh, tan
from pathlib import Path
from typing import Any

import altair as alt

from generator.charts.data import NARROW_PX, Colours, MapPlot
from generator.charts.spec.layers import SIDES, TEXT, TEXT_PX, Spec, composed, encoded, layer
from generator.charts.spec.outline import Box, outline_in

_BORDERED = {"strokeOpacity": 0.4, "strokeWidth": 0.7}
"""Borders of countries and coasts: fine enough not to compete with what is on the map."""
_MARKS: dict[str, dict[str, Any]] = {
    "done": {"size": 90, "filled": True},
    "named": {"size": 45, "filled": True},
    "cluster": {"size": 160, "filled": False, "strokeWidth": 2},
    "open": {"size": 90, "shape": "diamond", "filled": False, "strokeWidth": 2},
}
_MARK_COLOURS = {"done": "done", "named": "line", "cluster": "line", "open": "moved"}
_PLACE = encoded(
    longitude=alt.Longitude(field="lon", type="quantitative"), latitude=alt.Latitude(field="lat", type="quantitative")
)
_ROUND_DEGREES = 2
"""How far a line between two points of an outline, which is part of a great circle, may leave the box around them."""


def map_of(plot: MapPlot, width: int, colours: Colours, maps: Path) -> Spec:
    """Return a map of the part of the world with all points; labels are left out where they would overlap.

    `width` is in pixels, `colours` are CSS colours by name, `maps` is the folder of outlines.
    """
    height = round(width * (0.62 if width > NARROW_PX else 0.95))
    projection = _projection(plot, width, height)
    countries = outline_in(maps / f"countries-{'50m' if plot.close else '110m'}.json").within(_view(projection))
    rows = [
        {"lon": p.lon, "lat": p.lat, "t": p.label, "s": p.state, "side": side}
        for p, side in zip(plot.points, _sides(plot, projection), strict=True)
    ]
    layers = [_land(countries, colours)]
    for state in _MARKS:
        points = [row for row in rows if row["s"] == state]
        if points:
            layers.append(layer({"type": "point", "opacity": 1, **_mark(state, colours)}, points, _PLACE))
    text = {"type": "text", "fontSize": TEXT_PX, "color": colours["ink"]}
    for side, placing in SIDES.items():
        labels = [row for row in rows if row["side"] == side]
        if labels:
            layers.append(layer({**text, **placing}, labels, _PLACE, TEXT))
    return composed(layers, {}, width - 8, height, padding=4, projection=projection)


def _land(countries: dict[str, Any], colours: Colours) -> Spec:
    look = {"fill": colours["land"], "stroke": colours["muted"], **_BORDERED}
    data = {"values": countries, "format": {"type": "topojson", "feature": "countries"}}
    return {"data": data, "mark": {"type": "geoshape", "clip": True, **look}}


def _mark(state: str, colours: Colours) -> dict[str, Any]:
    mark = {**_MARKS[state], "color": colours[_MARK_COLOURS[state]]}
    return mark if mark["filled"] else {**mark, "fill": colours["paper"]}


_SHARE = {"left": 0.0, "center": -0.5, "right": -1.0}
"""The start of a label relative to its point, in widths of the label, by alignment."""
_CHARACTER_PX = 6.3
"""How wide a character of a label is on average; a narrow typeface would leave room for more labels."""
_WIDE_CHARACTER_PX = 7.6
"""How wide it is in the widest usual typeface: even then no label ends outside the map."""


def _sides(plot: MapPlot, projection: dict[str, Any]) -> list[str | None]:
    """Return for each point the first side where its label is inside and overlaps nothing; None if there is none."""
    at = [_place(point.lon, point.lat, projection) for point in plot.points]
    right, bottom = (2 * middle for middle in projection["translate"])
    taken: list[tuple[float, float, float]] = [(x - 6, x + 6, y) for x, y in at]
    sides: list[str | None] = []
    for (x, y), point in zip(at, plot.points, strict=True):
        free: str | None = None
        for side, placing in SIDES.items():
            box = _box(placing, x, y, _CHARACTER_PX * len(point.label))
            widest = _box(placing, x, y, _WIDE_CHARACTER_PX * len(point.label))
            inside = widest[0] >= 0 and widest[1] <= right and 8 <= widest[2] <= bottom - 8
            if inside and not any(_overlap(box, other) for other in taken):
                free = side
                taken.append(box)
                break
        sides.append(free)
    return sides


def _box(placing: dict[str, Any], x: float, y: float, width: float) -> tuple[float, float, float]:
    """Where a label of that width begins and ends beside a point, and its middle from the top."""
    begin = x + placing.get("dx", 0) + _SHARE[placing["align"]] * width
    return begin, begin + width, y + placing.get("dy", 0)


def _overlap(a: tuple[float, float, float], b: tuple[float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and abs(a[2] - b[2]) < 12


def _place(lon: float, lat: float, projection: dict[str, Any]) -> tuple[float, float]:
    """Return the projected position of a point in degrees, in pixels from the left and from the top."""
    (middle_lon, middle_lat), (left, top) = projection["center"], projection["translate"]
    up = _up if projection["type"] == "mercator" else radians
    scale = projection["scale"]
    return left + scale * radians(lon - middle_lon), top - scale * (up(lat) - up(middle_lat))


def _up(lat: float) -> float:
    return asinh(tan(radians(lat)))


def _projection(plot: MapPlot, width: int, height: int) -> dict[str, Any]:
    lons, lats = [p.lon for p in plot.points], [p.lat for p in plot.points]
    wide, high = max(lons) - min(lons), max(lats) - min(lats)
    if plot.close:
        span = max(wide + 2.4, (_up(max(lats)) - _up(min(lats))) * 180 / pi * width / height * 1.25, 3)
        centre = [(max(lons) + min(lons)) / 2, (max(lats) + min(lats)) / 2]
    else:
        span = max(wide + 66, (high + 30) * width / height, 90)
        centre = [(max(lons) + min(lons)) / 2 + 4, (max(lats) + min(lats)) / 2]
    return {
        "type": "mercator" if plot.close else "equirectangular",
        "scale": round(width / (span * pi / 180), 1),
        "center": centre,
        "translate": [width / 2, height / 2],
        "clipExtent": [[0, 0], [width, height]],
    }


def _view(projection: dict[str, Any]) -> Box:
    """The part of the world of which a line may be seen."""
    (lon, lat), (left, top) = projection["center"], projection["translate"]
    wide, high, margin = degrees(left / projection["scale"]), top / projection["scale"], _ROUND_DEGREES
    if projection["type"] == "mercator":
        south, north = (degrees(atan(sinh(_up(lat) + step))) for step in (-high, high))
    else:
        south, north = lat - degrees(high), lat + degrees(high)
    return Box(lon - wide - margin, south - margin, lon + wide + margin, north + margin)
