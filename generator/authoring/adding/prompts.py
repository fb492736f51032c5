"""Questions for a new record, derived from its model, and the record made from the answers."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from generator.archive import Archive, entries, fault_of, is_record, shapes_of
from generator.model import Bilingual, Observation, Record, Report

_OF_ONE_SOURCE = (Report, Observation)
"""Models whose single citation is written without brackets."""


@dataclass(frozen=True)
class Question:
    """One question about a new record."""

    option: str
    """The name of its option on the command line, without leading hyphens: `text-nl`."""
    path: tuple[str, ...]
    """The keys that lead to the answer in the record."""
    needed: bool
    form: str
    """`one`, `list` (separated by commas) or `pairs` (key=word, separated by commas)."""
    words: tuple[str, ...]
    """The accepted words; empty if any text is accepted."""
    about: str
    """The meaning of the field, in one line."""

    @property
    def separator_hint(self) -> str:
        """How several values are written; empty if there is one value."""
        return {"list": "Separate several with commas.", "pairs": "Write key=word, separated by commas."}.get(
            self.form, ""
        )


def questions_of(model: type[Record]) -> tuple[Question, ...]:
    """Return a question for each field that can be answered in one line, in the order of the model.

    Fields that hold records are left out.
    """
    return tuple(question for name, shape in shapes_of(model).items() for question in _questions(model, name, shape))


def _questions(model: type[Record], name: str, shape: Any) -> Iterator[Question]:
    field = model.model_fields[name]
    needed, about = field.is_required(), (field.description or "").split("\n")[0]
    option = name.replace("_", "-")
    if shape is Bilingual:
        for language, inner in Bilingual.model_fields.items():
            line = " ".join(filter(None, (about, inner.description)))
            yield Question(f"{option}-{language}", (name, language), needed, "one", (), line)
    elif not is_record(shape) and not (get_origin(shape) is tuple and is_record(get_args(shape)[0])):
        form = {tuple: "list", dict: "pairs"}.get(get_origin(shape) or str, "one")
        hint = get_type_hints(model, include_extras=True)[name]
        words = _words(shape, hint)
        kind = f"one of: {', '.join(words)}" if words else _form(hint)
        yield Question(option, (name,), needed, form, words, f"{about} {kind[:1].upper()}{kind[1:]}.".strip())


def _form(hint: Any) -> str:
    """Return what may be written, as described by the type of the field; empty if it is not described."""
    described = (part.json_schema["description"] for part in get_args(hint) if hasattr(part, "json_schema"))
    inner = (_form(part) for part in get_args(hint))
    return next(filter(None, (*described, *inner)), "")


def _words(shape: Any, hint: Any) -> tuple[str, ...]:
    """Return the words of a closed set, as they are written; none where anything of a form may be written."""
    shapes = (part.json_schema.get("pattern", "") for part in get_args(hint) if hasattr(part, "json_schema"))
    if closed := next(filter(re.compile(r"\^\([a-z|]+\)\$").fullmatch, shapes), None):
        return tuple(closed[2:-2].split("|"))
    is_closed = isinstance(shape, type) and issubclass(shape, Enum)
    return tuple(str(member.value) for member in shape) if is_closed else ()


def record_of(model: type[Record], answers: Mapping[str, str]) -> dict[str, Any]:
    """Return the record as plain values: each answer, by option, under the path of its question.

    Empty answers are left out.
    """
    record: dict[str, Any] = {}
    for question in questions_of(model):
        written = answers.get(question.option, "").strip()
        if written:
            place = record
            for key in question.path[:-1]:
                place = place.setdefault(key, {})
            place[question.path[-1]] = _value(question, written)
    if model in _OF_ONE_SOURCE and len(record.get("cites", ())) == 1:
        record["cites"] = record["cites"][0]
    return record


def _value(question: Question, written: str) -> Any:
    parts = [part.strip() for part in written.split(",") if part.strip()]
    if question.form == "pairs":
        return {key.strip(): word.strip() for key, _, word in (part.partition("=") for part in parts)}
    return parts if question.form == "list" else written


def fault_in(model: type[Record], question: Question, written: str) -> str:
    """Return what is wrong with a single answer; empty if nothing is wrong or nothing was answered."""
    if not written:
        return ""
    if len(question.path) > 1:
        return fault_of(Bilingual, question.path[1], written)
    return fault_of(model, question.path[0], _value(question, written))


def example_of(archive: Archive, model: type[Record], question: Question) -> str:
    """Return an answer from the last record of the archive that has one, shortened; empty if there is none."""
    records = [entry.record for entry in entries(archive) if type(entry.record) is model]
    shown = next(filter(None, (_shown(question, record) for record in reversed(records))), "")
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN].rpartition(' ')[0]} …"


_SHOWN = 100
"""The most characters of an example."""


def _shown(question: Question, record: Any) -> str:
    """Return the value of a record as one would type it; empty if it has none."""
    for key in question.path:
        record = getattr(record, key, None)
    if question.form == "pairs":
        return ", ".join(f"{key}={word}" for key, word in (record or {}).items())
    if question.form == "list":
        return ", ".join(map(str, record or ()))
    return str(getattr(record, "value", record)) if record is not None and not isinstance(record, bool) else ""
