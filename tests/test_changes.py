"""What a later edition knows that an earlier one did not, as typed values."""

from typing import Any

import pytest
from hypothesis import given

from generator.changes import Change, Kind, changes_between
from generator.editions import editions_of
from tests.described import LETTERS, TEXT, archive_of, report
from tests.invented import archives

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


def changes_of(**records: list[dict[str, Any]]) -> dict[str, list[Change]]:
    """The changes that each edition brought, by id."""
    editions = editions_of(archive_of({"sources": SOURCES, "themes": {"bridges": records}}))
    steps = zip((None, *editions), editions, strict=False)
    return {later.id: list(changes_between(earlier, later)) for earlier, later in steps}


def bridge(*reports: dict[str, str]) -> list[dict[str, Any]]:
    return [{"id": "bridge", "title": TEXT, "reports": list(reports)}]


def statement(id: str, source: str) -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"]}


def values(*told: tuple[str, str, str]) -> list[dict[str, Any]]:
    observations = [{"cites": f"{source}#p-1", "period": period, "value": value} for source, period, value in told]
    return [{"id": "posts", "title": TEXT, "unit": "posts", "definition": TEXT, "observations": observations}]


def change(kind: Kind, before: str | None = None, after: str | None = None, days: int | None = None) -> Change:
    return Change(kind, "milestone", "bridge", "bridges", before, after, days)


def value(kind: Kind, before: str | None, after: str) -> Change:
    return Change(kind, "indicator", "posts", "bridges", before, after)


@pytest.mark.parametrize(
    ("reports", "second", "third"),
    [
        pytest.param(
            [report("second", "announced", due="2027")],
            [change(Kind.NEW, after="2027")],
            [],
            id="what is announced for a date is new with that date",
        ),
        pytest.param(
            [report("second", "announced")],
            [change(Kind.NEW)],
            [],
            id="what is announced without a date is new without one",
        ),
        pytest.param(
            [report("first", "announced", due="2026"), report("second", "under-way", due="2027")],
            [change(Kind.MOVED, "2026", "2027", 365)],
            [],
            id="another due date is a move by so many days",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "under-way", due="2027")],
            [],
            [],
            id="a first due date moves nothing",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "done", done="2024-05")],
            [change(Kind.DONE, after="2024-05")],
            [],
            id="what is done is done once",
        ),
        pytest.param(
            [report("second", "done", done="2024-05")],
            [change(Kind.NEW), change(Kind.DONE, after="2024-05")],
            [],
            id="what is first heard of when it is done is new and done",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "dropped"), report("third", "dropped")],
            [change(Kind.DROPPED)],
            [],
            id="what is dropped is dropped once",
        ),
        pytest.param(
            [report("second", "announced", due="2026", recalled="true"), report("second", "under-way", due="2027")],
            [change(Kind.NEW, after="2027"), change(Kind.MOVED, "2026", "2027", 365)],
            [],
            id="a move that its only source recalls is new and moved",
        ),
    ],
)
def test_a_milestone_changes_in_the_edition_that_says_so(reports, second, third):
    changes = changes_of(milestones=bridge(*reports))

    assert [changes["2024-06-24"], changes["2026-06-11"]] == [second, third]


def test_falling_silent_and_coming_back_are_changes():
    spoken = [report("first", "announced"), report("third", "under-way")]
    changes = changes_of(milestones=bridge(*spoken), statements=[statement("tunnel", "second")])

    assert changes == {
        "2020-10-15": [change(Kind.NEW)],
        "2024-06-24": [Change(Kind.NEW, "statement", "tunnel", "bridges"), change(Kind.SILENT)],
        "2026-06-11": [change(Kind.BACK)],
    }


def test_a_silence_that_lasts_is_told_once():
    statements = [statement("tunnel", "second"), statement("dyke", "third")]
    changes = changes_of(milestones=bridge(report("first", "announced")), statements=statements)

    assert changes["2026-06-11"] == [Change(Kind.NEW, "statement", "dyke", "bridges")]


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        pytest.param(
            [("second", "2023", "3")],
            [value(Kind.NEW, None, "3")],
            id="the first value of a period is new",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2023", "5")],
            [value(Kind.NEW, None, "5")],
            id="the value of another period is new",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2019", "4")],
            [value(Kind.RESTATED, "3", "4")],
            id="another value for the same period restates the earlier",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2019", "3")],
            [],
            id="the same value for the same period changes nothing",
        ),
    ],
)
def test_a_value_is_new_or_restated_or_no_change(told, changes):
    changed = changes_of(indicators=values(*told))

    assert changed["2024-06-24"] == changes


@given(archives())
def test_nothing_changes_between_an_edition_and_itself(archive):
    changes = [changes_between(edition, edition) for edition in editions_of(archive)]

    assert changes == [() for _ in changes]


@given(archives())
def test_from_nothing_every_record_is_new(archive):
    edition = editions_of(archive)[-1] if editions_of(archive) else None
    new = [change for change in changes_between(None, edition) if change.kind is Kind.NEW] if edition else []
    known = [*edition.statements, *edition.milestones, *edition.indicators] if edition else []

    assert {change.id for change in new} == {record.id for record in known}


@given(archives())
def test_what_each_edition_adds_is_all_that_the_last_one_knows(archive):
    editions = editions_of(archive)
    steps = zip((None, *editions), editions, strict=False)
    new = [
        change.id for earlier, later in steps for change in changes_between(earlier, later) if change.kind is Kind.NEW
    ]
    last = [*editions[-1].statements, *editions[-1].milestones, *editions[-1].indicators] if editions else []

    assert sorted(new) == sorted(record.id for record in last)
