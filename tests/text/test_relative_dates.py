"""Words such as `a year earlier` mean a period that was just named, or one seen from the day of publication."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import parse_period
from generator.text.quantities import QuantityKind, quantities_in
from generator.text.relative_dates import may_mean, without_parts

JANUARY, MARCH, JULY, DECEMBER = (date(2024, month, 20) for month in (1, 3, 7, 12))


def read(text: str, published: date = JULY, code: str = "nl") -> list[str]:
    return sorted(may_mean(text, code, published))


@pytest.mark.parametrize(
    ("nl", "en", "forms"),
    [
        pytest.param("In 2021 voeren er 90 boten, een jaar eerder 80.", "In 2021 90 boats sailed, a year earlier 80.",
                     ["2020"], id="a year before one"),
        pytest.param("In de eerste helft van 2021 90 boten, een jaar eerder 80.",
                     "In the first half of 2021 90 boats, one year earlier 80.", ["2020-H1"], id="a half before one"),
        pytest.param("In het derde kwartaal van 2021 90, het jaar daarvoor 80.",
                     "In the third quarter of 2021 90, the year before 80.", ["2020-Q3"], id="a quarter"),
        pytest.param("In de eerste drie maanden van 2021 90, het jaar ervoor 80.",
                     "In the first three months of 2021 90, in the previous year 80.", ["2020-01/2020-03"],
                     id="months"),
        pytest.param("Op 29 februari 2020 90, een jaar eerder 80.", "On 29 February 2020 90, a year earlier 80.",
                     ["2019-02"], id="a day, or the month of one that there was not"),
        pytest.param("In 2021 90, twee jaar eerder 80.", "In 2021 90, two years earlier 80.", ["2019"], id="two years"),
        pytest.param("In 2019 90, drie jaar later 80.", "In 2019 90, three years later 80.", ["2022"],
                     id="years after"),
        pytest.param("In 2019 90, het jaar daarop 80.", "In 2019 90, the following year 80.", ["2020"], id="the next"),
        pytest.param("In 2015 90, in 2021 80, het jaar daarvoor 70.", "In 2015 90, in 2021 80, the year before 70.",
                     ["2020"], id="it is counted from what was named last"),
        pytest.param("Dit jaar 90 boten. Dat is meer dan het jaar daarvoor.",
                     "This year 90 boats. That is more than in the previous year.", ["2023"],
                     id="also from what was named by a word"),
        pytest.param("In 2021 90, een jaar eerder 80; 9 rood, een jaar eerder 8.",
                     "In 2021 90, a year earlier 80; 9 red, a year earlier 8.", ["2020"], id="twice it means the same"),
        pytest.param("In 2021 90. Een jaar eerder, in 2020, 80.", "In 2021 90. A year earlier, in 2020, 80.", [],
                     id="a date beside it says what it means"),
        pytest.param("In 2021 90. Een jaar eerder 80; 2019 was een goed jaar.",
                     "In 2021 90. A year earlier 80; 2019 was a good year.", ["2020"], id="not one that only follows"),
        pytest.param("In 2021 ging het een jaar eerder dan gepland open.", "In 2021 it was a year earlier than due.",
                     [], id="earlier than planned is no date"),
        pytest.param("In 2021 enkele jaar eerder.", "In 2021 some years earlier.", [], id="some years are no number"),
        pytest.param("Twee jaar geleden 90 boten.", "Two years ago 90 boats.", ["2022"], id="ago is from publication"),
    ],
)  # fmt: skip
def test_so_many_years_before_or_after_what_was_named(nl: str, en: str, forms: list[str]) -> None:
    assert (read(nl), read(en, code="en")) == (forms, forms)


@pytest.mark.parametrize(
    ("published", "forms"),
    [
        pytest.param(DECEMBER, ["2023"], id="it is the year before"),
        pytest.param(MARCH, ["2022", "2023"], id="or in the first half of a year that before the last whole one"),
    ],
)
def test_where_nothing_was_named_a_year_earlier_is_seen_from_the_publication(published: date, forms: list[str]) -> None:
    assert read("Een jaar eerder waren er 80 boten.", published) == forms
    assert read("A year earlier there were 80 boats.", published, "en") == forms


def test_a_year_later_than_nothing_is_no_date() -> None:
    assert read("Een jaar later waren er 80.") == read("A year later there were 80.", code="en") == []


@pytest.mark.parametrize(
    ("nl", "en", "forms"),
    [
        pytest.param("In de eerste zes maanden van dit jaar 90, in dezelfde periode vorig jaar 80.",
                     "In the first six months of this year 90, in the same period last year 80.",
                     ["2023-01/2023-06"], id="of last year"),
        pytest.param("In de eerste helft van 2022 90, in dezelfde periode vorig jaar 80.",
                     "In the first half of 2022 90, in the same period last year 80.",
                     ["2021-H1", "2023-H1"], id="of the year before publication, or before what was named"),
        pytest.param("In het eerste kwartaal van 2022 90, in hetzelfde kwartaal van het jaar ervoor 80.",
                     "In the first quarter of 2022 90, in the same quarter of the previous year 80.",
                     ["2021-Q1"], id="of the year before"),
        pytest.param("In het tweede kwartaal van 2022 90, in dezelfde periode van 2019 80.",
                     "In the second quarter of 2022 90, in the same period of 2019 80.", ["2019-Q2"], id="of a year"),
        pytest.param("In dezelfde periode vorig jaar 80.", "In the same period last year 80.",
                     ["2023-01/2023-07", "2023-H1"], id="where none was named, of the year up to now"),
        pytest.param("Het afgelopen halfjaar 90, in dezelfde periode vorig jaar 80.",
                     "In the past half-year 90, in the same period last year 80.",
                     ["2023-01/2023-07", "2023-H1", "2024-H1"], id="of the half-year that has ended"),
    ],
)  # fmt: skip
def test_the_same_part_of_another_year(nl: str, en: str, forms: list[str]) -> None:
    assert (read(nl), read(en, code="en")) == (forms, forms)


@pytest.mark.parametrize(
    ("published", "forms"),
    [
        pytest.param(JANUARY, ["2024-01/2024-01"], id="in January a month"),
        pytest.param(MARCH, ["2024-01/2024-03"], id="in March three"),
        pytest.param(date(2024, 4, 3), ["2024-01/2024-04", "2024-Q1"], id="just after a quarter that quarter too"),
        pytest.param(date(2024, 6, 3), ["2024-01/2024-06"], id="but not long after it"),
        pytest.param(JULY, ["2024-01/2024-07", "2024-H1"], id="in July the half-year"),
        pytest.param(date(2024, 10, 3), ["2024-01/2024-09", "2024-01/2024-10"], id="in October nine months"),
        pytest.param(DECEMBER, ["2024-01/2024-12"], id="in December the year"),
    ],
)
def test_so_far_this_year_is_up_to_the_publication(published: date, forms: list[str]) -> None:
    assert read("Dit jaar tot nu toe 90 boten.", published) == forms
    assert read("So far this year 90 boats have sailed.", published, "en") == forms


@pytest.mark.parametrize(
    ("nl", "en", "forms"),
    [
        pytest.param("Tot nu toe zijn 9 van de 11 sluizen open.", "So far 9 of the 11 locks are open.", [],
                     id="alone it may be for ever"),
        pytest.param("Tot nu toe 90 boten, ten opzichte van 80 in 2023.", "So far 90 boats, compared to 80 in 2023.",
                     ["2023-01/2023-07", "2023-H1", "2024-01/2024-07", "2024-H1"],
                     id="beside another year it is this one, and that one as far or whole"),
        pytest.param("In de eerste helft van 2024 90 boten, tegen 80 in 2023.",
                     "In the first half of 2024 90 boats, against 80 in 2023.", ["2023-H1"],
                     id="a part of a year beside another year too"),
        pytest.param("In de eerste helft van 2024 90 boten, tegen 150 in heel 2023.",
                     "In the first half of 2024 90 boats, against 150 in all of 2023.", [], id="unless that is whole"),
        pytest.param("In de eerste helft van 2024 90 boten. Er zijn 5 tegen 4 in 2023.",
                     "In the first half of 2024 90 boats. There are 5 against 4 in 2023.", [],
                     id="or that is another sentence"),
    ],
)  # fmt: skip
def test_what_is_compared_may_be_as_long(nl: str, en: str, forms: list[str]) -> None:
    assert (read(nl), read(en, code="en")) == (forms, forms)


@pytest.mark.parametrize(
    ("published", "forms"),
    [
        pytest.param(JANUARY, ["2023-07/2024-01", "2023-H2"], id="shortly after a half-year that half-year"),
        pytest.param(MARCH, ["2023-09/2024-03"], id="or only the months before"),
        pytest.param(JULY, ["2024-01/2024-07", "2024-H1"], id="in July the first"),
    ],
)
def test_the_past_six_months_end_at_the_publication(published: date, forms: list[str]) -> None:
    assert read("De afgelopen zes maanden 90 boten.", published) == forms
    assert read("In the past six months 90 boats.", published, "en") == forms


@pytest.mark.parametrize(("published", "form"), [(JANUARY, "2023-Q4"), (MARCH, "2023-Q4"), (JULY, "2024-Q2")])
def test_the_past_quarter_is_the_last_that_has_ended(published: date, form: str) -> None:
    assert read("Het afgelopen kwartaal 90 boten.", published) == [form]
    assert form in read("In the past quarter 90 boats.", published, "en")


@pytest.mark.parametrize(
    ("nl", "en", "forms"),
    [
        pytest.param("In de eerste zes maanden 90 boten.", "In the first six months 90 boats.", ["2024-01/2024-06"],
                     id="of the year of publication"),
        pytest.param("In 2022 voeren er 150 boten, in het eerste kwartaal 90.",
                     "In 2022 150 boats sailed, 90 in the first quarter.", ["2022-Q1"], id="or of that just named"),
        pytest.param("In 2022 90; de eerste helft van het jaar daarvoor 80.",
                     "In 2022 90; the first half of the year before 80.", ["2021-H1"], id="or of the one before it"),
        pytest.param("In 2022 90, waarvan 80 in de eerste helft van dat jaar.",
                     "In 2022 90, 80 of them in the first half of that year.", ["2022-H1"],
                     id="of that year"),
        pytest.param("De eerste helft van de boten is rood.", "The first half of the boats is red.", [],
                     id="half of something else is no date"),
        pytest.param("In 2022 90; in het eerste kwartaal van 2023 80.", "In 2022 90; in the first quarter of 2023 80.",
                     [], id="nor is what has its year read again"),
    ],
)  # fmt: skip
def test_a_part_of_a_year_without_its_year(nl: str, en: str, forms: list[str]) -> None:
    assert (read(nl), read(en, code="en")) == (forms, forms)


@pytest.mark.parametrize(
    ("published", "form"),
    [
        pytest.param(JANUARY, "2023-Q4", id="in January it may be just past"),
        pytest.param(JULY, "2023-Q4", id="in July it is not"),
    ],
)
def test_a_quarter_that_has_just_ended_needs_no_year(published: date, form: str) -> None:
    forms = read("In het vierde kwartaal voeren er 90 boten.", published)

    assert (form in forms) is (published == JANUARY)


def test_what_the_text_names_is_not_given_again() -> None:
    assert read("In 2020 80, in 2021 90, een jaar eerder dus 80.") == []


PIECES = """
    In 2021 90, | op 29 februari 2020 | voor 2028 | eind 2021 | niet voor 2028 | in het najaar van 2020 | 90 boten.
    | het derde kwartaal | een jaar eerder | ² jaar eerder | 900 jaar eerder | 99 jaar later | twee jaar geleden
    | dezelfde periode vorig jaar | dit jaar | tot nu toe | ten opzichte van | in 2019 | afgelopen halfjaar
    | vorig kwartaal | de eerste helft van dat jaar | eerste elf maanden | binnen twee jaar | volgend jaar
    | hetzelfde kwartaal van het jaar ervoor | in dezelfde periode van 2020
