"""Pages that a server sends instead of a document: they are refused with what they say."""

import re
from collections.abc import Sequence

from generator.documents.block import Block, Unreadable
from generator.documents.conventions import CONVENTIONS

_ERROR = re.compile("|".join(CONVENTIONS.page.errors), re.IGNORECASE)
_MOST_WORDS = 150
"""Of a page that says that there is no document, at most."""
_TITLE_WORDS = 12
"""Of the line that says so, at most."""


def refuse_error_page(blocks: Sequence[Block]) -> None:
    """Raises Unreadable if a short text has a line that says that a page was not found or a server failed."""
    if sum(len(block.text.split()) for block in blocks) > _MOST_WORDS:
        return
    lines = (block.text for block in blocks if len(block.text.split()) <= _TITLE_WORDS)
    said = next(filter(_ERROR.search, lines), None)
    if said:
        raise Unreadable(f"this is no document but the answer of a server, {said!r}; fetch the document again")
