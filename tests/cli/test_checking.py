"""`atlas check`: what it says of data in order and of mistakes, and of data that it looked at before."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from select import select

import pytest

from generator.fingerprint.kept import KEPT_CHECKS
from tests.support.command_line import atlas, misspell, ran
from tests.support.small import ROOT


def test_data_in_order_are_called_so(small_root: Path) -> None:
    run = atlas(small_root, "check")

    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("No problems: 2 themes")


def test_a_remark_is_printed_with_its_line_and_fails_nothing(small_root: Path) -> None:
    file = small_root / "data/themes/ferries/statements.yaml"
    text = file.read_text("utf-8").replace('nl: "Voor de steiger', 'nl: "Ook voor de steiger', 1)
    file.write_text(text.replace("given yet for the jetty", "given yet for the jetty either", 1), "utf-8")
    run = ran(small_root, "check")
    on_github = ran(small_root, "check", "--format", "github")

    assert (run.exit_code, on_github.exit_code) == (0, 0)
    assert "begins with 'Ook', which refers to another sentence [stands-alone]\n" in run.stdout
    assert "| " in run.stdout and run.stdout.endswith(" editions, 1 remark above.\n")
    assert on_github.stdout.startswith(
        "::notice file=data/themes/ferries/statements.yaml,line=5,col=9,title=stands-alone::"
    )


def test_a_mistake_is_told_with_its_place_and_the_way_out_and_exit_1(mistaken: Path) -> None:
    run = atlas(mistaken, "check")

    assert run.returncode == 1
    assert run.stderr == ""
    assert run.stdout == (
        "data/themes/ferries/statements.yaml:3:3: the key 'kinde' is unknown here [unknown-key]\n"
        "     3 |   kinde: setback\n"
        "       |   ^\n"
        "    Did you mean 'kind'?\n\n"
        "1 problem in 1 file. Rules that span several records were not checked: first every file must be readable. "
        "`atlas explain NAME` explains a name in brackets, with an example.\n"
    )


def test_only_when_files_do_not_read_rules_over_more_than_one_record_are_still_to_come(small_root: Path) -> None:
    file = small_root / "data/themes/ferries/statements.yaml"
    file.write_text(file.read_text("utf-8").replace("places: [noordeiland]", "places: [zuideiland]", 1), "utf-8")
    run = ran(small_root, "check")

    assert run.exit_code == 1
    assert "\n\n1 problem in 1 file. `atlas explain NAME` " in run.stdout
    assert "which is not in data/places.yaml [unknown-id]\n" in run.stdout


def test_changes_since_a_commit_that_is_unknown_are_reported_as_such(small_root: Path) -> None:
    run = ran(small_root, "check", "--since", "nowhere")

    assert run.exit_code == 1
    assert run.stderr.startswith("Error: --since nowhere: ")


def test_what_is_as_it_was_is_not_looked_at_again(small_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = ran(small_root, "check")
    monkeypatch.setattr("generator.cli.checking.open_in_order", None)

    assert ran(small_root, "check").stdout == first.stdout != ""


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_mistake_is_told_after_all_was_in_order_and_no_more_once_it_is_mended(small_root: Path, form: str) -> None:
    file = small_root / "data/themes/ferries/statements.yaml"
    right = file.read_bytes()
    before = ran(small_root, "check", "--format", form)
    misspell(small_root)
    wrong = [ran(small_root, "check", "--format", form) for _ in range(2)]
    file.write_bytes(right)
    after = ran(small_root, "check", "--format", form)

    assert (before.exit_code, *(run.exit_code for run in wrong), after.exit_code) == (0, 1, 1, 0)
    assert wrong[0].stdout == wrong[1].stdout != before.stdout == after.stdout
    assert "kinde" in wrong[0].stdout


def test_a_file_that_needs_formatting_is_told_each_time(small_root: Path) -> None:
    ran(small_root, "check")
    file = small_root / "data/places.yaml"
    file.write_text(file.read_text("utf-8").replace("id: ", "id:   ", 1), "utf-8")
    runs = [ran(small_root, "check") for _ in range(2)]

    assert runs[0].stdout == runs[1].stdout
    assert "[form]" in runs[0].stdout


def test_a_kept_folder_that_is_a_file_changes_nothing(small_root: Path) -> None:
    first = ran(small_root, "check")
    folder = small_root / KEPT_CHECKS
    folder.rename(folder.with_name("aside"))
    folder.write_text("", "utf-8")

    assert ran(small_root, "check").stdout == first.stdout


STATEMENTS, PLACES = "data/themes/ferries/statements.yaml", "data/places.yaml"


def test_of_files_only_their_own_problems_count(small_root: Path) -> None:
    file = small_root / STATEMENTS
    file.write_text(file.read_text("utf-8").replace("places: [noordeiland]", "places: [zuideiland]", 1), "utf-8")
    wrong, right = (ran(small_root, "check", str(small_root / name)) for name in (STATEMENTS, PLACES))

    assert (wrong.exit_code, right.exit_code) == (1, 0)
    assert "\n\n1 problem in 1 file. " in wrong.stdout
    assert right.stdout == "No problems in 1 file; 1 in others.\n"


def test_files_are_not_called_in_order_where_others_cannot_be_read(small_root: Path) -> None:
    misspell(small_root)
    run = ran(small_root, "check", str(small_root / PLACES))

    assert run.exit_code == 1
    assert "Rules that span several records were not checked" in run.stdout


def test_that_files_are_in_order_is_not_taken_for_all(small_root: Path) -> None:
    file = small_root / STATEMENTS
    file.write_text(file.read_text("utf-8").replace("places: [noordeiland]", "places: [zuideiland]", 1), "utf-8")
    ran(small_root, "check", str(small_root / PLACES))

    assert ran(small_root, "check").exit_code == 1


def test_a_file_that_nobody_wrote_by_hand_is_refused(small_root: Path) -> None:
    run = ran(small_root, "check", str(small_root / "mkdocs.yml"))

    assert run.exit_code == 2
    assert "is not a hand-written file of data/" in run.stderr


def test_watching_looks_again_after_every_change_until_it_is_stopped(small_root: Path) -> None:
    right = (small_root / STATEMENTS).read_bytes()
    with _watching(small_root) as process:
        said = [_until_it_waits(process)]
        misspell(small_root)
        said.append(_until_it_waits(process))
        (small_root / STATEMENTS).write_bytes(right)
        said.append(_until_it_waits(process))
        process.send_signal(signal.SIGINT)
        end = process.wait()

    assert [text.startswith("No problems: ") for text in said] == [True, False, True]
    assert "kinde" in said[1]
    assert end == 0


def test_watching_goes_on_where_a_file_is_gone_for_a_while_as_when_an_editor_saves_it(small_root: Path) -> None:
    (small_root / "templates").unlink()
    shutil.copytree(ROOT / "templates", small_root / "templates")
    file = small_root / "templates/map/countries-50m.json"
    with _watching(small_root) as process:
        said = [_until_it_waits(process)]
        file.rename(file.with_suffix(".aside"))
        assert process.stderr
        missing = process.stderr.readline()
        said.append(_until_it_waits(process))
        file.with_suffix(".aside").rename(file)
        said.append(_until_it_waits(process))
        process.send_signal(signal.SIGINT)
        end = process.wait()

    assert [text.startswith("No problems: ") for text in said] == [True, False, True]
    assert missing == f"Error: {file}: No such file or directory.\n"
    assert end == 0


def _watching(root: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "check", "--watch"]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=_heeding_ctrl_c)


def _heeding_ctrl_c() -> None:
    """Ctrl+C is ignored by what a script runs in the background, and by all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until_it_waits(process: "subprocess.Popen[str]") -> str:
    """What is printed before it waits for the next change; nothing if nothing was, or it has ended."""
    assert process.stdout and process.stderr
    process.stderr.readline()
    printed = select([process.stdout], [], [], 0)[0]
    return os.read(process.stdout.fileno(), 65536).decode() if printed else ""
