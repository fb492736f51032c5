"""The words of what is derived from a milestone, each with what it is based on and where its rule stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions import (
    Absence,
    AbsenceKind,
    Edition,
    KnownMilestone,
    Outcome,
    ScheduleKind,
    State,
    Support,
    Timing,
    Unread,
    schedule_of,
    support_of,
)
from generator.model import Locale, Nature
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, anchored, reference_path
from generator.pages.views.parts import Chip, Link, cited_passages, milestone_link, named_source, source_link

_PAST = (Outcome.PAST_MENTIONED, Outcome.PAST_NOT_MENTIONED, Outcome.NO_WORD, Outcome.KEPT_IN_PART)
OUTCOMES = anchored(FixedPage.METHOD, "outcomes")
"""Where the rules of outcomes stand."""
STATES = anchored(FixedPage.METHOD, "milestones")
SILENCE = anchored(FixedPage.METHOD, "silence")


@dataclass(frozen=True)
class StateView:
    """The state or outcome of a milestone, with what it is based on."""

    name: str
    """The state, for the style sheet."""
    text: str
    path: str
    """Of its rule."""
    note: str | None
    """How late, since when not mentioned, and how much was not read; None if it is based on nothing but a document."""


@dataclass(frozen=True)
class LookedView:
    """Where somebody looked for a milestone in vain."""

    source: Link
    words: str
    passages: tuple[Chip, ...]
    """Those that were read and do not mention it."""
    is_by_hand: bool


@dataclass(frozen=True)
class UnreadView:
    """The documents that are known and were not read, in a span of time."""

    text: str
    of_theme: tuple[Link, ...]
    """Those whose title has a word of the theme."""
    path: str
    """Of the list of all."""


@dataclass(frozen=True)
class AbsenceView:
    """That later documents do not name a milestone, and what that is based on."""

    name: str
    text: str
    path: str
    """Of its rule."""
    spoken_of: tuple[Link, ...]
    """What it is a part of or a step towards, as far as later documents mention it."""
    looked: tuple[LookedView, ...]


def state_view(milestone: KnownMilestone, edition: Edition, locale: Locale) -> StateView:
    """The outcome of a promise that can be judged, else the state; with its base."""
    notes = "; ".join(_notes(milestone, edition, locale)) or None
    if milestone.outcome and _is_judged(milestone):
        return StateView(milestone.state.value, locale.say(f"outcome.{milestone.outcome.value}"), OUTCOMES, notes)
    text = locale.say(f"state.{milestone.state.value}")
    if milestone.timing in (Timing.EARLY, Timing.ON_TIME, Timing.LATE):
        text += f", {locale.say(f'timing.{milestone.timing.value}')}"
    return StateView(milestone.state.value, text, STATES, notes)


def _is_judged(milestone: KnownMilestone) -> bool:
    """Whether its outcome says more than its state: what nobody promised is not kept, it is done."""
    return milestone.record.nature is Nature.PROMISE or milestone.state is State.OVERDUE


def _notes(milestone: KnownMilestone, edition: Edition, locale: Locale) -> Iterator[str]:
    schedule = schedule_of(milestone, edition.as_of)
    if milestone.state is not State.DROPPED and schedule.days:
        if schedule.kind is ScheduleKind.PAST:
            yield locale.say("past_by", age=locale.age(schedule.days))
        elif schedule.kind is ScheduleKind.LATE:
            yield locale.say("late_by", days=locale.say("days", n=schedule.days))
    if support_of(milestone) is Support.EXISTS:
        yield locale.say("exists_unread")
    yield from absence_notes(milestone, locale)


def absence_notes(milestone: KnownMilestone, locale: Locale) -> Iterator[str]:
    """What a mark of absence is based on: since when, and how much was not read; nothing for other marks."""
    absence = milestone.absence
    if absence and absence.kind is not AbsenceKind.NOT_DUE:
        yield locale.say(f"absent.{absence.kind.value}", source=named_source(absence.since, locale))
    is_absent = absence is not None and absence.kind is not AbsenceKind.NOT_DUE
    if milestone.unread and (milestone.outcome in _PAST or is_absent):
        count = milestone.unread.count
        yield locale.say("unread", n=count) if count else locale.say("unread_none")


def _reason(absence: Absence, milestone: KnownMilestone) -> str:
    """Why a milestone is not named: the kind; of what is not due also whether the later document only came too soon."""
    is_too_soon = absence.kind is AbsenceKind.NOT_DUE and milestone.state is not State.OPEN
    return "too-soon" if is_too_soon else absence.kind.value


def absence_view(milestone: KnownMilestone, context: PageContext) -> AbsenceView | None:
    """What it means that later documents do not name the milestone; None if they do, or there are none."""
    absence, locale = milestone.absence, context.locale
    if absence is None:
        return None
    sources = locale.listed([named_source(source, locale) for source in absence.later])
    since = named_source(absence.since, locale)
    return AbsenceView(
        name=absence.kind.value,
        text=locale.say(f"absence.{_reason(absence, milestone)}", source=since, sources=sources),
        path=SILENCE,
        spoken_of=tuple(milestone_link(context.edition.by_id[id], locale) for id in absence.spoken_of),
        looked=_looked(absence, context),
    )


def _looked(absence: Absence, context: PageContext) -> tuple[LookedView, ...]:
    return tuple(
        LookedView(
            source=source_link(source, context.locale),
            words=", ".join(looked.words),
            passages=cited_passages(source, looked.passages_seen, context),
            is_by_hand=looked.by_hand,
        )
        for source, looked in absence.looked
    )


def base_of(edition: Edition, locale: Locale) -> str:
    """What every verdict of the edition is shown with: how many documents were read, and how many known ones not."""
    read, unread = locale.say("base.read", n=edition.read), len(edition.references)
    return f"{read}; {locale.say('base.unread', n=unread)}." if unread else f"{read}."


def unread_view(unread: Unread | None, context: PageContext) -> UnreadView | None:
    """The documents not read in the span; None if the span is empty."""
    if unread is None or unread.after >= unread.until:
        return None
    locale = context.locale
    titles = {document.id: locale.text(document.title) for document in context.edition.references}
    return UnreadView(
        text=locale.say("unread_between", n=unread.count, span=locale.years(unread.after.year, unread.until.year))
        if unread.count
        else locale.say("unread_none"),
        of_theme=tuple(Link(reference_path(id), titles[id]) for id in unread.of_theme),
        path=anchored(FixedPage.SOURCES, "not-held"),
    )
