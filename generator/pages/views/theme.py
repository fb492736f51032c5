"""What pages print of a theme: its page, and what each source says of it."""

from dataclasses import dataclass

from generator.charts import Chart, StripPlot, answer, place_map, theme_charts
from generator.editions import (
    Edition,
    KnownIndicator,
    KnownMilestone,
    KnownReport,
    KnownStatement,
    KnownTheme,
    promises_of,
)
from generator.model import Held, Nature, Place, Source, Standing
from generator.pages.context import PageContext
from generator.pages.follow import Follow, follow
from generator.pages.urls import anchored, brief_path, calendar_path, data_path, feed_path, source_path, theme_path
from generator.pages.views.indicators import IndicatorView, indicator_view
from generator.pages.views.milestones import FatesView, PromiseTable, base_of, fates_view, promise_table
from generator.pages.views.outside import OutsideView, outside_view
from generator.pages.views.parts import (
    ChartView,
    Chip,
    Label,
    Link,
    TensionView,
    chart_view,
    cited,
    place_link,
    source_link,
    source_name,
    standing_by,
    tension_view,
    theme_link,
)
from generator.pages.views.theme_figures import (
    IndicatorGroupView,
    KeyFigure,
    NoSeries,
    indicator_groups,
    key_figures,
    no_series,
)
from generator.pages.views.threads import ThreadView, entry_kinds, thread_views


@dataclass(frozen=True)
class StandingView:
    """A standing of the theme."""

    source: str
    summary: str
    text: str
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class SpokenView:
    """How much one source says on the theme, with a link to where it stands by document."""

    id: str
    source: Link
    text: str
    """How many entries it has; or what it means that it has none."""
    is_silent: bool


@dataclass(frozen=True)
class SingleValues:
    """The indicators with too little to draw."""

    extent: str
    """How many there are."""
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True)
class AnswerView:
    """What a reader came for: what was promised and what came of it, and how the theme changed."""

    text: str
    fates: FatesView
    evolution: str | None
    cites: tuple[Chip, ...]
    """Of the evolution."""
    base: str
    """How much was read and how much was not."""


@dataclass(frozen=True)
class PromisesView:
    """The milestones of the theme."""

    chart: ChartView | None
    tables: tuple[PromiseTable, ...]
    """Promises with a date, promises without one, steps, and events that nobody announced; those that there are."""


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
    answer: AnswerView
    standings: tuple[StandingView, ...]
    """Oldest first."""
    then_now: tuple[StandingView, ...]
    """The oldest and the newest standing; one if there is no other."""
    between: tuple[StandingView, ...]
    tensions: tuple[TensionView, ...]
    promises: PromisesView | None
    places: PlacesOfTheme | None
    indicators: tuple[IndicatorView, ...]
    """Those that are drawn."""
    tables: SingleValues | None
    groups: tuple[IndicatorGroupView, ...]
    no_series: NoSeries | None
    """None if a figure of the theme was given for more than one period."""
    outside: OutsideView | None
    """What external sources add; None if they add nothing."""
    subjects: ChartView | None
    """Which document mentions which thread, where nothing was promised or followed."""
    threads: tuple[ThreadView, ...]
    kinds: tuple[Label, ...]
    """The kinds of entries that the threads can be filtered by; none where there are few entries."""
    timeline: tuple[SpokenView, ...]
    """Every known source, oldest first; also those that say nothing."""
    related: tuple[Link, ...]
    follow: Follow | None
    atlas_json: str
    statements_csv: str
    brief: str
    """The path of the brief."""


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
    standings = tuple(_standing(source, standing, context) for source, standing in theme.standings)
    indicators = [indicator_view(indicator, context) for indicator in theme.indicators]
    chart, *_ = theme_charts(theme, edition, locale)
    single = tuple(view for view in indicators if not view.chart)
    threads = tuple(thread_views(theme, context))
    return ThemeView(
        title=locale.text(theme.text.title),
        former=context.former_ids("theme", theme.id),
        question=locale.text(theme.text.question),
        answer=_answer(theme, context),
        key_figures=tuple(key_figures(theme, context)),
        standings=standings if len(standings) > 1 else (),
        then_now=(standings[0], standings[-1]) if len(standings) > 1 else standings,
        between=standings[1:-1],
        tensions=tuple(tension_view(tension, context) for tension in theme.tensions if tension.is_shown),
        promises=_promises(theme, chart, context) if theme.milestones else None,
        places=_places(theme, context),
        indicators=tuple(view for view in indicators if view.chart),
        tables=SingleValues(locale.say("theme.said_values", n=len(single)), single) if single else None,
        outside=outside_view(theme, context),
        subjects=_strip_of("threads", chart),
        groups=indicator_groups(theme, context),
        no_series=no_series(theme, context),
        threads=threads,
        kinds=entry_kinds(threads, locale),
        timeline=tuple(spoken_view(theme, source, context) for source in edition.sources.values()),
        related=tuple(theme_link(other, locale) for other in related if other.is_mentioned),
        follow=follow(
            context.volume, feed=feed_path(theme_path(theme.id)), calendar=calendar_path(theme_path(theme.id))
        ),
        atlas_json=data_path(address, "atlas.json"),
        statements_csv=data_path(address, "statements.csv"),
        brief=brief_path(theme_path(theme.id)),
    )


