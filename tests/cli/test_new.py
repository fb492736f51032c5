"""`atlas new` as a person uses it: with options, or asked at a terminal; what is refused is not written."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.adding.kinds import KINDS
from generator.authoring.format import canonical, hand_written
from generator.cli.main import main
from tests.support.command_line import files_of
from tests.support.small import ROOT, lay_out_data

STATEMENTS = "data/themes/locks/statements.yaml"
TOLD = {
    "id": "deeper",
    "when": "2022",
    "kind": "setback",
    "text-nl": "Bij Oosterdam duurt het werk langer.",
    "text-en": "The work at Oosterdam takes longer.",
    "places": "oosterdam",
    "cites": "verslag-2022#sluizen-1",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small archive with all its files in form."""
    folder = lay_out_data(tmp_path)
    for name in hand_written(folder):
        (folder / name).write_text(canonical((folder / name).read_bytes(), name), "utf-8")
    return folder


def options(told: dict[str, str]) -> list[str]:
    return [word for option, answer in told.items() for word in (f"--{option}", answer)]


def ran(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


def at_a_terminal(root: Path, words: list[str], answers: list[str]) -> tuple[int, str]:
    """Exit code and all that a terminal shows when a person types the answers."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "new", *words]
    shown = b""
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT) as run:
        os.close(theirs)
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:
            pass
        os.close(ours)
        return run.wait(), shown.decode().replace("\r\n", "\n")


def test_a_statement_told_as_options_stands_after_those_of_its_source_in_form(root: Path) -> None:
    before = (root / STATEMENTS).read_text("utf-8")
    run = ran(root, "new", "statement", "locks", *options(TOLD))

    assert (run.exit_code, run.stderr) == (0, f"Written: {root}/{STATEMENTS}\n")
    assert run.stdout == (
        f"{STATEMENTS}:27\nNext: `atlas serve` shows it; `atlas coverage` reports what is left of its document.\n"
    )
    assert (root / STATEMENTS).read_text("utf-8") == before.replace(
        "- id: remote-control\n",
        "- id: deeper\n"
        "  when: 2022\n"
        "  kind: setback\n"
        '  text: {nl: "Bij Oosterdam duurt het werk langer.", en: "The work at Oosterdam takes longer."}\n'
        "  places: [oosterdam]\n"
        "  cites: [verslag-2022#sluizen-1]\n"
        "\n"
        "- id: remote-control\n",
    )
    assert ran(root, "check").exit_code == 0


def test_a_theme_gets_a_folder_then_a_standing_then_a_first_statement(root: Path) -> None:
    texts = ["--text-nl", "Sluis.", "--text-en", "Lock."]
    titles = ["--title-nl", "Bruggen", "--title-en", "Bridges", "--question-nl", "Hoe?", "--question-en", "How?"]
    theme = ran(root, "new", "theme", "bridges", *titles, "--terms", "brug, bruggen")
    standing = ran(root, "new", "standing", "bridges", "--cites", "verslag-2022#sluizen-1", *texts)
    told = ["--summary-nl", "Sluis", "--summary-en", "Lock"]
    second = ran(root, "new", "standing", "bridges", "--cites", "verslag-2022#sluizen-1", *texts, *told)
    statement = ran(root, "new", "statement", "bridges", *options(TOLD))

    assert theme.stdout.endswith("Next: `atlas new standing bridges` and `atlas new statement bridges`.\n")
    assert standing.stderr.endswith("a new standing needs --summary-nl, --summary-en too. Nothing was written.\n")
    assert [run.exit_code for run in (theme, standing, second, statement)] == [0, 2, 0, 0]
    assert (root / "data/themes/bridges/theme.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schema/theme.json\n"
        'title: {nl: "Bruggen", en: "Bridges"}\n'
        'question: {nl: "Hoe?", en: "How?"}\n'
        'terms: ["brug", "bruggen"]\n'
        "standings:\n"
        '  - {cites: [verslag-2022#sluizen-1], summary: {nl: "Sluis", en: "Lock"}, text: {nl: "Sluis.", en: "Lock."}}\n'
    )
    assert ran(root, "check").exit_code == 0


def test_a_new_file_names_its_schema_as_others_of_its_kind_do(root: Path) -> None:
    line = "# yaml-language-server: $schema=../../schema/statements.json\n"
    for theme in ("locks", "ferries"):
        file = root / f"data/themes/{theme}/statements.yaml"
        file.write_text(line + file.read_text("utf-8"), "utf-8")
    (root / STATEMENTS).unlink()
    run = ran(root, "new", "statement", "locks", *options(TOLD))

    assert run.exit_code == 0
    assert (root / STATEMENTS).read_text("utf-8").startswith(f"{line}- id: deeper\n")


def test_what_is_wrong_is_mentioned_by_option_all_at_once_and_nothing_is_written(root: Path) -> None:
    before = files_of(root)
    told = {**TOLD, "places": "oosterdm", "cites": "verslag-2022#sluizen-9", "text-en": ""}
    run = ran(root, "new", "statement", "locks", *options(told))
    alone = ran(root, "new", "statement", "locks", *options({**told, "text-en": "Oosterdam takes longer."}))

    assert (run.exit_code, alone.exit_code, files_of(root)) == (1, 1, before)
    assert run.stderr == (
        "The record is not valid:\n\n"
        "--text-nl, --text-en: text is missing in 'en'\n"
        '    Add en: "…" next to the other language, with the same figures.\n\n'
        "Nothing was written.\n"
    )
    assert alone.stderr == (
        "The record is not valid:\n\n"
        "--places: statement 'deeper' refers to 'oosterdm', which is not in data/places.yaml\n"
        "    Did you mean 'oosterdam'?\n\n"
        "--cites: statement 'deeper' cites 'verslag-2022#sluizen-9', but that source has no such passage\n"
        "    Its section has sluizen-1 to sluizen-3.\n\n"
        "Nothing was written.\n"
    )


def test_a_record_that_makes_another_wrong_is_refused_with_the_place_of_the_other(root: Path) -> None:
    run = ran(root, "new", "out-of-scope", "verslag-2022", "--passage", "sluizen-1", "--why", "none")

    assert run.exit_code == 1
    assert "\ndata/themes/locks/milestones.yaml:8:14: a report of milestone 'lock-oosterdam' cites " in run.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["statement", "lock"], "Error: 'lock' is not in data/themes/. Did you mean 'locks'? Nothing was written."),
        (["report", "lock-oosterdm"], "'lock-oosterdm' is not in any milestones.yaml. Did you mean 'lock-oosterdam'?"),
        (["theme", "locks"], "Error: data/themes/locks/theme.yaml already exists. Nothing was written."),
        (["theme", "Lock s"], "Error: 'Lock s' is not an id; write lower-case letters, digits and single hyphens."),
        (["chapter", "x"], "No such command 'chapter'"),
    ],
)
def test_an_argument_that_names_nothing_is_told(root: Path, words: list[str], told: str) -> None:
    run = ran(root, "new", *words)

    assert run.exit_code != 0
    assert told in run.stderr


def test_an_archive_that_is_not_in_order_is_told_first(root: Path) -> None:
    (root / "data/places.yaml").write_text("- id: oosterdam\n", "utf-8")
    run = ran(root, "new", "statement", "locks", *options(TOLD))

    assert run.exit_code == 1
    assert "data/places.yaml:1:3: the key 'name' is missing" in run.stderr


def test_at_a_terminal_what_is_missing_is_asked_for_and_what_is_refused_asked_again(root: Path) -> None:
    told = {option: TOLD[option] for option in ("id", "text-nl", "text-en")}
    answers = ["verslag-2022#sluizen-1", "vorig jaar", "2022", "", "setback", "", "oosterdm", "oosterdam"]
    code, shown = at_a_terminal(root, ["statement", "locks", *options(told)], answers)

    assert code == 0
    assert "  sluizen-1: Sluizen; 26 words; figures: 2023-Q1" in shown
    assert "  when: 'vorig jaar' is not a date form" in shown
    assert "kind:   an answer is required\n" in shown
    assert "One of: plan, progress, result, setback, context.\n  as in: " in shown
    assert "--places: statement 'deeper' refers to 'oosterdm', which is not in data/places.yaml" in shown
    assert "places [oosterdm]: " in shown
    assert shown.endswith(
        f"{STATEMENTS}:27\nNext: `atlas serve` shows it; `atlas coverage` reports what is left of its document.\n"
    )


def test_what_cannot_be_mended_at_the_terminal_is_given_back_as_a_command(root: Path) -> None:
    told = {"passage": "sluizen-1", "why": "carries nothing"}
    code, shown = at_a_terminal(root, ["out-of-scope", "verslag-2022", *options(told)], [])

    assert code == 1
    assert (
        "The same as a command: atlas new out-of-scope verslag-2022 --passage sluizen-1 --why 'carries nothing'"
        in shown
    )


def test_every_kind_is_listed_with_what_it_is_and_explains_its_options(root: Path) -> None:
    listed = ran(root, "new", "--help").stdout
    helps = {kind.name: ran(root, "new", kind.name, "--help") for kind in KINDS}

    assert [kind.name for kind in KINDS if f"\n  {kind.name} " not in listed] == []
    assert {run.exit_code for run in helps.values()} == {0}
    assert "A citation: source#passage." in " ".join(helps["report"].stdout.split())
