"""Which words of a text change what it says, and which words of a passage may mean the same."""

import pytest

from generator.checks.reading.words import (
    any_of,
    counted_in,
    is_named_once,
    may_mean,
    meaning_of,
    opposite_of,
    said_in,
    sayings,
    words_for,
)
from generator.text import LANGUAGES


@pytest.mark.parametrize(
    ("text", "code", "name", "word"),
    [
        ("Het gaat niet door.", "nl", "denial", "niet"),
        ("Niet alleen de bodem.", "nl", "denial", ""),
        ("De brief noemt geen datum.", "nl", "denial", ""),
        ("De brief noemt geen datum; de bodem is niet zacht.", "nl", "denial", "niet"),
        ("Een niet-fiscale taak.", "nl", "denial", ""),
        ("It must be ready.", "en", "must", "must"),
        ("In May 2024 it began.", "en", "may", ""),
        ("It may begin.", "en", "may", "may"),
        ("He no longer meets the criteria.", "en", "longer", ""),
        ("He no longer meets the criteria.", "en", "denial", "no"),
        ("It took longer than a year.", "en", "longer", "longer"),
    ],
)
def test_words_say_something_unless_a_phrase_says_nothing(text, code, name, word):
    against = "languages" if name == "may" else "passages"

    assert said_in(text, code, against).get(name, "") == word


def test_some_words_are_held_against_passages_only():
    assert "must" in said_in("Het moet.", "nl", "passages")
    assert "must" not in said_in("Het moet.", "nl", "languages")


def test_a_passage_may_mean_it_in_other_words():
    assert may_mean("De vergunning is onvoldoende.", "denial", "nl")
    assert not may_mean("De vergunning is verleend.", "denial", "nl")


def test_the_words_are_the_same_things_in_both_languages_and_opposites_are_known():
    names = [[saying.name for saying in sayings(code)] for code in LANGUAGES]

    assert names[0] == names[1]
    assert {opposite_of(name) for name in names[0]} - {""} <= set(names[0])
    assert all(meaning_of(name) for name in names[0])
    assert is_named_once("businesses")
    assert not is_named_once("denial")


def test_a_figure_is_read_with_what_it_counts():
    assert list(counted_in("In 2022 waren er 12 extra controles in 7 landen.", "nl")) == [
        ("7", "countries"),
        ("12", "checks"),
    ]


def test_a_year_counts_nothing():
    assert list(counted_in("Sinds 2022 bedrijven stopten.", "nl")) == []


def test_phrases_are_whole_words_and_a_star_is_the_rest_of_one():
    pattern = any_of(["groei*", "meer", "ruim #"])

    assert pattern.findall("groeide meerdere meer ruim 3 ruimte") == ["groeide", "meer", "ruim 3"]


def test_a_key_without_words_is_said_by_any():
    assert words_for("says-dropped", "nl").search("het gaat niet door")
    assert not words_for("says-dropped", "nl").search("het gaat door")
    assert words_for("says-done", "nl").search("")
