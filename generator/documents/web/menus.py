"""The parts of a web page around its text: which lists are menus, and what a reader sees outside the text."""

import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element

from generator.documents.block import LeftOut, PagePart
from generator.documents.conventions import CONVENTIONS

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LINES = frozenset({"p", *HEADINGS})
NOT_TEXT = frozenset({
    "aside", "audio", "button", "canvas", "dialog", "footer", "form", "head", "header", "hr", "iframe", "img",
    "input", "map", "nav", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
})  # fmt: skip
_UNSEEN = frozenset({"head", "noscript", "script", "style", "svg", "template", "title"})
_STRUCK = frozenset({"del", "s", "strike"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AROUND = re.compile(CONVENTIONS.page.around, re.IGNORECASE)
_SPOKEN = frozenset(CONVENTIONS.page.spoken)
_ROLES = frozenset({"alertdialog", "banner", "contentinfo", "dialog", "navigation", "search"})
"""What an element may be said to be that is around the text."""
_HOLDERS = frozenset({"page", "html", "body", "main", "article"})
_GROUPS = frozenset({"div", "p", "section"})
_SENTENCE = re.compile(r"[.:;?!][”’'\")\]]*$")
_FEW_POINTS = 3
"""Points of a menu at least."""
_POINT_WORDS = 5
"""Words of a point of a menu that has no links, at most."""
_MOSTLY = 0.8
"""The share of a menu that is links."""
_BETWEEN = re.compile(r"[\s|>/·•›»–-]+")
"""What parts the links of a menu."""


def menus_of(publication: Element) -> set[Element]:
    """Return the parts of a page that are menus, or are named as something around the text.

    A menu is mostly links; a list also if it has short points before or after all other sentences.
    """
    return {*_lists(publication), *_groups(publication)}


def _groups(publication: Element) -> Iterator[Element]:
    """Yield what is named so, or is nothing but links, and holds neither the title nor most of the text."""
    sentences = text_words(publication)
    for element in publication.iter():
        if element is publication or element.tag in _HOLDERS:
            continue
        links = [_said(link) for link in element.iter("a")] if element.tag in _GROUPS else []
        is_menu = len(links) >= _FEW_POINTS and not any(map(_SENTENCE.search, links))
        said = _BETWEEN.sub("", _said(element))
        is_linked = is_menu and len(_BETWEEN.sub("", "".join(links))) >= _MOSTLY * len(said)
        names = f"{element.get('id', '')} {element.get('class', '')}"
        if not (is_linked or _AROUND.search(names)) or any(inner.tag == "h1" for inner in element.iter()):
            continue
        if 2 * text_words(element) <= sentences:
            yield element


def text_words(element: Element) -> int:
    """How many words are in the sentences of an element."""
    return sum(len(_said(line).split()) for line in element.iter() if line.tag == "p" and is_text(line))


def _lists(publication: Element) -> Iterator[Element]:
    elements = list(publication.iter())
    sentences = [i for i, element in enumerate(elements) if element.tag in LINES and is_text(element)]
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
            yield element


def is_text(element: Element) -> bool:
    """Whether a heading or paragraph is part of the text of a page; a line for readers of the screen has no end."""
    return element.tag in HEADINGS or bool(_SENTENCE.search(_said(element)))


def is_left_out(element: Element, menus: set[Element]) -> bool:
    """Whether an element is no part of the text, given the menus of its page."""
    is_around = element.tag in NOT_TEXT or element.get("role") in _ROLES
    return element in menus or is_around or _unseen(element) is not None


def _unseen(element: Element) -> PagePart | None:
    """Why the words of an element are not those of the page: struck through, or not shown; None if they are."""
    if element.tag in _STRUCK:
        return PagePart.STRUCK
    if element.tag in _HOLDERS:
        return None  # whole pages are hidden until a script shows them
    is_spoken = not _SPOKEN.isdisjoint(element.get("class", "").split())
    return PagePart.HIDDEN if is_spoken or is_hidden(element) else None


def is_hidden(element: Element) -> bool:
    """Whether an element says of itself that it is not shown."""
    is_marked = element.get("hidden", "until-found").lower() != "until-found"
    return is_marked or bool(_NOT_SHOWN.search(element.get("style", "")))


def text_in(element: Element, menus: set[Element]) -> Iterator[Element]:
    """Yield an element and all that is in it and part of the text."""
    yield element
    for child in element:
        if not is_left_out(child, menus):
            yield from text_in(child, menus)


def lines_outside(
    element: Element, text: Collection[Element], blocks: Collection[str], part: PagePart = PagePart.MENU
) -> Iterator[LeftOut]:
    """Yield the lines in an element that are not in `text`, as `part` of the page; tags in `blocks` are not inline."""
    if element.tag in _UNSEEN:
        return
    part = _unseen(element) or part
    inner = [child for child in element if child.tag in blocks or is_left_out(child, set())]
    around = (f"{'' if child in inner else _said(child)} {child.tail or ''}" for child in element)
    own = " ".join(" ".join((element.text or "", *around)).split())
    if own and element not in text:
        yield LeftOut(part, own)
    for child in inner:
        yield from lines_outside(child, text, blocks, part)


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
