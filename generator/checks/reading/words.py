"""Which of the words that change what a sentence says a text has, and which of them a passage may mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from generator.text import language, months_of, table_in

_SILENCED = frozenset({"denial", "without", "only"})
"""What clauses on the silence of a document do not say: `the letter names no date`."""
_NUMBER = r"(?:€ ?)?\d[\d.,]*"
_NOTHING, _SILENCE = "nothing", "silence"
"""The phrases under the first name say nothing, though words of them would; those under the other say what is said."""


@dataclass(frozen=True)
class Saying:
    """What words of one language say: `denial`, `more`."""

    name: str
    means: str
    """For messages: `a denial`."""
    says: re.Pattern[str]
    """The words of a text that say it."""
    may_mean: re.Pattern[str]
    """The words of a passage that say it, or mean it."""
    unless: re.Pattern[str]
    """Phrases with such a word that do not say this, though they may say something else: `no longer`."""

    def said_in(self, text: str) -> re.Match[str] | None:
        """The first word of a text that says it."""
        return self.says.search(self.unless.sub(" _ ", text))


def said_in(text: str, code: str, against: str) -> dict[str, str]:
    """By name: the first word of a text in the language `code` that says what is held `against` passages or languages.

    Of both if that is empty. Case does not count, nor do phrases that say nothing.
    """
    only = {name: table.get("only", against) for name, table in _table().items()}
    return {name: word for name, word in _said(text, code) if not against or only[name] == against}


def may_mean(text: str, name: str, code: str) -> bool:
    """Whether a passage in the language `code` has a word that says or means what is said by that name."""
    return name in _meant(text, code)


def meaning_of(name: str) -> str:
    """What words of that name say, for messages: `a denial`."""
    return str(_table()[name]["means"])


def opposite_of(name: str) -> str:
    """The name of the opposite; empty if there is none, or if it may be meant without a word for it."""
    return str(_table()[name].get("opposite", ""))


def is_named_once(name: str) -> bool:
    """Whether a passage may say it in one sentence and go on about it in others, as with whoever acts."""
    return bool(_table()[name].get("named_once"))


def counted_in(text: str, code: str) -> Iterator[tuple[str, str]]:
    """The figures of a text that are followed by what they count: their digits, and the name of that."""
    plain = text.lower()
    for name, pattern in _counting(code):
        for found in pattern.finditer(plain):
            yield re.sub(r"\D", "", found["number"]), name


@cache
def _counting(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each thing that is counted: a figure and, after one word at most, the word for it."""
    scales = "|".join(map(re.escape, language(code).numbers.scales))
    before = rf"(?<![\w.,€])(?P<number>(?!(?:19|20)\d\d\b)\d[\d.,]*\d|\d)(?: (?:{scales}))?(?: \w+)? "
    counted = {name for name, table in _table().items() if table.get("counted")}
    return tuple((s.name, re.compile(before + s.says.pattern)) for s in sayings(code) if s.name in counted)


@lru_cache(maxsize=8192)
def _said(text: str, code: str) -> tuple[tuple[str, str], ...]:
    plain = _silent(code).sub(" _ ", _months(code).sub(" ", text).lower())
    clauses = _silences(code).sub(" ", plain)
    found = ((saying.name, saying.said_in(clauses if saying.name in _SILENCED else plain)) for saying in sayings(code))
    return tuple((name, match.group()) for name, match in found if match)


@lru_cache(maxsize=4096)
def _meant(text: str, code: str) -> frozenset[str]:
    plain = text.lower()
    return frozenset(saying.name for saying in sayings(code) if saying.may_mean.search(plain))


@cache
def sayings(code: str) -> tuple[Saying, ...]:
    """All sayings of a language, in the order of the file."""
    return tuple(
        Saying(
            name,
            table["means"],
            any_of(table[code]["says"]),
            any_of([*table[code]["says"], *table[code]["also"]]),
            any_of(table[code].get("unless", ())),
        )
        for name, table in _table().items()
        if name not in (_NOTHING, _SILENCE)
    )


@cache
def _months(code: str) -> re.Pattern[str]:
    """The months that are another word without their capital, such as May."""
    has_capitals = language(code).dates.months_have_a_capital
    return re.compile(rf"\b(?:{'|'.join(months_of(code))})\b" if has_capitals else r"(?!)")


@cache
def _silent(code: str) -> re.Pattern[str]:
    return any_of(_table()[_NOTHING][code]["says"])


@cache
def _silences(code: str) -> re.Pattern[str]:
    """Clauses on what a document does not say: their denials are not in it."""
    verbs = any_of(_table()[_SILENCE][code]["says"]).pattern
    return re.compile(rf"[^.;:]*?{verbs}[^.;:]*")


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first; `*` stands for the rest of a word.

    It finds nothing if there are none.
    """
    written = (re.escape(phrase).replace(r"\*", r"[\w-]*").replace(r"\#", _NUMBER) for phrase in phrases)
    parts = sorted(written, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!-?\w)") if parts else re.compile(r"(?!)")


@cache
def _table() -> dict[str, Any]:
    return table_in("generator.checks.reading", "words.toml")


@cache
def words_for(key: str, code: str) -> re.Pattern[str]:
    """Words of a language that say the value of a key, such as `says-dropped`; any, if none is listed."""
    phrases = table_in("generator.checks.reading", "keys.toml").get(key, {}).get(code)
    return any_of(phrases) if phrases else re.compile("")
