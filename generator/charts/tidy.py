"""The values of a chart as a table for programs: plain numbers and ISO dates, one thing in a column, one fact in a row.

Names of columns and codes are the same in every language; only labels are in that of the chart.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.editions import KnownIndicator, KnownMilestone, KnownObservation, KnownReport
from generator.model import Citation, Dimension, Locale, Period, Source

PARLIAMENT = "parliament"
"""The standing of a document to parliament; an external source says which other it has."""
Row = Mapping[str, object]


@dataclass(frozen=True)
class Tidy:
    """A table; every row has a cell for every column, empty where there is nothing to say."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tidy(rows: Iterable[Row]) -> Tidy:
    """Return the rows as a table whose columns are those of the rows, in the order in which they first occur."""
    listed = list(rows)
    columns = tuple(dict.fromkeys(name for row in listed for name in row))
    return Tidy(columns, tuple(tuple(_cell(row.get(name)) for name in columns) for row in listed))


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def of_indicator(indicator: KnownIndicator, dimensions: Mapping[str, Dimension], words: Locale) -> Tidy:
    """Return a row for each observation of the indicator, by period, earlier values of a period first."""
    return tidy(_observed(o, indicator, dimensions, words) for o in indicator.observations)


def _observed(
    observation: KnownObservation, indicator: KnownIndicator, dimensions: Mapping[str, Dimension], words: Locale
) -> Row:
    record = observation.record
    categories = {
        name: text
        for of in indicator.record.breakdown
        for name, text in _category(record.of[of], dimensions[of], words)
    }
    return {
        "indicator": indicator.id,
        "title": words.text(indicator.record.title),
        **categories,
        "period": record.period.text,
        "period_start": record.period.first,
        "period_end": record.period.last,
        "value": f"{record.value:f}",
        "unit": indicator.record.unit,
        "unit_label": words.unit(indicator.record.unit),
        "qualifier": record.qualifier.value if record.qualifier else None,
        "target": None if record.target is None else f"{record.target:f}",
        "basis": record.basis.value,
        "forecast": observation.is_forecast,
        "current": observation.current,
        **given_by(observation.source, record.cites),
    }


def _category(value: str, dimension: Dimension, words: Locale) -> Iterator[tuple[str, str]]:
    yield dimension.id, value
    yield f"{dimension.id}_label", next(words.text(one.title) for one in dimension.values if one.id == value)


def given_by(source: Source, cites: Iterable[Citation]) -> Row:
    """Return which document says it, when that was published, its standing, and in which passages."""
    return {
        "source": source.id,
        "published": source.published.text,
        "standing": source.standing.value if source.standing else PARLIAMENT,
        "passages": " ".join(citation.passage for citation in cites),
    }


def of_milestones(milestones: Iterable[KnownMilestone], words: Locale) -> Tidy:
    """Return a row for each report of each milestone, oldest first, with the state and dates of the milestone."""
    return tidy(_reported(report, milestone, words) for milestone in milestones for report in milestone.reports)


def _reported(report: KnownReport, milestone: KnownMilestone, words: Locale) -> Row:
    return {
        "milestone": milestone.id,
        "title": words.text(milestone.record.title),
        "state": milestone.state.value,
        **dates("first_due", milestone.first_due),
        **dates("latest_due", milestone.latest_due),
        **dates("done", milestone.done),
        "slip_days": milestone.slip_days,
        "says": report.record.says.value,
        **dates("says_due", report.record.due),
        **dates("says_done", report.record.done),
        **given_by(report.source, report.record.cites),
    }


def dates(name: str, period: Period | None) -> Row:
    """Return the first and the last day of a period, in columns that are there also where the period is not."""
    return {f"{name}_start": period and period.first, f"{name}_end": period and period.last}


def reported_in(milestones: Iterable[KnownMilestone]) -> tuple[Citation, ...]:
    """Return what the reports of the milestones cite, each passage once, in order."""
    return each_once(report.record.cites for milestone in milestones for report in milestone.reports)


def each_once(cited: Iterable[Iterable[Citation]]) -> tuple[Citation, ...]:
    """Return all citations, each once, in order."""
    return tuple(dict.fromkeys(citation for cites in cited for citation in cites))
