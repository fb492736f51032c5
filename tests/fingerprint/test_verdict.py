"""That all was in order is believed only as long as nothing is otherwise."""

from pathlib import Path

import pytest

from generator.fingerprint.inputs import Named
from generator.fingerprint.kept import KEPT_CHECKS
from generator.fingerprint.verdict import keep_said, said_before, state_of
from tests.support.small import lay_out_data

SAID = "No problems.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of which it was said that it is in order."""
    (tmp_path / "hook.py").write_text("", "utf-8")
    (tmp_path / "templates").mkdir()
    lay_out_data(tmp_path)
    keep_said(tmp_path, "text", SAID, state_of(tmp_path, Named(("hook.py",), ("COLOUR",))))
    return tmp_path


def test_what_was_said_is_said_again_in_that_form_only(root: Path) -> None:
    assert said_before(root, "text") == SAID
    assert said_before(root, "json") is None


@pytest.mark.parametrize(
    "name", ["data/places.yaml", "content/nl/data.md", "templates/new.j2", "mkdocs.yml", "hook.py"]
)
def test_a_file_that_is_written_or_another_makes_it_unknown(root: Path, name: str) -> None:
    file = root / name
    file.write_text(file.read_text("utf-8") + " " if file.exists() else "", "utf-8")

    assert said_before(root, "text") is None


def test_a_file_that_is_gone_makes_it_unknown(root: Path) -> None:
    (root / "data/places.yaml").unlink()

    assert said_before(root, "text") is None


def test_a_variable_that_settings_name_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLOUR", "blue")

    assert said_before(root, "text") is None


def test_a_change_while_it_was_looked_at_is_not_in_order(root: Path) -> None:
    state = state_of(root)
    (root / "data/places.yaml").write_text("broken", "utf-8")
    keep_said(root, "text", SAID, state)

    assert said_before(root, "text") is None


def test_what_was_damaged_is_not_believed(root: Path) -> None:
    file = root / KEPT_CHECKS / "in-order-text"
    file.write_bytes(file.read_bytes().replace(b"No problems", b"No wonders!"))

    assert said_before(root, "text") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".atlas").write_text("", "utf-8")
    keep_said(tmp_path, "text", SAID, state_of(tmp_path))

    assert said_before(tmp_path, "text") is None
