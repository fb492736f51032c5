"""The passages in the repository are those of the texts, our texts are not theirs, or each difference has its place."""

import hashlib
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.checks.run import problems_in
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.verify import differences, readings, text_of_source
from tests.support.small import SMALL, lay_out_data

LETTER, REPORT = "brief-2021-03-10", "verslag-2022"
INDEX = f"data/passages/{LETTER}.yaml"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A copy of the texts of the small archive."""
    return shutil.copytree(SMALL / "texts", tmp_path / "texts")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data of the small archive in a project of its own."""
    (tmp_path / "project").mkdir()
    return lay_out_data(tmp_path / "project")


def told(root: Path, texts: Path) -> list[str]:
    return [
        str(diagnostic) for diagnostic in differences(read_archive(root), root, readings(read_archive(root), [texts]))
    ]


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_texts_from_which_the_passages_were_made_differ_in_nothing(root: Path, texts: Path) -> None:
    assert told(root, texts) == []


def test_a_source_that_is_not_held_needs_no_text(root: Path, texts: Path) -> None:
    assert text_of_source("meetnet-2021", texts) is None
    assert told(root, texts) == []


def another_text(line: int, id: str, found: str, kept: str) -> str:
    return f":{line}:5: the text of {id!r} differs from the document: its hash is {found}, not {kept}"


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param("twee sluizen", "drie sluizen",
                     [another_text(7, "sluizen-1", "7e64220ffa690ba2", "9c6fa636e8a01676")],
                     id="a word that changed"),
        pytest.param("4,50 uur", "4,60 uur",
                     [another_text(8, "sluizen-2", "a50f3c10a4a4b317", "acc862f808329e19")],
                     id="a digit that changed"),
        pytest.param("4,50 uur", "4.50 uur", [":8:5: the figures of 'sluizen-2' differ from those in the document"],
                     id="a figure that reads otherwise although its digits are the same"),
        pytest.param("# Veren", "# Ponten",
                     [":10:5: the document has no passage 'veren-1'",
                      ":1:1: the passage 'ponten-1' of the document is missing"],
                     id="a heading that changed takes its passages along"),
        pytest.param("# Veren", "# De veren\n\n## Veren",
                     [":10:5: the section or the number of words of 'veren-1' differ from the document"],
                     id="a heading that came above another"),
        pytest.param("# Tot slot", "# Slot\n\nEerst dit.\n\n# Eind\n\nDan dit.\n\n# Tot slot",
                     [":1:1: the passage 'slot-1' of the document is missing",
                      ":1:1: the passage 'eind-1' of the document is missing"],
                     id="new passages in the order of the text"),
    ],
)  # fmt: skip
def test_a_difference_is_told_at_its_passage(root: Path, texts: Path, before: str, after: str, says: list[str]) -> None:
    edit(texts / f"{LETTER}.txt", before, after)

    assert told(root, texts) == [INDEX + line for line in says]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Wanneer dat onderzoek", "wanneer, dat ‘Onderzoek’", id="case and punctuation"),
        pytest.param("\n\n# Veren", "\n\n\n\n# Veren", id="a blank line"),
        pytest.param("Er komt een vaste", "Er  komt een vaste", id="a space"),
    ],
)
def test_a_text_whose_passages_agree_is_told_if_it_is_another_file(
    root: Path, texts: Path, before: str, after: str
) -> None:
    edit(texts / f"{LETTER}.txt", before, after)

    assert told(root, texts) == [
        f"{INDEX}:3:9: the document is not the file that was ingested: "
        f"its SHA-256 is {sha256(texts / f'{LETTER}.txt')}\n"
        "    Its passages are the same: ingest it again to accept it."
    ]


