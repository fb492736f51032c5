"""What search finds in an edition, and the file that it reads."""

from generator.pages.search.entries import (
    milestone_entry,
    page_entry,
    place_entries,
    source_entry,
    term_entries,
    theme_entries,
)
from generator.pages.search.index import search_index

__all__ = [
    "milestone_entry",
    "page_entry",
    "place_entries",
    "search_index",
    "source_entry",
    "term_entries",
    "theme_entries",
]
