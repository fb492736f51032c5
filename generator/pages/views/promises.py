"""What pages print of milestones together: tables of promises, and the page of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from generator.editions import Edition, KnownMilestone, KnownTheme, State, Timing
from generator.model import Locale, Milestone, file_of
from generator.pages.context import PageContext
from generator.pages.urls import flag_anchor
from generator.pages.views.parts import EditLink, Link, StateView, edit_link, milestone_link, state_view

FLAGS = ("done", "on-time", "late", "open", "overdue", "undated", "dropped", "moved", "silent")
"""What a promise can be counted under; some go together."""
_URGENCY = (State.OVERDUE, State.OPEN, State.UNDATED, State.DONE, State.DROPPED)


@dataclass(frozen=True)
class PromiseFilter:
    """What rows are filtered and sorted by; empty where there is nothing."""

    flags: tuple[str, ...]
    theme: str
    first: str
    """The last day of the first due date, ISO."""
    latest: str
    moved: str
    """Days."""
    state: str


@dataclass(frozen=True)
class PromiseRow:
    """A milestone in a table."""

    milestone: Link
    first_due: str | None
    latest_due: str | None
    slip: str | None
    """None if it did not move."""
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


@dataclass(frozen=True)
class FlagCount:
    """How many milestones are under a flag."""

    name: str
    text: str
    count: int
    anchor: str
    """Of the element that shows those rows alone."""
    is_move: bool


@dataclass(frozen=True)
class ThemePromises:
    """The milestones of one theme, and how many there are under each flag."""

    id: str
    title: str
    counts: tuple[FlagCount, ...]
    """One for each flag."""
    edit: EditLink | None
    table: PromiseTable
    """What is to be watched first: silent, overdue, open, without a date, done, dropped."""


@dataclass(frozen=True)
class Slips:
    """How far dates moved, over all milestones."""

    summary: str
    largest: Link
    largest_slip: str


@dataclass(frozen=True)
class MilestonesView:
    """The page of all milestones."""

    title: str
    flags: tuple[FlagCount, ...]
    """All of them, over the whole edition."""
    slips: Slips | None
    """None if no date moved."""
    groups: tuple[ThemePromises, ...]


@dataclass(frozen=True)
class Totals:
    """All milestones together."""

    counts: dict[str, int]
    median_slip: int | None
    """Days, over those whose date moved; None if none did."""
    largest: KnownMilestone | None
    """That with the largest slip, forwards or back."""


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


def totals_of(edition: Edition) -> Totals:
    """Counts over the whole edition."""
    moved = [milestone for milestone in edition.milestones if milestone.moves]
    slips = [milestone.slip_days or 0 for milestone in moved]
    largest = max(moved, key=lambda milestone: abs(milestone.slip_days or 0), default=None)
    return Totals(counts_of(edition.milestones), round(median(slips)) if slips else None, largest)


def counts_of(milestones: tuple[KnownMilestone, ...]) -> dict[str, int]:
    """How many milestones stand under each flag."""
    flags = [flag for milestone in milestones for flag in flags_of(milestone)]
    return {flag: flags.count(flag) for flag in FLAGS}


def by_urgency(milestones: Iterable[KnownMilestone]) -> tuple[KnownMilestone, ...]:
    """What is to be watched first: silent, overdue, open, without a date, done, dropped."""

    def urgency(milestone: KnownMilestone) -> tuple[bool, int, str]:
        due = str(milestone.latest_due.last) if milestone.latest_due else ""
        return milestone.silent_since is None, _URGENCY.index(milestone.state), due

    return tuple(sorted(milestones, key=urgency))


def promise_table(
    caption: str, milestones: Iterable[KnownMilestone], locale: Locale, *, filtered: bool = False
) -> PromiseTable:
    """The milestones as rows, in the order given."""
    return PromiseTable(caption, tuple(_promise_row(milestone, locale, filtered) for milestone in milestones))


def _promise_row(milestone: KnownMilestone, locale: Locale, filtered: bool) -> PromiseRow:
    first, latest, done = milestone.first_due, milestone.latest_due, milestone.done
    return PromiseRow(
        milestone=milestone_link(milestone, locale),
        first_due=locale.period(first) if first else None,
        latest_due=locale.period(latest) if latest else None,
        slip=locale.slip(milestone.slip_days or 0) if milestone.moves else None,
        state=state_view(milestone, locale),
        done=locale.period(done) if done else None,
        filter=_filter(milestone) if filtered else None,
    )


def _filter(milestone: KnownMilestone) -> PromiseFilter:
    return PromiseFilter(
        flags=flags_of(milestone),
        theme=milestone.theme,
        first=str(milestone.first_due.last) if milestone.first_due else "",
        latest=str(milestone.latest_due.last) if milestone.latest_due else "",
        moved=str(milestone.slip_days) if milestone.moves else "",
        state=milestone.state.value,
    )


def milestones_view(context: PageContext) -> MilestonesView:
    """The page of all milestones, by theme."""
    locale, totals = context.locale, totals_of(context.edition)
    return MilestonesView(
        title=locale.say("nav.milestones"),
        flags=_flag_counts(totals.counts, None, locale),
        slips=_slips(totals, locale),
        groups=tuple(_theme_promises(theme, context) for theme in context.edition.mentioned if theme.milestones),
    )


def _slips(totals: Totals, locale: Locale) -> Slips | None:
    if totals.largest is None or totals.median_slip is None:
        return None
    median_slip, largest = locale.slip(totals.median_slip), totals.largest
    summary = locale.say("milestones.slips", n=totals.counts["moved"], median=median_slip)
    return Slips(summary, milestone_link(largest, locale), locale.slip(largest.slip_days or 0))


def _theme_promises(theme: KnownTheme, context: PageContext) -> ThemePromises:
    title = context.locale.text(theme.text.title)
    return ThemePromises(
        id=theme.id,
        title=title,
        counts=_flag_counts(counts_of(theme.milestones), theme.id, context.locale),
        edit=edit_link(context, file_of(Milestone).path(theme.id)),
        table=promise_table(title, by_urgency(theme.milestones), context.locale, filtered=True),
    )


def _flag_counts(counts: dict[str, int], theme: str | None, locale: Locale) -> tuple[FlagCount, ...]:
    return tuple(
        FlagCount(flag, locale.say(f"flag.{flag}"), count, flag_anchor(flag, theme), flag == "moved")
        for flag, count in counts.items()
    )
