"""What is remembered comes back as it was, in a file that changes only where something changed."""

import json

import pytest

from generator.model.enums import Match, Stage
from generator.model.period import parse_period
from generator.watch.announcement import Announcement, Bookmark
from generator.watch.http import Validators
from generator.watch.identifiers import Identity
from generator.watch.state import Cursor, Finding, cursor_of, text_of

FOUND = Finding(
    Announcement(
        "house:1", Identity(frozenset({"house:1", "kst-99123-7"}), frozenset({"een brief | 2026-09-24"})),
         "kst-99123-7", "Een “brief” – nr. 7",
        parse_period("2026-09-24"), True, "https://example.nl/7", (("xml", "https://example.nl/7.xml"),),
    ),
    Match.CERTAIN, Stage.TEXT, "house", "kst-99123-7.xml", "https://example.nl/7.xml", "ab" * 32,
)  # fmt: skip
WAITING = Finding(Announcement("house:2", Identity(frozenset({"house:2"}))), Match.DOUBTFUL, Stage.ANNOUNCED, "house")
CURSOR = Cursor(
    {"house": Bookmark("https://example.nl/?skiptoken=1", Validators('"a"', "Thu")), "search": Bookmark()},
    (FOUND, WAITING),
)


@pytest.mark.parametrize("cursor", [Cursor(), CURSOR], ids=["nothing", "papers and places"])
def test_a_cursor_comes_back_as_it_was(cursor: Cursor) -> None:
    assert cursor_of(text_of(cursor)) == cursor


def test_the_file_is_the_same_for_the_same_cursor_and_reads_well_in_a_comparison() -> None:
    text = text_of(CURSOR)
    other = text_of(Cursor(dict(reversed(CURSOR.bookmarks.items())), CURSOR.findings))

    assert text == other
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert '"title": "Een “brief” – nr. 7"' in text.replace('\\"', '"')


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"services": {}}', '{"services": [], "papers": []}', '{"services": {}, "papers": [1]}'],
)
def test_a_damaged_file_is_told_and_nothing_is_guessed(text: str) -> None:
    with pytest.raises(ValueError, match="it is damaged"):
        cursor_of(text)
