"""Formats YAML files: values and comments in canonical form. The models give the order of keys and what is text."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.archive.yaml_comments import SCHEMA, Comments, comments_of, reads_otherwise
from generator.archive.yaml_loader import Path, Value, read_yaml
from generator.model import Record, Text

WIDTH = 120
"""Maximum length of a line with a list or a small record."""
_STEP = 2
_WORD = re.compile(r"[\w.+-](?:[\w./#+:@%&=?~-]*[\w/])?", re.ASCII)
"""A word that needs no quotes, neither in a block nor in brackets."""
_FORMS = {"zero", "one", "two", "few", "many", "other"}
"""The plural categories of CLDR, by which a language selects the form of a phrase."""


def laid_out(text: str, model: type[Record] | None, many: bool = False) -> str:
    """The canonical form of `text`: the same values and the same comments.

    `model` is the model of the record in the file, or of each record if it contains `many`; None for a file of
    phrases, which keep their order and are written one to a line. Raises InvalidData if `read_yaml` refuses the text.

    A comment above the first key of an entry moves above its hyphen, where it may be above the first key of
    another entry: so formatting is repeated until nothing changes.
    """
    shape = GenericAlias(tuple, (model, ...)) if many else model
    before = text.replace("\r\n", "\n").replace("\r", "\n")
    form = _formed(before, shape)
    commented = comments_of(text) != Comments()
    while commented and before != form:
        before, form = form, _formed(form, shape)
    return form


def _formed(text: str, shape: Any) -> str:
    value = read_yaml(text, "").value
    return _Layout(comments_of(text)).file(value, shape)


@dataclass(frozen=True)
class _Layout:
    comments: Comments

    def file(self, value: Value, shape: Any) -> str:
        records = isinstance(value, list)
        lines = self._top(bool(value))
        if value and not isinstance(value, str):
            for i, (name, inner, kind) in enumerate(_entries(value, shape)):
                lines += [*([""] if records and i else []), *self._entry((name,), inner, kind, 0)]
        elif value is not None:
            lines.append(_flow(value, shape) or "")
        if self.comments.last:
            lines += [*([""] if records and value else []), *self.comments.last]
        return "".join(f"{line}\n" for line in lines)

    def _top(self, followed: bool) -> list[str]:
        first = list(self.comments.first)
        own = [comment for comment in first[:1] if not comment.startswith(SCHEMA)] + first[1:]
        return [*first, ""] if own and followed else first

    def _entry(self, path: Path, value: Value, shape: Any, margin: int) -> list[str]:
        """The lines of a key or list entry with its value and all its comments."""
        beside = self.comments.beside.get(path, "")
        above = [*self.comments.above.get(path, ())]
        line = self._line(path, value, shape, margin)
        lines = [line + _after(beside)]
        if not self._fits_on_one_line(path, value, shape, line):
            inner = self._block(path, value, shape, margin + _STEP)
            if isinstance(path[-1], str):
                lines = [f"{' ' * margin}{_key(path[-1])}:{_after(beside)}", *inner]
            else:
                n = next(i for i, line in enumerate(inner) if not line.lstrip().startswith("#"))
                above += [*([beside] if beside else []), *(line.strip() for line in inner[:n])]
                lines = [f"{' ' * margin}- {inner[n].lstrip()}", *inner[n + 1 :]]
        around = ([f"{' ' * margin}{comment}" for comment in c] for c in (above, self.comments.below.get(path, ())))
        before, after = around
        return [*before, *lines, *after]

    def _line(self, path: Path, value: Value, shape: Any, margin: int) -> str:
        """The entry on one line, even if too long; without its comment, which must not affect the form."""
        name = f"{_key(path[-1])}:" if isinstance(path[-1], str) else "-"
        written = _flow(value, shape)
        return f"{' ' * margin}{name}{f' {written}' if written else ''}"

    def _fits_on_one_line(self, path: Path, value: Value, shape: Any, line: str) -> bool:
        if not value or isinstance(value, str):
            return True
        if path in self.comments.holders or _flow(value, shape) is None or len(line) > WIDTH:
            return False
        return len(path) > 1 or isinstance(path[0], str)

    def _block(self, path: Path, value: Value, shape: Any, margin: int) -> list[str]:
        entries = _entries(value, shape)
        return [line for name, inner, kind in entries for line in self._entry((*path, name), inner, kind, margin)]


def _after(comment: str) -> str:
    return f"  {comment}" if comment else ""


def _entries(value: Value, shape: Any) -> Iterator[tuple[str | int, Any, Any]]:
    """Name, value and type of each entry of a record or list, in canonical order."""
    if isinstance(value, list):
        yield from ((i, inner, _shape_of_one(shape, tuple)) for i, inner in enumerate(value))
    elif isinstance(value, dict):
        shapes = shapes_of(shape) if is_record(shape) else {}
        order = {name: i for i, name in enumerate(shapes)}
        for key in sorted(value, key=lambda key: order.get(key, len(order))):
            yield key, value[key], shapes.get(key, _shape_of_one(shape, dict))


def _flow(value: Value, shape: Any) -> str | None:
    """The value on one line, as written after its key; None if it needs more, as a list of records does."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _scalar(value, shape)
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    if _is_one_each(value, shape):
        return None
    entries = [(name, inner, _flow(inner, kind)) for name, inner, kind in _entries(value, shape)]
    if any(written is None or inner is None for _, inner, written in entries):
        return None
    if isinstance(value, list):
        return f"[{', '.join(str(written) for _, _, written in entries)}]"
    return f"{{{', '.join(f'{_key(str(name))}: {written}' for name, _, written in entries)}}}"


