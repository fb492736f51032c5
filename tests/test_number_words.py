"""Number words are worth what they say: any whole number below a million, cardinal or ordinal, in both languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.number_words import SOFT, value_of

NL = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien "
    "achttien negentien"
).split()
NL_TENS = "- - twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
EN_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
EN_ORDINAL = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip


def dutch(number: int) -> str:
    """The number in one Dutch word: `tweehonderdeenentwintigduizendvier`."""
    for size, word in ((1000, "duizend"), (100, "honderd")):
        if number >= size:
            times, rest = divmod(number, size)
            return (dutch(times) if times > 1 else "") + word + (dutch(rest) if rest else "")
    if number < 20:
        return NL[number]
    ten, one = divmod(number, 10)
    return (NL[one] + ("ën" if NL[one].endswith("e") else "en") if one else "") + NL_TENS[ten]


def dutch_ordinal(number: int) -> str:
    word = dutch(number)
    for irregular, ordinal in (("een", "eerste"), ("drie", "derde")):
        if word.endswith(irregular):
            return word.removesuffix(irregular) + ordinal
    last = number % 100
    return word + ("de" if 0 < last < 20 and last not in (8, ) else "ste")


def english(number: int) -> str:
    """The number in English words: `two hundred and twenty-one thousand and four`."""
    for size, word in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            times, rest = divmod(number, size)
            link = " and " if rest < 100 else " "
            return f"{english(times)} {word}" + (f"{link}{english(rest)}" if rest else "")
    if number < 20:
        return EN[number]
    ten, one = divmod(number, 10)
    return EN_TENS[ten] + (f"-{EN[one]}" if one else "")
