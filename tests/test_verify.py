"""The passages in the repository are those of the texts, or each difference is told at its place."""

import shutil
from pathlib import Path

import pytest

from generator.library import Library, open_library
from generator.verify import differences
from tests.small import SMALL

LETTER = "brief-2021-03-10"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the texts of the small archive."""
    return shutil.copytree(SMALL / "texts", tmp_path / "texts")


@pytest.fixture
def library(small_root: Path) -> Library:
    return open_library(small_root)


def told(library: Library, texts: Path) -> list[str]:
    return [str(problem) for problem in differences(library, texts)]


def test_the_texts_from_which_the_passages_were_made_differ_in_nothing(library: Library, texts: Path) -> None:
    assert told(library, texts) == []


def test_a_source_that_is_not_held_needs_no_text(library: Library, texts: Path) -> None:
    assert not (texts / "meetnet-2021.txt").exists()
    assert told(library, texts) == []


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param("twee sluizen", "drie sluizen",
                     [":6:5: the text of 'sluizen-1' is another: its hash is fb8cbeaf87363a76, not 2761cff4cf8e3fc8"],
                     id="a word that changed"),
        pytest.param("Wanneer dat onderzoek", "wanneer, dat ‘Onderzoek’", [], id="case and punctuation do not count"),
        pytest.param("4,50 uur", "4.50 uur", [":7:5: the figures of 'sluizen-2' are others than those of its text"],
                     id="a figure that reads otherwise although its digits are the same"),
        pytest.param("# Veren", "# Ponten",
                     [":9:5: the text has no passage 'veren-1'", ":1:1: the passage 'ponten-1' of the text is missing"],
                     id="a heading that changed takes its passages along"),
        pytest.param("# Tot slot", "# Slot\n\nEerst dit.\n\n# Eind\n\nDan dit.\n\n# Tot slot",
                     [":1:1: the passage 'slot-1' of the text is missing",
                      ":1:1: the passage 'eind-1' of the text is missing"],
                     id="new passages in the order of the text"),
    ],
)  # fmt: skip
def test_a_difference_is_told_at_its_passage(
    library: Library, texts: Path, before: str, after: str, says: list[str]
) -> None:
    letter = texts / f"{LETTER}.txt"
    letter.write_text(letter.read_text("utf-8").replace(before, after), "utf-8")

    assert told(library, texts) == [f"data/passages/{LETTER}.yaml{line}" for line in says]


def test_a_text_that_is_not_there_is_told(library: Library, texts: Path) -> None:
    (texts / f"{LETTER}.txt").unlink()

    assert told(library, texts) == [f"data/passages/{LETTER}.yaml:1:1: {LETTER}.txt is not in the folder of texts"]
