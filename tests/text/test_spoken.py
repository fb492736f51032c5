"""A text in a language that is not read is seen by its frequent words, and is not taken for one that is."""

import pytest

from generator.text.spoken import is_spoken, spoken_in

DUTCH = "De sluis bij Oosterdam is in het voorjaar van dit jaar vernieuwd, en er is een begin gemaakt met de brug. " * 3
ENGLISH = "The lock at Oosterdam was renewed in the spring of this year, and a start has been made on the bridge. " * 3
GERMAN = "Die Schleuse bei Oosterdam wurde im Frühjahr dieses Jahres erneuert, und mit der Brücke wurde begonnen. " * 3
FRENCH = "L'écluse près d'Oosterdam a été rénovée au printemps de cette année, et le pont a été commencé depuis. " * 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(DUTCH, "nl", id="Dutch"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(GERMAN, None, id="German is not read"),
        pytest.param(FRENCH, None, id="nor is French"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_language_of_a_text(text: str, code: str | None) -> None:
    assert spoken_in(text) == code


def test_a_text_is_in_its_own_language_only() -> None:
    assert [is_spoken(text, "nl") for text in (DUTCH, ENGLISH, GERMAN, FRENCH)] == [True, False, False, False]


def test_a_few_words_are_not_judged() -> None:
    assert is_spoken("Smuggling in ports", "nl")
