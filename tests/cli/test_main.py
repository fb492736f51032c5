"""The commands as a person types them: what they print, and what they return."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.main import main
from tests.support.command_line import atlas, ran
from tests.support.small import ROOT


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_data_is_told_and_not_a_traceback(tmp_path: Path, command: str) -> None:
    run = atlas(tmp_path, command)

    assert run.returncode == 1
    said = run.stdout if command == "check" else run.stderr
    assert "data/atlas.yaml:1:1: the file is missing" in said
    assert "Traceback" not in run.stderr


def commands(group: click.Group) -> Iterator[tuple[str, click.Command]]:
    """Every command with its name in full, those of groups inside the group too."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in commands(command))


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_has_an_example_that_calls_it_and_explains_every_option(name: str) -> None:
    command = COMMANDS[name]
    unexplained = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]

    assert f"  atlas {name}" in (command.epilog or "")
    assert unexplained == []


@pytest.mark.parametrize("words", [[], ["new"]], ids=["atlas", "atlas new"])
def test_lists_of_commands_are_whole_and_each_stands_under_a_heading(small_root: Path, words: list[str]) -> None:
    help = ran(small_root, *words, "-h").stdout
    listed = [name for name in COMMANDS if name.split()[:-1] == words]
    cut = [line for line in help.splitlines() if line.endswith("...") and not line.startswith("Usage")]

    assert cut == []
    assert [name for name in listed if not re.search(rf"^  {name.split()[-1]} +\S", help, re.MULTILINE)] == []


def test_every_command_and_option_is_explained_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [f"atlas {name}" for name in main.commands if f"atlas {name}" not in readme]

    assert missing == []
