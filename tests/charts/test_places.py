"""Places are where their kind and name say, as far as outlines of countries show."""

from pathlib import Path

import pytest

from generator.charts.places import places_astray
from generator.model import Place
from tests.support.small import ROOT

MAPS = ROOT / "templates/map"


@pytest.mark.parametrize(
    ("kind", "nl", "en", "lat", "lon", "found"),
    [
        pytest.param("country", "Brazilië", "Brazil", "-14.24", "-51.93", 0, id="in it"),
        pytest.param("country", "Brazilië", "Brazil", "-14.24", "51.93", 1, id="without its minus sign"),
        pytest.param("country", "Brazilië", "Brasil", "4.0", "-56.0", 1, id="in its neighbour, by one name"),
        pytest.param("country", "Curaçao", "Curaçao", "12.17", "-68.99", 0, id="a small one"),
        pytest.param("country", "België", "Belgium", "51.60", "2.90", 0, id="at sea, less than 50 km off"),
        pytest.param("country", "België", "Belgium", "52.20", "2.30", 1, id="at sea, more than 50 km off"),
        pytest.param("country", "Ruritanië", "Ruritania", "0", "-30", 0, id="one of which nothing is known"),
        pytest.param("country", "Lesotho", "Lesotho", "-29.6", "28.2", 0, id="inside another"),
        pytest.param("country", "Zuid-Afrika", "South Africa", "-29.6", "28.2", 1, id="in a hole of it"),
        pytest.param("port", "Haven", "Port", "51.95", "3.9", 0, id="a port in the sea"),
        pytest.param("port", "Haven", "Port", "3.9", "51.95", 1, id="a port whose coordinates changed places"),
        pytest.param("city", "Lima", "Lima", "-12.05", "77.04", 1, id="a city without its minus sign"),
        pytest.param("region", "Regio", "Region", "53.5", "3.0", 1, id="a region at sea"),
        pytest.param("area", "Noordzee", "North Sea", "56.0", "3.0", 0, id="an area at sea"),
        pytest.param("island", "Eiland", "Island", "0", "-30", 0, id="an island too small for the outlines"),
        pytest.param("airport", "Pool", "Pole", "-90", "0", 0, id="at a pole"),
    ],
)
def test_a_place_lies_where_it_can(tmp_path: Path, kind: str, nl: str, en: str, lat: str, lon: str, found: int) -> None:
    written = {"id": "x", "name": {"nl": nl, "en": en}, "kind": kind, "lat": lat, "lon": lon}

    assert len(list(places_astray([Place.model_validate(written)], MAPS, tmp_path))) == found


def test_what_is_in_order_is_kept_until_a_place_changes(tmp_path: Path) -> None:
    written = {"id": "x", "name": {"nl": "Peru", "en": "Peru"}, "kind": "country", "lat": "-9.19", "lon": "-75.02"}
    peru = Place.model_validate(written)
    moved = Place.model_validate(written | {"lon": "75.02"})

    assert list(places_astray([peru], MAPS, tmp_path)) == []
    assert len(list(tmp_path.iterdir())) == 1
    assert [len(list(places_astray([moved], MAPS, tmp_path))) for _ in range(2)] == [1, 1]
    assert list(places_astray([peru], MAPS, tmp_path)) == []
    assert len(list(tmp_path.iterdir())) == 1
