"""What an edition derives of a milestone from its reports: state, due dates, slip, moves and silence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise, takewhile

from generator.model import Milestone, Period, Report, Says, Source, SourceKind, days_slipped, is_overdue


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
    silent_since: Source | None
    """The last source that mentions it, if a later complete letter or annual report does not."""
    returns: tuple[KnownReport, ...] = ()
    """The reports that broke a silence, oldest first."""
    predecessors: tuple[str, ...] = ()
    """Ids of the milestones that it came out of, as far as known."""
    successors: tuple[str, ...] = ()
    """Ids of those that came out of it. Then it is followed there, and never called silent."""

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def is_promise(self) -> bool:
        """Whether at least one known report gave it a due date."""
        return self.first_due is not None

    @property
    def last_word(self) -> Says:
        """What the last source said of it."""
        return self.reports[-1].record.says


def known_milestone(
    record: Milestone, theme: str, sources: Mapping[str, Source], complete: frozenset[str], as_of: date
) -> KnownMilestone | None:
    """The milestone as known from `sources` on the day `as_of`; None if none of them mentions it.

    `sources` are the known ones by id, oldest first; `complete` the ids of those that were entered completely.
    """
    reports = _known_reports(record, sources)
    if not reports:
        return None
    dues = tuple(report.record.due for report in reports if report.record.due)
    done = _day_done(reports)
    state = _state(reports, dues, as_of)
    return KnownMilestone(
        record=record.model_copy(update={"reports": tuple(report.record for report in reports)}),
        theme=theme,
        reports=reports,
        state=state,
        timing=_timing(done, dues) if state is State.DONE else None,
        first_due=dues[0] if dues else None,
        latest_due=dues[-1] if dues else None,
        done=done,
        slip_days=days_slipped(dues) if dues else None,
        moves=_moves(reports),
        silent_since=_silent_since(reports, state, tuple(sources.values()), complete),
        returns=_returns(reports, tuple(sources.values()), complete),
    )


def _known_reports(record: Milestone, sources: Mapping[str, Source]) -> tuple[KnownReport, ...]:
    cited = ((report.cites[0].source, report) for report in record.reports)
    known = [KnownReport(sources[source], report) for source, report in cited if source in sources]
    order = list(sources)
    return tuple(sorted(known, key=lambda report: order.index(report.source.id)))


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


def _silent_since(
    reports: tuple[KnownReport, ...], state: State, sources: tuple[Source, ...], complete: frozenset[str]
) -> Source | None:
    """Rule 7: silence needs a letter or annual report of a later day that was entered completely."""
    if state in (State.DONE, State.DROPPED):
        return None
    last = reports[-1].source
    return last if any(_is_silent_after(last, source, complete) for source in sources) else None


def _is_silent_after(last: Source, source: Source, complete: frozenset[str]) -> bool:
    """Whether a source that does not mention it can be called silent: a complete letter or annual report, later."""
    counts = source.kind in (SourceKind.LETTER, SourceKind.ANNUAL_REPORT)
    return counts and source.id in complete and source.published.last > last.published.last


def _returns(
    reports: tuple[KnownReport, ...], sources: tuple[Source, ...], complete: frozenset[str]
) -> tuple[KnownReport, ...]:
    """Each report before which a source had been silent; nothing returns that had been called done or dropped."""
    order = [source.id for source in sources]
    returns = []
    for before, after in pairwise(reports):
        between = sources[order.index(before.source.id) + 1 : order.index(after.source.id)]
        between = tuple(s for s in between if s.published.last < after.source.published.last)
        ended = before.record.says in (Says.DONE, Says.DROPPED)
        if not ended and any(_is_silent_after(before.source, source, complete) for source in between):
            returns.append(after)
    return tuple(returns)
