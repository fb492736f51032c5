"""The tables of an edition and their rows: each record of `atlas.json` as rows of one or more tables."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Passage, Source
from generator.publish.open_data.changes import SourcedChange
from generator.publish.open_data.figures import Indicator
from generator.publish.open_data.history import DueDate, OutcomeThen, Vintage
from generator.publish.open_data.lists import Category, Place, Thread, Unit
from generator.publish.open_data.milestones import Milestone
from generator.publish.open_data.model import Atlas, Document, Edition, Statement, Tension
from generator.publish.open_data.model import Source as SourceRow
from generator.publish.open_data.tables.rows import (
    EditionRow,
    IndicatorRow,
    MilestoneRow,
    ObservationRow,
    OutsideReportRow,
    PassageRow,
    ReportRow,
    ThemeRow,
)
from generator.publish.open_data.tables.table import Refers, Table
from generator.publish.open_data.values import Exported

_THEME, _INDICATOR = Refers("theme", "themes"), Refers("indicator", "indicators")
_MILESTONE, _EDITION = Refers("milestone", "milestones"), Refers("edition", "editions")
_SOURCE, _UNIT = Refers("source", "sources"), Refers("unit", "units")

EDITIONS = Table("editions", EditionRow, key=("id",), refers=(_SOURCE,))
SOURCES = Table("sources", SourceRow, key=("id",))
DOCUMENTS = Table("register", Document, key=("id",))
THEMES = Table("themes", ThemeRow, key=("id",))
THREADS = Table("threads", Thread, key=("theme", "id"), refers=(_THEME,))
STATEMENTS = Table("statements", Statement, key=("id",), refers=(_THEME,))
UNITS = Table("units", Unit, key=("id",))
CATEGORIES = Table("categories", Category, key=("dimension", "id"))
INDICATORS = Table("indicators", IndicatorRow, key=("id",), refers=(_THEME, _UNIT))
OBSERVATIONS = Table("observations", ObservationRow, refers=(_INDICATOR, _THEME, _UNIT))
_FROM, _TO = Refers("edition_from", "editions"), Refers("edition_to", "editions")
VINTAGES = Table("vintages", Vintage, refers=(_INDICATOR, _SOURCE, _FROM, _TO))
MILESTONES = Table("milestones", MilestoneRow, key=("id",), refers=(_THEME, Refers("silent_since", "sources")))
REPORTS = Table("reports", ReportRow, refers=(_MILESTONE,))
OUTSIDE_REPORTS = Table("outside-reports", OutsideReportRow)
DUE_DATES = Table("due_dates", DueDate, key=("milestone", "edition"), refers=(_MILESTONE, _EDITION))
OUTCOMES = Table("outcomes", OutcomeThen, key=("milestone", "edition"), refers=(_MILESTONE, _EDITION))
TENSIONS = Table("tensions", Tension, key=("id",))
PLACES = Table("places", Place, key=("id",))
CHANGES = Table("changes", SourcedChange)
PASSAGES = Table("passages", PassageRow, key=("source", "passage"), refers=(_SOURCE,))
TABLES = (
    EDITIONS, SOURCES, DOCUMENTS, THEMES, THREADS, STATEMENTS, UNITS, CATEGORIES, INDICATORS, OBSERVATIONS, VINTAGES,
    MILESTONES, REPORTS, OUTSIDE_REPORTS, DUE_DATES, OUTCOMES, TENSIONS, PLACES, CHANGES, PASSAGES,
)  # fmt: skip
"""All tables, those that others refer to before them where that is possible."""


def tables_of(
    atlas: Atlas,
    editions: Iterable[Edition],
    changes: Sequence[SourcedChange],
    sources: Mapping[str, Source],
    passages: Mapping[str, Mapping[str, Passage]],
) -> dict[Table, Sequence[Exported]]:
    """The rows of each table, in the order of `atlas`.

    `editions` are this one and all before it, `changes` those since the edition before it, and `passages` those of the
    known `sources`, by id of the source and id of the passage.
    """
    read = sum(source.passages is not None and source.passages == source.accounted for source in atlas.sources)
    return {
        **{EDITIONS: [EditionRow(**_shared(edition, EditionRow)) for edition in editions], CHANGES: changes},
        **_as_they_are(atlas),
        THEMES: [
            ThemeRow(
                **{**_shared(theme, ThemeRow), "standing": theme.standing and theme.standing.text},
                cites=theme.standing.cites if theme.standing else (),
            )
            for theme in atlas.themes
        ],
        INDICATORS: [IndicatorRow(**_shared(i, IndicatorRow)) for i in _indicators(atlas).values()],
        OBSERVATIONS: list(_observation_rows(atlas)),
        MILESTONES: [_milestone_row(milestone, read) for milestone in atlas.milestones],
        REPORTS: [ReportRow(milestone=m.id, **_shared(r, ReportRow)) for m in atlas.milestones for r in m.reports],
        OUTSIDE_REPORTS: [
            OutsideReportRow(milestone=m.id, title=m.title, **_shared(r, OutsideReportRow))
            for m in atlas.outside.milestones
            for r in m.reports
        ],
        PASSAGES: list(_passage_rows(sources, passages)),
    }


def _as_they_are(atlas: Atlas) -> dict[Table, Sequence[Exported]]:
    """The tables whose rows are records of `atlas.json`."""
    return {
        SOURCES: atlas.sources,
        DOCUMENTS: atlas.documents,
        THREADS: atlas.threads,
        STATEMENTS: atlas.statements,
        UNITS: atlas.units,
        CATEGORIES: atlas.categories,
        VINTAGES: atlas.vintages,
        DUE_DATES: atlas.due_dates,
        OUTCOMES: atlas.outcomes,
        TENSIONS: atlas.tensions,
        PLACES: atlas.places,
    }


def _indicators(atlas: Atlas) -> dict[str, Indicator]:
    """Every indicator by its id; of one that external sources add to, what documents to parliament know."""
    return {indicator.id: indicator for indicator in (*atlas.outside.indicators, *atlas.indicators)}


def _observation_rows(atlas: Atlas) -> Iterator[ObservationRow]:
    """Those of documents to parliament, then what external sources add."""
    rows = [(i, o) for i in atlas.indicators for o in i.observations]
    rows += [(i, o) for i in atlas.outside.indicators for o in i.observations if o.standing]
    for i, o in rows:
        counted = {"counted_by": i.counted_by, "area": i.area}
        yield ObservationRow(indicator=i.id, theme=i.theme, unit=i.unit, **counted, **_shared(o, ObservationRow))


def _shared(record: Exported, row: type[Exported]) -> dict[str, object]:
    """The values of the fields that a record of `atlas.json` and its row have in common."""
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
