"""What a source says of a milestone is put in words, each value only if the source gives it."""

import pytest

from generator.editions.milestones import KnownReport
from generator.model.milestone import Report
from generator.model.source import Source
from generator.pages.views.milestones.said import SaidView, said_view
from generator.pages.views.parts import Label
from tests.support.described import TEXT
from tests.support.phrases import WORDS

LETTER = {"id": "letter", "kind": "letter", "title": TEXT, "published": "2024-06-24", "sender": TEXT, "held": "true"}


def said(**record: str) -> SaidView:
    """What is said in a letter."""
    report = Report.model_validate({"cites": "letter#p-1", **record})
    return said_view(KnownReport(Source.model_validate(LETTER), report), WORDS)


def label(name: str) -> Label:
    return Label(name, WORDS.say(f"says.{name}"))


@pytest.mark.parametrize(
    ("record", "view"),
    [
        pytest.param({"says": "stalled"}, SaidView(label("stalled"), False, None, None, False), id="a word alone"),
        pytest.param(
            {"says": "announced", "due": "mid-2025", "recalled": "true"},
            SaidView(label("announced"), True, "mid-2025", None, False),
            id="an earlier date that is recalled",
        ),
        pytest.param(
            {"says": "done", "done": "2022-05-06", "basis": "exists-unread", "cites": "register#plan"},
            SaidView(label("done"), False, None, "on 6 May 2022", True),
            id="based on a document that was not read",
        ),
    ],
)
def test_what_a_source_says_is_put_in_words(record, view):
    assert said(**record) == view
