"""Whether the coordinates of a place can be right: a country is where it is, and a city or port is on land."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from generator.charts.spec.outline import outline_in
from generator.diagnostics import Diagnostic, Rule
from generator.fingerprint import keep, kept, program, text_hash
from generator.model import Place, PlaceKind, countries_named
from generator.text import LANGUAGES

TOLERANCE_KM = 50
"""How far a place may lie from an outline: outlines are simplified, and ports reach into the sea."""
_AT_SEA = (PlaceKind.ISLAND, PlaceKind.AREA)
"""What may lie where the outlines have no land."""


def places_astray(places: Iterable[Place], maps: Path, folder: Path) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each place that is not where its kind and name say.

    `maps` is the folder of outlines. That all are in order is kept in `folder`, if it can be written.

    A country is in the outline of the country of its name in one of the languages, or at most `TOLERANCE_KM` from it;
    of a country that has no outline, nothing is known. Places of other kinds do not say in which country they are: they
    are as near to any land, but for islands, which may be too small for the outlines, and areas, which may be water.
    """
    outlines, known = (maps / "countries-50m.json").resolve(), tuple(places)
    given = (repr((p.kind, [p.name[code] for code in LANGUAGES], p.lat, p.lon)) for p in known)
    file = folder / text_hash(program("charts", "model"), outlines.read_text("utf-8"), *given)
    if kept(file) is None:
        found = list(_found(known, outlines))
        yield from found
        if not found:
            with suppress(OSError):
                keep(file, b"")


def _found(places: Iterable[Place], outlines: Path) -> Iterator[Diagnostic]:
    outline = outline_in(outlines)
    for place in places:
        lat, lon = float(place.lat), float(place.lon)
        if place.kind is PlaceKind.COUNTRY:
            numbers = countries_named(place.name) & outline.numbers
            if numbers and not outline.is_near(lat, lon, TOLERANCE_KM, numbers):
                what = f"{place.id!r} is a country, and lies more than {TOLERANCE_KM} km outside it"
                yield _astray(place, what, "Correct the latitude and longitude, or the name.")
        elif place.kind not in _AT_SEA and not outline.is_near(lat, lon, TOLERANCE_KM):
            what = f"{place.id!r} is a {place.kind.value}, and lies more than {TOLERANCE_KM} km from any land"
            hint = "Perhaps latitude and longitude have changed places, or a minus sign is missing; only a place of"
            yield _astray(place, what, f"{hint} the kind {' or '.join(kind.value for kind in _AT_SEA)} lies at sea.")


def _astray(place: Place, what: str, hint: str) -> Diagnostic:
    message = f"{what}: {place.lat} degrees north, {place.lon} degrees east"
    return Diagnostic(place.place("lat"), message, hint, rule=Rule.OUTSIDE_ITS_COUNTRY)
