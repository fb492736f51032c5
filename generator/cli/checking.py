"""What `atlas check` looks at, and what it says; apart, for a second run in which nothing changed needs none of it."""

import os
import time
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

import click

from generator.archive import read_archive
from generator.authoring import UnknownRevision, behind, folder_at, hand_written, not_canonical, unlogged
from generator.checks import Findings, remarks_on, remarks_on_meaning
from generator.cli.output import fail, in_order, refusal, unchecked
from generator.diagnostics import Diagnostic, InvalidData
from generator.fingerprint import KEPT_CHECKS, keep_said, remove_unused, state_of
from generator.pages import Workspace, content_problems
from generator.publish import files_named_in, open_in_order
from generator.settings import FILE
from generator.text import REMEMBERED


def checked(root: Path, form: str, since: str | None = None, files: Collection[str] = ()) -> str:
    """Return what is said of a project in which all is in order, in that form; it is kept for the next time.

    Prints all problems and exits with 1 if there are any, also those since the commit `since`. With `files`, only what
    is wrong in these counts, unless something else keeps them from being looked at.
    """
    diagnostics: list[Diagnostic] = []
    remark, workspace, state = "", None, state_of(root, files_named_in(root))
    try:
        workspace = open_in_order(root)
    except InvalidData as error:
        diagnostics += error.diagnostics
        remark = unchecked(error)
    wrong = {diagnostic.location.file for diagnostic in diagnostics}
    forms = list(not_canonical(root, [name for name in hand_written(root) if name not in wrong]))
    if workspace:
        with REMEMBERED.kept_in(root / KEPT_CHECKS):
            diagnostics += content_problems(workspace)
    if workspace and since is not None:
        diagnostics += _silent_changes(root, since)
    ours = diagnostics if remark else _of(files, diagnostics)
    if ours:
        fail(ours, root, form, remark)
    if workspace is None or files:
        return _said_of_files(root, files, len(diagnostics), _of(files, forms), form)
    said = _said_in_order(workspace, forms, form)
    keep_said(root, form, said, state)
    remove_unused(root, KEPT_CHECKS)
    return said


def watch_checks(root: Path, form: str, since: str | None = None, files: Collection[str] = ()) -> None:
    """Print what `checked` says, again after every change of a file, until this is stopped with Ctrl+C.

    A file that cannot be read, as while an editor replaces it, is reported in a line and ends nothing.
    """
    seen = None
    with suppress(KeyboardInterrupt):
        while True:
            stamp = _stamp_of(root)
            if stamp != seen:
                seen = stamp
                try:
                    click.echo(checked(root, form, since, files), nl=False)
                except SystemExit:
                    pass  # what is wrong is printed
                except OSError as error:
                    click.echo(f"Error: {refusal(error)}", err=True)
                click.echo(_WAITING, err=True)
            time.sleep(_PAUSE_S)


_PAUSE_S = 0.5
_WAITING = "Waiting for a change; stop with Ctrl+C."


def _stamp_of(root: Path) -> dict[str, int]:
    """When each file was written that a check reads, by its path."""
    folders = [entry for name in ("data", "content", "templates") for entry in os.walk(root / name)]
    written = {}
    for path in (str(root / FILE), *(f"{folder}/{name}" for folder, _, names in folders for name in names)):
        with suppress(OSError):  # it is gone by now
            written[path] = Path(path).stat().st_mtime_ns
    return written


def _of(files: Collection[str], diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of the files; all of them if no file is named."""
    return [diagnostic for diagnostic in diagnostics if not files or diagnostic.location.file in files]


def _said_of_files(root: Path, files: Collection[str], others: int, remarks: Sequence[Diagnostic], form: str) -> str:
    """What is printed where the files are in order, of which others may not be."""
    count = f"No problems in {len(files)} file{'s' * (len(files) != 1)}"
    count += f"; {others} in others" if others else ""
    printed = in_order(count, remarks, "", root, form)
    return f"{printed}\n" if printed else ""


def _said_in_order(workspace: Workspace, forms: Sequence[Diagnostic], form: str) -> str:
    """What is printed where there is no problem; `forms` are the remarks on the form of files."""
    archive, root = workspace.archive, workspace.root
    count = f"No problems: {len(archive.themes)} themes, {len(workspace.editions)} editions"
    findings = Findings(archive, root / KEPT_CHECKS)
    remarks = [*forms, *remarks_on(archive), *remarks_on_meaning(archive, findings)]
    printed = in_order(count, remarks, behind(archive, root), root, form)
    return f"{printed}\n" if printed else ""


def _silent_changes(root: Path, since: str) -> list[Diagnostic]:
    """The unlogged changes since that commit; a line to the standard error if its data cannot be read."""
    try:
        with folder_at(root, since) as folder:
            return sorted(unlogged(read_archive(folder), read_archive(root)))
    except UnknownRevision as error:
        raise click.ClickException(f"--since {since}: {error}") from None
    except InvalidData as error:
        note = f"Published values were not compared: this version cannot read the data of {since}."
        click.echo(f"{note} First problem: {error.diagnostics[0]}", err=True)
        return []