def _is_one_each(value: list[Any] | dict[str, Any], shape: Any) -> bool:
    """Whether each entry needs its own line: records of a list, and phrases that are not plural forms of one phrase."""
    if isinstance(value, list):
        return any(isinstance(inner, dict) for inner in value)
    return shape is None and not ("other" in value and set(value) <= _FORMS)


def _key(name: str) -> str:
    return _scalar(name, str)


def _scalar(text: str, shape: Any) -> str:
    """Unquoted if it is a word: of an enum, an id, a date, a number. Texts and phrases are quoted."""
    if shape in (Text, None) or text == "null" or not _WORD.fullmatch(text) or not _is_word(text, shape):
        return _quoted(text)
    return text


def _is_word(text: str, shape: Any) -> bool:
    """Whether the unquoted word cannot be read as another type; for a date, number or switch that does not matter."""
    return not (shape is str and reads_otherwise(text))


def _quoted(text: str) -> str:
    """With JSON escapes, which YAML accepts, on one line; these two characters break lines in YAML."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def is_record(shape: Any) -> bool:
    """Whether the type is a record; a text in both languages is one."""
    return isinstance(shape, type) and issubclass(shape, Record)


@cache
def shapes_of(model: type[Record]) -> dict[str, Any]:
    """The type of each field by name, without None and metadata, in the order of the model."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _shape(hints[name]) for name in model.model_fields}


def _shape(hint: Any) -> Any:
    """The type without None and metadata: Text, a model, tuple[…], dict[…], str, Period, Decimal, bool or an Enum."""
    if hint == Text:
        return hint
    if get_origin(hint) in (Union, UnionType):
        return _shape(next(argument for argument in get_args(hint) if argument is not NoneType))
    return _shape(get_args(hint)[0]) if get_origin(hint) is Annotated else hint


def _shape_of_one(shape: Any, kind: type) -> Any:
    """The type of the entries of a list or mapping; None if it is unknown.

    One citation may be written without brackets, so a word where a list is expected has the type of an entry.
    """
    if get_origin(shape) is not kind:
        return None
    arguments = [argument for argument in get_args(shape) if argument is not Ellipsis]
    return _shape(arguments[-1])
