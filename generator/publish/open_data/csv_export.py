"""The open data as flat CSV tables, one row per record, for spreadsheets and statistics.

Each row is a model, and its columns follow from the types of its fields: a date has three, a text has one for each
language, and a list has one with its entries separated by spaces.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import (
    Passage,
    Source,
)
from generator.publish.open_data.milestones import Milestone
from generator.publish.open_data.model import Atlas
from generator.publish.open_data.rows import (
    DocumentRow,
    MilestoneRow,
    ObservationRow,
    OutsideReportRow,
    PassageRow,
    ReportRow,
    Row,
    StatementRow,
)
from generator.publish.open_data.values import Date, Exported, Text
from generator.text import LANGUAGES


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
OUTSIDE_REPORTS = Table("outside-reports.csv", OutsideReportRow)
DOCUMENTS = Table("register.csv", DocumentRow, key=("id",))
PASSAGES = Table("passages.csv", PassageRow, key=("source", "passage"))
TABLES = (STATEMENTS, OBSERVATIONS, MILESTONES, REPORTS, OUTSIDE_REPORTS, DOCUMENTS, PASSAGES)


def tables_of(
    atlas: Atlas, sources: Mapping[str, Source], passages: Mapping[str, Mapping[str, Passage]]
) -> dict[Table, list[Row]]:
    """Return the rows of each table, in the order of `atlas`.

    `passages` are those of the known sources, by id of the source and id of the passage.
    """
    read = sum(source.passages is not None and source.passages == source.accounted for source in atlas.sources)
    return {
        STATEMENTS: [StatementRow(**_shared(s, StatementRow)) for s in atlas.statements],
        OBSERVATIONS: list(_observation_rows(atlas)),
        MILESTONES: [_milestone_row(milestone, read) for milestone in atlas.milestones],
        REPORTS: [ReportRow(milestone=m.id, **_shared(r, ReportRow)) for m in atlas.milestones for r in m.reports],
        OUTSIDE_REPORTS: [
            OutsideReportRow(milestone=m.id, title=m.title, **_shared(r, OutsideReportRow))
            for m in atlas.outside.milestones
            for r in m.reports
        ],
        DOCUMENTS: [DocumentRow(**_shared(document, DocumentRow)) for document in atlas.documents],
        PASSAGES: list(_passage_rows(sources, passages)),
    }


def _observation_rows(atlas: Atlas) -> Iterator[ObservationRow]:
    """Those of documents to parliament, then what external sources add."""
    rows = [(i, o) for i in atlas.indicators for o in i.observations]
    rows += [(i, o) for i in atlas.outside.indicators for o in i.observations if o.standing]
    for i, o in rows:
        counted = {"counted_by": i.counted_by, "area": i.area}
        yield ObservationRow(indicator=i.id, theme=i.theme, unit=i.unit, **counted, **_shared(o, ObservationRow))


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
