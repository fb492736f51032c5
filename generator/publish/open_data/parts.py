"""Convert records into the values of the open data: texts, dates, citations, and milestones."""

from collections.abc import Iterable
from functools import lru_cache

from generator.editions import (
    Absence,
    Edition,
    KnownIndicator,
    KnownMilestone,
    KnownReport,
    OutsideReports,
    schedule_of,
    support_of,
)
from generator.model import Bilingual, Citation, Looked, Period, Precision, edtf
from generator.publish.open_data import milestones as to
from generator.publish.open_data import values as values
from generator.text import LANGUAGES


def milestone_of(milestone: KnownMilestone, edition: Edition) -> to.Milestone:
    """The milestone with all that the edition derives from it."""
    record, schedule, unread = milestone.record, schedule_of(milestone, edition.as_of), milestone.unread
    return to.Milestone(
        id=milestone.id,
        theme=milestone.theme,
        title=text_of(record.title),
        places=record.places,
        state=milestone.state,
        timing=milestone.timing,
        first_due=date_if(milestone.first_due),
        latest_due=date_if(milestone.latest_due),
        done=date_if(milestone.done),
        slip_days=milestone.slip_days,
        moves=len(milestone.moves),
        silent_since=milestone.silent_since.id if milestone.silent_since else None,
        predecessors=milestone.predecessors,
        successors=milestone.successors,
        reports=tuple(map(report_of, milestone.reports)),
        nature=record.nature,
        owed_by=record.owed_by,
        weight=record.weight,
        measurable=record.measurable,
        why_not_measurable=text_if(record.why),
        last_says=milestone.last_word,
        support=support_of(milestone),
        schedule=schedule.kind,
        schedule_days=schedule.days,
        outcome=milestone.outcome,
        absence=_absence(milestone.absence),
        looked=tuple(map(_looked, record.looked)),
        lineage=tuple(to.Lineage(kind=line.kind, of=line.of, cites=cites_of(line.cites)) for line in record.lineage),
        unread=unread.count if unread else 0,
        unread_of_theme=unread.of_theme if unread else (),
    )


def _looked(looked: Looked) -> to.Looked:
    seen = looked.passages_seen
    return to.Looked(source=looked.source, words=looked.words, passages_seen=seen, by_hand=looked.by_hand)


def _absence(absence: Absence | None) -> to.Absence | None:
    if absence is None:
        return None
    return to.Absence(
        kind=absence.kind,
        since=absence.since.id,
        later=tuple(source.id for source in absence.later),
        spoken_of=absence.spoken_of,
    )


def outside_of(edition: Edition) -> tuple[KnownIndicator, ...]:
    """The indicators of which external sources give a value, with all values that are known."""
    return tuple(indicator for theme in edition.themes.values() for indicator in theme.outside.series)


def outside_milestone_of(said: OutsideReports, theme: str) -> to.OutsideMilestone:
    """What external sources say of a milestone of the theme."""
    return to.OutsideMilestone(
        id=said.milestone.id,
        theme=theme,
        title=text_of(said.milestone.title),
        slip_days=said.slip_days,
        reports=tuple(map(report_of, said.reports)),
    )


def report_of(report: KnownReport) -> to.Report:
    """The report with the standing of its source."""
    record = report.record
    return to.Report(
        cites=cites_of(record.cites),
        says=record.says,
        due=date_if(record.due),
        done=date_if(record.done),
        recalled=record.recalled,
        reason=text_if(record.reason),
        note=text_if(record.note),
        basis=record.basis,
        standing=report.source.standing,
    )


def text_of(text: Bilingual) -> values.Text:
    """The text in every language."""
    return values.Text({language: text[language] for language in LANGUAGES})


def text_if(text: Bilingual | None) -> values.Text | None:
    """The text in every language; None if there is none."""
    return text_of(text) if text else None


@lru_cache(maxsize=4096)
def date_of(period: Period) -> values.Date:
    """The period in all its forms; "not before" has no last day."""
    last = None if period.precision is Precision.NOT_BEFORE else period.last
    return values.Date(text=period.text, first=period.first, last=last, edtf=edtf(period))


def date_if(period: Period | None) -> values.Date | None:
    """The period in all its forms; None if there is none."""
    return date_of(period) if period else None


def cites_of(cites: Iterable[Citation]) -> tuple[values.Citation, ...]:
    """The citations in their order."""
    return tuple(map(_citation_of, cites))


@lru_cache(maxsize=16_384)
def _citation_of(citation: Citation) -> values.Citation:
    return values.Citation(source=citation.source, passage=citation.passage)
