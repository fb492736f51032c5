"""What the home page prints: what was promised and what came of it, what is new, and where each theme stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts import LONGEST, answer, longest_chart, moved_chart, themes_chart
from generator.editions import KnownMilestone, Promise, State
from generator.model import Locale
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, anchored, source_path
from generator.pages.views.milestones import (
    FatesView,
    ScoreboardView,
    base_of,
    fates_view,
    owed_here,
    reason_of,
    scoreboard_view,
)
from generator.pages.views.parts import (
    ChartView,
    CountView,
    Link,
    change_counts,
    chart_view,
    milestone_link,
    named_source,
)

_NEWS = ("moved", "done", "overdue", "silent", "tension", "new", "back", "dropped", "reopened")
"""Kinds of changes in the order in which a reader wants to know them."""
_NEWS_SHOWN = 6
_DUE_SHOWN = 5


@dataclass(frozen=True)
class TallyView:
    """What the edition holds, counted."""

    records: str
    """Statements, reports and values."""
    checked: str
    """Numbers and dates that were looked up in their passages."""
    checked_how: str
    """The path of the explanation."""
    accounted: str
    """`12/14`: passages that are cited or out of scope, of all."""


@dataclass(frozen=True)
class DueView:
    """A promise whose date is ahead."""

    when: str
    milestone: Link


@dataclass(frozen=True)
class ReasonView:
    """Why a date moved."""

    milestone: Link
    reason: str
    """Or that none has been entered."""


@dataclass(frozen=True)
class HomeView:
    """The home page."""

    answer: str
    fates: FatesView
    """Of what the service and its State Secretary owe."""
    scoreboard: ScoreboardView | None
    base: str
    """How many documents were read, and how many are known and were not."""
    newest: str
    newest_path: str
    news: tuple[CountView, ...]
    due: tuple[DueView, ...]
    """What the service and its State Secretary promised for the dates that come next, the first one first."""
    moved: ChartView | None
    reasons: tuple[ReasonView, ...]
    """Of each date that moved."""
    longest: ChartView | None
    themes: ChartView | None
    tally: TallyView


def home_view(context: PageContext) -> HomeView:
    """The home page of the edition."""
    edition, locale = context.edition, context.locale
    promises = owed_here(edition)
    return HomeView(
        answer=answer((part for promise in promises for part in promise.parts), locale),
        fates=fates_view(promises, edition, locale),
        scoreboard=scoreboard_view(edition, locale),
        base=locale.say("home.base", base=base_of(edition, locale)),
        newest=named_source(edition.source, locale),
        newest_path=source_path(edition.source.id),
        news=_news(context),
        due=tuple(_due(promises, locale)),
        moved=chart_view(moved_chart(edition, locale)),
        reasons=tuple(_reason(milestone, locale) for milestone in edition.milestones if milestone.moves),
        longest=chart_view(longest_chart(edition, locale, LONGEST[0])),
        themes=chart_view(themes_chart(edition, context.archive.atlas.groups, locale)),
        tally=_tally(context),
    )


def _due(promises: Iterable[Promise], locale: Locale) -> Iterator[DueView]:
    """What is due first; each part of a promise with several parts counts."""
    ahead = [part for promise in promises for part in promise.parts if part.state is State.OPEN]
    dated = [(part.latest_due, part) for part in ahead if part.latest_due]
    for due, milestone in sorted(dated, key=lambda pair: (pair[0].last, pair[0].first, pair[1].id))[:_DUE_SHOWN]:
        yield DueView(locale.period(due), milestone_link(milestone, locale))


def _reason(milestone: KnownMilestone, locale: Locale) -> ReasonView:
    reason = reason_of(milestone, locale) or locale.say("milestone.no_reason")
    return ReasonView(milestone_link(milestone, locale), reason)


def _news(context: PageContext) -> tuple[CountView, ...]:
    counts = [count for count in change_counts(context.volume.changes, context.locale) if count.kind in _NEWS]
    return tuple(sorted(counts, key=lambda count: _NEWS.index(count.kind))[:_NEWS_SHOWN])


def _tally(context: PageContext) -> TallyView:
    edition, locale = context.edition, context.locale
    reports = sum(len(milestone.reports) for milestone in edition.milestones)
    observations = sum(len(indicator.observations) for indicator in edition.indicators)
    accounts = edition.accounts.values()
    return TallyView(
        records=locale.number(len(edition.statements) + reports + observations),
        checked=locale.number(context.checked.figures),
        checked_how=anchored(FixedPage.METHOD, "figures-checked"),
        accounted=f"{sum(a.accounted for a in accounts)}/{sum(a.passages for a in accounts)}",
    )
