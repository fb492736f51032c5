"""What each edition knew, as models and from the editions themselves: values, due dates, and what came of promises."""

from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field

from generator.editions import Edition, KnownObservation, Outcome, State
from generator.publish.open_data.parts import date_if, date_of, outside_of
from generator.publish.open_data.values import Date, Days, EditionId, Exported, Id, Number


class Vintage(Exported):
    """One value of an indicator for one period as one source gave it, and the editions in which it was current."""

    indicator: Id
    """Id of the indicator."""
    period: Date
    of: dict[str, Id]
    """For a breakdown: one category per dimension."""
    value: Number
    source: Id
    """Id of the source that gives it."""
    published: Date
    """When that source was published."""
    edition_from: EditionId
    """The first edition that knows it."""
    edition_to: EditionId | None
    """The last edition in which it was current; null if it still is, or never was."""
    current: bool
    """Whether this edition has no later value for the same period and categories."""


class DueDate(Exported):
    """The due date of a milestone as one edition knew it."""

    milestone: Id
    """Id of the milestone."""
    edition: EditionId
    """Id of the edition."""
    due: Date
    """The latest due date that the edition knew."""
    state: State
    moves: Annotated[int, Field(ge=0)]
    """How many times the due date had moved by then."""
    slip_days: Days | None
    """From the last day of the first due date to that of this one; negative if brought forward."""


class OutcomeThen(Exported):
    """What came of a milestone, as one edition saw it."""

    milestone: Id
    """Id of the milestone."""
    edition: EditionId
    """Id of the edition."""
    outcome: Outcome


def vintages_of(editions: Iterable[Edition]) -> tuple[Vintage, ...]:
    """Every value that the last of `editions` knows; `editions` is in order, oldest first."""
    first: dict[object, str] = {}
    last: dict[object, str] = {}
    known: list[tuple[str, KnownObservation]] = []
    for edition in editions:
        known = list(observations_of(edition))
        for indicator, observation in known:
            key = (indicator, observation.cell, observation.source.id)
            first.setdefault(key, edition.id)
            if observation.current:
                last[key] = edition.id
    return tuple(
        Vintage(
            indicator=indicator,
            period=date_of(o.record.period),
            of=o.record.of,
            value=o.record.value,
            source=o.source.id,
            published=date_of(o.source.published),
            edition_from=first[indicator, o.cell, o.source.id],
            edition_to=None if o.current else last.get((indicator, o.cell, o.source.id)),
            current=o.current,
        )
        for indicator, o in known
    )


def observations_of(edition: Edition) -> Iterator[tuple[str, KnownObservation]]:
    """Every value with the id of its indicator: those of documents to parliament, then what external sources add."""
    yield from ((indicator.id, o) for indicator in edition.indicators for o in indicator.observations)
    yield from ((indicator.id, o) for indicator in outside_of(edition) for o in indicator.observations
                if o.source.is_outside)  # fmt: skip


def due_dates_of(editions: Iterable[Edition]) -> tuple[DueDate, ...]:
    """The due date of every milestone that had one, by edition; `editions` is in order, oldest first."""
    return tuple(
        DueDate(
            milestone=milestone.id,
            edition=edition.id,
            due=due,
            state=milestone.state,
            moves=len(milestone.moves),
            slip_days=milestone.slip_days,
        )
        for edition in editions
        for milestone in edition.milestones
        if (due := date_if(milestone.latest_due))
    )


def outcomes_of(editions: Iterable[Edition]) -> tuple[OutcomeThen, ...]:
    """What came of every milestone of which that can be asked, by edition, oldest first."""
    return tuple(
        OutcomeThen(milestone=milestone.id, edition=edition.id, outcome=milestone.outcome)
        for edition in editions
        for milestone in edition.milestones
        if milestone.outcome
    )
