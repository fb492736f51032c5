"""Convert an edition into the open data: values of the export model, and the texts of the files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel

from generator.archive import Archive
from generator.editions import (
    Change,
    Edition,
    KnownIndicator,
    KnownMilestone,
    KnownObservation,
    KnownReport,
    KnownStatement,
    KnownTheme,
)
from generator.model import Bilingual, Citation, Period, Precision, edtf
from generator.publish import export_model as to
from generator.publish import export_values as values
from generator.publish.csv_export import csv_of, tables_of
from generator.publish.data_package import package_of
from generator.text import LANGUAGES


def export(
    edition: Edition, archive: Archive, changes: tuple[Change, ...], latest: bool, *, title: str
) -> dict[str, str]:
    """Return the texts of the open data files of one edition, by file name.

    `changes` are those since the edition before it; `latest` says whether no later edition exists, `title` names the
    site.
    """
    atlas = atlas_of(edition, changes, latest)
    passages = {id: archive.passages.get(id, {}) for id in edition.sources}
    files = {table.path: csv_of(table, rows) for table, rows in tables_of(atlas, edition.sources, passages).items()}
    files["atlas.json"] = dumped(atlas)
    files["atlas.schema.json"] = dumped(to.atlas_schema())
    files["datapackage.json"] = dumped(package_of(edition.id, title))
    return files


def changes_json(edition: Edition, history: Mapping[str | None, tuple[Change, ...]]) -> str:
    """Return `changes.json`: every change of every kind since each earlier edition, and everything that is known.

    `history` has the changes by id of the earlier edition; None for everything that is known.
    """
    since = tuple(
        to.ChangesSince(
            edition=id, changes=tuple(to.SourcedChange(**_change(change), source=change.source) for change in changes)
        )
        for id, changes in history.items()
    )
    return dumped(to.Changes(edition=edition.id, since=since))


def editions_json(editions: Iterable[Edition]) -> str:
    """Return `editions.json`; `editions` is in order, oldest first."""
    listed = list(editions)
    return dumped(to.Editions(editions=tuple(_edition(edition, edition is listed[-1]) for edition in listed)))


def dumped(value: BaseModel | dict[str, Any]) -> str:
    """Return JSON in the layout of every export: indented, keys in the order of the model, with a final line feed."""
    plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def atlas_of(edition: Edition, changes: tuple[Change, ...], latest: bool) -> to.Atlas:
    """Return the content of `atlas.json` for an edition, with the main ones of `changes`."""
    main = [c for c in changes if c.kind in get_args(to.MainKind) and c.key.subject in get_args(to.MainSubject)]
    return to.Atlas(
        edition=_edition(edition, latest),
        sources=tuple(_source(edition, id) for id in edition.sources),
        themes=tuple(_theme(theme) for theme in edition.mentioned),
        statements=tuple(_statement(statement) for statement in edition.statements),
        indicators=tuple(_indicator(indicator) for indicator in edition.indicators),
        milestones=tuple(_milestone(milestone) for milestone in edition.milestones),
        tensions=tuple(
            to.Tension(id=t.id, themes=t.themes, text=_text(t.text), cites=_cites(t.cites)) for t in edition.tensions
        ),
        aliases=tuple(to.Alias(kind=a.kind, was=a.was, became=a.became, source=a.source) for a in edition.aliases),
        corrections=tuple(
            to.Correction(id=c.id, published=_date(c.published), of=c.of, what=_text(c.what), why=_text(c.why))
            for c in edition.corrections
        ),
        changes=tuple(to.MainChange(**_change(change)) for change in main),
    )


def _edition(edition: Edition, latest: bool) -> to.Edition:
    published = _date(edition.source.published)
    return to.Edition(id=edition.id, source=edition.source.id, published=published, latest=latest)


def _source(edition: Edition, id: str) -> to.Source:
    source, account = edition.sources[id], edition.accounts.get(id)
    return to.Source(
        id=id,
        kind=source.kind,
        title=_text(source.title),
        published=_date(source.published),
        passages=account.passages if account else None,
        accounted=account.accounted if account else None,
    )


def _theme(theme: KnownTheme) -> to.Theme:
    last = theme.standings[-1][1] if theme.standings else None
    return to.Theme(
        id=theme.id,
        title=_text(theme.text.title),
        question=_text(theme.text.question),
        standing=to.Standing(text=_text(last.text), cites=_cites(last.cites)) if last else None,
    )


def _statement(statement: KnownStatement) -> to.Statement:
    record = statement.record
    return to.Statement(
        id=record.id,
        theme=statement.theme,
        when=_date(record.when),
        kind=record.kind,
        text=_text(record.text),
        places=record.places,
        cites=_cites(record.cites),
    )


def _indicator(indicator: KnownIndicator) -> to.Indicator:
    record = indicator.record
    return to.Indicator(
        id=record.id,
        theme=indicator.theme,
        title=_text(record.title),
        unit=record.unit,
        definition=_text(record.definition),
        breakdown=record.breakdown,
        observations=tuple(_observation(observation) for observation in indicator.observations),
    )


def _observation(observation: KnownObservation) -> to.Observation:
    record = observation.record
    return to.Observation(
        period=_date(record.period),
        of=record.of,
        value=record.value,
        qualifier=record.qualifier,
        target=record.target,
        basis=record.basis,
        formula=record.formula,
        note=_text_if(record.note),
        cites=_cites(record.cites),
        current=observation.current,
        because=record.because,
        forecast=observation.is_forecast,
        restates=observation.restates.value if observation.restates else None,
        outcome_of=observation.outcome_of.value if observation.outcome_of else None,
    )


def _milestone(milestone: KnownMilestone) -> to.Milestone:
    return to.Milestone(
        id=milestone.id,
        theme=milestone.theme,
        title=_text(milestone.record.title),
        places=milestone.record.places,
        state=milestone.state,
        timing=milestone.timing,
        first_due=_date_if(milestone.first_due),
        latest_due=_date_if(milestone.latest_due),
        done=_date_if(milestone.done),
        slip_days=milestone.slip_days,
        moves=len(milestone.moves),
        silent_since=milestone.silent_since.id if milestone.silent_since else None,
        predecessors=milestone.predecessors,
        successors=milestone.successors,
        reports=tuple(_report(report) for report in milestone.reports),
    )


def _report(report: KnownReport) -> to.Report:
    record = report.record
    return to.Report(
        cites=_cites(record.cites),
        says=record.says,
        due=_date_if(record.due),
        done=_date_if(record.done),
        recalled=record.recalled,
        reason=_text_if(record.reason),
        note=_text_if(record.note),
    )


def _change(change: Change) -> dict[str, Any]:
    """Return the values that every model of a change has."""
    return {
        "kind": change.kind,
        "subject": change.key.subject,
        "id": change.id,
        "theme": change.theme,
        "before": change.before,
        "after": change.after,
        "days": change.days,
    }


def _text(text: Bilingual) -> values.Text:
    return values.Text({language: text[language] for language in LANGUAGES})


def _text_if(text: Bilingual | None) -> values.Text | None:
    return _text(text) if text else None


def _date(period: Period) -> values.Date:
    last = None if period.precision is Precision.NOT_BEFORE else period.last
    return values.Date(text=period.text, first=period.first, last=last, edtf=edtf(period))


def _date_if(period: Period | None) -> values.Date | None:
    return _date(period) if period else None


def _cites(cites: Iterable[Citation]) -> tuple[values.Citation, ...]:
    return tuple(values.Citation(source=citation.source, passage=citation.passage) for citation in cites)
