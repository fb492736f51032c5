"""When a letter is read again under other ids, its citations follow it at one word."""

from pathlib import Path

from tests.support.command_line import ran
from tests.support.small import SMALL

OLD = "brief-2021-03-10"


def again(folder: Path) -> str:
    """The first letter with another heading over its ferries and a paragraph before its locks."""
    text = (SMALL / "texts" / f"{OLD}.txt").read_text("utf-8")
    text = text.replace("# Veren", "# Ponten").replace("# Sluizen\n", "# Sluizen\n\nVooraf: er is veel gebeurd.\n")
    (folder / "again.txt").write_text(text, "utf-8")
    return str(folder / "again.txt")


def test_citations_move_with_the_passages_and_the_old_id_leads_to_the_new_one(small_root, tmp_path):
    run = ran(small_root, "ingest", again(tmp_path), "--id", OLD, "--accept", "--move")
    checked = ran(small_root, "check")
    milestones = (small_root / "data/themes/ferries/milestones.yaml").read_text("utf-8")
    aliases = (small_root / "data/aliases.yaml").read_text("utf-8")

    assert (run.exit_code, checked.exit_code) == (0, 0), run.stderr + checked.stdout
    assert (f"{OLD}#ponten-1" in milestones, f"{OLD}#veren-1" in milestones) == (True, False)
    assert aliases.endswith(f"- kind: passage\n  was: veren-1\n  became: ponten-1\n  source: {OLD}\n")


def test_the_files_that_follow_are_in_their_form(small_root, tmp_path):
    letter = Path(again(tmp_path))
    letter.write_text(letter.read_text("utf-8").replace("# Sluizen", "# Kolken"), "utf-8")
    ran(small_root, "ingest", str(letter), "--id", OLD, "--accept", "--move")
    before = {file: file.read_text("utf-8") for file in (small_root / "data").rglob("*.yaml")}
    ran(small_root, "fmt")

    assert before[small_root / "data/aliases.yaml"].count("- kind: ") > 1
    assert {file.name for file, text in before.items() if file.read_text("utf-8") != text} == set()


def test_without_that_word_citations_stay_and_the_check_says_so(small_root, tmp_path):
    run = ran(small_root, "ingest", again(tmp_path), "--id", OLD, "--accept")

    assert (run.exit_code, ran(small_root, "check").exit_code) == (0, 1)
