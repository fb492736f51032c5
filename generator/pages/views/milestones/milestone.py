"""What the page of one milestone prints: the three questions, its chain, what was looked at, its reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts import milestone_chart
from generator.editions import (
    KnownMilestone,
    KnownReport,
    Move,
    ScheduleKind,
    State,
    line_of,
    schedule_of,
    support_of,
)
from generator.model import Locale, Nature, Precision
from generator.pages.context import PageContext
from generator.pages.follow import Follow, follow
from generator.pages.urls import feed_path, milestone_path
from generator.pages.views.milestones.outside import OutsideStepView, outside_step
from generator.pages.views.milestones.said import SaidView, said_view
from generator.pages.views.milestones.verdict import (
    OUTCOMES,
    STATES,
    AbsenceView,
    StateView,
    UnreadView,
    absence_view,
    state_view,
    unread_view,
)
from generator.pages.views.parts import (
    ChartView,
    Chip,
    Link,
    TensionView,
    chart_view,
    cited,
    milestone_link,
    place_link,
    source_link,
    tension_view,
    theme_link,
)


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
class AnswerView:
    """The answer to one of the three questions."""

    question: str
    answer: str
    more: str | None
    source: Link | None
    """Who says so."""
    path: str
    """Of the rule."""


@dataclass(frozen=True)
class StepView:
    """One step of the chain that the milestone belongs to."""

    milestone: Link | None
    """None for the milestone itself."""
    title: str
    state: StateView
    when: str | None
    """When it was done, or else by when it was promised."""


@dataclass(frozen=True)
class ChainView:
    """The steps before and after a milestone, in order, itself among them; its parts; what it is a part of."""

    steps: tuple[StepView, ...]
    """Empty if there is no other step."""
    parts: tuple[StepView, ...]
    wholes: tuple[Link, ...]
    cites: tuple[Chip, ...]
    """Where sources show what it follows or is a part of."""


@dataclass(frozen=True)
class MilestoneView:
    """The page of one milestone."""

    title: str
    theme: Link
    nature: str
    """What it is, and who owes it."""
    unmeasurable: str | None
    """Why one cannot say when it is done."""
    state: StateView
    rule: str
    """Why it is in that state, or had that outcome."""
    answers: tuple[AnswerView, ...]
    """What the responsible body last says, what documents support, how that compares with the first date."""
    first_due: str | None
    latest_due: str | None
    """None if it did not move."""
    moved: str | None
    """How far, and how many times."""
    done: str | None
    awaited: str | None
    """What would count as done, and as on time; None if it is awaited no more."""
    base: str | None
    """That no document read says that it is done; None unless its date has passed."""
    unread: UnreadView | None
    """For what is based on absence: the documents that were not read."""
    absence: AbsenceView | None
    chain: ChainView
    tensions: tuple[TensionView, ...]
    chart: ChartView | None
    reports: tuple[ReportView, ...]
    outside: OutsideStepView | None
    """What external sources say of it; nothing above is based on that."""
    places: tuple[Link, ...]
    follow: Follow | None


def move_view(move: Move, locale: Locale) -> MoveView:
    """The move, in words."""
    summary = locale.say("moved_from", before=locale.the(move.before), after=locale.the(move.after))
    return MoveView(summary, locale.slip(move.days))


def milestone_view(milestone: KnownMilestone, context: PageContext) -> MilestoneView:
    """The page of one milestone."""
    locale, edition, record = context.locale, context.edition, milestone.record
    is_past = milestone.state is State.OVERDUE
    return MilestoneView(
        title=locale.text(record.title),
        theme=theme_link(edition.themes[milestone.theme], locale),
        nature=_nature(milestone, locale),
        unmeasurable=locale.text(record.why) if record.why else None,
        state=state_view(milestone, edition, locale),
        rule=_rule(milestone, locale),
        answers=tuple(_answers(milestone, context)),
        first_due=locale.period(milestone.first_due) if milestone.first_due else None,
        latest_due=locale.period(milestone.latest_due) if milestone.moves and milestone.latest_due else None,
        moved=_moved(milestone, locale),
        done=locale.period(milestone.done) if milestone.done else None,
        awaited=_awaited(milestone, locale),
        base=locale.say("milestone.none_says", n=edition.read) if is_past else None,
        unread=unread_view(milestone.unread, context) if is_past or milestone.silent_since else None,
        absence=absence_view(milestone, context),
        chain=_chain(milestone, context),
        tensions=tuple(
            tension_view(t, context) for t in edition.tensions if t.is_shown and milestone.id in t.milestones
        ),
        chart=chart_view(milestone_chart(milestone, edition, locale)),
        reports=tuple(_report(report, milestone, context) for report in milestone.reports),
        outside=_outside(milestone, context),
        places=tuple(place_link(edition.places[id], locale) for id in record.places),
        follow=follow(context.volume, feed=feed_path(milestone_path(milestone.id))),
    )


def _outside(milestone: KnownMilestone, context: PageContext) -> OutsideStepView | None:
    said = context.edition.themes[milestone.theme].outside.milestones
    return next((outside_step(one, context) for one in said if one.milestone.id == milestone.id), None)


def _nature(milestone: KnownMilestone, locale: Locale) -> str:
    nature, owner = milestone.record.nature, milestone.record.owed_by
    if owner is None:
        return locale.say(f"nature.{nature.value}")
    return locale.say(
        "nature.owed", nature=locale.say(f"nature.{nature.value}"), owner=locale.say(f"owed_by.{owner.value}")
    )


def _rule(milestone: KnownMilestone, locale: Locale) -> str:
    if milestone.outcome and milestone.record.nature is Nature.PROMISE:
        return locale.say(f"outcome_rule.{milestone.outcome.value}")
    rule = locale.say(f"rule.{milestone.state.value}")
    return f"{rule} {locale.say(f'timing_rule.{milestone.timing.value}')}" if milestone.timing else rule


def _answers(milestone: KnownMilestone, context: PageContext) -> Iterable[AnswerView]:
    locale, last = context.locale, milestone.reports[-1]
    says = locale.say(f"says.{last.record.says.value}")
    by = source_link(last.source, locale)
    yield AnswerView(locale.say("question.says"), says, None, by, STATES)
    support = support_of(milestone)
    yield AnswerView(locale.say("question.support"), locale.say(f"support.{support.value}"), None, None, OUTCOMES)
    schedule = schedule_of(milestone, context.edition.as_of)
    more = None
    if schedule.days:
        is_past = schedule.kind is ScheduleKind.PAST
        more = locale.age(schedule.days) if is_past else locale.say("days", n=schedule.days)
    answer = locale.say(f"schedule.{schedule.kind.value}")
    yield AnswerView(locale.say("question.schedule"), answer, more, None, OUTCOMES)


def _chain(milestone: KnownMilestone, context: PageContext) -> ChainView:
    known = context.edition.by_id
    line = line_of(milestone, known)
    return ChainView(
        steps=tuple(_step(known[id], milestone, context) for id in line) if len(line) > 1 else (),
        parts=tuple(_step(known[id], milestone, context) for id in milestone.parts),
        wholes=tuple(milestone_link(known[id], context.locale) for id in milestone.wholes),
        cites=cited((citation for line in milestone.record.lineage for citation in line.cites), context),
    )


def _step(step: KnownMilestone, itself: KnownMilestone, context: PageContext) -> StepView:
    locale = context.locale
    when = step.done or step.latest_due
    return StepView(
        milestone=None if step is itself else milestone_link(step, locale),
        title=locale.text(step.record.title),
        state=state_view(step, context.edition, locale),
        when=locale.period(when) if when else None,
    )


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
