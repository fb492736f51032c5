"""The words of a text as stems and salted hashes: enough to look something up, too little to make a sentence again.

The hashes of a passage are a set, in the order of their digits: neither the order nor the number of its words is kept.
Stems are those of Snowball.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

import snowballstemmer

from generator.text import language

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:•]|\n)[\s\"'‘“(]{0,5}$")
_DIGITS = 5
"""Of a hash, hexadecimal: two of the words of a passage rarely share one, and many words of a language do."""


@cache
def _stemmer(code: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(language(code).stems)


@lru_cache(maxsize=65536)
def _stem(word: str, code: str) -> str:
    return str(_stemmer(code).stemWord(word))


def stems_in(text: str, code: str) -> frozenset[str]:
    """The stems of the words of a text in the language `code`, in lower case; of a word with hyphens also its parts."""
    words = [word.lower() for word in _WORD.findall(text)]
    parts = {part for word in words for part in (word, *word.split("-"))}
    return frozenset(_stem(part, code) for part in parts if part)


def names_in(text: str) -> frozenset[str]:
    """Names in a text, in lower case: words with a capital that start no sentence, or with two capitals."""
    return frozenset(_names(text))


def _names(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found.group()
        capitals = sum(c.isupper() for c in word)
        starts = bool(_SENTENCE_END.search(text[max(0, found.start() - 5) : found.start()]))
        if word[0].isalpha() and (capitals > 1 or (word[0].isupper() and not starts)):
            yield word.lower()


def negations_in(text: str, code: str) -> int:
    """How many words of a text deny something: `niet`, `geen`."""
    denying = language(code).negations
    return sum(word.lower() in denying for word in _WORD.findall(text))


def hashed(words: Iterable[str], salt: str) -> str:
    """The hash of each word with the salt, each once, sorted and separated by spaces."""
    return " ".join(sorted({_hash(word, salt) for word in words}))


def hash_by_word(words: Iterable[str], salt: str) -> dict[str, str]:
    """The hash of each word with the salt, as `hashed` has it."""
    return {word: _hash(word, salt) for word in words}


def _hash(word: str, salt: str) -> str:
    return hashlib.sha256(f"{salt} {word}".encode()).hexdigest()[:_DIGITS]
