"""Where new papers are looked for, as it is written; what is refused is in tests/cases/refused/watch_*.yaml."""

import pytest

from generator.archive.archive import read_archive
from generator.model.enums import ServiceKind
from generator.model.settings import ElementNames, Service, Watch
from generator.watch.titles import is_titled
from tests.support.small import ROOT

FEED = {"id": "house", "kind": "syncfeed", "address": "https://example.nl/feed"}


@pytest.fixture(scope="module")
def watch() -> Watch:
    """What this project watches."""
    settings = read_archive(ROOT).atlas.watch
    assert settings is not None
    return settings


def test_what_is_not_written_is_as_the_public_services_are() -> None:
    service = Service.model_validate(FEED)

    assert (service.kind, service.pages, service.records, service.largest_mb) == (ServiceKind.SYNCFEED, 20, 100, 50)
    assert (service.query, service.dossier, service.names) == (None, None, ElementNames())


def test_one_element_or_several_may_hold_a_value() -> None:
    names = ElementNames.model_validate({"title": "onderwerp", "published": ["datum", "datumRegistratie"]})

    assert (names.title, names.published) == (("onderwerp",), ("datum", "datumRegistratie"))


def test_a_dossier_and_a_service_are_enough() -> None:
    watch = Watch.model_validate({"dossier": "99123", "services": [FEED]})

    assert (watch.dossier, watch.titles, watch.since) == ("99123", (), None)


def test_this_project_asks_both_public_services_for_its_dossier(watch: Watch) -> None:
    assert watch.dossier == "31934"
    assert {service.kind for service in watch.services} == set(ServiceKind)
    assert all(service.address.startswith("https://") for service in watch.services)
    assert not any("skiptoken" in service.address for service in watch.services)


@pytest.mark.parametrize(
    ("title", "is_ours"),
    [
        pytest.param("Tweede Stand-van-zakenbrief Douane 2026", True, id="the letter that comes twice a year"),
        pytest.param("Aanbieding Jaarrapportage Douane 2026", True, id="the annual report"),
        pytest.param("Stand van de Uitvoering Douane 2026", True, id="the implementation report"),
        pytest.param("Voortgang handhaving bij de Douane", True, id="progress, in other words"),
        pytest.param("Stand van zakenbrief", True, id="two words of it apart"),
        pytest.param("STAND\u2011VAN\u2011ZAKENBRIEF juni", True, id="in capitals, with other hyphens"),
        pytest.param("Stand van zaken Douane", True, id="its name without the letter"),
        pytest.param("Opvolging toezeggingen aan de Kamer", True, id="promises that were followed"),
        pytest.param("Stand-van-zakenbrief Belastingdienst", False, id="the same of another service"),
        pytest.param("Stand van zaken Belastingdienst", False, id="another service of the same ministry"),
    ],
)
def test_the_titles_of_this_project_find_its_papers(watch: Watch, title: str, is_ours: bool) -> None:
    assert any(is_titled(title, wanted) for wanted in watch.titles) is is_ours
