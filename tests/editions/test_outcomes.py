"""What came of promises. Single rules are cases of `test_edition`; these hold for any history."""

from datetime import date

import pytest
from hypothesis import given

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.milestones import State
from generator.editions.outcomes import (
    Schedule,
    ScheduleKind,
    Support,
    longest_past,
    promises_of,
    schedule_of,
    support_of,
)
from generator.editions.verdicts import Outcome
from generator.model.enums import Nature
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.invented import continued_archives


@given(continued_archives())
def test_everything_past_its_date_or_ended_has_an_outcome_and_nothing_else(archive):
    for edition in Editions(archive):
        for milestone in edition.milestones:
            has_one = milestone.state in (State.DONE, State.DROPPED, State.OVERDUE)

            assert (milestone.outcome is not None) is has_one


@given(continued_archives())
def test_every_promise_with_a_date_is_part_of_exactly_one_sentence(archive):
    for edition in Editions(archive):
        parts = sorted(part.id for promise in edition.promises for part in promise.parts)
        dated = sorted(m.id for m in edition.milestones if m.first_due and m.record.nature is Nature.PROMISE)

        assert parts == dated


@given(continued_archives())
def test_kept_late_and_past_say_by_how_many_days(archive):
    for edition in Editions(archive):
        for milestone in edition.milestones:
            schedule = schedule_of(milestone, edition.as_of)

            assert (schedule.days is not None) is (schedule.kind in (ScheduleKind.LATE, ScheduleKind.PAST))
            assert schedule.days is None or schedule.days > 0


def newest(*reports: dict[str, str], **more: str) -> Edition:
    record = {"id": "bridge", "title": named("Bridge"), "reports": list(reports), **more}
    described = {"sources": LETTERS, "themes": {"bridges": {"milestones": [record]}}}
    return Editions(archive_of(described))[-1]


@pytest.mark.parametrize(
    ("end", "schedule"),
    [
        pytest.param(report("second", "done", done="2020"), Schedule(ScheduleKind.AHEAD), id="done before"),
        pytest.param(report("second", "done", done="2021"), Schedule(ScheduleKind.KEPT), id="done in its year"),
        pytest.param(report("second", "done", done="2022-01-31"), Schedule(ScheduleKind.LATE, 31), id="done after"),
        pytest.param(report("second", "done"), Schedule(ScheduleKind.UNKNOWN), id="done, day unknown"),
        pytest.param(report("second", "stalled"), Schedule(ScheduleKind.PAST, 906), id="not done"),
    ],
)
def test_a_milestone_is_compared_with_its_first_date(end: dict[str, str], schedule: Schedule) -> None:
    edition = newest(report("first", "announced", due="2021"), end)

    assert schedule_of(edition.milestones[0], edition.as_of) == schedule


def test_a_moved_date_is_still_compared_with_the_first() -> None:
    edition = newest(report("first", "announced", due="2021"), report("second", "under-way", due="2030"))

    assert schedule_of(edition.milestones[0], date(2024, 6, 24)) == Schedule(ScheduleKind.PAST, 906)


def test_without_a_date_nothing_is_compared() -> None:
    edition = newest(report("first", "announced"))

    assert schedule_of(edition.milestones[0], edition.as_of) == Schedule(ScheduleKind.NO_DATE)


def test_documents_support_only_what_they_say() -> None:
    assert support_of(newest(report("second", "done")).milestones[0]) is Support.SEEN
    assert support_of(newest(report("second", "under-way")).milestones[0]) is Support.NONE


def test_promises_of_two_bodies_in_one_sentence_are_two() -> None:
    records = [
        {"id": owner, "title": named(owner), "owed_by": owner, "reports": [report("first", "announced", due="2021")]}
        for owner in ("customs", "eu")
    ]
    edition = Editions(archive_of({"sources": LETTERS, "themes": {"bridges": {"milestones": records}}}))[-1]

    assert [[part.id for part in promise.parts] for promise in promises_of(edition.milestones)] == [["customs"], ["eu"]]
    assert [promise.outcome for promise in edition.promises] == [Outcome.NO_WORD, Outcome.NO_WORD]


def promise(id: str, due: str, *later: dict[str, str], weight: str = "normal", owed_by: str = "customs"):
    looked = [] if later else [{"source": "second", "words": [id], "by_hand": "true"}]
    first = {**report("first", "announced", due=due), "cites": f"first#p-{due[-1]}"}
    record = {"nature": "promise", "owed_by": owed_by, "weight": weight, **({"looked": looked} if looked else {})}
    return {"id": id, "title": named(id.capitalize()), "reports": [first, *later], **record}


def test_of_what_is_longest_past_the_weightiest_come_first_and_what_is_still_mentioned_before_what_is_not():
    records = [
        promise("pier", "2021"),
        promise("quay", "2022", weight="lead"),
        promise("lock", "2023", report("second", "stalled"), weight="lead"),
        promise("dyke", "2021", owed_by="eu"),
    ]
    sources = [{**LETTERS[0], "passages": "3"}, LETTERS[1]]
    edition = Editions(archive_of({"sources": sources, "themes": {"bridges": {"milestones": records}}}))[-1]

    assert [m.id for m in longest_past(edition.promises, edition.as_of)] == ["lock", "quay", "pier"]
