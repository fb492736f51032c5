"""Number words of Dutch and English → their values, cardinal and ordinal."""

import re
from decimal import Decimal
from functools import cache

SCALES = {
    "nl": {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9},
    "en": {"thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9},
}
"""Words behind a number, as powers of ten."""
SOFT = frozenset({"één", "eén", "eerste", "eenmaal", "beide", "one", "first", "both"})
"""Words that name a number but mostly are not meant as one: they are evidence, and need none."""

_ONES = {
    "nl": [
        "nul",
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ],
    "en": [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ],
}
_TENS = {
    "nl": "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split(),  # noqa: SIM905
    "en": "twenty thirty forty fifty sixty seventy eighty ninety".split(),  # noqa: SIM905
}
_IRREGULAR = {
    "nl": {"één": 1, "eén": 1, "eerste": 1, "beide": 2, "derde": 3, "achtste": 8},
    "en": {
        "both": 2,
        "twice": 2,
        "first": 1,
        "second": 2,
        "third": 3,
        "fifth": 5,
        "eighth": 8,
        "ninth": 9,
        "twelfth": 12,
    },
}
ENGLISH = "|".join(
    [
        *_IRREGULAR["en"],
        *(f"{ten[:-1]}ieth" for ten in _TENS["en"]),
        *(f"{word}(?:th)?" for word in (*_ONES["en"], *_TENS["en"], "hundred", "thousand")),
    ]
)
"""A regular expression of the words that English numbers are made of."""
_NOT_NUMBERS = frozenset({"een"})
_NL_ENDINGS = ("maal", "tal", "ste", "de")
_EN_WORD = re.compile(r"[a-z]+")


def value_of(word: str, language: str) -> Decimal | None:
    """The value of one word, cardinal or ordinal, in any case; None if it is no number (the article `een` is none)."""
    if word.endswith(" and a half"):
        whole = value_of(word.removesuffix(" and a half"), language)
        return None if whole is None else whole + Decimal("0.5")
    known = {"nl": _dutch, "en": _english}[language](word.lower())
    return None if known is None else Decimal(known)


@cache
def _dutch(word: str) -> Decimal | None:
    if word in ("anderhalf", "anderhalve"):
        return Decimal("1.5")
    if (whole := re.sub("[eë]nhal(?:f|ve)$", "", word)) != word:
        value = _dutch_cardinal(whole)
        return None if value is None else value + Decimal("0.5")
    if word in _IRREGULAR["nl"]:
        return Decimal(_IRREGULAR["nl"][word])
    if word in _NOT_NUMBERS:
        return None
    value = _dutch_cardinal(word)
    for ending in _NL_ENDINGS:
        stem = word.removesuffix(ending)
        if value is None and stem != word:
            value = 1 if stem == "een" and ending == "maal" else None if stem == "een" else _dutch_cardinal(stem)
    return None if value is None else Decimal(value)


def _dutch_cardinal(word: str) -> int | None:
    """Dutch writes a number below a million as one word: `vijfentwintigduizend`, `honderdvijftig`."""
    for scale, power in (("duizend", 1000), ("honderd", 100)):
        head, found, tail = word.partition(scale)
        if found:
            times = _dutch_cardinal(head) if head else 1
            rest = _dutch_cardinal(tail.removeprefix("en")) if tail else 0
            return None if times is None or rest is None else times * power + rest
    return _dutch_below_hundred(word)


def _dutch_below_hundred(word: str) -> int | None:
    if word in _ONES["nl"]:
        return _ONES["nl"].index(word)
    for i, ten in enumerate(_TENS["nl"]):
        if word.endswith(ten):
            one = re.sub("(?:en|ën)$", "", word.removesuffix(ten))
            return 10 * (i + 2) + (_ONES["nl"].index(one) if one else 0) if not one or one in _ONES["nl"][:10] else None
    return None


@cache
def _english(words: str) -> int | None:
    """English joins words by hyphens, spaces and `and`: `one hundred and twenty-two`."""
    total = part = 0
    previous = 0
    parts = [word for word in _EN_WORD.findall(words) if word != "and"]
    for word in parts:
        value = _english_word(word)
        if value is None:
            return None
        if value in (100, 1000):
            part = max(part, 1) * value
            total, part = (total + part, 0) if value == 1000 else (total, part)
        elif previous and not (previous >= 100 or (20 <= previous < 100 and 0 < value < 10)):
            return None
        else:
            part += value
        previous = value
    return total + part if parts else None


def _english_word(word: str) -> int | None:
    if word.removesuffix("th") in ("hundred", "thousand"):
        return {"hundred": 100, "thousand": 1000}[word.removesuffix("th")]
    if word in _IRREGULAR["en"]:
        return _IRREGULAR["en"][word]
    for stem in (word, word.removesuffix("th"), re.sub("ieth$", "y", word)):
        if stem in _ONES["en"]:
            return _ONES["en"].index(stem)
        if stem in _TENS["en"]:
            return 10 * (_TENS["en"].index(stem) + 2)
    return None
