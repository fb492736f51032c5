"""The passages of a source that are nearest to a milestone, by the hashes of their stems: no text is needed."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.archive import Archive
from generator.documents.search.stems import hash_by_word, names_in, stems_in
from generator.model import Milestone, Passage
from generator.text import LANGUAGES

_NEAR = 0.5
"""A passage is near if it has words with half of the weight of all that is looked for."""
_LEAST = 0.1
"""A passage with less than this has only words in common that most passages have."""
_NAME = 2.0
"""How much more a name weighs than another word."""
_MOST = 5
_WORDS = 4
_SHORTEST = 4
"""Letters of a word that is worth looking for, unless it is an abbreviation."""


@dataclass(frozen=True)
class NearPassage:
    """A passage that may mention a milestone."""

    passage: Passage
    share: float
    """Of the weight of what is looked for, from 0 to 1: rare words weigh more, and names twice as much."""
    words: tuple[str, ...]
    """What was found in it, the weightiest first."""

    @property
    def is_near(self) -> bool:
        """Whether it has so much in common that somebody must say that it does not mention the milestone."""
        return self.share >= _NEAR


def words_of(archive: Archive, milestone: Milestone, code: str) -> frozenset[str]:
    """What to look for: the stems and names in the title and in the names of the places of a milestone.

    `code` is the code of the language in which it is looked for.
    """
    places = (archive.places[id].name[code] for id in milestone.places if id in archive.places)
    return stems_in(" ".join([milestone.title[code], *places]), code)


@dataclass(frozen=True)
class Search:
    """Searches the passages of one archive; what it reads of them is kept."""

    archive: Archive
    _held: dict[str, list[tuple[Passage, frozenset[str]]]] = field(default_factory=dict, repr=False)

    def nearest(self, milestone: Milestone, source: str) -> tuple[NearPassage, ...]:
        """The passages of the source that have most in common with the milestone, at most five, the nearest first.

        Empty if the source has no passages, or if they were ingested before stems were kept.
        """
        passages, index = self._passages(source), self.archive.indexes.get(source)
        code = index.language if index else LANGUAGES[0]
        hashes = hash_by_word(words_of(self.archive, milestone, code), source)
        names = stems_in(" ".join(names_in(milestone.title[code])), code)
        weights = {}
        for word, digits in hashes.items():
            having = sum(digits in held for _, held in passages)
            weights[word] = math.log((len(passages) + 1) / (having + 1)) * (_NAME if word in names else 1)
        found = sorted(_found(passages, hashes, weights), key=lambda near: -near.share)
        return tuple(found[:_MOST])

    def suggested_words(self, milestone: Milestone) -> tuple[str, ...]:
        """What one would type to look for it: the rarest words of its title, at most four, as they stand there."""
        written = dict.fromkeys(re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", milestone.title[LANGUAGES[0]]))
        rarity = {word: self._having(word) for word in written if len(word) >= _SHORTEST or word.isupper()}
        rarest = sorted(rarity, key=lambda word: rarity[word])[:_WORDS]
        return tuple(word for word in written if word in rarest) or tuple(written)

    def _having(self, word: str) -> int:
        """How many passages of all sources have the word in some form."""
        stems = stems_in(word, LANGUAGES[0])
        return sum(
            bool(held & set(hash_by_word(stems, source).values()))
            for source in self.archive.passages
            for _, held in self._passages(source)
        )

    def _passages(self, source: str) -> list[tuple[Passage, frozenset[str]]]:
        if source not in self._held:
            passages = self.archive.passages.get(source, {}).values()
            self._held[source] = [(p, frozenset(p.stems.split())) for p in passages if p.stems]
        return self._held[source]


def _found(
    passages: list[tuple[Passage, frozenset[str]]], hashes: dict[str, str], weights: dict[str, float]
) -> Iterator[NearPassage]:
    whole = sum(weights.values())
    for passage, held in passages:
        words = sorted((word for word, digits in hashes.items() if digits in held), key=lambda word: -weights[word])
        share = sum(weights[word] for word in words) / whole if whole else 0.0
        if share >= _LEAST:
            yield NearPassage(passage, share, tuple(words))
