"""The lists that the records of `atlas.json` refer to: units, categories, places, threads."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import Field

from generator.archive import AREA, BODY
from generator.editions import Edition
from generator.model import PlaceKind
from generator.publish.open_data.parts import outside_of, text_of
from generator.publish.open_data.values import Degrees, Exported, Id, Text
from generator.text import LANGUAGES


class Unit(Exported):
    """What an indicator is counted in."""

    id: Id
    """Its id, which never changes."""
    one: Text
    """Its name beside the value 1."""
    other: Text
    """Its name beside any other value."""


class Category(Exported):
    """One of the categories of a dimension along which indicators are broken down; also who counts, and where."""

    dimension: Id
    """Id of the dimension."""
    id: Id
    """Its id, which never changes."""
    dimension_title: Text
    title: Text


class Place(Exported):
    """A port, region, airport, country or city."""

    id: Id
    """Its id, which never changes."""
    name: Text
    kind: PlaceKind
    lat: Degrees
    """Degrees north."""
    lon: Degrees
    """Degrees east."""


class Thread(Exported):
    """A subject within a theme that can be followed through the documents."""

    theme: Id
    """Id of its theme."""
    id: Id
    """It occurs once in a theme."""
    title: Text
    members: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of statements, milestones and indicators of the theme."""


def lists_of(edition: Edition, words: Mapping[str, dict[str, Any]]) -> dict[str, tuple[Exported, ...]]:
    """What the records of an edition refer to, by the key of `atlas.json`; `words` are the phrases by language."""
    return {
        "units": tuple(_units(edition, words)),
        "categories": tuple(_categories(edition)),
        "places": tuple(_places(edition)),
        "threads": tuple(
            Thread(theme=theme.id, id=thread.id, title=text_of(thread.title), members=thread.members)
            for theme in edition.mentioned
            for thread in theme.text.threads
        ),
    }


def _places(edition: Edition) -> Iterator[Place]:
    """Those that its statements and milestones concern."""
    named = {place for statement in edition.statements for place in statement.record.places}
    named |= {place for milestone in edition.milestones for place in milestone.record.places}
    for place in edition.places.values():
        if place.id in named:
            yield Place(id=place.id, name=text_of(place.name), kind=place.kind, lat=place.lat, lon=place.lon)


def _categories(edition: Edition) -> Iterator[Category]:
    """Those of its values, and who counts them and where."""
    series = [indicator.record for indicator in (*edition.indicators, *outside_of(edition))]
    values = [observation for indicator in series for observation in indicator.observations]
    named = {entry for value in values for entry in value.of.items()}
    counted = [(record.counted_by, record.area) for record in series]
    counted += [(value.counted_by, value.area) for value in values]
    named |= {(BODY, body) for body, _ in counted if body} | {(AREA, area) for _, area in counted if area}
    for dimension in edition.dimensions.values():
        for category in dimension.values:
            if (dimension.id, category.id) in named:
                titles = {"dimension_title": text_of(dimension.title), "title": text_of(category.title)}
                yield Category(dimension=dimension.id, id=category.id, **titles)


def _units(edition: Edition, words: Mapping[str, dict[str, Any]]) -> Iterator[Unit]:
    """Those in which the edition counts, by id."""
    for id in sorted({indicator.record.unit for indicator in (*edition.indicators, *outside_of(edition))}):
        named = {
            form: {code: str(words[code]["units"][id][form]).strip() for code in LANGUAGES} for form in ("one", "other")
        }
        yield Unit(id=id, one=Text(named["one"]), other=Text(named["other"]))
