"""What is on a web page around its text."""

from generator.documents.web.menus import (
    HEADINGS,
    LINES,
    NOT_TEXT,
    is_left_out,
    is_text,
    lines_outside,
    menus_of,
    text_in,
    text_words,
)
from generator.documents.web.opened import open_page

__all__ = [
    "HEADINGS",
    "LINES",
    "NOT_TEXT",
    "is_left_out",
    "is_text",
    "lines_outside",
    "menus_of",
    "open_page",
    "text_in",
    "text_words",
]
