"""What a file is, is seen from its content; a damaged mark at its beginning is no part of it."""

import io
import zipfile

import pytest

from generator.documents.block import Unreadable
from generator.documents.files.kinds import FileKind, kind_of, recognised
from tests.support.pdf_files import plain_pdf

MARK, DAMAGED = b"\xef\xbb\xbf", "ï»¿".encode()
PAPER = '<?xml version="1.0"?><officiele-publicatie><al>Eén veer.</al></officiele-publicatie>'


def zipped(**parts: str) -> bytes:
    """A zip with such parts; two underscores in a name are a slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"De sluis is open.", FileKind.TEXT, id="text"),
        pytest.param(b"HTTP/1.1 200 OK\n\n" + plain_pdf("De sluis"), FileKind.PDF, id="a PDF behind something else"),
        pytest.param(zipped(word__document="<p/>"), FileKind.DOCX, id="a zip"),
        pytest.param(PAPER.encode(), FileKind.XML, id="XML"),
        pytest.param(b"<html><p>De sluis</p></html>", FileKind.HTML, id="a page"),
    ],
)
def test_a_file_is_of_the_kind_of_its_content(content: bytes, kind: FileKind) -> None:
    assert kind_of(content) is kind
    assert kind_of(DAMAGED + content) is kind


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param(DAMAGED, id="saved as three letters"),
        pytest.param(DAMAGED + b"\r\n", id="with a line end behind it"),
        pytest.param(MARK + MARK, id="written twice"),
        pytest.param(MARK + DAMAGED, id="written twice, one of them as letters"),
    ],
)
def test_a_damaged_mark_at_the_beginning_of_a_file_is_no_part_of_it(marks: bytes) -> None:
    assert recognised(marks + PAPER.encode()) == (FileKind.XML, PAPER.encode())


def test_a_file_of_which_every_letter_was_saved_wrongly_is_read_as_it_was_meant() -> None:
    wrong = PAPER.encode().decode("cp1252").encode()

    assert recognised(DAMAGED + wrong) == (FileKind.XML, PAPER.encode())


@pytest.mark.parametrize(
    "text", ["De coördinatie kost “€ 5” miljoen.", "<html><p>Eén veer à 5 ‘ponten’.</p></html>", PAPER]
)
def test_so_it_is_without_a_mark(text: str) -> None:
    unnamed = 0x9D  # no letter of Windows
    letters = (bytes([byte]).decode("latin-1" if byte == unnamed else "cp1252") for byte in text.encode())
    wrong = "".join(letters).encode()

    assert recognised(wrong)[1] == text.encode()


@pytest.mark.parametrize("text", ["Eén veer à € 5.", "Ã", "café Â© 2026 é", "Het kost 5 euro."])
def test_letters_that_are_meant_stay(text: str) -> None:
    assert recognised(text.encode())[1] == text.encode()


def test_a_mark_that_is_whole_is_left_to_the_reader() -> None:
    assert recognised(MARK + PAPER.encode()) == (FileKind.XML, MARK + PAPER.encode())


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b" \n", "the file is empty", id="nothing"),
        pytest.param(zipped(mimetype="application/vnd.oasis.opendocument.text"), "an OpenDocument file", id="odt"),
        pytest.param(zipped(xl__workbook="<w/>"), "a zip of other files", id="a workbook"),
        pytest.param(zipped(word__document="<p/>")[:60], "a damaged zip", id="a zip that was cut off"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "an old document of Word", id="doc"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_it_is(content: bytes, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        recognised(content)
