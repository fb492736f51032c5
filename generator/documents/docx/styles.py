"""What the styles of a docx say of its paragraphs: which are headings, items of a list, or lines of the contents."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.documents.conventions import CONVENTIONS
from generator.documents.xml_tree import attribute

_HEADING = re.compile(CONVENTIONS.styles.heading, re.IGNORECASE)
_CONTENTS = re.compile(CONVENTIONS.styles.contents, re.IGNORECASE)
_OFF = ("0", "false", "off", "none")
DEEPEST = 9
"""The number of ranks of headings; what has a lower one is text."""


class Styles:
    """The styles of a document; a style has what it does not say itself from the one that it is based on."""

    def __init__(self, trees: Iterator[Element]) -> None:
        self._styles = {attribute(style, "styleId"): style for tree in trees for style in tree.iter("style")}
        is_default = ("1", "true", "on")
        self._default = next(
            (
                id
                for id, style in self._styles.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in is_default
            ),
            "",
        )

    def rank(self, paragraph: Element) -> int:
        """The rank of a heading, 1 the highest; 0 if the paragraph is none."""
        for properties in self._properties(paragraph):
            level = properties.find("outlineLvl")
            if level is not None:
                rank = _number(level) + 1
                return rank if rank <= DEEPEST else 0
        named = (_HEADING.fullmatch(name) for name in self._names(paragraph))
        return next((int(name[1]) for name in named if name), 0)

    def is_item(self, paragraph: Element) -> bool:
        """Whether a paragraph has a bullet or number of a list."""
        for properties in self._properties(paragraph):
            numbering = properties.find("numPr")
            if numbering is not None:
                id = numbering.find("numId")
                return id is None or _number(id) != 0
        return False

    def is_contents(self, paragraph: Element) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        return any(_CONTENTS.fullmatch(name) for name in self._names(paragraph))

    def has(self, run: Element, paragraph: Element, name: str) -> bool:
        """Whether a run of text is printed so: `b` for bold, `i` for slanted, `u` for underlined, `vanish` for not."""
        said = self._said(run, paragraph, name)
        return said is not None and attribute(said, "val") not in _OFF

    def is_raised(self, run: Element, paragraph: Element) -> bool:
        """Whether a run of text stands above the line."""
        said = self._said(run, paragraph, "vertAlign")
        return said is not None and attribute(said, "val") == "superscript"

    def _said(self, run: Element, paragraph: Element, name: str) -> Element | None:
        """What a run says of how it is printed, or else its styles, or those of its paragraph."""
        own = run.find("rPr")
        places = [own] if own is not None else []
        style = own.find("rStyle") if own is not None else None
        chain = self._chain(attribute(style, "val")) if style is not None else iter(())
        for one in (*chain, *self._chain(self._style_of(paragraph))):
            places += one.findall("rPr")
        found = (place.find(name) for place in places)
        return next((element for element in found if element is not None), None)

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """Yield what the paragraph says of itself, then what its styles say."""
        yield from paragraph.findall("pPr")
        for style in self._chain(self._style_of(paragraph)):
            yield from style.findall("pPr")

    def _names(self, paragraph: Element) -> Iterator[str]:
        for style in self._chain(self._style_of(paragraph)):
            yield from (attribute(name, "val") for name in style.findall("name"))

    def _style_of(self, paragraph: Element) -> str:
        style = paragraph.find("pPr/pStyle")
        return attribute(style, "val") if style is not None else self._default

    def _chain(self, id: str) -> Iterator[Element]:
        seen: set[str] = set()
        while id in self._styles and id not in seen:
            seen.add(id)
            yield self._styles[id]
            based = self._styles[id].find("basedOn")
            id = attribute(based, "val") if based is not None else ""


def _number(element: Element) -> int:
    written = attribute(element, "val")
    return int(written) if written.isascii() and written.isdecimal() and len(written) < DEEPEST else 0
