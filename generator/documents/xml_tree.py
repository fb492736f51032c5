"""Untrusted XML → a tree of elements without prefixes; refuses entities, great depth and unknown encodings."""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from generator.documents.block import Unreadable
from generator.documents.html import MAX_DEPTH


def tree_of(content: bytes, what: str = "paper") -> Element:
    """The root element; names of elements are without prefix, those of attributes as written.

    Raises Unreadable, which calls the content `what`, for broken XML, entities, great depth and unknown encodings.
    """
    builder = TreeBuilder()
    opened: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        opened.append(tag.rpartition(":")[2])
        if len(opened) > MAX_DEPTH:
            raise Unreadable(f"its elements are nested more than {MAX_DEPTH} deep; download the {what} again")
        builder.start(opened[-1], attributes)

    def refuse_entity(name: str, *_: object) -> None:
        raise Unreadable(f"it uses the entity {name!r}, and {what}s have none of their own; download the {what} again")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: builder.end(opened.pop())
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse_entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        why = expat.errors.messages[error.code]
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise Unreadable(f"broken XML at {place}: {why}; download the {what} again") from None
    except (LookupError, ValueError) as error:
        raise Unreadable(f"its encoding cannot be read ({error}); save it as UTF-8") from None
    return builder.close()


def said(element: Element) -> str:
    """The text of an element and its descendants, on one line."""
    return " ".join("".join(element.itertext()).split())


def attribute(element: Element, name: str) -> str:
    """The attribute of that name, with any prefix; empty if there is none."""
    return next((value for key, value in element.items() if key.rpartition(":")[2] == name), "")
