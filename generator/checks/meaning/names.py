"""The names in a text, and whether the other language has them too."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.text import LANGUAGES, countries_of, months_of, table_in

_CAPITAL = re.compile(r"(?<![^\W_])(?=[^\W_]*[^\W\d_a-z])[^\W\d_][^\W_]*(?:[-'’&/.][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:•;(]|\n)[\s\"'‘“]*$")
_POSSESSIVE = re.compile(r"['’]?s$")


def names_in(text: str) -> Iterator[str]:
    """Words with a capital that start no sentence, or with two capitals; of a word with hyphens those parts of it."""
    for found in _CAPITAL.finditer(text):
        starts = bool(_SENTENCE_END.search(text, max(0, found.start() - 5), found.start()))
        for part in re.split(r"[-/]", found.group()):
            capitals = sum(c.isupper() for c in part)
            if capitals > 1 or (capitals and part[0].isupper() and not starts):
                yield part


@dataclass(frozen=True)
class Names:
    """How names of one language are written in another."""

    written: Mapping[str, frozenset[str]]
    """By a name in lower case, or its start and `*`: what may stand for it in the other language, likewise."""
    common: frozenset[str]
    """Words with a capital that are no names."""

    def missing(self, text: str, other: str) -> Iterator[str]:
        """The names in a text that the same text in the other language does not have."""
        there = other.lower()
        for name in dict.fromkeys(names_in(text)):
            plain = _POSSESSIVE.sub("", name.lower())
            if plain not in there and not self._is_told(name.lower(), there):
                yield name

    def _is_told(self, name: str, there: str) -> bool:
        starts = _starts(name)
        if any(start in self.common for start in starts):
            return True
        forms = frozenset().union(*(self.written.get(start, frozenset()) for start in starts))
        return any(_pattern(form).search(there) for form in forms)


@cache
def is_general(name: str, code: str) -> bool:
    """Whether texts use a name of what a passage means without naming it, or it is no name."""
    return not _general(code).isdisjoint(_starts(name.lower()))


@cache
def _general(code: str) -> frozenset[str]:
    months = [month.lower() for month in months_of(code)]
    return frozenset({*_table()["general"], *_table()["common"], *months})


@cache
def _table() -> dict[str, Any]:
    return table_in("generator.checks.meaning", "names.toml")


def _starts(name: str) -> list[str]:
    return [name, *(f"{name[:n]}*" for n in range(len(name), 1, -1))]


@cache
def _pattern(form: str) -> re.Pattern[str]:
    end = "" if form.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(form.rstrip('*'))}{end}")


@cache
def names_between(code: str, other: str) -> Names:
    """The names of the language `code`, and how `other` writes them."""
    written: dict[str, frozenset[str]] = {}
    for pair in [*_table()["pairs"], *_countries(code, other)]:
        for name in pair[code]:
            written[name] = written.get(name, frozenset()) | frozenset(pair[other])
    months = frozenset(month.lower() for month in months_of(code))
    return Names(written, frozenset(_table()["common"]) | months)


def _countries(code: str, other: str) -> Iterator[Mapping[str, tuple[str, ...]]]:
    theirs = countries_of(other)
    for id, name in countries_of(code).items():
        yield {code: (name.lower(),), other: (theirs[id].lower(),)}
