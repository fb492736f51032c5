"""What `atlas check` looks at, and what it says; apart, for a second run in which nothing changed needs none of it."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.archive import read_archive
from generator.authoring import UnknownRevision, behind, folder_at, hand_written, not_canonical, unlogged
from generator.checks import Findings, remarks_on, remarks_on_meaning
from generator.cli.output import fail, in_order, unchecked
from generator.diagnostics import Diagnostic, InvalidData
from generator.fingerprint import KEPT_CHECKS, keep_said, remove_unused, state_of
from generator.pages import Workspace, content_problems
from generator.publish import files_named_in, open_in_order
from generator.text import REMEMBERED


def checked(root: Path, form: str, since: str | None) -> str:
    """Return what is said of a project in which all is in order, in that form; it is kept for the next time.

    Prints all problems and exits with 1 if there are any, also those since the commit `since`.
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
    if diagnostics or workspace is None:
        fail(diagnostics, root, form, remark)
    said = _said_in_order(workspace, forms, form)
    keep_said(root, form, said, state)
    remove_unused(root / KEPT_CHECKS)
    return said


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
