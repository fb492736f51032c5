"""The commands for those who write data/: check, explain and fields."""

from pathlib import Path

import click

from generator.console import FORMATS, reported


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed.")
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Is the data in order? Every problem at once; exit 1 if there is any."""
    from generator.library import open_library

    with reported(root, form):
        library = open_library(root)
    if form == "json":
        click.echo("[]")
    elif form == "text":
        click.echo(f"In order: {len(library.archive.themes)} themes, {len(library.editions)} editions.")


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
