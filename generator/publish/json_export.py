"""Edition → the open data that other programs read. Texts in both languages; keys never change meaning."""

import json
from collections.abc import Iterable, Iterator, Mapping

from generator.archive import LANGUAGES, Archive
from generator.editions import (
    Change,
    ChangeKind,
    Edition,
    KnownIndicator,
    KnownMilestone,
    KnownObservation,
    KnownReport,
    KnownStatement,
    KnownTheme,
)
from generator.model import Bilingual, Citation, Period, Record, edtf
from generator.publish.csv_export import COLUMNS, Json, csv_of, tables_of
from generator.text import EDITORS_LANGUAGE


def export(edition: Edition, archive: Archive, changes: tuple[Change, ...], latest: bool) -> dict[str, str]:
    """The files of one edition by name. `latest` says whether no later edition exists."""
    atlas = atlas_json(edition, changes, latest)
    tables = {**tables_of(atlas), "passages.csv": list(_passage_rows(edition, archive))}
    files = {name: csv_of(name, rows) for name, rows in tables.items()}
    files["atlas.json"] = dumped(atlas)
    files["datapackage.json"] = dumped(_package(edition, archive))
    return files


def editions_json(editions: Iterable[Edition]) -> str:
    """`editions.json`: every edition, oldest first."""
    listed = list(editions)
    return dumped({"editions": [_edition(edition, edition is listed[-1]) for edition in listed]})


