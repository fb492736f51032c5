"""How alike things are by their words: passages of a new document, those of earlier ones, and titles of records.

Of earlier passages there are only hashes; the words of the new document are hashed with the salt of each earlier one,
so that the words that two passages share are known. A word weighs more the fewer passages have it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.documents.ingest import Ingestion
from generator.documents.matching.known import Known
from generator.documents.passages import ExtractedPassage
from generator.documents.search import hash_by_word, stems_in
from generator.model import Citation

_GRAM = 4
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Wording:
    """The words of a text: their stems, and the pieces of four letters that find the parts of a compound."""

    stems: frozenset[str]
    grams: frozenset[str]


def wording_of(text: str, code: str) -> Wording:
    """The words of a text in the language `code`."""
    return Wording(stems_in(text, code), _grams_in(text))


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
        code = self.document.language
        return {p.id: wording_of(f"{p.section}. {p.text}", code) for p in self.document.passages}

    @cached_property
    def earlier(self) -> Mapping[Citation, frozenset[str]]:
        """The words of each earlier passage that occur in the document too."""
        vocabulary = frozenset(stem for words in self.read.values() for stem in words.stems)
        found: dict[Citation, frozenset[str]] = {}
        for source in sorted(self.known.sources & self.known.archive.passages.keys()):
            words = {digits: word for word, digits in hash_by_word(vocabulary, source).items()}
            for id, passage in self.known.archive.passages[source].items():
                hashes = (passage.stems or "").split()
                found[Citation(source, id)] = frozenset(words[digits] for digits in hashes if digits in words)
        return found

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much each word says: the logarithm of how rare the passages are that have it."""
        texts = [*(words.stems for words in self.read.values()), *self.earlier.values()]
        having = Counter(stem for stems in texts for stem in stems)
        return {stem: math.log((len(texts) + 1) / (count + 0.5)) for stem, count in having.items()}

    @cached_property
    def _most(self) -> float:
        """The weight of a word that no passage has."""
        return math.log(2 * (len(self.read) + len(self.earlier) + 1))

    def weighed(self, stems: Iterable[str]) -> float:
        """The weight of several words together."""
        return sum(self.weights.get(stem, self._most) for stem in stems)

    def covered(self, words: Wording, passage: str) -> float:
        """The share of the words that are in the passage, by weight: from 0 to 1."""
        found = words.stems & self.read[passage].stems
        return self.weighed(found) / self.weighed(words.stems) if found else 0.0

    def pieced(self, words: Wording, passage: str) -> float:
        """The share of the pieces of the words that are in the passage: from 0 to 1."""
        return len(words.grams & self.read[passage].grams) / len(words.grams) if words.grams else 0.0

    def alike(self, passage: str, cited: Citation) -> float:
        """The cosine of the weighed words of a passage and of an earlier one: from 0 to 1."""
        ours, theirs = self.read[passage].stems, self.earlier.get(cited, frozenset())
        product = self._square(ours & theirs)
        return product / self._norms[passage] / self._norms[cited] if product else 0.0

    @cached_property
    def _norms(self) -> Mapping[str | Citation, float]:
        texts: dict[str | Citation, frozenset[str]] = {id: words.stems for id, words in self.read.items()}
        return {key: math.sqrt(self._square(stems)) for key, stems in (texts | dict(self.earlier)).items()}

    def _square(self, stems: Iterable[str]) -> float:
        return sum(self.weights[stem] ** 2 for stem in stems)

    def words_in(self, words: Wording, passage: ExtractedPassage) -> tuple[str, ...]:
        """The words of the passage that are among others, as they are there, the weightiest first."""
        stems = sorted(words.stems & self.read[passage.id].stems, key=lambda stem: (-self.weights[stem], stem))
        code = self.document.language
        written: dict[str, str] = {}
        for word in re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", f"{passage.section} {passage.text}"):
            for stem in stems_in(word, code):
                written.setdefault(stem, word)
        return tuple(dict.fromkeys(written[stem] for stem in stems if stem in written))
