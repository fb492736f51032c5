"""What words of a text say, counted by language: a denial, more or less, before or after, must or may."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.text import LANGUAGES, language, months_of, table_in

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = "#"
_SILENT = "nothing"
DENIAL = "negation"
"""The concept of words that deny something."""
"""The phrases under this name say nothing, though words of them would."""
Range = tuple[int, int]
"""How often something is said at least, and at most."""


@dataclass(frozen=True)
class Phrase:
    """Words in lower case, and what they say."""

    words: tuple[str, ...]
    """The last may end in `*`, for any ending; `#` is a number."""
    concept: str
    is_sure: bool

    def fits(self, tokens: Sequence[str], numbers: frozenset[str]) -> bool:
        """Whether the tokens, of which the first fits its first word, are its words."""
        return len(tokens) == len(self.words) and all(
            _fits(word, token, numbers) for word, token in zip(self.words, tokens, strict=True)
        )


def _fits(word: str, token: str, numbers: frozenset[str]) -> bool:
    if word == _NUMBER:
        return token[0].isdigit() or token in numbers
    return token.startswith(word[:-1]) if word.endswith("*") else word == token


@dataclass(frozen=True)
class _Starting:
    """The phrases that start with one word."""

    alone: tuple[Phrase, ...]
    """Those of that word only."""
    longer: Mapping[str, Sequence[Phrase]]
    """The others by their second word; under an empty one those in which it may be several."""


@dataclass(frozen=True)
class Lexicon:
    """The phrases of one language."""

    by_first: Mapping[str, tuple[Phrase, ...]]
    """By their first word."""
    most: int
    """Words of the longest phrase."""
    numbers: frozenset[str]
    """Words that are numbers."""
    skipped: re.Pattern[str] | None
    """What is another word with a capital: months such as May."""
    _starting: dict[str, _Starting] = field(default_factory=dict, repr=False)
    _said: dict[str, Mapping[str, Range]] = field(default_factory=dict, repr=False)

    def said(self, text: str) -> Mapping[str, Range]:
        """How often the text says each concept; without those that it does not."""
        if text not in self._said:
            self._said[text] = self._counted(text)
        return self._said[text]

    def _counted(self, text: str) -> Mapping[str, Range]:
        sure, all_ = Counter[str](), Counter[str]()
        for phrase in self._found(text):
            all_[phrase.concept] += 1
            sure[phrase.concept] += phrase.is_sure
        return {concept: (sure[concept], most) for concept, most in all_.items() if concept != _SILENT}

    def _found(self, text: str) -> Iterator[Phrase]:
        """The phrases in the order of the text; of those that start at a word the longest, one for each concept."""
        text = self.skipped.sub("", text) if self.skipped else text
        tokens = _TOKEN.findall(text.lower().replace("’", "'"))
        free = 0
        for at, token in enumerate(tokens):
            starting = self._starting.get(token)
            if starting is None:
                starting = self._starting[token] = self._that_start(token)
            if at < free or not (starting.alone or starting.longer):
                continue
            found, longest = self._longest(starting, tokens[at : at + self.most])
            said = {phrase.concept: phrase for phrase in found}
            yield from [said[_SILENT]] if _SILENT in said else said.values()
            free = at + longest

    def _longest(self, starting: _Starting, tokens: list[str]) -> tuple[Sequence[Phrase], int]:
        """The longest phrases that the tokens begin with, and how many words they have; 1 if there are none."""
        second = tokens[1] if len(tokens) > 1 else ""
        likely = (*starting.longer.get(second, ()), *starting.longer.get("", ()))
        fitting = [phrase for phrase in likely if phrase.fits(tokens[: len(phrase.words)], self.numbers)]
        longest = max((len(phrase.words) for phrase in fitting), default=1)
        return ([phrase for phrase in fitting if len(phrase.words) == longest] or starting.alone), longest

    def _that_start(self, token: str) -> _Starting:
        """The phrases whose first word the token may be."""
        firsts = [token, *(f"{token[:n]}*" for n in range(2, len(token) + 1))]
        firsts += [_NUMBER] if _fits(_NUMBER, token, self.numbers) else []
        phrases = [phrase for first in firsts for phrase in self.by_first.get(first, ())]
        longer: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if len(phrase.words) > 1:
                second = phrase.words[1]
                longer.setdefault("" if second == _NUMBER or second.endswith("*") else second, []).append(phrase)
        return _Starting(tuple(phrase for phrase in phrases if len(phrase.words) == 1), longer)


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language."""
    words = language(code).numbers
    numbers = {*words.ones, *words.tens, *words.multipliers, *words.fractions, *words.scales}
    has_capitals = language(code).dates.months_have_a_capital
    skipped = re.compile(rf"\b(?:{'|'.join(months_of(code))})\b") if has_capitals else None
    phrases = tuple(
        Phrase(tuple(written.lower().split()), concept, kind == "sure")
        for concept, by_language in _table().items()
        for kind, phrases in by_language.get(code, {}).items()
        for written in phrases
    )
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        by_first[phrase.words[0]] = (*by_first.get(phrase.words[0], ()), phrase)
    return Lexicon(by_first, max(len(phrase.words) for phrase in phrases), frozenset(numbers), skipped)


@cache
def meaning_of(concept: str) -> str:
    """What the words of the concept say, for messages: `a denial`."""
    return str(_table()[concept]["means"])


@cache
def opposites() -> Mapping[str, str]:
    """The concepts that have an opposite, with it."""
    return {concept: str(table["opposite"]) for concept, table in _table().items() if "opposite" in table}


@cache
def words_of(concept: str, code: str) -> tuple[str, ...]:
    """The single words that say the concept in a language, or may; of those with an ending left open, the start."""
    phrases = (phrase for phrases in _table()[concept][code].values() for phrase in phrases)
    plain = (phrase.replace("#", "").replace("*", "").strip() for phrase in phrases)
    return tuple(word for word in plain if word and " " not in word)


@cache
def _table() -> dict[str, Any]:
    return table_in("generator.checks.meaning", "words.toml")


def differing(said: Mapping[str, Mapping[str, Range]]) -> Iterator[tuple[str, str, str]]:
    """Each concept that one text says more often than the other can: it, the language that does, and the other.

    `said` has what the text of each language says.
    """
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for concept, (least, _) in said[code].items():
            if least > said[other].get(concept, (0, 0))[1]:
                yield concept, code, other
