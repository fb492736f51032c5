"""Reads a document of any supported format into blocks: plain text, Markdown, PDF, official XML or HTML."""

import re
from dataclasses import replace

from generator.documents.block import Block, BlockKind, Unreadable
from generator.documents.html import is_page
from generator.documents.pdf import blocks_of_pdf
from generator.documents.plain_text import blocks_of_text, visible
from generator.documents.xml import blocks_of_paper
from generator.text import with_plain_letters

SUFFIXES = (".txt", ".md", ".pdf", ".xml", ".html")
"""File names that are looked for, in order of preference; how a file is read depends on its content, not its name."""
_HEAD = 1024
"""Bytes within which a PDF must start; anything before it is ignored."""
_PDF_OBJECT = re.compile(rb"\d \d+ obj\b")
_MARKED_UP = re.compile(r"\s*<(?:\?xml|!doctype|html|officiele-publicatie|kamerwrk)", re.IGNORECASE)
_ELEMENT = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?P<name>[A-Za-z_][\w:.-]*)(?=[\s/>]).*</(?P=name)\s*>\s*", re.DOTALL
)
_IN_MARKDOWN = frozenset({
    "a", "abbr", "b", "blockquote", "center", "code", "details", "em", "h3", "h4", "h5", "h6", "i", "ol", "pre",
    "small", "span", "strong", "sub", "sup", "table", "u", "ul",
})  # fmt: skip
"""Elements that a Markdown text may start and end with."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_KINDS = {b"{\\rtf": "RTF", b"%!PS": "PostScript"}
_SAVE_ANEW = "save the document as PDF or as plain text"


def blocks_of(content: bytes) -> tuple[Block, ...]:
    """The blocks of a file in reading order; at least one of them is not a heading.

    Raises Unreadable, with what to do, if the file is empty, damaged, encrypted, scanned, or of an unsupported format.
    """
    if not content.strip():
        raise Unreadable("the file is empty; fetch it again")
    seen = (replace(block, text=" ".join(with_plain_letters(visible(block.text)).split())) for block in _read(content))
    blocks = tuple(block for block in seen if block.text)
    if not blocks:
        raise Unreadable("no text was found in the file; check that it is the right one")
    if all(block.kind is BlockKind.HEADING for block in blocks):
        return tuple(Block(BlockKind.PARAGRAPH, block.text) for block in blocks)
    return blocks


def suffix_of(content: bytes) -> str:
    """The ending, one of `SUFFIXES`, that fits a file: what it is is seen from its content."""
    if _start_of_pdf(content) >= 0:
        return ".pdf"
    if _is_marked_up(content):
        return ".html" if is_page(content) else ".xml"
    return ".txt"


def _read(content: bytes) -> tuple[Block, ...]:
    start = _start_of_pdf(content)
    if start >= 0:
        return blocks_of_pdf(content[start:])
    if _is_marked_up(content):
        return blocks_of_paper(content)
    kind = next((kind for sign, kind in _OTHER_KINDS.items() if _bare(content).startswith(sign)), None)
    if kind:
        raise Unreadable(f"the file is {kind}; {_SAVE_ANEW}")
    if _is_utf_16(content):
        raise Unreadable("the text is UTF-16; save it as UTF-8")
    if b"\0" in content:
        raise Unreadable(f"the file is neither text, PDF, XML nor HTML; {_SAVE_ANEW}")
    try:
        return blocks_of_text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(f"the text is not UTF-8 (line {line}); save it as UTF-8") from None


def _start_of_pdf(content: bytes) -> int:
    """Where the PDF in the content starts; -1 if it is none."""
    start = content.find(b"%PDF-", 0, _HEAD)
    is_pdf = start >= 0 and (not _bare(content[:start]) or _PDF_OBJECT.search(content, start))
    return start if is_pdf else -1


def _bare(content: bytes) -> bytes:
    """The content without a byte order mark and leading white space."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()


def _is_marked_up(content: bytes) -> bool:
    """Whether the content starts like XML or HTML, or is a single element from its first character to its last."""
    text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig", "replace")
    element = _ELEMENT.fullmatch(text)
    return bool(_MARKED_UP.match(text) or (element and element["name"].lower() not in _IN_MARKDOWN))


def _is_utf_16(content: bytes) -> bool:
    """Whether the content has a mark of UTF-16, or a zero in nearly every second byte and nowhere else."""
    head = content[:_HEAD]
    noughts = sorted((head[::2].count(0), head[1::2].count(0)))
    return content.startswith(_UTF_16) or (noughts[0] == 0 and noughts[1] > 0.4 * len(head))
