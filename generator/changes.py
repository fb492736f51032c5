"""(Edition, Edition) → typed `Change` values: what the later one knows that the earlier did not."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.editions import Edition
from generator.states import KnownMilestone, State
from generator.vintages import KnownIndicator


class Kind(Enum):
    """What happened between two editions."""

    NEW = "new"
    """A statement, a milestone or the first value of a cell appeared."""
    RESTATED = "restated"
    """A later source gives another value for the same period."""
    MOVED = "moved"
    """The latest due date became another."""
    DONE = "done"
    DROPPED = "dropped"
    SILENT = "silent"
    """A complete later source no longer mentions it."""
    BACK = "back"
    """It was silent, and a source mentions it again."""


@dataclass(frozen=True)
class Change:
    """One difference between two editions."""

    kind: Kind
    subject: str
    """`statement`, `milestone` or `indicator`."""
    id: str
    theme: str
    before: str | None = None
    """The due date or value that stood, as written."""
    after: str | None = None
    days: int | None = None
    """How far a due date moved; negative if brought forward."""


def changes_between(earlier: Edition | None, later: Edition) -> tuple[Change, ...]:
    """Every change from `earlier` to `later`, theme by theme; everything is new if there is no earlier edition."""
    return tuple(_changes(earlier, later))


def _changes(earlier: Edition | None, later: Edition) -> Iterator[Change]:
    statements = {s.id for s in earlier.statements} if earlier else set()
    milestones = {m.id: m for m in earlier.milestones} if earlier else {}
    indicators = {i.id: i for i in earlier.indicators} if earlier else {}
    for theme in later.themes.values():
        for statement in theme.statements:
            if statement.id not in statements:
                yield Change(Kind.NEW, "statement", statement.id, theme.id)
        for milestone in theme.milestones:
            yield from _milestone_changes(milestones.get(milestone.id), milestone)
        for indicator in theme.indicators:
            yield from _indicator_changes(indicators.get(indicator.id), indicator)


def _milestone_changes(before: KnownMilestone | None, after: KnownMilestone) -> Iterator[Change]:
    def change(kind: Kind, old: str | None = None, new: str | None = None, days: int | None = None) -> Change:
        return Change(kind, "milestone", after.id, after.theme, old, new, days)

    if before is None:
        yield change(Kind.NEW, None, after.latest_due.text if after.latest_due else None)
    known = len(before.moves) if before else 0
    for move in after.moves[known:]:
        yield change(Kind.MOVED, move.before.text, move.after.text, move.days)
    if after.state is State.DONE and (before is None or before.state is not State.DONE):
        yield change(Kind.DONE, None, after.done.text if after.done else None)
    if after.state is State.DROPPED and (before is None or before.state is not State.DROPPED):
        yield change(Kind.DROPPED)
    if after.silent_since and not (before and before.silent_since):
        yield change(Kind.SILENT)
    if before and before.silent_since and len(after.reports) > len(before.reports):
        yield change(Kind.BACK)


def _indicator_changes(before: KnownIndicator | None, after: KnownIndicator) -> Iterator[Change]:
    known = {(o.cell, o.source.id) for o in before.observations} if before else set()
    cells = {cell for cell, _ in known}
    for observation in after.observations:
        old, value = observation.restates, str(observation.record.value)
        if (observation.cell, observation.source.id) in known:
            continue
        if old:
            yield Change(Kind.RESTATED, "indicator", after.id, after.theme, str(old.value), value)
        elif observation.cell not in cells:
            yield Change(Kind.NEW, "indicator", after.id, after.theme, None, value)
        cells.add(observation.cell)
