"""Write that a milestone was looked for in a source and is not in it."""

import json
from pathlib import Path
from typing import Any

from generator.archive import Archive, read_yaml
from generator.archive import Path as YamlPath
from generator.authoring.format import canonical
from generator.model import Looked, Milestone


def with_search(root: Path, archive: Archive, milestone: Milestone, found_nothing: Looked) -> str:
    """The text of the file of the milestone with the search in it, oldest source first, in canonical form.

    A search of the same source is replaced: its passages are kept, and the new ones added. Raises ValueError if a
    comment stands among the searches, where it would be lost.
    """
    file = milestone.file
    text = canonical((root / file).read_bytes(), file)
    path = _path_of(text, file, milestone.id)
    record: Any = read_yaml(text, file).value
    for step in path:
        record = record[step]
    searches = {entry["source"]: entry for entry in record.get("looked", [])}
    searches[found_nothing.source] = _written(found_nothing, searches.get(found_nothing.source, {}))
    order = list(archive.sources)
    ordered = sorted(searches.values(), key=lambda entry: order.index(entry["source"]))
    lines = text.split("\n")
    first, last = _lines_of(text, file, path)
    if any(line.lstrip().startswith("#") for line in lines[first:last]):
        raise ValueError(f"{file}:{first + 1}: a comment among the searches would be lost; move it above the milestone")
    lines[first:last] = [f"  looked: {json.dumps(ordered, ensure_ascii=False)}"]
    return canonical("\n".join(lines).encode(), file)


def _path_of(text: str, file: str, id: str) -> YamlPath:
    records: Any = read_yaml(text, file).value
    return (next(i for i, record in enumerate(records) if record["id"] == id),)


def _lines_of(text: str, file: str, path: YamlPath) -> tuple[int, int]:
    """The lines, from 0, of the searches of a milestone; where there are none, twice the line before which they go."""
    document = read_yaml(text, file)
    record: Any = document.value
    for step in path:
        record = record[step]
    keys = sorted((document.key_place(*path, key).line - 1, key) for key in record)
    at = {key: line for line, key in keys}
    start = at.get("looked", at["reports"])
    after = [line for line, _ in keys if line > start]
    return (start, min(after)) if "looked" in at and after else (at["reports"], at["reports"])


def _written(looked: Looked, before: dict[str, Any]) -> dict[str, Any]:
    seen = list(dict.fromkeys([*before.get("passages_seen", []), *looked.passages_seen]))
    entry: dict[str, Any] = {"source": looked.source, "words": list(looked.words)}
    if seen:
        entry["passages_seen"] = seen
    if looked.by_hand or before.get("by_hand") == "true":
        entry["by_hand"] = "true"
    return entry
