"""What words of a text say, counted by language: a denial, more or less, before or after, must or may."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.text import LANGUAGES, language, months_of, table_in

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUMBER = "#"
WORDS = "words.toml"
"""The table of what words say of things."""
THINGS = "things.toml"
"""The table of who acts and what is counted."""
_SILENT = "nothing"
"""The phrases under this name say nothing, though words of them would."""
DENIAL = "negation"
"""The concept of words that deny something."""
Range = tuple[int, int, int]
"""How often something is said at least, probably, and at most."""
_NEVER: Range = (0, 0, 0)


@dataclass(frozen=True)
class Phrase:
    """Words in lower case, and what they say."""

    words: tuple[str, ...]
    """Each may begin or end in `*`, for any beginning or ending; `#` is a number."""
    concept: str
    kind: str
    """`sure`, `mostly` or `maybe`: whether they always say it."""

    def exactness(self) -> tuple[bool, int]:
        """How much of its last word is written, for order: of phrases of a concept the most exact one counts."""
        return ("*" not in self.words[-1], len(self.words[-1]))

    def fits(self, tokens: Sequence[str], numbers: frozenset[str]) -> bool:
        """Whether the tokens, of which the first fits its first word, are its words."""
        return len(tokens) == len(self.words) and all(
            _fits(word, token, numbers) for word, token in zip(self.words, tokens, strict=True)
        )


def _fits(word: str, token: str, numbers: frozenset[str]) -> bool:
    if word == _NUMBER:
        return token[0].isdigit() or token in numbers
    if word.startswith("*"):
        return token.endswith(word[1:])
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
    once: frozenset[str]
    """The concepts that a text says or not, however often: one word may stand for several."""
    skipped: re.Pattern[str] | None
    """What is another word with a capital: months such as May."""
    _starting: dict[str, _Starting | None] = field(default_factory=dict, repr=False)
    _said: dict[str, Mapping[str, Range]] = field(default_factory=dict, repr=False)

    def said(self, text: str) -> Mapping[str, Range]:
        """How often the text says each concept; without those that it does not."""
        if text not in self._said:
            self._said[text] = self._counted(text)
        return self._said[text]

    def _counted(self, text: str) -> Mapping[str, Range]:
        said: dict[str, Range] = {}
        for phrase in self._found(text):
            sure, mostly, most = said.get(phrase.concept, _NEVER)
            said[phrase.concept] = sure + (phrase.kind == "sure"), mostly + (phrase.kind != "maybe"), most + 1
        for concept in self.once & said.keys():
            sure, mostly, most = said[concept]
            said[concept] = min(1, sure), min(1, mostly), most
        said.pop(_SILENT, None)
        return said

    def _found(self, text: str) -> Iterator[Phrase]:
        """The phrases in the order of the text; of those that start at a word the longest, one for each concept."""
        text = self.skipped.sub("", text) if self.skipped else text
        tokens = _TOKEN.findall(text.lower().replace("’", "'"))
        free = 0
        for at, token in enumerate(tokens):
            if token not in self._starting:
                self._starting[token] = self._that_start(token)
            starting = self._starting[token]
            if at >= free and starting:
                found = self._longest(starting, tokens[at : at + self.most]) if starting.longer else ()
                yield from found or starting.alone
                free = at + len(found[0].words) if found else at

    def _longest(self, starting: _Starting, tokens: list[str]) -> tuple[Phrase, ...]:
        """The longest phrases of several words that the tokens begin with."""
        second = tokens[1] if len(tokens) > 1 else ""
        likely = (*starting.longer.get(second, ()), *starting.longer.get("", ()))
        fitting = [phrase for phrase in likely if phrase.fits(tokens[: len(phrase.words)], self.numbers)]
        longest = max((len(phrase.words) for phrase in fitting), default=0)
        return _said_by([phrase for phrase in fitting if len(phrase.words) == longest])

    def _that_start(self, token: str) -> _Starting | None:
        """The phrases whose first word the token may be; None if there are none."""
        firsts = [token, *(token[:n] + "*" for n in range(2, len(token) + 1))]
        firsts += ["*" + token[n:] for n in range(1, len(token) - 1)]
        firsts += [_NUMBER] if _fits(_NUMBER, token, self.numbers) else []
        phrases = [phrase for first in firsts for phrase in self.by_first.get(first, ())]
        longer: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            if len(phrase.words) > 1:
                second = phrase.words[1]
                longer.setdefault("" if second == _NUMBER or "*" in second else second, []).append(phrase)
        alone = _said_by([phrase for phrase in phrases if len(phrase.words) == 1])
        return _Starting(alone, longer) if phrases else None


def _said_by(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    """Of phrases with the same words the most exact one of each concept, or the one that says nothing."""
    said = {phrase.concept: phrase for phrase in sorted(phrases, key=Phrase.exactness)}
    return (said[_SILENT],) if _SILENT in said else tuple(said.values())


@cache
def lexicon(code: str, table: str) -> Lexicon:
    """The lexicon of a language: what its words say, or in the other table who acts and what is counted."""
    words = language(code).numbers
    numbers = {*words.ones[2:], *words.tens, *words.multipliers, *words.fractions, *words.scales}
    has_capitals = language(code).dates.months_have_a_capital
    skipped = re.compile(rf"\b(?:{'|'.join(months_of(code))})\b") if has_capitals else None
    phrases = tuple(
        Phrase(tuple(written.lower().split()), concept, kind)
        for concept, by_language in _table(table).items()
        for kind, phrases in by_language.get(code, {}).items()
        for written in phrases
    )
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        by_first[phrase.words[0]] = (*by_first.get(phrase.words[0], ()), phrase)
    return Lexicon(
        by_first,
        max(len(phrase.words) for phrase in phrases),
        frozenset(numbers),
        frozenset(concept for concept, entry in _table(table).items() if table == THINGS or entry.get("once")),
        skipped,
    )


@cache
def meaning_of(concept: str, table: str = WORDS) -> str:
    """What the words of the concept say, for messages: `a denial`."""
    return str(_table(table)[concept]["means"])


@cache
def opposites() -> Mapping[str, str]:
    """The concepts that have an opposite, with it."""
    return {concept: str(table["opposite"]) for concept, table in _table().items() if "opposite" in table}


@cache
def words_of(concept: str, code: str, *, only_sure: bool = False) -> tuple[str, ...]:
    """The single words that say the concept in a language, or may; of those with an ending left open, the start."""
    kinds = _table()[concept][code]
    phrases = (phrase for kind in kinds if kind == "sure" or not only_sure for phrase in kinds[kind])
    plain = (phrase.replace("#", "").replace("*", "").strip() for phrase in phrases)
    return tuple(word for word in plain if word and " " not in word)


@cache
def _table(name: str = WORDS) -> dict[str, Any]:
    return table_in("generator.checks.meaning", name)


def differing(said: Mapping[str, Mapping[str, Range]]) -> Iterator[tuple[str, str, str]]:
    """Each concept that one text says more often than the other can: it, the language that does, and the other.

    `said` has what the text of each language says. What is only probably said counts where the other text says the
    opposite.
    """
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        for concept, (least, probably, _) in said[code].items():
            most = said[other].get(concept, _NEVER)[2]
            if least > most or (probably > most and _is_opposed(concept, said[code], said[other])):
                yield concept, code, other


def _is_opposed(concept: str, said: Mapping[str, Range], elsewhere: Mapping[str, Range]) -> bool:
    """Whether the other text probably says the opposite more often than the first can."""
    opposite = opposites().get(concept, "")
    return elsewhere.get(opposite, _NEVER)[1] > said.get(opposite, _NEVER)[2]
