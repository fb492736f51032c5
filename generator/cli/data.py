"""The commands for those who edit data/: check, explain, fmt, new, fields and schema."""

from pathlib import Path

import click

from generator.cli.output import (
    FORMATS,
    Sections,
    example,
    fail,
    refuse_planted,
    reported,
    write_all,
)

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog=example("atlas check", "atlas check data/themes/drones/*.yaml", "atlas check --watch"))
@click.argument("files", nargs=-1, type=FILE)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Output format.")
@click.option("--since", metavar="COMMIT", default=None, help="Also report unlogged changes since this commit.")
@click.option("--watch", "watches", is_flag=True, help="Look again after every change, until Ctrl+C.")
@click.pass_obj
def check(root: Path, files: tuple[Path, ...], form: str, since: str | None, watches: bool) -> None:
    """Validate the data and report every problem at once; with FILES, only the problems in these.

    Problems go to the standard output, their number last; the exit code is 1 if there is any. Remarks are printed when
    there is no problem, and not as JSON: on what a person decides, and on the form of files, which `atlas fix` mends.
    With --since, a value, due date or state that was published at that commit and is now another needs an entry in
    data/corrections.yaml.
    """
    from generator.fingerprint import said_before

    refuse_planted(root, form)
    said = None if files or watches or since is not None else said_before(root, form)
    if said is None:
        from generator.cli.checking import checked, watch_checks

        names = [_name(file, root) for file in files]
        if watches:
            watch_checks(root, form, since, names)
            return
        said = checked(root, form, since, names)
    click.echo(said, nl=False)


@click.command(epilog=example("atlas explain unknown-passage", "atlas explain"))
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain a rule: what it requires, why, and an example.

    RULE is the name in brackets behind a message; without it, all rules are listed.
    """
    from generator.diagnostics import Rule, did_you_mean, explanation, rule_book

    if rule is None:
        click.echo("\n".join(f"{known}\n    {explained.means}" for known, explained in sorted(rule_book().items())))
        return
    rules = {known.value: known for known in Rule}
    name = rule.strip("[]").lower()
    if name not in rules:
        hint = did_you_mean(name, rules) or "`atlas explain` lists them all."
        raise click.BadParameter(f"{rule!r} is not the name of a rule. {hint}", param_hint="RULE")
    click.echo(explanation(rules[name]))


@click.command(epilog=example("atlas fmt", "atlas fmt data/themes/drones/statements.yaml", "atlas fmt --check"))
@click.argument("files", nargs=-1, type=FILE)
@click.option("--check", "only_report", is_flag=True, help="Write nothing; report unformatted files and exit with 1.")
@click.pass_obj
def fmt(root: Path, files: tuple[Path, ...], only_report: bool) -> None:
    """Format the hand-written files of data/, keeping every comment.

    Without FILES, all of them.
    """
    from generator.authoring import hand_written, mended, not_canonical

    names = [_name(file, root) for file in files] or hand_written(root)
    if only_report:
        diagnostics = list(not_canonical(root, names))
        if diagnostics:
            fail(diagnostics, root)
        click.echo(f"{_counted(len(names))} formatted already.")
        return
    forms, diagnostics = mended(root, names)
    if diagnostics:
        fail(diagnostics, root)
    write_all({root / name: form for name, form in forms.items()})
    click.echo(f"Formatted {len(forms)} of {_counted(len(names))}.")


@click.command(epilog=example("atlas fix", "atlas fix --suggest form.md"))
@click.option(
    "--suggest", type=click.Path(dir_okay=False, path_type=Path), default=None,
    help="Change nothing: write the lines as they should be into this file, for a review.",
)  # fmt: skip
@click.pass_obj
def fix(root: Path, suggest: Path | None) -> None:
    """Mend the form of the files of data/.

    Formats every file that can be read, also where others cannot, and names those that cannot. The form of a file is
    never a problem of its content: an edit made in the browser needs only be right.
    """
    from generator.authoring import hand_written, mended, suggested

    names = hand_written(root)
    forms, diagnostics = mended(root, names)
    if suggest:
        write_all({suggest: suggested(root, forms)})
    else:
        write_all({root / name: form for name, form in forms.items()})
    for diagnostic in diagnostics:
        click.echo(f"Not mended: {diagnostic}", err=True)
    click.echo(f"{'To mend' if suggest else 'Mended'}: {len(forms)} of {_counted(len(names))}.")


@click.command(epilog=example("atlas fields > data/README.md"))
def fields() -> None:
    """Print the field reference of data/, generated from the models."""
    from generator.authoring import reference

    click.echo(reference(), nl=False)


@click.command(epilog=example("atlas schema"))
@click.pass_obj
def schema(root: Path) -> None:
    """Write the JSON Schemas by which editors complete and explain.

    They go to data/schema/; the first line of each YAML file names the schema of the file.
    """
    from generator.archive import read_archive
    from generator.authoring import changed

    with reported(root):
        archive = read_archive(root)
    texts = changed(archive, root)
    write_all(texts)
    if not texts:
        click.echo("Nothing to write: data/schema/ is up to date, and every file names its schema.")


class _New(Sections):
    """A command for each kind of record; its options are read from the models when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds of records, the most frequent first."""
        from generator.authoring import KINDS

        return [kind.name for kind in KINDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that adds a record of that kind."""
        from generator.cli.new import command_of

        return command_of(cmd_name)


@click.command(cls=_New, epilog=example("atlas new statement drones", "atlas new source brief-2026-12-11"))
def new() -> None:
    """Add a record to data/, in its place and formatted.

    On a terminal, asks for every value that is not given as an option. Writes only what `atlas check` accepts.
    """


def _name(file: Path, root: Path) -> str:
    """The path of the file relative to the project. Raises BadParameter for a file that is not hand-written."""
    from generator.authoring import is_hand_written

    place = file.resolve()
    name = place.relative_to(root).as_posix() if place.is_relative_to(root) else ""
    if not is_hand_written(name):
        raise click.BadParameter(f"{file} is not a hand-written file of data/", param_hint="FILES")
    return name


def _counted(n: int) -> str:
    return f"{n} file{'s' * (n != 1)}"
