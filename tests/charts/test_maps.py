"""What maps show, say and list: the milestones of a theme, and every place that is named."""

from typing import Any

import pytest

from generator.charts.build import Chart
from generator.charts.data import MapPoint
from generator.charts.maps import CLOSE_UP_OF, named_places, place_map, place_maps
from generator.editions.edition import Edition
from generator.editions.history import Editions
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.phrases import WORDS


def editions(described: dict[str, Any] | None = None, **theme: Any) -> tuple[Edition, ...]:
    return Editions(archive_of({"sources": LETTERS, "themes": {"bridges": theme}, **(described or {})}))


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id.capitalize()), "reports": list(reports), **more}


PLACES = [
    {"id": "oosterdam", "name": named("Oosterdam"), "kind": "city", "lat": "52.10", "lon": "5.90"},
    {"id": "westhaven", "name": named("Westhaven"), "kind": "port", "lat": "51.90", "lon": "-4.10"},
]


def maps(*milestones: dict[str, Any], **theme: Any) -> list[Chart | None]:
    """The theme's map in each edition."""
    known = editions({"places": PLACES}, milestones=list(milestones), **theme)
    return [place_map(edition.themes["bridges"], edition, WORDS, "map") for edition in known]


TITLED = {"map": {"title": named("Where bridges are")}}
OPEN_EAST = milestone("east", report("second", "announced"), places=["oosterdam"])
DONE_WEST = milestone("west", report("second", "done", done="2023"), places=["westhaven"])


def test_a_map_tells_what_is_there_and_what_is_ahead():
    figure = maps(OPEN_EAST, DONE_WEST, **TITLED)[-1]

    assert (figure.title, figure.description, figure.plot.points, figure.rows) == (
        "Where bridges are",
        "Done: Westhaven. Ahead: Oosterdam.",
        (MapPoint(52.1, 5.9, "Oosterdam", "open"), MapPoint(51.9, -4.1, "Westhaven 2023", "done")),
        (
            ("Oosterdam", "East", "no date: announced, 24 Jun 2024; no other document known from after that"),
            ("Westhaven", "West", "done: done in 2023"),
        ),
    )


@pytest.mark.parametrize(
    ("milestones", "theme"),
    [
        pytest.param([OPEN_EAST], {}, id="for a theme that asks for none"),
        pytest.param([milestone("tunnel", report("first", "announced"))], TITLED, id="of milestones without places"),
    ],
)
def test_no_map_is_drawn(milestones, theme):
    assert maps(*milestones, **theme) == [None, None]


def test_a_map_and_its_title_appear_with_the_first_place_that_is_known():
    assert [figure and figure.title for figure in maps(OPEN_EAST, **TITLED)] == [None, "Where bridges are"]


def statement(id: str, source: str, *places: str) -> dict[str, Any]:
    when = "2024"
    return {"id": id, "when": when, "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"], "places": list(places)}


def place(id: str, lat: float, lon: float) -> dict[str, Any]:
    return {"id": id, "name": named(id.capitalize()), "kind": "port", "lat": str(lat), "lon": str(lon)}


NEAR = [place(f"quay-{n}", 52 + n / 10, 5 + n / 10) for n in range(CLOSE_UP_OF)]
FAR = [place("farhaven", -12.05, -77.04)]


def naming(places: list[dict[str, Any]]) -> Edition:
    told = [statement("every", "first", *(p["id"] for p in places)), statement("one", "second", places[0]["id"])]
    return editions({"places": [*places, place("unnamed", 1, 1)]}, statements=told)[-1]


def test_places_stand_by_how_often_they_are_named_and_those_that_nobody_names_are_left_out():
    edition = editions(
        {"places": [place("b", 1, 1), place("a", 2, 2), place("c", 3, 3), place("d", 4, 4)]},
        statements=[statement("one", "first", "a", "b"), statement("two", "second", "c")],
        milestones=[milestone("east", report("second", "announced"), places=["c"])],
    )[-1]

    assert [(n.place.id, n.count) for n in named_places(edition)] == [("c", 2), ("a", 1), ("b", 1)]


def test_a_place_is_known_from_the_first_document_that_names_it():
    first, second = editions(
        {"places": [place("a", 2, 2), place("c", 3, 3)]},
        statements=[statement("one", "first", "a"), statement("two", "second", "c")],
    )

    assert [[n.place.id for n in named_places(edition)] for edition in (first, second)] == [["a"], ["a", "c"]]


def test_many_places_close_together_get_a_close_up_and_are_one_on_the_world_map():
    close_up, world = place_maps(named_places(naming([*NEAR, *FAR])), WORDS)

    assert (close_up.key, close_up.plot.close, [row[0] for row in close_up.rows]) == (
        "places-close-up", True, [f"Quay-{n}" for n in range(CLOSE_UP_OF)],
    )  # fmt: skip
    assert [(point.state, point.label) for point in world.plot.points] == [
        ("cluster", f"{CLOSE_UP_OF} places, see the close-up"),
        ("named", "Farhaven"),
    ]


@pytest.mark.parametrize(
    ("places", "keys"),
    [
        pytest.param(NEAR[1:], ["places-world"], id="too few for a close-up"),
        pytest.param(NEAR, ["places-close-up"], id="all of them close together"),
        pytest.param([*NEAR[1:], *FAR], ["places-world"], id="many, but not close together"),
    ],
)
def test_one_map_is_enough_for(places: list[dict[str, Any]], keys: list[str]) -> None:
    assert [figure.key for figure in place_maps(named_places(naming(places)), WORDS)] == keys


def test_without_a_named_place_there_is_no_map():
    assert list(place_maps(named_places(editions(statements=[statement("one", "first")])[-1]), WORDS)) == []
