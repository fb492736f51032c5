"""How alike things are by their words: passages of a new document, those of earlier ones, and titles of records.

Of earlier passages there are only hashes; the words of the new document are hashed with the salt of each earlier one,
so that the words that two passages share are known. A word weighs more the fewer passages have it.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.documents.ingest import Ingestion
from generator.documents.matching.known import Known
from generator.documents.passages import ExtractedPassage
from generator.documents.search import hash_by_word, stems_in
from generator.model import Citation

_GRAM = 4
_MISSPELT, _LONG = 0.7, 8
"""The share of common pieces from which two words are one, misspelt; words of fewer letters are too short to tell."""
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")
A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True)
class Wording:
    """The words of a text: their stems, and the pieces of four letters that find the parts of a compound."""

    stems: frozenset[str]
    grams: frozenset[str]


def wording_of(text: str, code: str) -> Wording:
    """The words of a text in the language `code`, without accents."""
    return Wording(words_of(text, code), _grams_in(_without_accents(text)))


def words_of(text: str, code: str) -> frozenset[str]:
    """The stems of the words of a text in the language `code`, without accents."""
    return stems_in(_without_accents(text), code)


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _grams_in(text: str) -> frozenset[str]:
    """Every piece of four letters of every word, with its ends as blanks."""
    words = (f" {word} " for word in _LETTERS.findall(text.lower()))
    return frozenset(word[i : i + _GRAM] for word in words for i in range(len(word) - _GRAM + 1))


def cosines(
    ours: Mapping[A, frozenset[str]], theirs: Mapping[B, frozenset[str]], weight: Callable[[str], float]
) -> dict[A, dict[B, float]]:
    """The cosine of the weighed words of each text of ours and of each of theirs, from 0 to 1; 0 is left out."""
    having: defaultdict[str, list[B]] = defaultdict(list)
    for key, stems in theirs.items():
        for stem in stems:
            having[stem].append(key)
    squares = {stem: weight(stem) ** 2 for stem in having.keys() | frozenset().union(*ours.values())}
    norms = {key: math.sqrt(sum(map(squares.__getitem__, stems))) for key, stems in theirs.items()}
    found: dict[A, dict[B, float]] = {}
    for own, stems in ours.items():
        norm = math.sqrt(sum(map(squares.__getitem__, stems)))
        shared: defaultdict[B, float] = defaultdict(float)
        for stem in sorted(stems & having.keys()):
            for key in having[stem]:
                shared[key] += squares[stem]
        found[own] = {key: square / norm / norms[key] for key, square in shared.items() if square}
    return found


@dataclass(frozen=True)
class Likeness:
    """Compares the passages of one new document with what was known before it."""

    known: Known
    document: Ingestion

    @cached_property
    def read(self) -> Mapping[str, Wording]:
        """The words of each passage of the document and of the headings above it, by id."""
        return {p.id: self._wording(f"{p.section}. {p.text}") for p in self.document.passages}

    @cached_property
    def sentences(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """The words of each sentence of each passage, with those of the headings above it."""
        return {
            p.id: tuple(self._wording(f"{p.section}. {said}").stems for said in SENTENCE.split(p.text))
            for p in self.document.passages
        }

    def _wording(self, text: str) -> Wording:
        """The words of a text, and those that its abbreviations stand for."""
        words = wording_of(text, self.document.language)
        return Wording(words.stems.union(*self._meant(text, words.stems)), words.grams)

    def _meant(self, text: str, stems: frozenset[str]) -> Iterator[frozenset[str]]:
        """The words of each abbreviation of the glossary that is in the text, and each one whose words are."""
        for short, meant in self._abbreviations:
            if short & stems:
                yield meant
            elif meant <= stems:
                yield short

    @cached_property
    def _abbreviations(self) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """The stems of the abbreviations that were known, and of what each stands for."""
        code = self.document.language
        return tuple(
            (stems_in(term.abbreviation, code), stems_in(_without_accents(term.term[code]), code))
            for term in self.known.terms
            if term.abbreviation
        )

    @cached_property
    def _plain(self) -> Mapping[str, frozenset[str]]:
        """The stems of each passage as they are hashed."""
        code = self.document.language
        return {p.id: p.stems | stems_in(p.section, code) for p in self.document.passages}

    @cached_property
    def earlier(self) -> Mapping[Citation, frozenset[str]]:
        """The words of each earlier passage that occur in the document too."""
        code = self.document.language
        vocabulary = frozenset().union(*self._plain.values())
        found: dict[Citation, frozenset[str]] = {}
        for source in sorted(self.known.sources & self.known.archive.passages.keys()):
            words = {digits: word for word, digits in hash_by_word(vocabulary, source).items()}
            for id, passage in self.known.archive.passages[source].items():
                held = frozenset(words[digits] for digits in (passage.stems or "").split() if digits in words)
                found[Citation(source, id)] = held | (stems_in(passage.section, code) & vocabulary)
        return found

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each word says: the logarithm of how rare the passages are that have it."""
        texts = [*(words.stems | self._plain[id] for id, words in self.read.items()), *self.earlier.values()]
        having = Counter(stem for stems in texts for stem in stems)
        return {stem: math.log((len(texts) + 1) / (count + 0.5)) for stem, count in having.items()}

    def weight(self, stem: str) -> float:
        """The weight of a word; the most if no passage has it."""
        return self.weights.get(stem) or math.log(2 * (len(self.read) + len(self.earlier) + 1))

    @cached_property
    def alike(self) -> Mapping[str, Mapping[Citation, float]]:
        """The cosine of the weighed words of each passage and of each earlier one: from 0 to 1."""
        return cosines(self._plain, self.earlier, self.weight)

    def nearest(self, texts: Mapping[A, frozenset[str]]) -> Mapping[str, Mapping[A, float]]:
        """The cosine of the words of each passage, with the headings above it, and of each text, given as stems."""
        return cosines({id: words.stems for id, words in self.read.items()}, texts, self.weight)

    def words_in(self, stems: frozenset[str], passage: ExtractedPassage) -> tuple[str, ...]:
        """The words of the passage that have one of the stems, as they are there, the weightiest first."""
        written: dict[str, str] = {}
        for word in _WORD.findall(f"{passage.section} {passage.text}"):
            for stem in stems_in(_without_accents(word), self.document.language):
                written.setdefault(stem, word)
        found = sorted(stems & written.keys(), key=lambda stem: (-self.weight(stem), stem))
        return tuple(dict.fromkeys(written[stem] for stem in found))


