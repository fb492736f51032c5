"""When a letter is read again under other ids, its citations follow it at one word."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.ingest import read_source
from generator.model.period import parse_period
from tests.support.command_line import ran
from tests.support.small import SMALL

OLD = "brief-2021-03-10"


def files_of(root: Path) -> dict[str, bytes]:
    """Everything that is in data/."""
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted((root / "data").rglob("*.yaml"))}


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The first letter of the small archive, with another day in one sentence and another heading over the next."""
    text = (SMALL / "texts" / f"{OLD}.txt").read_text("utf-8")
    text = text.replace("medio 2022 gereed", "medio 2023 gereed").replace("# Veren", "# Ponten")
    (tmp_path / "changed.txt").write_text(text, "utf-8")
    return tmp_path / "changed.txt"


def again(folder: Path) -> str:
    """The first letter with another heading over its ferries and a paragraph before its locks."""
    text = (SMALL / "texts" / f"{OLD}.txt").read_text("utf-8")
    text = text.replace("# Veren", "# Ponten").replace("# Sluizen\n", "# Sluizen\n\nVooraf: er is veel gebeurd.\n")
    (folder / "again.txt").write_text(text, "utf-8")
    return str(folder / "again.txt")


def test_citations_move_with_the_passages_and_the_old_id_leads_to_the_new_one(small_root, tmp_path):
    run = ran(small_root, "ingest", again(tmp_path), "--id", OLD, "--accept", "--why", "a heading", "--move")
    checked = ran(small_root, "check")
    milestones = (small_root / "data/themes/ferries/milestones.yaml").read_text("utf-8")
    aliases = (small_root / "data/aliases.yaml").read_text("utf-8")

    assert (run.exit_code, checked.exit_code) == (0, 0), run.stderr + checked.stdout
    assert (f"{OLD}#ponten-1" in milestones, f"{OLD}#veren-1" in milestones) == (True, False)
    assert aliases.endswith(f"- kind: passage\n  was: veren-1\n  became: ponten-1\n  source: {OLD}\n")


def test_the_files_that_follow_are_in_their_form(small_root, tmp_path):
    letter = Path(again(tmp_path))
    letter.write_text(letter.read_text("utf-8").replace("# Sluizen", "# Kolken"), "utf-8")
    ran(small_root, "ingest", str(letter), "--id", OLD, "--accept", "--why", "a heading", "--move")
    before = {file: file.read_text("utf-8") for file in (small_root / "data").rglob("*.yaml")}
    ran(small_root, "fmt")

    assert before[small_root / "data/aliases.yaml"].count("- kind: ") > 1
    assert {file.name for file, text in before.items() if file.read_text("utf-8") != text} == set()


def test_without_that_word_citations_stay_and_the_check_says_so(small_root, tmp_path):
    run = ran(small_root, "ingest", again(tmp_path), "--id", OLD, "--accept", "--why", "a heading")

    assert (run.exit_code, ran(small_root, "check").exit_code) == (0, 1)


def test_a_changed_letter_is_refused_with_the_records_that_cite_what_changed(small_root, changed, tmp_path):
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(changed), "--id", OLD, "--worklist", str(tmp_path / "list.md"))

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr == (
        "data/passages/brief-2021-03-10.yaml:7:5: 'sluizen-1' would have another text\n"
        "    Cited by a standing of theme 'locks' (data/themes/locks/theme.yaml:10:13), "
        "statement 'two-locks-renewed' (data/themes/locks/statements.yaml:8:11), "
        "a report of milestone 'lock-oosterdam' (data/themes/locks/milestones.yaml:7:15).\n"
        "data/passages/brief-2021-03-10.yaml:10:5: 'veren-1' would vanish; its text is now 'ponten-1'\n"
        "    Cited by a standing of theme 'ferries' (data/themes/ferries/theme.yaml:6:13), "
        "a report of milestone 'ferry-noordeiland' (data/themes/ferries/milestones.yaml:7:15).\n"
        "Error: 2 passages would change; nothing was written. Review the list, then use --accept and --why.\n"
    )
    assert files_of(small_root) == before
    assert not (tmp_path / "list.md").exists()


def test_one_passage_that_would_change_is_told_in_the_singular(small_root, changed):
    changed.write_text(changed.read_text("utf-8").replace("# Ponten", "# Veren"), "utf-8")
    run = ran(small_root, "ingest", str(changed), "--id", OLD)

    assert run.stderr.endswith(
        "Error: 1 passage would change; nothing was written. Review the list, then use --accept and --why.\n"
    )


def test_a_changed_letter_that_is_accepted_is_written(small_root, changed):
    before = files_of(small_root)
    read = replace(read_source(changed, OLD, parse_period("2021-03-10")), read_again=("a heading",))
    run = ran(small_root, "ingest", str(changed), "--id", OLD, "--accept", "--why", "a heading")

    assert run.exit_code == 0
    assert files_of(small_root) == {**before, f"data/passages/{OLD}.yaml": read.index.encode()}


def test_a_changed_letter_is_not_accepted_without_a_reason(small_root, changed):
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(changed), "--id", OLD, "--accept", "--why", " ")

    assert (run.exit_code, run.stderr) == (
        1,
        f"Error: data/passages/{OLD}.yaml would change: give the reason, which it keeps: --why '…'. "
        "Nothing was written.\n",
    )
    assert files_of(small_root) == before


def test_after_a_change_was_accepted_the_check_names_what_no_longer_stands(small_root, changed):
    ran(small_root, "ingest", str(changed), "--id", OLD, "--accept", "--why", "a heading")
    run = ran(small_root, "check")

    assert run.exit_code == 1
    assert "cites 'brief-2021-03-10#veren-1', but that source has no such passage" in run.stdout
    assert "data/themes/locks/milestones.yaml:7:65: 'mid-2022' " in run.stdout
    assert "\n\n6 problems in 5 files. " in run.stdout
