"""What is known of a language is read from the file that is named after it, whole or not at all."""

import re
from dataclasses import fields

import pytest

from generator.diagnostics.diagnostic import InvalidData
from generator.text.language import (
    EDITORS_LANGUAGE,
    LANGUAGES,
    DateWords,
    NumberWords,
    Shared,
    language,
    months_of,
    shared,
)

PATTERNS = ("range", "between", "term_endings")


def test_the_languages_are_those_of_the_shared_file_and_editors_read_one_of_them() -> None:
    assert (LANGUAGES, EDITORS_LANGUAGE) == (("nl", "en"), "en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_is_described_whole(code: str) -> None:
    known = language(code)
    counts = len(known.numbers.ones), len(known.numbers.tens), len(months_of(code)), len(known.dates.nth)

    assert counts == (20, 8, 12, 4)
    assert known.numbers.compound in ("joined", "spaced")
    assert not {*known.yes} & {*known.no}


def test_a_language_is_known_by_its_own_words() -> None:
    assert [(language(code).name, months_of(code)[4], language(code).numbers.point) for code in LANGUAGES] == [
        ("Dutch", "mei", ","),
        ("English", "May", "."),
    ]


def test_parts_of_a_language_are_values_of_their_own_kind() -> None:
    known = language("nl")

    assert (type(known.numbers), type(known.dates)) == (NumberWords, DateWords)
    assert language("nl") is known


def test_a_language_without_a_file_is_reported_with_the_name_of_the_file() -> None:
    with pytest.raises(InvalidData) as error:
        language("xx")

    assert str(error.value).startswith("generator/text/locales/xx.toml:1:1: the file is missing\n")


def test_every_word_of_a_date_is_a_pattern_that_can_be_read() -> None:
    words = [getattr(language(code).dates, field.name) for code in LANGUAGES for field in fields(DateWords)]

    assert [re.compile(word).groups for word in words if isinstance(word, str)] == [0] * sum(
        isinstance(word, str) for word in words
    )


@pytest.mark.parametrize("text", ["10-12", "10 – 12"])
def test_a_range_is_read_alike_in_every_language(text: str) -> None:
    assert isinstance(shared(), Shared)
    assert re.fullmatch(rf"\d+{shared().range}\d+", text)
