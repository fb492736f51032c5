"""The change log is built from the fragments in changelog.d/."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.small import ROOT

FRAGMENTS = sorted((ROOT / "changelog.d").glob("+*"))


def towncrier(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("towncrier")), "build", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The change log of the project, with the settings that build it and no fragment."""
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "changelog.d").mkdir()
    shutil.copy(ROOT / "changelog.d/README.md", tmp_path / "changelog.d")
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return tmp_path


def test_each_fragment_is_in_the_draft_of_the_next_release():
    run = towncrier(ROOT, "--draft")

    assert run.returncode == 0, run.stderr
    assert [file.name for file in FRAGMENTS if file.read_text("utf-8").strip() not in run.stdout] == []


def test_a_fragment_is_one_line():
    assert [file.name for file in FRAGMENTS if len(file.read_text("utf-8").splitlines()) != 1] == []


@pytest.mark.parametrize("name", ["a.md", "+a.new.md"])
def test_a_fragment_without_a_known_type_is_refused(project, name):
    (project / "changelog.d" / name).write_text("A page.\n", "utf-8")
    run = towncrier(project, "--draft")

    assert (run.returncode, f"Invalid news fragment name: {name}" in run.stderr) == (1, True)


def test_a_release_moves_the_fragments_into_the_change_log_newest_first(project):
    for version, sentence in (("1.0", "A page."), ("1.1", "Another page.")):
        fragment = project / "changelog.d/+a.added.md"
        fragment.write_text(f"{sentence}\n", "utf-8")
        subprocess.run(["git", "-C", str(project), "add", "-A"], check=True)
        run = towncrier(project, "--yes", "--version", version, "--date", "2026-12-01")

        assert (run.returncode, fragment.exists()) == (0, False), run.stderr

    released = (project / "CHANGELOG.md").read_text("utf-8").partition("start -->\n")[2].split("\n")
    assert [line for line in released if line] == [
        *("## 1.1 (2026-12-01)", "### Added", "- Another page."),
        *("## 1.0 (2026-12-01)", "### Added", "- A page."),
    ]
