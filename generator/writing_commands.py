"""The commands for those who write data/: check and fields."""

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
def fields() -> None:
    """Prints the field reference of data/, made from the models."""
    from generator.fieldbook import reference

    click.echo(reference(), nl=False)
