"""The open data as flat CSV tables, one row per record, for spreadsheets and statistics.

Each row is a model, and its columns follow from the types of its fields: a date has three, a text has one for each
language, and a list has one with its entries separated by spaces.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from generator.editions import AbsenceKind, Outcome, ScheduleKind, State, Support, Timing
from generator.model import (
    Basis,
    Nature,
    Owner,
    Passage,
    Qualifier,
    ReportBasis,
    Says,
    Source,
    StatementKind,
    Weight,
)
from generator.publish.export_milestones import Milestone
from generator.publish.export_model import Atlas
from generator.publish.export_values import Citations, Date, Exported, Id, Number, Text
from generator.text import LANGUAGES


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


Row = StatementRow | ObservationRow | MilestoneRow | ReportRow | DocumentRow | PassageRow


@dataclass(frozen=True)
class Table:
    """One table of the open data."""

    path: str
    """The name of its file."""
    row: type[Row]
    key: tuple[str, ...] = ()
    """The columns that identify a row; empty where only all columns together do."""
    refers: tuple[str, str, str] | None = None
    """A foreign key: the column, the path of the other table without extension, and the column with the same id."""


STATEMENTS = Table("statements.csv", StatementRow, key=("id",))
OBSERVATIONS = Table("observations.csv", ObservationRow)
MILESTONES = Table("milestones.csv", MilestoneRow, key=("id",))
REPORTS = Table("reports.csv", ReportRow, refers=("milestone", "milestones", "id"))
DOCUMENTS = Table("register.csv", DocumentRow, key=("id",))
PASSAGES = Table("passages.csv", PassageRow, key=("source", "passage"))
TABLES = (STATEMENTS, OBSERVATIONS, MILESTONES, REPORTS, DOCUMENTS, PASSAGES)


def tables_of(
    atlas: Atlas, sources: Mapping[str, Source], passages: Mapping[str, Mapping[str, Passage]]
) -> dict[Table, list[Row]]:
    """Return the rows of each table, in the order of `atlas`.

    `passages` are those of the known sources, by id of the source and id of the passage.
    """
    read = sum(source.passages is not None and source.passages == source.accounted for source in atlas.sources)
    return {
        STATEMENTS: [StatementRow(**_shared(s, StatementRow)) for s in atlas.statements],
        OBSERVATIONS: [
            ObservationRow(indicator=i.id, theme=i.theme, unit=i.unit, **_shared(o, ObservationRow))
            for i in atlas.indicators
            for o in i.observations
        ],
        MILESTONES: [_milestone_row(milestone, read) for milestone in atlas.milestones],
        REPORTS: [ReportRow(milestone=m.id, **_shared(r, ReportRow)) for m in atlas.milestones for r in m.reports],
        DOCUMENTS: [DocumentRow(**_shared(document, DocumentRow)) for document in atlas.documents],
        PASSAGES: list(_passage_rows(sources, passages)),
    }


def csv_of(table: Table, rows: Iterable[Row]) -> str:
    """Return the rows of the table as CSV; the first line names the columns, even without rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns_of(table))
    writer.writerows(_cells(row) for row in rows)
    return out.getvalue()


def columns_of(table: Table) -> list[str]:
    """Return the names of the columns of a table, in order."""
    fields = table.row.model_fields
    return [f"{name}{end}" for name, field in fields.items() for end in endings(field.annotation)]


def endings(annotation: object) -> tuple[str, ...]:
    """Return the suffixes that form the column names of a field of this type; one empty suffix for a single column."""
    if annotation in (Date, Date | None):
        return ("", "_first", "_last")
    return tuple(f"_{language}" for language in LANGUAGES) if annotation in (Text, Text | None) else ("",)


def _cells(row: Row) -> list[object]:
    """Return the value of each column."""
    plain = row.model_dump(mode="json")
    fields = type(row).model_fields
    return [cell for name, field in fields.items() for cell in _flat(plain[name], field.annotation)]


def _flat(value: Any, annotation: object) -> list[object]:
    """Return the values of the columns of a field of this type; `value` is its value as JSON."""
    ends = endings(annotation)
    if value is None:
        return [None for _ in ends]
    if len(ends) > 1:
        return list(value.values())[: len(ends)]
    if isinstance(value, dict):
        return [" ".join(f"{dimension}={category}" for dimension, category in value.items())]
    if isinstance(value, list):
        return [" ".join(entry if isinstance(entry, str) else "#".join(entry.values()) for entry in value)]
    return [value]


def _shared(record: Exported, row: type[Row]) -> dict[str, object]:
    """Return the values of the fields that a record of `atlas.json` and its row have in common."""
    return {name: getattr(record, name) for name in row.model_fields if name in type(record).model_fields}


def _milestone_row(milestone: Milestone, read: int) -> MilestoneRow:
    return MilestoneRow(
        absent=milestone.absence.kind if milestone.absence else None,
        looked_in=tuple(looked.source for looked in milestone.looked),
        read=read,
        **_shared(milestone, MilestoneRow),
    )


def _passage_rows(sources: Mapping[str, Source], passages: Mapping[str, Mapping[str, Passage]]) -> Iterator[PassageRow]:
    for id, source in sources.items():
        out = {entry.passage: entry.why for entry in source.out_of_scope}
        for passage in passages[id].values():
            yield PassageRow(
                source=id,
                passage=passage.id,
                section=passage.section,
                words=int(passage.words),
                hash=passage.hash,
                numbers=passage.numbers,
                dates=passage.dates,
                out_of_scope=out.get(passage.id),
            )
