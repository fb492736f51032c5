"""Validates YAML documents: records of one model, or every mistake with its location."""

from collections.abc import Iterator
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter, ValidationError

from generator.archive.misplaced_keys import Misplaced, meant_by, misplaced_in, model_at
from generator.archive.value_hints import suggestion
from generator.archive.yaml_loader import Document, Path
from generator.diagnostics import Diagnostic, InvalidData, Miswritten, Rule, did_you_mean, nearest
from generator.model import Bilingual, Record
from generator.text import LANGUAGES

R = TypeVar("R", bound=Record)

_SHAPES = {
    "model_type": "needs keys with values",
    "dict_type": "needs keys with values",
    "tuple_type": "needs a list",
    "too_short": "needs at least one entry",
}
_LIST = "Write each entry on its own line, after a hyphen and a space."
_START = 'Start each record with "- id: …".'


def read_record(document: Document, model: type[R]) -> R:
    """The single record in the file. Raises InvalidData with every mistake in it."""
    if document.value is None:
        hint = "Write the keys that data/README.md lists."
        raise InvalidData([Diagnostic(document.place(), "the file is empty", hint, rule=Rule.EMPTY_VALUE)])
    return _read(document, model, document.value, ())


def read_records(document: Document, model: type[R]) -> tuple[R, ...]:
    """The records in the file, in its order; empty if the file is. Raises InvalidData with every mistake in them."""
    if document.value is None:
        return ()
    if not isinstance(document.value, list):
        what = "the file must be a list of records"
        raise InvalidData([Diagnostic(document.place(), what, _START, rule=Rule.SHAPE)])
    records: list[R] = []
    diagnostics: list[Diagnostic] = []
    for i, value in enumerate(document.value):
        try:
            records.append(_read(document, model, value, (i,)))
        except InvalidData as error:
            diagnostics += error.diagnostics
    if diagnostics:
        raise InvalidData(diagnostics)
    return tuple(records)


def fault_of(model: type[Record], name: str, written: object) -> str:
    """What is wrong with `written` as the value of the field `name`, and what to do; empty if it is valid."""
    try:
        TypeAdapter(get_type_hints(model, include_extras=True)[name]).validate_python(written)
    except ValidationError as error:
        what, hint, _ = _worded(_root_causes(error)[0], model, (name,))
        return ". ".join(filter(None, (what, hint)))
    return ""


def _read(document: Document, model: type[R], value: object, path: Path) -> R:
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        raise InvalidData(_problems(error, document, model, path)) from error
    record.locate(document.written(*path))
    return record


def _problems(error: ValidationError, document: Document, model: type[Record], path: Path) -> Iterator[Diagnostic]:
    """One problem for each mistake; consequences are left out, such as the missing key where one was misspelt."""
    faults = _root_causes(error)
    misplaced = misplaced_in(document, model, path, [tuple(f["loc"]) for f in faults if f["type"] == "extra_forbidden"])
    yield from (found.diagnostic for found in misplaced)
    left = [fault for fault in faults if not any(_is_caused_by(fault, path, found) for found in misplaced)]
    misspelt = {(*f["loc"][:-1], _meant(model, f["loc"])) for f in left if f["type"] == "extra_forbidden"}
    for fault in left:
        if fault["type"] != "missing" or tuple(fault["loc"]) not in misspelt:
            yield _problem(fault, document, model, path)


def _is_caused_by(fault: Any, path: Path, found: Misplaced) -> bool:
    """Whether the fault is only a consequence of a key in the wrong place."""
    loc = (*path, *fault["loc"])
    return any(loc[: len(cause)] == cause for cause in found.causes)


def _problem(fault: Any, document: Document, model: type[Record], path: Path) -> Diagnostic:
    loc: Path = tuple(fault["loc"])
    where = (*path, *loc)
    if fault["type"] == "missing":
        return _missing(document, model_at(model, loc[:-1]), where)
    if fault["type"] == "extra_forbidden":
        key, names = str(loc[-1]), model_at(model, loc[:-1]).model_fields
        meant = _meant(model, loc)
        hint = f"Did you mean {meant!r}?" if meant else did_you_mean(key, names) or "data/README.md lists the keys."
        return Diagnostic(document.key_place(*where), f"the key {key!r} is unknown here", hint, rule=Rule.UNKNOWN_KEY)
    what, hint, rule = _worded(fault, model, loc)
    return Diagnostic(document.place(*where), what, hint, rule=rule)


