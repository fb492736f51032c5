"""What a later edition knows that an earlier one did not, as typed values."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, note

from generator.editions.diff import Change, ChangeKind, applied, changes_between, difference, facts_of
from generator.editions.edition import Edition
from generator.editions.history import Editions
from tests.support.described import LETTERS, TEXT, archive_of, report
from tests.support.invented import archives

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


Told = tuple[str, str, str, str | None, str | None, int | None]
"""Of a change: its kind, subject and id, what stood before, what stands now, and by how many days a date moved."""


def told(change: Change) -> Told:
    return change.kind.value, change.subject, change.id, change.before, change.after, change.days


def changes_of(**records: list[dict[str, Any]]) -> dict[str, list[Told]]:
    """The changes that each edition brought to the records of a theme, by edition."""
    editions = Editions(archive_of({"sources": SOURCES, "themes": {"bridges": records}}))
    steps = zip((None, *editions), editions, strict=False)
    return {
        later.id: [told(c) for c in changes_between(earlier, later) if c.subject not in ("source", "theme")]
        for earlier, later in steps
    }


def bridge(*reports: dict[str, str]) -> list[dict[str, Any]]:
    return [{"id": "bridge", "title": TEXT, "reports": list(reports)}]


def statement(id: str, source: str) -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"]}


def values(*told: tuple[str, str, str]) -> list[dict[str, Any]]:
    observations = [
        {"cites": f"{source}#p-1", "period": period, "value": value, "note": TEXT} for source, period, value in told
    ]
    return [{"id": "posts", "title": TEXT, "unit": "posts", "definition": TEXT, "observations": observations}]


def change(kind: ChangeKind, before: str | None = None, after: str | None = None, days: int | None = None) -> Told:
    return kind.value, "milestone", "bridge", before, after, days


def value(kind: ChangeKind, before: str | None, after: str) -> Told:
    return kind.value, "indicator", "posts", before, after, None


def new_statement(id: str) -> Told:
    return "new", "statement", id, None, None, None


@pytest.mark.parametrize(
    ("reports", "second", "third"),
    [
        pytest.param(
            [report("second", "announced", due="2027")],
            [change(ChangeKind.NEW, after="2027")],
            [],
            id="what is announced for a date is new with that date",
        ),
        pytest.param(
            [report("second", "announced")],
            [change(ChangeKind.NEW)],
            [],
            id="what is announced without a date is new without one",
        ),
        pytest.param(
            [report("first", "announced", due="2026"), report("second", "under-way", due="2027")],
            [change(ChangeKind.REPORTED, after="2027"), change(ChangeKind.MOVED, "2026", "2027", 365)],
            [],
            id="another due date is a move by so many days",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "under-way", due="2027")],
            [change(ChangeKind.REPORTED, after="2027")],
            [],
            id="a first due date moves nothing",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "done", done="2024-05")],
            [change(ChangeKind.REPORTED), change(ChangeKind.DONE, after="2024-05")],
            [],
            id="what is done is done once",
        ),
        pytest.param(
            [report("second", "done", done="2024-05")],
            [change(ChangeKind.NEW), change(ChangeKind.DONE, after="2024-05")],
            [],
            id="what is first heard of when it is done is new and done",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "dropped"), report("third", "dropped")],
            [change(ChangeKind.REPORTED), change(ChangeKind.DROPPED)],
            [change(ChangeKind.REPORTED)],
            id="what is dropped is dropped once",
        ),
        pytest.param(
            [report("second", "announced", due="2026", recalled="true"), report("second", "under-way", due="2027")],
            [
                change(ChangeKind.NEW, after="2026"),
                change(ChangeKind.REPORTED, after="2027"),
                change(ChangeKind.MOVED, "2026", "2027", 365),
            ],
            [],
            id="a move that its only source recalls is new and moved",
        ),
        pytest.param(
            [report("first", "announced", due="2021")],
            [change(ChangeKind.OVERDUE)],
            [],
            id="what is not done by its date falls overdue",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("third", "announced", due="2027")],
            [change(ChangeKind.OVERDUE)],
            [
                change(ChangeKind.REPORTED, after="2027"),
                change(ChangeKind.MOVED, "2021", "2027", 2191),
                change(ChangeKind.REOPENED),
            ],
            id="what was overdue and has a new date is open again",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("third", "done", done="2025")],
            [change(ChangeKind.OVERDUE)],
            [change(ChangeKind.REPORTED), change(ChangeKind.DONE, after="2025")],
            id="what was overdue and is done is done",
        ),
        pytest.param(
            [report("second", "done"), report("third", "under-way")],
            [change(ChangeKind.NEW), change(ChangeKind.DONE)],
            [change(ChangeKind.REPORTED), change(ChangeKind.REOPENED)],
            id="what had been done and is under way is open again",
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
        "2020-10-15": [change(ChangeKind.NEW)],
        "2024-06-24": [new_statement("tunnel"), change(ChangeKind.SILENT)],
        "2026-06-11": [change(ChangeKind.REPORTED), change(ChangeKind.BACK)],
    }


def test_a_silence_that_lasts_is_told_once():
    statements = [statement("tunnel", "second"), statement("dyke", "third")]
    changes = changes_of(milestones=bridge(report("first", "announced")), statements=statements)

    assert changes["2026-06-11"] == [new_statement("dyke")]


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        pytest.param(
            [("second", "2023", "3")],
            [value(ChangeKind.NEW, None, "3")],
            id="the first value of a period is new",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2023", "5")],
            [value(ChangeKind.NEW, None, "5")],
            id="the value of another period is new",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2019", "4")],
            [value(ChangeKind.RESTATED, "3", "4")],
            id="another value for the same period restates the earlier",
        ),
        pytest.param(
            [("first", "2022", "3"), ("second", "2022", "4")],
            [value(ChangeKind.OUTCOME, "3", "4")],
            id="a value after a forecast is its outcome",
        ),
        pytest.param(
            [("first", "2030", "3"), ("second", "2030", "4")],
            [value(ChangeKind.RESTATED, "3", "4")],
            id="a forecast after a forecast restates it",
        ),
        pytest.param(
            [("first", "2019", "3"), ("second", "2019", "3")],
            [value(ChangeKind.REPEATED, None, "3")],
            id="the same value for the same period repeats it",
        ),
    ],
)
def test_a_value_is_new_or_restated_or_no_change(told, changes):
    changed = changes_of(indicators=values(*told))

    assert changed["2024-06-24"] == changes


Rule = Callable[[Editions], None]
RULES: list[Rule] = []
"""Each is asked of every archive, so that an archive need be made up only once."""


def rule(holds: Rule) -> Rule:
    RULES.append(holds)
    return holds


@given(archives())
def test_whatever_an_archive_holds_every_rule_of_changes_holds(archive):
    editions = Editions(archive)
    for holds in RULES:
        note(holds.__name__)
        holds(editions)


@rule
def nothing_changes_between_an_edition_and_itself(editions):
    changes = [changes_between(edition, edition) for edition in editions]

    assert changes == [() for _ in changes]


@rule
def from_nothing_every_record_is_new(editions):
    for edition in editions:
        new = {
            (change.subject, change.id) for change in changes_between(None, edition) if change.kind is ChangeKind.NEW
        }
        known = {("statement", s.id) for s in edition.statements} | {("milestone", m.id) for m in edition.milestones}
        known |= {("indicator", i.id) for i in edition.indicators} | {("term", t.id) for t in edition.terms}
        known |= {("source", id) for id in edition.sources} | {("theme", t.id) for t in edition.mentioned}

        assert new == known


def pairs(editions: Editions) -> list[tuple[Edition, Edition]]:
    """Every edition with itself and with each later one."""
    return [(a, b) for i, a in enumerate(editions) for b in editions[i:]]


@rule
def the_changes_are_all_the_difference_between_two_editions_and_nothing_else(editions):
    for earlier, later in pairs(editions):
        changes = changes_between(earlier, later)

        assert applied(facts_of(earlier), changes) == facts_of(later)
        assert len({change.key for change in changes}) == len(changes)


@rule
def changes_in_two_steps_are_those_in_one(editions):
    for first, second, third in combinations(editions, 3):
        steps = applied(facts_of(first), changes_between(first, second))
        steps = applied(steps, changes_between(second, third))

        assert set(difference(facts_of(first), steps)) == set(changes_between(first, third))


@rule
def two_editions_with_the_same_facts_tell_the_same(editions):
    for earlier, later in pairs(editions):
        if facts_of(earlier) == facts_of(later):
            assert [t.milestones for t in earlier.themes.values()] == [t.milestones for t in later.themes.values()]
            assert (earlier.statements, earlier.indicators) == (later.statements, later.indicators)


@rule
def nothing_that_was_known_is_forgotten_but_an_end_and_a_silence(editions):
    for earlier, later in pairs(editions):
        gone = [change.key.aspect for change in changes_between(earlier, later) if change.new is None]

        assert set(gone) <= {"end", "silence"}


def test_changes_apply_only_to_what_they_started_from():
    editions = Editions(archive_of({"sources": SOURCES, "themes": {"bridges": {"milestones": bridge(
        report("first", "announced", due="2021"), report("third", "done"))}}}))  # fmt: skip

    with pytest.raises(ValueError, match="bridge"):
        applied({}, changes_between(editions[1], editions[2]))
