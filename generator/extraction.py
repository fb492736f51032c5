"""A file of a source → its blocks, whatever its format: plain text, Markdown, PDF, official XML or HTML."""

import re

from generator.blocks import Block, Unreadable
from generator.official_papers import blocks_of_paper
from generator.pdf_text import blocks_of_pdf
from generator.plain_text import blocks_of_text

SUFFIXES = (".txt", ".md", ".pdf", ".xml", ".html")
"""Of the files that can be read, the one preferred first; the content decides how a file is read, not its name."""
_MARKED_UP = re.compile(rb"\s*<(?:\?xml|!doctype|html|officiele-publicatie|kamerwrk)", re.IGNORECASE)
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def blocks_of(content: bytes) -> tuple[Block, ...]:
    """The blocks of a file in reading order; at least one of them is no heading.

    Raises Unreadable, with the way out, if the file is empty, broken, protected, a picture of text, or of another kind.
    """
    if not content.strip():
        raise Unreadable("the file is empty")
    blocks = _read(content)
    if not any(block.text for block in blocks):
        raise Unreadable("no text was found in the file")
    return blocks


def _read(content: bytes) -> tuple[Block, ...]:
    bare = content
    for mark in _BYTE_ORDER_MARKS:
        bare = bare.removeprefix(mark)
    if bare.lstrip()[:5] == b"%PDF-":
        return blocks_of_pdf(content)
    if _MARKED_UP.match(bare) or content.startswith(_BYTE_ORDER_MARKS[1:]):
        return blocks_of_paper(content)
    if b"\0" in content:
        raise Unreadable("the file is neither text, PDF, XML nor HTML; save the document as PDF or as plain text")
    try:
        return blocks_of_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(f"the text is not UTF-8 (line {line}); save it as UTF-8") from None
