"""What a text says against the passages that it cites, by the hashes of their stems: no document is needed."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from generator.archive import Archive
from generator.checks.meaning.words import words_of
from generator.documents.search import hash_by_word, stems_in
from generator.model import Citation, Passage
from generator.text import Figure, figures_in, language, table_in

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.;:?!] ")
_FEWEST = 3
"""Words of a sentence that says something by itself."""
_ANY_DAY = date(2000, 1, 1)
"""By which relative dates of headings are read, of which only the figures count."""
_MORE, _RARE = 10, 0.05
"""How rare a word is, is counted as if a source had so many passages more, and such a share of them had the word."""


@cache
def stems_of(word: str, code: str) -> frozenset[str]:
    """The stems of one word; of a word with hyphens also of its parts."""
    return stems_in(word, code)


@dataclass(frozen=True)
class SourceIndex:
    """The passages of one source by the hashes of their stems."""

    source: str
    language: str
    passages: Mapping[str, Passage]
    _hashes: dict[str, str] = field(default_factory=dict, repr=False)
    _of_texts: dict[str, frozenset[str]] = field(default_factory=dict, repr=False)
    _of_concepts: dict[tuple[str, bool], frozenset[str]] = field(default_factory=dict, repr=False)
    _weights: dict[str, Mapping[str, float]] = field(default_factory=dict, repr=False)

    @cached_property
    def held(self) -> dict[str, frozenset[str]]:
        """The hashes of each passage."""
        return {id: frozenset((passage.stems or "").split()) for id, passage in self.passages.items()}

    @cached_property
    def _having(self) -> dict[str, list[str]]:
        """The passages that have each hash."""
        having = defaultdict(list)
        for id, hashes in self.held.items():
            for digits in hashes:
                having[digits].append(id)
        return having

    def hashes(self, text: str) -> frozenset[str]:
        """The hashes of the stems of a text."""
        if text not in self._of_texts:
            self._of_texts[text] = self._hashed(text)
        return self._of_texts[text]

    def _hashed(self, text: str) -> frozenset[str]:
        stems = {stem for word in _WORD.findall(text) for stem in stems_of(word, self.language)}
        for stem in stems - self._hashes.keys():
            self._hashes.update(hash_by_word([stem], self.source))
        return frozenset(self._hashes[stem] for stem in stems)

    def hashes_of(self, concept: str, *, only_sure: bool = False) -> frozenset[str]:
        """The hashes of the words that say a concept, or may."""
        if (concept, only_sure) not in self._of_concepts:
            words = words_of(concept, self.language, only_sure=only_sure)
            self._of_concepts[concept, only_sure] = self.hashes(" ".join(words))
        return self._of_concepts[concept, only_sure]

    def likeness(self, text: str) -> dict[str, float]:
        """What share of the words of the text that the source knows each passage has: rare words weigh more.

        Passages with none of them are left out.
        """
        shares, whole = Counter[str](), 0.0
        for digits in self.hashes(text):
            having = self._having.get(digits, ())
            if having:
                weight = math.log((len(self.held) + 1) / (len(having) + 0.5))
                whole += weight
                for id in having:
                    shares[id] += weight  # type: ignore[assignment]
        return {id: share / whole for id, share in shares.items()} if whole else {}

    def support(self, text: str, id: str) -> float:
        """What share of the words of a sentence a passage and its headings have, of the sentence of which it has most.

        Rare words weigh more, those that the source does not know most; frequent words of the language nothing.
        """
        passage = self.under_headings(id)
        return max(_share(self.weights(sentence), passage) for sentence in _sentences(text))

    def under_headings(self, id: str) -> frozenset[str]:
        """The hashes of a passage and of its headings."""
        return self.held[id] | self.hashes(self.passages[id].section)

    def has(self, word: str, id: str) -> bool:
        """Whether a passage or its headings have a word, or a plural or another form of it with a stem of its own."""
        held, endings = self.under_headings(id), language(self.language).endings
        return any(not held.isdisjoint(self.hashes(f"{word}{ending}")) for ending in ("", *endings))

    def figures(self, id: str) -> tuple[Figure, ...]:
        """The figures of a passage and of its headings."""
        passage = self.passages[id]
        return (*passage.said, *figures_in(passage.section, self.language, _ANY_DAY))

    def telling(self, text: str) -> list[str]:
        """The words of a text that are not frequent in the language; what is all capitals is another word."""
        words = _WORD.findall(text)
        return [word for word in words if word.lower() not in _frequent(self.language) or word[1:].isupper()]

    def weights(self, text: str) -> Mapping[str, float]:
        """How much each word of a text says of what it is about, by its hash."""
        if text not in self._weights:
            whole = len(self.held) + _MORE
            self._weights[text] = {
                digits: math.log(whole / (len(self._having.get(digits, ())) + _RARE * _MORE))
                for digits in self.hashes(" ".join(self.telling(text)))
            }
        return self._weights[text]


def _share(weights: Mapping[str, float], passage: frozenset[str]) -> float:
    whole = sum(weights.values())
    return sum(weight for digits, weight in weights.items() if digits in passage) / whole if whole else 0.0


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_END.split(text) if len(part.split()) >= _FEWEST] or [text]


@cache
def _frequent(code: str) -> frozenset[str]:
    """Words of a language that say nothing of what a text is about."""
    return frozenset([*language(code).common, *table_in("generator.checks.meaning", "stop_words.toml")[code].split()])


@dataclass(frozen=True)
class Passages:
    """The passages of an archive."""

    archive: Archive
    _indexes: dict[str, SourceIndex] = field(default_factory=dict, repr=False)

    def index(self, source: str) -> SourceIndex | None:
        """The index of a source; None if it has no passages, or if they were read before stems were kept."""
        if source not in self._indexes:
            read, passages = self.archive.indexes.get(source), self.archive.passages.get(source, {})
            if not read or not any(passage.stems for passage in passages.values()):
                return None
            self._indexes[source] = SourceIndex(source, read.language, passages)
        return self._indexes[source]

    def cited(self, cites: Iterable[Citation]) -> Iterator[tuple[SourceIndex, list[str]]]:
        """The sources cited, each with the ids of its passages that are cited. Nothing if one has no index."""
        by_source: dict[str, list[str]] = {}
        for citation in cites:
            by_source.setdefault(citation.source, []).append(citation.passage)
        found = [(self.index(source), ids) for source, ids in by_source.items()]
        if all(index and not set(ids) - index.held.keys() for index, ids in found):
            yield from ((index, ids) for index, ids in found if index)
