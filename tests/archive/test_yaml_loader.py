"""YAML is read as text with places; what guesses, refers, explodes or deceives is refused, and quickly."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData, Location
from tests.support.hostile import HOSTILE

TWO_PIERS = """\
- id: pier
  name: {nl: "Pier", en: Jetty}

- id: quay
  places: [north,
    south]
"""


def refusal(text: str) -> str:
    with pytest.raises(InvalidData) as refused:
        read_yaml(text, "a.yaml")
    return str(refused.value)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "true", "12:30", "1.000", "1_000", "0x10", "0o7", "1e3", "2022-06-11", "2022", ".inf", "Null"],
)
def test_every_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert read_yaml(f"a: {written}", "a.yaml").value == {"a": written}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("", None, id="nothing written is nothing"),
        pytest.param("~", None, id="a bare tilde is nothing"),
        pytest.param("null", None, id="a bare null is nothing"),
        pytest.param('"null"', "null", id="null in quotes is a word"),
        pytest.param("'~'", "~", id="a tilde in quotes is a tilde"),
        pytest.param('""', "", id="an empty text is a text"),
        pytest.param("! 12", "12", id="the tag that only says text is no tag"),
        pytest.param("|\n  one\n  two\n", "one\ntwo\n", id="a block keeps its lines"),
        pytest.param(">\n  one\n  two\n", "one two\n", id="a folded block joins them"),
        pytest.param("[]", [], id="a list may be empty"),
        pytest.param("{}", {}, id="so may a mapping"),
    ],
)
def test_a_value_is_nothing_text_list_or_mapping(written: str, value: object) -> None:
    assert read_yaml(f"a: {written}", "a.yaml").value == {"a": value}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n"])
def test_a_file_in_which_nothing_is_written_holds_nothing(text: str) -> None:
    assert read_yaml(text, "a.yaml").value is None


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        pytest.param((), 1, 1, id="the list as a whole"),
        pytest.param((0,), 1, 3, id="a record starts after its hyphen"),
        pytest.param((0, "id"), 1, 7, id="a value starts after its key"),
        pytest.param((0, "name", "nl"), 2, 14, id="a text in quotes starts at the quote"),
        pytest.param((0, "name", "en"), 2, 26, id="values on one line have their own columns"),
        pytest.param((1, "places", 1), 6, 5, id="an entry on the next line"),
        pytest.param((1, "kind"), 4, 3, id="what is not written stands where its record starts"),
        pytest.param((7, "name", "nl"), 1, 1, id="and a record that is not there where the list starts"),
    ],
)
def test_every_value_has_a_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert read_yaml(TWO_PIERS, "a.yaml").place(*path) == Location("a.yaml", line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        pytest.param((0, "name"), 2, 3, id="the key itself, not its value"),
        pytest.param((0, "name", "en"), 2, 22, id="inside braces"),
        pytest.param((1, "kind"), 4, 3, id="a key that is not written stands where its record starts"),
    ],
)
def test_every_key_has_a_place(path: tuple[str | int, ...], line: int, column: int) -> None:
    assert read_yaml(TWO_PIERS, "a.yaml").key_place(*path) == Location("a.yaml", line, column)


def test_columns_count_characters_whatever_the_line_ending() -> None:
    document = read_yaml("naam: é\r\nhaven: ë\r\n", "a.yaml")

    assert document.place("haven") == Location("a.yaml", 2, 8)


@given(
    st.recursive(
        st.text("ab c:#-'\"{}[],&*!|>%@é\n", max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
        max_leaves=8,
    )
)
def test_what_was_written_is_what_is_read(value: object) -> None:
    written = yaml.safe_dump(value, default_style='"', allow_unicode=True)

    assert read_yaml(written, "a.yaml").value == value


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_a_character_that_deceives_the_eye_is_refused_where_it_stands(character: str) -> None:
    assert refusal(f"a: b\nc: x{character}y") == (
        f"a.yaml:2:5: the character U+{ord(character):04X} is not allowed\n"
        "    It is invisible and can make a text look different from what it is. Delete it."
    )


def test_a_byte_order_mark_inside_a_file_is_refused() -> None:
    assert refusal("a: b\n\ufeffc: d").startswith("a.yaml:2:1: the character U+FEFF is not allowed")


SPACE = "characters without a space; at most 300 are read\n    Look for a missing space, or for what was pasted twice."
TOO_DEEP = "\n    Look for an extra bracket."


@pytest.mark.parametrize(
    ("hostile", "says"),
    [
        ("open brackets", f"a.yaml:1:13: values are nested more than 12 deep{TOO_DEEP}"),
        ("open braces", f"a.yaml:1:49: values are nested more than 12 deep{TOO_DEEP}"),
        ("hyphens in a row", f"a.yaml:1:25: values are nested more than 12 deep{TOO_DEEP}"),
        ("a file of three megabytes", "a.yaml:1:1: the file has 3,000,000 characters; at most 2,000,000 are read\n"
         "    Split it into several themes."),
        ("more values than anybody writes", "a.yaml:100000:3: the file has more than 100,000 values\n    Split it."),
        ("keys of keys of keys", "a.yaml:1:3: a key must be a plain word\n    Write one word before the colon."),
        ("a binary file", "a.yaml:1:1: the character U+0000 is not allowed\n    It is "
         "invisible and can make a text look different from what it is. Delete it."),
        ("a number word of a thousand parts", f"a.yaml:1:4: the text has 7,700 {SPACE}"),
        ("an e-mail address without end", f"a.yaml:1:4: the text has 6,000 {SPACE}"),
        ("a text as long as a book", "a.yaml:1:4: the text has 32,999 characters; at most 20,000 are read\n"
         "    Write it shorter, or as several records."),
        ("a key without end", f"a.yaml:1:1: the text has 500 {SPACE}"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused(hostile: str, says: str) -> None:
    assert refusal(HOSTILE[hostile]()) == says


def test_a_bomb_of_aliases_is_refused_and_multiplies_nothing() -> None:
    told = refusal(HOSTILE["a bomb of aliases"]()).splitlines()

    assert told[:4] == [
        "a.yaml:1:5: the anchor &a0 is not allowed",
        "    Remove it; a text that starts with & must be in double quotes.",
        "a.yaml:2:5: the anchor &a1 is not allowed",
        "    Remove it; a text that starts with & must be in double quotes.",
    ]
    assert len(told) == 2 * 100


@given(st.text(max_size=60))
def test_whatever_stands_in_a_file_it_is_read_or_refused_with_a_place(text: str) -> None:
    try:
        read_yaml(text, "a.yaml")
    except InvalidData as refused:
        lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + text.count("\u2029")

        assert all(1 <= diagnostic.location.line <= lines + 2 for diagnostic in refused.diagnostics)


def test_the_value_at_a_place_is_the_innermost_that_starts_there() -> None:
    document = read_yaml(TWO_PIERS, "a.yaml")

    assert document.path_at(Location("a.yaml", 1, 3)) == (0,)
    assert document.path_at(Location("a.yaml", 2, 14)) == (0, "name", "nl")
    assert document.path_at(Location("a.yaml", 3, 1)) is None
