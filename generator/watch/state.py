"""The state kept from one visit to the next: reported papers and where each service was left, as a JSON file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.model import Match, Stage, parse_period
from generator.watch.announcement import Announcement, Bookmark
from generator.watch.http import Validators
from generator.watch.identifiers import Identity


@dataclass(frozen=True)
class Finding:
    """A paper that was reported."""

    paper: Announcement
    match: Match
    stage: Stage
    service: str
    """The id of the service that listed it."""
    file: str = ""
    """The name of the file that was fetched; empty if none was."""
    address: str = ""
    """Where the file came from."""
    sha256: str = ""
    """Of the file."""


@dataclass(frozen=True)
class Cursor:
    """What is kept from one visit to the next."""

    bookmarks: Mapping[str, Bookmark] = field(default_factory=dict)
    """By id of the service."""
    findings: tuple[Finding, ...] = ()


def remembered(file: Path) -> tuple[Cursor, list[str]]:
    """The cursor in the file, and remarks for the user; an empty cursor if the file is missing or damaged."""
    if not file.is_file():
        return Cursor(), []
    try:
        return cursor_of(file.read_text("utf-8")), []
    except (OSError, ValueError) as error:
        return Cursor(), [f"{file} cannot be read: {error}. Starting over."]


def cursor_of(text: str) -> Cursor:
    """The cursor of the text of a file. Raises ValueError if it is damaged."""
    try:
        kept = json.loads(text)
        bookmarks = {str(id): _bookmark(entry) for id, entry in kept["services"].items()}
        return Cursor(bookmarks, tuple(_finding(entry) for entry in kept["papers"]))
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError(f"it is damaged ({type(error).__name__})") from None


def text_of(cursor: Cursor) -> str:
    """The text of the file; the same for the same cursor."""
    services = {
        id: {"next": mark.next, "etag": mark.validators.etag, "modified": mark.validators.modified}
        for id, mark in cursor.bookmarks.items()
    }
    papers = [_entry(finding) for finding in cursor.findings]
    return json.dumps({"services": services, "papers": papers}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _bookmark(entry: Mapping[str, Any]) -> Bookmark:
    return Bookmark(str(entry["next"]), Validators(str(entry["etag"]), str(entry["modified"])))


def _entry(finding: Finding) -> dict[str, object]:
    paper = finding.paper
    return {
        "mark": paper.mark,
        "names": sorted(paper.identity.names),
        "titles": sorted(paper.identity.titles),
        "number": paper.number,
        "title": paper.title,
        "published": paper.published.text if paper.published else "",
        "is_filed": paper.is_filed,
        "page": paper.page,
        "files": [list(file) for file in paper.files],
        "reference": paper.reference,
        "sort": paper.sort,
        "version": paper.version,
        "match": finding.match.value,
        "stage": finding.stage.value,
        "service": finding.service,
        "file": finding.file,
        "address": finding.address,
        "sha256": finding.sha256,
    }


def _finding(entry: Mapping[str, Any]) -> Finding:
    paper = Announcement(
        mark=str(entry["mark"]),
        identity=Identity(frozenset(map(str, entry["names"])), frozenset(map(str, entry["titles"]))),
        number=str(entry["number"]),
        title=str(entry["title"]),
        published=parse_period(entry["published"]) if entry["published"] else None,
        is_filed=entry["is_filed"] is True,
        page=str(entry["page"]),
        files=tuple((str(kind), str(address)) for kind, address in entry["files"]),
        reference=str(entry.get("reference", "")),
        sort=str(entry.get("sort", "")),
        version=str(entry.get("version", "")),
    )
    fetched = {name: str(entry[name]) for name in ("service", "file", "address", "sha256")}
    return Finding(paper, Match(entry["match"]), Stage(entry["stage"]), **fetched)
