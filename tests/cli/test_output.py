"""What all commands have in common: how problems are printed, how help is grouped, files written all or none."""

import json
from pathlib import Path
from typing import ClassVar

import click
import pytest

from generator.cli.output import UNCHECKED, Sections, example, fail, unchecked, write_all
from generator.diagnostics.diagnostic import Diagnostic, InvalidData, Location, UnreadData
from generator.diagnostics.rules import Rule
from tests.support.command_line import atlas


def test_problems_for_machines_have_file_line_and_column(mistaken: Path) -> None:
    rows = json.loads(atlas(mistaken, "check", "--format", "json").stdout)

    assert {tuple(row) for row in rows} == {("file", "line", "column", "what", "hint", "rule")}
    assert {row["file"] for row in rows} == {"data/themes/ferries/statements.yaml"}


def test_problems_for_github_are_annotations(mistaken: Path) -> None:
    lines = atlas(mistaken, "check", "--format", "github").stdout.splitlines()

    assert lines == [
        "::error file=data/themes/ferries/statements.yaml,line=3,col=3,title=unknown-key::"
        "the key 'kinde' is unknown here Did you mean 'kind'?",
        "::notice::Rules that span several records were not checked: first every file must be readable.",
    ]


LONG = "x" * 150 + "\tWRONG " + "y" * 150


@pytest.mark.parametrize(
    ("line", "column", "shown"),
    [
        pytest.param(1, 7, "     1 | first line\n       |       ^\n", id="under the column"),
        pytest.param(2, 3, "     2 | \tsecond\n       | \t ^\n", id="under a line that starts with a tab"),
        pytest.param(
            3, 152, f"     3 | …{LONG[96:206]}\n       |  {' ' * 54}\t^\n", id="around the place in a long line"
        ),
        pytest.param(9, 1, "", id="not at all below the end of the file"),
    ],
)
def test_a_problem_is_shown_with_a_caret_on_the_line_as_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: int, column: int, shown: str
) -> None:
    (tmp_path / "a.yaml").write_text(f"first line\n\tsecond\n{LONG}\n", "utf-8")
    with pytest.raises(SystemExit) as exit:
        fail([Diagnostic(Location("a.yaml", line, column), "wrong", "Mend it.", rule=Rule.TAB)], tmp_path)
    head, end = f"a.yaml:{line}:{column}: wrong [tab]\n", "    Mend it.\n\n1 problem in 1 file. "

    assert exit.value.code == 1
    assert capsys.readouterr().out.startswith(f"{head}{shown}{end}")


def test_an_annotation_escapes_what_github_would_read_as_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        place = Location("a:b,c\r\n::warning::%.yaml", 1, 2)
        fail([Diagnostic(place, "5% is\n::error::wrong\r", "Mend\nit.", rule=Rule.TAB)], tmp_path, "github")

    assert capsys.readouterr().out == (
        "::error file=a%3Ab%2Cc%0D%0A%3A%3Awarning%3A%3A%25.yaml,line=1,col=2,title=tab"
        "::5%25 is%0A::error::wrong%0D Mend%0Ait.\n"
    )


def test_what_was_not_checked_is_said_only_where_files_could_not_be_read() -> None:
    assert (unchecked(UnreadData([])), unchecked(InvalidData([]))) == (UNCHECKED, "")


def test_files_are_written_all_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, raw = tmp_path / "new/a.txt", tmp_path / "b.bin"
    write_all({text: "één", raw: b"\0"})

    assert (text.read_text("utf-8"), raw.read_bytes()) == ("één", b"\0")
    assert capsys.readouterr().err == f"Written: {text}\nWritten: {raw}\n"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "b.bin", "new"]


def test_if_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    kept, folder = tmp_path / "kept.txt", tmp_path / "folder"
    kept.write_text("old", "utf-8")
    folder.mkdir()
    with pytest.raises(click.ClickException) as refused:
        write_all({kept: "new", folder: "new"})

    assert refused.value.message == f"{folder} cannot be written: it is not a plain file. Nothing was written."
    assert (kept.read_text("utf-8"), sorted(tmp_path.iterdir())) == ("old", [folder, kept])


def test_no_file_is_written_through_a_link(tmp_path: Path) -> None:
    other, link = tmp_path / "other.txt", tmp_path / "link.txt"
    other.write_text("old", "utf-8")
    link.symlink_to(other)
    with pytest.raises(click.ClickException) as refused:
        write_all({link: "new"})

    assert refused.value.message == f"{link} cannot be written: it is not a plain file. Nothing was written."
    assert (other.read_text("utf-8"), link.is_symlink()) == ("old", True)


def test_help_lists_commands_under_headings_in_the_order_of_these() -> None:
    class Tool(Sections):
        sections: ClassVar = {"Second": ["zip"], "First": ["add"]}

    group = Tool("tool")
    group.add_command(click.Command("add", help="Add."))
    group.add_command(click.Command("zip", help="Pack. And more."))

    assert group.get_help(click.Context(group, info_name="tool")).endswith(
        "Second:\n  zip  Pack.\n\nFirst:\n  add  Add."
    )


@pytest.mark.parametrize(("lines", "shown"), [(["a"], "\b\nExample:\n  a"), (["a", "b"], "\b\nExamples:\n  a\n  b")])
def test_an_example_is_command_lines_that_stay_as_they_are(lines: list[str], shown: str) -> None:
    assert example(*lines) == shown
