"""Editors see the scalars of data/ as YAML makes them; what the strict reading takes, no editor underlines."""

import re
from collections.abc import Callable

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.model.parsers import parse_citation, parse_count, parse_decimal, parse_id, parse_switch, parse_text
from generator.model.period import parse_period
from generator.model.shapes import CITATION, COUNT, ID, NUMBER, PERIOD, SWITCH, TEXT, Shape
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
