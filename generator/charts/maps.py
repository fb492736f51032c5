"""Maps of an edition: the milestones of a theme; every place that is named, with a close-up of where most lie."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts.build import Chart
from generator.charts.data import MapPlot, MapPoint
from generator.editions import Edition, KnownMilestone, KnownStatement, KnownTheme, State
from generator.model import Locale, Place

CLOSE_DEGREES = (4.0, 2.5)
"""East and north of its middle: half of the part of the world that a close-up may show."""
CLOSE_UP_OF = 5
"""At least so many places lie in it; otherwise one map shows all."""


def place_map(theme: KnownTheme, edition: Edition, words: Locale, key: str) -> Chart | None:
    """The theme's milestones that have places, on a world map; None if the theme has no map or none is known."""
    placed = [(m, edition.places[place]) for m in theme.milestones for place in m.record.places]
    if theme.text.map is None or not placed:
        return None
    points = tuple(_point(place, words, "done" if m.state is State.DONE else "open") for m, place in placed)
    done = [words.text(place.name) for m, place in placed if m.state is State.DONE]
    ahead = [words.text(place.name) for m, place in placed if m.state is not State.DONE]
    parts = [words.say("chart.map_done", places=words.listed(done))] if done else []
    parts += [words.say("chart.map_open", places=words.listed(ahead))] if ahead else []
    return Chart(
        key=key,
        title=words.text(theme.text.map.title),
        description=" ".join(parts),
        plot=MapPlot(points),
        columns=tuple(words.say(f"column.{head}") for head in ("place", "milestone", "state")),
        rows=tuple(
            (words.text(place.name), words.text(m.record.title), words.say(f"state.{m.state.value}"))
            for m, place in placed
        ),
    )


@dataclass(frozen=True)
class NamedPlace:
    """A place with all that names it."""

    place: Place
    statements: tuple[KnownStatement, ...]
    milestones: tuple[KnownMilestone, ...]

    @property
    def count(self) -> int:
        return len(self.statements) + len(self.milestones)


def named_places(edition: Edition) -> tuple[NamedPlace, ...]:
    """Every place that a known statement or milestone names, the most named first."""
    named = [
        NamedPlace(
            place,
            tuple(s for s in edition.statements if place.id in s.record.places),
            tuple(m for m in edition.milestones if place.id in m.record.places),
        )
        for place in edition.places.values()
    ]
    return tuple(sorted((n for n in named if n.count), key=lambda n: (-n.count, n.place.id)))


def place_maps(named: Iterable[NamedPlace], words: Locale) -> Iterator[Chart]:
    """The places on a world map; first on a close-up, if many lie close together: the world shows those as one."""
    places = tuple(named)
    near = _close_together(places)
    if near:
        yield _places_figure("places-close-up", near, tuple(_named_point(n, words) for n in near), words, close=True)
    far = tuple(n for n in places if n not in near)
    if far:
        label = words.say("chart.map_cluster", n=len(near))
        cluster = (_point(near[0].place, words, "cluster", label),) if near else ()
        points = (*cluster, *(_named_point(n, words) for n in far))
        yield _places_figure("places-world", far, points, words, close=False)


def _places_figure(
    key: str, places: tuple[NamedPlace, ...], points: tuple[MapPoint, ...], words: Locale, *, close: bool
) -> Chart:
    most = [f"{words.text(n.place.name)} ({words.number(n.count)})" for n in places[:3]]
    title = words.say("chart.map_close_up" if close else "chart.map_world")
    return Chart(
        key=key,
        title=title,
        description=words.say("chart.map_places", n=len(places), most=words.listed(most)),
        plot=MapPlot(points, close),
        columns=tuple(words.say(f"column.{head}") for head in ("place", "place_kind", "named")),
        rows=tuple(
            (words.text(n.place.name), words.say(f"place_kind.{n.place.kind.value}"), words.number(n.count))
            for n in places
        ),
    )


def _close_together(places: tuple[NamedPlace, ...]) -> tuple[NamedPlace, ...]:
    """The places of the fullest part of the world of the size of a close-up; none if it is not worth one."""
    east, north = CLOSE_DEGREES
    parts = [
        tuple(
            n
            for n in places
            if abs(float(n.place.lon - middle.place.lon)) <= east
            and abs(float(n.place.lat - middle.place.lat)) <= north
        )
        for middle in places
    ]
    fullest = max(parts, key=len, default=())
    return fullest if len(fullest) >= CLOSE_UP_OF else ()


def _named_point(named: NamedPlace, words: Locale) -> MapPoint:
    return _point(named.place, words, "named")


def _point(place: Place, words: Locale, state: str, label: str | None = None) -> MapPoint:
    return MapPoint(float(place.lat), float(place.lon), label or words.text(place.name), state)
