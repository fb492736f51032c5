"""`atlas ingest` as a person types it: a letter is entered whole, or nothing is written and the reason is told."""

import json
import os
from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.documents.ingest import read_source, source_stub
from generator.documents.worklist import worklist_of
from generator.model.period import parse_period
from tests.support.command_line import atlas, misspell, ran
from tests.support.small import SMALL

NEW, OLD = "brief-2024-02-01", "brief-2021-03-10"
LETTER = """\
# Sluizen

Bij Zuiderkade komt een nieuwe sluis, zo blijkt uit het onderzoek dat in januari 2024 is afgerond; zij kost 12,5 miljoen euro en ligt er in 2027.

# Veren

Het veer naar Noordeiland is uit de plannen geschrapt, en de steiger die er al lag wordt voor de zomer van 2024 weggehaald door de gemeente zelf.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant
TOLD = ("--id", NEW, "--published", "2024-02-01")
TEXTS = ("--title-nl", "Brief", "--title-en", "Letter", "--sender-nl", "de minister", "--sender-en", "Minister")


def files_of(root: Path) -> dict[str, bytes]:
    """Everything that stands in data/."""
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted((root / "data").rglob("*.yaml"))}


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "brief.txt").write_text(LETTER, "utf-8")
    return tmp_path / "brief.txt"


def test_a_new_letter_becomes_an_index_a_source_to_fill_in_and_a_work_list(small_root, letter, tmp_path):
    before = files_of(small_root)
    read = read_source(letter, NEW, parse_period("2024-02-01"))
    worklist = worklist_of(read_archive(small_root), read)
    run = ran(
        small_root, "ingest", str(letter), *TOLD, "--title-nl", "Brief", "--worklist", str(tmp_path / "new/list.md")
    )
    index, source = f"data/passages/{NEW}.yaml", f"data/sources/{NEW}.yaml"

    assert (run.exit_code, run.stdout) == (0, f"{worklist}\n")
    assert run.stderr.splitlines() == [
        f"Written: {path}" for path in (small_root / index, small_root / source, tmp_path / "new/list.md")
    ]
    assert files_of(small_root) == {
        **before,
        index: read.index.encode(),
        source: source_stub(NEW, read.published, {"title-nl": "Brief"}).encode(),
    }
    assert (tmp_path / "new/list.md").read_text("utf-8") == worklist


def test_without_a_file_to_write_it_to_the_work_list_is_only_printed(small_root, letter):
    around = sorted(letter.parent.iterdir())
    run = ran(small_root, "ingest", str(letter), *TOLD)

    assert run.stdout.startswith(f"# Work list of {NEW}, published 2024-02-01\n")
    assert sorted(letter.parent.iterdir()) == around


def test_a_new_source_is_asked_for_what_was_not_told_and_in_order_when_all_was(small_root, letter):
    asked = ran(small_root, "ingest", str(letter), *TOLD)
    refused = ran(small_root, "check")
    (small_root / f"data/sources/{NEW}.yaml").unlink()
    told = ran(small_root, "ingest", str(letter), *TOLD, *TEXTS, "--covers", "2023-H2", "--reference", "W: 4 # 2")
    checked = ran(small_root, "check")

    assert (asked.exit_code, refused.exit_code, told.exit_code, checked.exit_code) == (0, 1, 0, 0)
    assert [line.split(": ")[0] for line in refused.stdout.splitlines() if line.startswith("data/")] == [
        f"data/sources/{NEW}.yaml:{place}" for place in ("5:6", "6:6", "9:6", "10:6")
    ]
    assert checked.stdout == "No problems: 2 themes, 4 editions.\n"


def test_the_same_letter_again_changes_nothing(small_root, letter):
    first = ran(small_root, "ingest", str(letter), *TOLD, *TEXTS)
    written = files_of(small_root)
    again = ran(small_root, "ingest", str(letter), "--id", NEW)

    assert (first.exit_code, again.exit_code, again.stdout) == (0, 0, first.stdout)
    assert files_of(small_root) == written


def test_a_known_letter_keeps_the_file_of_its_source(small_root):
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(SMALL / "texts" / f"{OLD}.txt"), "--id", OLD, "--title-nl", "Iets anders")

    assert run.exit_code == 0
    assert f"data/sources/{OLD}.yaml already exists and is not changed; ignored: --title-nl.\n" in run.stderr
    assert files_of(small_root) == before


SHORT_PDF = (
    b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
)
LOCKED = (
    b"trailer <</Root 1 0 R /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O (%b) /U (%b)>> /ID [(a) (a)]>>\n%%%%EOF"
)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "brief.pdf: the file is empty", id="an empty file"),
        pytest.param(b" \n \n", "brief.pdf: the file is empty", id="a file of white space"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0", "brief.pdf: the file is neither text, docx, PDF, XML nor HTML", id="a picture"
        ),
        pytest.param(b"De co\xf6rdinatie.", "brief.pdf: the text is not UTF-8 (line 1)", id="another encoding"),
        pytest.param(b"<?xml version='1.0'?><a>", "brief.pdf: ", id="broken XML"),
        pytest.param(SHORT_PDF, "brief.pdf: the PDF is broken off", id="a PDF without its end"),
        pytest.param(b"%PDF-1.4\n%%EOF", "brief.pdf: the PDF is damaged", id="a PDF without anything"),
        pytest.param(
            SHORT_PDF + LOCKED % (b"o" * 32, b"u" * 32), "brief.pdf: the PDF is encrypted", id="a PDF with a password"
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_written(small_root, tmp_path, content, says):
    before = files_of(small_root)
    (tmp_path / "brief.pdf").write_bytes(content)
    run = ran(small_root, "ingest", str(tmp_path / "brief.pdf"), *TOLD, "--worklist", str(tmp_path / "list.md"))

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr.startswith(f"Error: {says}")
    assert run.stderr.endswith("Nothing was written.\n")
    assert files_of(small_root) == before
    assert not (tmp_path / "list.md").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(
            ["--id", NEW],
            "give the date of publication: --published 2026-06-11, or 2026-06",
            id="no day of publication",
        ),
        pytest.param(["--id", NEW, "--published", "2024"], "'2024' is not a day or a month", id="a year"),
        pytest.param(["--id", NEW, "--published", "1-2-2024"], "'1-2-2024' is not a date form", id="no date"),
        pytest.param(["--id", "Brief", "--published", "2024-02"], "'Brief' is not an id", id="an id that is none"),
        pytest.param(
            ["--id", OLD, "--published", "2024-02"],
            f"data/sources/{OLD}.yaml says that it was published 2021-03-10, not 2024-02",
            id="another day than was known",
        ),
        pytest.param([*TOLD, "--covers", "lately"], "'lately' is not a date form", id="a period that is none"),
        pytest.param([*TOLD, "--url", "water.example"], "url: 'water.example' is not a web address", id="no address"),
    ],
)
def test_what_was_told_of_a_letter_must_make_sense_or_nothing_is_written(small_root, letter, words, says):
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(letter), *words)

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr.startswith(f"Error: brief.txt: {says}")
    assert files_of(small_root) == before


@pytest.mark.parametrize(
    ("list_at", "code", "says"),
    [
        pytest.param("brief.txt", 2, "brief.txt is the document itself; name another file", id="over the document"),
        pytest.param("project/data/list.md", 2, "list.md lies in data/, where only records", id="among the data"),
        pytest.param("pipe", 1, "pipe cannot be written: it is not a plain file. Nothing was", id="over a pipe"),
        pytest.param("brief.txt/list.md", 1, "list.md cannot be written: File exists.", id="below a file"),
        pytest.param("l" * 300, 1, "l cannot be written: File name too long.", id="under a name that is too long"),
    ],
)
def test_where_no_work_list_can_be_nothing_is_written(small_root, letter, tmp_path, list_at, code, says):
    os.mkfifo(tmp_path / "pipe")
    before, around = files_of(small_root), sorted(tmp_path.iterdir())
    run = ran(small_root, "ingest", str(letter), *TOLD, "--worklist", str(tmp_path / list_at))

    assert (run.exit_code, says in run.stderr) == (code, True)
    assert (files_of(small_root), sorted(tmp_path.iterdir())) == (before, around)
    assert letter.read_text("utf-8") == LETTER


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["nowhere.txt", *TOLD], "File 'nowhere.txt' does not exist", id="a file that is not there"),
        pytest.param([".", *TOLD], "File '.' is a directory", id="a folder"),
        pytest.param([__file__], "Missing option '--id'", id="no id"),
        pytest.param([__file__, *TOLD, "--kind", "rumour"], "'rumour' is not one of", id="a kind that there is not"),
        pytest.param([*TOLD], "Missing argument 'FILE'", id="no file"),
    ],
)
def test_a_command_that_is_not_meant_is_explained(small_root, words, says):
    before = files_of(small_root)
    run = ran(small_root, "ingest", *words)

    assert run.exit_code == 2
    assert says in run.stderr
    assert files_of(small_root) == before


def test_a_mistake_in_the_data_is_told_before_a_letter_is_read(small_root, letter):
    misspell(small_root)
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(letter), *TOLD)

    assert run.exit_code == 1
    assert "\n\n1 problem in 1 file. " in run.stderr
    assert files_of(small_root) == before


def test_a_letter_is_read_in_a_process_of_its_own_too(small_root, letter):
    run = atlas(small_root, "ingest", str(letter), *TOLD, *TEXTS)
    letter.write_bytes(b"")
    refused = atlas(small_root, "ingest", str(letter), *TOLD, *TEXTS)

    assert (run.returncode, run.stdout.splitlines()[0]) == (0, f"# Work list of {NEW}, published 2024-02-01")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "Traceback" not in refused.stderr


def test_a_letter_that_was_just_entered_is_open_from_its_first_passage_to_its_last(small_root, letter):
    ran(small_root, "ingest", str(letter), *TOLD, *TEXTS)
    entry = json.loads(ran(small_root, "coverage", "--format", "json").stdout)[-1]

    assert (entry["source"], entry["open"]) == (NEW, ["sluizen-1", "veren-1"])
    assert (entry["complete"], entry["uncarried"]) == (False, {"sluizen-1": ["12500000"]})
