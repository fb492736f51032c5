"""What pages print of a theme: its page, and what each source says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts import place_map, promises_chart
from generator.editions import Edition, KnownIndicator, KnownMilestone, KnownReport, KnownStatement, KnownTheme
from generator.model import Nature, Place, Source, Standing, Statement, file_of
from generator.pages.context import PageContext
from generator.pages.urls import calendar_path, data_path, feed_path
from generator.pages.views.indicators import IndicatorView, KeyFigure, indicator_link, indicator_view, key_figures
from generator.pages.views.milestones import PromiseTable, SaidView, promise_table, said_view
from generator.pages.views.parts import (
    ChartView,
    Chip,
    EditLink,
    Label,
    Link,
    TensionView,
    chart_view,
    cited,
    edit_link,
    milestone_link,
    phrase_label,
    place_link,
    source_link,
    source_name,
    standing_by,
    tension_view,
    theme_link,
)

_MOST_SHOWN = 14
"""Statements of one source that a page shows all at once; of more it shows the first few and folds the rest."""
_SHOWN_BEFORE_FOLD = 10


@dataclass(frozen=True)
class StandingView:
    """A standing of the theme."""

    source: str
    summary: str
    text: str
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class StatementView:
    """A statement on the page of its theme."""

    id: str
    former: tuple[str, ...]
    kind: Label
    text: str
    when: str
    cites: tuple[Chip, ...]
    edit: EditLink | None


@dataclass(frozen=True)
class SaidOfMilestone:
    """What a source says of a milestone."""

    milestone: Link
    said: SaidView


@dataclass(frozen=True)
class MoreStatements:
    """Statements that are folded away."""

    summary: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class SpokenView:
    """What one source says on the theme."""

    id: str
    source: Link
    silence: str | None
    """What it means that it says nothing; None if it says something."""
    statements: tuple[StatementView, ...]
    more: MoreStatements | None
    reports: tuple[SaidOfMilestone, ...]
    indicators: tuple[Link, ...]
    summary: str | None
    """Of its standing, if that is all that it gives."""


@dataclass(frozen=True)
class PromisesView:
    """The milestones of the theme."""

    chart: ChartView | None
    promises: PromiseTable | None
    undated: PromiseTable | None
    """Promises without a date."""
    steps: PromiseTable | None
    events: PromiseTable | None
    """What happened and nobody had announced, and what others do."""
    calendar: str
    """The path of the calendar of their dates."""


@dataclass(frozen=True)
class PlacesOfTheme:
    """The places that the theme names."""

    chart: ChartView | None
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ThemeView:
    """The page of a theme."""

    title: str
    former: tuple[str, ...]
    question: str
    key_figures: tuple[KeyFigure, ...]
    standings: tuple[StandingView, ...]
    """Newest first."""
    tensions: tuple[TensionView, ...]
    promises: PromisesView | None
    places: PlacesOfTheme | None
    indicators: tuple[IndicatorView, ...]
    timeline: tuple[SpokenView, ...]
    """Every known source, newest first; also those that say nothing."""
    related: tuple[Link, ...]
    feed: str
    atlas_json: str
    statements_csv: str


@dataclass(frozen=True)
class Spoken:
    """What one source says on a theme: its place in the timeline."""

    source: Source
    statements: tuple[KnownStatement, ...]
    reports: tuple[tuple[KnownMilestone, KnownReport], ...]
    indicators: tuple[KnownIndicator, ...]
    """Those that it gives a value for."""
    standing: Standing | None

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing on the theme."""
        return not (self.statements or self.reports or self.indicators or self.standing)


def spoken_by(source: Source, theme: KnownTheme) -> Spoken:
    """What the source says on the theme."""
    return Spoken(
        source=source,
        statements=tuple(s for s in theme.statements if s.source.id == source.id),
        reports=tuple((m, r) for m in theme.milestones for r in m.reports if r.source.id == source.id),
        indicators=tuple(i for i in theme.indicators if any(o.source.id == source.id for o in i.observations)),
        standing=standing_by(theme, source),
    )


def is_left_out(theme: KnownTheme, source: Source, edition: Edition) -> bool:
    """Whether the source says nothing of a theme that a source of an earlier day spoke of."""
    earlier = (s for s in edition.sources.values() if s.published.last < source.published.last)
    return not theme.is_mentioned_by(source) and any(map(theme.is_mentioned_by, earlier))


