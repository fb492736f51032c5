"""`atlas new …`: read a new record from prompts or options, and write it if the archive remains valid."""

import shlex
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import click

from generator.archive import Archive
from generator.authoring import (
    KINDS,
    Draft,
    Fault,
    Question,
    RecordKind,
    Spot,
    answered,
    asked_of,
    drafted,
    example_of,
    fault_in,
    fault_with,
    problems_with,
    spot_of,
)
from generator.checks import open_archive
from generator.cli.output import example, reported, write_all
from generator.diagnostics import InvalidData
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
    options = [_option(question) for _, question in asked_of(kind)]
    line = example(f"atlas new {name} {kind.of}")
    return click.Command(name, callback=run, params=[argument, *options], help=kind.about, epilog=line)


def _option(question: Question) -> click.Option:
    meaning = " ".join(filter(None, (question.about, question.separator_hint, "" if question.needed else "Optional.")))
    kind = click.Choice(question.words) if question.words else click.STRING
    return click.Option([f"--{question.option}"], type=kind, help=meaning)


def _add(kind: RecordKind, root: Path, name: str, given: Mapping[str, str | None]) -> None:
    """Add the given record; ask again for refused answers if the command is interactive."""
    with reported(root):
        archive = open_archive(root)
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
        missing = [(model, question) for model, question in asked_of(self.kind) if question.option not in self.answers]
        needed = [f"--{question.option}" for _, question in missing if question.needed]
        if needed and not asks:
            raise click.UsageError(f"a new {self.kind.name} needs {', '.join(needed)} too. Nothing was written.")
        if asks:
            click.echo("Press Enter to skip an optional answer; Ctrl+C quits without writing.", err=True)
            for model, question in sorted(missing, key=lambda asked: asked[1].option != "cites"):
                self.answers[question.option] = self._answer(model, question, "")
                if question.option == "cites":
                    self._show_passages()

    def _show_passages(self) -> None:
        """Shows what is known of the passages that are cited, before anything is said of them."""
        for citation in filter(None, map(str.strip, self.answers.get("cites", "").split(","))):
            source, _, id = citation.partition("#")
            passage = self.archive.passages.get(source, {}).get(id)
            if passage:
                figures = ", ".join((*map(str, passage.numbers), *map(str, passage.dates))) or "none"
                page = f", p. {passage.page}" if passage.page else ""
                click.echo(f"  {id}: {passage.section}{page}; {passage.words} words; figures: {figures}", err=True)

    def ask_again(self, options: Iterable[str]) -> None:
        """Ask again for the answers that were refused."""
        for model, question in asked_of(self.kind):
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
        return drafted(root, self.archive, spot, answered(self.kind, self.name, self.answers))

    def faults(self, root: Path, spot: Spot) -> list[Fault]:
        """Return what `check` would report for the whole archive with the new record."""
        try:
            draft = self.draft(root, spot)
        except InvalidData as error:
            return [Fault((), str(diagnostic.location), diagnostic) for diagnostic in error.diagnostics]
        return [fault_with(self.kind, draft, diagnostic) for diagnostic in problems_with(root, draft)]

    def report(self, faults: Iterable[Fault]) -> None:
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
