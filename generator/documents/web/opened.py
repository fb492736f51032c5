"""Make a web page as its reader sees it who opens what can be opened, once its scripts have run.

What is hidden is read if a button of the page opens it, if it is the panel of a tab, or if it holds most of the text:
then a script shows it. The form around a whole page is no form, a button in a heading or above the text that it opens
is text, and the head of an article is part of it.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from generator.documents.web.menus import HEADINGS, is_hidden, text_words

_OPENS = ("aria-controls", "data-target", "data-bs-target")
"""Attributes of a button that name what it opens."""
_TITLED = (*HEADINGS, "summary")


def open_page(root: Element) -> None:
    """Change the tree of a page so that what a reader can open on it is open."""
    for element in root.iter():
        if element.tag in _TITLED:
            _rename(element.iter("button"), "span")
        if element.tag in ("article", "main") or element.get("role") == "main":
            _rename((head for head in element.iter("header") if _has_heading(head)), "div")
    words = text_words(root)
    _rename((form for form in root.iter("form") if 2 * text_words(form) > words), "div")
    for element, buttons in list(_openable(root, words)):
        element.attrib.pop("hidden", None)
        element.attrib.pop("style", None)
        _rename((button for button in buttons if text_words(element) and button.get("role") != "tab"), "p")


def _openable(root: Element, words: int) -> Iterator[tuple[Element, list[Element]]]:
    """Yield what is hidden and can be opened, or is not hidden for long; and the buttons that open it."""
    openers = {
        name.lstrip("#"): button for button in root.iter() for at in _OPENS for name in button.get(at, "").split()
    }
    for parent in root.iter():
        for before, behind in pairwise(parent):
            if is_hidden(behind) and any(inner.get("aria-expanded") is not None for inner in before.iter()):
                yield behind, list(before.iter("button"))
    for element in filter(is_hidden, root.iter()):
        opener = openers.get(element.get("id", ""))
        if opener is not None or element.get("role") == "tabpanel" or 2 * text_words(element) > words:
            yield element, [opener] if opener is not None and opener.tag == "button" else []


def _has_heading(element: Element) -> bool:
    return any(inner.tag in HEADINGS for inner in element.iter())


def _rename(elements: Iterable[Element], tag: str) -> None:
    for element in list(elements):
        element.tag = tag