def theme_view(theme: KnownTheme, context: PageContext) -> ThemeView:
    """The page of a theme that the edition knows something of."""
    edition, locale, address = context.edition, context.locale, context.volume.address
    related = (edition.themes[id] for id in theme.text.related)
    return ThemeView(
        title=locale.text(theme.text.title),
        former=context.former_ids("theme", theme.id),
        question=locale.text(theme.text.question),
        key_figures=tuple(key_figures(theme, context)),
        standings=tuple(_standing(source, standing, context) for source, standing in reversed(theme.standings)),
        tensions=tuple(tension_view(tension, context) for tension in theme.tensions if tension.is_shown),
        promises=_promises(theme, context) if theme.milestones else None,
        places=_places(theme, context),
        indicators=tuple(indicator_view(indicator, context) for indicator in theme.indicators),
        timeline=tuple(spoken_view(theme, source, context) for source in reversed(edition.sources.values())),
        related=tuple(theme_link(other, locale) for other in related if other.is_mentioned),
        feed=feed_path(theme.id),
        atlas_json=data_path(address, "atlas.json"),
        statements_csv=data_path(address, "statements.csv"),
    )


def _standing(source: Source, standing: Standing, context: PageContext) -> StandingView:
    locale = context.locale
    name, cites = source_name(source, locale), cited(standing.cites, context)
    return StandingView(name, locale.text(standing.summary), locale.text(standing.text), cites)


def _promises(theme: KnownTheme, context: PageContext) -> PromisesView:
    locale = context.locale
    chart = promises_chart(theme.milestones, context.edition, locale, f"{theme.id}-promises")

    def table(phrase: str, milestones: list[KnownMilestone]) -> PromiseTable | None:
        caption = locale.say(phrase, n=len(milestones))
        return promise_table(caption, milestones, context.edition, locale) if milestones else None

    def of(nature: Nature) -> list[KnownMilestone]:
        return [m for m in theme.milestones if m.record.nature is nature]

    return PromisesView(
        chart=chart_view(chart),
        promises=table("theme.promises", [m for m in of(Nature.PROMISE) if m.is_promise]),
        undated=table("theme.undated", [m for m in of(Nature.PROMISE) if not m.is_promise]),
        steps=table("theme.steps", of(Nature.STEP)),
        events=table("theme.events", of(Nature.EVENT)),
        calendar=calendar_path(theme.id),
    )


def _places(theme: KnownTheme, context: PageContext) -> PlacesOfTheme | None:
    chart = chart_view(place_map(theme, context.edition, context.locale, f"{theme.id}-map"))
    links = tuple(place_link(place, context.locale) for place in places_named(theme, context.edition))
    return PlacesOfTheme(chart, links) if chart or links else None


def places_named(theme: KnownTheme, edition: Edition) -> tuple[Place, ...]:
    """The places that its statements name, then those of its milestones, each once."""
    named = [id for s in theme.statements for id in s.record.places]
    named += [id for m in theme.milestones for id in m.record.places]
    return tuple(edition.places[id] for id in dict.fromkeys(named))


def spoken_view(theme: KnownTheme, source: Source, context: PageContext) -> SpokenView:
    """What the source says on the theme, as the theme's page prints it."""
    spoken, link = spoken_by(source, theme), source_link(source, context.locale)
    statements = statement_views(spoken.statements, context)
    folded = len(statements) > _MOST_SHOWN
    says_more = spoken.statements or spoken.reports or spoken.indicators
    standing = None if says_more else spoken.standing
    return SpokenView(
        id=source.id,
        source=link,
        silence=_silence(source, context) if spoken.is_silent else None,
        statements=statements[:_SHOWN_BEFORE_FOLD] if folded else statements,
        more=_more(statements[_SHOWN_BEFORE_FOLD:], link.text, context) if folded else None,
        reports=reports_said(spoken, context),
        indicators=tuple(indicator_link(indicator, context.locale) for indicator in spoken.indicators),
        summary=context.locale.text(standing.summary) if standing else None,
    )


def _silence(source: Source, context: PageContext) -> str:
    account = context.edition.accounts.get(source.id)
    return context.locale.say("theme.not_mentioned" if account and account.is_complete else "theme.nothing_entered")


def _more(statements: tuple[StatementView, ...], source: str, context: PageContext) -> MoreStatements:
    return MoreStatements(context.locale.say("theme.more_statements", n=len(statements), source=source), statements)


def statement_views(statements: Iterable[KnownStatement], context: PageContext) -> tuple[StatementView, ...]:
    """The statements in the order given."""
    return tuple(_statement(statement, context) for statement in statements)


def _statement(statement: KnownStatement, context: PageContext) -> StatementView:
    locale, record = context.locale, statement.record
    return StatementView(
        id=statement.id,
        former=context.former_ids("statement", statement.id),
        kind=phrase_label("kind", record.kind.value, locale),
        text=locale.text(record.text),
        when=locale.period(record.when),
        cites=cited(record.cites, context),
        edit=edit_link(context, file_of(Statement).path(statement.theme), statement.id),
    )


def reports_said(spoken: Spoken, context: PageContext) -> tuple[SaidOfMilestone, ...]:
    """What the source says of each milestone that it reports on."""
    locale = context.locale
    return tuple(SaidOfMilestone(milestone_link(m, locale), said_view(r, locale)) for m, r in spoken.reports)
