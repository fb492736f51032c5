"""The blocks of a document of any format: headings, paragraphs, list items and table rows in reading order."""

from dataclasses import dataclass, field
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
    page: int = field(default=0, compare=False)
    """On which it begins, from 1; 0 where a document has no pages."""


class PagePart(Enum):
    """What is on a page and no part of its text."""

    HEAD = "head"
    FOOT = "foot"
    MARGIN = "margin"
    CONTENTS = "table of contents"
    MENU = "menu"
    REPEATED = "page number or repeated line"
    TURNED = "turned text"
    """Against most of the page."""
    HIDDEN = "text that nobody sees"
    """Printed where something covers it up or the page ends, or marked as not shown."""
    STRUCK = "text struck through"
    OBJECT = "picture, chart or other object"
    """In a document without pages; by what is said of it there."""
    PICTURE = "picture"
    """All of the page; there is no text in it that could be read."""


@dataclass(frozen=True)
class LeftOut:
    """One line that is in a file and not among its blocks, or a page without any."""

    part: PagePart
    text: str = ""
    page: int = 0
    """From 1; 0 where a file has no pages."""


@dataclass(frozen=True)
class Reading:
    """What was read of a file, and what was not."""

    blocks: tuple[Block, ...]
    """In reading order."""
    left_out: tuple[LeftOut, ...] = ()
    """In the order of the pages."""


class Unreadable(Exception):
    """The file has no text that can be read; the message says why, and what to do."""