"""
SENTENCES = st.lists(st.sampled_from(re.split(r"\s*\|\s*", PIECES.strip())), max_size=6).map(" ".join)


@given(SENTENCES, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_whatever_is_read_is_a_period_that_the_data_can_hold(text: str, published: date) -> None:
    for form in may_mean(text, "nl", published):
        assert parse_period(form).text == form


def test_words_of_another_language_mean_nothing() -> None:
    assert read("In 2021 90, a year earlier 80.") == read("In 2021 90, een jaar eerder 80.", code="en") == []


@pytest.mark.parametrize(
    ("code", "text", "rest"),
    [
        ("nl", "in het eerste kwartaal, 12", "in het ···············, 12"),
        ("en", "in the first six months, 12", "in the ················, 12"),
        ("en", "in the second half of the year", "in the ·······················"),
        ("nl", "in het eerste kwartaal van 2021", "in het eerste kwartaal van 2021"),
        ("nl", "in het eerste halfjaar van vorig jaar", "in het eerste halfjaar van vorig jaar"),
        ("en", "the first half of the boats", "the first half of the boats"),
    ],
)
def test_a_part_of_a_year_without_its_year_can_be_left_out_of_a_text(code: str, text: str, rest: str) -> None:
    assert without_parts(text, code) == rest


@pytest.mark.parametrize("text", ["past half-year report", "first half-year figures", "first-quarter yield"])
def test_half_a_year_within_a_longer_name_is_no_date(text: str) -> None:
    assert [q.form for q in quantities_in(text, "en", JULY) if q.kind is QuantityKind.DATE] == []


@pytest.mark.parametrize("text", ["halfjaarcijfers", "eerste kwartaalbericht", "jaarverslag", "afgelopen halfjaarnota"])
def test_nor_is_it_in_a_compound(text: str) -> None:
    assert [q.form for q in quantities_in(text, "nl", JULY) if q.kind is QuantityKind.DATE] == []


@pytest.mark.parametrize(
    ("nl", "en", "published", "forms"),
    [
        pytest.param("dit kwartaal", "this quarter", date(2024, 9, 30), ["2024-Q3"], id="this quarter"),
        pytest.param("deze maand", "this month", date(2024, 9, 30), ["2024-09"], id="this month"),
        pytest.param("vorige maand", "last month", date(2024, 3, 31), ["2024-02"], id="last month"),
        pytest.param("afgelopen maand", "past month", date(2024, 1, 1), ["2023-12"], id="in the year before"),
        pytest.param("deze maanden", "these months", JULY, [], id="months are none"),
        pytest.param("de maand van de kust", "the last month of the year", JULY, [], id="nor is one of something"),
    ],
)
def test_a_month_or_quarter_is_seen_from_the_publication(nl: str, en: str, published: date, forms: list[str]) -> None:
    assert (read(nl, published), read(en, published, "en")) == (forms, forms)


@pytest.mark.parametrize(
    ("nl", "en", "forms"),
    [
        pytest.param("voor het einde van het jaar", "by the end of the year", ["late-2024"], id="of publication"),
        pytest.param("In 2026 begint het, eind van het jaar niet.", "Not in 2026 and not at the end of the year.",
                     ["late-2024", "late-2026"], id="or the one that was named"),
        pytest.param("eind van het jaar 2026", "the end of the year 2026", [], id="which may be behind it"),
    ],
)  # fmt: skip
def test_the_end_of_the_year_is_that_of_one_year(nl: str, en: str, forms: list[str]) -> None:
    assert (read(nl), read(en, code="en")) == (forms, forms)


@pytest.mark.parametrize(
    "name", [("voorjaar", "spring"), ("zomer", "summer"), ("najaar", "autumn"), ("winter", "winter")]
)
def test_a_past_season_is_seen_from_the_publication(name: tuple[str, str]) -> None:
    years = {"spring": [2024], "summer": [2023, 2024], "autumn": [2023], "winter": [2023]}[name[1]]
    forms = [f"{name[1]}-{year}" for year in years]

    assert (read(f"afgelopen {name[0]}"), read(f"last {name[1]}", code="en")) == (forms, forms)


def test_what_is_counted_from_a_month_is_a_month() -> None:
    assert read("Deze maand 90 boten, een jaar eerder 80.") == ["2023-07", "2024-07"]
