"""Whether a passage uses a term, by the hashes of its stems: a plural and a compound written apart included."""

import re

from generator.checks.meaning.passages import SourceIndex
from generator.model import Term

_BESIDE = re.compile(r" ?[(),/] ?")
"""What stands between two names of one thing."""
_SHORTEST = 4
"""Letters of a part of a compound."""


def use_of(term: Term, index: SourceIndex, id: str) -> float:
    """What share of a name of the term the passage and its headings have, of the name of which they have most."""
    names = [name for name in _BESIDE.split(term.term[index.language]) if name]
    return max(_share(name, index, id) for name in [*names, *filter(None, [term.abbreviation])])


def _share(name: str, index: SourceIndex, id: str) -> float:
    weights = {word: max(index.weights(word).values(), default=0.0) for word in index.telling(name)}
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if _uses(word, index, id)) / whole if whole else 0.0


def _uses(word: str, index: SourceIndex, id: str) -> bool:
    cuts = range(_SHORTEST, len(word) - _SHORTEST + 1)
    return index.has(word, id) or any(index.has(word[:cut], id) and index.has(word[cut:], id) for cut in cuts)
