"""A word is read by one strict parser or refused with what to write; what is read, no editor underlines."""

import re
from collections.abc import Callable
from decimal import Decimal

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.model.citation import Citation
from generator.model.period import parse_period
from generator.model.types import (
    CITATION,
    COUNT,
    ID,
    NUMBER,
    PERIOD,
    SWITCH,
    TEXT,
    Shape,
    parse_citation,
    parse_count,
    parse_decimal,
    parse_id,
    parse_switch,
    parse_text,
)
from tests.support.core_yaml import core_yaml

READ: dict[str, tuple[Shape, Callable[[str], object]]] = {
    "text": (TEXT, parse_text),
    "id": (ID, parse_id),
    "citation": (CITATION, parse_citation),
    "switch": (SWITCH, parse_switch),
    "count": (COUNT, parse_count),
    "number": (NUMBER, parse_decimal),
    "date": (PERIOD, parse_period),
}
WORDS = st.one_of(
    st.text("0123456789.-+eExo_", max_size=8),
    st.text("abefx0123456789-#/QH", max_size=12),
    *(st.from_regex(shape["pattern"], fullmatch=True) for shape, _ in READ.values()),
)


def taken(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True


def as_yaml_makes_it(text: str) -> object:
    """The value of the text without quotes; the text itself where it needs them."""
    try:
        [value] = core_yaml(f"- {text}")
    except (ValueError, yaml.YAMLError):
        return text
    return value if isinstance(value, str | int | float) else text


@pytest.mark.parametrize("kind", READ)
@given(text=WORDS)
def test_a_shape_takes_what_is_read_with_and_without_quotes(kind, text):
    shape, parse = READ[kind]
    plain = as_yaml_makes_it(text)
    assume(plain != "")
    written = [text] if isinstance(plain, bool) and kind in ("text", "id") else [text, plain]
    refused = [value for value in written if taken(parse, text) and not Draft7Validator(shape).is_valid(value)]

    assert refused == []


@pytest.mark.parametrize("kind", ["id", "citation", "switch", "count", "number", "date"])
@given(text=WORDS)
def test_a_text_that_a_shape_takes_is_read_unless_it_asks_for_arithmetic(kind, text):
    shape, parse = READ[kind]
    beyond = kind == "date" and ("/" in text or text.endswith("-02-29"))
    fits = Draft7Validator(shape).is_valid(text) and re.search(shape["pattern"], text) and not text.endswith("\n")

    assert beyond or not fits or taken(parse, text)


@pytest.mark.parametrize("word", ["true", "false"])
def test_a_text_that_is_only_true_or_false_wants_quotes_in_an_editor(word):
    [value] = core_yaml(f"- {word}")

    assert not Draft7Validator(TEXT).is_valid(value)
    assert Draft7Validator(TEXT).is_valid(word)


@pytest.mark.parametrize("text", ["a", "7", "lock-oosterdam", "2024-05", "a1-b2-3", "x" * 100])
def test_an_id_is_lower_case_words_joined_by_single_hyphens(text: str) -> None:
    assert parse_id(text) == text


@pytest.mark.parametrize(
    "text", ["", "-", "-a", "a-", "a--b", "A", "a_b", "a b", "a.b", "a/b", "..", "é", "a\n", "１", "x" * 101]
)
def test_what_could_not_be_an_address_is_no_id(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_id(text)

    assert str(refused.value) == f"{text!r} is not an id; write lower-case letters, digits and single hyphens"


def test_a_citation_is_a_source_and_a_passage() -> None:
    assert parse_citation("brief-2021-03-10#sluizen-1") == Citation("brief-2021-03-10", "sluizen-1")


@pytest.mark.parametrize("text", ["", "#", "a", "a#", "#b", "a#b#c", "a #b", "A#b", "a#b/c", "../a#b"])
def test_what_names_no_passage_is_no_citation(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_citation(text)

    example = "write source#passage, as in letter-2026-06-11#drones-1"
    assert str(refused.value) == f"{text!r} is not a citation; {example}"


@pytest.mark.parametrize("text", ["0", "7", "28000", "98.9", "1.20", "-14.24", "0.000001", "999999999999999"])
def test_a_number_keeps_the_decimals_it_was_written_with(text: str) -> None:
    assert str(parse_decimal(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", " 7", "+7", "--7", "07", "7.", ".7", "4,5", "1.000.000", "28 000", "1_000", "1e3", "0x10", "12%", "€ 3", "½",
     "NaN", "Infinity", "-", "9" * 16, "0.0000001", "1٣", "１"],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_is_no_number(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_decimal(text)

    way_out = "write 28000 or 98.9: a decimal point, no separator for thousands"
    assert str(refused.value) == f"{text!r} is not a number; {way_out}"


@given(st.decimals(-(10**15) + 1, 10**15 - 1, places=3, allow_nan=False))
def test_every_number_of_the_size_of_a_country_can_be_written(number: Decimal) -> None:
    assert parse_decimal(f"{number:f}") == number


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False)])
def test_a_switch_is_true_or_false(text: str, value: bool) -> None:
    assert parse_switch(text) is value


@pytest.mark.parametrize("text", ["", "yes", "no", "on", "1", "True", "TRUE", "true "])
def test_a_switch_is_nothing_else(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_switch(text)

    assert str(refused.value) == f"{text!r} is not a switch; write true or false"


def test_the_white_space_of_a_text_is_folded() -> None:
    assert parse_text("  Een  sluis\n  gaat\topen. ") == "Een sluis gaat open."


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u00a0"])
def test_a_text_of_spaces_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="the text is empty"):
        parse_text(text)
