"""Numbers and days in Dutch prose have one normal form, however the source prints them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.figures import MONTHS, dates_in, numbers_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("De wachttijd was lang.", (), id="no number"),
        pytest.param("Er varen 12 veren.", ("12",), id="digits"),
        pytest.param("Het ging om 28.000 controles.", ("28000",), id="a point separates thousands"),
        pytest.param("Het ging om 1.234.567 euro.", ("1234567",), id="twice, if need be"),
        pytest.param("De wachttijd was 4,50 uur.", ("4.50",), id="a comma is the decimal sign, and decimals are kept"),
        pytest.param("Het kostte 1.234,5 euro.", ("1234.5",), id="both in one number"),
        pytest.param("Dat is 1,4 miljard euro.", ("1400000000",), id="a milliard is written out"),
        pytest.param("Dat is € 480 miljoen.", ("480000000",), id="so is a million"),
        pytest.param("Dat is €1,25 miljoen.", ("1250000",), id="with no space after the euro sign"),
        pytest.param("Dat is 93% van alle schepen.", ("93",), id="the per cent sign is not part of it"),
        pytest.param("Dat is 99,5 procent.", ("99.5",), id="nor is the word"),
        pytest.param("Tussen 2020 en 2022.", ("2020", "2022"), id="a year is a number"),
        pytest.param("In 2020/2021 en 10-15 keer.", ("2020", "2021", "10", "15"), id="ranges have two"),
        pytest.param("Negen van de elf sluizen.", ("9", "11"), id="words to twenty count, whatever their case"),
        pytest.param("Eén sluis; eenmaal open, tweemaal dicht.", ("1", "2"), id="the number one has its accents"),
        pytest.param("Er is een sluis.", (), id="without them it is an article"),
        pytest.param("De tweede van de vierentwintig drievoudige.", (), id="words inside words do not count"),
        pytest.param("Van 3 naar 4, en van 4 naar 3.", ("3", "4"), id="each number once, in order of appearance"),
        pytest.param("Negen, dat is 9.", ("9",), id="whether digits or word"),
        pytest.param("Op 15 oktober 2020 waren er 7.", ("7",), id="the numbers of a day belong to the day"),
        pytest.param("Schip AB12 en versie v3.", (), id="digits inside a name do not count"),
        pytest.param("In 2022.", ("2022",), id="a full stop ends the sentence, not the number"),
        pytest.param("Van 12, 13 en 14.", ("12", "13", "14"), id="a comma and a space make a list"),
        pytest.param("Fase 6, € 7.", ("6", "7"), id="a comma after a number is not a decimal sign"),
        pytest.param("007 keer", ("7",), id="leading noughts go"),
    ],
)
def test_a_number_has_one_form(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        pytest.param("Op 15 oktober 2020.", ("2020-10-15",), id="a day with its year"),
        pytest.param("Vanaf 1 april.", ("2026-04-01",), id="a day without one falls in the year of the source"),
        pytest.param("Op 1 mei 2021 en 2 juni.", ("2021-05-01", "2026-06-02"), id="in order of appearance"),
        pytest.param("Op 1 mei en op 1 mei.", ("2026-05-01", "2026-05-01"), id="as often as they are named"),
        pytest.param("In oktober 2020.", (), id="a month is not a day"),
        pytest.param("Medio 2021, in het derde kwartaal.", (), id="nor is a quarter"),
        pytest.param("Op 3 meisjes.", (), id="a month inside a word is none"),
    ],
)
def test_a_day_has_one_form(text: str, dates: tuple[str, ...]) -> None:
    assert dates_in(text, 2026) == dates


@given(st.integers(0, 999_999_999))
def test_a_whole_number_is_found_however_it_is_grouped(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")

    assert numbers_in(f"Het waren er {grouped} of {number}.") == (str(number),)


@given(st.dates())
def test_a_day_is_found_however_it_stands_in_a_sentence(day: object) -> None:
    year, month, number = (int(part) for part in str(day).split("-"))
    sentence = f"Dat is op {number} {MONTHS[month - 1]} {year:04d} gebeurd."

    assert (dates_in(sentence, 1900), numbers_in(sentence)) == ((str(day),), ())


@given(st.text("0123456789.,%€ -/()", max_size=20))
def test_whatever_digits_stand_in_a_text_their_forms_are_plain_decimals(text: str) -> None:
    assert all(
        number.replace(".", "", 1).isascii() and number.replace(".", "", 1).isdigit() for number in numbers_in(text)
    )
