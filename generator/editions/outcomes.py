"""What came of a promise, and the three questions that are never mixed.

What does the responsible body last say? The last report. What do documents support? `Support`. How does that compare
with the first date? `Schedule`. These are the rules of outcomes on the page on method.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from generator.editions.milestones import KnownMilestone, State, Timing
from generator.editions.verdicts import KEPT, Absence, AbsenceKind, Outcome
from generator.model import Nature, Owner, ReportBasis, Says, Weight, is_overdue

_OURS = (Owner.CUSTOMS, Owner.STATE_SECRETARY)
_LONGEST = 10
"""How many promises the list of what is longest past has at most."""


class Support(Enum):
    """What documents support of the claim that it is done."""

    SEEN = "seen"
    """A document that was read says so."""
    EXISTS = "exists"
    """A document that is known to exist shows it by its date and title."""
    NONE = "none"
    """No evidence has been entered."""


class ScheduleKind(Enum):
    """How a milestone compares with its first date."""

    AHEAD = "ahead"
    """Done before the first day of it."""
    KEPT = "kept"
    """Done within it."""
    LATE = "late"
    """Done after it, by `days` at least."""
    PAST = "past"
    """Not done, and its last day lies `days` back."""
    NOT_YET = "not-yet"
    """Its last day has not passed."""
    UNKNOWN = "unknown"
    """Done, on a day that is not known sharply enough."""
    NO_DATE = "no-date"
    """It was never given a date."""


@dataclass(frozen=True)
class Schedule:
    """How a milestone compares with its first date."""

    kind: ScheduleKind
    days: int | None = None
    """For `late` and `past`."""


def support_of(milestone: KnownMilestone) -> Support:
    """What documents support of the claim that it is done."""
    done = [report.record.basis for report in milestone.reports if report.record.says is Says.DONE]
    if ReportBasis.READ in done:
        return Support.SEEN
    return Support.EXISTS if done else Support.NONE


def schedule_of(milestone: KnownMilestone, as_of: date) -> Schedule:
    """How it compares with its first date on the day `as_of`."""
    first = milestone.first_due
    if first is None:
        return Schedule(ScheduleKind.NO_DATE)
    if milestone.state is not State.DONE:
        is_past = is_overdue(first, as_of)
        return Schedule(ScheduleKind.PAST, (as_of - first.last).days) if is_past else Schedule(ScheduleKind.NOT_YET)
    if milestone.timing is Timing.LATE and milestone.done:
        return Schedule(ScheduleKind.LATE, (milestone.done.first - first.last).days)
    kinds = {Timing.EARLY: ScheduleKind.AHEAD, Timing.ON_TIME: ScheduleKind.KEPT}
    return Schedule(kinds.get(milestone.timing, ScheduleKind.UNKNOWN) if milestone.timing else ScheduleKind.UNKNOWN)


_OF_TIMING = {
    Timing.EARLY: Outcome.KEPT_ON_TIME,
    Timing.ON_TIME: Outcome.KEPT_ON_TIME,
    Timing.LATE: Outcome.KEPT_LATE,
    Timing.UNCERTAIN: Outcome.KEPT_DAY_UNKNOWN,
    Timing.NO_DATE: Outcome.KEPT_WITHOUT_DATE,
}


def outcome_of(
    milestone: KnownMilestone, absence: Absence | None, others: Mapping[str, KnownMilestone]
) -> Outcome | None:
    """What came of it; None as long as its latest date has not passed and it has not ended."""
    if milestone.state is State.DONE and milestone.timing:
        return _OF_TIMING[milestone.timing]
    if milestone.state is State.DROPPED or (milestone.state is State.OVERDUE and milestone.successors):
        return Outcome.DROPPED
    if milestone.state is not State.OVERDUE or milestone.latest_due is None:
        return None
    if any(others[id].state is State.DONE for id in milestone.parts):
        return Outcome.KEPT_IN_PART
    if absence and absence.kind is AbsenceKind.NOT_MENTIONED:
        return Outcome.PAST_NOT_MENTIONED
    is_part_mentioned = absence is not None and absence.kind is AbsenceKind.PART_MENTIONED
    is_mentioned = milestone.reports[-1].source.published.last > milestone.latest_due.last
    return Outcome.PAST_MENTIONED if is_part_mentioned or is_mentioned else Outcome.NO_WORD


@dataclass(frozen=True)
class Promise:
    """One sentence of promise: all that one passage promises for one date, and one body owes."""

    parts: tuple[KnownMilestone, ...]
    """What it promises, in the order of the data. Never empty."""
    outcome: Outcome | None
    """What came of it as a whole; None if that cannot be asked yet."""

    @property
    def lead(self) -> KnownMilestone:
        """The part that stands for the whole: the one whose first date lies furthest back, then the first written."""
        return self.parts[0]


def promises_of(milestones: Iterable[KnownMilestone]) -> tuple[Promise, ...]:
    """The promises with a date among the milestones: one for each passage, date and body that owes it."""
    sentences: dict[tuple[object, ...], list[KnownMilestone]] = {}
    for milestone in milestones:
        dated = next((report.record for report in milestone.reports if report.record.due), None)
        if milestone.record.nature is Nature.PROMISE and dated and dated.due:
            sentence = dated.cites[0], dated.due.text, milestone.record.owed_by
            sentences.setdefault(sentence, []).append(milestone)
    return tuple(Promise(tuple(parts), _together(parts)) for parts in sentences.values())


def _together(parts: list[KnownMilestone]) -> Outcome | None:
    """The outcome of the whole: kept in part if only some are kept; else the one that says most of what is left.

    None if a part is not due yet; a part whose date was moved ahead says nothing while another can be judged.
    """
    outcomes = [part.outcome for part in parts if part.outcome]
    if not outcomes or any(part.outcome is None and not part.moves for part in parts):
        return None
    kept = [outcome for outcome in outcomes if outcome in KEPT]
    if Outcome.KEPT_IN_PART in outcomes or 0 < len(kept) < len(parts):
        return Outcome.KEPT_IN_PART
    return max(kept, key=list(Outcome).index) if kept else _least_hard(outcomes)


def _least_hard(outcomes: list[Outcome]) -> Outcome | None:
    """Of several that are not kept, the one that claims least of those who promised: any word counts for the whole."""
    order = (Outcome.NO_WORD, Outcome.PAST_MENTIONED, Outcome.DROPPED, Outcome.PAST_NOT_MENTIONED)
    return next((outcome for outcome in order if outcome in outcomes), None)


def is_ours(milestone: KnownMilestone) -> bool:
    """Whether the service or its State Secretary owes it."""
    return milestone.record.owed_by in _OURS


def longest_past(promises: Iterable[Promise], as_of: date) -> tuple[KnownMilestone, ...]:
    """At most ten promises of the service and its State Secretary that are not done, longest past their first date.

    The weightiest come first, and of those the ones that later documents still mention: what documents themselves say
    is unfinished is surer than what they do not mention. Of one sentence of promise the surest part is taken.
    """

    def past(milestone: KnownMilestone) -> int:
        schedule = schedule_of(milestone, as_of)
        return schedule.days or 0 if schedule.kind is ScheduleKind.PAST else 0

    def rank(milestone: KnownMilestone) -> tuple[bool, bool, int]:
        is_mentioned = milestone.outcome in (Outcome.PAST_MENTIONED, Outcome.KEPT_IN_PART)
        return milestone.record.weight is not Weight.LEAD, not is_mentioned, -past(milestone)

    leads = [min(promise.parts, key=rank) for promise in promises if is_ours(promise.lead)]
    left = [m for m in leads if m.state is State.OVERDUE and past(m)]
    return tuple(sorted(left, key=rank)[:_LONGEST])
