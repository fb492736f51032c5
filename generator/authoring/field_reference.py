"""The field reference of `data/`, generated from the models so that both always agree."""

from collections.abc import Iterable, Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from generator.model import FILES, PHRASES, Bilingual, Record, records_in
from generator.text import LANGUAGES

_INTRODUCTION = """\
# The data of the atlas

Everything that the site shows is written here, in YAML, both languages side by side. This page is generated from the
models in `generator/model/` by `atlas fields`; a test fails when it is out of date.
`atlas check` reports what is wrong with a file, where, and what to do.

- Lists of records are ordered oldest first; a new letter is appended.
- An id never changes: lower-case words joined by hyphens.
- A citation is `source#passage`; the passages of a source are in `passages/<source>.yaml`, its text is not.
- A date is written as precisely as the source gives it: `2026-06-11`, `2026-06`, `2026`, `2026-Q3`, `2026-H1`,
  `early-2027`, `mid-2021`, `late-2026`, `spring-2026`, `before-summer-2026`, `after-summer-2026`, `2024-05/P2Y` (within
  two years of May 2024), `2028/..` (not before 2028), or an interval `A/B`. Early is January to April, mid is May to
  August, late is September to December; before summer is up to 15 July. A due date is met by its last day.
- A number is a plain decimal with a point: `28000`, `98.9`. It is printed in the notation of each language.
- {words} hold the fixed phrases of the pages and the names of units, under the same keys.
"""


def reference() -> str:
    """Return the whole page, `data/README.md`, as Markdown."""
    words = " and ".join(f"`{PHRASES.path(language).removeprefix('data/')}`" for language in LANGUAGES)
    parts = [_INTRODUCTION.replace("{words}", words)]
    described: set[type[Record]] = {Bilingual}
    for file in FILES:
        parts.append(f"## `{file.pattern}`\n\n{_first_line(file.model)}{' A list of them.' if file.many else ''}\n")
        parts.append(_table(file.model))
        described.add(file.model)
        for inner in _inner(file.model, described):
            parts.append(f"### {inner.__name__}\n\n{_first_line(inner)}\n")
            parts.append(_table(inner))
    return "\n".join(parts)


def _inner(model: type[Record], described: set[type[Record]]) -> Iterator[type[Record]]:
    """Yield the models inside `model` that are not yet in `described`, outermost first, and add them to it."""
    for field in model.model_fields.values():
        for inner in records_in(field.annotation):
            if inner not in described:
                described.add(inner)
                yield inner
                yield from _inner(inner, described)


def _table(model: type[Record]) -> str:
    lines = ["| key | is | needed | meaning |", "| --- | --- | --- | --- |"]
    for name, field in model.model_fields.items():
        meaning = " ".join((field.description or "").split())
        kind, needed = _kind(field.annotation, field.metadata), "yes" if field.is_required() else ""
        lines.append(f"| `{name}` | {kind} | {needed} | {meaning} |")
    return "\n".join(lines) + "\n"


def _kind(annotation: Any, metadata: Iterable[Any] = ()) -> str:
    """Return what may be written: from the JSON Schema of a scalar, otherwise from the annotation."""
    shape = next((m.json_schema for m in metadata if hasattr(m, "json_schema")), None)
    if shape:
        return _short(str(shape["description"]))
    arguments = [argument for argument in get_args(annotation) if argument not in (NoneType, Ellipsis)]
    if hasattr(annotation, "__metadata__"):
        return _kind(arguments[0], annotation.__metadata__)
    if get_origin(annotation) in (Union, UnionType):
        return _kind(arguments[0])
    if get_origin(annotation) is tuple:
        return f"list of: {_kind(arguments[0])}"
    if get_origin(annotation) is dict:
        return "keys with texts"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " \\| ".join(f"`{member.value}`" for member in annotation)
    if annotation is Bilingual:
        return f"`{{{', '.join(LANGUAGES)}}}`"
    return f"[{annotation.__name__}](#{annotation.__name__.lower()})"


def _short(description: str) -> str:
    return description.split(":")[0].removeprefix("a ").removeprefix("an ")


def _first_line(model: type[Record]) -> str:
    return " ".join((model.__doc__ or "").split("\n\n")[0].split())