def _missing(document: Document, model: type[Record], where: Path) -> Diagnostic:
    key, place = str(where[-1]), document.place(*where[:-1])
    if model is Bilingual:
        name = next((part for part in reversed(where[:-1]) if isinstance(part, str)), "the text")
        hint = f'Add {key}: "…" next to the other language, with the same figures.'
        return Diagnostic(place, f"{name} is missing in {key!r}", hint, rule=Rule.ONE_LANGUAGE)
    field = model.model_fields[key]
    hint = f"Add {key}: …"
    if key == "cites":
        hint = "Add cites: [source#passage], the passage that supports it."
    elif isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        hint = f"Add {key}: with one of {', '.join(member.value for member in field.annotation)}."
    elif field.description:
        hint = f"Add {key}: {' '.join(field.description.split())}"
    return Diagnostic(place, f"the key {key!r} is missing", hint, rule=Rule.MISSING_KEY)


def _meant(model: type[Record], loc: Path) -> str:
    """The key that an unknown key was probably meant to be, which then is not also missing; empty if there is none."""
    key, names = str(loc[-1]), model_at(model, loc[:-1]).model_fields
    return next((name for name in meant_by(key) if name in names), nearest(key, names) or "")


def _root_causes(error: ValidationError) -> list[Any]:
    """The errors without those that follow from a deeper one: a list is not "too short" because one entry is wrong."""
    faults = error.errors(include_url=False)
    locs = [fault["loc"] for fault in faults]
    return [f for f in faults if not any(len(loc) > len(f["loc"]) and loc[: len(f["loc"])] == f["loc"] for loc in locs)]


def _worded(fault: Any, model: type[Record], loc: Path) -> tuple[str, str, Rule]:
    """What is wrong with a value, what to do, and the rule."""
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "the record")
    written = fault["input"]
    if written is None:
        hint = "Write a value, or remove the key if it is optional."
        return f"{name} is empty", hint, Rule.EMPTY_VALUE
    if fault["type"] == "enum":
        words = fault["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        what = f"{name}: {written!r} is not one of the allowed words"
        return what, did_you_mean(str(written), words), Rule.UNKNOWN_WORD
    error = fault.get("ctx", {}).get("error")
    if isinstance(error, Miswritten):
        return f"{name}: {error.what}", suggestion(error, str(written)), error.rule
    if fault["type"] == "too_short":
        hint = "Write [source#passage], the passage that supports it." if name == "cites" else "Write one or more."
        return f"{name} {_SHAPES['too_short']}", hint, Rule.NO_ENTRY
    return _shape(fault["type"], name, written, model_at(model, loc))


def _shape(kind: str, name: str, written: object, model: type[Record]) -> tuple[str, str, Rule]:
    """As `_worded`, for a text where a list or keys are required, and vice versa."""
    if kind == "tuple_type" and isinstance(written, str):
        if written.startswith("-"):
            hint = "Write a space after each hyphen."
            return f"{name} needs a list, and {written!r} is a text", hint, Rule.MISSING_SPACE
        return f"{name} {_SHAPES[kind]}", f"Write [{written}].", Rule.SHAPE
    if kind == "model_type" and model is Bilingual and name != "the record":
        texts = [f'{language}: "…"' for language in LANGUAGES]
        within = f"Write {{{', '.join(texts)}}}, with {written!r} in its language."
        hint = within if isinstance(written, str) else f"Write {' and '.join(texts)} in it."
        return f"{name} needs the text in both languages", hint, Rule.ONE_LANGUAGE
    if name == "the record" and isinstance(written, str):
        return f"{name} needs keys with values, and {written!r} is a text", _START, Rule.SHAPE
    hint = "Write each as key: value, without a hyphen before it." if kind in ("model_type", "dict_type") else _LIST
    return f"{name} {_SHAPES.get(kind, kind)}", hint, Rule.SHAPE
