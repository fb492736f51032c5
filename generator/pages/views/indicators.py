"""What pages print of indicators: key figures, the list of all, and each with its values."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.charts import indicator_chart
from generator.editions import KnownIndicator, KnownMilestone, KnownObservation, KnownTheme, State
from generator.model import Indicator, Locale, Observation, file_of
from generator.pages.context import PageContext
from generator.pages.urls import tension_path, theme_part_path
from generator.pages.views.milestones import state_view
from generator.pages.views.parts import (
    ChartView,
    Chip,
    EditLink,
    Label,
    Link,
    basis_label,
    chart_view,
    cited,
    edit_link,
    is_stated,
    theme_link,
)


@dataclass(frozen=True)
class KeyFigure:
    """A number or a date that a reader wants first."""

    value: str
    label: str
    cites: tuple[Chip, ...]
    differs: str | None
    """The path of where documents differ about it; None if they do not."""
    is_moved: bool = False


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
class IndicatorGroup:
    """The indicators of one theme."""

    id: str
    theme: Link
    extent: str
    """How many there are."""
    edit: EditLink | None
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True)
class IndicatorsView:
    """The page of all indicators."""

    title: str
    count: int
    groups: tuple[IndicatorGroup, ...]


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
    values: tuple[ValueView, ...]


def key_figures(theme: KnownTheme, context: PageContext) -> Iterator[KeyFigure]:
    """The theme's key figures as far as this edition knows them."""
    indicators = {indicator.id: indicator for indicator in theme.indicators}
    milestones = {milestone.id: milestone for milestone in theme.milestones}
    for id in theme.text.key_figures:
        differs = next((t.id for t in theme.tensions if t.is_shown and id in (*t.milestones, *t.indicators)), None)
        path = tension_path(differs) if differs else None
        if id in indicators:
            yield from _key_value(indicators[id], path, context)
        elif id in milestones:
            yield _key_date(milestones[id], path, context)


def _key_value(indicator: KnownIndicator, differs: str | None, context: PageContext) -> Iterator[KeyFigure]:
    """The latest value; for a table its largest cell would mislead, so it has none."""
    if indicator.record.breakdown:
        return
    locale, last = context.locale, indicator.current[-1].record
    value = locale.quantity(last.value, indicator.record.unit, last.qualifier)
    if last.target is not None:
        value = locale.say("of_target", value=locale.number(last.value), target=locale.number(last.target))
    label = f"{locale.text(indicator.record.title)}, {locale.period(last.period)}"
    if not is_stated(last):
        label += f" ({basis_label(last, locale).text})"
    yield KeyFigure(value, label, cited(last.cites, context), differs)


def _key_date(milestone: KnownMilestone, differs: str | None, context: PageContext) -> KeyFigure:
    locale, title = context.locale, context.locale.text(milestone.record.title)
    cites = cited(milestone.reports[-1].record.cites, context)
    if milestone.state in (State.DONE, State.DROPPED):
        done = f" · {locale.period(milestone.done)}" if milestone.done else ""
        return KeyFigure(locale.say(f"state.{milestone.state.value}") + done, title, cites, differs)
    if not milestone.latest_due:
        return KeyFigure(locale.say(f"says.{milestone.last_word.value}"), title, cites, differs)
    if milestone.moves and milestone.first_due:
        title = locale.say("key_moved", title=title, first=locale.period(milestone.first_due))
    if milestone.state is State.OVERDUE:
        state = state_view(milestone, context.edition, locale)
        title += f" · {state.text} ({state.note})"
    return KeyFigure(locale.period(milestone.latest_due), title, cites, differs, bool(milestone.moves))


def indicators_view(context: PageContext) -> IndicatorsView:
    """The page of all indicators, by theme."""
    themes = [theme for theme in context.edition.themes.values() if theme.indicators]
    return IndicatorsView(
        title=context.locale.say("nav.indicators"),
        count=sum(len(theme.indicators) for theme in themes),
        groups=tuple(_group(theme, context) for theme in themes),
    )


def _group(theme: KnownTheme, context: PageContext) -> IndicatorGroup:
    return IndicatorGroup(
        id=theme.id,
        theme=theme_link(theme, context.locale),
        extent=context.locale.say("theme.said_values", n=len(theme.indicators)),
        edit=edit_link(context, file_of(Indicator).path(theme.id)),
        rows=tuple(_row(indicator, context) for indicator in theme.indicators),
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
