"""What the home page prints: what is known in numbers, what is new, themes against sources, the promises."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts import promises_chart
from generator.editions import Edition, KnownTheme, State
from generator.model import Group, Locale
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, anchored, source_path
from generator.pages.views.milestones import (
    PromiseTable,
    ScoreboardView,
    longest_past,
    promise_table,
    scoreboard_view,
)
from generator.pages.views.parts import (
    ChartView,
    CountView,
    Link,
    change_counts,
    chart_view,
    source_link,
    source_name,
    theme_link,
)
from generator.pages.views.theme import is_left_out

_SLIPS_SHOWN = 5


@dataclass(frozen=True)
class TallyView:
    """What the edition holds, counted."""

    sources: int
    records: int
    """Statements, reports and values."""
    promises: int
    """Sentences of promise with a date; likewise the next two."""
    moved: int
    overdue: int
    checked: str
    """Numbers and dates that were looked up in their passages."""
    checked_how: str
    """The path of the explanation."""
    accounted: str
    """`12/14`: passages that are cited or out of scope, of all."""


@dataclass(frozen=True)
class Cell:
    """How much one source says on one theme."""

    source: str
    """Its short name."""
    count: int
    """Of its entries; one if it only gives a standing."""
    size: int
    """0 to 4, for the dot."""
    moved: bool
    silent: bool
    """It was entered completely and says nothing of a theme that an earlier source spoke of."""
    entered: bool
    path: str


@dataclass(frozen=True)
class Row:
    """One theme of the matrix."""

    theme: Link
    question: str
    cells: tuple[Cell, ...]
    """One per known source, oldest first."""
    standing: str | None


@dataclass(frozen=True)
class RowGroup:
    """The themes under one heading."""

    heading: str | None
    """None for themes that belong to no group."""
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class HomePromises:
    """All promises: what came of them, those longest past their date, and those whose dates moved most."""

    scoreboard: ScoreboardView | None
    longest: PromiseTable | None
    chart: ChartView
    slips: PromiseTable | None


@dataclass(frozen=True)
class HomeView:
    """The home page."""

    lead: str
    tally: TallyView
    newest: str
    newest_path: str
    counts: tuple[CountView, ...]
    sources: tuple[Link, ...]
    columns: int
    """Of the matrix: theme, sources, standing."""
    groups: tuple[RowGroup, ...]
    promises: HomePromises | None


def home_view(context: PageContext) -> HomeView:
    """The home page of the edition."""
    edition, locale = context.edition, context.locale
    first = min(source.published.first.year for source in edition.sources.values())
    sources = tuple(source_link(source, locale) for source in edition.sources.values())
    return HomeView(
        lead=locale.say("home.lead", n=len(sources), first=str(first), last=str(edition.as_of.year)),
        tally=_tally(context),
        newest=source_name(edition.source, locale),
        newest_path=source_path(edition.source.id),
        counts=change_counts(context.volume.changes, locale),
        sources=sources,
        columns=len(sources) + 2,
        groups=row_groups(context),
        promises=_promises(context),
    )


def _tally(context: PageContext) -> TallyView:
    edition, milestones = context.edition, context.edition.milestones
    reports = sum(len(milestone.reports) for milestone in milestones)
    observations = sum(len(indicator.observations) for indicator in edition.indicators)
    accounts = edition.accounts.values()
    return TallyView(
        sources=len(edition.sources),
        records=len(edition.statements) + reports + observations,
        promises=len(edition.promises),
        moved=sum(any(part.moves for part in promise.parts) for promise in edition.promises),
        overdue=sum(any(part.state is State.OVERDUE for part in promise.parts) for promise in edition.promises),
        checked=context.locale.number(context.checked.figures),
        checked_how=anchored(FixedPage.METHOD, "figures-checked"),
        accounted=f"{sum(a.accounted for a in accounts)}/{sum(a.passages for a in accounts)}",
    )


def _promises(context: PageContext) -> HomePromises | None:
    edition, locale = context.edition, context.locale
    chart = chart_view(promises_chart(edition.milestones, edition, locale, "all-promises"))
    if chart is None:
        return None
    moved = sorted((m for m in edition.milestones if m.is_promise and m.moves), key=lambda m: -abs(m.slip_days or 0))
    slips = promise_table(locale.say("home.slips"), moved[:_SLIPS_SHOWN], edition, locale)
    longest = longest_past(edition)[:_SLIPS_SHOWN]
    return HomePromises(
        scoreboard=scoreboard_view(edition, locale),
        longest=promise_table(locale.say("milestones.longest"), longest, edition, locale) if longest else None,
        chart=chart,
        slips=slips if moved else None,
    )


def row_groups(context: PageContext) -> tuple[RowGroup, ...]:
    """Themes × sources: one row per mentioned theme, under the headings of the home page."""
    groups = grouped(context.edition.mentioned, context.archive.atlas.groups, context.locale)
    return tuple(
        RowGroup(
            heading=context.locale.text(group.title) if group else None,
            anchor=f"group-{group.id}" if group else "",
            rows=tuple(matrix_row(theme, context.edition, context.locale) for theme in themes),
        )
        for group, themes in groups
    )


def grouped(
    themes: Iterable[KnownTheme], groups: Iterable[Group], locale: Locale
) -> tuple[tuple[Group | None, list[KnownTheme]], ...]:
    """The themes under the headings of the home page, by title; headings with no theme are left out.

    Without any heading all themes stand under None.
    """
    in_order = sorted(themes, key=lambda theme: locale.text(theme.text.title).casefold())
    under: dict[str | None, list[KnownTheme]] = {}
    for theme in in_order:
        under.setdefault(theme.text.group, []).append(theme)
    headings: list[Group | None] = [*groups, None]
    parts = [(heading, under.get(heading.id if heading else None, [])) for heading in headings]
    return tuple((heading, found) for heading, found in parts if found)


def matrix_row(theme: KnownTheme, edition: Edition, locale: Locale) -> Row:
    """The theme against every known source."""
    standing = theme.standings[-1][1] if theme.standings else None
    return Row(
        theme=theme_link(theme, locale),
        question=locale.text(theme.text.question),
        cells=tuple(_cell(theme, id, edition, locale) for id in theme.mentions),
        standing=locale.text(standing.summary) if standing else None,
    )


def _cell(theme: KnownTheme, id: str, edition: Edition, locale: Locale) -> Cell:
    source = edition.sources[id]
    complete = id in edition.accounts and edition.accounts[id].is_complete
    count = theme.mentions[id] or int(theme.is_mentioned_by(source))
    return Cell(
        source=source_name(source, locale),
        count=count,
        size=_size(count),
        moved=any(move.report.source.id == id for milestone in theme.milestones for move in milestone.moves),
        silent=complete and is_left_out(theme, source, edition),
        entered=complete,
        path=anchored(source_path(id), theme.id),
    )


def _size(count: int) -> int:
    return sum(count >= step for step in (1, 4, 10, 25))
