"""Which passages of a document that is read again have the text of known ones, and the citations that follow them."""

import re
from collections.abc import Mapping, Sequence

from generator.documents.search.stems import hashed
from generator.model import Passage

LIKE = 0.6
"""The share of their different words that two passages have in common if one is the other, somewhat changed."""
Read = tuple[str, str, frozenset[str]]
"""The id, the hash and the stems of a passage as it is read."""


def moved_in(source: str, before: Mapping[str, Passage], now: Sequence[Read]) -> dict[str, str]:
    """Return the new id of each known passage whose text is no longer under its own, or is there only in part.

    No two passages become one: the same text comes first, then what is most alike. One without a like is left out.
    """
    hashes = {id: hash for id, hash, _ in now}
    changed = {id: passage for id, passage in before.items() if hashes.get(id) != passage.hash}
    words = {
        id: (hash, frozenset(hashed(stems, source).split()))
        for id, hash, stems in now
        if id not in before or id in changed
    }
    alike = (
        (_likeness(known, *read), -place, id, new)
        for id, known in changed.items()
        for place, (new, read) in enumerate(words.items())
    )
    became: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, _, id, new in sorted(alike, reverse=True):
        if likeness >= LIKE and id not in became and new not in taken:
            became[id] = new
            taken.add(new)
    return became


def _likeness(known: Passage, hash: str, words: frozenset[str]) -> float:
    """More than 1 for the same text, and the share of common words otherwise."""
    if known.hash == hash:
        return 2
    before = frozenset((known.stems or "").split())
    return len(before & words) / len(before | words) if before | words else 0


def with_citations_moved(text: str, source: str, became: Mapping[str, str]) -> str:
    """The text of a file of data in which passages of the source are cited by their new ids."""
    cited = re.compile(rf"(?<![\w-]){re.escape(source)}#(?P<id>[a-z0-9-]+)")
    return cited.sub(lambda found: f"{source}#{became.get(found['id'], found['id'])}", text)


def with_scope_moved(text: str, became: Mapping[str, str]) -> str:
    """The text of the file of the source itself, in which passages that are out of scope have their new ids."""
    return re.sub(r"(?<=\bpassage: )[a-z0-9-]+", lambda found: became.get(found[0], found[0]), text)
