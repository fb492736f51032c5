"""Records as values of the open data: a period in all its forms, and a milestone with what was derived from it."""

from datetime import date

import pytest

from generator.editions.history import Editions
from generator.model.period import parse_period
from generator.model.types import Bilingual
from generator.publish.open_data.parts import date_if, date_of, milestone_of, text_if, text_of
from tests.support.described import LETTERS, archive_of, named, report


@pytest.mark.parametrize(
    ("written", "first", "last", "edtf"),
    [
        ("mid-2021", date(2021, 5, 1), date(2021, 8, 31), "2021-38"),
        ("2024-05/P2Y", date(2024, 5, 1), date(2026, 5, 31), "2024-05/2026-05-31"),
        ("2028/..", date(2028, 1, 1), None, "2028/.."),
    ],
)
def test_a_period_has_all_its_forms(written: str, first: date, last: date | None, edtf: str) -> None:
    told = date_of(parse_period(written))

    assert (told.text, told.first, told.last, told.edtf) == (written, first, last, edtf)


def test_nothing_stays_nothing() -> None:
    text = Bilingual.model_construct(nl="Brug", en="Bridge")

    assert (date_if(None), text_if(None), text_if(text)) == (None, None, text_of(text))


def test_a_milestone_carries_its_verdicts_and_what_they_are_based_on() -> None:
    read = {"id": "read", "when": "2020", "kind": "result", "text": named("T"), "cites": ["second#p-1"]}
    bridge = {"id": "bridge", "title": named("Bridge"), "reports": [report("first", "announced", due="2021")]}
    papers = [{"id": "paper", "title": {"nl": "Een term", "en": "A term"}, "published": "2022-01-01"}]
    themes = {"bridges": {"milestones": [bridge]}, "tunnels": {"statements": [read]}}
    edition = Editions(archive_of({"sources": LETTERS, "themes": themes, "references": papers}))[-1]
    told = milestone_of(edition.milestones[0], edition).model_dump(mode="json")

    assert {
        key: told[key] for key in ("outcome", "support", "schedule", "schedule_days", "unread", "unread_of_theme")
    } == {
        "outcome": "past-not-mentioned",
        "support": "none",
        "schedule": "past",
        "schedule_days": 906,
        "unread": 1,
        "unread_of_theme": ["paper"],
    }
    assert told["absence"] == {"kind": "not-mentioned", "since": "first", "later": ["second"], "spoken_of": []}
    assert [looked["source"] for looked in told["looked"]] == ["second"]
