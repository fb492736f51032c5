"""The rows of the tables that differ from the records of `atlas.json`; the rows of all others are those records.

What a column means stands under `tables` in data/words/, in every language.
"""

from typing import Annotated

from pydantic import Field

from generator.editions import AbsenceKind, Outcome, ScheduleKind, State, Support, Timing
from generator.model import (
    Basis,
    Because,
    Nature,
    Owner,
    Qualifier,
    ReportBasis,
    Says,
    SourceStanding,
    Weight,
)
from generator.publish.open_data.values import Citation, Citations, Date, Days, EditionId, Exported, Id, Number, Text


class EditionRow(Exported):
    """An edition: this one, or one before it."""

    id: EditionId
    source: Id
    published: Date


class ThemeRow(Exported):
    """A topic that a known source mentions."""

    id: Id
    title: Text
    question: Text
    standing: Text | None
    cites: tuple[Citation, ...]


class IndicatorRow(Exported):
    """A quantity with a definition and a unit."""

    id: Id
    theme: Id
    title: Text
    unit: Id
    definition: Text
    counted_by: Id | None
    area: Id | None
    breakdown: tuple[Id, ...]
    weight: Weight


class ObservationRow(Exported):
    """One value of an indicator for one period, from one source."""

    indicator: Id
    theme: Id
    period: Date
    of: dict[str, Id]
    unit: Id
    value: Number
    qualifier: Qualifier | None
    target: Number | None
    basis: Basis
    current: bool
    restates: Number | None
    cites: Citations
    standing: SourceStanding | None
    counted_by: Id | None
    area: Id | None
    forecast: bool
    outcome_of: Number | None
    because: Because | None
    formula: str | None
    note: Text | None


class MilestoneRow(Exported):
    """A thing that is to happen or has happened, with what is derived from it by the published rules."""

    id: Id
    theme: Id
    title: Text
    first_due: Date | None
    latest_due: Date | None
    done: Date | None
    state: State
    timing: Timing | None
    slip_days: Days | None
    moves: Annotated[int, Field(ge=0)]
    silent_since: Id | None
    nature: Nature
    owed_by: Owner | None
    weight: Weight
    measurable: bool
    last_says: Says
    support: Support
    schedule: ScheduleKind
    schedule_days: Days | None
    outcome: Outcome | None
    absent: AbsenceKind | None
    looked_in: tuple[Id, ...]
    read: Annotated[int, Field(ge=0)]
    unread: Annotated[int, Field(ge=0)]
    places: tuple[Id, ...]
    why_not_measurable: Text | None


class ReportRow(Exported):
    """What one source says about one milestone."""

    milestone: Id
    says: Says
    due: Date | None
    done: Date | None
    recalled: bool
    reason: Text | None
    cites: Citations
    basis: ReportBasis
    note: Text | None


class OutsideReportRow(ReportRow):
    """What one external source says about one milestone, which no document to parliament need mention."""

    title: Text
    standing: SourceStanding


class PassageRow(Exported):
    """A paragraph, list item or table row of a source, without its text."""

    source: Id
    passage: Id
    section: str
    words: Annotated[int, Field(ge=0)]
    hash: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    out_of_scope: str | None
