"""Recognise numbers and dates in prose, each in a normal form that all languages share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache

from generator.text.date_phrases import dates_found, masked
from generator.text.language import language, shared
from generator.text.number_words import BEFORE_SCALES, SCALES, SOFT, pattern_of, value_of
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
    rest = _without_pages(_without_references(flat(text)))
    dates = [Quantity(QuantityKind.DATE, d.form, d.start, d.end) for d in dates_found(rest, code, published)]
    for found in dates:
        rest = masked(rest, found.start, found.end)
    numbers = list(_numbers(rest, code))
    return tuple(sorted([*dates, *numbers, *_weights(rest, numbers, code)], key=lambda quantity: quantity.start))


def flat(text: str) -> str:
    """Return the text in NFC with every white space as a blank: quantities are found at positions in it."""
    return re.sub(r"\s", " ", unicodedata.normalize("NFC", text))


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
    """Yield numbers in digits, then numbers in words in the rest of the text."""
    text = re.sub(
        shared().between, lambda between: f"{between[1]} {shared().joined_in_a_range:{len(between[2])}} ", text
    )
    for found in _written_in_digits(code).finditer(text):
        form = _plain(found["number"], code, found["scale"] or found["ahead"] or found["letter"])
        sign = _MINUS.search(text, max(0, found.start() - _LONGEST_MINUS), found.start())
        start = sign.start() if sign else found.start()
        is_negative = sign and form.strip("0.")
        yield Quantity(QuantityKind.NUMBER, f"-{form}" if is_negative else form, start, found.end())
        text = masked(text, found.start(), found.end())
    yield from _in_words(text, code)


_MINUS = re.compile(r"(?:(?<![^\s(\[€])[-–−‒‐]|(?<!\S)[−‒] ?|-/- ?)(?:€ ?)?\Z")
"""A minus before a number; a hyphen or dash only if it is attached to it and to nothing before it."""
_LONGEST_MINUS = len("-/- € ")


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


_CURRENCY = "(?P<currency>(?<=[€$£])|(?<=[€$£] )|(?<=EUR )|(?<=USD )|(?<=GBP ))"
_FIRST, _THREE = r"[1-9]\d{0,2}", r"(?: \d{3})"
_SPACED = (
    rf"(?:(?<=€)|(?<=€ )){_FIRST}{_THREE}{{1,5}}(?!\d)"
    rf"|{_FIRST}(?:{_THREE}{{0,4}}? 0\d\d{_THREE}{{0,4}}|{_THREE}{{1,5}}(?= [a-z]))(?!\d)"
)
"""A number with spaces between its thousands: an amount of money, one with a group that starts with 0, or one before a
word. Other groups may be the cells of a row."""


@cache
def _written_in_digits(code: str) -> re.Pattern[str]:
    """Return a pattern for a number outside a name or longer number; the scale of a range may follow its second end."""
    words = language(code).numbers
    thousands, point = re.escape(words.thousands), re.escape(words.point)
    scales = rf"(?:{'|'.join(SCALES[code])})\b"
    percent = rf"(?:{language(code).figures.units['%']})(?!\w)"
    other_way = rf"\d+{thousands}\d{{1,2}}(?= ?(?:{scales}|{percent}))|\d{{1,3}}(?:{point}\d{{3}}){{2,}}(?!\d)"
    whole = rf"\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|{_SPACED}|{other_way}|\d+"
    digits = rf"(?:{whole})(?:{point}\d+|½)?"
    letter = rf"(?(currency)(?P<letter>{'|'.join(shared().money)})?(?!\w)|)"
    scale = rf" ?(?P<{{}}>{scales})\.?"
    return re.compile(
        rf"(?<![\w.,])(?:(?<![^\W\d_]-)|(?<=\bmid-)){_CURRENCY}?(?P<number>{digits})(?:{letter}|(?:{words.endings})?)(?:(?!\w)|(?={scales}))(?![.,:]\d)"
        rf"(?:{scale.format('scale')}|(?={shared().range}(?:€ ?)?{digits}{scale.format('ahead')}))?"
    )


def _plain(written: str, code: str, scale: str | None) -> str:
    words = language(code).numbers
    whole, separator, rest = written.rpartition(words.thousands)
    if separator and whole.isdigit() and len(rest) < len("000"):
        written = written.replace(words.thousands, words.point)
    if written.count(words.point) > 1:
        written = written.replace(words.point, "")
    plain = (
        written.replace("½", f"{words.point}5").replace(" ", "").replace(words.thousands, "").replace(words.point, ".")
    )
    return _scaled(Decimal(plain), code, scale) if scale else plain


def _scaled(value: Decimal, code: str, scale: str | None) -> str:
    if scale is None:
        return f"{value:f}"
    power = SCALES[code].get(scale.lower(), shared().money.get(scale, 0))
    return f"{(value * Decimal(10) ** power).normalize():f}"


def _in_words(text: str, code: str) -> Iterator[Quantity]:
    for found in _written_in_words(code).finditer(text):
        word, scale = found["word"].lower(), found["scale"] or found["ahead"]
        value = value_of(word, code)
        if scale and value is None:
            value, scale = (BEFORE_SCALES[word], scale) if word in BEFORE_SCALES else (value_of(scale, code), None)
        if value is not None:
            form, is_soft = _scaled(value, code, scale), word in SOFT and not scale
            yield Quantity(QuantityKind.NUMBER, form, found.start(), found.end(), is_soft)
        elif " " in word:
            yield from _one_by_one(found, code)


@cache
def _written_in_words(code: str) -> re.Pattern[str]:
    scale = f"(?P<{{}}>{'|'.join(SCALES[code])})\\b"
    other_end = rf"(?= (?:{'|'.join(shared().to)}) [^\W\d_]+ {scale.format('ahead')})"
    return re.compile(rf"{pattern_of(code)}(?: {scale.format('scale')}|{other_end})?", re.IGNORECASE)


def _one_by_one(found: re.Match[str], code: str) -> Iterator[Quantity]:
    """Yield adjacent number words that do not form one number: `two and three`."""
    for word in re.finditer(r"[a-z]+(?:-[a-z]+)?", found["word"], re.IGNORECASE):
        value = value_of(word[0], code)
        if value is not None:
            start = found.start() + word.start()
            is_soft = word[0].lower() in SOFT
            yield Quantity(QuantityKind.NUMBER, f"{value:f}", start, start + len(word[0]), is_soft)
