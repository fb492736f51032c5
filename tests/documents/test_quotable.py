"""What may be quoted: a passage whose text is the one that was read, wherever the document came from."""

import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.block import Unreadable
from generator.documents.verify import quotable, quotable_in, quoted
from tests.support.published import LANDING, LETTER, page_of_text, text_of
from tests.support.small import SMALL, lay_out_data

TEXT = text_of(LETTER)
ALL = ["aanhef-1", "aanhef-2", "sluizen-1", "sluizen-2", "sluizen-3", "veren-1", "tot-slot-1"]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return read_archive(lay_out_data(tmp_path))


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(TEXT.encode(), ALL, id="the text that was read"),
        pytest.param(page_of_text(TEXT), ALL, id="the same as a web page"),
        pytest.param(TEXT.replace("# Veren", "# Boten").encode(), ALL, id="another heading"),
        pytest.param(TEXT.replace("\n# Veren\n", "").encode(), ALL, id="no heading"),
        pytest.param(TEXT.replace("medio 2022", "medio 2023").encode(), [*ALL[:2], *ALL[3:]], id="another word"),
        pytest.param(TEXT.replace("4,50", "45,0").encode(), [*ALL[:3], *ALL[4:]], id="another comma in a number"),
        pytest.param(TEXT.replace("leidt, is nog", "leidt is nog").encode(), ALL, id="another comma elsewhere"),
        pytest.param(TEXT[: TEXT.index("schutting")].encode(), ALL[:3], id="a file that ends too early"),
        pytest.param(LANDING, [], id="a page about it"),
    ],
)
def test_a_passage_is_quoted_if_its_letters_and_figures_are_those_that_were_read(
    archive: Archive, content: bytes, found: list[str]
) -> None:
    assert [citation.passage for citation in quotable(archive, LETTER, content)] == found


def test_what_has_no_text_cannot_be_read_and_in_a_folder_has_nothing_to_quote(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        quotable(archive, LETTER, b"")
    (tmp_path / f"{LETTER}.pdf").write_bytes(b"%PDF-1.7 that is broken")

    assert quotable_in(tmp_path, archive, LETTER) == {}


def test_a_folder_of_the_documents_must_have_them_all_and_one_that_was_fetched_may_lack_some(
    archive: Archive, tmp_path: Path
) -> None:
    folder = shutil.copytree(SMALL / "texts", tmp_path / "texts")
    whole = quoted(archive, folder)
    (folder / f"{LETTER}.txt").unlink()
    with pytest.raises(InvalidData):
        quoted(archive, folder)
    (folder / "fetched.json").write_text("{}", "utf-8")

    assert {citation.source for citation in whole} - {citation.source for citation in quoted(archive, folder)} == {
        LETTER
    }
