"""`atlas …`: every command under one name, grouped by the work it is for."""

from pathlib import Path

import click

from generator.cli.build import audit, build, editions, pages, serve
from generator.cli.data import check, explain, fields, fix, fmt, new, schema
from generator.cli.diff import diff
from generator.cli.documents import coverage, ingest, verify
from generator.cli.looked import looked
from generator.cli.output import FOLDER, Sections, example
from generator.cli.review import review
from generator.cli.sources import fetch_sources
from generator.cli.watch import propose, watch


def _print_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    """Prints the version of the distribution that holds this package, as its pyproject.toml gives it, and exits."""
    if is_asked:
        from importlib.metadata import packages_distributions, version

        click.echo(f"atlas {version(packages_distributions()[__package__.partition('.')[0]][0])}")
        context.exit()


@click.group(
    cls=Sections,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example("atlas check", "atlas new statement drones", "atlas build"),
)
@click.option("--root", type=FOLDER, default=".", help="The folder of the project; the current one if left out.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Print the version."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Build a public, versioned website from YAML, and keep its data valid.

    `atlas COMMAND -h` explains a command.
    """
    context.obj = root.resolve()


main.add_section("Edit the data", check, fix, explain, fmt, new, schema, fields)
main.add_section("Add documents", watch, propose, ingest, review, looked, coverage, verify)
main.add_section("Build the site", fetch_sources, build, serve, pages, editions, audit)
main.add_section("Review a change", diff)
