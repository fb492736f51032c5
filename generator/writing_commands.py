"""The commands for those who write data/: check, fields and schema."""

from pathlib import Path

import click

from generator.console import FORMATS, reported, write_all


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How problems are printed.")
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Is the data in order? Every problem at once; exit 1 if there is any."""
    from generator.library import open_library
    from generator.schema_files import remark

    with reported(root, form):
        library = open_library(root)
    if form == "json":
        click.echo("[]")
    elif form == "text":
        click.echo(f"In order: {len(library.archive.themes)} themes, {len(library.editions)} editions.")
        if told := remark(library.archive, root):
            click.echo(told)


@click.command()
def fields() -> None:
    """Prints the field reference of data/, made from the models."""
    from generator.fieldbook import reference

    click.echo(reference(), nl=False)


@click.command()
@click.pass_obj
def schema(root: Path) -> None:
    """Writes data/schema/, by which editors complete and explain, and names it in the first line of each YAML file."""
    from generator.archive import read_archive
    from generator.schema_files import changed

    with reported(root):
        archive = read_archive(root)
    texts = changed(archive, root)
    write_all(texts)
    if not texts:
        click.echo("Nothing to write: data/schema/ is current, and every file names its schema.")
