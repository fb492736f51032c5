"""Read the official publication of a parliamentary paper, XML or web page, as blocks; notes follow their references.

The elements are those of `paper` in conventions.toml. Unknown elements are read as text, so that no sentence is lost.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.documents.block import Block, BlockKind, Reading, Unreadable
from generator.documents.conventions import CONVENTIONS
from generator.documents.html import DEPTH, is_page, paper_of_page
from generator.documents.xml_tree import tree_of

_PAPER = CONVENTIONS.paper
_LEFT_OUT = frozenset(_PAPER.left_out)
_CALLS = frozenset(_PAPER.calls)
_WORDS = frozenset(_PAPER.words)
_PHRASES = _WORDS | frozenset(_PAPER.phrases)
_BLOCKS = frozenset(_PAPER.blocks)
_TITLES = frozenset(_PAPER.titles)
_MARK = "\ue000"
_MARKS = re.compile(rf" ?{_MARK}[ {_MARK}]*(?=[.,;:?!)»]|$)|{_MARK}")
_UP = "\ue001"
"""Before figures that are raised."""
_RAISED = re.compile(rf"(?<=[^\W\d_]){_UP}|{_UP}(?P<figures>\d+)")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BULLET = re.compile(r"^(?:[•▪●○◦\uf0b7\uf0a7]\s*|[-–—]\s+|\d{1,2}[.)]\s+(?=\S))")
_LETTER = re.compile(r"^\(?(?:[a-z]|[ivx]{1,5})[.)]\s+(?=\S)")
_MAX_HEADING_WORDS = 14


def read_paper(paper: bytes) -> Reading:
    """Read a paper into its blocks: titles and addressee as paragraphs, then text and signature.

    XML and web pages are distinguished by content. A note of a heading is a paragraph below that heading. Raises
    Unreadable for anything else, broken XML, declared entities, and a paper with only a title or invisible signs.
    """
    root, left_out = paper_of_page(paper) if is_page(paper) else (_root_of(paper), ())
    blocks = blocks_in(root) if _has_more_than_its_title(root) else ()
    if not blocks:
        raise Unreadable("it has no text: the paper may exist only as PDF; use the PDF instead")
    return Reading(blocks, left_out)


def blocks_in(root: Element) -> tuple[Block, ...]:
    """Return the blocks of a publication in reading order."""
    return _ranked(list(_Paper(root).drafts(root, 0)))


def _root_of(paper: bytes) -> Element:
    root = tree_of(paper)
    if root.tag not in _PAPER.roots:
        raise Unreadable(
            f"the root is <{root.tag}>, not <{_PAPER.roots[0]}>: this is not the XML of a parliamentary paper; "
            "download the paper itself"
        )
    for printed_above in root.findall(_PAPER.heading) if root.tag in _PAPER.roots_with_headings else ():
        root.remove(printed_above)
    return root


def _has_more_than_its_title(element: Element) -> bool:
    if element.tag in _TITLES or element.tag in _LEFT_OUT:
        return False
    return _has_words(element) or any(map(_has_more_than_its_title, element))


@dataclass(frozen=True)
class _Draft:
    """A block whose level depends on the other headings of the paper and is not yet known."""

    kind: BlockKind
    text: str
    notes: tuple[str, ...] = ()
    depth: int = 0
    style: str = ""
    """The print style of a heading without number; empty for any other block."""


class _Paper:
    """Reads the elements of one paper; its notes may be anywhere in it."""

    def __init__(self, root: Element) -> None:
        notes = [element for element in root.iter() if element.tag in (_PAPER.note, _PAPER.note_apart)]
        self._notes = {note.get(key): note for key in _PAPER.note_names for note in notes if note.get(key)}

    def drafts(self, element: Element, depth: int) -> Iterator[_Draft]:
        """Yield the blocks of an element that is below `depth` headings; text directly in it becomes paragraphs."""
        inside = depth + (element.find(_PAPER.heading) is not None)
        loose: list[Element | str] = []
        for piece in _pieces(element):
            if isinstance(piece, str) or _is_phrase(piece, element):
                if _is_empty_line(piece, loose):
                    yield from self._paragraph(loose)
                    loose = []
                loose.append(piece)
                continue
            yield from self._paragraph(loose)
            loose = []
            yield from self._block(piece, inside)
        yield from self._paragraph(loose)

    def _block(self, element: Element, depth: int) -> Iterator[_Draft]:
        if element.tag == _PAPER.heading or element.tag in _PAPER.unnumbered_headings:
            yield from self._heading(element, depth)
        elif element.tag in _PAPER.items:
            inner = list(self.drafts(element, depth))
            yield _joined(BlockKind.ITEM, [draft for draft in inner if draft.kind is BlockKind.PARAGRAPH])
            yield from (draft for draft in inner if draft.kind is not BlockKind.PARAGRAPH)
        elif element.tag == _PAPER.row:
            yield _joined(BlockKind.ROW, list(self.drafts(element, depth)))
        else:
            yield from self.drafts(element, depth)

    def _heading(self, element: Element, depth: int) -> Iterator[_Draft]:
        words = _joined(BlockKind.PARAGRAPH, list(self.drafts(element, 0)))
        is_sentence = len(words.text.split()) > _MAX_HEADING_WORDS and words.text.endswith((".", ":", ";"))
        if element.tag != _PAPER.heading and is_sentence:
            yield words
            return
        style = "" if element.tag == _PAPER.heading else _style(element)
        if words.text:
            yield _Draft(BlockKind.HEADING, words.text, (), int(element.get(DEPTH, depth)), style)
        yield _Draft(BlockKind.PARAGRAPH, "", words.notes)

    def _paragraph(self, pieces: Sequence[Element | str]) -> Iterator[_Draft]:
        calls: list[Element] = []
        text = _on_one_line(_text_of(pieces, calls))
        notes = tuple(map(self._note, calls))
        if text or notes:
            yield _Draft(BlockKind.PARAGRAPH, text, notes)

    def _note(self, call: Element) -> str:
        """Return the text of a note, without notes that it refers to; empty if the paper has no such note."""
        name = next(filter(None, map(call.get, _PAPER.call_names)), None)
        note = call if call.tag == _PAPER.note else self._notes.get(name)
        return "" if note is None else _on_one_line(_text_of(_pieces(note), []))


def _text_of(pieces: Sequence[Element | str], calls: list[Element]) -> str:
    """Return the text of the pieces with a mark for each reference to a note, which is appended to `calls`."""
    return "".join(piece if isinstance(piece, str) else _phrase(piece, calls) for piece in pieces)


def _phrase(element: Element, calls: list[Element]) -> str:
    if element.tag in _CALLS:
        calls.append(element)
        return _MARK
    text = "" if element.tag in _LEFT_OUT else _text_of(_pieces(element), calls)
    if element.tag == _PAPER.raised and text.strip().isdecimal():
        return _UP + text.strip()
    return f" {text} " if element.tag in _WORDS else text


def _pieces(element: Element) -> list[Element | str]:
    """Return the contents of an element, texts and elements, in order."""
    pieces: list[Element | str] = [element.text or ""]
    for child in element:
        pieces += [child, child.tail or ""]
    return pieces


def _is_phrase(child: Element, parent: Element) -> bool:
    """Whether an element is inline. An unknown element is inline if there is text beside it."""
    if child.tag in _CALLS or child.tag in _LEFT_OUT:
        return True
    if any(inner.tag in _BLOCKS for inner in child.iter()):
        return False
    return child.tag in _PHRASES or parent.tag == _PAPER.paragraph or _has_words(parent)


def _is_empty_line(piece: Element | str, before: Sequence[Element | str]) -> bool:
    """Whether a line ends here that has just begun: with the end of the line before it, an empty line."""
    last = next((one for one in reversed(before) if not isinstance(one, str) or one.strip()), "")
    return not isinstance(piece, str) and piece.tag == "br" and not isinstance(last, str) and last.tag == "br"


def _has_words(element: Element) -> bool:
    """Whether an element has text outside its child elements."""
    return any(isinstance(piece, str) and piece.strip() for piece in _pieces(element))


def _style(heading: Element) -> str:
    """Return the print style of a heading without number: its own attribute, or the emphasis in it."""
    own = filter(None, map(heading.get, _PAPER.style_attributes))
    emphasis = (inner.get("type", "") for inner in heading.iter(_PAPER.emphasis))
    return next(own, "") or next(emphasis, "") or _PAPER.styles[0]


def _joined(kind: BlockKind, drafts: Sequence[_Draft]) -> _Draft:
    text = " ".join(draft.text for draft in drafts if draft.text)
    return _Draft(kind, text, tuple(note for draft in drafts for note in draft.notes))


def _on_one_line(text: str) -> str:
    folded = " ".join(_INVISIBLE.sub("", _raised(text)).split())
    return unicodedata.normalize("NFC", " ".join(_MARKS.sub("", folded).split()))


def _raised(text: str) -> str:
    """Return the text with raised figures as such, unless they stand behind a letter: `m3`, and a note of `2025¹`."""
    return _RAISED.sub(lambda found: (found["figures"] or "").translate(_HIGH), text)


def _ranked(drafts: Sequence[_Draft]) -> tuple[Block, ...]:
    """Return the drafts as blocks; headings without number rank below the division around them, bold above italic."""
    used, styles = {draft.style for draft in drafts if draft.style}, _PAPER.styles
    order = sorted(used, key=lambda style: (styles.index(style) if style in styles else len(styles), style))
    depths = {draft: draft.depth + (1 + order.index(draft.style) if draft.style else 0) for draft in drafts}
    top = min((depth for draft, depth in depths.items() if draft.kind is BlockKind.HEADING), default=1)
    blocks = (_block(draft, depths[draft] - top + 1) for draft in drafts)
    return tuple(block for block in blocks if block.text)


def _block(draft: _Draft, level: int) -> Block:
    if draft.kind is BlockKind.HEADING:
        return Block(draft.kind, draft.text, level)
    text, kind = draft.text, draft.kind
    if kind is BlockKind.PARAGRAPH and _BULLET.match(text):
        kind = BlockKind.ITEM
    if kind is BlockKind.ITEM:
        text = _LETTER.sub("", _BULLET.sub("", text, count=1), count=1)
    return Block(kind, " ".join(part for part in (text, *draft.notes) if part))
