"""A file has one form: the same values and every comment, in whatever way it was written."""

import re
from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.archive.yaml_comments import comments_of
from generator.archive.yaml_format import laid_out
from generator.archive.yaml_loader import read_yaml
from generator.diagnostics.diagnostic import InvalidData
from generator.model.files import FILES
from generator.model.milestone import Milestone
from generator.model.records import Indicator, Statement, ThemeText
from generator.model.settings import Name
from generator.model.source import Source
from generator.model.types import Record
from tests.support.small import SMALL

MODELS: list[tuple[type[Record] | None, bool]] = [(None, False), *((file.model, file.many) for file in FILES)]
NAMES = sorted({name for model, _ in MODELS if model for name in model.model_fields} | {"nl", "en", "one", "other"})
ODD = ["2025", "mid-2021", "true", "no", "null", "~", "", "a: b", "# c", "brief#p-1", "https://w.nl/a,b", "one\ntwo\n"]
PIECES = ["sluis", "\n", " ", "\t", '"', "'", "\\", "\u2028", "#", ": ", "- ", "é", "𝄞", "\u00a0"]
TEXTS = st.sampled_from(ODD) | st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES) | TEXTS, inner, max_size=4),
    max_leaves=25,
)
RECORDS = st.lists(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6), max_size=4)
FILES_OF_SMALL = {"statements": (Statement, True), "indicators": (Indicator, True), "milestones": (Milestone, True)}


def dumped(value: Any, draw: st.DrawFn) -> str:
    """The value in any of the ways in which YAML may be written."""
    text = yaml.safe_dump(
        value,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        width=draw(st.sampled_from([20, 80, 1000])),
        indent=draw(st.sampled_from([2, 4])),
        allow_unicode=True,
        sort_keys=False,
    )
    return text.removesuffix("...\n")


def commented(text: str, draw: st.DrawFn) -> str:
    """The text with comments in some of the places where YAML lets one stand: where a line ends between two tokens."""
    tokens = [token for token in yaml.scan(text) if token.start_mark.index < token.end_mark.index]
    ends = [0, *(token.end_mark.index for token in tokens)]
    gaps = zip(ends, [*(token.start_mark.index for token in tokens), len(text)], strict=True)
    places = [end + match.start() for end, start in gaps for match in re.finditer("\n", text[end:start])]
    chosen = sorted(draw(st.lists(st.sampled_from(places), max_size=6)) if places else [], reverse=True)
    for n, at in enumerate(chosen):
        new = f"# c{n} é" if draw(st.booleans()) else f"# c{n}"
        margin = draw(st.sampled_from(["  ", "\n", "\n\n", "\n  ", "\n    ", "\n\t "]))
        text = f"{text[:at]}{margin}{new}{draw(st.sampled_from(['', ' ']))}{text[at:]}"
    return text


@st.composite
def written(draw: st.DrawFn) -> str:
    """Some values as somebody might write them, with comments."""
    if draw(st.booleans()):
        name = draw(st.sampled_from(sorted(FILES_OF_SMALL)))
        theme = draw(st.sampled_from(["ferries", "locks"]))
        text = (SMALL / f"data/themes/{theme}/{name}.yaml").read_text("utf-8")
        text = text if draw(st.booleans()) else dumped(read_yaml(text, "").value, draw)
    else:
        text = dumped(draw(RECORDS | VALUES), draw)
    try:
        before = read_yaml(text, "").value
        text = commented(text, draw)
        assume(read_yaml(text, "").value == before)
    except InvalidData:
        assume(False)
    return draw(st.sampled_from(["", "# yaml-language-server: $schema=x\n", "# All.\n\n", "---\n", "\n"])) + text


@given(text=written(), kind=st.sampled_from(MODELS), ends=st.sampled_from(["\n", "\r\n"]))
def test_the_form_has_the_same_values_and_every_comment_and_is_the_form_of_itself(
    text: str, kind: tuple[type[Record] | None, bool], ends: str
) -> None:
    form = laid_out(text.replace("\n", ends), *kind)

    assert read_yaml(form, "").value == read_yaml(text, "").value
    assert sorted(comments_of(form).all()) == sorted(comments_of(text).all())
    assert sorted(re.findall(r"# ?c\d", form)) == sorted(re.findall(r"# ?c\d", text))
    assert laid_out(form, *kind) == form
    assert [line for line in form.split("\n") if line != line.rstrip(" \t\r")] == []


