"""The document of a source is found by its name or its hash, and only the one that was read."""

from pathlib import Path

import pytest

from generator.archive.archive import read_archive
from generator.authoring.review.paper import paper_at_hand
from tests.support.reviewed import LETTER, SOURCE, printed, with_letter


def test_a_document_is_found_by_its_hash_whatever_it_is_called(tmp_path: Path) -> None:
    root = with_letter(tmp_path)
    paper = paper_at_hand(read_archive(root), SOURCE, None, [root / "nowhere", root / ".atlas/letters"])

    assert paper.passages["tot-slot-1"].text == "Bij het volgende debat licht ik dit alles graag toe."
    assert (paper.has_pages, paper.boxes(paper.passages["tot-slot-1"])) == (False, ())


def test_a_pdf_has_pictures_of_its_pages_and_knows_where_a_passage_is(tmp_path: Path) -> None:
    root = with_letter(tmp_path, printed(), "letter.pdf")
    paper = paper_at_hand(read_archive(root), SOURCE, None, [root / ".atlas/letters"])
    wait = next(passage for passage in paper.passages.values() if "3,1 uur" in passage.text)
    (box,) = paper.boxes(wait)

    assert (paper.has_pages, wait.page, box.page) == (True, 2, 2)
    assert paper.picture(2).png.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("source", "document", "why"),
    [
        pytest.param(SOURCE, b"Iets heel anders.", "has none of the passages", id="another document"),
        pytest.param(SOURCE, b"", "letter.txt: ", id="a file without text"),
        pytest.param("brief-2023-06-20", None, "name the file, with --document", id="no document"),
        pytest.param("meetnet-2021", None, "is missing: `atlas ingest`", id="a source that was never read"),
    ],
)
def test_why_there_is_no_document_is_said(tmp_path: Path, source: str, document: bytes | None, why: str) -> None:
    root = with_letter(tmp_path)
    file = root / "letter.txt"
    file.write_bytes(document or b"")

    with pytest.raises(LookupError, match=why):
        paper_at_hand(read_archive(root), source, file if document is not None else None, [root / ".atlas/letters"])


def test_a_document_that_lacks_some_passages_will_do(tmp_path: Path) -> None:
    root = with_letter(tmp_path)
    file = root / "letter.txt"
    file.write_text(LETTER.partition("# Tot slot")[0], "utf-8")

    assert "tot-slot-1" not in paper_at_hand(read_archive(root), SOURCE, file, []).passages
