"""A JSON Schema (draft-07) for each kind of file in `data/`, generated from the models for editors.

It uses two extensions of the YAML language server: `enumDescriptions`, and an `errorMessage` in the words of
`atlas check`. Existing ids are suggested but not required, because `ids.json` may be older than the file being edited.
"""

import ast
import inspect
import re
from collections.abc import Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from generator.authoring.field_examples import TEXTS, WORDS
from generator.model import FILES, Record, RecordFile

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
IDS = "ids.json"
"""The file with the existing ids, in the folder of the schemas."""

_OFFERED: Mapping[str, str] = {
    "OutOfScope.passage": "passages",
    "PassageIndex.source": "sources",
    "Alias.source": "sources",
    "ThemeText.group": "groups",
    "ThemeText.related": "themes",
    "ThemeText.key_figures": "key_figures",
    "ThemeText.alone": "records",
    "Thread.members": "records",
    "Statement.places": "places",
    "Milestone.places": "places",
    "Lineage.of": "milestones",
    "Indicator.unit": "units",
    "Indicator.breakdown": "dimensions",
    "Indicator.counted_by": "bodies",
    "Indicator.area": "areas",
    "Observation.counted_by": "bodies",
    "Observation.area": "areas",
    "IndicatorGroup.members": "indicators",
    "Tension.themes": "themes",
    "Tension.milestones": "milestones",
    "Tension.indicators": "indicators",
    "Looked.source": "sources",
}
"""The list of ids that is suggested for a field; for every `cites` it is `citations`."""


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of file, by name of the kind: `source`, `statements`, …"""
    return {file.schema: _of_file(file) for file in FILES}


@cache
def sentences(kind: type[Enum]) -> Mapping[str, str]:
    """Return the docstring under each member of an enum, by value of the member; empty if it has none."""
    [body] = ast.parse(inspect.getsource(kind)).body
    meanings: dict[str, str] = {}
    word = ""
    for statement in body.body if isinstance(body, ast.ClassDef) else ():
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            word = str(statement.value.value)
            meanings[word] = ""
        elif word and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
            meanings[word] = _folded(statement.value.value)
    return meanings


def _of_file(file: RecordFile) -> Schema:
    record = _record(file.model)
    head = {
        "$schema": DRAFT,
        "title": re.sub("<.*?>", "…", f"data/{file.pattern}"),
        "description": _folded(file.model.__doc__),
    }
    if not file.many:
        return {**record, **head}
    return {**head, "type": ["array", "null"], "items": record}


def _record(model: type[Record]) -> Schema:
    return {
        "title": model.__name__,
        "description": _folded(model.__doc__),
        "type": "object",
        "properties": {name: _field(model, name, field) for name, field in model.model_fields.items()},
        "required": [name for name, field in model.model_fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def _field(model: type[Record], name: str, field: FieldInfo) -> Schema:
    key = f"{model.__name__}.{name}"
    offered = "citations" if name == "cites" else _OFFERED.get(key, "")
    schema = _value(field.annotation, field.metadata, offered)
    meaning = _folded(field.description) or schema.get("description", "")
    if key in WORDS:
        schema.get("items", schema)["examples"] = list(WORDS[key])
    if key in TEXTS:
        example = ", ".join(f'{language}: "{text}"' for language, text in TEXTS[key].items())
        meaning = f"{meaning} For example: {{{example}}}"
    return {**schema, "description": meaning}


def _value(annotation: Any, metadata: Any = (), offered: str = "") -> Schema:
    """Return the schema of a value; `offered` is the name of the list of ids that is suggested, empty for none."""
    shapes = [m.json_schema for m in metadata if hasattr(m, "json_schema")]
    arguments = get_args(annotation)
    if shapes:
        return _scalar(shapes[-1], offered)
    if hasattr(annotation, "__metadata__"):
        return _value(arguments[0], annotation.__metadata__, offered)
    if get_origin(annotation) in (Union, UnionType):
        return _or_nothing(_value(arguments[0], (), offered)) if NoneType in arguments else {}
    if get_origin(annotation) is tuple:
        return _list(_value(arguments[0], (), offered), metadata)
    if get_origin(annotation) is dict:
        by_dimension = {"$ref": f"{IDS}#/definitions/of"}
        return {"type": "object", "additionalProperties": _value(arguments[1]), "allOf": [by_dimension]}
    return _closed_set(annotation) if issubclass(annotation, Enum) else _record(annotation)


def _scalar(shape: Mapping[str, Any], offered: str) -> Schema:
    described = str(shape["description"])
    known = {"allOf": [{"$ref": f"{IDS}#/definitions/{offered}"}]} if offered else {}
    return {**shape, "description": f"{described[0].upper()}{described[1:]}.", **known}


def _list(entry: Schema, metadata: Any) -> Schema:
    """Return the schema of a list; where a single value is accepted instead of a list of one, also that of the value.

    The schema of an entry with suggested ids is only a reference to the list of ids: for any composed schema the
    language server adds a suggestion of its own.
    """
    alone = dict(entry) if any(isinstance(m, BeforeValidator) for m in metadata) else {}
    [known] = entry.get("allOf", [entry])
    if "allOf" in alone:
        alone["anyOf"] = [{"type": "string", "allOf": alone.pop("allOf")}, {}]
    least = next(({"minItems": m.min_length} for m in metadata if hasattr(m, "min_length")), {})
    types = [*_types(alone), "array"] if alone else "array"
    return {"description": entry["description"], **alone, "type": types, "items": known, **least}


def _closed_set(kind: type[Enum]) -> Schema:
    meanings = sentences(kind)
    return {
        "description": _folded(kind.__doc__),
        "type": "string",
        "enum": list(meanings),
        "enumDescriptions": list(meanings.values()),
    }


def _or_nothing(schema: Schema) -> Schema:
    """Return the schema extended by null: nothing is written after the key."""
    enum = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    more = {"enumDescriptions": [*schema["enumDescriptions"], "The same as leaving out the key."]} if enum else {}
    return {**schema, "type": [*_types(schema), "null"], **enum, **more}


def _types(schema: Schema) -> list[str]:
    return schema["type"] if isinstance(schema["type"], list) else [schema["type"]]


def _folded(text: Any) -> str:
    return " ".join((text or "").split())
