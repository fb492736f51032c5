"""A match knows the year, month, season and order that its words mean on the day of publication."""

import re
from datetime import date

import pytest

from generator.text.dates.found import Found
from generator.text.language import language, months_of


def found(published: date = date(2026, 6, 11), **groups: str) -> Found:
    """A match with groups of these names."""
    pattern = "".join(f"(?P<{name}>.*)\n" for name in groups)
    match = re.fullmatch(pattern, "".join(f"{text}\n" for text in groups.values()))
    assert match
    return Found("en", language("en").dates, months_of("en"), match, published)


@pytest.mark.parametrize(
    ("written", "year"), [("2021", 2021), ("'25", 2025), ("’90", 1990), ("next year", 2027), ("past year", 2025)]
)
def test_a_year_is_that_which_is_written_or_referred_to(written: str, year: int) -> None:
    assert found(year=written).year == year


def test_without_a_year_it_is_that_of_publication() -> None:
    assert found().year == 2026


@pytest.mark.parametrize(("written", "nth"), [("first", 1), ("2nd", 2), ("Last", 4), ("3", 3)])
def test_an_order_may_be_a_word_or_a_digit(written: str, nth: int) -> None:
    assert found(nth=written).nth("nth") == nth


def test_names_are_counted_in_their_order() -> None:
    assert (found(month="march").month("month"), found(season="fall").season("season")) == (3, 2)


@pytest.mark.parametrize(("side", "year"), [("past", 2025), ("coming", 2026), ("", 2026)])
def test_a_month_is_the_nearest_on_the_side_that_is_said(side: str, year: int) -> None:
    assert found(**({side: "x"} if side else {})).dated(9, None) == year
