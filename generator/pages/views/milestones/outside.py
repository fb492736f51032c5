"""What external sources say of milestones, kept apart from what documents to parliament say."""

from dataclasses import dataclass

from generator.editions import KnownReport, OutsideReports
from generator.pages.context import PageContext
from generator.pages.urls import milestone_path
from generator.pages.views.milestones.said import SaidView, said_view
from generator.pages.views.parts import Chip, Link, cited, source_link


@dataclass(frozen=True)
class OutsideReportView:
    """What one external source says of a milestone."""

    source: Link
    said: SaidView
    note: str | None
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class OutsideStepView:
    """What external sources say of one milestone."""

    title: str
    path: str | None
    """Of its page; None if no document to parliament mentions it."""
    slip: str | None
    """How far its date moved by what they say alone."""
    reports: tuple[OutsideReportView, ...]


def outside_step(said: OutsideReports, context: PageContext) -> OutsideStepView:
    """What external sources say of one milestone."""
    locale = context.locale
    known = any(milestone.id == said.milestone.id for milestone in context.edition.milestones)
    return OutsideStepView(
        title=locale.text(said.milestone.title),
        path=milestone_path(said.milestone.id) if known else None,
        slip=locale.say("outside.slip", slip=locale.slip(said.slip_days)) if said.slip_days else None,
        reports=tuple(_report(report, context) for report in said.reports),
    )


def _report(report: KnownReport, context: PageContext) -> OutsideReportView:
    locale, note = context.locale, report.record.note or report.record.reason
    return OutsideReportView(
        source=source_link(report.source, locale),
        said=said_view(report, locale),
        note=locale.text(note) if note else None,
        cites=cited(report.record.cites, context),
    )
