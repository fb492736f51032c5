"""What the page of all promises prints: what came of them, the longest past, and all of them by theme."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from generator.charts import LONGEST, longest_chart
from generator.editions import Edition, KnownMilestone, KnownTheme, Outcome
from generator.model import Locale, Milestone, Nature, file_of
from generator.pages.context import PageContext
from generator.pages.follow import Follow, follow
from generator.pages.urls import FixedPage, calendar_path, data_path, feed_path, flag_anchor, outcome_anchor
from generator.pages.views.milestones.scoreboard import ScoreboardView, owed_here, scoreboard_view
from generator.pages.views.milestones.table import FLAGS, PromiseTable, by_urgency, flags_of, promise_table
from generator.pages.views.parts import ChartView, EditLink, Label, Link, chart_view, edit_link, milestone_link

_OWNERS = (("customs", "customs"), ("state-secretary", "state-secretary"), ("others", "other"))
"""The name in the address of the page, and the phrase: whoever has no name of their own is among the others."""


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
    """The promises of one theme, and how many there are under each flag."""

    id: str
    title: str
    counts: tuple[FlagCount, ...]
    """One for each flag."""
    extent: str
    """How many there are."""
    edit: EditLink | None
    table: PromiseTable
    """What is to be watched first: past without a word, past, open, without a date, done, dropped."""


@dataclass(frozen=True)
class Slips:
    """How far dates moved, over all promises."""

    summary: str
    largest: Link
    largest_slip: str


@dataclass(frozen=True)
class OutcomeGroup:
    """The promises of the service and its State Secretary that had one outcome."""

    anchor: str
    text: str
    rule: str
    table: PromiseTable
    """All that each of them promises, by first date."""


@dataclass(frozen=True)
class MilestonesView:
    """The page of all promises."""

    title: str
    scoreboard: ScoreboardView | None
    longest: ChartView | None
    """Those longest past their first date."""
    outcomes: tuple[OutcomeGroup, ...]
    flags: tuple[FlagCount, ...]
    """All of them, over the whole edition."""
    slips: Slips | None
    """None if no date moved."""
    groups: tuple[ThemePromises, ...]
    owners: tuple[Label, ...]
    """Who owes them: what rows can be filtered by."""
    view_csv: str
    """The name of the file of the rows that are shown."""
    all_csv: str
    """The file of all milestones in the open data."""
    follow: Follow | None
    """The dates that moved and what was done, over all themes."""


@dataclass(frozen=True)
class Totals:
    """All promises together."""

    counts: dict[str, int]
    median_slip: int | None
    """Days, over those whose date moved; None if none did."""
    largest: KnownMilestone | None
    """That with the largest slip, forwards or back."""


def promised(milestones: Iterable[KnownMilestone]) -> tuple[KnownMilestone, ...]:
    """Those that somebody promised: steps and events stand on the pages of their themes."""
    return tuple(milestone for milestone in milestones if milestone.record.nature is Nature.PROMISE)


def totals_of(edition: Edition) -> Totals:
    """Counts over the whole edition."""
    promises = promised(edition.milestones)
    moved = [milestone for milestone in promises if milestone.moves]
    slips = [milestone.slip_days or 0 for milestone in moved]
    largest = max(moved, key=lambda milestone: abs(milestone.slip_days or 0), default=None)
    return Totals(counts_of(promises), round(median(slips)) if slips else None, largest)


def counts_of(milestones: tuple[KnownMilestone, ...]) -> dict[str, int]:
    """How many milestones stand under each flag."""
    flags = [flag for milestone in milestones for flag in flags_of(milestone)]
    return {flag: flags.count(flag) for flag in FLAGS}


def milestones_view(context: PageContext) -> MilestonesView:
    """The page of all promises, by theme."""
    edition, locale = context.edition, context.locale
    totals = totals_of(edition)
    themes = [theme for theme in edition.mentioned if promised(theme.milestones)]
    return MilestonesView(
        title=locale.say("nav.milestones"),
        scoreboard=scoreboard_view(edition, locale),
        longest=chart_view(longest_chart(edition, locale, LONGEST[1])),
        outcomes=tuple(_outcomes(edition, locale)),
        flags=_flag_counts(totals.counts, None, locale),
        slips=_slips(totals, locale),
        groups=tuple(_theme_promises(theme, context) for theme in themes),
        owners=tuple(Label(name, locale.say(f"owed_by.{phrase}")) for name, phrase in _OWNERS),
        view_csv=f"promises-{edition.id}.csv",
        all_csv=data_path(context.volume.address, "milestones.csv"),
        follow=follow(context.volume, moved=feed_path(FixedPage.MILESTONES.value), calendar=calendar_path()),
    )


def _outcomes(edition: Edition, locale: Locale) -> Iterable[OutcomeGroup]:
    ours = owed_here(edition)
    for outcome in Outcome:
        parts = [part for promise in ours if promise.outcome is outcome for part in promise.parts]
        if parts:
            text = locale.say(f"outcome.{outcome.value}")
            parts.sort(key=lambda part: str(part.first_due.last) if part.first_due else "")
            table = promise_table(text, parts, edition, locale)
            rule = locale.say(f"outcome_rule.{outcome.value}")
            yield OutcomeGroup(outcome_anchor(outcome.value), text, rule, table)


def _slips(totals: Totals, locale: Locale) -> Slips | None:
    if totals.largest is None or totals.median_slip is None:
        return None
    days, largest = totals.median_slip, totals.largest
    median_slip = locale.say("days", n=days) if days > 0 else locale.slip(days)
    summary = locale.say("milestones.slips", n=totals.counts["moved"], median=median_slip)
    return Slips(summary, milestone_link(largest, locale), locale.slip(largest.slip_days or 0))


def _theme_promises(theme: KnownTheme, context: PageContext) -> ThemePromises:
    title = context.locale.text(theme.text.title)
    return ThemePromises(
        id=theme.id,
        title=title,
        counts=_flag_counts(counts_of(promised(theme.milestones)), theme.id, context.locale),
        extent=context.locale.say("milestones.extent", n=len(promised(theme.milestones))),
        edit=edit_link(context, file_of(Milestone).path(theme.id)),
        table=promise_table(
            title, by_urgency(promised(theme.milestones)), context.edition, context.locale, filtered=True
        ),
    )


def _flag_counts(counts: dict[str, int], theme: str | None, locale: Locale) -> tuple[FlagCount, ...]:
    return tuple(
        FlagCount(flag, locale.say(f"flag.{flag}"), count, flag_anchor(flag, theme), flag == "moved")
        for flag, count in counts.items()
    )
