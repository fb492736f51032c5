"""The bytes of a PDF → the document, open for as long as it is looked at, or why it cannot be opened."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from generator.documents.block import Unreadable

HEAD = 1024
"""Within how many bytes a PDF says that it is one."""
MAX_PAGES = 1_000
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    """The pages in order; whoever asks for one closes it."""
    return (document[number] for number in range(len(document)))


def require_whole_pdf(pdf: bytes) -> None:
    """Raises Unreadable, with a hint, if a file is not a PDF, is truncated or damaged, or opens only with a password.

    Whatever follows the end of the PDF is of no concern, and so is whether there is text on its pages.
    """
    with opened(pdf) as document:
        for page in pages_of(document):
            page.close()


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, for as long as it is looked at. Raises Unreadable, with a hint, if it cannot be opened."""
    if not pdf.strip():
        raise Unreadable("the file is empty; fetch it again")
    if b"%PDF-" not in pdf[:HEAD]:
        raise Unreadable("the file is not a PDF; take the document itself, not the page that links to it")
    if _is_broken_off(pdf):
        raise Unreadable("the PDF is broken off, its end is missing; fetch it again")
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            if len(document) > MAX_PAGES:
                raise Unreadable(
                    f"the PDF has {len(document):,} pages; at most {MAX_PAGES:,} are read; save those that are needed"
                )
            yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_refusal(error)) from error


def _is_broken_off(pdf: bytes) -> bool:
    """Whether an object follows the last end that is written in the file.

    PDFium does not tell: it opens what was changed and then broken off as it was before the change, and what was made
    to open on the web without the text of its pages.
    """
    return bool(_OBJECT.search(pdf, max(0, pdf.rfind(b"%%EOF"))))


def _refusal(error: pypdfium2.PdfiumError) -> str:
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return "the PDF is encrypted and opens only with a password; save a copy without one"
    return "the PDF is damaged and cannot be opened; fetch it again, or print it to a new PDF"