FIGURES = ":8:5: the figures of 'sluizen-2' differ from those in the document"


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        pytest.param("{id: sluizen-3,", "{id: sluizen-4,",
                     [":9:5: the document has no passage 'sluizen-4'",
                      ":1:1: the passage 'sluizen-3' of the document is missing"],
                     id="an id"),
        pytest.param('{id: sluizen-3, section: "Sluizen"', '{id: sluizen-3, section: "Bruggen"',
                     [":9:5: the section or the number of words of 'sluizen-3' differ from the document"],
                     id="a section"),
        pytest.param("words: 21,", "words: 20,",
                     [":7:5: the section or the number of words of 'sluizen-1' differ from the document"],
                     id="a count of words"),
        pytest.param("words: 21,", "words: 21.9,",
                     [":7:5: the section or the number of words of 'sluizen-1' differ from the document"],
                     id="half a word"),
        pytest.param("9c6fa636e8a01676", "9c6fa636e8a01677",
                     [another_text(7, "sluizen-1", "9c6fa636e8a01676", "9c6fa636e8a01677")],
                     id="a hash"),
        pytest.param('["4.50"]', '["4.5"]', [FIGURES], id="the decimals of a number"),
        pytest.param('["4.50"]', '["4.50", "28000"]', [FIGURES], id="a number too many"),
        pytest.param('["4.50"]', "[]", [FIGURES], id="a number too few"),
        pytest.param('["4.50"]', '["4.50"], soft: ["1"]', [FIGURES], id="a number that is said to stand in words"),
        pytest.param('["2022", "2020"]', '["2022", "2021"]', [FIGURES], id="a date"),
        pytest.param('["2022", "2020"]', '["2020", "2022"]', [FIGURES], id="the order of dates"),
    ],
)  # fmt: skip
def test_an_index_edited_by_hand_is_told_at_its_passage(
    root: Path, texts: Path, before: str, after: str, says: list[str]
) -> None:
    edit(root / INDEX, before, after)

    assert told(root, texts) == [INDEX + line for line in says]


def lines_of(root: Path) -> list[str]:
    return (root / INDEX).read_text("utf-8").splitlines(keepends=True)


def test_passages_in_another_order_are_told(root: Path, texts: Path) -> None:
    lines = lines_of(root)
    (root / INDEX).write_text("".join([*lines[:6], lines[7], lines[6], *lines[8:]]), "utf-8")

    assert told(root, texts) == [f"{INDEX}:1:1: the passages are in another order than in the document"]


def test_a_passage_deleted_by_hand_is_told(root: Path, texts: Path) -> None:
    lines = lines_of(root)
    (root / INDEX).write_text("".join([*lines[:6], *lines[7:]]), "utf-8")

    assert told(root, texts) == [f"{INDEX}:1:1: the passage 'sluizen-1' of the document is missing"]


def test_a_passage_added_by_hand_is_told(root: Path, texts: Path) -> None:
    added = lines_of(root)[8].replace("sluizen-3", "sluizen-4")
    (root / INDEX).write_text("".join([*lines_of(root)[:-1], added]), "utf-8")

    assert told(root, texts) == [f"{INDEX}:12:5: the document has no passage 'sluizen-4'"]


def test_a_hash_of_the_file_edited_by_hand_is_told(root: Path, texts: Path) -> None:
    edit(root / INDEX, "ced3934d37ce", "ced3934d37cf")

    assert told(root, texts) == [
        f"{INDEX}:3:9: the document is not the file that was ingested: "
        f"its SHA-256 is {sha256(texts / f'{LETTER}.txt')}\n"
        "    Its passages are the same: ingest it again to accept it."
    ]


def test_a_day_of_publication_edited_by_hand_needs_no_text_to_be_found(root: Path) -> None:
    edit(root / INDEX, "published: 2021-03-10", "published: 2021-03-11")

    assert [
        diagnostic.message for diagnostic in problems_in(read_archive(root)) if LETTER in diagnostic.location.file
    ] == [
        f"{LETTER} was published 2021-03-10, but its passages were read with 2021-03-11",
        f"the passages of '{LETTER}' are not as `atlas ingest` wrote them: their seal does not fit",
    ]


def test_nor_does_the_name_of_the_source(root: Path) -> None:
    edit(root / INDEX, f"source: {LETTER}", f"source: {REPORT}")
    with pytest.raises(InvalidData) as refused:
        read_archive(root)

    assert [diagnostic.message for diagnostic in refused.value.diagnostics] == [
        f"source is '{REPORT}', but the file is named '{LETTER}.yaml'"
    ]


def test_a_text_that_is_not_there_is_told(root: Path, texts: Path) -> None:
    (texts / f"{LETTER}.txt").unlink()

    assert told(root, texts) == [
        f"{INDEX}:1:1: {LETTER}.txt is in no folder of documents\n    Endings: .txt, .md, .docx, .pdf, .xml, .html."
    ]


