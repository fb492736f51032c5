"""Looks things up in passages without their text: stems, their hashes, and the passages nearest to a milestone."""

from generator.documents.search.nearest import Search
from generator.documents.search.stems import hashed, names_in, negations_in, stems_in

__all__ = ["Search", "hashed", "names_in", "negations_in", "stems_in"]
