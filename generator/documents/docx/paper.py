"""Convert a docx to the elements of the official XML: tracked changes accepted, notes where they are called.

Text boxes follow the paragraph that they are attached to. Heads, feet and tables of contents are left out.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.documents.block import LeftOut, PagePart
from generator.documents.conventions import CONVENTIONS
from generator.documents.docx.objects import objects_in, sign_of
from generator.documents.docx.parts import Parts
from generator.documents.docx.styles import Styles
from generator.documents.html import DEPTH
from generator.documents.xml_tree import attribute

_PAPER = CONVENTIONS.paper
_DELETED = frozenset({"del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "Fallback"})
"""What is no text: deleted or moved away, the formulas of fields, how something is printed, and second versions."""
_SIGNS = {"tab": " ", "ptab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_LOOKS = {"b": _PAPER.bold, "i": _PAPER.italic, "u": _PAPER.styles[2]}
_UNREAD = {"vanish": PagePart.HIDDEN, "strike": PagePart.STRUCK, "dstrike": PagePart.STRUCK}
MAX_HEADING_WORDS = 14
"""Words at most of a heading that only its type shows."""


def paper_of_docx(content: bytes) -> tuple[Element, tuple[LeftOut, ...]]:
    """Return a document as elements of the official XML, and the lines that are no part of its text.

    Raises Unreadable if it is damaged, or no document.
    """
    parts = Parts(content)
    reader = _Reader(parts)
    root = Element(_PAPER.group)
    body = parts.document.find("body")
    root.extend(reader.blocks([] if body is None else list(body)))
    heads = tuple(reader.edges("header", PagePart.HEAD))
    objects = [] if body is None else objects_in(body)
    return root, (*heads, *reader.left_out, *objects, *reader.edges("footer", PagePart.FOOT))


class _Reader:
    """Reads the elements of one document."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._styles = Styles(parts.related("styles"))
        self._notes = {
            (call, attribute(note, "id")): note
            for call, kind in _NOTES.items()
            for tree in parts.related(kind)
            for note in tree
        }
        self._depth = 0
        self._is_note = False
        self.left_out: list[LeftOut] = []

    def edges(self, kind: str, part: PagePart) -> Iterator[LeftOut]:
        """Yield each line of the heads or feet of the pages once."""
        lines = (_said(block) for tree in self._parts.related(kind) for block in self.blocks(list(tree)))
        yield from (LeftOut(part, line) for line in dict.fromkeys(lines) if line)

    def blocks(self, elements: list[Element]) -> Iterator[Element]:
        """Yield the paragraphs, headings, items and rows of some elements in reading order."""
        held: Element | None = None
        for element in elements:
            if element.tag == "p":
                paragraph = self._paragraph(element, held)
                held = paragraph if element.find("pPr/rPr/del") is not None else None
                if held is None:
                    yield from self._placed(element, paragraph)
            elif element.tag == "tbl":
                yield from self._table(element)
            elif element.tag == "sdt" and _is_contents(element):
                texts = (_said(self._paragraph(line, None)) for line in element.iter("p"))
                self.left_out += [LeftOut(PagePart.CONTENTS, text) for text in texts if text]
            elif element.tag not in _DELETED:
                yield from self.blocks(list(element))
        if held is not None:
            yield held

    def _placed(self, element: Element, paragraph: Element) -> Iterator[Element]:
        """Yield a paragraph as what it is, then the text boxes that are attached to it."""
        text = _said(paragraph)
        if self._styles.is_contents(element):
            self.left_out += [LeftOut(PagePart.CONTENTS, text)] if text else []
        elif text:
            yield self._named(element, paragraph, text)
        for box in _boxes(element):
            yield from self.blocks(list(box))

    def _named(self, element: Element, paragraph: Element, text: str) -> Element:
        rank = self._styles.rank(element)
        if rank:
            self._depth = rank
            paragraph.tag = _PAPER.heading
            paragraph.set(DEPTH, str(rank))
        elif self._styles.is_item(element):
            item = Element(_PAPER.item)
            item.append(paragraph)
            return item
        elif look := self._look(element, text):
            paragraph.tag = _PAPER.unnumbered_headings[0]
            paragraph.set(_PAPER.style_attributes[0], look)
            paragraph.set(DEPTH, str(self._depth))
        return paragraph

    def _look(self, element: Element, text: str) -> str:
        """The print style of a short line that is bold, slanted or underlined as a whole; empty for any other."""
        if len(text.split()) > MAX_HEADING_WORDS or text[-1] in ".;,:?!" or not any(map(str.isalpha, text)):
            return ""
        runs = [run for run in _runs(element) if any((t.text or "").strip() for t in run.iter("t"))]
        looks = (style for name, style in _LOOKS.items() if all(self._styles.has(r, element, name) for r in runs))
        return next(looks, "") if runs else ""

    def _table(self, table: Element) -> Iterator[Element]:
        """Yield the rows of a table; one of a single column is a frame around paragraphs."""
        rows = [row for row in table.iter("tr") if row.find("trPr/del") is None and _is_of(row, table)]
        cells = [[cell for cell in row.iter("tc") if _is_of(cell, row) and not _is_deleted(cell)] for row in rows]
        for row in cells:
            if max(map(len, cells)) <= 1:
                yield from (block for cell in row for block in self.blocks(list(cell)))
                continue
            element = Element(_PAPER.row)
            for cell in row:
                entry = Element(_PAPER.cell)
                entry.extend(_as_paragraph(block) for block in self.blocks(list(cell)))
                element.append(entry)
            yield element

    def _paragraph(self, element: Element, held: Element | None) -> Element:
        """The paragraph with its notes; after `held` if the end of that one was deleted."""
        paragraph = Element(_PAPER.paragraph) if held is None else held
        self._write(element, element, paragraph)
        return paragraph

    def _write(self, element: Element, paragraph: Element, to: Element) -> None:
        for child in element:
            if child.tag in _DELETED or child.tag == "txbxContent":
                continue
            unread = self._unread(child, paragraph) if child.tag == "r" else None
            if unread:
                self.left_out += [LeftOut(unread, text) for text in [_said(child)] if text]
                continue
            if child.tag == "r" and self._styles.is_raised(child, paragraph) and child.find("t") is not None:
                raised = Element(_PAPER.raised)
                self._write(child, paragraph, raised)
                to.append(raised)
            elif child.tag in _NOTES:
                self._write_note(child, to)
            elif (letters := _letters(child)) is not None:
                _add(to, letters)
            else:
                self._write(child, paragraph, to)

    def _unread(self, run: Element, paragraph: Element) -> PagePart | None:
        """As what a run is left out, hidden or struck through; None for text."""
        looks = (part for look, part in _UNREAD.items() if self._styles.has(run, paragraph, look))
        return next(looks, None)

    def _write_note(self, call: Element, to: Element) -> None:
        note = self._notes.get((call.tag, attribute(call, "id")))
        if note is None or self._is_note:
            return
        self._is_note = True
        element = Element(_PAPER.note)
        for block in self.blocks(list(note)):
            element.append(_as_paragraph(block))
        self._is_note = False
        to.append(element)


