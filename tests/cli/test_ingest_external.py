"""`atlas ingest --kind external`: a fragment of somebody else's document, with its standing and the day it was seen."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from tests.support.command_line import ran
from tests.support.small import SMALL

NEW = "krant-2024"
TEXT = """\
# URL: https://krant.example/locks
# date: 2024-02-01
# publisher: De Krant

The measuring network counted 9,700 ships at the locks in 2023.
"""
NAMED = ("--id", NEW, "--published", "2024-02-01", "--title-nl", "Schepen", "--title-en", "Ships")
OUTSIDE = (*NAMED, "--kind", "external", "--publisher-nl", "De Krant", "--publisher-en", "De Krant")
KNOWN = ("--standing", "relayed", "--seen", "2024-03-05", "--language", "en")


def files_of(root: Path) -> dict[str, bytes]:
    """Everything that stands in data/."""
    return {str(file.relative_to(root)): file.read_bytes() for file in sorted((root / "data").rglob("*.yaml"))}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    return tmp_path / "article.txt"


def test_a_new_external_source_is_in_order_at_once_and_makes_no_edition(small_root, article):
    before = ran(small_root, "check")
    run = ran(small_root, "ingest", str(article), *OUTSIDE, *KNOWN)
    checked = ran(small_root, "check")
    archive = read_archive(small_root)
    source, passages = archive.sources[NEW], archive.passages[NEW]

    assert (run.exit_code, checked.exit_code) == (0, 0)
    assert checked.stdout == before.stdout
    assert (source.standing.value, str(source.seen), source.held.value) == ("relayed", "2024-03-05", "partial")
    assert [(id, passage.numbers, passage.dates) for id, passage in passages.items()] == [
        ("aanhef-1", ("9700",), ("2023",))
    ]


def test_its_work_list_asks_for_values_and_reports_alone_also_when_it_is_read_again(small_root, article):
    first = ran(small_root, "ingest", str(article), *OUTSIDE, *KNOWN)
    again = ran(small_root, "ingest", str(article), "--id", NEW)

    assert "Only what carries a value or a report is cited." in first.stdout
    assert "out_of_scope" not in first.stdout
    assert again.stdout == first.stdout


def test_an_external_source_that_was_not_held_is_told_to_be_a_fragment(small_root, article):
    run = ran(small_root, "ingest", str(article), "--id", "meetnet-2021")

    assert "data/sources/meetnet-2021.yaml says `held: false`; change it to `held: partial`.\n" in run.stderr


@pytest.mark.parametrize(
    ("options", "says"),
    [
        pytest.param((*OUTSIDE, "--seen", "2024-03-05"), "an external source needs --standing", id="no standing"),
        pytest.param((*OUTSIDE, "--standing", "official"), "an external source needs --seen", id="not said when seen"),
        pytest.param((*OUTSIDE, *KNOWN, "--sender-nl", "de minister"),
                     "--sender-nl is of documents to parliament; an external source has a publisher", id="a sender"),
        pytest.param((*NAMED, "--standing", "official"), "--standing is of external sources; add --kind external",
                     id="a letter with a standing"),
        pytest.param((*NAMED, "--seen", "2024-03-05"), "--seen is of external sources; add --kind external",
                     id="a letter that was seen"),
        pytest.param((*NAMED, "--publisher-en", "De Krant"),
                     "--publisher-en is of external sources; add --kind external", id="a letter with a publisher"),
        pytest.param((*OUTSIDE, "--standing", "official", "--seen", "2024"), "seen: '2024' must be a day or a month",
                     id="seen in a year"),
    ],
)  # fmt: skip
def test_options_that_do_not_go_together_are_refused_and_nothing_is_written(small_root, article, options, says):
    before = files_of(small_root)
    run = ran(small_root, "ingest", str(article), *options)

    assert (run.exit_code, run.stdout) == (1, "")
    assert run.stderr.startswith(f"Error: article.txt: {says}")
    assert run.stderr.endswith("Nothing was written.\n")
    assert files_of(small_root) == before


def test_a_standing_is_official_or_relayed(small_root, article):
    run = ran(small_root, "ingest", str(article), *OUTSIDE, "--standing", "rumour", "--seen", "2024-03-05")

    assert run.exit_code == 2
    assert "'rumour' is not one of 'official', 'relayed'" in run.stderr


def test_documents_in_two_folders_are_verified_together(small_root, tmp_path):
    letters, outside = tmp_path / "letters", tmp_path / "outside"
    for file in (SMALL / "texts").iterdir():
        folder = outside if file.stem.startswith(("krant", "meetnet")) else letters
        folder.mkdir(exist_ok=True)
        (folder / file.name).write_bytes(file.read_bytes())
    both = ran(small_root, "verify", "--sources", str(letters), "--sources", str(outside))
    one = ran(small_root, "verify", "--sources", str(letters))

    assert (both.exit_code, one.exit_code) == (0, 1)
    assert "krant-2022.txt is in no folder of documents" in one.stdout
