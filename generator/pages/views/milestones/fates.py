"""What came of promises as squares: one for each sentence of promise, a link to it, and what the squares mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.charts import FATES, promise_fate
from generator.editions import Edition, Promise
from generator.model import Locale
from generator.pages.urls import milestone_path
from generator.pages.views.milestones.verdict import state_view
from generator.pages.views.parts import Link


@dataclass(frozen=True)
class SquareView:
    """One promise with a date."""

    fate: str
    link: Link
    """To the promise; its text is the promise and what came of it."""


@dataclass(frozen=True)
class FateCount:
    """How many promises had one fate."""

    name: str
    text: str
    count: int


@dataclass(frozen=True)
class FatesView:
    """The promises by what came of them."""

    squares: tuple[SquareView, ...]
    """In the order of `charts.FATES`."""
    counts: tuple[FateCount, ...]
    """Those that occur, in the same order."""


def fates_view(promises: Iterable[Promise], edition: Edition, locale: Locale) -> FatesView:
    """The promises with a date as squares."""
    found = sorted(promises, key=lambda promise: FATES.index(promise_fate(promise.outcome)))
    fates = [promise_fate(promise.outcome) for promise in found]
    return FatesView(
        squares=tuple(SquareView(fate, _link(p, edition, locale)) for fate, p in zip(fates, found, strict=True)),
        counts=tuple(FateCount(fate, locale.say(f"fate.{fate}"), fates.count(fate)) for fate in dict.fromkeys(fates)),
    )


def _link(promise: Promise, edition: Edition, locale: Locale) -> Link:
    state = state_view(promise.lead, edition, locale)
    return Link(milestone_path(promise.lead.id), f"{locale.text(promise.lead.record.title)}: {state.text}")
