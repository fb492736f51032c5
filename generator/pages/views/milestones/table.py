"""Tables of milestones, and what their rows can be counted and filtered by."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.archive import RegisteredSource
from generator.editions import Edition, KnownMilestone, ScheduleKind, State, Timing, is_ours, schedule_of
from generator.model import Locale
from generator.pages.views.milestones.verdict import StateView, state_view
from generator.pages.views.parts import Link, milestone_link

FLAGS = ("done", "on-time", "late", "open", "overdue", "undated", "dropped", "moved", "silent")
"""What a promise can be counted under; some go together."""
_URGENCY = (State.OVERDUE, State.OPEN, State.UNDATED, State.DONE, State.DROPPED)


@dataclass(frozen=True)
class PromiseFilter:
    """What rows are filtered and sorted by; empty where there is nothing."""

    flags: tuple[str, ...]
    theme: str
    owed: str
    """Who owes it, as in the data."""
    first: str
    """The last day of the first due date, ISO."""
    latest: str
    moved: str
    """Days."""
    past: str
    """Days since the first due date, of what is neither done nor dropped."""
    mentioned: str
    """The first day on which the last document that was read and mentions it may have been published, ISO."""
    state: str


@dataclass(frozen=True)
class PromiseRow:
    """A milestone in a table."""

    milestone: Link
    owner: str | None
    """Who owes it, if that is neither the service nor its State Secretary."""
    first_due: str | None
    latest_due: str | None
    slip: str | None
    """None if it did not move."""
    reason: str | None
    """Why it moved, if that is known."""
    state: StateView
    done: str | None
    """When it was done."""
    filter: PromiseFilter | None
    """None in a table that cannot be filtered."""


@dataclass(frozen=True)
class PromiseTable:
    """A table of milestones."""

    caption: str
    rows: tuple[PromiseRow, ...]


def flags_of(milestone: KnownMilestone) -> tuple[str, ...]:
    """The flags of a milestone, in the order of `FLAGS`. Done early counts as on time."""
    timing = {Timing.EARLY: "on-time", Timing.ON_TIME: "on-time", Timing.LATE: "late"}
    flags = {milestone.state.value}
    if milestone.timing in timing:
        flags.add(timing[milestone.timing])
    if milestone.moves:
        flags.add("moved")
    if milestone.silent_since:
        flags.add("silent")
    return tuple(flag for flag in FLAGS if flag in flags)


def by_urgency(milestones: Iterable[KnownMilestone]) -> tuple[KnownMilestone, ...]:
    """What is to be watched first: past without a word, past, open, without a date, done, dropped."""

    def urgency(milestone: KnownMilestone) -> tuple[bool, int, str]:
        due = str(milestone.latest_due.last) if milestone.latest_due else ""
        return milestone.silent_since is None, _URGENCY.index(milestone.state), due

    return tuple(sorted(milestones, key=urgency))


def promise_table(
    caption: str, milestones: Iterable[KnownMilestone], edition: Edition, locale: Locale, *, filtered: bool = False
) -> PromiseTable:
    """The milestones as rows, in the order given."""
    return PromiseTable(caption, tuple(_promise_row(milestone, edition, locale, filtered) for milestone in milestones))


def _promise_row(milestone: KnownMilestone, edition: Edition, locale: Locale, filtered: bool) -> PromiseRow:
    first, latest, done = milestone.first_due, milestone.latest_due, milestone.done
    return PromiseRow(
        milestone=milestone_link(milestone, locale),
        owner=owner_of(milestone, locale),
        first_due=locale.period(first) if first else None,
        latest_due=locale.period(latest) if latest else None,
        slip=locale.slip(milestone.slip_days or 0) if milestone.moves else None,
        reason=reason_of(milestone, locale),
        state=state_view(milestone, edition, locale),
        done=locale.period(done) if done else None,
        filter=_filter(milestone, edition) if filtered else None,
    )


def _filter(milestone: KnownMilestone, edition: Edition) -> PromiseFilter:
    owner, schedule = milestone.record.owed_by, schedule_of(milestone, edition.as_of)
    is_past = schedule.kind is ScheduleKind.PAST and milestone.state is not State.DROPPED
    read = [r.source.published.first for r in milestone.reports if not isinstance(r.source, RegisteredSource)]
    return PromiseFilter(
        flags=flags_of(milestone),
        theme=milestone.theme,
        owed=owner.value if owner else "",
        first=str(milestone.first_due.last) if milestone.first_due else "",
        latest=str(milestone.latest_due.last) if milestone.latest_due else "",
        moved=str(milestone.slip_days) if milestone.moves else "",
        past=str(schedule.days) if is_past else "",
        mentioned=str(max(read)) if read else "",
        state=milestone.state.value,
    )


def reason_of(milestone: KnownMilestone, locale: Locale) -> str | None:
    """Why its date moved last, as the document gives it; None if it did not move or no reason has been entered."""
    reason = milestone.moves[-1].report.record.reason if milestone.moves else None
    return locale.text(reason) if reason else None


def owner_of(milestone: KnownMilestone, locale: Locale) -> str | None:
    """Who owes it, if that is neither the service nor its State Secretary; None for what nobody owes."""
    owner = milestone.record.owed_by
    return locale.say(f"owed_by.{owner.value}") if owner and not is_ours(milestone) else None
