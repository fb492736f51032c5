"""Reads a document of any supported format into blocks: plain text, Markdown, docx, PDF, official XML or HTML."""

from dataclasses import replace

from generator.documents.block import Block, BlockKind, Reading, Unreadable
from generator.documents.docx import paper_of_docx
from generator.documents.files import FileKind, kind_of, recognised, refuse_error_page, refuse_other_text
from generator.documents.pdf import read_pdf
from generator.documents.plain_text import read_text, visible
from generator.documents.xml import blocks_in, read_paper
from generator.text import with_plain_letters

SUFFIXES = (".txt", ".md", ".docx", ".pdf", ".xml", ".html")
"""File names that are looked for, in order of preference; how a file is read depends on its content, not its name."""


def reading_of(content: bytes) -> Reading:
    """What is read of a file, at least one block that is not a heading, and what is left out of it.

    Raises Unreadable, with what to do, if the file is empty, damaged, encrypted, scanned, of an unsupported format, or
    no document: data, a message, or the page of a server that has none.
    """
    read = _read(*recognised(content))
    seen = (replace(block, text=_plain(block.text)) for block in read.blocks)
    blocks = tuple(block for block in seen if block.text)
    if not blocks:
        raise Unreadable("no text was found in the file; check that it is the right one")
    refuse_error_page(blocks)
    if all(block.kind is BlockKind.HEADING for block in blocks):
        blocks = tuple(Block(BlockKind.PARAGRAPH, block.text, page=block.page) for block in blocks)
    return Reading(blocks, read.left_out)


def blocks_of(content: bytes) -> tuple[Block, ...]:
    """The blocks of a file in reading order. Raises Unreadable as `reading_of` does."""
    return reading_of(content).blocks


def suffix_of(content: bytes) -> str:
    """The ending, one of `SUFFIXES`, that fits a file: what it is is seen from its content."""
    return kind_of(content).value


def _plain(text: str) -> str:
    return " ".join(with_plain_letters(visible(text)).split())


def _read(kind: FileKind, content: bytes) -> Reading:
    if kind is FileKind.PDF:
        return read_pdf(content)
    if kind is FileKind.DOCX:
        paper, left_out = paper_of_docx(content)
        return Reading(blocks_in(paper), left_out)
    if kind is not FileKind.TEXT:
        return read_paper(content)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(f"the text is not UTF-8 (line {line}); save it as UTF-8") from None
    refuse_other_text(text)
    return read_text(text)
