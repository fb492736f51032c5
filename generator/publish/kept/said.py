"""What records say in one language, as a hash: equal where nobody who reads that language sees a difference."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import fields, is_dataclass
from typing import Any

from generator.model import Bilingual, Period, Record


class Said:
    """Hashes of values in the language of a code, or in both languages if there is none.

    Where a record is written is no part of what it says. Each record is hashed once, and how a value is taken apart is
    found once for each type: an archive has half a million values.
    """

    def __init__(self, language: str | None = None) -> None:
        self.language = language
        self._records: dict[int, tuple[Record, str]] = {}
        """By their identity, with the records themselves: so none is forgotten and its identity given to another."""
        self._forms: dict[type, Callable[[Any], str]] = {}

    def __call__(self, *values: object) -> str:
        """Return the hash of the values, in order."""
        return hashlib.sha256("\0".join(map(self._text, values)).encode()).hexdigest()

    def _text(self, value: object) -> str:
        form = self._forms.get(type(value))
        if form is None:
            form = self._forms[type(value)] = self._form_of(type(value))
        return form(value)

    def _form_of(self, kind: type) -> Callable[[Any], str]:
        """How values of a type are written."""
        if issubclass(kind, Bilingual) and self.language:
            language = self.language
            return lambda value: repr(value[language])
        if issubclass(kind, Record):
            return self._record
        if issubclass(kind, Mapping):
            return lambda value: self._joined(entry for pair in value.items() for entry in pair)
        if issubclass(kind, Set):
            return lambda value: self._joined(sorted(value, key=repr))
        if issubclass(kind, list | tuple):
            return self._joined
        if is_dataclass(kind) and not issubclass(kind, Period):
            name, names = kind.__name__, [field.name for field in fields(kind) if field.compare]
            return lambda value: name + self._joined([getattr(value, each) for each in names])
        return repr

    def _record(self, record: Record) -> str:
        if id(record) not in self._records:
            values = [getattr(record, name) for name in type(record).model_fields]
            self._records[id(record)] = (record, self(type(record).__name__, *values))
        return self._records[id(record)][1]

    def _joined(self, values: Iterable[object]) -> str:
        return f"[{'|'.join(map(self._text, values))}]"
