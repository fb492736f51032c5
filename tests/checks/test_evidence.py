"""What a passage is evidence of: the figures that it names, the same or sharper, and those of what stands above it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.evidence import Evidence, evidence_of, joined
from generator.model.period import Period, parse_period
from generator.text.quantities import Quantity, QuantityKind
from tests.support.described import archive_of

ARCHIVE = archive_of({
    "sources": [
        {"id": "letter", "kind": "letter", "published": "2022-05-04", "passages": "1"},
        {"id": "report", "kind": "annual-report", "published": "2024-06", "covers": "2023", "passages": "1"},
    ],
    "themes": {},
})  # fmt: skip


def passage(source: str = "letter", **said: Any) -> Evidence:
    """What a passage that says so is evidence of."""
    return evidence_of(ARCHIVE.passages[source]["p-1"].model_copy(update=said), ARCHIVE.sources[source])


@pytest.mark.parametrize(
    ("said", "number", "stands"),
    [
        pytest.param({"numbers": ("28000",)}, "28000", True, id="a number that stands there"),
        pytest.param({"numbers": ("28000",)}, "28001", False, id="not another"),
        pytest.param({"numbers": ("28000",)}, "28", False, id="nor at another scale"),
        pytest.param({"numbers": ("3.90",)}, "3.90", True, id="a value has its decimals"),
        pytest.param({"numbers": ("3.90",)}, "3.9", False, id="no fewer"),
        pytest.param({"numbers": ("-37.4",)}, "-37.4", True, id="a value has its sign"),
        pytest.param({"numbers": ("-37.4",)}, "37.4", False, id="and not the other one"),
        pytest.param({"soft": ("1",)}, "1", True, id="a word that is mostly not meant as a number can be"),
        pytest.param({"dates": ("2021",)}, "2021", True, id="a bare year is a number"),
        pytest.param({"dates": ("2021-05",)}, "2021", False, id="a month is none"),
        pytest.param({"section": "Alle 18 sluizen"}, "18", True, id="the heading counts"),
        pytest.param({"section": "Achttien sluizen › Oosterdam"}, "18", True, id="and those above it, in Dutch"),
        pytest.param({"numbers": ("12",), "section": "Kosten (x € 1 mln.)"}, "12000000", True,
                     id="a heading may name the scale of its table"),
        pytest.param({"numbers": ("12",), "section": "Kosten (x € 1 mln.)"}, "12", True, id="whose numbers stay"),
        pytest.param({"numbers": ("12",), "section": "Kosten (x 1 miljard) › 1"}, "12000000000", True, id="or so"),
        pytest.param({"numbers": ("12.5",), "section": "Kosten x 1.000"}, "12500", True, id="or write the scale out"),
        pytest.param({"numbers": ("12",), "section": "Kosten in mln"}, "12000000", False, id="but must say so"),
    ],
)  # fmt: skip
def test_a_passage_is_evidence_of_a_number(said: dict[str, Any], number: str, stands: bool) -> None:
    assert passage(**said).has_number(Decimal(number)) is stands


@pytest.mark.parametrize(
    ("number", "power", "stands"),
    [
        pytest.param("18.1", 9, True, id="ten to the power of the unit, times the value"),
        pytest.param("18.10", 9, True, id="whatever its decimals"),
        pytest.param("18.1", 6, False, id="not another power"),
        pytest.param("18100000000", 9, False, id="nor the number itself"),
    ],
)
def test_a_value_in_millions_or_billions_stands_where_the_source_has_it(number: str, power: int, stands: bool) -> None:
    assert passage(numbers=("18100000000",)).has_number(Decimal(number), power) is stands


@pytest.mark.parametrize(
    ("form", "stands"),
    [
        pytest.param("3.9", True, id="it has the same value"),
        pytest.param("3.900", True, id="whatever its decimals"),
        pytest.param("007", False, id="a number with noughts in front is a slip"),
        pytest.param("8", False, id="another value is another figure"),
        pytest.param("2021", True, id="a bare year is a number"),
    ],
)
def test_a_number_in_a_text_stands_in_a_passage_if(form: str, stands: bool) -> None:
    assert passage(numbers=("3.90", "7"), dates=("2021",)).has(Quantity(QuantityKind.NUMBER, form, 0, 0)) is stands


@pytest.mark.parametrize(
    ("form", "stands"),
    [
        pytest.param("-37.4", True, id="it has the same sign"),
        pytest.param("37.4", True, id="a word such as fell may have its sign"),
        pytest.param("-8", False, id="but no sign is added"),
        pytest.param("-007", False, id="and one with noughts in front is a slip"),
    ],
)
def test_a_negative_number_stands_in_a_passage_if(form: str, stands: bool) -> None:
    assert passage(numbers=("-37.40", "8", "-7")).has(Quantity(QuantityKind.NUMBER, form, 0, 0)) is stands


@pytest.mark.parametrize(
    ("known", "claim", "stands"),
    [
        pytest.param("2021-05-04", "2021-05-04", True, id="a day on that day"),
        pytest.param("2021-05-04", "2021-05", True, id="a month on a day of it"),
        pytest.param("2021-05-04", "2021-Q2", True, id="so does a quarter"),
        pytest.param("2021-05", "2021-H1", True, id="and half a year on a month of it"),
        pytest.param("2021-Q2", "2021", True, id="and a year on its quarter"),
        pytest.param("2021-05", "2021-05-04", False, id="no day on its month"),
        pytest.param("2021-Q2", "2021-05", False, id="no month on its quarter"),
        pytest.param("2021", "2021-H1", False, id="nothing on its year"),
        pytest.param("2021-12/2022-01", "2021", False, id="nothing on what goes beyond it"),
        pytest.param("mid-2021", "mid-2021", True, id="a part of a year on its name"),
        pytest.param("2021-06", "mid-2021", False, id="and on nothing else"),
        pytest.param("2021-03", "before-summer-2021", False, id="nor does before summer"),
        pytest.param("mid-2021", "2021", True, id="a year on its part"),
        pytest.param("before-summer-2021", "2021-H1", False, id="no half year on a summer that ends later"),
        pytest.param("2021/2022", "2021/2022", True, id="an interval on itself"),
        pytest.param("2021-05 2022", "2021/2022", True, id="or on both its ends, also sharper ones"),
        pytest.param("2021", "2021/2022", False, id="not on one"),
        pytest.param("2021/2022", "2021", False, id="nor an end on its interval"),
        pytest.param("2021-01/2021-03", "2021-Q1", True, id="a quarter on its months"),
    ],
)
def test_a_date_rests_on_one_that_is_as_sharp_or_sharper(known: str, claim: str, stands: bool) -> None:
    assert passage(dates=tuple(known.split())).has_period(parse_period(claim), in_context=False) is stands


def test_what_relative_words_may_mean_is_evidence_as_well() -> None:
    evidence = passage(dates=("2021-H1",), relative=("2020-H1",))

    assert [evidence.has_period(parse_period(form)) for form in ("2020-H1", "2020", "2019-H1")] == [True, True, False]


def test_a_year_may_rest_on_a_number_and_nothing_sharper_does() -> None:
    evidence = passage(numbers=("2021",))

    assert (evidence.has_period(parse_period("2021")), evidence.has_period(parse_period("2021-01"))) == (True, False)


@pytest.mark.parametrize(
    ("claim", "in_context", "without"),
    [
        pytest.param("2024-06", True, False, id="the month of publication counts"),
        pytest.param("2023", True, False, id="so does the period covered"),
        pytest.param("2024", True, False, id="and what is rougher"),
        pytest.param("2023-01", False, False, id="but nothing sharper"),
        pytest.param("2022-Q1", True, True, id="what stands in the passage counts anyhow"),
    ],
)
def test_when_a_source_was_published_and_what_it_covers_is_context(claim: str, in_context: bool, without: bool) -> None:
    evidence, period = passage("report", dates=("2022-02",)), parse_period(claim)

    assert (evidence.has_period(period), evidence.has_period(period, in_context=False)) == (in_context, without)


def test_several_passages_are_evidence_of_what_each_names_and_of_nothing_else() -> None:
    together = joined([passage(numbers=("3.90",), dates=("2021-05",)), passage("report", soft=("1",), dates=("2022",))])

    assert together == Evidence(
        frozenset({"3.90", "1"}),
        (parse_period("2021-05"), parse_period("2022")),
        (parse_period("2022-05-04"), parse_period("2024-06"), parse_period("2023")),
    )
    assert joined([]) == Evidence(frozenset(), (), ())


FORMS = """
    2021-05-04 2022-01-01 2021-05 2021-06 2021-12 2021-Q2 2021-Q4 2022-Q1 2021-H1 2021-H2 2021 2022
    early-2021 mid-2021 late-2021 before-summer-2021 2021/2022 2021-05/2021-06 2021-12/2022-Q1 2021-H1/2021-12
"""
PERIODS = st.sampled_from([parse_period(form) for form in FORMS.split()])


@given(PERIODS, PERIODS)
def test_no_date_rests_on_one_that_is_rougher(known: Period, claim: Period) -> None:
    evidence = replace(passage(dates=(known.text,)), context=())

    assert not evidence.has_period(claim) or claim.first <= known.first <= known.last <= claim.last
