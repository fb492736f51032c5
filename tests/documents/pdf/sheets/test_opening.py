"""A PDF is fit for reading or not, whoever asks: what PDFium opens is, unless its end was not fetched."""

import pytest

from generator.documents.block import Unreadable
from generator.documents.pdf.sheets import require_whole_pdf
from generator.documents.reader import blocks_of
from tests.support.pdf_files import plain_pdf, revised_pdf, web_pdf

SENTENCE = "De sluis bij Oosterdam is open."
BROKEN_OFF = "the PDF is broken off, its end is missing; fetch it again"
FILES = [
    pytest.param(plain_pdf(SENTENCE), id="that was written once"),
    pytest.param(revised_pdf(SENTENCE, before="De sluis is dicht."), id="that was changed afterwards"),
    pytest.param(web_pdf(SENTENCE), id="made to open on the web"),
]


def outcome(pdf: bytes) -> str:
    """What is read in a PDF, or why it is refused: by the reader, and by whoever only asks whether it is whole."""
    try:
        read = " ".join(block.text for block in blocks_of(pdf))
    except Unreadable as error:
        read = str(error)
    try:
        require_whole_pdf(pdf)
    except Unreadable as error:
        assert read == str(error)
    else:
        assert read == SENTENCE
    return read


@pytest.mark.parametrize("pdf", FILES)
@pytest.mark.parametrize(
    "junk",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\0" * 37_380, id="zero bytes"),
        pytest.param(b"\r\n" * 4_000, id="empty lines"),
        pytest.param(b"<!doctype html><p>Not found</p>" * 300, id="a web page"),
    ],
)
def test_a_pdf_is_read_whatever_follows_its_end(pdf: bytes, junk: bytes) -> None:
    assert outcome(pdf.rstrip() + junk) == SENTENCE


@pytest.mark.parametrize("pdf", FILES)
def test_a_pdf_is_refused_wherever_it_is_broken_off(pdf: bytes) -> None:
    cuts = [n for n in range(len(pdf)) if b" obj" in pdf[:n].rpartition(b"%%EOF")[2]]

    assert {outcome(pdf[:cut]) for cut in cuts} == {BROKEN_OFF}
