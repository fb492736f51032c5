"""`atlas build`, `editions` and `pages` as a person types them: what is refused before anything is built."""

from pathlib import Path

import pytest

from generator.fingerprint.manifest import write_manifest
from tests.support.command_line import atlas, files_of, ran


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


def test_editions_are_listed_oldest_first_as_json(small_root: Path) -> None:
    run = ran(small_root, "editions")

    assert (run.exit_code, run.stdout) == (0, '["2021-03-10", "2023-02", "2023-06-20"]\n')


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["--language", "nl"], 2, "A part of a site needs its own folder", id="a part without a folder"),
        pytest.param(
            ["--edition", "2023-02", "--to", "out", "--from", "."], 2, "A part of a site needs its own folder",
            id="a part of parts",
        ),
        pytest.param(
            ["--edition", "1999-01-01", "--to", "out"], 2,
            "'1999-01-01' is not an edition; there are 2021-03-10, 2023-02, 2023-06-20", id="an unknown edition",
        ),
        pytest.param(
            ["--to", "data"], 1, "contains something else than a site built here; give another folder, or empty it.",
            id="over something else",
        ),
    ],
)  # fmt: skip
def test_a_build_that_is_not_meant_is_refused_and_writes_nothing(
    small_root: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, says: str
) -> None:
    monkeypatch.chdir(small_root)
    before = files_of(small_root)
    run = ran(small_root, "build", *words)

    assert (run.exit_code, says in " ".join(run.stderr.split())) == (code, True)
    assert files_of(small_root) == before


def test_an_audit_says_what_is_not_as_built(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("Atlas", "utf-8")
    write_manifest(site, "inputs", {})
    in_order = ran(tmp_path, "audit", str(site))
    (site / "index.html").write_text("Other", "utf-8")
    changed = ran(tmp_path, "audit", str(site))
    nothing = ran(tmp_path, "audit", str(tmp_path))

    assert (in_order.exit_code, in_order.stdout, in_order.stderr) == (0, "", "Every file is as built.\n")
    assert (changed.exit_code, changed.stdout) == (1, "changed: index.html\n")
    assert (nothing.exit_code, "cannot be audited: there is no manifest.sha256" in nothing.stderr) == (1, True)
