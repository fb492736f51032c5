"""Convert the web page of an official publication to the elements of its XML, so that one reader serves both.

Navigation and other parts around the text are left out, also lists of links that are not marked as navigation. Missing
and misnested tags are repaired much as in a browser.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, TreeBuilder

from generator.documents.block import LeftOut, Unreadable
from generator.documents.conventions import CONVENTIONS
from generator.documents.web import (
    HEADINGS,
    LINES,
    NOT_TEXT,
    is_left_out,
    is_text,
    lines_outside,
    menus_of,
    open_page,
    text_in,
    text_words,
)

_PROLOGUE = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)")
_PAGE_TAGS = frozenset({"html", "head", "meta", "link", "body", "main", "article", "div", "p", "h1", "h2"})
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CONDITIONAL = re.compile(r"<!\[(?!CDATA\[)[^>]*(?:(?<!-)>|$)", re.IGNORECASE)
_BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_AS_ON_THE_WEB = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8"}
"""The actual encodings of pages that declare these names, as browsers treat them."""
_GROUPS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "details", "div", "dl", "fieldset",
    "figcaption", "figure", "hgroup", "html", "main", "pre", "section", "summary", "tbody", "tfoot", "thead",
})  # fmt: skip
_PAPER, _CLASS = CONVENTIONS.paper, CONVENTIONS.page
_NAMES = {
    "p": _PAPER.paragraph,
    **dict.fromkeys(("ul", "ol"), _PAPER.list),
    **dict.fromkeys(("li", "dt", "dd"), _PAPER.item),
    "table": _PAPER.table,
    "tr": _PAPER.row,
    **dict.fromkeys(("td", "th"), _PAPER.cell),
    **dict.fromkeys(HEADINGS, _PAPER.heading),
    **dict.fromkeys(_GROUPS, _PAPER.group),
}
"""The official element for each tag that is not inline."""
_INLINE = {"br": "br", "sup": _PAPER.raised}
_TYPES = {"strong": _PAPER.bold, "b": _PAPER.bold, "em": _PAPER.italic, "i": _PAPER.italic}
_NOTE_CLASSES = frozenset(_CLASS.notes)
_MARK_CLASSES = frozenset(_CLASS.marks)
_TITLE_CLASSES = frozenset(_CLASS.titles)
_CONTENTS_CLASSES = frozenset(_CLASS.contents)
_PRINTED = re.compile(_CLASS.printed)
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_HELD = LINES | {"div", "ul", "ol", "table"}
_TITLES = frozenset({"h1", "h2", "h3"})
_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "body", "html"})
_ENDED_BY = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "td", "th"})),
    **dict.fromkeys(("dt", "dd"), (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th"}))),
    **dict.fromkeys(("td", "th"), (_CELLS, frozenset({"tr", "table"}))),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (frozenset({"thead", "tbody", "tfoot", "tr"}), frozenset({"table"}))),
}
"""For each start tag: the open elements that it ends, and the elements at which the search for them stops."""
DEPTH = "#depth"
"""The attribute for the depth of a heading on a page, 1 for `h1`. Not a valid name in XML, so it cannot occur there."""
MAX_DEPTH = 100
"""The greatest depth of nested elements; no real paper comes near it."""


def is_page(paper: bytes) -> bool:
    """Whether the file is HTML; False if it is XML. Raises Unreadable if it is neither."""
    text, encoding = _without_byte_order_mark(paper)
    whole = text.decode(encoding or "latin-1", "replace").lstrip()
    start = _PROLOGUE.sub("", whole, count=1)
    tag = _FIRST_TAG.search(start)
    if not whole.startswith("<") or not tag:
        found = f"it starts with {whole[:20]!r}, which is neither XML nor HTML" if whole else "it is empty"
        raise Unreadable(f"{found}: download the .xml or .html of the paper from {CONVENTIONS.download}")
    is_fragment = tag[1].lower() in _PAGE_TAGS and not whole.startswith("<?xml")
    return bool(_DOCTYPE_HTML.match(start)) or tag[1].lower() == "html" or is_fragment


def paper_of_page(page: bytes) -> tuple[Element, tuple[LeftOut, ...]]:
    """Return the publication on a page as elements of the official XML, and the lines of the page that are not in it.

    Notes are separate from their references.

    Headings have the attribute `DEPTH`; a heading without number has that of the heading before it, to which it is
    subordinate. Raises Unreadable if the page cannot be decoded.
    """
    reader = _Page()
    reader.feed(_CONDITIONAL.sub("", _text_of(page)))
    root = reader.finished()
    open_page(root)
    publication = _publication_on(root)
    notes = [element for element in root.iter() if _is_note(element)]
    _name_notes(root, notes)
    within = set(publication.iter())
    publication.extend([note for note in notes if note not in within])
    _unframe(publication)
    menus = menus_of(publication)
    text = set(text_in(publication, menus))
    outside = tuple(lines_outside(root, text, _NAMES))
    for element in publication.iter():
        _name(element, menus)
    _rank_headings(publication)
    return publication, outside


def _without_byte_order_mark(paper: bytes) -> tuple[bytes, str]:
    """Return the bytes after a byte order mark and its encoding; an empty encoding if there is no mark."""
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if paper.startswith(mark):
            return paper[len(mark) :], encoding
    return paper, ""


def _text_of(page: bytes) -> str:
    text, encoding = _without_byte_order_mark(page)
    declared = _CHARSET.search(page[:4096])
    name = encoding or (declared[1].decode("ascii", "replace") if declared else "utf-8")
    try:
        return text.decode(_AS_ON_THE_WEB.get(codecs.lookup(name).name, name))
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"line {line} is not {name}, the encoding of the page; save the page as UTF-8") from None
    except (LookupError, UnicodeError):
        raise Unreadable(f"its encoding {name!r} is not known; save the page as UTF-8") from None


class _Page(HTMLParser):
    """Builds the tree of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("page", {})
        self._open = ["page"]

    def finished(self) -> Element:
        """Return the tree, after ending all open elements."""
        self.close()
        self._end(0)
        return self._builder.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Start an element, after ending those that cannot contain it."""
        if tag in _NAMES:
            self._end_within(LINES, _CELLS | {"table", "li"})
        if tag in _ENDED_BY:
            self._end_within(*_ENDED_BY[tag])
        if len(self._open) < MAX_DEPTH:
            self._builder.start(tag, {name: value or "" for name, value in attrs})
            self._open.append(tag)
        if tag in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """End the nearest such element and all elements in it; ignored if none is in the same cell or sentence."""
        is_in_a_sentence = tag not in _NAMES and tag not in NOT_TEXT
        for at in reversed(range(1, len(self._open))):
            if self._open[at] == tag:
                self._end(at)
                return
            is_cell = self._open[at] in _CELLS and tag not in _OF_TABLES
            if is_cell or (is_in_a_sentence and self._open[at] in _NAMES):
                return

    def handle_data(self, data: str) -> None:
        """Add text to the innermost open element."""
        self._builder.data(data)

    def _end_within(self, ended: frozenset[str], holders: frozenset[str]) -> None:
        outermost = len(self._open)
        for at in reversed(range(1, len(self._open))):
            if self._open[at] in holders:
                break
            outermost = at if self._open[at] in ended else outermost
        self._end(outermost)

    def _end(self, outermost: int) -> None:
        while len(self._open) > outermost:
            self._builder.end(self._open.pop())


def _publication_on(root: Element) -> Element:
    """Return the part of a page that is the paper: its official container, otherwise the most likely one.

    An article is that only if it has most of the text: others on the page only announce it, or are text like it.
    """
    words = text_words(root)
    places: tuple[Callable[[Element], bool], ...] = (
        lambda element: element.get("id") == _CLASS.text_id,
        lambda element: not _classes(element).isdisjoint(_CLASS.text),
        lambda element: element.tag == "article" and (not words or 2 * text_words(element) > words),
        lambda element: _CLASS.paper in _classes(element),
        lambda element: element.tag == "main" or element.get("role") == "main",
        lambda element: element.get("id") in _CLASS.main_ids and any(map(is_text, element.iter())),
        lambda element: element.tag == "body",
    )
    found = (element for is_the_place in places for element in root.iter() if is_the_place(element))
    return next(found, root)


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _is_note(element: Element) -> bool:
    return element.tag in _NAMES and not _NOTE_CLASSES.isdisjoint(_classes(element))


def _name_notes(root: Element, notes: list[Element]) -> None:
    """Name the notes of a page and the links to them. A note is identified by any name in it, or by its number."""
    names: dict[str, str] = {}
    for number, note in enumerate(notes):
        for inner in note.iter():
            keys = {inner.get("id", ""), inner.get("name", "")}
            keys |= {"".join(inner.itertext()).strip()} if _CLASS.note_mark in _classes(inner) else set()
            names |= dict.fromkeys(keys - {""}, f"note {number}")
        note.set("id", f"note {number}")
        note.tag = _PAPER.note_apart
    for link in root.iter("a"):
        target = link.get("href", "").rpartition("#")[2]
        if _CLASS.note_mark in _classes(link) or target in names:
            link.tag = _PAPER.call
            link.set(_PAPER.call_names[0], names.get(target) or names.get("".join(link.itertext()).strip(), ""))


def _unframe(publication: Element) -> None:
    """Make a table that is there for its place on the page a group, and what is in it no row."""
    for table in reversed(list(publication.iter("table"))):
        rows = [row for place in (table, *table.findall("tbody")) for row in place.findall("tr")]
        if _is_frame(table, rows):
            for element in (table, *table.findall("tbody"), *rows, *(cell for row in rows for cell in row)):
                element.tag = "div"


def _is_frame(table: Element, rows: Sequence[Element]) -> bool:
    """Whether a table says so, has text under a heading in a cell, or one cell a row, one with several paragraphs."""
    cells = [cell for row in rows for cell in row]
    if table.get("role") in ("none", "presentation") or any(map(_is_under_heading, cells)):
        return True
    held = max((sum(inner.tag in _HELD for inner in cell) for cell in cells), default=0)
    return held > 1 and all(sum(cell.tag in _CELLS for cell in row) == 1 for row in rows)


def _is_under_heading(cell: Element) -> bool:
    """Whether a cell has a heading and more: a heading alone is that of a row or column."""
    titles = "".join(text for inner in cell.iter() if inner.tag in _TITLES for text in inner.itertext())
    return 0 < len("".join(titles.split())) < len("".join("".join(cell.itertext()).split()))


def _name(element: Element, menus: set[Element]) -> None:
    """Rename an element of a page to its official name."""
    tag, classes = element.tag, _classes(element)
    if tag in (_PAPER.note_apart, _PAPER.call):
        return
    if is_left_out(element, menus) or not _CONTENTS_CLASSES.isdisjoint(classes):
        element.tag = _PAPER.aside
    elif not _MARK_CLASSES.isdisjoint(classes) and (tag not in _NAMES or "note-close" in classes):
        element.tag = _PAPER.mark
    elif tag in HEADINGS:
        element.tag = _PAPER.heading if _TITLE_CLASSES.isdisjoint(classes) else _PAPER.title
        element.set(DEPTH, tag[1])
    elif tag == "p" and any(name.startswith(_CLASS.unnumbered_heading) for name in classes):
        element.tag = _PAPER.unnumbered_headings[0]
    else:
        element.tag = _INLINE.get(tag) or _NAMES.get(tag, _PAPER.emphasis)
        element.set("type", _TYPES.get(tag, ""))


def _rank_headings(publication: Element) -> None:
    """Make unnumbered headings subordinate to the heading before them, and an `h1` above all text a title."""
    depth, is_above_the_text = 1, True
    text = (_PAPER.paragraph, _PAPER.heading, _PAPER.unnumbered_headings[0])
    for element in publication.iter():
        if element.tag == _PAPER.heading and is_above_the_text and element.get(DEPTH) == "1":
            element.tag = _PAPER.title
        elif element.tag == _PAPER.heading:
            depth = int(element.get(DEPTH, "1"))
        elif element.tag == _PAPER.unnumbered_headings[0]:
            element.set(DEPTH, str(depth))
            printed = (_PRINTED.search(name) for inner in element.iter() for name in sorted(_classes(inner)))
            element.set(_PAPER.style_attributes[0], next((style[1] for style in printed if style), ""))
        is_above_the_text &= element.tag not in text
