"""What is asked for a new record of a kind, the record that the answers make, and which answer a problem is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.authoring.adding.kinds import RecordKind
from generator.authoring.adding.prompts import Question, questions_of, record_of
from generator.authoring.adding.scaffold import Draft, about
from generator.diagnostics import Diagnostic
from generator.model import Record


@dataclass(frozen=True)
class Fault:
    """A reason why a record is refused."""

    options: tuple[str, ...]
    """The options that it is about."""
    place: str
    """The options, the record, or a location in a file if it is about something else."""
    diagnostic: Diagnostic


def asked_of(kind: RecordKind) -> tuple[tuple[type[Record], Question], ...]:
    """Return model and question for every option; the id that is given as the argument is not asked.

    What can be said of the record and of its first entry is asked of the record.
    """
    models = [kind.model, *([kind.first[1]] if kind.first else [])]
    asked: dict[str, tuple[type[Record], Question]] = {}
    for model in models:
        for question in questions_of(model):
            asked.setdefault(question.option, (model, question))
    return tuple(pair for option, pair in asked.items() if not (kind.of == "ID" and option == kind.named_by))


def answered(kind: RecordKind, name: str, answers: Mapping[str, str]) -> dict[str, Any]:
    """Return the record of the answers, by option, as plain values; `name` is the argument of the command."""
    record = record_of(kind.model, answers)
    fields = kind.model.model_fields
    if kind.named_by in fields and kind.of == "ID":
        record[kind.named_by] = name
        record = {key: record[key] for key in fields if key in record}
    if kind.first:
        key, model = kind.first
        of_record = {question.option for question in questions_of(kind.model)}
        rest = {option: answer for option, answer in answers.items() if option not in of_record}
        record[key] = [record_of(model, rest)]
    return record


def fault_with(kind: RecordKind, draft: Draft, diagnostic: Diagnostic) -> Fault:
    """Return what is refused of a draft, by the options that a diagnostic is about."""
    inside = about(draft, diagnostic)
    path = tuple(step for step in inside or () if isinstance(step, str))
    if kind.first and path[:1] == (kind.first[0],):
        path = path[1:]
    asked = [question for _, question in asked_of(kind)] if path else []
    fits = (q for q in asked if q.path[: len(path)] == path or path[: len(q.path)] == q.path)
    options = tuple(question.option for question in fits)
    place = ", ".join(f"--{option}" for option in options)
    return Fault(options, place or str(diagnostic.location if inside is None else f"the {kind.name}"), diagnostic)
