"""`atlas …`: the commands under one name."""

from pathlib import Path

import click

from generator.console import FOLDER
from generator.review_commands import diff
from generator.site_commands import build, editions, pages, serve
from generator.source_commands import coverage, ingest, verify
from generator.watch_commands import propose, watch
from generator.writing_commands import check, explain, fields, fmt, new, schema


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
