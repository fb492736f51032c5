"""A date in prose has one form and a place; the fuller reading wins. Forms at large are cases of `test_quantities`."""

from datetime import date

import pytest

from generator.text.date_phrases import DatePhrase, dates_found, masked

DAY = date(2024, 6, 11)


def found(text: str, code: str = "en") -> list[tuple[str, str]]:
    """Each date with the words that it was read from, in the order of the text."""
    phrases = sorted(dates_found(text, code, DAY), key=lambda phrase: (phrase.start, phrase.form))
    return [(phrase.form, text[phrase.start : phrase.end]) for phrase in phrases]


def test_what_has_been_read_is_masked_at_its_full_length() -> None:
    assert masked("on 3 May 2022.", 3, 13) == "on ··········."


def test_a_phrase_stands_where_its_words_stand() -> None:
    assert list(dates_found("Open on 3 May 2022.", "en", DAY)) == [DatePhrase("2022-05-03", 8, 18)]


@pytest.mark.parametrize(
    ("text", "code", "dates"),
    [
        pytest.param("3 mei 2022", "nl", ["2022-05-03"], id="a day is no month and no year besides"),
        pytest.param("the third quarter of 2022", "en", ["2022-Q3"], id="a quarter is no year besides"),
        pytest.param("2022-05-03", "en", ["2022-05-03"], id="an ISO day is no ISO month besides"),
        pytest.param("1 en 2 mei 2022", "nl", ["2022-05-01", "2022-05-02"], id="two days of one month are two dates"),
        pytest.param("2022-13-03", "en", [], id="a month that there is not gives no date"),
        pytest.param("from 06/2023 on", "en", ["2023-06"], id="a month and a year with a slash are a month"),
    ],
)
def test_the_fullest_reading_is_the_only_one(text: str, code: str, dates: list[str]) -> None:
    assert [form for form, _ in found(text, code)] == dates


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        pytest.param("op 3 mei", "nl", "2024-05-03", id="a day falls in the year of publication"),
        pytest.param("op 3 november", "nl", "2024-11-03", id="even if it is still to come"),
        pytest.param("next year", "en", "2025", id="next year is that after publication"),
        pytest.param("vorig jaar", "nl", "2023", id="last year is that before it"),
        pytest.param("30 februari 2023", "nl", "2023-02", id="a day that the calendar lacks is its month"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_publication(text: str, code: str, form: str) -> None:
    assert [each for each, _ in found(text, code)] == [form]


def test_words_of_another_language_are_no_dates() -> None:
    assert found("vorig jaar op drie mei", "en") == []
