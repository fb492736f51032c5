"""A slip is told where it was made, not where the parser stumbled over it; no slip at all makes it stumble itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive.validate import read_records
from generator.archive.yaml_loader import read_yaml
from generator.archive.yaml_structure_hints import part_of
from generator.diagnostics.diagnostic import InvalidData
from generator.model.milestone import Milestone
from tests.support.small import SMALL

MILESTONES = (SMALL / "data/themes/ferries/milestones.yaml").read_text("utf-8")
RECORD = "- id: pier\n  when: 2022\n"


def told(text: str) -> list[str]:
    """Place, rule and way out of each problem."""
    try:
        read_yaml(text, "a.yaml")
    except InvalidData as refused:
        return [f"{p.location.line}:{p.location.column} {p.rule} {p.hint}" for p in refused.diagnostics]
    return []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(f"{RECORD}    kind: plan\n", "3:5 indentation Put 2 spaces in front of it.",
                     id="a key too deep"),
        pytest.param(f"{RECORD} kind: plan\n", "3:2 indentation Put 2 spaces in front of it.",
                     id="a key too shallow"),
        pytest.param("- a:\n    - b\n   - c\n", "3:4 indentation Put 4 spaces in front of it.",
                     id="an entry beside the others"),
        pytest.param("a:\n  - b\nc: d\n  e: f\n", "4:3 indentation Remove its indentation.",
                     id="a key under a key that has a value"),
        pytest.param(f"{RECORD}id: quay\n",
                     "3:1 hyphen Write - id: quay, and indent its other lines by two spaces.",
                     id="a record without its hyphen"),
        pytest.param("  when: 2022\n- id: quay\n", "1:3 hyphen Write - id: … above it, without indentation.",
                     id="the first record without its first line"),
        pytest.param("-id: pier\n  when: 2022\n", "1:1 missing-space Write - id: pier", id="no space after a hyphen"),
        pytest.param("- id:pier\n  when: 2022\n", "1:3 missing-space Write id: pier", id="no space after a colon"),
        pytest.param('- id: pier\n  nl "Pier"\n', '2:3 missing-space Write nl: "Pier"', id="no colon after a key"),
        pytest.param("- id pier\n  when: 2022\n", "1:3 missing-space Write id: pier", id="nor after the first key"),
        pytest.param("- id: pier\n  says done\n  due: 2022\n", "2:3 missing-space Write says: done",
                     id="nor after a key of one word"),
        pytest.param("- id: pier\n\twhen: 2022\n", "2:1 tab Indent with spaces: two for each level.", id="a tab"),
        pytest.param(f"{RECORD}>>>>>>> theirs\n",
                     "3:1 merge-conflict Keep the correct lines, and delete the lines of <, = and >.",
                     id="a mark of git"),
        pytest.param("- a: |\n    b: c: d\n    'e\n  f: g: h\n", '4:6 colon-in-text Write f: "g: h"',
                     id="not in a block of text, which may hold anything"),
        pytest.param('- a: {nl: "b",\n      en: "c"}\n  d: "e\n    f g"\n  h: @i\n', '5:6 needs-quotes Write "@i"',
                     id="not in values that go on over lines"),
        pytest.param("a:\n- b\n- c\nd: @e\n", '4:4 needs-quotes Write "@e"', id="not in a list under its key"),
        pytest.param('- nl: "Een"\n    pier"\n',
                     "2:5 not-yaml Move it into the text above, before the last quote mark.",
                     id="a line behind the end of its text"),
        pytest.param('- nl: "a\tb"\n  en "c"\n', '2:3 missing-space Write en: "c"',
                     id="a tab inside a text is no indentation"),
        pytest.param("a: b\n---\nc: d\n---\ne: f\n", "2:1 second-document Remove the line of three hyphens.",
                     id="a second document, and nothing after it"),
        pytest.param("- id: pier\n  id: quay\n", "2:3 repeated-key Delete one.", id="a key twice"),
        pytest.param(f"{RECORD}  kind: plan\n  id: quay\n  when: 2023\n",
                     "4:3 hyphen Replace the two spaces before it with a hyphen and a space.",
                     id="two records that became one are told once"),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_was_made(text: str, says: str) -> None:
    assert told(text) == [says]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("- a: |\n    b: c: d\n    'e\n  f: g\n", id="a block of text may hold anything"),
        pytest.param('- a: {nl: "b",\n      en: "c"}\n  d: "e\n    f: g"\n', id="values may go on over lines"),
        pytest.param("a:\n- b\n- c\nd: e\n", id="a list may stand under its key"),
        pytest.param("- - a\n  - b\n- c\n", id="lists may stand in lists"),
        pytest.param("# <<<<<<< is what git writes\na: b\n", id="a comment is no mark of git"),
        pytest.param("=======\n", id="nor is a line of equals signs alone"),
    ],
)
def test_what_is_right_is_no_slip(text: str) -> None:
    assert told(text) == []


def test_a_line_is_taken_apart() -> None:
    part = part_of('    - cites: "a"  ', 7)

    assert (part.line, part.indent, part.start, part.is_entry, part.key, part.value, part.column) == (
        7, 4, 6, True, "cites", '"a"', 13,
    )  # fmt: skip


@given(st.integers(0, len(MILESTONES)), st.integers(0, 3), st.text("\"'{}[],:#-&*!|>%@ \n\t“é", max_size=2))
def test_whatever_is_typed_or_lost_it_is_read_or_refused_in_the_file_with_a_way_out(
    at: int, lost: int, typed: str
) -> None:
    text = MILESTONES[:at] + typed + MILESTONES[at + lost :]
    try:
        read_records(read_yaml(text, "a.yaml"), Milestone)
    except InvalidData as refused:
        lines = text.count("\n") + 2

        assert [str(p) for p in refused.diagnostics if not p.hint or not 1 <= p.location.line <= lines] == []


def test_no_more_than_a_hundred_problems_of_a_file_are_told() -> None:
    assert len(told("- &a b\n" * 150)) == 100
