"""`atlas.json` → flat tables, a row per record, for spreadsheets and statistics."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from generator.archive import LANGUAGES

Json = dict[str, Any]


def _each(name: str) -> str:
    """The columns of a text, one for each language."""
    return " ".join(f"{name}_{language}" for language in LANGUAGES)


COLUMNS = {
    "statements.csv": f"id theme when when_first when_last kind {_each('text')} cites",
    "observations.csv": (
        "indicator theme period period_first period_last of unit value qualifier target basis current restates cites"
    ),
    "milestones.csv": (
        f"id theme {_each('title')} first_due first_due_first first_due_last latest_due latest_due_first"
        " latest_due_last done done_first done_last state timing slip_days moves silent_since"
    ),
    "reports.csv": f"milestone says due due_first due_last done done_first done_last recalled {_each('reason')} cites",
    "passages.csv": "source passage section words hash numbers dates out_of_scope",
}
"""The columns of each table, in order. They stand in its first line even where an edition has no rows."""


def tables_of(atlas: Json) -> dict[str, list[Json]]:
    """The rows of each table but the passages, by file name; the keys of a row are the columns of its table."""
    return {
        "statements.csv": list(_statement_rows(atlas)),
        "observations.csv": list(_observation_rows(atlas)),
        "milestones.csv": list(_milestone_rows(atlas)),
        "reports.csv": list(_report_rows(atlas)),
    }


def csv_of(name: str, rows: list[Json]) -> str:
    """The rows of the table of that name as CSV with a head line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=COLUMNS[name].split(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _flat(name: str, value: Json | None) -> Json:
    """A date as three columns."""
    return {
        f"{name}{end}": (value or {}).get(key) for end, key in (("", "text"), ("_first", "first"), ("_last", "last"))
    }


def _joined(cites: list[Json]) -> str:
    return " ".join(f"{cite['source']}#{cite['passage']}" for cite in cites)


def _statement_rows(atlas: Json) -> Iterator[Json]:
    for s in atlas["statements"]:
        texts = {f"text_{language}": s["text"][language] for language in LANGUAGES}
        yield {
            "id": s["id"],
            "theme": s["theme"],
            **_flat("when", s["when"]),
            "kind": s["kind"],
            **texts,
            "cites": _joined(s["cites"]),
        }


def _observation_rows(atlas: Json) -> Iterator[Json]:
    for i in atlas["indicators"]:
        for o in i["observations"]:
            of = " ".join(f"{dimension}={category}" for dimension, category in o["of"].items())
            kept = {key: o[key] for key in ("value", "qualifier", "target", "basis", "current", "restates")}
            yield {
                "indicator": i["id"],
                "theme": i["theme"],
                **_flat("period", o["period"]),
                "of": of,
                "unit": i["unit"],
                **kept,
                "cites": _joined(o["cites"]),
            }


def _milestone_rows(atlas: Json) -> Iterator[Json]:
    for m in atlas["milestones"]:
        titles = {f"title_{language}": m["title"][language] for language in LANGUAGES}
        dates = {
            **_flat("first_due", m["first_due"]),
            **_flat("latest_due", m["latest_due"]),
            **_flat("done", m["done"]),
        }
        kept = {key: m[key] for key in ("state", "timing", "slip_days", "moves", "silent_since")}
        yield {"id": m["id"], "theme": m["theme"], **titles, **dates, **kept}


def _report_rows(atlas: Json) -> Iterator[Json]:
    for m in atlas["milestones"]:
        for r in m["reports"]:
            reasons = {f"reason_{language}": (r["reason"] or {}).get(language) for language in LANGUAGES}
            yield {
                "milestone": m["id"],
                "says": r["says"],
                **_flat("due", r["due"]),
                **_flat("done", r["done"]),
                "recalled": r["recalled"],
                **reasons,
                "cites": _joined(r["cites"]),
            }