def _strip_of(rows: str, chart: Chart | None) -> ChartView | None:
    """The strip, if its rows are of that kind."""
    is_one = chart is not None and isinstance(chart.plot, StripPlot) and chart.plot.of == rows
    return chart_view(chart) if is_one else None


def _answer(theme: KnownTheme, context: PageContext) -> AnswerView:
    locale, edition = context.locale, context.edition
    evolution = theme.text.evolution[-1] if theme.text.evolution else None
    return AnswerView(
        text=answer(theme.milestones, locale),
        fates=fates_view(promises_of(theme.milestones), edition, locale),
        evolution=locale.text(evolution.text) if evolution else None,
        cites=cited(evolution.cites, context) if evolution else (),
        base=base_of(edition, locale),
    )


def _standing(source: Source, standing: Standing, context: PageContext) -> StandingView:
    locale = context.locale
    name, cites = source_name(source, locale), cited(standing.cites, context)
    return StandingView(name, locale.text(standing.summary), locale.text(standing.text), cites)


def _promises(theme: KnownTheme, chart: Chart | None, context: PageContext) -> PromisesView:
    locale = context.locale

    def table(phrase: str, milestones: list[KnownMilestone]) -> PromiseTable | None:
        caption = locale.say(phrase, n=len(milestones))
        return promise_table(caption, milestones, context.edition, locale) if milestones else None

    def of(nature: Nature) -> list[KnownMilestone]:
        return [m for m in theme.milestones if m.record.nature is nature]

    tables = (
        table("theme.promises", [m for m in of(Nature.PROMISE) if m.is_promise]),
        table("theme.undated", [m for m in of(Nature.PROMISE) if not m.is_promise]),
        table("theme.steps", of(Nature.STEP)),
        table("theme.events", of(Nature.EVENT)),
    )
    return PromisesView(_strip_of("milestones", chart), tuple(filter(None, tables)))


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
    """How much the source says on the theme."""
    spoken, locale = spoken_by(source, theme), context.locale
    link = Link(anchored(source_path(source.id), theme.id), source_name(source, locale))
    if spoken.is_silent:
        return SpokenView(source.id, source_link(source, locale), _silence(source, context), True)
    count = len(spoken.statements) + len(spoken.reports) + len(spoken.indicators)
    standing = locale.say("theme.only_standing")
    return SpokenView(source.id, link, locale.say("theme.said_in", n=count) if count else standing, False)


def _silence(source: Source, context: PageContext) -> str:
    account = context.edition.accounts.get(source.id)
    if source.held is Held.PARTIAL:
        return context.locale.say("source.partial")
    return context.locale.say("theme.not_mentioned" if account and account.is_complete else "theme.nothing_entered")
