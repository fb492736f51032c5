"""Dates, numbers and plurals in the reader's language, with the precision that they were given."""

from decimal import Decimal

import pytest

from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData
from generator.model.enums import Qualifier
from generator.model.locale import Locale, countries_named
from generator.model.period import parse_period
from generator.model.records import Bilingual
from tests.support.small import ROOT


def in_both(phrases: dict[str, object]) -> dict[str, Locale]:
    return {language: Locale(language, phrases) for language in ("nl", "en")}


OURS = {
    language: Locale(language, read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value)
    for language in ("nl", "en")
}
"""With the phrases of the project: those for parts of a year are part of how a date is printed."""


def test_a_span_of_years_within_one_year_is_that_year():
    assert {words.years(2020, 2020) for words in OURS.values()} == {"2020"}
    assert {words.years(2020, 2024) for words in OURS.values()} == {"2020–2024"}


BARE = in_both({"and": "+", "days": {"one": "{n} d", "other": "{n} dd"}})


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        pytest.param("2026-06-11", "11 juni 2026", "11 June 2026", id="a day"),
        pytest.param("2026-06-01", "1 juni 2026", "1 June 2026", id="the first of a month, which is not that month"),
        pytest.param("2026-06", "juni 2026", "June 2026", id="a month"),
        pytest.param("2026", "2026", "2026", id="a year"),
        pytest.param("2026-Q3", "derde kwartaal van 2026", "third quarter of 2026", id="a quarter"),
        pytest.param("2026-H1", "eerste helft van 2026", "first half of 2026", id="a half"),
        pytest.param("early-2027", "begin 2027", "early 2027", id="the first third of a year"),
        pytest.param("mid-2021", "medio 2021", "mid-2021", id="the middle of a year"),
        pytest.param("late-2026", "eind 2026", "late 2026", id="the last third of a year"),
        pytest.param("before-summer-2026", "voor de zomer van 2026", "before the summer of 2026", id="before summer"),
        pytest.param("2024/2025", "2024 – 2025", "2024 – 2025", id="two years"),
        pytest.param("late-2023/2024-03", "eind 2023 – maart 2024", "late 2023 – March 2024", id="two unlike ends"),
    ],
)
def test_a_date_is_printed_as_sharply_as_it_was_given(written, dutch, english):
    printed = {language: words.period(parse_period(written)) for language, words in OURS.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        pytest.param("2022-07-01", "op 1 juli 2022", "on 1 July 2022", id="a day"),
        pytest.param("2024-05", "in mei 2024", "in May 2024", id="a month"),
        pytest.param("2021-Q1", "in het eerste kwartaal van 2021", "in the first quarter of 2021", id="a quarter"),
        pytest.param("2026-H1", "in de eerste helft van 2026", "in the first half of 2026", id="a half"),
        pytest.param("late-2025", "eind 2025", "in late 2025", id="the last third of a year"),
        pytest.param("spring-2021", "in het voorjaar van 2021", "in the spring of 2021", id="a season"),
        pytest.param("2025", "in 2025", "in 2025", id="a year"),
        pytest.param("before-summer-2026", "voor de zomer van 2026", "before the summer of 2026", id="before summer"),
        pytest.param("2024-05/P2Y", "binnen 2 jaar na mei 2024", "within 2 years of May 2024", id="a duration"),
        pytest.param("2028/..", "niet voor 2028", "not before 2028", id="not before"),
        pytest.param("2024/2025", "van 2024 tot en met 2025", "from 2024 to 2025", id="two years"),
        pytest.param(
            "2024-Q1/2024-Q3",
            "van het eerste kwartaal van 2024 tot en met het derde kwartaal van 2024",
            "from the first quarter of 2024 to the third quarter of 2024",
            id="two quarters",
        ),
    ],
)
def test_when_something_happened_is_said_with_the_word_that_its_precision_needs(written, dutch, english):
    printed = {language: words.moment(parse_period(written)) for language, words in OURS.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        pytest.param("2021-Q1", "het eerste kwartaal van 2021", "the first quarter of 2021", id="a quarter"),
        pytest.param("2026-H1", "de eerste helft van 2026", "the first half of 2026", id="a half"),
        pytest.param("autumn-2021", "het najaar van 2021", "the autumn of 2021", id="a season"),
        pytest.param("mid-2025", "medio 2025", "mid-2025", id="a third of a year needs none"),
        pytest.param("2025-06-01", "1 juni 2025", "1 June 2025", id="nor a day"),
        pytest.param("2025", "2025", "2025", id="nor a year"),
    ],
)
def test_after_a_preposition_a_period_has_its_article(written, dutch, english):
    printed = {language: words.the(parse_period(written)) for language, words in OURS.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        pytest.param("2024-06-24", "op 24 juni 2024", "on 24 June 2024", id="a day"),
        pytest.param("2024-05", "eind mei 2024", "at the end of May 2024", id="a month, of which the last day counts"),
    ],
)
def test_what_a_source_of_a_month_adds_is_known_at_its_end(written, dutch, english):
    printed = {language: words.as_of(parse_period(written)) for language, words in OURS.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("written", "dutch", "english"),
    [
        pytest.param("2026-06-11", "11 jun 2026", "11 Jun 2026", id="a day gets a short month without a dot"),
        pytest.param("2024-05", "mei 2024", "May 2024", id="a month is no day"),
    ],
)
def test_a_publication_date_is_short(written, dutch, english):
    printed = {language: words.short_day(parse_period(written)) for language, words in BARE.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        pytest.param("1094", "1.094", "1,094", id="thousands are separated"),
        pytest.param("480000000", "480.000.000", "480,000,000", id="millions are separated twice"),
        pytest.param("98.9", "98,9", "98.9", id="a fraction follows the language's mark"),
        pytest.param("1.20", "1,20", "1.20", id="published decimals are kept"),
        pytest.param("12.00", "12,00", "12.00", id="published noughts are kept"),
        pytest.param("0.5", "0,5", "0.5", id="a fraction of one keeps its nought"),
        pytest.param("0", "0", "0", id="nought is a number"),
        pytest.param("-1500.5", "-1.500,5", "-1,500.5", id="a negative number keeps its sign"),
        pytest.param("2.675", "2,675", "2.675", id="nothing is rounded"),
    ],
)
def test_a_number_keeps_its_decimals_and_follows_the_language(number, dutch, english):
    printed = {language: words.number(Decimal(number)) for language, words in BARE.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("days", "dutch", "english"),
    [
        pytest.param(90, "+90 dd", "+90 dd", id="later is plus"),
        pytest.param(-31, "−31 dd", "−31 dd", id="brought forward is minus, with a real minus sign"),
        pytest.param(0, "0 dd", "0 dd", id="no days have no sign"),
        pytest.param(1, "+1 d", "+1 d", id="one day is singular"),
        pytest.param(-1, "−1 d", "−1 d", id="one day earlier is singular"),
        pytest.param(1461, "+1.461 dd", "+1,461 dd", id="thousands of days are separated"),
    ],
)
def test_a_slip_has_a_sign(days, dutch, english):
    printed = {language: words.slip(days) for language, words in BARE.items()}

    assert printed == {"nl": dutch, "en": english}


