"""Maps of an edition: the milestones of a theme, and every named place with a close-up of the densest area."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts.build import Chart
from generator.charts.data import MapPlot, MapPoint
from generator.charts.strips import standing_of
from generator.charts.tidy import Row, dates, each_once, given_by, reported_in, tidy
from generator.editions import Edition, KnownMilestone, KnownStatement, KnownTheme, State
from generator.model import Locale, Place

CLOSE_DEGREES = (4.0, 2.5)
"""Degrees of longitude and latitude from the centre to the edge of a close-up."""
CLOSE_UP_OF = 5
"""The fewest places of a close-up; with fewer, one map shows all."""


def place_map(theme: KnownTheme, edition: Edition, words: Locale, key: str) -> Chart | None:
    """Return a map of the milestones of a theme that have places; None if the theme has no map or no such milestone."""
    placed = [(m, edition.places[place]) for m in theme.milestones for place in m.record.places]
    if theme.text.map is None or not placed:
        return None
    points = tuple(_point(place, words, _map_state(m), _dated(m, place, words)) for m, place in placed)
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
            (words.text(place.name), words.text(m.record.title), standing_of(m, edition, words)) for m, place in placed
        ),
        tidy=tidy(_followed(m, place, words) for m, place in placed),
        cites=reported_in(m for m, _ in placed),
    )


def _map_state(milestone: KnownMilestone) -> str:
    return "done" if milestone.state is State.DONE else "open"


def _dated(milestone: KnownMilestone, place: Place, words: Locale) -> str:
    """The place and the year in which it was done, or by which it is due, where that is one year."""
    when = milestone.done if milestone.state is State.DONE else milestone.latest_due
    is_one = when is not None and when.first.year == when.last.year
    return f"{words.text(place.name)} {when.first.year}" if when and is_one else words.text(place.name)


@dataclass(frozen=True)
class NamedPlace:
    """A place with the records that name it."""

    place: Place
    statements: tuple[KnownStatement, ...]
    milestones: tuple[KnownMilestone, ...]

    @property
    def count(self) -> int:
        return len(self.statements) + len(self.milestones)


def named_places(edition: Edition) -> tuple[NamedPlace, ...]:
    """Return every place that a known statement or milestone names, the most frequent first, then by id."""
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
    """Yield a close-up of the densest area, if it has enough places, and a world map of the others.

    The world map shows the places of the close-up as one point.
    """
    places = tuple(named)
    near = _close_together(places)
    if near:
        yield _places_chart("places-close-up", near, tuple(_named_point(n, words) for n in near), words, close=True)
    far = tuple(n for n in places if n not in near)
    if far:
        label = words.say("chart.map_cluster", n=len(near))
        cluster = (_point(near[0].place, words, "cluster", label),) if near else ()
        points = (*cluster, *(_named_point(n, words) for n in far))
        yield _places_chart("places-world", far, points, words, close=False)


def _places_chart(
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
        tidy=tidy({**_where(n.place, words), "named": n.count} for n in places),
        cites=each_once(record.record.cites for n in places for record in n.statements)
        + reported_in(milestone for n in places for milestone in n.milestones),
    )


def _where(place: Place, words: Locale) -> Row:
    return {
        "place": place.id,
        "name": words.text(place.name),
        "kind": place.kind.value,
        "latitude": place.lat,
        "longitude": place.lon,
    }


def _followed(milestone: KnownMilestone, place: Place, words: Locale) -> Row:
    """What a point stands for."""
    last = milestone.reports[-1]
    return {
        **_where(place, words),
        "milestone": milestone.id,
        "title": words.text(milestone.record.title),
        "state": milestone.state.value,
        **dates("done", milestone.done),
        **dates("latest_due", milestone.latest_due),
        **given_by(last.source, last.record.cites),
    }


def _close_together(places: tuple[NamedPlace, ...]) -> tuple[NamedPlace, ...]:
    """Return the places of the densest area of the size of a close-up; none if there are too few."""
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
