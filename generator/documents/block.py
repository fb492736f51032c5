"""The blocks of a document of any format: headings, paragraphs, list items and table rows in reading order."""

from dataclasses import dataclass
from enum import Enum


class BlockKind(Enum):
    """The kinds of blocks of a document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """An item of a list, without its bullet."""
    ROW = "row"
    """A row of a table, its cells separated by a space."""


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item or table row."""

    kind: BlockKind
    text: str
    """On one line, without footnote marks; the footnotes that it refers to follow at its end."""
    level: int = 0
    """Of a heading: 1 is the outermost; 0 where the document does not state it."""


class Unreadable(Exception):
    """The file has no text that can be read; the message says why, and what to do."""
