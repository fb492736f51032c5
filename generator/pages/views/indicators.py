"""What pages print of indicators: key figures, the list of all, and each with its values."""

from dataclasses import dataclass

from generator.archive import Archive
from generator.charts import indicator_chart
from generator.editions import KnownIndicator, KnownObservation, KnownTheme
from generator.model import Indicator, Locale, Observation, file_of
from generator.pages.context import PageContext
from generator.pages.urls import outside_anchor, series_anchor, theme_part_path
from generator.pages.views.milestones import OutsideStepView, outside_step
from generator.pages.views.outside import (
    OutsideNote,
    SeriesView,
    VintageView,
    has_outside,
    legend_of,
    outside_note,
    ranked_series,
    series_views,
    sources_in,
    vintage_views,
)
from generator.pages.views.parts import (
    ChartView,
    Chip,
    EditLink,
    Label,
    Link,
    TensionView,
    basis_label,
    chart_view,
    cited,
    edit_link,
    is_stated,
    tension_view,
    theme_link,
)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator with its latest value."""

    indicator: Link
    value: str | None
    """None for a table, of which no single cell is representative."""
    period: str
    values: str
    """How many it has, restated ones counted."""
    restated: int
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class ValueView:
    """One value of an indicator."""

    of: str
    """Categories and period."""
    value: str
    target: str | None
    basis: Label | None
    """How it was come by, unless the source states it."""
    is_restated: bool
    cites: tuple[Chip, ...]
    note: str | None


@dataclass(frozen=True)
class SingleView:
    """A figure from outside with too little to draw."""

    id: str
    title: str
    values: tuple[ValueView, ...]


@dataclass(frozen=True)
class OutsideFigures:
    """What external sources add to the figures of a theme."""

    id: str
    note: OutsideNote
    legend: tuple[Label, ...]
    series: tuple[SeriesView, ...]
    single: tuple[SingleView, ...]
    """Those with too little to draw."""
    steps: tuple[OutsideStepView, ...]
    tensions: tuple[TensionView, ...]
    """Where documents differ, of which one is external."""


@dataclass(frozen=True)
class IndicatorGroup:
    """The indicators of one theme."""

    id: str
    theme: Link
    extent: str
    """How many there are."""
    edit: EditLink | None
    drawn: tuple[ChartView, ...]
    """Of those with values for several periods, in one dimension."""
    rows: tuple[IndicatorRow, ...]
    outside: OutsideFigures | None
    """Series with values from outside; None if there are none."""


@dataclass(frozen=True)
class IndicatorsView:
    """The page of all indicators."""

    title: str
    count: int
    has_outside: bool
    """Whether any of them has values from outside."""
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True)
class IndicatorView:
    """An indicator with its definition and values, as a chart or, where there is too little to draw, as a list."""

    id: str
    former: tuple[str, ...]
    title: str
    definition: str
    edit: EditLink | None
    chart: ChartView | None
    is_table: bool
    """Whether its chart is a table of two dimensions, which needs the whole width."""
    bases: tuple[Label, ...]
    """How the values were come by, each way once, unless the source states them."""
    cites: tuple[Chip, ...]
    """Of all values."""
    vintages: tuple[VintageView, ...]
    values: tuple[ValueView, ...]


def indicators_view(context: PageContext) -> IndicatorsView:
    """The page of all indicators, by theme."""
    themes = [t for t in context.edition.themes.values() if t.is_mentioned and (t.indicators or has_outside(t))]
    return IndicatorsView(
        title=context.locale.say("nav.indicators"),
        count=sum(len(theme.indicators) for theme in themes),
        has_outside=any(map(has_outside, themes)),
        groups=tuple(_group(theme, context) for theme in themes),
    )


def _group(theme: KnownTheme, context: PageContext) -> IndicatorGroup:
    return IndicatorGroup(
        id=theme.id,
        theme=theme_link(theme, context.locale),
        extent=context.locale.say("theme.said_values", n=len(theme.indicators)),
        edit=edit_link(context, file_of(Indicator).path(theme.id)),
        drawn=tuple(filter(None, (_drawn(indicator, context) for indicator in theme.indicators))),
        rows=tuple(_row(indicator, context) for indicator in theme.indicators),
        outside=_outside(theme, context),
    )


def _drawn(indicator: KnownIndicator, context: PageContext) -> ChartView | None:
    if indicator.record.breakdown:
        return None
    return chart_view(indicator_chart(indicator, context.archive.dimensions, context.locale, indicator.id))


def _outside(theme: KnownTheme, context: PageContext) -> OutsideFigures | None:
    outside, series = theme.outside, ranked_series(theme)
    if not has_outside(theme):
        return None
    views = series_views(series, context)
    drawn = {view.id for view in views}
    return OutsideFigures(
        id=outside_anchor(theme.id),
        note=outside_note(sources_in(theme, context.edition), context),
        legend=legend_of((one for one in series if series_anchor(one.id) in drawn), context),
        series=views,
        single=tuple(_single(one, context) for one in series if series_anchor(one.id) not in drawn),
        steps=tuple(outside_step(reports, context) for reports in outside.milestones),
        tensions=tuple(tension_view(tension, context) for tension in outside.tensions),
    )


def _single(indicator: KnownIndicator, context: PageContext) -> SingleView:
    locale = context.locale
    return SingleView(
        id=series_anchor(indicator.id),
        title=locale.text(indicator.record.title),
        values=tuple(_value(observation, indicator, context) for observation in indicator.observations),
    )


def _row(indicator: KnownIndicator, context: PageContext) -> IndicatorRow:
    locale, last = context.locale, indicator.current[-1].record
    whole = not indicator.record.breakdown
    return IndicatorRow(
        indicator=indicator_link(indicator, locale),
        value=locale.quantity(last.value, indicator.record.unit, last.qualifier) if whole else None,
        period=locale.period(last.period),
        values=locale.number(len(indicator.observations)),
        restated=sum(o.restates is not None for o in indicator.observations),
        cites=cited(last.cites, context),
    )


def indicator_link(indicator: KnownIndicator, locale: Locale) -> Link:
    """To the indicator on the page of its theme."""
    return Link(theme_part_path(indicator.theme, indicator.id), locale.text(indicator.record.title))


def indicator_view(indicator: KnownIndicator, context: PageContext) -> IndicatorView:
    """An indicator in full."""
    records = [observation.record for observation in indicator.observations]
    by_basis = {record.basis: record for record in reversed(records)}
    first_of_each = [record for record in records if by_basis[record.basis] is record]
    locale = context.locale
    return IndicatorView(
        id=indicator.id,
        former=context.former_ids("indicator", indicator.id),
        title=locale.text(indicator.record.title),
        definition=locale.text(indicator.record.definition),
        edit=edit_link(context, file_of(Indicator).path(indicator.theme), indicator.id),
        chart=chart_view(indicator_chart(indicator, context.archive.dimensions, locale, indicator.id)),
        is_table=len(indicator.record.breakdown) > 1,
        bases=tuple(basis_label(record, locale) for record in first_of_each if not is_stated(record)),
        cites=cited((citation for record in records for citation in record.cites), context),
        vintages=vintage_views(indicator, context),
        values=tuple(_value(observation, indicator, context) for observation in indicator.observations),
    )


def _value(observation: KnownObservation, indicator: KnownIndicator, context: PageContext) -> ValueView:
    locale, record = context.locale, observation.record
    target = record.target
    return ValueView(
        of=", ".join([*categories(record, context.archive, locale), locale.period(record.period)]),
        value=locale.quantity(record.value, indicator.record.unit, record.qualifier),
        target=locale.say("target_was", target=target) if target is not None else None,
        basis=None if is_stated(record) else basis_label(record, locale),
        is_restated=observation.restated,
        cites=cited(record.cites, context),
        note=locale.text(record.note) if record.note else None,
    )


def categories(observation: Observation, archive: Archive, locale: Locale) -> list[str]:
    """The categories that a value of a breakdown is about, in the order of its dimensions."""
    titles = {
        (dimension.id, category.id): locale.text(category.title)
        for dimension in archive.dimensions.values()
        for category in dimension.values
    }
    return [titles[named] for named in observation.of.items()]
