"""Whether a passage uses a term, by the hashes of its stems: a plural and a compound written apart included."""

import re

from generator.checks.meaning.passages import SourceIndex
from generator.model import Term

_BESIDE = re.compile(r" ?[(),/] ?")
"""What stands between two names of one thing."""
_ENDINGS = ("", "s", "en", "n", "e", "'s", "’s")
"""Of plurals and of adjectives, where a stem is not the same."""
_SHORTEST = 4
"""Letters of a part of a compound."""


def use_of(term: Term, index: SourceIndex, id: str) -> float:
    """What share of a name of the term the passage and its headings have, of the name of which they have most."""
    held = index.under_headings(id)
    names = [name for name in _BESIDE.split(term.term[index.language]) if name]
    return max(_share(name, index, held) for name in [*names, *filter(None, [term.abbreviation])])


def _share(name: str, index: SourceIndex, held: frozenset[str]) -> float:
    words = index.telling(name)
    weights = {word: max(index.weights(word).values(), default=0.0) for word in words}
    whole = sum(weights.values())
    return sum(weights[word] for word in words if _uses(word, index, held)) / whole if whole else 0.0


def _uses(word: str, index: SourceIndex, held: frozenset[str]) -> bool:
    if _has(word, index, held):
        return True
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    return any(_has(word[:cut], index, held) and _has(word[cut:], index, held) for cut in cuts)


def _has(word: str, index: SourceIndex, held: frozenset[str]) -> bool:
    return any(index.hashes(word + ending) & held for ending in _ENDINGS)
