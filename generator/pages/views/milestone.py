"""What pages print of one milestone: its state, its reports, what it came out of."""

from dataclasses import dataclass

from generator.charts import promises_chart
from generator.editions import KnownMilestone, KnownReport, Move, State
from generator.model import Locale, Precision
from generator.pages.context import PageContext
from generator.pages.views.parts import (
    ChartView,
    Chip,
    Label,
    Link,
    chart_view,
    cited,
    milestone_link,
    phrase_label,
    place_link,
    source_link,
    source_name,
    theme_link,
)


@dataclass(frozen=True)
class SaidView:
    """What a source says of a milestone."""

    says: Label
    is_recalled: bool
    due: str | None
    done: str | None


@dataclass(frozen=True)
class MoveView:
    """A date that moved."""

    summary: str
    """From when to when."""
    slip: str


@dataclass(frozen=True)
class ReportView:
    """A report in full."""

    source: Link
    said: SaidView
    is_return: bool
    """Whether it broke a silence."""
    moves: tuple[MoveView, ...]
    reason: str | None
    note: str | None
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class LineageView:
    """What a milestone came out of."""

    summary: str
    milestones: tuple[Link, ...]
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class MilestoneView:
    """The page of one milestone."""

    title: str
    theme: Link
    state: str
    rule: str
    """Why it is in that state."""
    first_due: str | None
    latest_due: str | None
    """None if it did not move."""
    moved: str | None
    """How far, and how many times."""
    done: str | None
    lineage: LineageView | None
    successors: tuple[Link, ...]
    awaited: str | None
    """What would count as done, and as on time; None if it is awaited no more."""
    silence: str | None
    chart: ChartView | None
    reports: tuple[ReportView, ...]
    places: tuple[Link, ...]


def said_view(report: KnownReport, locale: Locale) -> SaidView:
    """What the report says, in words."""
    record = report.record
    return SaidView(
        says=phrase_label("says", record.says.value, locale),
        is_recalled=record.recalled,
        due=locale.period(record.due) if record.due else None,
        done=locale.period(record.done) if record.done else None,
    )


def move_view(move: Move, locale: Locale) -> MoveView:
    """The move, in words."""
    summary = locale.say("moved_from", before=locale.period(move.before), after=locale.period(move.after))
    return MoveView(summary, locale.slip(move.days))


def milestone_view(milestone: KnownMilestone, context: PageContext) -> MilestoneView:
    """The page of one milestone."""
    locale, edition = context.locale, context.edition
    known = {m.id: m for m in edition.milestones}
    key = f"{milestone.id}-promise"
    silent_since = milestone.silent_since
    return MilestoneView(
        title=locale.text(milestone.record.title),
        theme=theme_link(edition.themes[milestone.theme], locale),
        state=locale.say(f"state.{milestone.state.value}"),
        rule=_rule(milestone, locale),
        first_due=locale.period(milestone.first_due) if milestone.first_due else None,
        latest_due=locale.period(milestone.latest_due) if milestone.moves and milestone.latest_due else None,
        moved=_moved(milestone, locale),
        done=locale.period(milestone.done) if milestone.done else None,
        lineage=_lineage(milestone, known, context),
        successors=tuple(milestone_link(known[id], locale) for id in milestone.successors),
        awaited=_awaited(milestone, locale),
        silence=locale.say("silent_since", source=source_name(silent_since, locale)) if silent_since else None,
        chart=chart_view(promises_chart((milestone,), edition, locale, key)) if milestone.moves else None,
        reports=tuple(_report(report, milestone, context) for report in milestone.reports),
        places=tuple(place_link(edition.places[id], locale) for id in milestone.record.places),
    )


def _rule(milestone: KnownMilestone, locale: Locale) -> str:
    rule = locale.say(f"rule.{milestone.state.value}")
    return f"{rule} {locale.say(f'timing_rule.{milestone.timing.value}')}" if milestone.timing else rule


def _moved(milestone: KnownMilestone, locale: Locale) -> str | None:
    if not milestone.moves:
        return None
    return f"{locale.slip(milestone.slip_days or 0)}, {locale.say('moves', n=len(milestone.moves))}"


def _awaited(milestone: KnownMilestone, locale: Locale) -> str | None:
    if milestone.state in (State.DONE, State.DROPPED) or milestone.successors:
        return None
    awaited = locale.say("milestone.would_be_done")
    if not milestone.first_due or milestone.first_due.precision is Precision.NOT_BEFORE:
        return awaited
    return f"{awaited} {locale.say('milestone.on_time_until', day=locale.day(milestone.first_due.last))}"


def _lineage(milestone: KnownMilestone, known: dict[str, KnownMilestone], context: PageContext) -> LineageView | None:
    lineage = milestone.record.lineage
    if lineage is None or not milestone.predecessors:
        return None
    return LineageView(
        summary=context.locale.say(f"milestone.lineage.{lineage.kind.value}"),
        milestones=tuple(milestone_link(known[id], context.locale) for id in milestone.predecessors),
        cites=cited(lineage.cites, context),
    )


def _report(report: KnownReport, milestone: KnownMilestone, context: PageContext) -> ReportView:
    locale, record = context.locale, report.record
    return ReportView(
        source=source_link(report.source, locale),
        said=said_view(report, locale),
        is_return=report in milestone.returns,
        moves=tuple(move_view(move, locale) for move in milestone.moves if move.report is report),
        reason=locale.text(record.reason) if record.reason else None,
        note=locale.text(record.note) if record.note else None,
        cites=cited(record.cites, context),
    )
