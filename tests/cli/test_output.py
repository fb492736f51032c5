"""What all commands have in common: how problems are printed, how help is grouped, files written all or none."""

import json
from pathlib import Path

from tests.support.command_line import atlas


def test_problems_for_machines_have_file_line_and_column(mistaken: Path) -> None:
    rows = json.loads(atlas(mistaken, "check", "--format", "json").stdout)

    assert {tuple(row) for row in rows} == {("file", "line", "column", "what", "hint", "rule")}
    assert {row["file"] for row in rows} == {"data/themes/ferries/statements.yaml"}


def test_problems_for_github_are_annotations(mistaken: Path) -> None:
    lines = atlas(mistaken, "check", "--format", "github").stdout.splitlines()

    assert lines == [
        "::error file=data/themes/ferries/statements.yaml,line=3,col=3,title=unknown-key::"
        "the key 'kinde' is not known here Did you mean 'kind'?",
        "::notice::Rules that span several records were not checked: first every file must be readable.",
    ]
