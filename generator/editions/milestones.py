"""What an edition derives of a milestone from its reports alone: state, due dates, slip and moves."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise, takewhile

from generator.editions.knowledge import Knowledge, Unread
from generator.editions.verdicts import Absence, Outcome
from generator.model import Milestone, Nature, Period, Report, Says, Source, days_slipped, is_overdue


class State(Enum):
    """The state of a milestone in an edition. Derived, never written by an editor."""

    DONE = "done"
    """A source says that it is done, and none later says otherwise."""
    DROPPED = "dropped"
    """A source says that it will not be done, and none later says otherwise."""
    OPEN = "open"
    """Its latest due date is still ahead."""
    OVERDUE = "overdue"
    """The last day of its latest due date has passed and no source says that it is done."""
    UNDATED = "undated"
    """No source gave it a due date."""


class Timing(Enum):
    """How what is done compares with its first due date."""

    EARLY = "early"
    """Done before the first day of the first due date."""
    ON_TIME = "on-time"
    """Done by the last day of the first due date."""
    LATE = "late"
    """Done after it."""
    UNCERTAIN = "uncertain"
    """The dates are too imprecise to compare, or no source says when it was done."""
    NO_DATE = "no-date"
    """It had never been promised for a date."""


@dataclass(frozen=True)
class KnownReport:
    """A report with the source that made it."""

    source: Source
    record: Report


@dataclass(frozen=True)
class Move:
    """One source giving another due date than was known before."""

    report: KnownReport
    before: Period
    after: Period
    days: int
    """From the last day of the one to the last day of the other; negative if brought forward."""


@dataclass(frozen=True)
class KnownMilestone:
    """A milestone as an edition knows it."""

    record: Milestone
    """As written, without the reports of later sources."""
    theme: str
    reports: tuple[KnownReport, ...]
    """Those of known sources, oldest first. Never empty."""
    state: State
    timing: Timing | None
    """None unless it is done."""
    first_due: Period | None
    latest_due: Period | None
    done: Period | None
    """When it was done, by the last source that says when; None if it is not done or no source says when."""
    slip_days: int | None
    """From the first due date to the latest; None if it was never promised for a date."""
    moves: tuple[Move, ...]
    silent_since: Source | None = None
    """The last source that mentions it, if every later letter and annual report was searched in vain."""
    unread: Unread | None = None
    """What was published since the last source that mentions it, is known to exist and was not read."""
    absence: Absence | None = None
    """What it means that later documents do not name it; None if none is later, or it ended."""
    outcome: Outcome | None = None
    """What came of it; None as long as that cannot be asked."""
    returns: tuple[KnownReport, ...] = ()
    """The reports that broke a silence, oldest first."""
    predecessors: tuple[str, ...] = ()
    """Ids of the milestones that it is another name of, or that were merged or split."""
    successors: tuple[str, ...] = ()
    """Ids of those that it became. Then it is followed there, and its own absence means nothing."""
    steps_before: tuple[str, ...] = ()
    """Ids of the milestones that it follows as the next step."""
    steps_after: tuple[str, ...] = ()
    """Ids of the steps that follow it."""
    wholes: tuple[str, ...] = ()
    """Ids of the milestones that it is a part of."""
    parts: tuple[str, ...] = ()
    """Ids of its parts."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def is_promise(self) -> bool:
        """Whether it is a promise to which at least one known report gave a due date."""
        return self.record.nature is Nature.PROMISE and self.first_due is not None

    @property
    def is_awaited(self) -> bool:
        """Whether it was given a date, has not ended, and is not followed under another name."""
        return self.latest_due is not None and self.state in (State.OPEN, State.OVERDUE) and not self.successors

    @property
    def last_word(self) -> Says:
        """What the last source said of it."""
        return self.reports[-1].record.says


def known_milestone(record: Milestone, theme: str, known: Knowledge) -> KnownMilestone | None:
    """The milestone as known from its reports alone; None if no known source mentions it."""
    reports = _known_reports(record, known)
    if not reports:
        return None
    dues = tuple(report.record.due for report in reports if report.record.due)
    done = _day_done(reports)
    state = _state(reports, dues, known.as_of)
    looked = tuple(entry for entry in record.looked if entry.source in known.sources)
    update = {"reports": tuple(report.record for report in reports), "looked": looked}
    return KnownMilestone(
        record=record.model_copy(update=update),
        theme=theme,
        reports=reports,
        state=state,
        timing=_timing(done, dues) if state is State.DONE else None,
        first_due=dues[0] if dues else None,
        latest_due=dues[-1] if dues else None,
        done=done,
        slip_days=days_slipped(dues) if dues else None,
        moves=_moves(reports),
    )


def _known_reports(record: Milestone, known: Knowledge) -> tuple[KnownReport, ...]:
    """Those of known sources, oldest first; of sources of one day in the order of the data."""
    sources = ((known.source_of(report.cites), report) for report in record.reports)
    reports = [KnownReport(source, report) for source, report in sources if source]
    order = list(known.sources)

    def place(report: KnownReport) -> tuple[date, int]:
        id = report.source.id
        return report.source.published.last, order.index(id) if id in order else len(order)

    return tuple(sorted(reports, key=place))


def _day_done(reports: tuple[KnownReport, ...]) -> Period | None:
    """A source that says "done" without a day does not take back the day that an earlier one gave."""
    lately = takewhile(lambda report: report.record.says is Says.DONE, reversed(reports))
    return next((report.record.done for report in lately if report.record.done), None)


def _state(reports: tuple[KnownReport, ...], dues: tuple[Period, ...], as_of: date) -> State:
    ends = [report.record.says for report in reports if report.record.says in (Says.DONE, Says.DROPPED)]
    if ends and reports[-1].record.says in (Says.DONE, Says.DROPPED):
        return State.DONE if ends[-1] is Says.DONE else State.DROPPED
    if not dues:
        return State.UNDATED
    return State.OVERDUE if is_overdue(dues[-1], as_of) else State.OPEN


def _timing(done: Period | None, dues: tuple[Period, ...]) -> Timing:
    if not dues:
        return Timing.NO_DATE
    if done and done.last < dues[0].first:
        return Timing.EARLY
    if done and not is_overdue(dues[0], done.last):
        return Timing.ON_TIME
    return Timing.LATE if done and is_overdue(dues[0], done.first) else Timing.UNCERTAIN


def _moves(reports: tuple[KnownReport, ...]) -> tuple[Move, ...]:
    dated = [(report, report.record.due) for report in reports if report.record.due]
    return tuple(
        Move(report, before, after, (after.last - before.last).days)
        for (_, before), (report, after) in pairwise(dated)
        if before.last != after.last
    )
