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

__all__ = [
    "HEADINGS",
    "LINES",
    "NOT_TEXT",
    "is_left_out",
    "is_text",
    "lines_outside",
    "menus_of",
    "text_in",
    "text_words",
]
