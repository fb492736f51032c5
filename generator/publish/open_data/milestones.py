"""The milestones of `atlas.json` as models: part of the contract in `model`."""

from typing import Annotated

from pydantic import Field

from generator.editions import AbsenceKind, Outcome, ScheduleKind, State, Support, Timing
from generator.model import LineageKind, Nature, Owner, ReportBasis, Says, SourceStanding, Weight
from generator.publish.open_data.values import Citations, Date, Days, Exported, Id, Text


class Report(Exported):
    """What one source says about one milestone."""

    cites: Citations
    says: Says
    due: Date | None
    """By when it is to happen, if the source says so."""
    done: Date | None
    """When it was done, if the source says so."""
    recalled: bool
    """Whether the source reports an earlier date whose own document is not in the atlas."""
    reason: Text | None
    """Why it moved, stalled or was dropped, if the source says so."""
    note: Text | None
    basis: ReportBasis
    """`exists-unread`: it is based on the existence of a document that was not read; it cites `register`."""
    standing: SourceStanding | None
    """Of an external source; null for a document to parliament."""


class OutsideMilestone(Exported):
    """What external sources say of one milestone. Nothing else is derived from it."""

    id: Id
    """That of a milestone above, or of one that no document to parliament mentions."""
    theme: Id
    """Id of its theme."""
    title: Text
    slip_days: Days | None
    """From the first due date among these reports to the latest; null if there are fewer than two."""
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    """Oldest first."""


class Looked(Exported):
    """A document in which somebody looked for a milestone and did not find it."""

    source: Id
    """Id of the document that was searched."""
    words: tuple[str, ...]
    """What was looked for."""
    passages_seen: tuple[Id, ...]
    """Ids of the passages that were read and do not mention it."""
    by_hand: bool
    """Whether the whole document was read for it."""


class Lineage(Exported):
    """How a milestone belongs to others."""

    kind: LineageKind
    of: tuple[Id, ...]
    """Ids of milestones."""
    cites: Citations


class Absence(Exported):
    """That no later document mentions a milestone, and what that is based on."""

    kind: AbsenceKind
    since: Id
    """Id of the last source that mentions it."""
    later: tuple[Id, ...]
    """Ids of the later letters and annual reports."""
    spoken_of: tuple[Id, ...]
    """Ids of the milestones that it is a part of or a step towards and that a later document mentions."""


class Milestone(Exported):
    """A thing that is to happen or has happened, with what is derived from it by the published rules."""

    id: Id
    """Its id, which never changes."""
    theme: Id
    """Id of its theme."""
    title: Text
    places: tuple[Id, ...]
    """Ids of the places that it concerns."""
    state: State
    timing: Timing | None
    """How it compares with its first due date; null unless it is done."""
    first_due: Date | None
    latest_due: Date | None
    done: Date | None
    slip_days: Days | None
    """From the last day of the first due date to that of the latest; negative if brought forward."""
    moves: Annotated[int, Field(ge=0)]
    """How many times its due date moved."""
    silent_since: Id | None
    """Id of the last source that mentions it, if every later letter and annual report was searched in vain."""
    predecessors: tuple[Id, ...]
    """Ids of the milestones that it continues."""
    successors: tuple[Id, ...]
    """Ids of the milestones that continue it."""
    reports: Annotated[tuple[Report, ...], Field(min_length=1)]
    """Oldest source first."""
    nature: Nature
    owed_by: Owner | None
    weight: Weight
    measurable: bool
    """Whether it could be seen that it was done."""
    why_not_measurable: Text | None
    last_says: Says
    """What the last source says of it."""
    support: Support
    """What documents support of the claim that it is done."""
    schedule: ScheduleKind
    """How it compares with its first due date."""
    schedule_days: Days | None
    """For `late` and `past`: by how many days."""
    outcome: Outcome | None
    """What came of it; null as long as that cannot be asked."""
    absence: Absence | None
    """What it means that later documents do not mention it; null if they do, if there are none, or if it ended."""
    looked: tuple[Looked, ...]
    lineage: tuple[Lineage, ...]
    unread: Annotated[int, Field(ge=0)]
    """How many documents published since the last source that mentions it are known and were not read."""
    unread_of_theme: tuple[Id, ...]
    """Ids of those whose title has a term of the theme."""
