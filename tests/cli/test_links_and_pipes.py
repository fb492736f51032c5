"""What lies in data/ or content/ and is no plain file of it: nobody reads it, waits for it, shows it or writes it."""

import os
from pathlib import Path

import pytest

from tests.support.command_line import atlas, ran

STATEMENTS, METHOD = "data/themes/ferries/statements.yaml", "content/nl/method.md"
SECRET = "- {id: of-somebody-else,   kind: plan}\n"
"""A file that could be read as data, and that the canonical form writes otherwise."""


@pytest.fixture
def linked(small_root: Path, tmp_path: Path) -> Path:
    """A project in which the statements of a theme are a link to a file of somebody else."""
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    (small_root / STATEMENTS).unlink()
    (small_root / STATEMENTS).symlink_to(tmp_path / "secret")
    return small_root


@pytest.mark.parametrize(
    "command",
    [("check",), ("fix",), ("fix", "--suggest", "form.md"), ("fmt",), ("fmt", "--check"), ("schema",), ("coverage",)],
    ids=" ".join,
)
def test_what_a_link_leads_to_outside_is_neither_shown_nor_written(
    command: tuple[str, ...], linked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run = ran(linked, *command)
    suggested = "".join(file.read_text("utf-8") for file in tmp_path.glob("form.md"))

    assert f"{STATEMENTS}:1:1: this is a link to a place outside data/" in run.stdout + run.stderr
    assert "of-somebody-else" not in run.stdout + run.stderr + suggested
    assert ((tmp_path / "secret").read_text("utf-8"), (linked / STATEMENTS).is_symlink()) == (SECRET, True)


@pytest.mark.parametrize("command", ["check", "fix", "build"])
def test_nobody_waits_for_a_pipe(command: str, small_root: Path) -> None:
    (small_root / STATEMENTS).unlink()
    os.mkfifo(small_root / STATEMENTS)
    run = atlas(small_root, command)

    assert command == "fix" or f"{STATEMENTS}:1:1: this is neither a file nor a folder" in run.stdout + run.stderr
    assert run.returncode == (0 if command == "fix" else 1)


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_page_that_is_a_link_is_published_by_nobody(command: str, small_root: Path, tmp_path: Path) -> None:
    pages = {file.relative_to(small_root): file.read_bytes() for file in (small_root / "content").rglob("*.*")}
    (small_root / "content").unlink()
    for name, content in pages.items():
        (small_root / name).parent.mkdir(parents=True, exist_ok=True)
        (small_root / name).write_bytes(content)
    (tmp_path / "secret").write_text(SECRET, "utf-8")
    (small_root / METHOD).unlink()
    (small_root / METHOD).symlink_to(tmp_path / "secret")
    run = ran(small_root, command)

    assert (run.exit_code, "of-somebody-else" in run.stdout + run.stderr) == (1, False)
    assert f"{METHOD}:1:1: this is a link to a place outside content/" in run.stdout + run.stderr
    assert not (small_root / "site").exists()
