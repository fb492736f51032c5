"""Numbers and dates in prose, each in one normal form that all languages share."""

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


class QuantityKind(Enum):
    """What sort of figure it is."""

    NUMBER = "number"
    """A plain decimal with the decimals it was printed with: `28000`, `98.9`, `0.50`."""
    DATE = "date"
    """One of the date forms of the data, a bare year included."""


@dataclass(frozen=True)
class Quantity:
    """One number or date that a text names."""

    kind: QuantityKind
    form: str
    """Normal: the same for `28.000` in Dutch and `28,000` in English, for `1,4 miljard` and `1.4 billion`."""
    start: int
    end: int
    """Exclusive: `text[start:end]` is the figure as written, of a text in NFC."""
    is_soft: bool = False
    """A word such as `one` or `first`, mostly not meant as a number: evidence where it stands, never a claim."""


@lru_cache(maxsize=65536)
def quantities_in(text: str, code: str, published: date) -> tuple[Quantity, ...]:
    """All figures of a text in the order in which they stand; relative dates are taken against `published`.

    Left out is what only looks like a figure: numbers of laws, articles, chapters, parliamentary papers, telephones
    and footnotes, and digits that are part of a name.
    """
    text = unicodedata.normalize("NFC", text)
    rest = _without_references(re.sub(r"\s", " ", text))
    dates = [Quantity(QuantityKind.DATE, d.form, d.start, d.end) for d in dates_found(rest, code, published)]
    for found in dates:
        rest = masked(rest, found.start, found.end)
    return tuple(sorted([*dates, *_numbers(rest, code)], key=lambda figure: figure.start))


def forms(figures: tuple[Quantity, ...], kind: QuantityKind) -> tuple[str, ...]:
    """The normal forms of one kind, each once, in order."""
    return tuple(dict.fromkeys(figure.form for figure in figures if figure.kind is kind))


_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+|<sup>\d+</sup>")


@cache
def _references() -> re.Pattern[str]:
    return re.compile("|".join(shared().look_alikes))


def _without_references(text: str) -> str:
    """The text, as long as before, with dots where something only looks like a figure."""
    for pattern in (_references(), _RAISED):
        text = pattern.sub(lambda found: masked(found[0], 0, len(found[0])), text)
    return text


def _numbers(text: str, code: str) -> Iterator[Quantity]:
    """Numbers in digits, then those in words in what is left."""
    text = re.sub(
        shared().between, lambda between: f"{between[1]} {shared().joined_in_a_range:{len(between[2])}} ", text
    )
    for found in _written_in_digits(code).finditer(text):
        form = _plain(found["number"], code, found["scale"] or found["ahead"])
        yield Quantity(QuantityKind.NUMBER, form, found.start(), found.end())
        text = masked(text, found.start(), found.end())
    yield from _in_words(text, code)


@cache
def _written_in_digits(code: str) -> re.Pattern[str]:
    """A number not inside a name or a longer number; in a range its scale may stand behind the other end."""
    words = language(code).numbers
    thousands, point = re.escape(words.thousands), re.escape(words.point)
    digits = rf"(?:\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+)(?:{point}\d+)?"
    scale = rf"[\s\u00a0]?(?P<{{}}>{'|'.join(SCALES[code])})\b\.?"
    return re.compile(
        rf"(?<![\w.,])(?:(?<![^\W\d_]-)|(?<=\bmid-))(?P<number>{digits})(?:{words.endings})?(?!\w)(?![.,:]\d)"
        rf"(?:{scale.format('scale')}|(?={shared().range}(?:€ ?)?{digits}{scale.format('ahead')}))?"
    )


def _plain(written: str, code: str, scale: str | None) -> str:
    words = language(code).numbers
    plain = written.replace(words.thousands, "").replace(words.point, ".")
    return _scaled(Decimal(plain), code, scale) if scale else plain


def _scaled(value: Decimal, code: str, scale: str | None) -> str:
    if scale is None:
        return f"{value:f}"
    return f"{(value * Decimal(10) ** SCALES[code][scale.lower()]).normalize():f}"


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
    """Number words that stand side by side without making one number: `two and three`."""
    for word in re.finditer(r"[a-z]+(?:-[a-z]+)?", found["word"], re.IGNORECASE):
        value = value_of(word[0], code)
        if value is not None:
            start = found.start() + word.start()
            is_soft = word[0].lower() in SOFT
            yield Quantity(QuantityKind.NUMBER, f"{value:f}", start, start + len(word[0]), is_soft)
