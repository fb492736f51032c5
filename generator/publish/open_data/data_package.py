"""`datapackage.json`: a description of the tables and their columns, as a Frictionless Data Package."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.publish.open_data.csv_export import TABLES, Table, endings

_TYPES: dict[object, str] = {int: "integer", bool: "boolean", date: "date", Decimal: "number"}
"""The type names of Table Schema by Python type; any other type is `string`."""
_DAYS = {"_first": "The first day of the period.", "_last": "The last day of the period."}
"""The descriptions of the day columns of a date, by suffix."""


def package_of(edition: str, title: str) -> dict[str, Any]:
    """Return the data package of an edition; `edition` is its id, `title` the title of the atlas."""
    resources = [_resource(table) for table in TABLES]
    return {"name": f"atlas-{edition}", "title": f"{title}, {edition}", "resources": resources}


def _resource(table: Table) -> dict[str, Any]:
    fields = [column for name, field in table.row.model_fields.items() for column in _columns(name, field)]
    schema: dict[str, Any] = {"fields": fields}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        column, other, there = table.refers
        schema["foreignKeys"] = [{"fields": column, "reference": {"resource": other, "fields": there}}]
    return {
        "name": table.path.removesuffix(".csv"),
        "path": table.path,
        "description": table.row.__doc__,
        "format": "csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _columns(name: str, field: FieldInfo) -> Iterator[dict[str, Any]]:
    """Yield the descriptors of the columns of one field of a row."""
    kind = _kind(field.annotation)
    constraints: dict[str, Any] = {"required": True} if _is_always_filled(field) else {}
    if isinstance(kind, type) and issubclass(kind, Enum):
        constraints["enum"] = [member.value for member in kind]
    for end in endings(field.annotation):
        kept = {"description": _DAYS.get(end, field.description), "constraints": constraints}
        type_name = "date" if end in _DAYS else _TYPES.get(kind, "string")
        yield {"name": f"{name}{end}", "type": type_name} | {key: value for key, value in kept.items() if value}


def _kind(annotation: object) -> object:
    """Return the plain type, without annotations or None; of a list, the type of its entries."""
    inside = [argument for argument in get_args(annotation) if argument is not NoneType]
    return _kind(inside[0]) if inside else annotation


def _is_always_filled(field: FieldInfo) -> bool:
    """Whether the column is filled in every row: the value is never None, and a list never empty."""
    if get_origin(field.annotation) in (tuple, dict):
        return bool(field.metadata)
    return NoneType not in get_args(field.annotation)
