"""The parts of a web page around its text: which lists are menus, and what a reader sees outside the text."""

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = frozenset({"p", *HEADINGS})
NOT_TEXT = frozenset({
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "header", "hr", "iframe", "img",
    "input", "map", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
})  # fmt: skip
_UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "title"})
_SENTENCE = re.compile(r"[.:;?!][”’'\")\]]*$")
_FEW_POINTS = 3
"""Points of a menu at least."""
_POINT_WORDS = 5
"""Words of a point of a menu that has no links, at most."""
_MOSTLY = 0.8
"""The share of a menu that is links."""


def menus_of(publication: Element) -> set[Element]:
    """Return the lists on a page that are menus: mostly links, or short points before or after all other sentences."""
    elements = list(publication.iter())
    sentences = [i for i, element in enumerate(elements) if element.tag in LINES and is_text(element)]
    found = set()
    for i, element in enumerate(elements):
        points = list(element.iter("li")) if element.tag in ("ul", "ol") else []
        if len(points) < _FEW_POINTS or any(_SENTENCE.search(_said(point)) for point in points):
            continue
        linked = sum(len(_said(link)) for link in element.iter("a"))
        is_linked = linked >= _MOSTLY * len(_said(element))
        is_after = bool(sentences) and sentences[0] < i
        is_before = bool(sentences) and sentences[-1] >= i + sum(1 for _ in element.iter())
        is_around = publication.tag == "body" and is_after != is_before
        is_short = all(len(_said(point).split()) <= _POINT_WORDS for point in points if point.find("ul") is None)
        if is_linked or (is_around and is_short):
            found.add(element)
    return found


def is_text(element: Element) -> bool:
    """Whether a heading or paragraph is part of the text of a page; a line for readers of the screen has no end."""
    return element.tag in HEADINGS or bool(_SENTENCE.search(_said(element)))


def is_left_out(element: Element, menus: set[Element]) -> bool:
    """Whether an element is no part of the text, given the menus of its page."""
    return element in menus or element.tag in NOT_TEXT


def text_in(element: Element, menus: set[Element]) -> Iterator[Element]:
    """Yield an element and all that is in it and part of the text."""
    yield element
    for child in element:
        if not is_left_out(child, menus):
            yield from text_in(child, menus)


def lines_outside(element: Element, text: Collection[Element], blocks: Collection[str]) -> Iterator[str]:
    """Yield the lines that a reader sees in an element and that are not in `text`; tags in `blocks` are not inline."""
    if element.tag in _UNSEEN:
        return
    inner = [child for child in element if child.tag in blocks or child.tag in NOT_TEXT]
    around = [element.text or "", *(_said(c) for c in element if c not in inner), *(c.tail or "" for c in element)]
    own = " ".join(" ".join(around).split())
    if own and element not in text:
        yield own
    for child in inner:
        yield from lines_outside(child, text, blocks)


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
