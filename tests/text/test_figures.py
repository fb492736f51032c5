"""Of a number in a text it is read what is said of it: unit, hedge, sign, and whether something rose or fell."""

from datetime import date

import pytest

from generator.text.figures import Figure, figures_in, moves_in

DAY = date(2026, 6, 11)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("3 boten", ["3"], id="nothing"),
        pytest.param("€ 3,5 miljoen", ["3500000 EUR"], id="a currency before it"),
        pytest.param("3,5 miljoen euro", ["3500000 EUR"], id="or behind it"),
        pytest.param("$ 20 en EUR 30", ["20 USD", "30 EUR"], id="each its own"),
        pytest.param("5%, 5 procent, 5 procentpunt", ["5 %", "5 %", "5 points"], id="points are no percent"),
        pytest.param("12kg en 12 kilo", ["12 kg", "12 kg"], id="attached"),
        pytest.param("tussen 4 en 6 uur", ["4 hours", "6 hours"], id="both ends of a range have one unit"),
        pytest.param("4-6 weken", ["4 weeks", "6 weeks"], id="also with a dash"),
        pytest.param("240 fte", ["240 fte"], id="positions"),
        pytest.param("25 extra fte's, 3 nieuwe collega's", ["25 fte", "3 people"], id="behind a word that says which"),
        pytest.param("5 uurwerken", ["5"], id="a longer word is none"),
        pytest.param("12 bagagecontroles, 3 extra vaartuigen", ["12 checks", "3 vessels"], id="what is counted"),
        pytest.param("3 van de vaartuigen", ["3"], id="behind one word at most"),
        pytest.param("ruim 28.000, bijna 30", ["over 28000", "under 30"], id="hedges"),
        pytest.param("dik 2,77 miljard", ["over 2770000000"], id="colloquial"),
        pytest.param("circa € 5, zo'n 6, ca. 7", ["about 5 EUR", "about 6", "about 7"], id="about"),
        pytest.param("meer dan 5, niet meer dan 6", ["over 5", "at-most 6"], id="the longer hedge"),
        pytest.param("minimaal 2 jaar", ["at-least 2 years"], id="at least"),
        pytest.param("Garanties ‒ 33,7", ["-33.7"], id="a sign"),
        pytest.param("-/- € 4,20", ["-4.20 EUR"], id="a sign and a currency"),
        pytest.param("Het steeg van 4 naar 5.", ["4 rose", "5 rose"], id="rose"),
        pytest.param("Een daling met 4%. Dan 5.", ["4 % fell", "5"], id="fell, in its own sentence only"),
        pytest.param("Het neemt in 2025 met 4 af", ["4 fell"], id="a verb in two parts"),
        pytest.param("Meer dan 4 is niet meer dan 5", ["over 4", "at-most 5"], id="a hedge is no rise"),
        pytest.param("€ -25, -€ 26", ["-25 EUR", "-26 EUR"], id="a currency before a sign"),
        pytest.param(
            "> 5%, <6, ≥ 7, ≤8, ± 9, +/- 10",
            ["over 5 %", "under 6", "at-least 7", "at-most 8", "about 9", "about 10"],
            id="hedges that are signs",
        ),
        pytest.param("20 pct., € 25m", ["20 %", "25000000 EUR"], id="shortened"),
        pytest.param("k€ 25 en 3,2 M€", ["25000 EUR", "3200000 EUR"], id="a currency with its scale"),
        pytest.param("€ 2 ton, 3 ton", ["200000 EUR", "3 t"], id="a ton of money is no weight"),
        pytest.param("1,2M euro en 3 k€", ["1200000 EUR", "3000 EUR"], id="a scale before the word for a currency"),
        pytest.param("€ 3 tot 4 miljoen", ["3000000 EUR", "4000000 EUR"], id="a currency before both ends of a range"),
        pytest.param("tussen € 3 en 4 mln", ["3000000 EUR", "4000000 EUR"], id="also where it is between them"),
        pytest.param("€ 3 en 4 boten", ["3 EUR", "4"], id="what is no range has its own"),
        pytest.param("€ 3 tot 4 dagen", ["3 EUR", "4 days"], id="and so has an end with a unit"),
        pytest.param("een half procent, een half %", ["0.5 %", "0.5 %"], id="half a per cent"),
        pytest.param("een procent, als een % van alles", ["1 %"], id="a percentage is no one per cent"),
        pytest.param("met een derde gekrompen", ["0.333 fell"], id="a part of a whole"),
        pytest.param(
            "grofweg 5, tegen de 6, zeker 7, tot wel 8",
            ["about 5", "under 6", "at-least 7", "at-most 8"],
            id="more hedges",
        ),
        pytest.param("Het klom naar 5. Het zakte naar 4.", ["5 rose", "4 fell"], id="more verbs"),
        pytest.param("een of de eerste", [], id="what is never a claim is left out"),
    ],
)
def test_of_a_number_it_is_read_what_is_said_of_it(text: str, figures: list[str]) -> None:
    assert list(map(str, figures_in(text, "nl", DAY))) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("It rose by more than 4.5% to EUR 3 million.", ["over 4.5 % rose", "3000000 EUR rose"], id="rose"),
        pytest.param("almost 20 percentage points lower", ["under 20 points fell"], id="fell"),
        pytest.param("approximately 240 FTEs", ["about 240 fte"], id="about"),
        pytest.param("at least 2 years", ["at-least 2 years"], id="at least"),
        pytest.param("in excess of 5, close to 6, as many as 7", ["over 5", "under 6", "at-most 7"], id="more hedges"),
        pytest.param("It climbed to 5. It plunged to 4.", ["5 rose", "4 fell"], id="more verbs"),
        pytest.param(">5%, £3m", ["over 5 %", "3000000 GBP"], id="signs"),
        pytest.param("12 declaration lines, 3 luxury yachts", ["12 declaration-lines", "3 vessels"], id="counted"),
    ],
)
def test_the_names_are_the_same_in_another_language(text: str, figures: list[str]) -> None:
    assert list(map(str, figures_in(text, "en", DAY))) == figures


def test_words_that_say_how_something_moved_are_counted() -> None:
    text = "Het aantal steeg en nam daarna af; er was minder groei, niet meer en onder meer niets."

    assert moves_in(text, "nl") == (2, 2)
    assert moves_in("It fell, and then grew by no more than that.", "en") == (1, 1)


@pytest.mark.parametrize("figure", [Figure("3"), Figure("-0.5", "%"), Figure("28000", "kg", "over", "rose")])
def test_a_figure_is_read_as_it_is_written(figure: Figure) -> None:
    assert Figure.parsed(str(figure)) == figure


@pytest.mark.parametrize("text", ["", "rose", "over", "3 rose kg", "3 4"])
def test_whatever_is_written_is_read(text: str) -> None:
    assert Figure.parsed(text).number in ("", "3")
