"""Parts of a whole: `two thirds`, `een kwart van`, `1/3 of`, as decimals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.text.language import language, shared
from generator.text.number_words import value_of


@dataclass(frozen=True)
class Part:
    """So many equal parts of a whole, and its position in the text."""

    value: Decimal
    """With three decimals at most, which tell all parts from a half to a tenth apart."""
    start: int
    end: int
    """Exclusive."""
    is_soft: bool
    """Whether it is often said in other words, or may be an ordinal: evidence, and never a claim."""
    is_clear: bool
    """Whether it cannot be an ordinal as well: `a third.` may be the third of its kind."""


def parts_in(text: str, code: str) -> Iterator[Part]:
    """Yield the parts in a text, in the order of the phrases in the file of the language with that code."""
    for pattern in _patterns(code):
        for found in pattern.finditer(text):
            if part := _part(found, code):
                yield part


def _part(found: re.Match[str], code: str) -> Part | None:
    words, said = language(code).numbers, found.groupdict()
    name = (said.get("part") or said.get("unclear") or "").lower()
    whole = words.parts[name] if name else int(found["parts"])
    count = value_of(said.get("count") or "", code) or 1 if name else int(found["count"])
    if not 0 < count < whole:
        return None
    is_clear = not said.get("unclear")
    start, end = found.span() if is_clear else found.span("unclear")
    value = round(Decimal(count) / whole, 3).normalize()
    return Part(value, start, end, name in words.soft_parts or not is_clear, is_clear)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    words, moves = language(code).numbers, language(code).figures
    names, moving = "|".join(words.parts), "|".join([*moves.rose, *moves.fell])
    phrases = (phrase.replace("<<moves>>", moving) for phrase in words.part_phrases)
    filled = (phrase.replace("<<parts>>", f"(?:{names})") for phrase in phrases)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (shared().part, *filled))
