"""`atlas …`: the commands under one name."""

from pathlib import Path

import click

from generator.cli.build import build, editions, pages, serve
from generator.cli.data import check, explain, fields, fmt, new, schema
from generator.cli.diff import diff
from generator.cli.documents import coverage, ingest, verify
from generator.cli.output import FOLDER
from generator.cli.watch import propose, watch


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=FOLDER, default=".", help="The project's folder.")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """From YAML to the published atlas."""
    context.obj = root.resolve()


for command in (
    check, explain, fmt, new, schema, build, serve, watch, propose, ingest, coverage, verify, pages, editions, diff,
    fields,
):  # fmt: skip
    main.add_command(command)

if __name__ == "__main__":
    main()