def _add(paragraph: Element, text: str) -> None:
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "") + text
    else:
        paragraph.text = (paragraph.text or "") + text


def _letters(element: Element) -> str | None:
    """The letters or the sign that an element is; None if it is something else."""
    if element.tag == "t":
        return element.text or ""
    return sign_of(element) if element.tag == "sym" else _SIGNS.get(element.tag)


def _as_paragraph(block: Element) -> Element:
    """What stands in a cell or note, as a paragraph."""
    if block.tag in (_PAPER.heading, *_PAPER.unnumbered_headings):
        block.tag = _PAPER.paragraph
    return block


def _is_contents(element: Element) -> bool:
    gallery = element.find("sdtPr/docPartObj/docPartGallery")
    return gallery is not None and attribute(gallery, "val") == "Table of Contents"


def _runs(paragraph: Element) -> Iterator[Element]:
    for child in paragraph:
        if child.tag == "r":
            yield child
        elif child.tag not in _DELETED:
            yield from _runs(child)


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes in an element, each once, though there may be a second version for older programs."""
    for child in element:
        if child.tag == "txbxContent":
            yield child
        elif child.tag not in _DELETED:
            yield from _boxes(child)


def _is_of(inner: Element, outer: Element) -> bool:
    """Whether a row or cell belongs to a table or row, and not to a table within it."""
    return not any(inner in table.iter() for table in outer.iter("tbl") if table is not outer)


def _is_deleted(cell: Element) -> bool:
    return cell.find("tcPr/cellDel") is not None


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
