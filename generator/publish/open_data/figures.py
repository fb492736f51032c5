"""The figures of `atlas.json` as models: part of the contract in `model`."""

from typing import Annotated

from pydantic import Field

from generator.model import Basis, Because, Qualifier, SourceStanding, Weight
from generator.publish.open_data.values import Citations, Date, Exported, Id, Number, Text


class Break(Exported):
    """A period from which something else is counted."""

    since: Date
    text: Text
    cites: Citations


class IndicatorGroup(Exported):
    """Indicators to be seen beside each other, never as one line."""

    id: Id
    """Its id, which never changes."""
    title: Text
    members: tuple[Id, ...]
    """Ids of indicators."""
    why: Text
    differs: Text
    cites: Citations


class Observation(Exported):
    """One value of an indicator for one period, from one source."""

    period: Date
    of: dict[str, Id]
    """For a breakdown: one category per dimension."""
    value: Number
    qualifier: Qualifier | None
    """How the source hedges it; null if it does not."""
    target: Number | None
    """What had been planned for the period."""
    basis: Basis
    formula: str | None
    """For a computed value: the calculation."""
    note: Text | None
    cites: Citations
    current: bool
    """Whether no later known source gives a value for the same period and categories."""
    because: Because | None
    """Why it differs from what an earlier source gave."""
    standing: SourceStanding | None
    """Of the external source that gives it; null for a document to parliament."""
    forecast: bool
    """Whether the value was given before its period had ended: a plan or an estimate, no count."""
    restates: Number | None
    """The value of an earlier source that it replaces."""
    outcome_of: Number | None
    """The value that had been forecast."""


class Indicator(Exported):
    """A quantity with a definition and a unit."""

    id: Id
    """Its id, which never changes."""
    theme: Id
    """Id of its theme."""
    title: Text
    unit: Id
    """Id of a unit: what it is counted in."""
    definition: Text
    """What exactly is counted, by whom."""
    counted_by: Id | None
    """Who counts."""
    area: Id | None
    """Where it is counted."""
    breaks: tuple[Break, ...]
    """Where its values stop being comparable, oldest first."""
    breakdown: tuple[Id, ...]
    """Ids of the dimensions along which every observation is broken down."""
    observations: Annotated[tuple[Observation, ...], Field(min_length=1)]
    """By period, then as written, then oldest source first."""
    weight: Weight
