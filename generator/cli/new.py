"""`atlas new …`: read a new record from prompts or options, and write it if the archive remains valid."""

import shlex
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from generator.archive import Archive, read_archive
from generator.authoring import (
    KINDS,
    Draft,
    Question,
    RecordKind,
    Spot,
    about,
    drafted,
    example_of,
    fault_in,
    problems_with,
    questions_of,
    record_of,
    spot_of,
)
from generator.checks import check
from generator.cli.output import example, reported, write_all
from generator.diagnostics import Diagnostic, InvalidData
from generator.model import Record

_NEXT = {
    "theme": "Next: `atlas new standing {0}` and `atlas new statement {0}`.",
    "source": "Next: cite it, as {0}#passage.",
}
_NEXT_OF_A_RECORD = "Next: `atlas serve` shows it; `atlas coverage` reports what is left of its document."


def command_of(name: str) -> click.Command | None:
    """Return the command that adds such a record, with an option per question; None if there is no such kind."""
    kind = next((kind for kind in KINDS if kind.name == name), None)
    if kind is None:
        return None

    @click.pass_obj
    def run(root: Path, /, name: str, **given: str | None) -> None:
        _add(kind, root, name, given)

    argument = click.Argument(["name"], metavar=kind.of)
    options = [_option(question) for _, question in _asked(kind)]
    line = example(f"atlas new {name} {kind.of}")
    return click.Command(name, callback=run, params=[argument, *options], help=kind.about, epilog=line)


def _asked(kind: RecordKind) -> tuple[tuple[type[Record], Question], ...]:
    """Return model and question for every option; an id that is given as the argument is not asked.

    What can be said of the record and of its first entry is asked of the record.
    """
    models = [kind.model, *([kind.first[1]] if kind.first else [])]
    asked: dict[str, tuple[type[Record], Question]] = {}
    for model in models:
        for question in questions_of(model):
            asked.setdefault(question.option, (model, question))
    return tuple(pair for option, pair in asked.items() if not (kind.of == "ID" and option == "id"))


def _option(question: Question) -> click.Option:
    meaning = " ".join(filter(None, (question.about, question.separator_hint, "" if question.needed else "Optional.")))
    kind = click.Choice(question.words) if question.words else click.STRING
    return click.Option([f"--{question.option}"], type=kind, help=meaning)


def _add(kind: RecordKind, root: Path, name: str, given: Mapping[str, str | None]) -> None:
    """Add the given record; ask again for refused answers if the command is interactive."""
    with reported(root):
        archive = check(read_archive(root))
    try:
        spot = spot_of(archive, kind, name)
    except LookupError as error:
        raise click.ClickException(f"{error.args[0]} Nothing was written.") from None
    asks = sys.stdin.isatty()
    answers = {option.replace("_", "-"): answer for option, answer in given.items() if answer is not None}
    entry = _Entry(kind, name, archive, answers)
    entry.ask(asks)
    while faults := entry.faults(root, spot):
        entry.report(faults)
        again = [option for fault in faults for option in fault.options]
        if not (asks and again):
            entry.give_up(asks)
        entry.ask_again(again)
    draft = entry.draft(root, spot)
    write_all({root / draft.file: draft.text})
    click.echo(f"{draft.file}:{draft.line}")
    click.echo(_NEXT.get(kind.name, _NEXT_OF_A_RECORD).format(name))


@dataclass(frozen=True)
class _Fault:
    """A reason why a record is refused."""

    options: tuple[str, ...]
    """The options that it is about."""
    place: str
    """The options, the record, or a location in a file if it is about something else."""
    diagnostic: Diagnostic


