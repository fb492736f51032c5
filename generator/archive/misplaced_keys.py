"""Correct keys in the wrong place: not indented below their parent, separated by a comma, or in another file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.archive.yaml_loader import Document, Path
from generator.diagnostics import Diagnostic, Rule
from generator.model import (
    Alias,
    Allowance,
    Amendment,
    Correction,
    Indicator,
    Milestone,
    Observation,
    Place,
    Record,
    Rendering,
    Report,
    Statement,
    Tension,
    Term,
    file_of,
    records_in,
)
from generator.model import Document as DocumentRecord
from generator.text import LANGUAGES, language

_OF_A_THEME: tuple[type[Record], ...] = (Statement, Indicator, Milestone)
_OF_ALL: tuple[type[Record], ...] = (
    Place, Tension, Term, DocumentRecord, Correction, Amendment, Alias, Allowance, Rendering,
)  # fmt: skip
_WHERE_IT_BELONGS: dict[type[Record], str] = {
    **{model: f"Move it to {file_of(model).name} of its theme." for model in _OF_A_THEME},
    Report: f"Move it to `reports` of its milestone in {file_of(Milestone).name}, indented by four spaces.",
    Observation: f"Move it to `observations` of its indicator in {file_of(Indicator).name}, indented by four spaces.",
    **{model: f"Move it to {file_of(model).path()}." for model in _OF_ALL},
}


def meant_by(key: str) -> tuple[str, ...]:
    """The keys that somebody meant who wrote `key` in another language, such as Dutch; empty if none is known."""
    return tuple(meant for code in LANGUAGES for meant in language(code).keys.get(key.lower(), ()))


@dataclass(frozen=True)
class Misplaced:
    """A problem, and the paths of the values that are wrong only because of it."""

    diagnostic: Diagnostic
    causes: tuple[Path, ...]


def misplaced_in(document: Document, model: type[Record], path: Path, unknown: Sequence[Path]) -> list[Misplaced]:
    """What is in the wrong place in the record at `path`; `unknown` are the relative paths of its unknown keys."""
    if not unknown:
        return []
    elsewhere = _elsewhere(document, model, path)
    if elsewhere:
        return [elsewhere]
    parents = dict.fromkeys(loc[:-1] for loc in unknown)
    found: list[Misplaced] = []
    for parent in parents:
        keys = [str(loc[-1]) for loc in unknown if loc[:-1] == parent]
        inside = model_at(model, parent)
        found += _cut_by_commas(document, (*path, *parent), keys)
        found += _without_space(document, (*path, *parent), keys)
        found += _not_indented(document, inside, (*path, *parent), keys)
    return found


def _value_at(document: Document, path: Path) -> Any:
    value: Any = document.value
    for part in path:
        value = value[part]
    return value


def _elsewhere(document: Document, model: type[Record], path: Path) -> Misplaced | None:
    """A complete record of another kind, which belongs in another file; None if it is not one."""
    value = _value_at(document, path)
    for other, hint in _WHERE_IT_BELONGS.items():
        needed = {name for name, field in other.model_fields.items() if field.is_required()}
        if other is not model and path and needed <= set(value) <= set(other.model_fields):
            what = f"this is a {other.__name__.lower()}; {PurePosixPath(document.file).name} contains other records"
            return Misplaced(Diagnostic(document.place(*path), what, hint, rule=Rule.WRONG_FILE), (path,))
    return None


def _cut_by_commas(document: Document, path: Path, unknown: list[str]) -> Iterator[Misplaced]:
    """Texts in braces that a comma cuts, so that the rest became keys."""
    record = _value_at(document, path)
    before, pieces = "", []
    for key, value in [*record.items(), ("", "")]:
        if value is None and key in unknown and before and ":" not in key:
            pieces.append(key)
            continue
        if pieces and isinstance(record[before], str):
            yield _cut_text(document, (*path, before), [record[before], *pieces], path)
        before, pieces = key, []


def _cut_text(document: Document, at: Path, pieces: list[str], path: Path) -> Misplaced:
    causes = tuple((*path, piece) for piece in pieces[1:])
    if len(pieces) == 2 and all(piece.strip("-").isdigit() for piece in pieces):
        what, hint = (
            f"{at[-1]}: the comma ends the number {pieces[0]!r} here",
            f"Write {'.'.join(pieces)}, with a decimal point.",
        )
        return Misplaced(Diagnostic(document.place(*at), what, hint, rule=Rule.COMMA_DECIMAL), (*causes, at))
    what = f"{at[-1]}: in braces the comma ends the text {pieces[0]!r}"
    hint = f'Write {at[-1]}: "{", ".join(pieces)}"'
    return Misplaced(Diagnostic(document.place(*at), what, hint, rule=Rule.COMMA_IN_TEXT), (*causes, at))


def _without_space(document: Document, path: Path, unknown: list[str]) -> Iterator[Misplaced]:
    """Keys joined to their value, because the space after the colon is missing."""
    for written in unknown:
        key, colon, value = written.partition(":")
        if colon and value and _value_at(document, path)[written] is None:
            what, hint = f"a space is missing after the colon of {key!r}", f"Write {key}: {value}"
            place = document.key_place(*path, written)
            diagnostic = Diagnostic(place, what, hint, rule=Rule.MISSING_SPACE)
            yield Misplaced(diagnostic, ((*path, written), (*path, key)))


def _not_indented(document: Document, model: type[Record], path: Path, unknown: list[str]) -> Iterator[Misplaced]:
    """Keys next to an empty key to which they belong: they are not indented enough."""
    for key, value in _value_at(document, path).items():
        if value is not None or key not in model.model_fields:
            continue
        inside = model_at(model, (key,))
        children = [name for name in unknown if inside is not model and name in inside.model_fields]
        if children:
            place = document.key_place(*path, children[0])
            what = f"{' and '.join(children)} {'is' if len(children) == 1 else 'are'} next to {key!r}, not inside it"
            hint = f"Indent {'it' if len(children) == 1 else 'each'} by two more spaces."
            causes = ((*path, key), *((*path, name) for name in children))
            yield Misplaced(Diagnostic(place, what, hint, rule=Rule.INDENTATION), causes)


def model_at(model: type[Any], loc: Path) -> type[Any]:
    """The model of the record at the path `loc` inside a record of `model`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(records_in(model.model_fields[part].annotation), model)
    return model
