"""What git keeps in folders that only commands write is found, and nothing else is."""

import subprocess
from pathlib import Path

import pytest

from generator.fingerprint.planted import kept_by_git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in git, with a file that may be there."""
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    committed(tmp_path, "data/site/letter.yaml")
    return tmp_path


def committed(root: Path, *names: str) -> None:
    """Puts files under git that .gitignore leaves out."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", "utf-8")
    subprocess.run(["git", "-C", root, "add", "-f", *names], check=True)


@pytest.mark.parametrize("name", [".atlas/checks/in-order-text", ".Atlas/site/nl/index.html", "site/index.html"])
def test_what_is_planted_is_found(root: Path, name: str) -> None:
    committed(root, name)

    assert kept_by_git(root) == (name,)


def test_a_link_in_place_of_the_folder_is_found(root: Path, tmp_path: Path) -> None:
    (root / ".atlas").symlink_to(tmp_path / "data")
    subprocess.run(["git", "-C", root, "add", "-f", ".atlas"], check=True)

    assert kept_by_git(root) == (".atlas",)


def test_what_commands_wrote_and_git_does_not_keep_is_in_order(root: Path) -> None:
    (root / ".atlas/checks").mkdir(parents=True)
    (root / ".atlas/checks/in-order-text").write_text("", "utf-8")

    assert kept_by_git(root) == ()


def test_a_project_below_the_top_of_a_repository_is_looked_at_by_itself(root: Path) -> None:
    committed(root, "site/index.html", "atlas/.atlas/checks/in-order-text")

    assert kept_by_git(root / "atlas") == (".atlas/checks/in-order-text",)


def test_outside_git_nothing_is_planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_by_git(tmp_path) == ()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert kept_by_git(tmp_path) == ()
