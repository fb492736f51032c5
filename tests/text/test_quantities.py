"""Numbers and dates have one normal form in Dutch and in English, however they are printed."""

import itertools
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import parse_period
from generator.text.language import months_of
from generator.text.quantities import QuantityKind, forms, quantities_in
from tests.support.cases import case_in, texts_in
from tests.support.small import CASES

FILES = sorted((CASES / "figures").glob("*.yaml"))
DAY = date(2026, 6, 11)


def cases() -> list[Any]:
    """Every case of tests/cases/figures/, named by its file, language and rule."""
    return [
        pytest.param(case, id=f"{file.stem}: {case['language']}, {case['why']}")
        for file in FILES
        for case in texts_in(file)
    ]


def found(text: str, language: str = "nl", published: date = DAY) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(numbers, dates) in a text."""
    figures = quantities_in(text, language, published)
    return forms(figures, QuantityKind.NUMBER), forms(figures, QuantityKind.DATE)


@pytest.mark.parametrize(
    ("text", "language", "soft"),
    [
        pytest.param("24,5 ton zand", "nl", ["24500"], id="in Dutch"),
        pytest.param("38 tonnes of sand", "en", ["38000"], id="in English"),
        pytest.param("two tonnes of sand", "en", ["2000"], id="in words"),
        pytest.param("2 ton euro", "nl", [], id="money is no weight"),
        pytest.param("38 tons of sand", "en", [], id="nor is a ton of another size"),
    ],
)
def test_tonnes_may_be_given_in_kilograms_as_well(text: str, language: str, soft: list[str]) -> None:
    assert [figure.form for figure in quantities_in(text, language, DAY) if figure.is_soft] == soft


@pytest.mark.parametrize("case", cases())
def test_a_figure_has_one_form(case: Any) -> None:
    told = found(case["text"], case["language"], date.fromisoformat(case["published"]))

    assert told == (tuple(case["numbers"]), tuple(case["dates"]))


def test_each_of_the_five_texts_and_both_languages_have_their_share_of_the_cases() -> None:
    every = [param.values[0] for param in cases()]
    sources = {case.get("source", "") for case in every}
    few = {source for source in sources if sum(case.get("source", "") == source for case in every) < 20}

    assert (len(sources), few, {case["language"] for case in every}) == (6, set(), {"nl", "en"})


@given(st.integers(0, 999_999_999))
def test_a_whole_number_is_found_however_it_is_grouped(number: int) -> None:
    grouped = f"{number:,}".replace(",", ".")
    written = str(number) if number > 2099 or number < 1900 else grouped

    assert found(f"Het waren er {grouped} of {written}.") == ((str(number),), ())
    assert found(f"There were {number:,} or {number:,} of them.", "en") == ((str(number),), ())


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["nl", "en"]))
def test_a_day_is_found_however_it_stands_in_a_sentence(day: date, language: str) -> None:
    sentence = f"Dat is op {day.day} {months_of(language)[day.month - 1]} {day.year} gebeurd."

    assert found(sentence, language) == ((), (str(day),))


@given(st.text("0123456789.,%€ -/()abjmunil", max_size=30), st.sampled_from(["nl", "en"]))
def test_whatever_stands_in_a_text_its_figures_are_plain_decimals_and_date_forms(text: str, language: str) -> None:
    numbers, dates = found(text, language)

    assert all(re.fullmatch(r"-?[0-9]+(?:\.[0-9]+)?", number) for number in numbers)
    assert [str(parse_period(form)) for form in dates] == list(dates)


@given(st.text(max_size=60), st.sampled_from(["nl", "en"]))
def test_a_figure_stands_where_it_says_and_no_two_overlap(text: str, language: str) -> None:
    spans = sorted({(figure.start, figure.end) for figure in quantities_in(text, language, DAY)})

    assert all(0 <= start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "language"),
    [("één van de sluizen", "nl"), ("de eerste sluis", "nl"), ("one of the locks", "en"), ("both locks", "en")],
)
def test_a_word_that_is_mostly_not_meant_as_a_number_is_evidence_but_needs_none(text: str, language: str) -> None:
    assert [figure.is_soft for figure in quantities_in(text, language, DAY)] == [True]


def test_a_case_says_what_it_shows_once() -> None:
    told = [(Path(file).stem, c["language"], c["why"]) for file in FILES for c in case_in(file)]

    assert len(told) == len(set(told)) >= 150
