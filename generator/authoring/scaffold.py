"""Insert a new record, or a search for a milestone, into its file, and validate the result before it is written."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.archive import SCHEMA, Archive, read_archive, read_yaml
from generator.archive import Path as YamlPath
from generator.authoring.format import canonical
from generator.checks import check
from generator.diagnostics import Diagnostic, InvalidData, did_you_mean
from generator.model import (
    Indicator,
    Looked,
    Milestone,
    Observation,
    OutOfScope,
    Record,
    RecordFile,
    Report,
    Source,
    Standing,
    Statement,
    ThemeText,
    file_at,
    file_of,
    parse_id,
)


@dataclass(frozen=True)
class RecordKind:
    """A kind of record that can be added."""

    name: str
    of: str
    """What the argument of the command names: `ID` of a new file, or the record to which something is added."""
    model: type[Record]
    within: type[Record] | None = None
    """The model of the record to whose list it is added; None if it belongs directly to a file."""
    key: str = ""
    """The key of that list."""
    first: tuple[str, type[Record]] | None = None
    """The key of a list that a new record must have, and the model of its first entry."""

    @property
    def file(self) -> RecordFile:
        """The kind of file to which it is added."""
        return file_of(self.within or self.model)

    @property
    def about(self) -> str:
        """The first paragraph of the docstring of its model, on one line."""
        return " ".join((self.model.__doc__ or "").split("\n\n")[0].split())


KINDS = (
    RecordKind("theme", "ID", ThemeText),
    RecordKind("source", "ID", Source),
    RecordKind("statement", "THEME", Statement),
    RecordKind("indicator", "THEME", Indicator, first=("observations", Observation)),
    RecordKind("milestone", "THEME", Milestone, first=("reports", Report)),
    RecordKind("observation", "INDICATOR", Observation, Indicator, "observations"),
    RecordKind("report", "MILESTONE", Report, Milestone, "reports"),
    RecordKind("standing", "THEME", Standing, ThemeText, "standings"),
    RecordKind("out-of-scope", "SOURCE", OutOfScope, Source, "out_of_scope"),
)


@dataclass(frozen=True)
class Spot:
    """The position of a new record."""

    file: str
    """Relative to the project."""
    path: YamlPath
    """Path of the list; empty if the file itself is the list."""
    is_file: bool = False
    """Whether the record is a file by itself."""


@dataclass(frozen=True)
class Draft:
    """The text of a file with the new record in it."""

    file: str
    text: str
    path: YamlPath
    """Path of the new record."""

    @property
    def line(self) -> int:
        """The line, from 1, on which the new record begins."""
        return read_yaml(self.text, self.file).place(*self.path).line


def spot_of(archive: Archive, kind: RecordKind, name: str) -> Spot:
    """Return the position of a new record of that kind; `name` is the argument of the command.

    Raises LookupError with a sentence for the user if `name` does not exist, or if a new id is not an id or is in use.
    """
    if kind.of == "ID":
        try:
            parse_id(name)
        except ValueError as error:
            raise LookupError(f"{error}.") from None
        known: Any = archive.themes if kind.name == "theme" else archive.sources
        if name in known:
            raise LookupError(f"{kind.file.path(name)} already exists.")
        return Spot(kind.file.path(name), (), True)
    if kind.of in ("THEME", "SOURCE"):
        known = archive.themes if kind.of == "THEME" else archive.sources
        if name not in known:
            raise LookupError(f"{name!r} is not in {kind.file.folder}. {did_you_mean(name, known)}")
        return Spot(kind.file.path(name), (kind.key,) if kind.key else ())
    holders: tuple[Any, ...] = archive.indicators if kind.of == "INDICATOR" else archive.milestones
    found = {record.id: Spot(record.file, (*record.path, kind.key)) for record in holders}
    if name not in found:
        raise LookupError(f"{name!r} is not in any {kind.file.name}. {did_you_mean(name, found)}")
    return found[name]


def drafted(root: Path, archive: Archive, spot: Spot, record: dict[str, Any]) -> Draft:
    """Return the file in canonical form with the record after the last one whose oldest source is not later.

    Indicators are appended. Raises InvalidData if the record cannot be written as YAML.
    """
    place = root / spot.file
    text = (
        canonical(place.read_bytes(), spot.file) if place.is_file() else _schema_of_siblings(root, archive, spot.file)
    )
    if spot.is_file:
        added = f"{text}{json.dumps(record, ensure_ascii=False)}\n"
        return Draft(spot.file, canonical(added.encode(), spot.file), ())
    siblings: Any = read_yaml(text, spot.file).value
    for step in spot.path:
        siblings = siblings.get(step) if isinstance(siblings, dict) else siblings[step]
    n = _position(archive, siblings or [], record)
    added = _inserted(text, spot, len(siblings or ()), n, json.dumps(record, ensure_ascii=False))
    return Draft(spot.file, canonical(added.encode(), spot.file), (*spot.path, n))


def problems_with(root: Path, draft: Draft) -> tuple[Diagnostic, ...]:
    """Return what `check` would report for the whole archive with the draft; nothing under `root` is changed."""
    with TemporaryDirectory() as folder:
        shutil.copytree(root / "data", Path(folder) / "data")
        place = Path(folder) / draft.file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(draft.text, "utf-8", newline="\n")
        try:
            check(read_archive(Path(folder)))
        except InvalidData as error:
            return error.diagnostics
    return ()


def about(draft: Draft, diagnostic: Diagnostic) -> YamlPath | None:
    """Return the path, inside the new record, of the value that a diagnostic is about; None if it is outside."""
    path = read_yaml(draft.text, draft.file).path_at(diagnostic.location)
    inside = path is not None and path[: len(draft.path)] == draft.path
    return path[len(draft.path) :] if path is not None and inside else None


def _position(archive: Archive, siblings: list[Any], record: dict[str, Any]) -> int:
    order = {id: i for i, id in enumerate(archive.sources)}

    def rank(entry: Any) -> int:
        return min((order.get(cited.partition("#")[0], len(order)) for cited in _cited(entry)), default=len(order))

    if "observations" in record:
        return len(siblings)
    return max((i + 1 for i, entry in enumerate(siblings) if rank(entry) <= rank(record)), default=0)


def _cited(value: Any) -> Iterator[str]:
    """Yield every citation in a record, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            written = [inner] if isinstance(inner, str) else inner
            yield from written if key == "cites" and isinstance(written, list) else _cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _cited(inner)


