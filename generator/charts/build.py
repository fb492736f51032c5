"""Charts of indicators: the plot, title, description and table of each, derived from the values."""

from dataclasses import dataclass, field
from datetime import timedelta

from generator.charts.data import (
    Cell,
    GridPlot,
    Plot,
    SeriesPlot,
    SeriesPoint,
)
from generator.charts.tidy import Tidy, each_once, of_indicator
from generator.editions import KnownIndicator, KnownObservation
from generator.model import Basis, Because, Citation, Dimension, Locale, Source


@dataclass(frozen=True)
class Chart:
    """A chart with its title, description and table."""

    key: str
    """Unique in the edition; the prefix of the ids in its SVG and the name of its downloads."""
    title: str
    description: str
    """One sentence with the main values, for readers who cannot see the chart."""
    plot: Plot
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The same values as text, in the language of the page."""
    tidy: Tidy = field(compare=False)
    """The same values for programs; charts that readers see alike are equal."""
    cites: tuple[Citation, ...] = field(compare=False)
    """The passages that carry them, each once."""
    measure: str = ""
    """What is counted, in words; empty where nothing is."""


def indicator_chart(
    indicator: KnownIndicator, dimensions: dict[str, Dimension], words: Locale, key: str
) -> Chart | None:
    """Return a line chart of values over time, or a grid of two dimensions; None if there is only one period."""
    if len(indicator.record.breakdown) == 2:
        return _grid_chart(indicator, dimensions, words, key)
    if not indicator.record.breakdown and len({o.record.period.text for o in indicator.observations}) > 1:
        return _series_chart(indicator, words, key)
    return None


def _series_chart(indicator: KnownIndicator, words: Locale, key: str) -> Chart:
    current = indicator.current
    points = []
    run = 0
    for i, observation in enumerate(current):
        follows = i and current[i - 1].record.period.last + timedelta(days=1) == observation.record.period.first
        if i and (not follows or _is_break(current[i - 1], observation)):
            run += 1
        points.append(_point(observation, run, "forecast" if observation.is_forecast else "current", words))
    points += [_point(o, 0, "restated", words) for o in indicator.observations if o.restated]
    outcomes = {o.cell for o in indicator.observations if o.outcome_of}
    points += [
        _point(o, 0, "forecast", words)
        for o in indicator.observations
        if o.is_forecast and not o.current and o.cell in outcomes
    ]
    points += [_target(o, words) for o in current if o.record.target is not None]
    unit = indicator.record.unit
    first, last = current[0].record, current[-1].record
    sentence = words.say(
        "chart.series_sentence",
        title=words.text(indicator.record.title),
        first=words.quantity(first.value, unit, first.qualifier),
        first_period=words.period(first.period),
        last=words.quantity(last.value, unit, last.qualifier),
        last_period=words.period(last.period),
    )
    return Chart(
        key=key,
        title=words.text(indicator.record.title),
        description=sentence,
        plot=SeriesPlot(tuple(points), words.unit(unit), words.separators),
        columns=observation_columns(words),
        rows=tuple(observation_row(observation, unit, words) for observation in indicator.observations),
        tidy=of_indicator(indicator, {}, words),
        cites=each_once(observation.record.cites for observation in indicator.observations),
        measure=words.unit(unit),
    )


def _is_break(before: KnownObservation, after: KnownObservation) -> bool:
    """Whether no line may join two values: the definition changed between them, or one of them is a forecast."""
    changed = Because.DEFINITION in (before.record.because, after.record.because)
    return (changed and before.source is not after.source) or before.is_forecast or after.is_forecast


def observation_columns(words: Locale) -> tuple[str, ...]:
    """Return the column headings of `observation_row`."""
    return tuple(words.say(f"column.{head}") for head in ("period", "value", "target", "source"))


def observation_row(observation: KnownObservation, unit: str, words: Locale) -> tuple[str, ...]:
    """Return period, value with qualifier and basis, target, and source of an observation, as text."""
    record = observation.record
    value = words.quantity(record.value, unit, record.qualifier)
    if record.basis is not Basis.STATED:
        value += f" ({': '.join(filter(None, (words.say(f'basis.{record.basis.value}'), record.formula)))})"
    if observation.restated:
        value += f" ({words.say('restated')})"
    target = words.number(record.target) if record.target is not None else "–"
    return (
        words.period(record.period),
        value,
        target,
        short_source(observation.source, words),
    )


def short_source(source: Source, words: Locale) -> str:
    """Return kind and date of a source in words: `Letter 11 Jun 2026`; of an external one who published it.

    Of that also its standing, so that nowhere a figure is shown without it: `De Krant 5 Jan 2023 (relayed)`.
    """
    day = words.short_day(source.published)
    if source.standing is None:
        return f"{words.say(f'source_kind.{source.kind.value}')} {day}"
    return f"{words.text(source.author)} {day} ({words.say(f'standings.{source.standing.value}')})"


def _point(observation: KnownObservation, run: int, mark: str, words: Locale) -> SeriesPoint:
    period = observation.record.period
    value = observation.record.value
    shown = " ".join(filter(None, (words.hedge(observation.record.qualifier), words.number(value))))
    return SeriesPoint(str(period.first), str(period.last), words.period(period), float(value), shown, run, mark)


def _target(observation: KnownObservation, words: Locale) -> SeriesPoint:
    period, target = observation.record.period, observation.record.target
    assert target is not None
    shown = f"{words.say('column.target')} {words.number(target)}"
    return SeriesPoint(str(period.first), str(period.last), words.period(period), float(target), shown, 0, "target")


def _grid_chart(indicator: KnownIndicator, dimensions: dict[str, Dimension], words: Locale, key: str) -> Chart:
    rows, columns = (dimensions[id] for id in indicator.record.breakdown)
    last = max((o.record.period for o in indicator.current), key=lambda period: period.last)
    cells = {
        (o.record.of[rows.id], o.record.of[columns.id]): o.record.value
        for o in indicator.current
        if o.record.period.text == last.text
    }
    row_names = {value.id: words.text(value.title) for value in rows.values}
    column_names = {value.id: words.text(value.title) for value in columns.values}
    (row, column), largest = max(cells.items(), key=lambda cell: cell[1])
    sentence = words.say(
        "chart.grid_sentence",
        title=words.text(indicator.record.title),
        period=words.the(last),
        largest=words.quantity(largest, indicator.record.unit),
        row=row_names[row],
        column=column_names[column],
    )
    return Chart(
        key=key,
        title=f"{words.text(indicator.record.title)}, {words.period(last)}",
        description=sentence,
        plot=GridPlot(
            tuple(row_names.values()),
            tuple(column_names.values()),
            tuple(
                Cell(row_names[r], column_names[c], float(value), words.number(value))
                for (r, c), value in cells.items()
            ),
        ),
        columns=(words.text(rows.title), *column_names.values()),
        rows=tuple(
            (name, *(words.number(cells[r, c]) if (r, c) in cells else "" for c in column_names))
            for r, name in row_names.items()
        ),
        tidy=of_indicator(indicator, dimensions, words),
        cites=each_once(observation.record.cites for observation in indicator.observations),
        measure=words.unit(indicator.record.unit),
    )
