"""`atlas verify` and `atlas coverage` print what they find; `ingest` has tests of its own."""

import json
import shutil
from pathlib import Path

from tests.support.command_line import ran
from tests.support.small import SMALL

OLD = "brief-2021-03-10"


def test_texts_that_are_those_that_were_read_are_called_so(small_root: Path) -> None:
    run = ran(small_root, "verify", "--sources", str(SMALL / "texts"))

    assert (run.exit_code, run.stderr) == (0, "")
    assert (
        run.stdout
        == "No problems: every passage matches its document, no sentence is copied, and no record says other words.\n"
    )


def test_a_text_that_changed_is_told_at_its_passage_with_exit_1(small_root: Path, tmp_path: Path) -> None:
    texts = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    changed = (
        (texts / f"{OLD}.txt").read_text("utf-8").replace("medio 2022", "medio 2023").replace("# Veren", "# Ponten")
    )
    (texts / f"{OLD}.txt").write_text(changed, "utf-8")
    run = ran(small_root, "verify", "--sources", str(texts))
    index = [line[:110] for line in (small_root / f"data/passages/{OLD}.yaml").read_text("utf-8").splitlines()]

    assert (run.exit_code, run.stderr) == (1, "")
    assert run.stdout == (
        f"data/passages/{OLD}.yaml:7:5: the text of 'sluizen-1' differs from the document: "
        "its hash is 7f62f9bfcf63557e, not 9c6fa636e8a01676 [document]\n"
        f"     7 | {index[6]}\n"
        "       |     ^\n\n"
        f"data/passages/{OLD}.yaml:10:5: the document has no passage 'veren-1' [document]\n"
        f"    10 | {index[9]}\n"
        "       |     ^\n\n"
        f"data/passages/{OLD}.yaml:1:1: the passage 'ponten-1' of the document is missing [document]\n"
        f"     1 | source: {OLD}\n"
        "       | ^\n\n"
        "3 problems in 1 file. `atlas explain NAME` explains a name in brackets, with an example.\n"
    )


def test_coverage_is_printed_as_a_table(small_root: Path) -> None:
    run = ran(small_root, "coverage")

    assert (run.exit_code, run.stderr) == (0, "")
    assert run.stdout == (
        "source            passages  cited  out of scope  open  numbers  carried\n"
        "brief-2021-03-10         7      4             3     0        2        2\n"
        "verslag-2022             7      7             0     0        9        9\n"
        "brief-2023-06-20         7      4             2     1        1        1\n"
        "all                     21     15             5     1       12       12\n"
        "\n"
        "brief-2021-03-10: ferries 1, locks 3\n"
        "\n"
        "verslag-2022: ferries 3, locks 4\n"
        "\n"
        "brief-2023-06-20: ferries 2, locks 2\n"
        "  open: vooruitblik-1\n"
    )


def test_coverage_is_printed_as_json_for_machines(small_root: Path) -> None:
    run = ran(small_root, "coverage", "--format", "json")
    keys = (
        "source",
        "passages",
        "cited",
        "out_of_scope",
        "open",
        "complete",
        "themes",
        "numbers",
        "carried",
        "uncarried",
    )

    assert (run.exit_code, run.stderr) == (0, "")
    assert [tuple(entry.values()) for entry in json.loads(run.stdout)] == [
        ("brief-2021-03-10", 7, 4, 3, [], True, {"ferries": 1, "locks": 3}, 2, 2, {}),
        ("verslag-2022", 7, 7, 0, [], True, {"ferries": 3, "locks": 4}, 9, 9, {}),
        ("brief-2023-06-20", 7, 4, 2, ["vooruitblik-1"], False, {"ferries": 2, "locks": 2}, 1, 1, {}),
    ]
    assert {tuple(entry) for entry in json.loads(run.stdout)} == {keys}


def test_a_mistake_in_the_data_is_told_before_anything_is_counted(mistaken: Path) -> None:
    run = ran(mistaken, "coverage")

    assert (run.exit_code, run.stdout) == (1, "")
    assert "\n\n1 problem in 1 file. " in run.stderr
