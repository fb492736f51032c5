"""Values of number words, cardinal and ordinal, from the words of each language in locales/."""

import re
from decimal import Decimal
from functools import cache

from generator.text.language import LANGUAGES, NumberWords, language

SCALES = {code: language(code).numbers.scales for code in LANGUAGES}
"""By language: words after a number, as powers of ten."""
SOFT = frozenset(word for code in LANGUAGES for word in language(code).numbers.soft)
"""Words that name a number but are rarely meant as one: they count as evidence but need no evidence."""
BEFORE_SCALES = {
    word: Decimal(value) for code in LANGUAGES for word, value in language(code).numbers.before_scales.items()
}
"""Words that are numbers only before a scale, with their values: `half a million`."""

_LETTERS = re.compile(r"[a-z]+")
_LONGEST = 100
"""Letters of a number in one word at most: those below a million have fewer than 80."""


def value_of(word: str, code: str) -> Decimal | None:
    """Return the value of a number in words, cardinal or ordinal, in any case; None if it is not a number.

    Articles are not numbers. `code` is the code of the language; where it writes numbers as separate words, `word` has
    all of them.
    """
    words = language(code).numbers
    if words.compound == "joined":
        return _joined(word.lower(), code)
    if (start := re.sub(rf"(?:{words.half})$", "", word)) != word:
        whole = value_of(start, code)
        return None if whole is None else whole + Decimal("0.5")
    known = _spaced(word.lower(), code)
    return None if known is None else Decimal(known)


@cache
def pattern_of(code: str) -> str:
    """Return a pattern whose group `word` matches what may be a number in words, in the language with that code."""
    words = language(code).numbers
    if words.compound == "joined":
        known = "|".join([*words.ones, *words.tens])
        return rf"\b(?P<word>(?:{known}){words.half_apart}|[^\W\d_]+)\b"
    ordinals = "".join(f"(?:{ending})?" for ending in words.word_endings)
    known = "|".join([
        *words.irregular,
        *(f"{ten[:-1]}{words.ordinal_of_ten}" for ten in words.tens),
        *(f"{word}{ordinals}" for word in (*words.ones, *words.tens, *words.multipliers)),
    ])  # fmt: skip
    before = "|".join(words.before_scales)
    return rf"\b(?P<word>{before}|(?:{known})(?:(?:[ -]| {words.link} )(?:{known}))*(?:{words.half})?)\b"


@cache
def _joined(word: str, code: str) -> Decimal | None:
    """Return the value of a number below a million written as one word, with its ending."""
    words = language(code).numbers
    if len(word) > _LONGEST:
        return None
    if word in words.fractions:
        return Decimal(words.fractions[word])
    if (whole := re.sub(words.half, "", word)) != word:
        value = _joined_cardinal(whole, words)
        return None if value is None else value + Decimal("0.5")
    if word in words.irregular:
        return Decimal(words.irregular[word])
    if word in words.articles:
        return None
    value = _joined_cardinal(word, words)
    for ending in words.word_endings:
        stem = word.removesuffix(ending)
        is_article = stem in words.articles and ending not in words.article_endings
        if value is None and stem != word and not is_article:
            value = _joined_cardinal(stem, words)
    return None if value is None else Decimal(value)


def _joined_cardinal(word: str, words: NumberWords) -> int | None:
    """Return the value of a cardinal in one word: `vijfentwintigduizend`, `honderdvijftig`."""
    for scale, power in words.multipliers.items():
        head, found, tail = word.partition(scale)
        if found:
            times = _joined_cardinal(head, words) if head else 1
            rest = _joined_cardinal(tail.removeprefix(words.link), words) if tail else 0
            return None if times is None or rest is None else times * power + rest
    return _joined_below_hundred(word, words)


def _joined_below_hundred(word: str, words: NumberWords) -> int | None:
    if word in words.ones:
        return words.ones.index(word)
    for i, ten in enumerate(words.tens):
        if word.endswith(ten):
            one = re.sub(words.ten_link, "", word.removesuffix(ten))
            is_number = not one or one in words.ones[:10]
            return 10 * (i + 2) + (words.ones.index(one) if one else 0) if is_number else None
    return None


@cache
def _spaced(text: str, code: str) -> int | None:
    """Return the value of words joined by hyphens, spaces and `and`: `one hundred and twenty-two`."""
    words = language(code).numbers
    total = part = 0
    previous = 0
    parts = [word for word in _LETTERS.findall(text) if word != words.link]
    for word in parts:
        value = _spaced_word(word, words)
        if value is None:
            return None
        if any(stem in words.multipliers for stem in _stems(word, words)):
            part = max(part, 1) * value
            total, part = (total + part, 0) if value == 1000 else (total, part)
        elif previous and not (previous >= 100 or (20 <= previous < 100 and 0 < value < 10)):
            return None
        else:
            part += value
        previous = value
    return total + part if parts else None


def _stems(word: str, words: NumberWords) -> list[str]:
    return [word, *(word.removesuffix(ending) for ending in words.word_endings)]


def _spaced_word(word: str, words: NumberWords) -> int | None:
    stems = _stems(word, words)
    for stem in stems:
        if stem in words.multipliers:
            return words.multipliers[stem]
    if word in words.irregular:
        return words.irregular[word]
    ten = next((ten for ten in words.tens if word == f"{ten[:-1]}{words.ordinal_of_ten}"), "")
    for stem in (*stems, ten):
        if stem in words.ones:
            return words.ones.index(stem)
        if stem in words.tens:
            return 10 * (words.tens.index(stem) + 2)
    return None
