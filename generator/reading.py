"""A YAML document → records of one model, with every mistake worded at its place."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.problems import InvalidData, Problem, did_you_mean, nearest
from generator.scalars import Record
from generator.yaml_lines import Document, Path

R = TypeVar("R", bound=Record)

_SHAPES = {
    "model_type": "needs keys with values",
    "dict_type": "needs keys with values",
    "tuple_type": "needs a list: lines that start with a hyphen, or [a, b]",
    "too_short": "needs at least one entry",
}


def read_record(document: Document, model: type[R]) -> R:
    """The one record that the file holds. Raises InvalidData with all that is wrong in it."""
    return _read(document, model, document.value, ())


def read_records(document: Document, model: type[R]) -> tuple[R, ...]:
    """The list of records that the file holds, in its order; none if it is empty. Raises InvalidData."""
    if document.value is None:
        return ()
    if not isinstance(document.value, list):
        what = "the file must be a list of records"
        raise InvalidData([Problem(document.place(), what, 'Start each record with "- id: …".')])
    records: list[R] = []
    problems: list[Problem] = []
    for i, value in enumerate(document.value):
        try:
            records.append(_read(document, model, value, (i,)))
        except InvalidData as error:
            problems += error.problems
    if problems:
        raise InvalidData(problems)
    return tuple(records)


def fault_of(model: type[Record], name: str, written: object) -> str:
    """What is wrong with a value for one field, by itself and with a way out; empty if nothing is."""
    try:
        TypeAdapter(get_type_hints(model, include_extras=True)[name]).validate_python(written)
    except ValidationError as error:
        return ". ".join(filter(None, _worded(_root_causes(error)[0], (name,))))
    return ""


def _read(document: Document, model: type[R], value: object, path: Path) -> R:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise InvalidData(_problems(error, document, model, path)) from error


def _problems(error: ValidationError, document: Document, model: type[Record], path: Path) -> Iterator[Problem]:
    faults = _root_causes(error)
    misspelt = {(*f["loc"][:-1], _meant(model, f["loc"])) for f in faults if f["type"] == "extra_forbidden"}
    for fault in faults:
        loc: Path = tuple(fault["loc"])
        where = (*path, *loc)
        if fault["type"] == "missing" and loc in misspelt:
            continue
        if fault["type"] == "missing":
            known = _model_at(model, loc[:-1])
            yield Problem(document.place(*where[:-1]), f"the key {loc[-1]!r} is missing", _description(known, loc[-1]))
        elif fault["type"] == "extra_forbidden":
            key, names = str(loc[-1]), _model_at(model, loc[:-1]).model_fields
            hint = "Is it a decimal comma? Write a point: 4.5." if key.isdigit() else did_you_mean(key, names)
            yield Problem(document.key_place(*where), f"the key {key!r} is not known here", hint)
        else:
            yield Problem(document.place(*where), *_worded(fault, loc))


def _meant(model: type[Record], loc: Path) -> str:
    """The key that an unknown one is nearest to: it is misspelt then, not missing as well. Empty if near none."""
    return nearest(str(loc[-1]), _model_at(model, loc[:-1]).model_fields) or ""


def _root_causes(error: ValidationError) -> list[Any]:
    """Leave out what only follows from a deeper error: a list is not "too short" because one entry is wrong."""
    faults = error.errors(include_url=False)
    locs = [fault["loc"] for fault in faults]
    return [f for f in faults if not any(len(loc) > len(f["loc"]) and loc[: len(f["loc"])] == f["loc"] for loc in locs)]


def _worded(fault: Any, loc: Path) -> tuple[str, str]:
    name = next((str(part) for part in reversed(loc) if isinstance(part, str)), "the record")
    written = fault["input"]
    if written is None:
        return f"{name} is empty", "Write a value; a key that is not needed can be left out."
    if fault["type"] == "enum":
        words = fault["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return f"{name}: {written!r} is not one of the words for it", did_you_mean(str(written), words)
    if fault["type"] == "value_error":
        return f"{name}: {fault['ctx']['error']}", ""
    return f"{name} {_SHAPES.get(fault['type'], fault['msg'])}", ""


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    """The model of the record at `loc` inside `model`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models_in(model.model_fields[part].annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        if inner is not NoneType:
            yield from _models_in(inner)


def _description(model: type[BaseModel], name: str | int) -> str:
    field = model.model_fields.get(str(name))
    return field.description.split("\n")[0] if field and field.description else ""
