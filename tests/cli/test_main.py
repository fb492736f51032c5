"""The commands as a person types them: what they print, and what they return."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.diagnostics.rules import Rule
from tests.support.small import ROOT, SMALL, lay_out_project

OLD = "brief-2021-03-10"


def atlas(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", "--root", str(root), *words], capture_output=True, text=True
    )


def ran(root: Path, *words: str) -> Result:
    """The command run in this process, where a traceback fails the test."""
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


@pytest.fixture
def mistaken(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    root = lay_out_project(tmp_path / "project")
    file = root / "data/themes/ferries/statements.yaml"
    file.write_text(file.read_text("utf-8").replace("kind: ", "kinde: ", 1), "utf-8")
    return root


def test_data_in_order_are_called_so(small_root):
    run = atlas(small_root, "check")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("No problems: 2 themes")


def test_a_mistake_is_told_with_its_place_and_the_way_out_and_exit_1(mistaken):
    run = atlas(mistaken, "check")

    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout == (
        "data/themes/ferries/statements.yaml:3:3: the key 'kinde' is unknown here [unknown-key]\n"
        "     3 |   kinde: setback\n"
        "       |   ^\n"
        "    Did you mean 'kind'?\n\n"
        "1 problem in 1 file. Rules that span several records were not checked: first every file must be readable. "
        "`atlas explain NAME` explains a name in brackets, with an example.\n"
    )


def test_only_when_files_do_not_read_rules_over_more_than_one_record_are_still_to_come(small_root):
    file = small_root / "data/themes/ferries/statements.yaml"
    file.write_text(file.read_text("utf-8").replace("places: [noordeiland]", "places: [zuideiland]", 1), "utf-8")
    run = ran(small_root, "check")

    assert run.exit_code == 1
    assert "\n\n1 problem in 1 file. `atlas explain NAME` " in run.stdout
    assert "which is not in data/places.yaml [unknown-id]\n" in run.stdout


def test_problems_for_machines_have_file_line_and_column(mistaken):
    rows = json.loads(atlas(mistaken, "check", "--format", "json").stdout)

    assert {tuple(row) for row in rows} == {("file", "line", "column", "what", "hint", "rule")}
    assert {row["file"] for row in rows} == {"data/themes/ferries/statements.yaml"}


def test_problems_for_github_are_annotations(mistaken):
    lines = atlas(mistaken, "check", "--format", "github").stdout.splitlines()

    assert lines == [
        "::error file=data/themes/ferries/statements.yaml,line=3,col=3,title=unknown-key::"
        "the key 'kinde' is unknown here Did you mean 'kind'?",
        "::notice::Rules that span several records were not checked: first every file must be readable.",
    ]


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_data_is_told_and_not_a_traceback(tmp_path, command):
    run = atlas(tmp_path, command)

    assert run.returncode == 1
    said = run.stdout if command == "check" else run.stderr
    assert "data/atlas.yaml:1:1: the file is missing" in said
    assert "Traceback" not in run.stderr


def test_pages_are_written_as_files_for_any_other_renderer(small_root, tmp_path):
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"), "--language", "en")
    theme = (tmp_path / "out/themes/ferries/index.md").read_text("utf-8")

    assert run.returncode == 0
    assert theme.startswith("# ") or "\n# " in theme
    assert "<!-- block" not in theme
    assert (tmp_path / "out/404.md").is_file()


def test_pages_are_not_written_over_something_else(small_root, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"))

    assert run.returncode == 2
    assert "is not empty" in run.stderr


def test_an_unknown_edition_is_told_with_those_there_are(small_root, tmp_path):
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"), "--edition", "1999-01-01")

    assert run.returncode == 2
    assert "'1999-01-01' is not an edition; there are " in run.stderr


def test_texts_that_are_those_that_were_read_are_called_so(small_root):
    run = ran(small_root, "verify", "--sources", str(SMALL / "texts"))

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == "No problems: every passage matches its document, and no sentence is copied.\n"


def test_a_text_that_changed_is_told_at_its_passage_with_exit_1(small_root, tmp_path):
    texts = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    changed = (
        (texts / f"{OLD}.txt").read_text("utf-8").replace("medio 2022", "medio 2023").replace("# Veren", "# Ponten")
    )
    (texts / f"{OLD}.txt").write_text(changed, "utf-8")
    run = ran(small_root, "verify", "--sources", str(texts))
    index = [line[:110] for line in (small_root / f"data/passages/{OLD}.yaml").read_text("utf-8").splitlines()]

    assert (run.exit_code, run.stderr) == (1, "")
    assert run.stdout == (
        f"data/passages/{OLD}.yaml:7:5: the text of 'sluizen-1' differs from the document: "
        "its hash is 7f62f9bfcf63557e, not 9c6fa636e8a01676 [document]\n"
        f"     7 | {index[6]}\n"
        "       |     ^\n\n"
        f"data/passages/{OLD}.yaml:10:5: the document has no passage 'veren-1' [document]\n"
        f"    10 | {index[9]}\n"
        "       |     ^\n\n"
        f"data/passages/{OLD}.yaml:1:1: the passage 'ponten-1' of the document is missing [document]\n"
        f"     1 | source: {OLD}\n"
        "       | ^\n\n"
        "3 problems in 1 file. `atlas explain NAME` explains a name in brackets, with an example.\n"
    )


def test_coverage_is_printed_as_a_table(small_root):
    run = ran(small_root, "coverage")

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == (
        "source            passages  cited  out of scope  open  numbers  carried\n"
        "brief-2021-03-10         7      4             3     0        2        2\n"
        "verslag-2022             7      7             0     0        9        9\n"
        "brief-2023-06-20         7      4             2     1        1        1\n"
        "all                     21     15             5     1       12       12\n"
        "\n"
        "brief-2021-03-10: ferries 1, locks 3\n"
        "\n"
        "verslag-2022: ferries 3, locks 4\n"
        "\n"
        "brief-2023-06-20: ferries 2, locks 2\n"
        "  open: vooruitblik-1\n"
    )


def test_coverage_is_printed_as_json_for_machines(small_root):
    run = ran(small_root, "coverage", "--format", "json")
    keys = (
        "source",
        "passages",
        "cited",
        "out_of_scope",
        "open",
        "complete",
        "themes",
        "numbers",
        "carried",
        "uncarried",
    )

    assert (run.exit_code, run.stderr) == (0, "")
    assert [tuple(entry.values()) for entry in json.loads(run.stdout)] == [
        ("brief-2021-03-10", 7, 4, 3, [], True, {"ferries": 1, "locks": 3}, 2, 2, {}),
        ("verslag-2022", 7, 7, 0, [], True, {"ferries": 3, "locks": 4}, 9, 9, {}),
        ("brief-2023-06-20", 7, 4, 2, ["vooruitblik-1"], False, {"ferries": 2, "locks": 2}, 1, 1, {}),
    ]
    assert {tuple(entry) for entry in json.loads(run.stdout)} == {keys}


def test_a_mistake_in_the_data_is_told_before_anything_is_counted(mistaken):
    run = ran(mistaken, "coverage")

    assert (run.exit_code, run.stdout) == (1, "")
    assert "\n\n1 problem in 1 file. " in run.stderr


def test_a_rule_is_explained_by_its_name_with_or_without_the_brackets(small_root):
    runs = [ran(small_root, "explain", name) for name in ("tab", "[tab]")]

    assert [run.exit_code for run in runs] == [0, 0]
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.startswith("tab\n\nLines are indented with spaces")


def test_an_unknown_rule_is_told_with_the_nearest(small_root):
    run = ran(small_root, "explain", "coma-decimal")

    assert run.exit_code == 2
    assert "'coma-decimal' is not the name of a rule. Did you mean 'comma-decimal'?" in run.stderr


def test_all_rules_are_listed_where_none_is_named(small_root):
    names = [line for line in ran(small_root, "explain").stdout.splitlines() if not line.startswith(" ")]

    assert names == sorted(rule.value for rule in Rule)


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
def test_the_help_of_a_command_has_an_example_that_calls_it_and_explains_every_option(name):
    command = COMMANDS[name]
    unexplained = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]

    assert f"  atlas {name}" in (command.epilog or "")
    assert unexplained == []


@pytest.mark.parametrize("words", [[], ["new"]], ids=["atlas", "atlas new"])
def test_lists_of_commands_are_whole_and_each_stands_under_a_heading(small_root, words):
    help = ran(small_root, *words, "-h").stdout
    listed = [name for name in COMMANDS if name.split()[:-1] == words]
    cut = [line for line in help.splitlines() if line.endswith("...") and not line.startswith("Usage")]

    assert cut == []
    assert [name for name in listed if not re.search(rf"^  {name.split()[-1]} +\S", help, re.MULTILINE)] == []


def test_every_command_and_option_is_explained_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [f"atlas {name}" for name in main.commands if f"atlas {name}" not in readme]

    assert missing == []