@dataclass(frozen=True)
class Titles:
    """The titles of all milestones and indicators that were known, and how much of one a passage has."""

    likeness: Likeness

    @cached_property
    def words(self) -> Mapping[str, Wording]:
        """The words of each title, by the id of its record."""
        code = self.likeness.document.language
        return {record.id: wording_of(record.title[code], code) for _, record in self.likeness.known.records}

    @cached_property
    def telling(self) -> Mapping[str, float]:
        """The weight of each word of a title: it says more the fewer passages and the fewer titles have it."""
        having = Counter(stem for words in self.words.values() for stem in words.stems)
        whole = len(self.words) + 1
        return {stem: self.likeness.weight(stem) * math.log(whole / (n + 0.5)) for stem, n in having.items()}

    @cached_property
    def _telling_pieces(self) -> Mapping[str, float]:
        having = Counter(gram for words in self.words.values() for gram in words.grams)
        read = Counter(gram for words in self.likeness.read.values() for gram in words.grams)
        whole, passages = len(self.words) + 1, len(self.likeness.read) + 1
        return {
            gram: math.log(passages / (read[gram] + 0.5)) * math.log(whole / (n + 0.5)) for gram, n in having.items()
        }

    @cached_property
    def _misspelt(self) -> Mapping[str, frozenset[str]]:
        """For each word of the document the words of titles that are nearly written the same and not in it."""
        read = frozenset().union(*(words.stems for words in self.likeness.read.values()))
        titles = {stem: _grams_in(stem) for stem in self.telling.keys() - read if len(stem) >= _LONG}
        pieces = {stem: _grams_in(stem) for stem in read if len(stem) >= _LONG}
        return {
            stem: frozenset(word for word, theirs in titles.items() if _common(ours, theirs) >= _MISSPELT)
            for stem, ours in pieces.items()
        }

    def meant(self, stems: frozenset[str]) -> frozenset[str]:
        """The stems with the words of titles that they may be, misspelt."""
        return stems.union(*(self._misspelt[stem] for stem in stems & self._misspelt.keys()))

    def covered(self, title: Wording, stems: frozenset[str]) -> float:
        """The share of the weight of its words that is among the stems: from 0 to 1."""
        return _share(title.stems, stems, self.telling)

    def pieced(self, title: Wording, passage: str) -> float:
        """The share of the weight of its pieces that the passage has, which finds parts of compounds: from 0 to 1."""
        return _share(title.grams, self.likeness.read[passage].grams, self._telling_pieces)


def _common(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of the pieces of two words that both have."""
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _share(words: frozenset[str], among: frozenset[str], weights: Mapping[str, float]) -> float:
    whole = sum(map(weights.__getitem__, sorted(words)))
    return sum(map(weights.__getitem__, sorted(words & among))) / whole if whole else 0.0
