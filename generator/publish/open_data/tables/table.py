"""A table of the open data: its columns follow from the types of its rows, its cells from their values.

A date has three columns, a text one for each language, and a list one with its entries separated by spaces.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.publish.open_data.values import Citation, Date, Exported, Text
from generator.text import LANGUAGES

Cell = str | int | bool | Decimal | date | None
"""The value of one row in one column; None where nothing is known."""


@dataclass(frozen=True)
class Refers:
    """A foreign key: a column whose values are ids in another table."""

    column: str
    table: str
    key: str = "id"


@dataclass(frozen=True)
class Table:
    """One table of the open data."""

    name: str
    """The name of its files, without extension."""
    row: type[Exported]
    key: tuple[str, ...] = ()
    """The columns that identify a row; empty where only all columns together do."""
    refers: tuple[Refers, ...] = ()


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    field: str
    """The field of the row that it is made from."""
    end: str
    """What follows the field in its name: `_first` or `_last` for a day, a language for a text, or nothing."""
    kind: type
    """str, int, bool, Decimal or date."""
    required: bool
    """Whether every row has a value in it."""
    words: tuple[str, ...] = ()
    """The closed set of words that it holds, if it is one."""
    pattern: str | None = None
    minimum: int | None = None
    unit: str | None = None

    @property
    def language(self) -> str | None:
        """The language of its text; None if it reads the same in every language."""
        code = self.end.removeprefix("_")
        return code if code in LANGUAGES else None


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    return tuple(column for name, field in table.row.model_fields.items() for column in _columns(name, field))


def cells_of(rows: Iterable[Exported]) -> list[tuple[Cell, ...]]:
    """The cells of each row, in the order of the columns."""
    return [tuple(cell for name, ends in _ends_of(type(row)) for cell in _cells(getattr(row, name), ends))
            for row in rows]  # fmt: skip


def _ends_of(row: type[Exported]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((name, _endings(field.annotation)) for name, field in row.model_fields.items())


def _endings(annotation: object) -> tuple[str, ...]:
    """The suffixes that form the column names of a field of this type; one empty suffix for a single column."""
    if annotation in (Date, Date | None):
        return ("", "_first", "_last")
    return tuple(f"_{language}" for language in LANGUAGES) if annotation in (Text, Text | None) else ("",)


def _columns(name: str, field: FieldInfo) -> Iterator[Column]:
    plain = _plain(field.annotation)
    listed = any(get_origin(part) in (tuple, dict) for part in (field.annotation, *get_args(field.annotation)))
    kind = plain if plain in (int, bool, Decimal) and not listed else str
    rules = list(_rules(field))
    words = tuple(m.value for m in plain) if isinstance(plain, type) and issubclass(plain, Enum) and not listed else ()
    for end in _endings(field.annotation):
        day = end in ("_first", "_last")
        yield Column(
            name=f"{name}{end}",
            field=name,
            end=end,
            kind=date if day else kind,
            required=_is_always_filled(field) and end != "_last",
            words=words,
            pattern=next((p for rule in rules if (p := getattr(rule, "pattern", None)) and not listed), None),
            minimum=next((m for rule in rules if (m := getattr(rule, "ge", None)) is not None), None),
            unit=next((e["unit"] for rule in rules if isinstance(e := getattr(rule, "json_schema_extra", None), dict)),
                      None),
        )  # fmt: skip


def _rules(field: FieldInfo) -> Iterator[object]:
    """What is said of the values of a field beside its type: of the type itself, and of what may be None."""
    yield field
    for part in (*field.metadata, *(m for a in get_args(field.annotation) for m in getattr(a, "__metadata__", ()))):
        yield part
        yield from getattr(part, "metadata", ())


def _plain(annotation: object) -> object:
    """The plain type, without annotations or None; of a list, the type of its entries."""
    inside = [argument for argument in get_args(annotation) if argument is not NoneType]
    return _plain(inside[0]) if inside else annotation


def _is_always_filled(field: FieldInfo) -> bool:
    """Whether the column is filled in every row: the value is never None, and a list never empty."""
    if get_origin(field.annotation) in (tuple, dict):
        return bool(field.metadata)
    return NoneType not in get_args(field.annotation)


def _cells(value: Any, ends: tuple[str, ...]) -> Iterable[Cell]:
    if value is None:
        return (None,) * len(ends)
    if isinstance(value, Date):
        return (value.text, value.first, value.last)
    if isinstance(value, Text):
        return tuple(value.root[language] for language in LANGUAGES)
    if isinstance(value, dict):
        return (" ".join(f"{dimension}={category}" for dimension, category in value.items()) or None,)
    if isinstance(value, tuple):
        return (" ".join(f"{e.source}#{e.passage}" if isinstance(e, Citation) else str(e) for e in value) or None,)
    return (value.value if isinstance(value, Enum) else value,)