@pytest.mark.parametrize(
    ("n", "printed"),
    [
        pytest.param(1, "1 bridge", id="one is singular"),
        pytest.param(0, "0 bridges", id="none is plural"),
        pytest.param(2, "2 bridges", id="two is plural"),
        pytest.param(1200, "1,200 bridges", id="the number is printed by the rules of the language"),
    ],
)
def test_a_phrase_is_chosen_by_its_number(n, printed):
    words = Locale("en", {"count": {"one": "{n} bridge", "other": "{n} bridges"}})

    assert words.say("count", n=n) == printed


@pytest.mark.parametrize(
    ("value", "qualifier", "printed"),
    [
        pytest.param("1", None, "1 post", id="one post"),
        pytest.param("0", None, "0 posts", id="no posts"),
        pytest.param("400000", Qualifier.MORE_THAN, "more than 400,000 posts", id="a hedge goes before the number"),
    ],
)
def test_a_quantity_has_its_unit_and_its_hedge(value, qualifier, printed):
    phrases = {"units": {"posts": {"one": " post", "other": " posts"}}, "qualifiers": {"more-than": "more than"}}

    assert Locale("en", phrases).quantity(Decimal(value), "posts", qualifier) == printed


def test_a_unit_may_touch_its_number():
    words = Locale("nl", {"units": {"percent": {"one": "%", "other": "%"}}})

    assert words.quantity(Decimal("93.5"), "percent") == "93,5%"


@pytest.mark.parametrize("key", ["nothing", "state.nothing", "state.open.nothing"])
def test_a_missing_phrase_is_an_error_that_names_it(key):
    words = Locale("nl", {"state": {"open": "open"}})

    with pytest.raises(InvalidData, match=rf"data/words/nl\.yaml:1:1: the phrase '{key}' is missing"):
        words.say(key)


@pytest.mark.parametrize("phrase", ["on {dag}", "on {", "on {}", "on {day:x}"])
def test_a_phrase_that_names_what_it_is_not_given_is_an_error_with_what_it_is_given(phrase):
    words = Locale("en", {"told": phrase})

    with pytest.raises(InvalidData, match=r"Values that it is given: \{day\}\."):
        words.say("told", day="11 June")


def test_braces_in_a_value_are_not_filled_in():
    words = Locale("en", {"told": "told by {source}"})

    assert words.say("told", source="{title} {0}") == "told by {title} {0}"


@pytest.mark.parametrize(
    ("entries", "listed"),
    [
        pytest.param([], "", id="nothing is nothing"),
        pytest.param(["a"], "a", id="one stands alone"),
        pytest.param(["a", "b"], "a + b", id="two are joined by the word for and"),
        pytest.param(["a", "b", "c"], "a, b + c", id="of three the first two have a comma"),
    ],
)
def test_a_list_ends_with_the_word_for_and(entries, listed):
    assert BARE["nl"].listed(entries) == listed


def test_a_text_is_given_in_the_language_of_the_page():
    bridge = Bilingual(nl="Brug", en="Bridge")

    assert {language: words.text(bridge) for language, words in BARE.items()} == {"nl": "Brug", "en": "Bridge"}


@pytest.mark.parametrize(
    ("nl", "en", "numbers"),
    [
        pytest.param("Brazilië", "Brazil", {"076"}, id="by both names"),
        pytest.param("Brazilië", "Brasil", {"076"}, id="by one of them"),
        pytest.param("Brazilië", "Peru", {"076", "604"}, id="two, if the names differ"),
        pytest.param("Ruritanië", "Ruritania", set(), id="none"),
    ],
)
def test_a_country_is_known_by_its_name_in_either_language(nl: str, en: str, numbers: set[str]) -> None:
    assert countries_named(Bilingual.model_validate({"nl": nl, "en": en})) == numbers
