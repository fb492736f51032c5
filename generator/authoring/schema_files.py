"""The files of `data/schema/` and the schema lines of the YAML files, and which of them are out of date."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.archive import Archive
from generator.authoring.completions import definitions
from generator.authoring.json_schema import DRAFT, IDS, schemas
from generator.model import with_schema_line

FOLDER = "data/schema"
_LEAF = re.compile(r'\{\s*"(?:bodyText|const)": [^{}]*\}')
"""An id with its description, as printed over several lines."""


def schema_texts(archive: Archive) -> dict[str, str]:
    """Return the text of each file of `data/schema/`, by path relative to the project."""
    texts = {f"{FOLDER}/{name}.json": _printed(schema) for name, schema in schemas().items()}
    return {**texts, f"{FOLDER}/{IDS}": _ids(archive)}


def changed(archive: Archive, root: Path) -> dict[Path, str]:
    """Return the current text of every schema or YAML file that is out of date, by path."""
    stale = {root / name: text for name, text in _stale(archive, root)}
    return {**stale, **{root / file: text for file, text in _unnamed(archive, root)}}


def behind(archive: Archive, root: Path) -> str:
    """Return in one sentence what `atlas schema` would update; empty if nothing, or if there is no `data/schema/`.

    It is not an error: somebody who edits in a browser must not need the command.
    """
    if not (root / FOLDER).is_dir():
        return ""
    unnamed = len(list(_unnamed(archive, root)))
    stale = [name for name, _ in _stale(archive, root)]
    remarks = ["1 file does not name its schema"] if unnamed == 1 else []
    remarks += [f"{unnamed} files do not name their schema"] if unnamed > 1 else []
    if stale == [f"{FOLDER}/{IDS}"]:
        remarks.append(f"{stale[0]} lacks the newest ids")
    elif stale:
        remarks.append(f"out of date: {', '.join(stale)}")
    return f"For editors: {'; '.join(remarks)}. `atlas schema` updates them." if remarks else ""


def _stale(archive: Archive, root: Path) -> Iterator[tuple[str, str]]:
    for name, text in schema_texts(archive).items():
        path = root / name
        if not path.is_file() or path.read_bytes() != text.encode():
            yield name, text


def _unnamed(archive: Archive, root: Path) -> Iterator[tuple[str, str]]:
    for file in archive.documents:
        written = (root / file).read_text("utf-8-sig")
        if (text := with_schema_line(written, file)) != written:
            yield file, text


def _printed(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _ids(archive: Archive) -> str:
    """Return the definitions with one id per line, so that a review shows which ids are new."""
    head = {
        "$schema": DRAFT,
        "title": "Existing ids",
        "description": "Written by `atlas schema`. Editors suggest these ids; any other id is accepted too.",
    }
    text = _printed({**head, "definitions": definitions(archive)})
    return _LEAF.sub(lambda found: re.sub(r"\s*\n\s*", " ", found[0]), text)
