"""Names stand in both languages, as they are written or as the data of the atlas say."""

import pytest

from generator.checks.meaning.names import Names, names_in
from generator.model import Rendering

NAMES = Names(
    (
        Rendering.model_validate({"id": "agency", "written": {"nl": "waterdienst*", "en": "waterway, agency"}}),
        Rendering.model_validate({"id": "free", "free": "true", "written": {"nl": "wet", "en": "act"}}),
        Rendering.model_validate({"id": "implied", "implied": "true", "written": {"nl": "dienst", "en": "service"}}),
    )
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De sluis bij Oosterdam is open.", ["Oosterdam"]),
        ("Oosterdam is open. Westhaven ook.", []),
        ("ICS2 en de IT-dienst werken.", ["ICS2", "IT"]),
    ],
)
def test_a_name_has_a_capital_and_starts_no_sentence_or_has_two(text, names):
    assert list(names_in(text)) == names


def test_a_known_name_is_one_at_the_start_of_a_sentence_too():
    assert list(names_in("Spanje wacht. Oosterdam ook.", {"spanje"})) == ["Spanje"]


def test_another_country_that_starts_a_sentence_is_missing():
    assert list(NAMES.missing("Spanje bouwt een sluis.", "nl", "en", "Greece is building a lock.")) == ["Spanje"]
    assert list(NAMES.missing("Spanje bouwt een sluis.", "nl", "en", "Spain is building a lock.")) == []


@pytest.mark.parametrize(
    ("nl", "en", "missing"),
    [
        pytest.param("bij Oosterdam", "at Oosterdam", [], id="the same name"),
        pytest.param("bij Oosterdam", "at Westhaven", ["Oosterdam"], id="another name"),
        pytest.param("van de Waterdienstregio", "of the Waterway Service", [], id="as the data say"),
        pytest.param("in Griekenland", "in Greece", [], id="a country"),
        pytest.param("in Griekenland", "in Spain", ["Griekenland"], id="another country"),
        pytest.param("volgens de Wet", "by law", [], id="a word that names no one thing"),
    ],
)
def test_a_name_that_the_other_language_does_not_have_is_missing(nl, en, missing):
    assert list(NAMES.missing(f"De sluis {nl}", "nl", "en", f"The lock {en}")) == missing


def test_some_names_may_be_meant_without_being_named():
    assert NAMES.is_implied("Dienst", "nl")
    assert not NAMES.is_implied("Oosterdam", "nl")
