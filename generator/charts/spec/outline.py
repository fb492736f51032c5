"""The outlines of countries, of which a map is given those that it may show: the others are most of its work."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Box:
    """A part of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share a point."""
        is_beside = self.east < other.west or other.east < self.west
        return not is_beside and self.south <= other.north and other.south <= self.north


class Outline:
    """The countries of a TopoJSON file, whose lines are shared by neighbours."""

    def __init__(self, topology: dict[str, Any]) -> None:
        self.topology = topology
        self.lines = [_box(line, topology["transform"]) for line in topology["arcs"]]
        self.countries = topology["objects"]["countries"]["geometries"]
        self._known: dict[tuple[int, ...], list[tuple[float, float]]] = {}

    def within(self, box: Box) -> dict[str, Any]:
        """Return the TopoJSON of the parts of countries that may lie in the box, in their order."""
        parts = [{**country, "type": "MultiPolygon", "arcs": self._near(country, box)} for country in self.countries]
        kept = [country for country in parts if country["arcs"]]
        needed = {i for country in kept for i in _lines(country["arcs"])}
        return {
            **self.topology,
            "objects": {"countries": {"type": "GeometryCollection", "geometries": kept}},
            "arcs": [line if i in needed else [] for i, line in enumerate(self.topology["arcs"])],
        }

    def _near(self, country: dict[str, Any], box: Box) -> list[Any]:
        """The polygons of a country around which the box may lie, or in it."""
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        return [polygon for polygon in polygons if _around(self.lines[i] for i in _lines(polygon)).meets(box)]

    @cached_property
    def _parts(self) -> list[tuple[str | None, Box, list[list[int]]]]:
        """Each polygon with the number of its country and the box around it."""
        found = []
        for country in self.countries:
            polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
            for polygon in polygons:
                found.append((country.get("id"), _around(self.lines[i] for i in _lines(polygon)), polygon))
        return found

    @property
    def numbers(self) -> set[str]:
        """The numbers (ISO 3166-1) of the countries that it has."""
        return {number for number, _, _ in self._parts if number}

    def is_near(self, lat: float, lon: float, km: float, countries: Collection[str] = ()) -> bool:
        """Whether a point in degrees is in one of these countries, by number, or at most `km` from it; in any if none.

        Distances are those of a plane that touches the earth at the point.
        """
        north = km / _KM
        east = north / max(cos(radians(lat)), _LEAST)
        around = Box(lon - east, lat - north, lon + east, lat + north)
        return any(
            self._reaches(polygon, lat, lon, km)
            for number, box, polygon in self._parts
            if (not countries or number in countries) and box.meets(around)
        )

    def _reaches(self, polygon: list[list[int]], lat: float, lon: float, km: float) -> bool:
        """Whether the point is in a polygon, or at most so far from its edge."""
        is_inside, wide = False, _KM * cos(radians(lat))
        for ring in polygon:
            points = [((x - lon) * wide, (y - lat) * _KM) for x, y in self._corners(tuple(ring))]
            for (x1, y1), (x2, y2) in pairwise(points):
                if max(x1, x2) < -km or max(y1, y2) < -km or min(y1, y2) > km:
                    continue
                if _distance(x1, y1, x2, y2) <= km:
                    return True
                if (y1 > 0) != (y2 > 0) and x1 - y1 * (x2 - x1) / (y2 - y1) > 0:
                    is_inside = not is_inside
        return is_inside

    def _corners(self, ring: tuple[int, ...]) -> list[tuple[float, float]]:
        """The longitude and latitude of each corner of a ring; a line that is drawn backwards is turned round."""
        if ring not in self._known:
            (wide, high), (west, south) = self.topology["transform"]["scale"], self.topology["transform"]["translate"]
            corners: list[tuple[float, float]] = []
            for i in ring:
                steps = zip(*self.topology["arcs"][max(i, ~i)], strict=True)
                line = [(x * wide + west, y * high + south) for x, y in zip(*map(accumulate, steps), strict=True)]
                corners += line if i >= 0 else reversed(line)
            self._known[ring] = corners
        return self._known[ring]


_KM = 111.2
"""The length of a degree of latitude."""
_LEAST = 0.01
"""Of the cosine of a latitude: at the poles every longitude is near."""


def _distance(x1: float, y1: float, x2: float, y2: float) -> float:
    """From the origin to the line between two points."""
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = min(1, max(0, -(x1 * (x2 - x1) + y1 * (y2 - y1)) / length)) if length else 0
    return hypot(x1 + along * (x2 - x1), y1 + along * (y2 - y1))


@cache
def outline_in(file: Path) -> Outline:
    """Return the outlines that a file holds, which is read once."""
    return Outline(json.loads(file.read_text("utf-8")))


def _lines(arcs: Iterable[Any]) -> Iterator[int]:
    """The numbers of the lines in rings, however deep; one that is drawn backwards has that of its complement."""
    for arc in arcs:
        if isinstance(arc, int):
            yield max(arc, ~arc)
        else:
            yield from _lines(arc)


def _box(line: list[list[int]], transform: dict[str, list[float]]) -> Box:
    """Around a line of which each point is a step from the one before it."""
    edges = [(min(at), max(at)) for at in (list(accumulate(step)) for step in zip(*line, strict=True))]
    places = zip(edges, transform["scale"], transform["translate"], strict=True)
    (west, east), (south, north) = [(low * scale + zero, high * scale + zero) for (low, high), scale, zero in places]
    return Box(west, south, east, north)


def _around(boxes: Iterable[Box]) -> Box:
    west, south, east, north = zip(*((box.west, box.south, box.east, box.north) for box in boxes), strict=True)
    return Box(min(west), min(south), max(east), max(north))