@dataclass
class _Entry:
    """The answers for a new record so far."""

    kind: RecordKind
    name: str
    archive: Archive
    answers: dict[str, str]
    """By option; an empty answer was left out on purpose."""

    def ask(self, asks: bool) -> None:
        """Ask for every missing answer.

        Raises UsageError if a required answer is missing and the command is not interactive.
        """
        missing = [(model, question) for model, question in _asked(self.kind) if question.option not in self.answers]
        needed = [f"--{question.option}" for _, question in missing if question.needed]
        if needed and not asks:
            raise click.UsageError(f"a new {self.kind.name} needs {', '.join(needed)} too. Nothing was written.")
        if asks:
            click.echo("Press Enter to skip an optional answer; Ctrl+C quits without writing.", err=True)
            for model, question in missing:
                self.answers[question.option] = self._answer(model, question, "")

    def ask_again(self, options: Iterable[str]) -> None:
        """Ask again for the answers that were refused."""
        for model, question in _asked(self.kind):
            if question.option in options:
                before = self.answers.get(question.option, "")
                self.answers[question.option] = self._answer(model, question, before)

    def _answer(self, model: type[Record], question: Question, before: str) -> str:
        example = example_of(self.archive, model, question)
        left_out = "" if question.needed else "A hyphen removes it." if before else "Optional."
        click.echo("\n" + " ".join(filter(None, (question.about, question.separator_hint, left_out))), err=True)
        if example:
            click.echo(f"  as in: {example}", err=True)
        while True:
            answer = click.prompt(question.option, default=before, show_default=bool(before), err=True).strip()
            answer = "" if answer == "-" else answer
            fault = "an answer is required" if question.needed and not answer else fault_in(model, question, answer)
            if not fault:
                return str(answer)
            click.echo(f"  {fault}", err=True)

    def draft(self, root: Path, spot: Spot) -> Draft:
        """Return the file with the new record. Raises InvalidData if the record cannot be written as YAML."""
        record = record_of(self.kind.model, self.answers)
        if self.kind.model.model_fields.get("id") and self.kind.of == "ID":
            record = {"id": self.name, **record}
        if self.kind.first:
            key, model = self.kind.first
            of_record = {question.option for question in questions_of(self.kind.model)}
            rest = {option: answer for option, answer in self.answers.items() if option not in of_record}
            record[key] = [record_of(model, rest)]
        return drafted(root, self.archive, spot, record)

    def faults(self, root: Path, spot: Spot) -> list[_Fault]:
        """Return what `check` would report for the whole archive with the new record."""
        try:
            draft = self.draft(root, spot)
        except InvalidData as error:
            return [_Fault((), str(diagnostic.location), diagnostic) for diagnostic in error.diagnostics]
        return [self._fault(draft, diagnostic) for diagnostic in problems_with(root, draft)]

    def _fault(self, draft: Draft, diagnostic: Diagnostic) -> _Fault:
        inside = about(draft, diagnostic)
        path = tuple(step for step in inside or () if isinstance(step, str))
        if self.kind.first and path[:1] == (self.kind.first[0],):
            path = path[1:]
        asked = [question for _, question in _asked(self.kind)] if path else []
        fits = (q for q in asked if q.path[: len(path)] == path or path[: len(q.path)] == q.path)
        options = tuple(question.option for question in fits)
        place = ", ".join(f"--{option}" for option in options)
        return _Fault(
            options, place or str(diagnostic.location if inside is None else f"the {self.kind.name}"), diagnostic
        )

    def report(self, faults: Iterable[_Fault]) -> None:
        """Print each problem, by option."""
        click.echo("The record is not valid:", err=True)
        for fault in faults:
            hint = f"\n    {fault.diagnostic.hint}" if fault.diagnostic.hint else ""
            click.echo(f"\n{fault.place}: {fault.diagnostic.message}{hint}", err=True)

    def give_up(self, asked: bool) -> NoReturn:
        """Exit with code 1; if the command is interactive, print the answers as a command first."""
        words = [word for option, answer in self.answers.items() if answer for word in (f"--{option}", answer)]
        if asked:
            click.echo(
                f"\nThe same as a command: {shlex.join(['atlas', 'new', self.kind.name, self.name, *words])}", err=True
            )
        click.echo("\nNothing was written.", err=True)
        raise click.exceptions.Exit(1)
