"""The bytes of a file → what kind of file it is, without what surrounds it; a name decides nothing."""

import io
import re
import zipfile
from enum import Enum

from generator.documents.block import Unreadable
from generator.documents.html import is_page

SAVE_AGAIN = "save the document as docx, PDF or plain text"
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
_MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8."""
_DAMAGED_MARK = _MARK.decode("cp1252").encode()
"""The same after a program took it for three letters and saved those."""
_WRONG = re.compile(rb"\xc3[\x82-\xaf][\xc2-\xe2]")
"""The first byte of a letter in UTF-8 as a letter, and a second such letter."""
_UNNAMED = "\x81\x8d\x8f\x90\x9d"
"""What is no letter of Windows, and is saved as it is."""
_ZIP = b"PK\x03\x04"
_OTHER_KINDS = {
    b"{\\rtf": "RTF",
    b"%!PS": "PostScript",
    b"\xd0\xcf\x11\xe0": "an old document of Word, a message of Outlook, or locked with a password",
}


class FileKind(Enum):
    """The kinds of files that can be read, with the ending of their names."""

    TEXT = ".txt"
    PDF = ".pdf"
    DOCX = ".docx"
    XML = ".xml"
    """Or any other element; whether it is the XML of a paper is seen by its reader."""
    HTML = ".html"


def kind_of(content: bytes) -> FileKind:
    """The kind of a file; text if it is none of the others."""
    content = _without_damaged_mark(content)
    if _start_of_pdf(content) >= 0:
        return FileKind.PDF
    if content.startswith(_ZIP):
        return FileKind.DOCX
    if _is_marked_up(content):
        return FileKind.HTML if is_page(content) else FileKind.XML
    return FileKind.TEXT


def recognised(content: bytes) -> tuple[FileKind, bytes]:
    """The kind of a file, and its content without what stands before it or was added at its beginning.

    Raises Unreadable, with what to do, if the file is empty or of a kind that cannot be read.
    """
    if not content.strip():
        raise Unreadable("the file is empty; fetch it again")
    content = _without_damaged_mark(content)
    kind = kind_of(content)
    if kind is FileKind.PDF:
        return kind, content[_start_of_pdf(content) :]
    if kind is FileKind.DOCX:
        _refuse_other_zip(content)
    elif kind is FileKind.TEXT:
        _refuse_other_kind(content)
    return kind, content


def _refuse_other_kind(content: bytes) -> None:
    other = next((kind for sign, kind in _OTHER_KINDS.items() if _bare(content).startswith(sign)), None)
    if other:
        raise Unreadable(f"the file is {other}; {SAVE_AGAIN}")
    if _is_utf_16(content):
        raise Unreadable("the text is UTF-16; save it as UTF-8")
    if b"\0" in content:
        raise Unreadable(f"the file is neither text, docx, PDF, XML nor HTML; {SAVE_AGAIN}")


def _refuse_other_zip(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = parts.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Unreadable("the file is a damaged zip, as a docx is one; fetch it again") from None
    if not any(name.lower().startswith("word/") for name in names):
        what = "an OpenDocument file" if "mimetype" in names else "a zip of other files"
        raise Unreadable(f"the file is {what}; {SAVE_AGAIN}")


def _without_damaged_mark(content: bytes) -> bytes:
    """The content without byte order marks at its beginning that were saved as letters, or several times.

    If all of it was saved as the wrong letters, with a mark or without one, it is given as it was meant.
    """
    content = _meant(content)
    rest = content
    while rest.startswith((_MARK, _DAMAGED_MARK)):
        rest = rest.removeprefix(_MARK).removeprefix(_DAMAGED_MARK)
    marks = content[: len(content) - len(rest)]
    if marks in (b"", _MARK):
        return content
    return rest.lstrip()


def _meant(content: bytes) -> bytes:
    """UTF-8 that a program took for letters of Windows and saved again, as it was; any other content as it is."""
    rest = content.removeprefix(_MARK)
    if not _WRONG.search(rest):
        return content
    try:
        meant = b"".join(sign.encode("latin-1" if sign in _UNNAMED else "cp1252") for sign in rest.decode())
        meant.decode()
    except UnicodeError:
        return content
    return meant.removeprefix(_MARK).lstrip()


def _start_of_pdf(content: bytes) -> int:
    """Where the PDF in the content starts; -1 if it is none."""
    start = content.find(b"%PDF-", 0, _HEAD)
    is_pdf = start >= 0 and (not _bare(content[:start]) or _PDF_OBJECT.search(content, start))
    return start if is_pdf else -1


def _bare(content: bytes) -> bytes:
    """The content without a byte order mark and leading white space."""
    return content.removeprefix(_MARK).lstrip()


def _is_marked_up(content: bytes) -> bool:
    """Whether the content starts like XML or HTML, or is a single element from its first character to its last."""
    text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig", "replace")
    element = _ELEMENT.fullmatch(text)
    return bool(_MARKED_UP.match(text) or (element and element["name"].lower() not in _IN_MARKDOWN))


def _is_utf_16(content: bytes) -> bool:
    """Whether the content has a mark of UTF-16, or a zero in nearly every second byte and nowhere else."""
    head = content[:_HEAD]
    zeros = sorted((head[::2].count(0), head[1::2].count(0)))
    return content.startswith(_UTF_16) or (zeros[0] == 0 and zeros[1] > 0.4 * len(head))
