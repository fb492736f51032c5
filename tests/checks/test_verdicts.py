"""What may be claimed: each rule goes as far as it says, and no further. What breaks it is in tests/cases/refused."""

from typing import Any

import pytest

from generator.checks.run import problems_in
from generator.checks.verdicts import near_passages_were_seen, what_is_past_was_looked_for
from generator.documents.search.stems import hashed, stems_in
from tests.support.described import LETTERS, TEXT, archive_of, named, report

READ = {"id": "read", "when": "2020", "kind": "result", "text": TEXT, "cites": ["second#p-1"]}


def described(milestone: dict[str, Any], **more: Any) -> dict[str, Any]:
    record = {"id": "bridge", "title": named("Bridge"), **milestone}
    themes = {"bridges": {"milestones": [record]}, "tunnels": {"statements": [READ]}}
    return {"sources": LETTERS, "themes": themes, **more}


@pytest.mark.parametrize(
    "milestone",
    [
        pytest.param({"nature": "event", "owed_by": None}, id="nobody owes an event"),
        pytest.param({"nature": "event", "owed_by": "eu"}, id="though somebody may"),
        pytest.param({"measurable": "false", "why": TEXT}, id="what cannot be judged says why"),
    ],
)
def test_a_milestone_says_what_it_is(milestone: dict[str, Any]) -> None:
    archive = archive_of(described({**milestone, "reports": [report("first", "announced")]}))

    assert problems_in(archive) == []


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param([report("first", "announced", due="2030")], id="what is still ahead"),
        pytest.param([report("first", "announced")], id="what has no date"),
        pytest.param([report("first", "announced", due="2021"), report("second", "stalled")], id="what is mentioned"),
        pytest.param([report("first", "announced", due="2021"), report("second", "done")], id="what is done"),
    ],
)
def test_only_what_is_past_without_a_word_must_have_been_looked_for(reports: list[dict[str, str]]) -> None:
    archive = archive_of(described({"reports": reports, "looked": []}))

    assert list(what_is_past_was_looked_for(archive)) == []


def test_a_letter_that_is_not_entered_completely_need_not_be_searched() -> None:
    sources = [LETTERS[0], {**LETTERS[1], "passages": "2"}]
    milestone = {"reports": [report("first", "announced", due="2021")], "looked": []}

    assert list(what_is_past_was_looked_for(archive_of(described(milestone, sources=sources)))) == []


def test_a_paper_that_was_not_read_may_end_a_promise_with_or_without_its_day() -> None:
    papers = [{"id": "paper", "title": named("Paper"), "published": "2020-12-01"}]
    for day in ({"done": "2020-12-01"}, {}):
        end = {"cites": "register#paper", "says": "done", "basis": "exists-unread", **day}
        archive = archive_of(described({"reports": [report("first", "announced", due="2021"), end]}, references=papers))

        assert problems_in(archive) == []


def test_passages_without_hashes_are_near_to_nothing() -> None:
    archive = archive_of(described({"reports": [report("first", "announced")]}))

    assert list(near_passages_were_seen(archive)) == []


def test_a_near_passage_counts_once_it_has_hashes() -> None:
    archive = archive_of(described({"reports": [report("first", "announced")]}))
    (passage,) = archive.passages["second"].values()
    same = passage.model_copy(update={"stems": hashed(stems_in("Bridge", "nl"), "second")})
    other = passage.model_copy(update={"id": "p-2", "stems": hashed(stems_in("Tunnel", "nl"), "second")})
    archive.passages["second"].update({"p-1": same, "p-2": other})

    assert [found.rule.value for found in near_passages_were_seen(archive)] == ["near-passage"]