def dumped(value: Json) -> str:
    """JSON as every export writes it: readable, in the order given, with a line end."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def atlas_json(edition: Edition, changes: tuple[Change, ...], latest: bool) -> Json:
    """The whole edition as plain values, in the shape that `atlas.schema.json` describes."""
    return {
        "edition": _edition(edition, latest),
        "sources": [_source(edition, id) for id in edition.sources],
        "themes": [_theme(theme) for theme in edition.mentioned],
        "statements": [_statement(statement) for statement in edition.statements],
        "indicators": [_indicator(indicator) for indicator in edition.indicators],
        "milestones": [_milestone(milestone) for milestone in edition.milestones],
        "tensions": [
            {"id": t.id, "themes": list(t.themes), "text": _text(t.text), "cites": _cites(t)} for t in edition.tensions
        ],
        "aliases": [
            {"kind": a.kind.value, "was": a.was, "became": a.became, "source": a.source} for a in edition.aliases
        ],
        "corrections": [
            {
                "id": c.id,
                "published": _period(c.published),
                "of": list(c.of),
                "what": _text(c.what),
                "why": _text(c.why),
            }
            for c in edition.corrections
        ],
        "changes": [_change(change) for change in changes if change.kind in _MAIN and change.subject in _SUBJECTS],
    }


def changes_json(edition: Edition, history: Mapping[str | None, tuple[Change, ...]]) -> Json:
    """Every change of every kind since each earlier edition, by its id, and since nothing at all, without one."""
    since = [
        {"edition": id, "changes": [{**_change(change), "source": change.source} for change in changes]}
        for id, changes in history.items()
    ]
    return {"edition": edition.id, "since": since}


def _edition(edition: Edition, latest: bool) -> Json:
    return {
        "id": edition.id,
        "source": edition.source.id,
        "published": _period(edition.source.published),
        "latest": latest,
    }


def _source(edition: Edition, id: str) -> Json:
    source, account = edition.sources[id], edition.accounts.get(id)
    return {
        "id": id,
        "kind": source.kind.value,
        "title": _text(source.title),
        "published": _period(source.published),
        "passages": account.passages if account else None,
        "accounted": account.accounted if account else None,
    }


def _theme(theme: KnownTheme) -> Json:
    last = theme.standings[-1][1] if theme.standings else None
    standing = {"text": _text(last.text), "cites": _cites(last)} if last else None
    return {
        "id": theme.id,
        "title": _text(theme.text.title),
        "question": _text(theme.text.question),
        "standing": standing,
    }


def _statement(statement: KnownStatement) -> Json:
    record = statement.record
    return {
        "id": record.id,
        "theme": statement.theme,
        "when": _period(record.when),
        "kind": record.kind.value,
        "text": _text(record.text),
        "places": list(record.places),
        "cites": _cites(record),
    }


def _indicator(indicator: KnownIndicator) -> Json:
    record = indicator.record
    return {
        "id": record.id,
        "theme": indicator.theme,
        "title": _text(record.title),
        "unit": record.unit,
        "definition": _text(record.definition),
        "breakdown": list(record.breakdown),
        "observations": [_observation(observation) for observation in indicator.observations],
    }


def _observation(observation: KnownObservation) -> Json:
    record = observation.record
    return {
        "period": _period(record.period),
        "of": dict(record.of),
        "value": str(record.value),
        "qualifier": record.qualifier.value if record.qualifier else None,
        "target": str(record.target) if record.target is not None else None,
        "basis": record.basis.value,
        "formula": record.formula,
        "note": _text(record.note) if record.note else None,
        "cites": _cites(record),
        "current": observation.current,
        "because": record.because.value if record.because else None,
        "forecast": observation.is_forecast,
        "restates": str(observation.restates.value) if observation.restates else None,
        "outcome_of": str(observation.outcome_of.value) if observation.outcome_of else None,
    }


def _milestone(milestone: KnownMilestone) -> Json:
    return {
        "id": milestone.id,
        "theme": milestone.theme,
        "title": _text(milestone.record.title),
        "places": list(milestone.record.places),
        "state": milestone.state.value,
        "timing": milestone.timing.value if milestone.timing else None,
        "first_due": _period(milestone.first_due),
        "latest_due": _period(milestone.latest_due),
        "done": _period(milestone.done),
        "slip_days": milestone.slip_days,
        "moves": len(milestone.moves),
        "silent_since": milestone.silent_since.id if milestone.silent_since else None,
        "predecessors": list(milestone.predecessors),
        "successors": list(milestone.successors),
        "reports": [_report(report) for report in milestone.reports],
    }


def _report(report: KnownReport) -> Json:
    record = report.record
    return {
        "cites": _cites(record),
        "says": record.says.value,
        "due": _period(record.due),
        "done": _period(record.done),
        "recalled": record.recalled,
        "reason": _text(record.reason) if record.reason else None,
        "note": _text(record.note) if record.note else None,
    }


_MAIN = (
    ChangeKind.NEW,
    ChangeKind.RESTATED,
    ChangeKind.MOVED,
    ChangeKind.DONE,
    ChangeKind.DROPPED,
    ChangeKind.SILENT,
    ChangeKind.BACK,
)
_SUBJECTS = ("statement", "milestone", "indicator")


def _change(change: Change) -> Json:
    return {
        "kind": change.kind.value,
        "subject": change.subject,
        "id": change.id,
        "theme": change.theme,
        "before": change.before,
        "after": change.after,
        "days": change.days,
    }


def _text(text: Bilingual) -> Json:
    return {language: getattr(text, language) for language in LANGUAGES}


def _period(period: Period | None) -> Json | None:
    if period is None:
        return None
    return {"text": period.text, "first": str(period.first), "last": str(period.last), "edtf": edtf(period)}


def _cites(record: Record) -> list[Json]:
    cites: tuple[Citation, ...] = getattr(record, "cites")  # noqa: B009 - only records that cite
    return [{"source": citation.source, "passage": citation.passage} for citation in cites]


def _passage_rows(edition: Edition, archive: Archive) -> Iterator[Json]:
    for source in edition.sources.values():
        out = {entry.passage: entry.why for entry in source.out_of_scope}
        for passage in archive.passages.get(source.id, {}).values():
            yield {
                "source": source.id,
                "passage": passage.id,
                "section": passage.section,
                "words": passage.words,
                "hash": passage.hash,
                "numbers": " ".join(passage.numbers),
                "dates": " ".join(passage.dates),
                "out_of_scope": out.get(passage.id),
            }


def _package(edition: Edition, archive: Archive) -> Json:
    """Frictionless Data Package: every column is text, as written."""
    resources: list[Json] = [
        {
            "name": name.removesuffix(".csv"),
            "path": name,
            "format": "csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": column, "type": "string"} for column in columns.split()]},
        }
        for name, columns in COLUMNS.items()
    ]
    title = archive.atlas.title[EDITORS_LANGUAGE]
    return {"name": f"atlas-{edition.id}", "title": f"{title}, {edition.id}", "resources": resources}
