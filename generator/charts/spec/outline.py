"""The outlines of countries, of which a map is given those that it may show: the others are most of its work."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
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
