"""The field reference of `data/`, made from the models, so that it cannot say what they do not."""

from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model import Bilingual, Record, records, settings
from generator.model import log as logbook

FILES: tuple[tuple[str, type[Record], bool], ...] = (
    ("atlas.yaml", settings.Atlas, False),
    ("sources/<source>.yaml", records.Source, False),
    ("passages/<source>.yaml", records.PassageIndex, False),
    ("themes/<theme>/theme.yaml", records.ThemeText, False),
    ("themes/<theme>/statements.yaml", records.Statement, True),
    ("themes/<theme>/indicators.yaml", records.Indicator, True),
    ("themes/<theme>/milestones.yaml", records.Milestone, True),
    ("tensions.yaml", records.Tension, True),
    ("places.yaml", records.Place, True),
    ("glossary.yaml", records.Term, True),
    ("references.yaml", records.Document, True),
    ("categories.yaml", records.Dimension, True),
    ("names.yaml", records.Name, True),
    ("corrections.yaml", logbook.Correction, True),
    ("aliases.yaml", logbook.Alias, True),
)
"""Every file of records, the model of its records, and whether it holds a list of them."""
_INTRODUCTION = """\
# The data of the atlas

Everything that the site shows is written here, in YAML, both languages side by side. This page is made from the models
in `generator/records.py` and `generator/settings.py` by `atlas fields`; a test fails when it is not current.
`atlas check` says what is wrong with a file, where, and what to do.

- Lists of records stand oldest first; a new letter is appended.
- An id is for ever: lower-case words joined by hyphens.
- A citation is `source#passage`; the passages of a source are in `passages/<source>.yaml`, its text is not.
- A date is written as sharply as the source gives it: `2026-06-11`, `2026-06`, `2026`, `2026-Q3`, `2026-H1`,
  `early-2027`, `mid-2021`, `late-2026`, `before-summer-2026`, or an interval `A/B`. Early is January to April, mid is
  May to August, late is September to December; before summer is up to 20 June. A due date is met by its last day.
- A number is a plain decimal with a point: `28000`, `98.9`. It is printed as each language does.
- `words/nl.yaml` and `words/en.yaml` hold the fixed phrases of the pages, under the same keys; `units` are there too.
"""


def reference() -> str:
    """The whole page, `data/README.md`, as Markdown."""
    parts = [_INTRODUCTION]
    described: set[type[Record]] = {Bilingual}
    for file, model, many in FILES:
        parts.append(f"## `{file}`\n\n{_first_line(model)}{' A list of them.' if many else ''}\n")
        parts.append(_table(model))
        described.add(model)
        for inner in _inner(model, described):
            parts.append(f"### {inner.__name__}\n\n{_first_line(inner)}\n")
            parts.append(_table(inner))
    return "\n".join(parts)


def _inner(model: type[Record], described: set[type[Record]]) -> Iterator[type[Record]]:
    """The models inside `model` that have not been described yet, outermost first."""
    for field in model.model_fields.values():
        for inner in _records_in(field.annotation):
            if inner not in described:
                described.add(inner)
                yield inner
                yield from _inner(inner, described)


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _records_in(argument)


def _table(model: type[Record]) -> str:
    lines = ["| key | is | needed | meaning |", "| --- | --- | --- | --- |"]
    for name, field in model.model_fields.items():
        meaning = " ".join((field.description or "").split())
        lines.append(f"| `{name}` | {_kind(field)} | {'yes' if field.is_required() else ''} | {meaning} |")
    return "\n".join(lines) + "\n"


def _kind(field: FieldInfo) -> str:
    schema = next((m.json_schema for m in field.metadata if hasattr(m, "json_schema")), None)
    if schema:
        return _short(str(schema["description"]))
    return _kind_of(field.annotation)


def _kind_of(annotation: Any) -> str:
    arguments = [argument for argument in get_args(annotation) if argument not in (NoneType, Ellipsis)]
    if get_origin(annotation) in (Union, UnionType):
        return _kind_of(arguments[0])
    if hasattr(annotation, "__metadata__"):
        schema = next((m.json_schema for m in annotation.__metadata__ if hasattr(m, "json_schema")), None)
        return _short(str(schema["description"])) if schema else _kind_of(arguments[0])
    if get_origin(annotation) is tuple:
        return f"list of: {_kind_of(arguments[0])}"
    if get_origin(annotation) is dict:
        return "keys with texts"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " \\| ".join(f"`{member.value}`" for member in annotation)
    if annotation is Bilingual:
        return "`{nl, en}`"
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def _short(description: str) -> str:
    return description.split(":")[0].removeprefix("a ").removeprefix("an ")


def _first_line(model: type[Record]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())
