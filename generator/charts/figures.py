"""Charts of series with figures from outside the documents to parliament: who gives each value is seen."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from string import ascii_lowercase

from generator.charts.build import Chart, observation_columns, observation_row
from generator.charts.data import Bar, BarsPlot
from generator.charts.tidy import PARLIAMENT, each_once, of_indicator
from generator.editions import KnownIndicator, KnownObservation
from generator.model import Break, Dimension, Locale, Qualifier

_SCALES = ((10_000_000, 1_000_000, "million"), (10_000, 1_000, "thousand"))
"""From which largest value on a drawing counts in which scale, so that a number fits above its bar."""
_HEDGES = {
    None: ("{}", ROUND_HALF_EVEN),
    Qualifier.ABOUT: ("~{}", ROUND_HALF_EVEN),
    Qualifier.MORE_THAN: (">{}", ROUND_FLOOR),
    Qualifier.AT_LEAST: ("{}+", ROUND_FLOOR),
    Qualifier.LESS_THAN: ("<{}", ROUND_CEILING),
}
"""The sign of each hedge, and how a number is rounded so that the hedge still holds."""
FORECAST = "forecast"
"""The kind of a bar whose value was given before its period had ended."""


def years_of(series: Iterable[KnownIndicator], until: int) -> tuple[int, int]:
    """Return the first and the last year of the axis that all series of a theme share.

    `until` is the last, unless a value is about a later year.
    """
    periods = [observation.record.period for one in series for observation in one.observations]
    return min(period.first.year for period in periods), max(until, *(period.last.year for period in periods))


def figures_chart(
    indicator: KnownIndicator, years: tuple[int, int], dimensions: dict[str, Dimension], words: Locale
) -> Chart | None:
    """Return the series as bars over the years from the first to the last of `years`; None with only one period."""
    current = indicator.current
    if indicator.record.breakdown or len(current) < 2:
        return None
    scale, unit = _scale(indicator, words)
    return Chart(
        key=f"{indicator.id}-series",
        title=_title(indicator, words),
        description=_description(indicator, unit, dimensions, words),
        plot=BarsPlot(
            bars=tuple(_bar(observation, scale, words) for observation in current),
            breaks=tuple((_between(broken, indicator), letter) for letter, broken in lettered(indicator)),
            unit=unit,
            begin=years[0],
            end=years[1],
            legend=tuple((of, words.say(f"series.{of}")) for of in kinds_of(indicator)),
        ),
        columns=observation_columns(words),
        rows=tuple(observation_row(o, indicator.record.unit, words) for o in indicator.observations),
        tidy=of_indicator(indicator, dimensions, words),
        cites=each_once(observation.record.cites for observation in indicator.observations),
        measure=words.unit(indicator.record.unit),
    )


def lettered(indicator: KnownIndicator) -> tuple[tuple[str, Break], ...]:
    """Return each break of a series with the letter that names it in the drawing, oldest first."""
    return tuple(zip(ascii_lowercase, indicator.record.breaks, strict=False))


def _between(broken: Break, indicator: KnownIndicator) -> str:
    """The ISO day half way between the last value before the break and the first one after it."""
    periods = [observation.record.period for observation in indicator.current]
    before = [period.last for period in periods if period.last < broken.since.first]
    after = [period.first for period in periods if period.first >= broken.since.first]
    if not (before and after):
        return str(broken.since.first)
    return str(before[-1] + (after[0] - before[-1]) / 2)


def standing_of(observation: KnownObservation) -> str:
    """Return `parliament`, `official` or `relayed`."""
    standing = observation.source.standing
    return standing.value if standing else PARLIAMENT


def kinds_of(*series: KnownIndicator) -> tuple[str, ...]:
    """Return the standings of the values that are drawn, the weightiest first, and `forecast` if any is one."""
    drawn = [observation for one in series for observation in one.current]
    found = {standing_of(observation) for observation in drawn}
    ahead = (FORECAST,) if any(observation.is_forecast for observation in drawn) else ()
    return (*(of for of in (PARLIAMENT, "official", "relayed") if of in found), *ahead)


def _scale(indicator: KnownIndicator, words: Locale) -> tuple[int, str]:
    """Return what the values are divided by, and the unit in words."""
    largest = max(observation.record.value for observation in indicator.current)
    unit = words.unit(indicator.record.unit)
    for limit, scale, name in _SCALES:
        if largest >= limit:
            return scale, words.say(f"series.{name}", unit=unit)
    return 1, words.say("series.unit", unit=unit)


def _bar(observation: KnownObservation, scale: int, words: Locale) -> Bar:
    record = observation.record
    hedge, rounding = _HEDGES[record.qualifier]
    value = record.value if scale == 1 else (record.value / scale).quantize(Decimal("0.1"), rounding)
    shown = hedge.format(words.number(value))
    period = record.period
    first, last = str(period.first), str(period.last)
    return Bar(first, last, float(record.value), shown, standing_of(observation), observation.is_forecast)


def _title(indicator: KnownIndicator, words: Locale) -> str:
    """The first and the last value, if one definition carries both; else only what is counted."""
    title, unit = words.text(indicator.record.title), indicator.record.unit
    first, last = indicator.current[0].record, indicator.current[-1].record
    if indicator.record.breaks:
        return title
    return words.say(
        "series.title",
        title=title,
        first=words.quantity(first.value, unit, first.qualifier),
        first_period=words.period(first.period),
        last=words.quantity(last.value, unit, last.qualifier),
        last_period=words.period(last.period),
    )


def _description(indicator: KnownIndicator, unit: str, dimensions: dict[str, Dimension], words: Locale) -> str:
    """Who counts what where, the largest change, and how many values are from outside."""
    record = indicator.record
    counted = {"body": record.counted_by, "area": record.area}
    names = [_category(dimensions, of, category, words) for of, category in counted.items() if category]
    outside = sum(observation.source.is_outside for observation in indicator.current)
    sentences = [
        f"{unit[:1].upper()}{unit[1:]}.",
        words.say("series.counted", body=names[0], area=names[1]) if len(names) == len(counted) else "",
        _largest_change(indicator, words),
        words.say("series.all_outside")
        if outside == len(indicator.current)
        else words.say("series.outside", n=outside, of=len(indicator.current)),
    ]
    return " ".join(filter(None, sentences))


def _largest_change(indicator: KnownIndicator, words: Locale) -> str:
    """In whole per cents, between two values that are no bounds and have no break between or within their periods."""
    breaks = [broken.since.first for broken in indicator.record.breaks]
    changes = [
        (after.value / before.value - 1, before.period, after.period)
        for before, after in pairwise(observation.record for observation in indicator.current)
        if before.value
        and {before.qualifier, after.qualifier} <= {None, Qualifier.ABOUT}
        and not any(before.period.first < day <= after.period.last for day in breaks)
    ]
    share, before, after = max(changes, key=lambda change: abs(change[0]), default=(Decimal(0), None, None))
    percent = int((abs(share) * 100).to_integral_value())
    if not (percent and before and after):
        return ""
    phrase = "series.rise" if share > 0 else "series.fall"
    return words.say(phrase, percent=percent, before=words.the(before), after=words.the(after))


def _category(dimensions: dict[str, Dimension], of: str, category: str, words: Locale) -> str:
    return next(words.text(value.title) for value in dimensions[of].values if value.id == category)
