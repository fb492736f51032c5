"""How alike things are by their words: passages of a new document, those of earlier ones, and titles of records.

Of earlier passages there are only hashes; the words of the new document are hashed with the salt of each earlier one,
so that the words that two passages share are known. A word weighs more the fewer passages have it.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.documents.ingest import Ingestion
from generator.documents.matching.known import Known
from generator.documents.passages import ExtractedPassage
from generator.documents.search import hash_by_word, stems_in
from generator.model import Citation

_GRAM = 4
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True)
class Wording:
    """The words of a text: their stems, and the pieces of four letters that find the parts of a compound."""

    stems: frozenset[str]
    grams: frozenset[str]


def wording_of(text: str, code: str) -> Wording:
    """The words of a text in the language `code`, without accents."""
    plain = _without_accents(text)
    return Wording(stems_in(plain, code), _grams_in(plain))


def _without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _grams_in(text: str) -> frozenset[str]:
    """Every piece of four letters of every word, with its ends as blanks."""
    words = (f" {word} " for word in _LETTERS.findall(text.lower()))
    return frozenset(word[i : i + _GRAM] for word in words for i in range(len(word) - _GRAM + 1))


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

    def pieced(self, words: Wording, passage: str) -> float:
        """The share of the pieces of the words that are in the passage: from 0 to 1."""
        return len(words.grams & self.read[passage].grams) / len(words.grams) if words.grams else 0.0

    @cached_property
    def alike(self) -> Mapping[str, Mapping[Citation, float]]:
        """The cosine of the weighed words of each passage and of each earlier one: from 0 to 1."""
        squares = {stem: weight * weight for stem, weight in self.weights.items()}

        def square(stems: Iterable[str]) -> float:
            return sum(squares[stem] for stem in stems)

        norms = {cited: math.sqrt(square(stems)) or 1.0 for cited, stems in self.earlier.items()}
        found: dict[str, Mapping[Citation, float]] = {}
        for id, ours in self._plain.items():
            norm = math.sqrt(square(ours)) or 1.0
            found[id] = {cited: square(ours & theirs) / norm / norms[cited] for cited, theirs in self.earlier.items()}
        return found

    def words_in(self, stems: frozenset[str], passage: ExtractedPassage) -> tuple[str, ...]:
        """The words of the passage that have one of the stems, as they are there, the weightiest first."""
        written: dict[str, str] = {}
        for word in _WORD.findall(f"{passage.section} {passage.text}"):
            for stem in stems_in(_without_accents(word), self.document.language):
                written.setdefault(stem, word)
        found = sorted(stems & written.keys(), key=lambda stem: (-self.weight(stem), stem))
        return tuple(dict.fromkeys(written[stem] for stem in found))