LONG = "sluis " * 21
FORMS = [
    pytest.param(
        Statement,
        True,
        """
        - {cites: brief#p-1, kind: plan, when: "2025", text: {en: Lock, nl: 'Sluis'}, id: "lock"}
        -   id: no
        """,
        """
        - id: lock
          when: 2025
          kind: plan
          text: {nl: "Sluis", en: "Lock"}
          cites: brief#p-1

        - id: "no"
        """,
        id="keys follow the model, words are bare, texts are quoted, an empty line parts records",
    ),
    pytest.param(
        Statement,
        True,
        f"""
        - id: lock
          text:
            nl: >-
              Sluis {LONG}
              bij Oosterdam.
            en: "Lock"
          places: [a,
            b]
          cites:
            - {"x" * 60}#p-1
            - {"x" * 60}#p-2
        """,
        f"""
        - id: lock
          text:
            nl: "Sluis {LONG} bij Oosterdam."
            en: "Lock"
          places: [a, b]
          cites:
            - {"x" * 60}#p-1
            - {"x" * 60}#p-2
        """,
        id="a text stands on one line; what does not fit into 120 columns is a block",
    ),
    pytest.param(
        Indicator,
        True,
        """
        - id: waiting
          observations: [{value: 4.50, period: 2020, of: {lock: oosterdam}, cites: brief#p-1}]
        """,
        """
        - id: waiting
          observations:
            - {period: 2020, of: {lock: oosterdam}, value: 4.50, cites: brief#p-1}
        """,
        id="a small record stands on a line of its own",
    ),
    pytest.param(
        Milestone,
        True,
        """
        - id: lock   # why it is here
          reports:
            - cites: brief#p-1 # the passage
              says: announced
            # a list ends
        # the next
        - id: ferry
          reports: [{cites: brief#p-2,
            # inside
            says: done}, {cites: brief#p-3, says: done}]   # after
        # the end
        """,
        """
        - id: lock  # why it is here
          reports:
            - cites: brief#p-1  # the passage
              says: announced
            # a list ends

        # the next
        - id: ferry
          reports:  # after
            - cites: brief#p-2
              # inside
              says: done
            - {cites: brief#p-3, says: done}

        # the end
        """,
        id="a comment stays above or at the end of what it stood at; a record with one inside is a block",
    ),
    pytest.param(
        Milestone,
        True,
        """
        # yaml-language-server: $schema=x.json
        # The promises.

        # The first.
        -
          # Its title.
          title: {nl: Sluis, en: Lock}
          # Its id.
          id: lock
        """,
        """
        # yaml-language-server: $schema=x.json
        # The promises.

        # The first.
        # Its title.
        # Its id.
        - id: lock
          title: {nl: "Sluis", en: "Lock"}
        """,
        id="the schema stays first, and what is said of the file above it; a key takes its comment along",
    ),
    pytest.param(
        ThemeText,
        False,
        """
        terms: [sluis, "schutting"]
        map: {title: {nl: Kaart, en: Map}}

        standings: []
        related:
        """,
        """
        terms: ["sluis", "schutting"]
        related:
        map: {title: {nl: "Kaart", en: "Map"}}
        standings: []
        """,
        id="a record that is a file has no empty lines; what is empty stays so",
    ),
    pytest.param(
        Source,
        False,
        """
        url: "https://example.nl/a?b=1"
        reference: 12
        held: 'false'
        wrongly: [{a: b}]
        """,
        """
        reference: "12"
        url: https://example.nl/a?b=1
        held: false
        wrongly:
          - a: "b"
        """,
        id="an address is a word, a key that is not known comes last",
    ),
    pytest.param(
        None,
        False,
        """
        nav: {home: Begin, more: {"on": op}}
        days: {one: 'a day',
          other: '{n} days'}
        "404": Weg
        """,
        """
        nav:
          home: "Begin"
          more:
            "on": "op"
        days: {one: "a day", other: "{n} days"}
        "404": "Weg"
        """,
        id="phrases keep their order, one on a line but for the forms of one phrase",
    ),
    pytest.param(Name, True, "\n# none yet\n", "\n# none yet\n", id="an empty file keeps its comment"),
    pytest.param(Name, True, "\n[] # none yet", "\n[]\n# none yet\n", id="an empty list stays one"),
    pytest.param(Name, True, "", "\n", id="an empty file stays empty"),
]


@pytest.mark.parametrize(("model", "many", "text", "form"), FORMS)
def test_a_file_is_laid_out_so(model: type[Record] | None, many: bool, text: str, form: str) -> None:
    assert laid_out(dedent(text), model, many) == dedent(form)[1:]


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(InvalidData, match="a colon followed by a space"):
        laid_out("a: b: c\n", None)
