"""What is proposed, compared with what was published: `atlas diff` and `atlas check --since`, with a real git."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.support.small import lay_out_project

INDICATORS = "data/themes/locks/indicators.yaml"
STATEMENTS = "data/themes/locks/statements.yaml"


CORRECTED = """\
- id: waiting-time-misread
  published: 2023-08-01
  of: [waiting-time]
  what: {nl: "Er stond een minuut minder.", en: "It said a minute less."}
  why: {nl: "Een leesfout.", en: "A misreading."}
"""


def git(root: Path, *words: str) -> None:
    known = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *known, *words], check=True, capture_output=True)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A project of the small archive whose data are committed."""
    (tmp_path / "project").mkdir()
    root = lay_out_project(tmp_path / "project")
    git(root, "init", "-q")
    git(root, "add", "data", "mkdocs.yml")
    git(root, "commit", "-qm", "Published")
    return root


def ran(root: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *words], catch_exceptions=False)


def rewrite(root: Path, file: str, before: str, after: str) -> None:
    text = (root / file).read_text("utf-8")
    assert before in text
    (root / file).write_text(text.replace(before, after, 1), "utf-8")


def test_without_a_change_nothing_changes_for_readers(published):
    run = ran(published, "diff", "HEAD..")

    assert (run.exit_code, run.stdout) == (
        0, "## What readers will see change\n\nNothing: no page changes.\n"
    )  # fmt: skip


def test_a_changed_value_is_told_with_the_chart_that_it_is_in(published, tmp_path):
    rewrite(published, INDICATORS, "value: 4.20", "value: 4")
    run = ran(published, "diff", "HEAD..", "--to", str(tmp_path / "report"))
    summary = (tmp_path / "report/summary.md").read_text("utf-8")
    charts = (tmp_path / "report/charts.html").read_text("utf-8")

    assert run.exit_code == 0
    assert "| 4.20 | 4 | " in summary
    assert "1 chart changed" in summary
    assert "- waiting-time (nl, en)" in summary
    assert charts.count("<svg") == 4


def test_corrections_and_new_names_are_told_as_such(published):
    (published / "data/corrections.yaml").write_text(CORRECTED, "utf-8")
    rewrite(published, "data/themes/locks/milestones.yaml", "id: lock-zuiderkade", "id: lock-zuid")
    (published / "data/aliases.yaml").write_text(
        "- kind: milestone\n  was: lock-zuiderkade\n  became: lock-zuid\n", "utf-8"
    )
    told = ran(published, "diff", "HEAD..").stdout.replace("\\", "")

    assert "### Corrections\n\n- 2023-08-01, waiting-time: It said a minute less. A misreading." in told
    assert "- milestone lock-zuiderkade is now lock-zuid; its old address redirects there" in told
    assert "### In published editions" not in told


def test_what_a_renamed_record_tells_otherwise_is_told(published):
    file = "data/themes/locks/milestones.yaml"
    rewrite(published, file, "id: lock-westhaven", "id: lock-west")
    rewrite(published, file, "done: 2022-11-15", "done: 2022-11")
    (published / "data/aliases.yaml").write_text(
        "- kind: milestone\n  was: lock-westhaven\n  became: lock-west\n", "utf-8"
    )
    told = ran(published, "diff", "HEAD..").stdout.replace("\\", "")

    assert "milestone lock-westhaven" in told
    assert "2022-11-15" in told
    assert "| 2022-11 |" in told


def test_two_commits_are_compared_and_what_is_not_committed_is_left_out(published):
    rewrite(published, STATEMENTS, "kind: result", "kind: progress")
    git(published, "commit", "-qam", "Reworded")
    rewrite(published, INDICATORS, "value: 4.20", "value: 4")
    run = ran(published, "diff", "HEAD~1..HEAD")

    assert run.exit_code == 0
    assert "(statement lock-keeper-trainings): its kind, places or citations" in run.stdout
    assert "| 4.20 | 4 |" not in run.stdout


def test_a_new_statement_is_a_page_that_says_more_and_not_another_page(published):
    statement = (published / STATEMENTS).read_text("utf-8").split("\n\n")[0].replace("two-locks-renewed", "both-locks")
    with (published / STATEMENTS).open("a", encoding="utf-8") as file:
        file.write(f"\n{statement}\n")
    run = ran(published, "diff", "HEAD..")

    assert run.exit_code == 0
    assert "statement both-locks" in run.stdout.replace("\\", "")
    assert "### Pages" not in run.stdout


def test_two_editions_are_compared_by_theme(published):
    run = ran(published, "diff", "2021-03-10", "2023-06-20")

    assert run.exit_code == 0
    assert "### Locks" in run.stdout
    assert "Renewal of the lock at Oosterdam" in run.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(
            ["2021-03-10", "2022-01-01"], "'2022-01-01' is not an edition; there are 2021-03-10", id="editions"
        ),
        pytest.param(["nowhere..HEAD"], "nowhere..HEAD: there is no such commit", id="commits"),
        pytest.param(["--", "--output=x.."], "there is no such commit", id="options of git"),
        pytest.param(["HEAD"], "Give two editions", id="things that are neither"),
    ],
)
def test_what_cannot_be_compared_is_told(published, words, says):
    run = ran(published, "diff", *words)

    assert run.exit_code != 0
    assert says in run.stderr


def test_a_published_value_that_changes_in_silence_is_refused_on_its_line(published):
    rewrite(published, INDICATORS, "value: 3.9, target", "value: 4.20, target")
    rewrite(published, INDICATORS, "value: 4.20", "value: 3.9")
    run = ran(published, "check", "--since", "HEAD")

    assert run.exit_code == 1
    assert f"{INDICATORS}:1:3: the value (" in run.stdout
    assert "was 4.20 in the edition of" in run.stdout


def test_with_a_correction_it_passes(published):
    rewrite(published, INDICATORS, "value: 3.9, target", "value: 4.20, target")
    rewrite(published, INDICATORS, "value: 4.20", "value: 3.9")
    (published / "data/corrections.yaml").write_text(CORRECTED, "utf-8")
    run = ran(published, "check", "--since", "HEAD")

    assert (run.exit_code, run.stderr) == (0, "")


def test_a_folder_without_git_is_told(small_root):
    run = ran(small_root, "check", "--since", "HEAD")

    assert (run.exit_code, "Traceback" in run.stderr) == (1, False)
    assert run.stderr.startswith("Error: --since HEAD:")


def test_data_that_this_program_cannot_read_are_said_not_to_be_compared(published):
    rewrite(published, STATEMENTS, "kind: result", "kinde: result")
    git(published, "commit", "-qam", "Of another program")
    rewrite(published, STATEMENTS, "kinde: result", "kind: result")
    run = ran(published, "check", "--since", "HEAD")

    assert run.exit_code == 0
    assert "Published values were not compared" in run.stderr
