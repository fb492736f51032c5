"""A review as text: each step is shown, and a letter says what to do with it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.support.reviewed import LETTER, SOURCE, with_letter


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return with_letter(tmp_path)


def typed(root: Path, *answers: str) -> Result:
    words = ["--root", str(root), "review", SOURCE, "--terminal"]
    return CliRunner().invoke(main, words, input="".join(f"{answer}\n" for answer in answers), catch_exceptions=False)


def test_a_passage_is_shown_with_what_it_may_become(root: Path) -> None:
    run = typed(root, "", "q")

    assert "1 of 7: passage aanhef-1 (open)" in run.stdout
    assert "  | Voor de sluis bij Zuiderkade is de aannemer gekozen." in run.stdout
    assert "  1  report of lock-zuiderkade: Lock at Zuiderkade" in run.stdout
    assert run.stdout.endswith("7 of 7 open.\n")


def test_passages_are_left_out_by_the_number_of_a_reason_or_in_words(root: Path) -> None:
    run = typed(root, "o", "1", "", "", "o", "closing formula", "q")
    source = (root / f"data/sources/{SOURCE}.yaml").read_text("utf-8")

    assert run.stdout.endswith("5 of 7 open.\n")
    assert '  - {passage: tot-slot-1, why: "closing formula"}\n' in source
    assert "passage: aanhef-1" in source


def test_a_value_is_entered_with_what_is_known_of_it(root: Path) -> None:
    run = typed(root, "", "", "1", "", "", "", "", "", "q")

    assert "Written: an observation of waiting-time." in run.stdout
    assert "{period: 2025, value: 3.1, cites: brief-2026-06-03#sluizen-2}" in (
        root / "data/themes/locks/indicators.yaml"
    ).read_text("utf-8")


def test_what_is_refused_is_asked_again_and_can_be_given_up(root: Path) -> None:
    before = (root / "data/themes/locks/indicators.yaml").read_text("utf-8")
    run = typed(root, "", "", "1", "", "99", "", "", "", "q", "q")

    assert "--value: '99' in value of an observation of 'waiting-time'" in run.stdout
    assert "Nothing was written." in run.stdout
    assert (root / "data/themes/locks/indicators.yaml").read_text("utf-8") == before


def test_a_milestone_that_is_not_there_and_a_change_that_is_taken_back(root: Path) -> None:
    before = (root / "data/themes/ferries/milestones.yaml").read_text("utf-8")
    typed(root, "", "", "", "", "l", "q")
    searched = (root / "data/themes/ferries/milestones.yaml").read_text("utf-8")
    run = typed(root, "o", "1", "u", "b", "x", "q")

    assert f"source: {SOURCE}" in searched.replace(before, "")
    assert f"Taken back: data/sources/{SOURCE}.yaml" in run.stdout
    assert "'x' is none of these." in run.stdout


def test_no_text_of_the_letter_is_written(root: Path) -> None:
    typed(root, "o", "1", "", "1", "", "q")
    written = "".join(path.read_text("utf-8") for path in (root / "data").rglob("*.yaml"))

    assert [line for line in LETTER.splitlines() if len(line) > 40 and line in written] == []


def test_another_record_is_made_of_what_exists(root: Path) -> None:
    run = typed(root, "r", "statement", "nowhere", "q")

    assert "There is no 'nowhere'." in run.stdout
