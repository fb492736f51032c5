"""Looks things up in passages without their text: stems, their hashes, the passages nearest to something."""

from generator.documents.search.moved import moved_in, with_citations_moved, with_scope_moved
from generator.documents.search.nearest import NearPassage, Search
from generator.documents.search.stems import hash_by_word, hashed, names_in, negations_in, stems_in

__all__ = [
    "NearPassage",
    "Search",
    "hash_by_word",
    "hashed",
    "moved_in",
    "names_in",
    "negations_in",
    "stems_in",
    "with_citations_moved",
    "with_scope_moved",
]
