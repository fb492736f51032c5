"""Whoever commits what checks found, or what a build made, is not believed: nobody looked at it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.fingerprint.kept import KEPT_CHECKS
from generator.fingerprint.verdict import keep_said, state_of
from generator.publish.kept.keys import files_named_in
from tests.support.command_line import atlas, misspell

SAID = "No problems: 2 themes, 3 editions.\n"


@pytest.fixture
def hostile(small_root: Path) -> Path:
    """A project with a mistake, and a committed verdict that all is in order."""
    misspell(small_root)
    keep_said(small_root, "text", SAID, state_of(small_root, files_named_in(small_root)))
    for words in (["init", "-q"], ["add", "-f", KEPT_CHECKS]):
        subprocess.run(["git", "-C", small_root, *words], check=True)
    return small_root


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_verdict_that_somebody_committed_is_refused(hostile: Path, command: str) -> None:
    run = atlas(hostile, command)

    assert run.returncode == 1
    assert f"{KEPT_CHECKS}/in-order-text:1:1: git keeps this file in a folder that only commands write" in run.stdout
    assert "No problems" not in run.stdout + run.stderr
    assert not (hostile / "site").exists()


def test_the_verdict_would_have_been_believed(hostile: Path) -> None:
    shutil.rmtree(hostile / ".git")
    run = atlas(hostile, "check")

    assert (run.returncode, run.stdout) == (0, SAID)


def test_a_site_is_kept_in_the_project_alone(small_root: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a thesis").write_text("Years of work.", "utf-8")
    (small_root / ".atlas").mkdir(exist_ok=True)
    (small_root / ".atlas/site").symlink_to(tmp_path / "theirs")
    run = atlas(small_root, "build")

    assert run.returncode == 0, run.stderr
    assert [file.name for file in (tmp_path / "theirs").iterdir()] == ["a thesis"]
