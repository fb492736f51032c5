"""A document as read, whatever it came from: headings, paragraphs, list items and table rows in reading order."""

from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """Of a list, without its bullet."""
    ROW = "row"
    """Of a table, its cells with a space between them."""


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item or table row."""

    kind: BlockKind
    text: str
    """On one line, lines rejoined, marks of footnotes taken out. The footnotes that it calls follow at its end."""
    level: int = 0
    """Of a heading: 1 is outermost; 0 where the document does not tell."""


class Unreadable(Exception):
    """The file holds no text that can be read; the message says why, and what to do."""
