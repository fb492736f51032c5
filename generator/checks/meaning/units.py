"""The figures of a text with what they are given in: `3 euros`, `28,000 checks`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.text import LANGUAGES, language, table_in

Pair = tuple[str, str]
"""The digits of a figure, and the name of its unit."""
_FIGURE = (
    r"(?P<sign>{signs})? ?(?<![\w.,-])(?P<number>\d[\d.,]*\d|\d|(?:{words})\b)"
    r"(?:[ -](?:{scales})\b)?(?: ?(?P<unit>{units})(?!\w))?"
)


@dataclass(frozen=True)
class Units:
    """The units of one language."""

    figure: re.Pattern[str]
    by_word: Mapping[str, str]
    numbers: Mapping[str, str]
    """The digits of numbers in words."""

    def pairs(self, text: str) -> Counter[Pair]:
        """The figures that have a unit, each with it."""
        return Counter(self._pairs(text.lower()))

    def _pairs(self, text: str) -> Iterator[Pair]:
        for found in self.figure.finditer(text):
            word = found["sign"] or found["unit"]
            if word:
                yield self.numbers.get(found["number"], re.sub(r"\D", "", found["number"])), self._unit(word)

    def _unit(self, word: str) -> str:
        endings = (f"{word[:n]}*" for n in range(len(word), 0, -1))
        return self.by_word.get(word) or next(self.by_word[start] for start in endings if start in self.by_word)


@cache
def units_of(code: str) -> Units:
    """The units of a language."""
    by_word = {word.lower(): name for name, unit in _table().items() for word in unit[code]}
    signs = "|".join(re.escape(word) for word in by_word if not word[0].isalpha() and word != "%")
    scales = "|".join(map(re.escape, language(code).numbers.scales))
    after = sorted((word for word in by_word if word[0].isalpha() or word == "%"), key=len, reverse=True)
    units = "|".join(re.escape(word).replace(r"\*", r"[\w'’]*") for word in after)
    words = language(code).numbers
    numbers = {word: str(n) for n, word in enumerate(words.ones) if n > 1}
    numbers |= {word: str(10 * n) for n, word in enumerate(words.tens, 2)}
    pattern = _FIGURE.format(signs=signs, words="|".join(numbers), scales=scales, units=units)
    return Units(re.compile(pattern), by_word, numbers)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return table_in("generator.checks.meaning", "units.toml")


def unlike(pairs: Mapping[str, Counter[Pair]]) -> Iterator[tuple[Pair, str, str]]:
    """Each figure with another unit in the other language: it, the language that has it so, and the other.

    Of what is counted one language may leave out the word, but has no other.
    """
    for code, other in (LANGUAGES, LANGUAGES[::-1]):
        theirs = pairs[other] - pairs[code]
        for digits, unit in pairs[code] - pairs[other]:
            has_another = any(digits == figure for figure, _ in theirs)
            if has_another or not _table()[unit].get("counted"):
                yield (digits, unit), code, other
