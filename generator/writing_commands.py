"""The commands for those who write data/: check, explain and fields."""

from pathlib import Path

import click

from generator.archive import Archive
from generator.console import FORMATS, fail, reported
from generator.problems import InvalidData


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed.")
@click.option("--since", metavar="COMMIT", default=None, help="Also: does anything published then change in silence?")
@click.pass_obj
def check(root: Path, form: str, since: str | None) -> None:
    """Is the data in order? Every problem at once; exit 1 if there is any."""
    from generator.library import open_library

    with reported(root, form):
        library = open_library(root)
    if since is not None:
        _refuse_silent_changes(root, since, library.archive, form)
    if form == "json":
        click.echo("[]")
    elif form == "text":
        click.echo(f"In order: {len(library.archive.themes)} themes, {len(library.editions)} editions.")


def _refuse_silent_changes(root: Path, since: str, archive: Archive, form: str) -> None:
    """Compares with the data at that commit; data that this program cannot read are said not to be compared."""
    from generator.archive import read_archive
    from generator.reviewing import unlogged
    from generator.revisions import UnknownRevision, folder_at

    try:
        with folder_at(root, since) as folder:
            found = sorted(unlogged(read_archive(folder), archive))
    except UnknownRevision as error:
        raise click.ClickException(f"--since {since}: {error}") from None
    except InvalidData as error:
        note = f"The data of {since} cannot be read by this program, so published values were not compared."
        click.echo(f"{note} First problem: {error.problems[0]}", err=True)
        return
    if found:
        fail(found, root, form)


@click.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """What a message means: the rule in brackets behind it, and why it is asked, with an example; without RULE, all."""
    from generator.examples import explanation
    from generator.problems import did_you_mean
    from generator.rules import Rule

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
def fields() -> None:
    """Prints the field reference of data/, made from the models."""
    from generator.fieldbook import reference

    click.echo(reference(), nl=False)
