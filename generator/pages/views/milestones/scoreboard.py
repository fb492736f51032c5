"""What came of the promises of the service and its State Secretary by outcome: one for each sentence of promise."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.editions import (
    KEPT,
    Edition,
    Outcome,
    Promise,
    State,
    is_ours,
)
from generator.model import Locale, Nature
from generator.pages.urls import FixedPage, anchored, outcome_anchor
from generator.pages.views.milestones.verdict import OUTCOMES, base_of

_SHOWN = tuple(outcome for outcome in Outcome if outcome is not Outcome.KEPT_WITHOUT_DATE)
_SQUARE = "■"


@dataclass(frozen=True)
class OutcomeCount:
    """How many promises had one outcome."""

    name: str
    text: str
    count: int
    squares: str
    """One for each."""
    path: str
    """Of the list of them."""


@dataclass(frozen=True)
class ScoreboardView:
    """The outcomes of all promises whose date has passed, or that ended."""

    answer: str
    """How many were kept, in one sentence."""
    counts: tuple[OutcomeCount, ...]
    """Those that occur, from kept on time to no word."""
    base: str
    """What the count is based on: how many documents were read and how many were not."""
    rest: str
    """How many are not due yet, have no date or are owed by others."""
    rules: str
    """The path of the rules."""


def owed_here(edition: Edition) -> list[Promise]:
    """The promises with a date that the service or its State Secretary owes."""
    return [promise for promise in edition.promises if is_ours(promise.lead)]


def scoreboard_view(edition: Edition, locale: Locale) -> ScoreboardView | None:
    """The scoreboard of the edition; None if no promise has an outcome yet."""
    ours = owed_here(edition)
    judged = [promise for promise in ours if promise.outcome]
    if not judged:
        return None
    kept = sum(promise.outcome in KEPT for promise in judged)
    on_time = sum(promise.outcome is Outcome.KEPT_ON_TIME for promise in judged)
    return ScoreboardView(
        answer=locale.say("scoreboard.answer", n=len(judged), kept=kept, on_time=on_time),
        counts=tuple(_counts(judged, locale)),
        base=base_of(edition, locale),
        rest=_rest(edition, len(ours) - len(judged), locale),
        rules=OUTCOMES,
    )


def _counts(judged: Iterable[Promise], locale: Locale) -> Iterable[OutcomeCount]:
    outcomes = [promise.outcome for promise in judged]
    for outcome in _SHOWN:
        if outcome in outcomes:
            path = anchored(FixedPage.MILESTONES, outcome_anchor(outcome.value))
            name, count = outcome.value, outcomes.count(outcome)
            yield OutcomeCount(name, locale.say(f"outcome.{name}"), count, _SQUARE * count, path)


def _rest(edition: Edition, ahead: int, locale: Locale) -> str:
    undated = [m for m in edition.milestones if m.record.nature is Nature.PROMISE and not m.first_due and is_ours(m)]
    done = sum(m.state is State.DONE for m in undated)
    others = sum(not is_ours(promise.lead) for promise in edition.promises)
    return locale.say("scoreboard.rest", ahead=ahead, undated=len(undated), done=done, others=others)
