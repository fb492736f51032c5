"""`atlas build`, `editions` and `pages` as a person types them: what is refused before anything is built."""

from pathlib import Path

from tests.support.command_line import atlas


def test_pages_are_written_as_files_for_any_other_renderer(small_root: Path, tmp_path: Path) -> None:
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"), "--language", "en")
    theme = (tmp_path / "out/themes/ferries/index.md").read_text("utf-8")

    assert run.returncode == 0
    assert theme.startswith("# ") or "\n# " in theme
    assert "<!-- block" not in theme
    assert (tmp_path / "out/404.md").is_file()


def test_pages_are_not_written_over_something_else(small_root: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"))

    assert run.returncode == 2
    assert "is not empty" in run.stderr


def test_an_unknown_edition_is_told_with_those_there_are(small_root: Path, tmp_path: Path) -> None:
    run = atlas(small_root, "pages", "--to", str(tmp_path / "out"), "--edition", "1999-01-01")

    assert run.returncode == 2
    assert "'1999-01-01' is not an edition; there are " in run.stderr
