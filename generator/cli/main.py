"""`atlas …`: every command under one name, grouped by the work it is for."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import ClassVar

import click

from generator.cli.output import FOLDER, Sections, example

COMMANDS = {
    "Edit the data": {
        "check": "data", "fix": "data", "explain": "data", "fmt": "data", "new": "data", "schema": "data",
        "fields": "data",
    },
    "Add documents": {
        "watch": "watch", "propose": "watch", "ingest": "documents", "review": "review", "looked": "looked",
        "coverage": "documents", "verify": "documents",
    },
    "Build the site": {
        "fetch-sources": "sources", "build": "build", "serve": "build", "pages": "build", "editions": "build",
        "audit": "build",
    },
    "Review a change": {"diff": "diff"},
}  # fmt: skip
"""By heading: each command and its module, which is loaded when the command is run or its help is printed."""


class _Commands(Sections):
    """All commands; a build with nothing to do loads none but itself."""

    sections: ClassVar[Mapping[str, Iterable[str]]] = COMMANDS

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        return [name for names in self.sections.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None if there is none."""
        for commands in COMMANDS.values():
            if cmd_name in commands:
                module = import_module(f"{__package__}.{commands[cmd_name]}")
                command: click.Command = getattr(module, cmd_name.replace("-", "_"))
                return command
        return None


def _print_version(context: click.Context, _option: click.Parameter, is_asked: bool) -> None:
    """Prints the version of the distribution that holds this package, as its pyproject.toml gives it, and exits."""
    if is_asked:
        from importlib.metadata import packages_distributions, version

        click.echo(f"atlas {version(packages_distributions()[__package__.partition('.')[0]][0])}")
        context.exit()


@click.group(
    cls=_Commands,
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
