"""What is in a docx beside its letters: pictures, charts and files of other programs, and signs of a symbol font."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.documents.block import LeftOut, PagePart
from generator.documents.xml_tree import attribute

_HOLDERS = ("drawing", "pict", "object")
_OBJECTS = frozenset({"blip", "imagedata", "chart", "relIds", "OLEObject"})
"""What a drawing may refer to, that is more than lines and boxes."""
_UNSEEN = frozenset({"del", "moveFrom", "Fallback"})
_WITHIN = "altChunk"
"""Another document that is to be put there when this one is opened."""
_NAMES = ("descr", "title", "name", "ProgID")
_SYMBOL = "Symbol"
_SIGNS = {
    0x2B: "+", 0x2D: "−", 0x2F: "/", 0xA0: "€", 0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB9: "≠", 0xBB: "≈",
}  # fmt: skip
"""Signs of that font that stand beside figures."""
_UNKNOWN = "\ufffd"


def objects_in(element: Element) -> Iterator[LeftOut]:
    """Yield each picture, chart or other object in an element, by what is said of it or else its name."""
    for child in element:
        if child.tag == _WITHIN:
            yield LeftOut(PagePart.OBJECT, _WITHIN)
        elif child.tag in _HOLDERS and not any(inner.tag == "txbxContent" for inner in child.iter()):
            if any(inner.tag in _OBJECTS for inner in child.iter()):
                yield LeftOut(PagePart.OBJECT, _name(child))
        elif child.tag not in _UNSEEN:
            yield from objects_in(child)


def sign_of(symbol: Element) -> str:
    """The sign that a symbol is printed as; the replacement character if it is not known."""
    try:
        number = int(attribute(symbol, "char"), 16) & 0xFF
    except ValueError:
        return _UNKNOWN
    return _SIGNS.get(number, _UNKNOWN) if attribute(symbol, "font") == _SYMBOL else _UNKNOWN


def _name(holder: Element) -> str:
    said = (attribute(inner, name).strip() for name in _NAMES for inner in holder.iter())
    return next(filter(None, said), "without a name")
