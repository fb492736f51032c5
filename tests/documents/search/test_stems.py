"""Words become stems and salted hashes: enough to look something up, too little to make a sentence again."""

import re

import pytest

from generator.documents.search.stems import hash_by_word, hashed, names_in, negations_in, stems_in

SENTENCE = "De sluizen bij Oosterdam gaan niet open; de Waterdienst (WD) zegt: Geen schip vaart."


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("nl", "vergunning", "vergunningen"),
        ("nl", "Sluis", "sluis"),
        ("en", "locks", "lock"),
        ("en", "moved", "moving"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stems_in(one, language) == stems_in(other, language)


def test_a_word_with_a_hyphen_is_found_whole_and_by_its_parts() -> None:
    assert {"icto", "icto-toets"} & stems_in("icto-toets", "nl") == {"icto", "icto-toets"}


def test_names_have_a_capital_within_a_sentence_or_two_capitals() -> None:
    assert names_in(SENTENCE) == {"oosterdam", "waterdienst", "wd"}


@pytest.mark.parametrize(
    ("language", "text", "count"), [("nl", SENTENCE, 2), ("en", "No lock is not open.", 2), ("en", "Open.", 0)]
)
def test_words_that_deny_are_counted(language: str, text: str, count: int) -> None:
    assert negations_in(text, language) == count


def test_hashes_are_sorted_so_that_the_order_of_the_words_is_lost() -> None:
    words = ["sluis", "bij", "oosterdam", "open"]
    digits = hashed(words, "brief").split()

    assert digits == sorted(digits)
    assert hashed(reversed(words), "brief").split() == digits
    assert hashed([*words, "sluis"], "brief").split() == digits
    assert all(re.fullmatch("[0-9a-f]{5}", word) for word in digits)


def test_another_source_hashes_the_same_words_otherwise() -> None:
    assert hashed(["sluis"], "brief") != hashed(["sluis"], "verslag")


def test_a_word_can_be_looked_up_in_the_hashes() -> None:
    assert hash_by_word(["sluis"], "brief")["sluis"] in hashed(["open", "sluis"], "brief").split()
