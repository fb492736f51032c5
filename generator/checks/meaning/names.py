"""The names in a text, and whether the other language or a passage has them too."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from generator.model import Rendering
from generator.text import LANGUAGES, countries_of, months_of

_CAPITAL = re.compile(r"(?<![^\W_])(?=[^\W_]*[^\W\d_a-z])[^\W\d_][^\W_]*(?:[-'’&/.][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:•;(]|\n)[\s\"'‘“]{0,9}$")
_POSSESSIVE = re.compile(r"['’]?s$")
Known = Mapping[str, frozenset[str]]
"""By a name in small letters, or its start and `*`: what may stand for it in another language, likewise."""


def names_in(text: str, known: Container[str] = ()) -> Iterator[str]:
    """Words with a capital that start no sentence, or with two capitals; of a word with hyphens those parts of it.

    Of words that start a sentence those in `known`, in small letters, are names.
    """
    for found in _CAPITAL.finditer(text):
        starts = bool(_SENTENCE_END.search(text, max(0, found.start() - 5), found.start()))
        for part in re.split(r"[-/]", found.group()):
            capitals = sum(c.isupper() for c in part)
            if capitals > 1 or (capitals and part[0].isupper() and (not starts or part.lower() in known)):
                yield part


@dataclass(frozen=True)
class Names:
    """How names are written in the languages of an archive. Its only state is a cache."""

    renderings: tuple[Rendering, ...]
    _between: dict[tuple[str, str], Known] = field(default_factory=dict, repr=False)

    def missing(self, text: str, code: str, other: str, in_other: str) -> Iterator[str]:
        """The names in a text of one language that the same text in another, `in_other`, does not have."""
        there = in_other.lower()
        for name in dict.fromkeys(names_in(text, self._countries[code])):
            plain = _POSSESSIVE.sub("", name.lower())
            if plain not in there and not self._is_there(name.lower(), code, other, there):
                yield name

    def is_implied(self, name: str, code: str) -> bool:
        """Whether a passage may mean it without naming it."""
        return not self._implied[code].isdisjoint(_starts(name.lower()))

    def _is_there(self, name: str, code: str, other: str, there: str) -> bool:
        starts = _starts(name)
        if not self._free[code].isdisjoint(starts):
            return True
        if (code, other) not in self._between:
            self._between[code, other] = self._known(code, other)
        known = self._between[code, other]
        return any(_pattern(form).search(there) for start in starts for form in known.get(start, ()))

    def _known(self, code: str, other: str) -> Known:
        pairs = [(_listed(r.written[code]), _listed(r.written[other])) for r in self.renderings if not r.free]
        theirs = countries_of(other)
        pairs += [([name.lower()], [theirs[id].lower()]) for id, name in countries_of(code).items() if id in theirs]
        known: dict[str, frozenset[str]] = {}
        for names, forms in pairs:
            for name in names:
                known[name] = known.get(name, frozenset()) | frozenset(forms)
        return known

    @cached_property
    def _countries(self) -> dict[str, frozenset[str]]:
        """By language: the names of countries in small letters."""
        return {code: frozenset(name.lower() for name in countries_of(code).values()) for code in LANGUAGES}

    @cached_property
    def _free(self) -> dict[str, frozenset[str]]:
        """By language: words with a capital that the other language may do without, and the months."""
        return {code: frozenset([*self._words(code, free=True), *_months(code)]) for code in LANGUAGES}

    @cached_property
    def _implied(self) -> dict[str, frozenset[str]]:
        return {code: self._free[code] | {*self._words(code, free=False)} for code in LANGUAGES}

    def _words(self, code: str, *, free: bool) -> Iterable[str]:
        chosen = (r for r in self.renderings if (r.free if free else r.implied))
        return (word for rendering in chosen for word in _listed(rendering.written[code]))


def _listed(written: str) -> list[str]:
    return [word.strip() for word in written.lower().split(",")]


def _months(code: str) -> list[str]:
    return [month.lower() for month in months_of(code)]


def _starts(name: str) -> list[str]:
    return [name, *(f"{name[:n]}*" for n in range(len(name), 1, -1))]


@cache
def _pattern(form: str) -> re.Pattern[str]:
    end = "" if form.endswith("*") else r"(?!\w)"
    return re.compile(rf"(?<!\w){re.escape(form.rstrip('*'))}{end}")
