"""In which language a text is written, as far as the frequent words of the languages of the atlas say."""

import re

from generator.text.language import LANGUAGES, language

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 40
"""Words from which a text can be judged."""
_LEAST = 0.15
"""The share of frequent words in a text of a language; in prose a third of the words are such."""


def is_spoken(text: str, code: str) -> bool:
    """Return whether a text may be in the language `code`: it has enough of its frequent words, or is too short."""
    words = _words(text)
    return len(words) < _FEWEST or _share(words, code) >= _LEAST


def spoken_in(text: str) -> str | None:
    """Return the code of the language of the atlas with most frequent words in a text; None if none has enough."""
    words = _words(text)
    best = max(LANGUAGES, key=lambda code: _share(words, code))
    return best if _share(words, best) >= _LEAST else None


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _share(words: list[str], code: str) -> float:
    common = frozenset(language(code).common)
    return sum(word in common for word in words) / len(words) if words else 0.0
