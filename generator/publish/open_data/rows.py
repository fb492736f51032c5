"""The rows of the tables of the open data as models: their columns follow from the types of their fields."""

from typing import Annotated

from pydantic import Field

from generator.editions import AbsenceKind, Outcome, ScheduleKind, State, Support, Timing
from generator.model import Basis, Nature, Owner, Qualifier, ReportBasis, Says, SourceStanding, StatementKind, Weight
from generator.publish.open_data.values import Citations, Date, Exported, Id, Number, Text


class StatementRow(Exported):
    """A dated thing that a source says about a theme, in the words of the atlas."""

    id: Id
    theme: Id
    when: Date
    """When it happened or is to happen."""
    kind: StatementKind
    text: Text
    cites: Citations
    weight: Weight


class ObservationRow(Exported):
    """One value of an indicator for one period, from one source."""

    indicator: Id
    """Id of the indicator."""
    theme: Id
    period: Date
    of: dict[str, Id]
    """For a breakdown: `dimension=category`, one for each dimension."""
    unit: Id
    value: Number
    qualifier: Qualifier | None
    """How the source hedges it; empty if it does not."""
    target: Number | None
    """What had been planned for the period."""
    basis: Basis
    current: bool
    """Whether no later known source gives a value for the same period and categories."""
    restates: Number | None
    """The value of an earlier source that it replaces."""
    cites: Citations
    standing: SourceStanding | None
    """Of the external source that gives it; empty for a document to parliament."""
    counted_by: Id | None
    """Who counts."""
    area: Id | None
    """Where it is counted."""


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
    """How it compares with its first due date; empty unless it is done."""
    slip_days: int | None
    """From the last day of the first due date to that of the latest; negative if brought forward."""
    moves: int
    """How many times its due date moved."""
    silent_since: Id | None
    """Id of the last source that mentions it, if every later letter and annual report was searched in vain."""
    nature: Nature
    owed_by: Owner | None
    weight: Weight
    measurable: bool
    last_says: Says
    """What the last source says of it."""
    support: Support
    """What documents support of the claim that it is done."""
    schedule: ScheduleKind
    """How it compares with its first due date."""
    schedule_days: int | None
    """For `late` and `past`: by how many days."""
    outcome: Outcome | None
    """What came of it; empty as long as that cannot be asked."""
    absent: AbsenceKind | None
    """What it means that later documents do not mention it; empty if they do, or if it ended."""
    looked_in: tuple[Id, ...]
    """Ids of the documents that were searched for it in vain."""
    read: int
    """How many documents were read in full for this edition."""
    unread: int
    """How many documents published since the last source that mentions it are known and were not read."""


class ReportRow(Exported):
    """What one source says about one milestone."""

    milestone: Id
    """Id of the milestone."""
    says: Says
    due: Date | None
    """By when it is to happen, if the source says so."""
    done: Date | None
    """When it was done, if the source says so."""
    recalled: bool
    """Whether the source reports an earlier date whose own document is not in the atlas."""
    reason: Text | None
    """Why it moved, stalled or was dropped, if the source says so."""
    cites: Citations
    basis: ReportBasis
    """`exists-unread`: it is based on the existence of a document that was not read; it cites `register`."""


class OutsideReportRow(ReportRow):
    """What one external source says about one milestone, which no document to parliament need mention."""

    title: Text
    """Of the milestone."""
    standing: SourceStanding


class DocumentRow(Exported):
    """A document that is known to exist and was not read."""

    id: Id
    title: Text
    described: bool
    """Whether the title is a description of ours."""
    published: Date | None
    sender: Text | None
    number: str | None
    """Its number in parliament."""
    url: str | None


class PassageRow(Exported):
    """A paragraph, list item or table row of a source, without its text."""

    source: Id
    """Id of the source."""
    passage: Id
    """Id of the passage in it."""
    section: str
    """The headings above it, outermost first."""
    words: Annotated[int, Field(ge=0)]
    """Number of words."""
    hash: str
    """First 16 hexadecimal digits of the SHA-256 of its letters and digits in lower case."""
    numbers: tuple[str, ...]
    """The numbers that occur in it, as plain decimals."""
    dates: tuple[str, ...]
    """The dates that occur in it, in the notation of the data."""
    out_of_scope: str | None
    """Why it has nothing for the atlas; empty if it has."""


Row = StatementRow | ObservationRow | MilestoneRow | ReportRow | OutsideReportRow | DocumentRow | PassageRow
