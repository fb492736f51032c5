"""Insert a new record into its file, and validate the result before it is written."""

import json
import shutil
from bisect import bisect
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.archive import SCHEMA, Archive, read_yaml
from generator.archive import Path as YamlPath
from generator.authoring.adding.kinds import RecordKind
from generator.authoring.format import canonical
from generator.checks import open_archive
from generator.diagnostics import Diagnostic, InvalidData, did_you_mean
from generator.model import (
    Alias,
    Amendment,
    Correction,
    Document,
    Place,
    Record,
    Rendering,
    Source,
    Tension,
    Term,
    ThemeText,
    parse_id,
    schema_line,
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
    is_sorted: bool = False
    """Whether the list is in the order of the ids."""


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
        file = kind.file.path(name)
        if name in _known(archive, kind):
            raise LookupError(f"{name!r} is already in {file}." if kind.file.many else f"{file} already exists.")
        return Spot(file, (), not kind.file.many, kind.model is Term)
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


def _known(archive: Archive, kind: RecordKind) -> Container[str]:
    """Return the ids that a new record of a kind cannot have."""
    known: dict[type[Record], Container[str]] = {
        ThemeText: archive.themes,
        Source: archive.sources,
        Tension: archive.tensions,
        Place: archive.places,
        Term: archive.terms,
        Document: archive.references,
        Correction: archive.corrections,
        Amendment: archive.amendments,
        Rendering: archive.renderings,
        Alias: (),
    }
    return known[kind.model]


def drafted(root: Path, archive: Archive, spot: Spot, record: dict[str, Any]) -> Draft:
    """Return the file in canonical form with the record after the last one whose oldest source is not later.

    Indicators are appended, and terms stand in the order of their ids. Raises InvalidData if the record cannot be
    written as YAML.
    """
    place = root / spot.file
    text = canonical(place.read_bytes(), spot.file) if place.is_file() else _first_line(root, archive, spot.file)
    if spot.is_file:
        added = f"{text}{json.dumps(record, ensure_ascii=False)}\n"
        return Draft(spot.file, canonical(added.encode(), spot.file), ())
    siblings: Any = read_yaml(text, spot.file).value
    for step in spot.path:
        siblings = siblings.get(step) if isinstance(siblings, dict) else siblings[step]
    n = _alphabetical(siblings or [], record) if spot.is_sorted else _position(archive, siblings or [], record)
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
            open_archive(Path(folder), kept=root)
        except InvalidData as error:
            return error.diagnostics
    return ()


def about(draft: Draft, diagnostic: Diagnostic) -> YamlPath | None:
    """Return the path, inside the new record, of the value that a diagnostic is about; None if it is outside."""
    path = read_yaml(draft.text, draft.file).path_at(diagnostic.location)
    inside = path is not None and path[: len(draft.path)] == draft.path
    return path[len(draft.path) :] if path is not None and inside else None


def _alphabetical(siblings: list[Any], record: dict[str, Any]) -> int:
    return bisect([entry["id"] for entry in siblings], record["id"])


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


def _first_line(root: Path, archive: Archive, file: str) -> str:
    """Return the line of a new file that names its schema; empty if the files that are there name none."""
    named = (root / name for name in archive.documents if schema_line(name))
    has_lines = any(path.read_text("utf-8-sig").startswith(SCHEMA) for path in named)
    return f"{schema_line(file)}\n" if has_lines else ""
