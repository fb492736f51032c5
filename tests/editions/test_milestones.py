"""What an edition derives of a milestone. Single rules are cases of `test_editions`; these hold for any history."""

from datetime import date
from itertools import pairwise

from hypothesis import given

from generator.archive.archive import Archive
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone, State, Timing
from generator.model.enums import Says
from tests.support.invented import archives


def told(archive: Archive) -> list[tuple[KnownMilestone, date]]:
    """The milestone as each edition that knows it tells it, with the edition's day; oldest first."""
    return [(milestone, edition.as_of) for edition in Editions(archive) for milestone in edition.milestones]


def steps(archive: Archive) -> list[tuple[KnownMilestone, KnownMilestone]]:
    """The milestone in each pair of editions that follow each other."""
    return list(pairwise(milestone for milestone, _ in told(archive)))


@given(archives())
def test_a_later_edition_only_adds_reports_at_the_end(archive):
    kept = [later.reports[: len(earlier.reports)] for earlier, later in steps(archive)]

    assert kept == [earlier.reports for earlier, _ in steps(archive)]


@given(archives())
def test_a_later_edition_only_adds_moves_at_the_end(archive):
    kept = [later.moves[: len(earlier.moves)] for earlier, later in steps(archive)]

    assert kept == [earlier.moves for earlier, _ in steps(archive)]


@given(archives())
def test_the_first_date_never_changes_once_it_is_known(archive):
    dated = [(earlier.first_due, later.first_due) for earlier, later in steps(archive) if earlier.first_due]

    assert [later for _, later in dated] == [earlier for earlier, _ in dated]


@given(archives())
def test_a_slip_is_the_sum_of_the_moves(archive):
    promises = [milestone for milestone, _ in told(archive) if milestone.is_promise]

    assert [m.slip_days for m in promises] == [sum(move.days for move in m.moves) for m in promises]


@given(archives())
def test_only_what_was_promised_has_a_slip(archive):
    dates = [(m.first_due, m.latest_due, m.slip_days) for m, _ in told(archive)]

    assert [known for known in dates if None in known] == [(None, None, None) for known in dates if known[0] is None]


@given(archives())
def test_every_milestone_is_in_exactly_one_state(archive):
    known = told(archive)

    assert [states_that_hold(milestone, day) for milestone, day in known] == [[m.state] for m, _ in known]


def states_that_hold(milestone: KnownMilestone, day: date) -> list[State]:
    last, due = milestone.last_word, milestone.latest_due
    ended = last in (Says.DONE, Says.DROPPED)
    rules = {
        State.DONE: last is Says.DONE,
        State.DROPPED: last is Says.DROPPED,
        State.UNDATED: not ended and due is None,
        State.OPEN: not ended and due is not None and day <= due.last,
        State.OVERDUE: not ended and due is not None and day > due.last,
    }
    return [state for state, holds in rules.items() if holds]


@given(archives())
def test_only_what_is_done_has_a_timing(archive):
    timings = {(m.state is State.DONE, m.timing is not None) for m, _ in told(archive)}

    assert timings <= {(True, True), (False, False)}


@given(archives())
def test_nothing_is_on_time_without_a_promise_and_a_day(archive):
    on_time = [m for m, _ in told(archive) if m.timing in (Timing.ON_TIME, Timing.LATE)]

    assert [m for m in on_time if m.done is None or m.first_due is None] == []


@given(archives())
def test_silence_starts_at_the_last_source_that_spoke(archive):
    silent = [milestone for milestone, _ in told(archive) if milestone.silent_since]

    assert [m.silent_since for m in silent] == [m.reports[-1].source for m in silent]
