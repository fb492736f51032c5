"""`atlas …`: the commands under one name."""

from pathlib import Path

import click

from generator.console import FOLDER
from generator.site_commands import build, pages, serve
from generator.source_commands import coverage, ingest, verify
from generator.writing_commands import check, fields, schema


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=FOLDER, default=".", help="The project's folder.")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """From YAML to the published atlas."""
    context.obj = root.resolve()


for command in (check, build, serve, ingest, coverage, verify, pages, fields, schema):
    main.add_command(command)

if __name__ == "__main__":
    main()
