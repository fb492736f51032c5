"""What was probably meant is spelt out, and always in a form that is read."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.value_hints import suggestion
from generator.diagnostics.diagnostic import Miswritten
from generator.model.period import parse_period
from generator.model.types import parse_citation, parse_decimal, parse_id, parse_switch

PARSERS: dict[str, Callable[[str], Any]] = {
    "date": parse_period, "number": parse_decimal, "id": parse_id, "citation": parse_citation, "switch": parse_switch,
}  # fmt: skip


def suggested(kind: str, written: str) -> str:
    with pytest.raises(Miswritten) as fault:
        PARSERS[kind](written)
    return suggestion(fault.value, written)


@pytest.mark.parametrize(
    ("kind", "written", "form"),
    [
        ("date", "11 juni 2026", "2026-06-11"), ("date", "June 11, 2026", "2026-06-11"),
        ("date", "11-06-2026", "2026-06-11"), ("date", "11/6/2026", "2026-06-11"), ("date", "6/13/2026", "2026-06-13"),
        ("date", "2026/06/11", "2026-06-11"), ("date", "2026-6-1", "2026-06-01"), ("date", "06/2026", "2026-06"),
        ("date", "juni 2026", "2026-06"), ("date", "Q3 2026", "2026-Q3"), ("date", "2026-K3", "2026-Q3"),
        ("date", "h1 2026", "2026-H1"), ("date", "derde kwartaal 2026", "2026-Q3"), ("date", "eind 2026", "late-2026"),
        ("date", "2027/2026", "2026/2027"), ("date", "２０２６", "2026"),
        ("number", "4,5", "4.5"), ("number", "28 000", "28000"), ("number", "1.000.000", "1000000"),
        ("number", "1.000.000,5", "1000000.5"), ("number", "1,234,567", "1234567"), ("number", "+7", "7"),
        ("number", "07", "7"), ("number", ".5", "0.5"), ("number", "1_000", "1000"), ("number", "-4,5", "-4.5"),
        ("switch", "ja", "true"), ("switch", "No", "false"),
    ],
)  # fmt: skip
def test_the_right_form_is_spelt_out(kind: str, written: str, form: str) -> None:
    assert suggested(kind, written) == f"Write {form}."


@pytest.mark.parametrize(
    ("kind", "written", "hint"),
    [
        pytest.param("number", "12%", "Write 12; '%' belongs to the indicator's `unit` or `qualifier`.", id="a sign"),
        pytest.param("number", "ca. 12", "Write 12; 'ca.' belongs to the indicator's `unit` or `qualifier`.",
                     id="a hedge"),
        pytest.param("number", "28,000",
                     "Write 28000 if the comma separates thousands, 28.000 if it separates decimals.",
                     id="what can be read in two ways"),
        pytest.param("number", "1,4 miljard", "Write 1400000000, or 1.4 where the indicator's `unit` says miljard.",
                     id="a number in words"),
        pytest.param("date", "zomer 2026", "Write summer-2026.", id="a season"),
        pytest.param("date", "2026-02-30", "2026-02 has 28 days. Write the day that the source states, or only "
                     "2026-02.", id="a day that does not exist"),
        pytest.param("id", "Één Pier", "Write een-pier: lower-case letters, digits and single hyphens.", id="an id"),
        pytest.param("citation", "a#b, c#d", "Write [a#b, c#d].", id="a list without brackets"),
        pytest.param("citation", "a # b", "Write a#b, without spaces or capitals.", id="a citation with spaces"),
        pytest.param("citation", "#b", "Write the id of the source, which is the name of its file in data/sources/, "
                     "then # and the id of the passage.", id="a passage without its source"),
        pytest.param("date", "soon", "Write 2026-06-11, 2026-06, 2026-Q3, 2026-H1, 2026, early-2026, mid-2026, "
                     "late-2026, spring-2026, before-summer-2026, after-summer-2026, 2026-06/P2Y, 2028/.. "
                     "or A/B.", id="nothing known is guessed"),
        pytest.param("switch", "perhaps", "Write true or false.", id="nor here"),
    ],
)  # fmt: skip
def test_what_needs_more_than_a_form_is_told(kind: str, written: str, hint: str) -> None:
    assert suggested(kind, written) == hint


@given(st.sampled_from(sorted(PARSERS)), st.text("0123456789-/.,# QqKkHh€%juniabA", max_size=14))
def test_a_form_that_is_suggested_alone_is_read(kind: str, written: str) -> None:
    try:
        PARSERS[kind](written)
    except Miswritten as fault:
        hint = suggestion(fault, written)
        form = hint.removeprefix("Write ").removesuffix(".")
        if " " not in form and "#…" not in form:
            PARSERS[kind](form)

        assert hint
