"""The commands for those who write data/: check, explain, fmt, new, fields and schema."""

from pathlib import Path

import click

from generator.archive import Archive
from generator.cli.output import FORMATS, UNASKED, fail, reported, write_all
from generator.diagnostics import Diagnostic, InvalidData, UnreadData

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed.")
@click.option("--since", metavar="COMMIT", default=None, help="Also: does anything published then change in silence?")
@click.pass_obj
def check(root: Path, form: str, since: str | None) -> None:
    """Is the data in order? Every problem at once; exit 1 if there is any."""
    from generator.authoring import behind, hand_written, out_of_form
    from generator.pages import open_workspace

    diagnostics: list[Diagnostic] = []
    remark, workspace = "", None
    try:
        workspace = open_workspace(root)
    except InvalidData as error:
        diagnostics += error.diagnostics
        remark = UNASKED if isinstance(error, UnreadData) else ""
    wrong = {diagnostic.location.file for diagnostic in diagnostics}
    diagnostics += out_of_form(root, [name for name in hand_written(root) if name not in wrong])
    if workspace and since is not None:
        diagnostics += _silent_changes(root, since, workspace.archive)
    if diagnostics or workspace is None:
        fail(diagnostics, root, form, remark)
    if form == "json":
        click.echo("[]")
    elif form == "text":
        click.echo(f"In order: {len(workspace.archive.themes)} themes, {len(workspace.editions)} editions.")
        if told := behind(workspace.archive, root):
            click.echo(told)


def _silent_changes(root: Path, since: str, archive: Archive) -> list[Diagnostic]:
    """Against the data at that commit; data that this program cannot read are said not to be compared."""
    from generator.archive import read_archive
    from generator.authoring import UnknownRevision, folder_at, unlogged

    try:
        with folder_at(root, since) as folder:
            return sorted(unlogged(read_archive(folder), archive))
    except UnknownRevision as error:
        raise click.ClickException(f"--since {since}: {error}") from None
    except InvalidData as error:
        note = f"The data of {since} cannot be read by this program, so published values were not compared."
        click.echo(f"{note} First problem: {error.diagnostics[0]}", err=True)
        return []


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """What a message means: the rule in brackets behind it, and why it is asked, with an example; without RULE, all."""
    from generator.diagnostics import Rule, did_you_mean, explanation

    if rule is None:
        click.echo("\n".join(f"{known}\n    {known.meaning}" for known in sorted(Rule)))
        return
    rules = {known.value: known for known in Rule}
    name = rule.strip("[]").lower()
    if name not in rules:
        hint = did_you_mean(name, rules) or "`atlas explain` lists them all."
        raise click.BadParameter(f"{rule!r} is not the name of a rule. {hint}", param_hint="RULE")
    click.echo(explanation(rules[name]))


@click.command()
@click.argument("files", nargs=-1, type=FILE)
@click.option("--check", "only_tell", is_flag=True, help="Writes nothing; tells what is not in form, exit 1.")
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], only_tell: bool) -> None:
    """Puts the files of data/ that people write, or those named, into the canonical form; keeps every comment."""
    from generator.authoring import canonical, hand_written, out_of_form

    names = [_name(file, root) for file in files] or hand_written(root)
    if only_tell:
        diagnostics = list(out_of_form(root, names))
        if diagnostics:
            fail(diagnostics, root)
        click.echo(f"In form: {_counted(len(names))}.")
        return
    forms: dict[Path, str] = {}
    diagnostics = []
    for name in names:
        content = (root / name).read_bytes()
        try:
            form = canonical(content, name)
        except InvalidData as error:
            diagnostics += error.diagnostics
        else:
            forms |= {root / name: form} if form.encode() != content else {}
    if diagnostics:
        fail(diagnostics, root)
    write_all(forms)
    click.echo(f"Put into form: {len(forms)} of {_counted(len(names))}.")


@click.command()
def fields() -> None:
    """Prints the field reference of data/, made from the models."""
    from generator.authoring import reference

    click.echo(reference(), nl=False)


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Writes data/schema/, by which editors complete and explain, and names it in the first line of each YAML file."""
    from generator.archive import read_archive
    from generator.authoring import changed

    with reported(root):
        archive = read_archive(root)
    texts = changed(archive, root)
    write_all(texts)
    if not texts:
        click.echo("Nothing to write: data/schema/ is current, and every file names its schema.")


class _New(click.Group):
    """A command for each kind of record; what they ask for is read from the models when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds, what an editor adds most first."""
        from generator.authoring import KINDS

        return [kind.name for kind in KINDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that adds a record of that kind."""
        from generator.cli.new import command_of

        return command_of(cmd_name)


@click.command(cls=_New)
def new() -> None:
    """Adds a record to data/, at its place and in its form. Asks for what is not told, if there is someone to ask."""


def _name(file: Path, root: Path) -> str:
    """The path of the file as messages name it. Refuses a file that people do not write."""
    from generator.authoring import is_hand_written

    place = file.resolve()
    name = place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
    if not is_hand_written(name):
        raise click.BadParameter(f"{file} is not one of the files of data/ that people write", param_hint="FILES")
    return name


def _counted(n: int) -> str:
    return f"{n} file{'s' * (n != 1)}"
