"""Which of the words that change what a sentence says a text has, and which of them a passage may mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from generator.text import table_in

DENIAL = "denial"
"""The name of words that deny something."""
_NOTHING = "nothing"
"""The phrases under this name say nothing, though words of them would."""


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


def said_in(text: str, code: str) -> dict[str, str]:
    """By name: the first word of a text in the language `code` that says it. Case and silent phrases do not count."""
    return dict(_said(text, code))


def may_mean(text: str, name: str, code: str) -> bool:
    """Whether a passage in the language `code` has a word that says or means what is said by that name."""
    return name in _meant(text, code)


def meaning_of(name: str) -> str:
    """What words of that name say, for messages: `a denial`."""
    return str(_table()[name]["means"])


@lru_cache(maxsize=8192)
def _said(text: str, code: str) -> tuple[tuple[str, str], ...]:
    plain = _silent(code).sub(" ; ", text.lower())
    found = ((saying.name, saying.says.search(plain)) for saying in sayings(code))
    return tuple((name, match.group()) for name, match in found if match)


@lru_cache(maxsize=4096)
def _meant(text: str, code: str) -> frozenset[str]:
    plain = text.lower()
    return frozenset(saying.name for saying in sayings(code) if saying.may_mean.search(plain))


@cache
def sayings(code: str) -> tuple[Saying, ...]:
    """All sayings of a language, in the order of the file."""
    return tuple(
        Saying(name, table["means"], any_of(table[code]["says"]), any_of([*table[code]["says"], *table[code]["also"]]))
        for name, table in _table().items()
        if name != _NOTHING
    )


@cache
def _silent(code: str) -> re.Pattern[str]:
    return any_of(_table()[_NOTHING][code]["says"])


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first; `*` stands for the rest of a word."""
    parts = sorted((re.escape(phrase).replace(r"\*", r"[\w-]*") for phrase in phrases), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)")


@cache
def _table() -> dict[str, Any]:
    return table_in("generator.checks.reading", "words.toml")


@cache
def words_for(key: str, code: str) -> re.Pattern[str]:
    """The words by which passages in a language say the value of a key, such as `says-dropped`. Any, if none is listed."""
    phrases = table_in("generator.checks.reading", "keys.toml").get(key, {}).get(code)
    return any_of(phrases) if phrases else re.compile("")
