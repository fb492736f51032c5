"""The commands as a person types them: what they print, and what they return."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.small import ROOT, lay_out_project


def atlas(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", "--root", str(root), *words], capture_output=True, text=True
    )


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
    assert run.stdout.startswith("In order: 2 themes")


def test_a_mistake_is_told_with_its_place_and_the_way_out_and_exit_1(mistaken):
    run = atlas(mistaken, "check")

    assert run.returncode == 1
    assert "data/themes/ferries/statements.yaml:" in run.stderr
    assert "the key 'kinde' is not known here\n    Did you mean 'kind'?" in run.stderr
    assert run.stderr.endswith("2 problems in 1 file.\n")
    assert "Traceback" not in run.stderr


def test_problems_for_machines_have_file_line_and_column(mistaken):
    rows = json.loads(atlas(mistaken, "check", "--format", "json").stdout)

    assert {tuple(row) for row in rows} == {("file", "line", "column", "what", "hint")}
    assert {row["file"] for row in rows} == {"data/themes/ferries/statements.yaml"}


def test_problems_for_github_are_annotations(mistaken):
    lines = atlas(mistaken, "check", "--format", "github").stdout.splitlines()

    assert [line.split(",")[0] for line in lines] == ["::error file=data/themes/ferries/statements.yaml"] * 2


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_a_folder_without_data_is_told_and_not_a_traceback(tmp_path, command):
    run = atlas(tmp_path, command)

    assert run.returncode == 1
    assert "data/atlas.yaml:1:1: the file is missing" in run.stderr
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


def test_ingesting_a_changed_text_again_overwrites_nothing_unless_accepted(small_root, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Title\n\nA first sentence, of the year 2021.\n", "utf-8")
    first = atlas(small_root, "ingest", str(letter), "--id", "letter-x", "--year", "2021")
    letter.write_text("Title\n\nA second sentence, of the year 2022.\n", "utf-8")
    refused = atlas(small_root, "ingest", str(letter), "--id", "letter-x", "--year", "2021")
    index = (small_root / "data/passages/letter-x.yaml").read_text("utf-8")
    accepted = atlas(small_root, "ingest", str(letter), "--id", "letter-x", "--year", "2021", "--accept")

    assert (first.returncode, refused.returncode, accepted.returncode) == (0, 1, 0)
    assert 'numbers: ["2021"]' in index


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "is empty", id="an empty file"),
        pytest.param(b"\xff\xfe\x00", "is not UTF-8 text", id="a file that is not text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_nothing_written(small_root, tmp_path, content, message):
    (tmp_path / "letter.txt").write_bytes(content)
    run = atlas(small_root, "ingest", str(tmp_path / "letter.txt"), "--id", "letter-x", "--year", "2021")

    assert run.returncode == 2
    assert message in run.stderr
    assert not (small_root / "data/passages/letter-x.yaml").exists()


def test_every_command_and_option_is_explained_in_the_readme():
    readme = (ROOT / "README.md").read_text("utf-8")
    missing = [f"atlas {name}" for name in main.commands if f"atlas {name}" not in readme]

    assert missing == []
