"""A part of a whole is one number; where it may be an ordinal as well, that is not lost."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numbers.parts import Part, parts_in

EN = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NL = ("derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende")
COUNTS = {"nl": "twee drie vier vijf zes zeven acht negen", "en": "two three four five six seven eight nine"}


@given(st.integers(2, 9), st.integers(3, 10))
def test_so_many_parts_are_their_quotient(count: int, whole: int) -> None:
    nl, en = (COUNTS[code].split()[count - 2] for code in ("nl", "en"))
    quotient = [round(count / whole, 3)] if count < whole else []

    for text in (f"{nl} {NL[whole - 3]}", f"{nl}{NL[whole - 3]}"):
        assert [float(part.value) for part in parts_in(text, "nl")] == quotient
    for text in (f"{en} {EN[whole - 3]}s", f"{en}-{EN[whole - 3]}s"):
        assert [float(part.value) for part in parts_in(text, "en")] == quotient


def test_a_part_stands_where_its_words_stand() -> None:
    assert list(parts_in("Ruim een derde van de kade.", "nl")) == [Part(Decimal("0.333"), 5, 14, False, True)]


@pytest.mark.parametrize(
    ("text", "code", "is_soft", "is_clear"),
    [
        ("twee derde", "nl", False, True),
        ("een kwart van de boten", "nl", True, True),
        ("three quarters of the boats", "en", True, True),
        ("driekwart van de boten", "nl", True, True),
        ("een kwart niet", "nl", True, True),
        ("de helft van de boten", "nl", True, True),
        ("ruim de helft", "nl", True, True),
        ("half of the boats", "en", True, True),
        ("half the boats", "en", True, True),
        ("more than half.", "en", True, True),
        ("daarna een derde.", "nl", True, False),
        ("then a third.", "en", True, False),
    ],
)
def test_what_is_often_said_otherwise_is_soft_and_what_may_be_an_ordinal_is_not_clear(
    text: str, code: str, is_soft: bool, is_clear: bool
) -> None:
    assert [(part.is_soft, part.is_clear) for part in parts_in(text, code)] == [(is_soft, is_clear)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("een derde sluis", "nl"),
        ("de eerste drie kwartalen", "nl"),
        ("kwart voor drie", "nl"),
        ("a third lock", "en"),
        ("three quarters of 2025", "en"),
        ("the first three quarters of the year", "en"),
        ("pagina 1/3", "nl"),
        ("4/3 van", "nl"),
        ("de tweede helft", "nl"),
        ("op de helft", "nl"),
        ("de helft van het jaar", "nl"),
        ("driekwart miljoen", "nl"),
        ("the second half of the match", "en"),
        ("half of 2025", "en"),
        ("half of last year", "en"),
        ("two and a half.", "en"),
        ("half an hour", "en"),
        ("a half-hearted try", "en"),
    ],
)
def test_what_only_looks_like_a_part_is_none(text: str, code: str) -> None:
    assert list(parts_in(text, code)) == []
