"""What pages print of external sources: series, and what they say of dates. All of it can be left out of a page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.charts import figures_chart, kinds_of, lettered, years_of
from generator.editions import Edition, KnownIndicator, KnownObservation, KnownTheme
from generator.model import Indicator as IndicatorRecord
from generator.model import Locale, Source, Weight, file_of
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, anchored, outside_anchor, series_anchor
from generator.pages.views.parts import (
    ChartView,
    Chip,
    EditLink,
    Label,
    Link,
    chart_view,
    cited,
    edit_link,
    source_link,
)

_SHOWN = 1
"""How many series the page of a theme shows, so that it stays light; all are on the page of figures."""


@dataclass(frozen=True)
class BreakView:
    """Where a series stops being comparable."""

    mark: str
    text: str
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class NoteView:
    """What a reader must know of one value."""

    period: str
    text: str


@dataclass(frozen=True)
class GivenView:
    """A value as one document gives it."""

    value: str
    source: Link
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class VintageView:
    """A value that was given more than once."""

    period: str
    first: GivenView
    latest: GivenView


@dataclass(frozen=True)
class SeriesView:
    """A series with values from outside."""

    id: str
    chart: ChartView
    definition: str
    edit: EditLink | None
    breaks: tuple[BreakView, ...]
    notes: tuple[NoteView, ...]
    vintages: tuple[VintageView, ...]
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class OutsideSource:
    """What is said of an external source."""

    standing: str
    fragment: str
    """When it was read, and that it proves no absence."""


@dataclass(frozen=True)
class OutsideNote:
    """What is said above everything from outside."""

    explained: str
    added: str
    """When it was entered."""


@dataclass(frozen=True)
class OutsideView:
    """What external sources add to the page of a theme."""

    legend: tuple[Label, ...]
    """Of the kinds of bars that occur."""
    series: tuple[SeriesView, ...]
    """The one that leads the theme; none if nothing can be drawn."""
    more: Link
    """To all that they add, on the page of figures, with how much that is besides."""


def outside_view(theme: KnownTheme, context: PageContext) -> OutsideView | None:
    """What external sources add to the page of the theme; None if they add nothing."""
    outside = theme.outside
    if not has_outside(theme):
        return None
    ranked = ranked_series(theme)
    views = series_views(ranked, context)
    shown = {view.id for view in views[:_SHOWN]}
    counted = (len(ranked) - len(shown), len(outside.milestones), len(outside.tensions))
    rest = f"{context.locale.say('outside.rest')}: {_extent(*counted, context.locale)}"
    return OutsideView(
        legend=legend_of((one for one in ranked if series_anchor(one.id) in shown), context),
        series=views[:_SHOWN],
        more=Link(anchored(FixedPage.INDICATORS.value, outside_anchor(theme.id)), rest),
    )


def has_outside(theme: KnownTheme) -> bool:
    """Whether external sources add anything to the theme."""
    return bool(theme.outside.series or theme.outside.milestones or theme.outside.tensions)


def ranked_series(theme: KnownTheme) -> tuple[KnownIndicator, ...]:
    """The series of a theme with values from outside: those that lead it first, then those with most periods."""
    order = [Weight.LEAD, Weight.NORMAL, Weight.MINOR]
    return tuple(sorted(theme.outside.series, key=lambda one: (order.index(one.record.weight), -len(one.current))))


def series_views(series: Sequence[KnownIndicator], context: PageContext) -> tuple[SeriesView, ...]:
    """Those of the series that can be drawn, on one axis."""
    return tuple(filter(None, (_series(one, years_of(series, context.edition.as_of.year), context) for one in series)))


def _series(indicator: KnownIndicator, years: tuple[int, int], context: PageContext) -> SeriesView | None:
    locale, record = context.locale, indicator.record
    chart = chart_view(figures_chart(indicator, years, context.archive.dimensions, locale))
    if chart is None:
        return None
    written = [observation.record for observation in indicator.observations]
    return SeriesView(
        id=series_anchor(indicator.id),
        chart=chart,
        definition=locale.text(record.definition),
        edit=edit_link(context, file_of(IndicatorRecord).path(indicator.theme), indicator.id),
        breaks=tuple(
            BreakView(locale.say("outside.mark", letter=letter), locale.text(b.text), cited(b.cites, context))
            for letter, b in lettered(indicator)
        ),
        notes=tuple(NoteView(locale.period(o.period), locale.text(o.note)) for o in written if o.note),
        vintages=vintage_views(indicator, context),
        cites=cited((citation for observation in written for citation in observation.cites), context),
    )


def vintage_views(indicator: KnownIndicator, context: PageContext) -> tuple[VintageView, ...]:
    """The values that were given more than once: by which document first and by which last; none of a breakdown."""
    if indicator.record.breakdown:
        return ()
    return tuple(
        VintageView(context.locale.period(first.record.period), *(_given(o, indicator, context) for o in (first, last)))
        for first, last in indicator.given_again
    )


def _given(observation: KnownObservation, indicator: KnownIndicator, context: PageContext) -> GivenView:
    locale, record = context.locale, observation.record
    return GivenView(
        value=locale.quantity(record.value, indicator.record.unit, record.qualifier),
        source=source_link(observation.source, locale),
        cites=cited(record.cites, context),
    )


def legend_of(series: Iterable[KnownIndicator], context: PageContext) -> tuple[Label, ...]:
    """What the kinds of bars mean that occur in the series."""
    return tuple(Label(of, context.locale.say(f"series.{of}")) for of in kinds_of(*series))


def sources_in(theme: KnownTheme, edition: Edition) -> Iterator[Source]:
    """The external sources that add something to the theme; some more than once."""
    for tension in theme.outside.tensions:
        yield from (edition.outside[c.source] for c in tension.cites if c.source in edition.outside)
    for one in theme.outside.series:
        yield from (o.source for o in one.observations if o.source.is_outside)
    for said in theme.outside.milestones:
        yield from (report.source for report in said.reports)


def outside_note(sources: Iterable[Source], context: PageContext) -> OutsideNote:
    """What is said above what these sources add; of several days on which they were read, the last."""
    found = {source.id: source for source in sources}
    days = [source.seen for source in found.values() if source.seen]
    added = max(days, key=lambda day: day.last)
    locale = context.locale
    return OutsideNote(
        explained=locale.say("outside.explained", n=len(found)),
        added=locale.say("outside.added", when=locale.moment(added)),
    )


def outside_source(source: Source, locale: Locale) -> OutsideSource | None:
    """What is said of an external source on its page; None for a document to parliament."""
    if source.standing is None or source.seen is None:
        return None
    return OutsideSource(
        standing=locale.say(f"series.{source.standing.value}"),
        fragment=locale.say("outside.fragment", when=locale.moment(source.seen)),
    )


def _extent(series: int, steps: int, tensions: int, locale: Locale) -> str:
    counted = {"series": series, "steps": steps, "tensions": tensions}
    return ", ".join(locale.say(f"outside.count.{name}", n=n) for name, n in counted.items() if n)
