"""Number words are worth what they say: any whole number below a million, cardinal or ordinal, in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.number_words import SOFT, value_of

WORDS = {
    "nl": "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien - - twintig dertig veertig vijftig zestig zeventig tachtig negentig",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen - - twenty thirty forty fifty sixty seventy eighty ninety",
}
"""Of the numbers below twenty, then of the tens."""
NL, EN = WORDS["nl"].split(), WORDS["en"].split()
NL_TENS, EN_TENS = NL[20:], EN[20:]
EN_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip


def dutch(number: int) -> str:
    """The number in one Dutch word: `tweehonderdeenentwintigduizendvier`."""
    for size, word in ((1000, "duizend"), (100, "honderd")):
        if number >= size:
            times, rest = divmod(number, size)
            return (dutch(times) if times > 1 else "") + word + (dutch(rest) if rest else "")
    if number < 20:
        return NL[number]
    ten, one = divmod(number, 10)
    return (NL[one] + ("ën" if NL[one].endswith("e") else "en") if one else "") + NL_TENS[ten]


def dutch_ordinal(number: int) -> str:
    """Of a number from 1 to 99."""
    irregular = {1: "eerste", 3: "derde"}
    return irregular.get(number) or dutch(number) + ("de" if number < 20 and number != 8 else "ste")


def english(number: int) -> str:
    """The number in English words: `two hundred and twenty-one thousand and four`."""
    for size, word in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            times, rest = divmod(number, size)
            link = " and " if rest < 100 else " "
            return f"{english(times)} {word}" + (f"{link}{english(rest)}" if rest else "")
    if number < 20:
        return EN[number]
    ten, one = divmod(number, 10)
    return EN_TENS[ten] + (f"-{EN[one]}" if one else "")


def english_ordinal(number: int) -> str:
    """Of a number from 1 to 99."""
    *tens, last = english(number).split("-")
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return "-".join([*tens, EN_ORDINAL.get(last, regular)])


@given(st.integers(2, 999_999))
def test_a_whole_number_below_a_million_is_one_dutch_word(number: int) -> None:
    assert value_of(dutch(number), "nl") == value_of(dutch(number).capitalize(), "nl") == number


@given(st.integers(0, 999_999), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_a_whole_number_below_a_million_is_english_words_with_and_or_a_hyphen_or_not(
    number: int, link: str, hyphen: str
) -> None:
    words = english(number).replace(" and ", link).replace("-", hyphen)

    assert value_of(words, "en") == value_of(words.capitalize(), "en") == number


@pytest.mark.parametrize("number", range(1, 100))
def test_an_ordinal_below_a_hundred_is_worth_its_number(number: int) -> None:
    assert value_of(dutch_ordinal(number), "nl") == value_of(english_ordinal(number), "en") == number


@pytest.mark.parametrize(
    ("word", "language", "value"),
    [
        pytest.param("anderhalf", "nl", "1.5", id="one and a half has a word of its own"),
        pytest.param("anderhalve", "nl", "1.5", id="also bent"),
        pytest.param("tweeënhalf", "nl", "2.5", id="other halves are joined"),
        pytest.param("zesenhalve", "nl", "6.5", id="also without dots"),
        pytest.param("three and a half", "en", "3.5", id="in English they are words apart"),
        pytest.param("driemaal", "nl", "3", id="a number of times"),
        pytest.param("twice", "en", "2", id="in English too"),
        pytest.param("vijftal", "nl", "5", id="a number of things"),
        pytest.param("beide", "nl", "2", id="both are two"),
        pytest.param("twintigste", "nl", "20", id="tens are ordinals"),
        pytest.param("honderdste", "nl", "100", id="and hundreds"),
        pytest.param("thousandth", "en", "1000", id="and thousands"),
    ],
)
def test_a_word_is_worth_what_it_says(word: str, language: str, value: str) -> None:
    assert value_of(word, language) == Decimal(value)


@pytest.mark.parametrize(
    ("word", "language"),
    [
        pytest.param("een", "nl", id="an article"),
        pytest.param("eental", "nl", id="nor with an ending"),
        pytest.param("duizenden", "nl", id="thousands, how many is not said"),
        pytest.param("tientallen", "nl", id="or tens"),
        pytest.param("achter", "nl", id="a word that begins like one"),
        pytest.param("veerboot", "nl", id="or sounds like one"),
        pytest.param("sluis", "nl", id="a word"),
        pytest.param("two three", "en", id="numbers side by side"),
        pytest.param("twenty-twelve", "en", id="parts that do not fit"),
        pytest.param("lock", "en", id="an English word"),
        pytest.param("", "nl", id="nothing"),
        pytest.param("", "en", id="nothing in English"),
    ],
)
def test_other_words_are_no_numbers(word: str, language: str) -> None:
    assert value_of(word, language) is None


def test_a_word_that_is_mostly_not_meant_as_a_number_is_one_two_or_a_dozen() -> None:
    values = {word: {value_of(word, language) for language in ("nl", "en")} - {None} for word in SOFT}

    assert {word for word, known in values.items() if not known or not known <= {1, 2, 12}} == set()


@given(st.text("eéënaozwdtrivh -", max_size=12), st.sampled_from(["nl", "en"]))
def test_whatever_the_word_it_has_a_value_or_none(word: str, language: str) -> None:
    value = value_of(word, language)

    assert value is None or value >= 0