def _inserted(text: str, spot: Spot, length: int, n: int, record: str) -> str:
    """Return the text with the record as entry `n`, from 0, of its list, on a line that `canonical` formats."""
    lines = text.split("\n")
    if not length:
        key = f"{spot.path[0]}:" if spot.path else ""
        kept = [line for line in lines if line not in ("", "[]", key, f"{key} []")]
        return "\n".join([*kept, f"{key} [{record}]" if key else f"- {record}", ""])
    document = read_yaml(text, spot.file)
    at = document.place(*spot.path, max(n - 1, 0))
    margin = " " * (len(lines[at.line - 1]) - len(lines[at.line - 1].lstrip()))
    i = at.line - 1
    if n:
        i = next(i for i in range(at.line, len(lines)) if not lines[i].startswith(f"{margin} "))
    else:
        while lines[i - 1].strip().startswith("#") and not lines[i - 1].startswith(SCHEMA) and i:
            i -= 1
    return "\n".join([*lines[:i], f"{margin}- {record}", *lines[i:]])


def _schema_of_siblings(root: Path, archive: Archive, file: str) -> str:
    """Return the schema line of existing files of the same kind, for a new file; empty if they have none."""
    kind = file_at(file)
    for name in archive.documents:
        if kind and kind.is_at(name):
            first = (root / name).read_text("utf-8-sig").partition("\n")[0]
            if first.startswith(SCHEMA):
                return f"{first}\n"
    return ""


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