def test_a_text_that_cannot_be_read_is_told_and_the_others_are_looked_at(root: Path, texts: Path) -> None:
    (texts / f"{LETTER}.txt").write_bytes("Geachte voorzitter,\n\nDe coördinatie.\n".encode("latin-1"))
    edit(texts / f"{REPORT}.txt", "4,20 uur", "4,30 uur")

    assert [diagnostic.partition(" differs")[0] for diagnostic in told(root, texts)] == [
        f"{INDEX}:1:1: {LETTER}.txt: the text is not UTF-8 (line 3); save it as UTF-8",
        f"data/passages/{REPORT}.yaml:7:5: the text of 'sluizen-3'",
    ]


def pdf_of(text: str) -> bytes:
    """The text printed on one page, its headings larger; there is no contents list of objects, so readers look."""
    drawn = b" ".join(line.encode("latin-1") for line in _drawn(text))
    return b"\n".join(
        [
            b"%PDF-1.4",
            b"1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
            b"2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj",
            b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R",
            b"  /Resources <</Font <</F 5 0 R /B 6 0 R>>>>>> endobj",
            b"4 0 obj <</Length %d>> stream\n%s\nendstream endobj" % (len(drawn), drawn),
            b"5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
            b"6 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold>> endobj",
            b"trailer <</Root 1 0 R /Size 7>>",
            b"%%EOF",
        ]
    )


def _drawn(text: str) -> Iterator[str]:
    height = 780
    for paragraph in filter(None, text.split("\n")):
        is_heading = paragraph.startswith("# ")
        font = "/B 14" if is_heading else "/F 10"
        for line in textwrap.wrap(paragraph.removeprefix("# "), 90):
            yield f"BT {font} Tf 60 {height} Td ({line}) Tj ET"
            height -= 13
        height -= 14


@pytest.fixture
def printed(texts: Path) -> Path:
    """The letter as PDF in the folder of texts, and no longer as plain text."""
    plain, pdf = texts / f"{LETTER}.txt", texts / f"{LETTER}.pdf"
    pdf.write_bytes(pdf_of(plain.read_text("utf-8")))
    plain.unlink()
    return pdf


def test_the_same_letter_as_pdf_has_the_same_passages_and_is_another_file(
    root: Path, texts: Path, printed: Path
) -> None:
    assert told(root, texts) == [
        f"{INDEX}:3:9: the document is not the file that was ingested: its SHA-256 is {sha256(printed)}\n"
        "    Its passages are the same: ingest it again to accept it."
    ]


def test_a_pdf_that_is_the_file_that_was_read_differs_in_nothing(root: Path, texts: Path, printed: Path) -> None:
    edit(root / INDEX, sha256(SMALL / "texts" / f"{LETTER}.txt"), sha256(printed))

    assert told(root, texts) == []


def test_of_a_text_and_a_pdf_the_text_is_read(root: Path, texts: Path) -> None:
    (texts / f"{LETTER}.pdf").write_bytes(b"%PDF-1.7 that is broken")

    assert told(root, texts) == []


def test_a_copied_sentence_is_told_after_the_differences_of_the_sources(root: Path, texts: Path) -> None:
    (texts / f"{REPORT}.txt").write_bytes(b"")
    (root / "content" / "over.md").write_text("De sluis bij Westhaven wordt in de loop van 2022 anders.", "utf-8")

    assert told(root, texts) == [
        f"data/passages/{REPORT}.yaml:1:1: {REPORT}.txt: the file is empty; fetch it again",
        f"content/over.md:1:1: 'de sluis bij westhaven wordt in de' also occurs in {LETTER}\n"
        "    Use your own words; a name of seven words belongs in data/names.yaml.",
    ]


def test_a_name_of_the_archive_is_no_copy(root: Path, texts: Path) -> None:
    (root / "content" / "over.md").write_text("De sluis bij Westhaven wordt in de zomer gebouwd.", "utf-8")
    (root / "data" / "names.yaml").write_text('- {id: w, name: "De sluis bij Westhaven wordt in de"}\n', "utf-8")

    assert told(root, texts) == []
