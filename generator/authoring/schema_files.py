"""What stands in `data/schema/`, and what of it and of the first lines of the YAML files is not as it should be."""

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
"""What one id is told with, as it is printed."""


def schema_texts(archive: Archive) -> dict[str, str]:
    """The text of each file of `data/schema/`, by its path relative to the project."""
    texts = {f"{FOLDER}/{name}.json": _printed(schema) for name, schema in schemas().items()}
    return {**texts, f"{FOLDER}/{IDS}": _ids(archive)}


def changed(archive: Archive, root: Path) -> dict[Path, str]:
    """Every file that is not as it should be, with the text that it should have."""
    stale = {root / name: text for name, text in _stale(archive, root)}
    return {**stale, **{root / file: text for file, text in _unnamed(archive, root)}}


def behind(archive: Archive, root: Path) -> str:
    """What `atlas schema` would write, in a sentence. Empty if nothing, or if the project has no `data/schema/`.

    Nothing of it is wrong: who writes in a browser must not need the command.
    """
    if not (root / FOLDER).is_dir():
        return ""
    unnamed = len(list(_unnamed(archive, root)))
    stale = [name for name, _ in _stale(archive, root)]
    told = ["1 file does not name its schema"] if unnamed == 1 else []
    told += [f"{unnamed} files do not name their schema"] if unnamed > 1 else []
    if stale == [f"{FOLDER}/{IDS}"]:
        told.append(f"{stale[0]} does not have the newest ids")
    elif stale:
        told.append(f"not current: {', '.join(stale)}")
    return f"For editors: {'; '.join(told)}. `atlas schema` writes it." if told else ""


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
    """The definitions with one id a line, so that a review shows what is new."""
    head = {
        "$schema": DRAFT,
        "title": "The ids that exist",
        "description": "Written by `atlas schema`. What stands here is offered by editors; nothing is refused by it.",
    }
    text = _printed({**head, "definitions": definitions(archive)})
    return _LEAF.sub(lambda found: re.sub(r"\s*\n\s*", " ", found[0]), text)
