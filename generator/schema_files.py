"""What stands in `data/schema/`, and the first line of each YAML file, which names its schema to editors."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.archive import Archive
from generator.known_ids import definitions
from generator.schemas import DRAFT, IDS, schema_name, schemas

FOLDER = "data/schema"
_LINE = re.compile(r"#\s*(yaml-language-server\s*:|\$schema\s*:)")


def schema_texts(archive: Archive) -> dict[str, str]:
    """The text of each file of `data/schema/`, by its path relative to the project."""
    texts = {f"{FOLDER}/{name}.json": _printed(schema) for name, schema in schemas().items()}
    return {**texts, f"{FOLDER}/{IDS}": _ids(archive)}


def schema_line(file: str) -> str:
    """The first line of a hand-written file, given as a path relative to the project; empty if it needs none."""
    within = file.removeprefix("data/")
    name = schema_name(within)
    if not name or name == "passages":
        return ""
    return f"# yaml-language-server: $schema={'../' * within.count('/')}schema/{name}.json"


def named(text: str, file: str) -> str:
    """The text of a file with the first line that names its schema, in place of one that names another."""
    line = schema_line(file)
    kept = [written for written in text.split("\n") if not _LINE.match(written)]
    return "\n".join([line, *kept]) if line else text


def changed(archive: Archive, root: Path) -> dict[Path, str]:
    """Every file that is not as it should be, with the text that it should have."""
    current = {root / name: text for name, text in schema_texts(archive).items() if _text(root / name) != text}
    return {**current, **{root / file: text for file, text in _unnamed(archive, root)}}


def remarks(archive: Archive, root: Path) -> Iterator[str]:
    """What `atlas schema` would write, as sentences; nothing of it is wrong."""
    count = sum(1 for _ in _unnamed(archive, root))
    if count:
        yield f"{count} file{'s do' if count != 1 else ' does'} not name the schema by which editors complete."
    stale = [name for name, text in schema_texts(archive).items() if _text(root / name) != text]
    if stale:
        yield f"Not current: {', '.join(sorted(stale))}."


def _unnamed(archive: Archive, root: Path) -> Iterator[tuple[str, str]]:
    for file in archive.documents:
        written = (root / file).read_text("utf-8-sig")
        if (text := named(written, file)) != written:
            yield file, text


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


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


_LEAF = re.compile(r'\{\s*"(?:bodyText|const)": [^{}]*\}')
"""What one id is told with."""
