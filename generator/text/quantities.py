"""Recognise numbers and dates in prose, each in a normal form that all languages share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache

from generator.text.date_phrases import dates_found, masked
from generator.text.language import language, shared
from generator.text.number_words import BEFORE_SCALES, SCALES, SOFT, pattern_of, value_of
from generator.text.numbers import HARD_SPACE, in_digits, parts_in
from generator.text.remembered import Remembered


class QuantityKind(Enum):
    """The kind of a quantity."""

    NUMBER = "number"
    """A plain decimal with the printed number of decimals: `28000`, `98.9`, `0.50`."""
    DATE = "date"
    """A date in the notation of the data, including a bare year."""


@dataclass(frozen=True)
class Quantity:
    """A number or date that occurs in a text."""

    kind: QuantityKind
    form: str
    """The normal form: the same for `28.000` in Dutch and `28,000` in English, for `1,4 miljard` and `1.4 billion`.

    With a minus if one is written: `-5`, `−5`, `‒ 5` or `-/- 5`.
    """
    start: int
    end: int
    """Exclusive: `text[start:end]` is the quantity as written, if the text is in NFC."""
    is_soft: bool = False
    """Whether it is a word such as `one` or `first`, rarely meant as a number: it is evidence but never a claim."""


@lru_cache(maxsize=65536)
def quantities_in(text: str, code: str, published: date) -> tuple[Quantity, ...]:
    """Return all numbers and dates of a text, in the order of the text.

    `code` is the code of its language; relative dates refer to `published`. Left out is what only looks like a number:
    numbers of laws, articles, chapters, parliamentary papers, telephones, footnotes and pages, and digits in names.
    """
    return REMEMBERED(lambda: _quantities_in(text, code, published), text, code, str(published))


REMEMBERED: Remembered[tuple[Quantity, ...]] = Remembered(
    lambda found: [[q.kind.value, q.form, q.start, q.end, q.is_soft] for q in found],
    lambda rows: tuple(Quantity(QuantityKind(kind), *rest) for kind, *rest in rows),
)
"""The quantities of texts that were read before."""


def _quantities_in(text: str, code: str, published: date) -> tuple[Quantity, ...]:
    rest = _without_pages(_without_references(flat(_HARD_SPACE.sub(HARD_SPACE, text))))
    dates = [Quantity(QuantityKind.DATE, d.form, d.start, d.end) for d in dates_found(rest, code, published)]
    for found in dates:
        rest = masked(rest, found.start, found.end)
    numbers = list(_numbers(rest, code))
    return tuple(sorted([*dates, *numbers, *_weights(rest, numbers, code)], key=lambda quantity: quantity.start))


def flat(text: str) -> str:
    """Return the text in NFC with every white space as a blank: quantities are found at positions in it."""
    return re.sub(rf"[^\S{HARD_SPACE}]", " ", unicodedata.normalize("NFC", text))


_HARD_SPACE = re.compile(r"(?<=\d)[\N{NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}](?=\d{3})")


def forms(quantities: tuple[Quantity, ...], kind: QuantityKind) -> tuple[str, ...]:
    """Return the distinct normal forms of one kind, in order of first occurrence."""
    return tuple(dict.fromkeys(quantity.form for quantity in quantities if quantity.kind is kind))


_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+|<sup>\d+</sup>")


@cache
def _references() -> re.Pattern[str]:
    return re.compile("|".join(shared().look_alikes))


def _without_references(text: str) -> str:
    """Return the text, of the same length, with what only looks like a number replaced by dots."""
    for pattern in (_references(), _RAISED):
        text = pattern.sub(lambda found: masked(found[0], 0, len(found[0])), text)
    return text


_PAGE = r"\d{1,3}(?:[-–]\d{1,3})?"
_PAGES = re.compile(rf"(?<![\w.,]){_PAGE}(?:, {_PAGE})*+(?P<is_end>(?=$|[;.·] {{0,9}}(?:$|[^\W\d_])| [A-Z]))?")
_FEWEST_PAGES = 6
"""So many numbers or more with nothing but commas between them, at the end of what they are the pages of."""


def _without_pages(text: str) -> str:
    """Return the text, of the same length, without lists of page numbers, as in an index: they would prove anything."""
    for found in _PAGES.finditer(text):
        pages = [int(page) for page in re.findall(r"\d+", found[0])]
        if found["is_end"] is not None and len(found[0].split(", ")) >= _FEWEST_PAGES and pages == sorted(set(pages)):
            text = masked(text, found.start(), found.end())
    return text


def _numbers(text: str, code: str) -> Iterator[Quantity]:
    """Yield parts of a whole, then numbers in digits, then numbers in words in the rest of the text."""
    for part in parts_in(text, code):
        if "·" not in text[part.start : part.end]:
            yield Quantity(QuantityKind.NUMBER, f"{part.value:f}", part.start, part.end, part.is_soft)
            text = masked(text, part.start, part.end) if part.is_clear else text
    text = joined_ranges(text)
    for number in in_digits(text, code):
        forms = ((number.form, False), *((other, True) for other in number.others))
        yield from (Quantity(QuantityKind.NUMBER, form, number.start, number.end, soft) for form, soft in forms)
        text = masked(text, number.start, number.end)
    yield from _in_words(text, code)


def joined_ranges(text: str) -> str:
    """Return the text, of the same length, with `to` for the word that joins two ends: `tussen 3 en 4`."""
    return re.sub(
        shared().between, lambda between: f"{between[1]} {shared().joined_in_a_range:{len(between[2])}} ", text
    )


def _weights(text: str, numbers: list[Quantity], code: str) -> Iterator[Quantity]:
    """Yield the kilograms that each number of tonnes is: evidence, and never a claim."""
    for number in numbers:
        found = _weight(code).match(text, number.end)
        if found and not number.is_soft:
            value = Decimal(number.form) * Decimal(10) ** language(code).numbers.weights[found["weight"].lower()]
            yield Quantity(QuantityKind.NUMBER, f"{value.normalize():f}", number.start, number.end, is_soft=True)


@cache
def _weight(code: str) -> re.Pattern[str]:
    words = language(code)
    return re.compile(
        rf" (?P<weight>{'|'.join(words.numbers.weights)})\b(?! (?:{words.dates.amount})\b)", re.IGNORECASE
    )


def _scaled(value: Decimal, code: str, scale: str | None) -> str:
    power = SCALES[code][scale.lower()] if scale else 0
    return f"{(value * Decimal(10) ** power).normalize() if scale else value:f}"


def _in_words(text: str, code: str) -> Iterator[Quantity]:
    """Yield numbers in words; what follows a number of millions is added to it."""
    held: Quantity | None = None
    for number in _each_in_words(text, code):
        if held and text[held.end : number.start] == " " and (sum_ := _sum(held.form, number.form)):
            held = replace(held, form=sum_, end=number.end)
            continue
        if held:
            yield held
        held = number
    if held:
        yield held


def _sum(large: str, small: str) -> str:
    """Return the sum of a number of millions and one that may follow it in words; empty if they are two numbers."""
    million = Decimal(10) ** 6
    power = million if Decimal(large) < 1000 * million else 1000 * million
    is_one = Decimal(large) >= million and 100 <= Decimal(small) < power
    return f"{Decimal(large) + Decimal(small):f}" if is_one else ""


def _each_in_words(text: str, code: str) -> Iterator[Quantity]:
    for found in _written_in_words(code).finditer(text):
        word, scale = found["word"].lower(), found["scale"] or found["ahead"]
        value = value_of(word, code)
        if scale and value is None:
            value, scale = (BEFORE_SCALES[word], scale) if word in BEFORE_SCALES else (value_of(scale, code), None)
        elif value is None and found["share"] and word in BEFORE_SCALES and not _is_percentage(found):
            value = BEFORE_SCALES[word]
        if value is not None and not scale:
            value *= _shared_multiplier(text, found.end(), value, code)
        if value is not None:
            value += Decimal("0.5") if found["more"] else 0
            form, is_soft = _scaled(value, code, scale), word in SOFT and not scale
            yield Quantity(QuantityKind.NUMBER, form, found.start(), found.end(), is_soft)
        elif " " in word:
            yield from _one_by_one(found, code)


def _is_percentage(found: re.Match[str]) -> bool:
    """Whether an article stands before the sign: `as a % of all` is no one per cent."""
    return found["share"] == " %" and BEFORE_SCALES[found["word"].lower()] == 1


def _shared_multiplier(text: str, end: int, value: Decimal, code: str) -> int:
    """Return by what a number is multiplied of which the end stands only in the next: `vijf- à zeshonderd`."""
    words = language(code).numbers
    after = (
        re.compile(rf"- (?:{words.between}) ([^\W\d_]{{1,40}})").match(text, end)
        if words.compound == "joined"
        else None
    )
    if after is None or value_of(after[1], code) is None:
        return 1
    return next((by for word, by in words.multipliers.items() if after[1].endswith(word) and value < by), 1)


@cache
def _written_in_words(code: str) -> re.Pattern[str]:
    words = language(code)
    scale = f"(?P<{{}}>{'|'.join(SCALES[code])})\\b"
    other_end = rf"(?= (?:{'|'.join(shared().to)}) [^\W\d_]+ {scale.format('ahead')})"
    share = f"(?=(?P<share> (?:{words.figures.units['%']})))"
    more = f"(?P<more>{words.numbers.half_more})?"
    return re.compile(rf"{pattern_of(code)}(?: {scale.format('scale')}{more}|{other_end}|{share})?", re.IGNORECASE)


def _one_by_one(found: re.Match[str], code: str) -> Iterator[Quantity]:
    """Yield adjacent number words that do not form one number: `two and three`."""
    for word in re.finditer(r"[a-z]+(?:-[a-z]+)?", found["word"], re.IGNORECASE):
        value = value_of(word[0], code)
        if value is not None:
            start = found.start() + word.start()
            is_soft = word[0].lower() in SOFT
            yield Quantity(QuantityKind.NUMBER, f"{value:f}", start, start + len(word[0]), is_soft)
