"""Numbers and dates in Dutch and English prose, each in one normal form that both languages share."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache

from generator.text.date_phrases import dates_found, masked
from generator.text.number_words import ENGLISH, SCALES, SOFT, value_of


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
def quantities_in(text: str, language: str, published: date) -> tuple[Quantity, ...]:
    """All figures of a text in the order in which they stand; relative dates are taken against `published`.

    Left out is what only looks like a figure: numbers of laws, articles, chapters, parliamentary papers, telephones
    and footnotes, and digits that are part of a name.
    """
    text = unicodedata.normalize("NFC", text)
    rest = _without_references(re.sub(r"\s", " ", text))
    dates = [Quantity(QuantityKind.DATE, d.form, d.start, d.end) for d in dates_found(rest, language, published)]
    for found in dates:
        rest = masked(rest, found.start, found.end)
    return tuple(sorted([*dates, *_numbers(rest, language)], key=lambda figure: figure.start))


def forms(figures: tuple[Quantity, ...], kind: QuantityKind) -> tuple[str, ...]:
    """The normal forms of one kind, each once, in order."""
    return tuple(dict.fromkeys(figure.form for figure in figures if figure.kind is kind))


_RUN = r"(?:[\s,]+(?:I{1,2}|\d[\w/–-]*|nrs?\.?|nos?\.?))+"
_REFERENCES = re.compile(
    "|".join([
        r"(?:https?://|www\.)\S+|\S+@\S+\.\w+",
        rf"(?:^\d\d? )?(?:Kamerstuk\w*|Parliamentary [Pp]apers?|Handelingen|Stb\.|Stcrt\.){_RUN}",
        r"\b\d\d[ .]\d{3}(?:[ -][A-Z]+)?,? (?:nrs?|nos?)\.? ?\d+",
        r"\b(?:dossier|nr\.|no\.) ?\d[\d ]*\d?",
        r"\b\d{4}[A-Z]\d{4,}|\b\d{4}-\d{6,}",
        r"\b(?i:artikel(?:en)?|art\.|lid|articles?|paragraa?f|hoofdstuk|bijlage|pagina|blz\.|tabel|figuur|grafiek|"
        r"voetnoot|section|chapter|annex|appendix|pages?|p\.|table|footnote)"
        r" \d+(?:[.:]\d+)*[a-z]?\b(?:\(\d+\))*"
        r"(?:(?:,| en| of| and| or|,? lid| t/m| tot en met| to) \d+(?:[.:]\d+)*[a-z]?\b)*",
        r"\b(?:Verordening|Richtlijn|Besluit|Regulation|Directive|Decision)(?: \(\w+\))?(?: nr\.?| No\.?)?"
        r" \d+/\d+(?:/\w+)?",
        r"\((?:EU|EG|EEG|EC|EEC)\)(?: nr\.?| No\.?)? \d+/\d+",
        r"(?<!\d)\+\d\d[ \d()-]{7,}\d|(?<![\d.,/-])0\d{1,3}[ -]\d[\d -]{2,}\d",
        r"\b(?:Postbus|P\.?O\.? Box) \d+|(?:(?<!\w )|(?<=\d ))\b(?!19|20)\d{4} [A-Z]{2}(?= [A-Z])",
        r"\b24/7\b|\b\d\d?[.:]\d\d(?= ?(?:uur|u\b|hours?|[ap]\.?m))|\b\d\d?:\d\d\b",
        r"^\d{1,2}[.)] |(?:(?<=[:,;] )|(?<= en )|(?<= and ))\d{1,2}\) ",
        r"\b(?:Eerste|Tweede) (?:Kamer|Wereldoorlog)\b|\bjaren (?:['’]?\d0\b|\w+tig\b)",
        r"\b(?i:derde land(?:en)?|third (?:countr|part)\w+|in acht|1-op-1|one-to-one|one another|one by one)\b",
        r"\b(?i:(?:no|any|some|every) one|at first|first of all|for the first time|voor het eerst)\b",
    ])
)  # fmt: skip
_RAISED = re.compile(r"[¹²³⁰⁴-⁹]+|<sup>\d+</sup>")


def _without_references(text: str) -> str:
    """The text, as long as before, with dots where something only looks like a figure."""
    for pattern in (_REFERENCES, _RAISED):
        text = pattern.sub(lambda found: masked(found[0], 0, len(found[0])), text)
    return text


_POINTS = {"nl": (".", ","), "en": (",", ".")}
_ENDINGS = {"nl": "e|ste|de|kg|km|m|x|fte", "en": "st|nd|rd|th|kg|km|m|x|fte"}
"""Of ordinals, and units that are written on to the number."""
_RANGE = r"(?: tot en met | t/m | tot | à | to +| ?[-–] ?)"
_BETWEEN = re.compile(r"((?:tussen|between)(?: de)? (?:€ ?)?[\d.,]+) (en|and) ")
_WORDS = {
    "nl": r"\b(?P<word>[^\W\d_]+)\b",
    "en": rf"\b(?P<word>half a|a|(?:{ENGLISH})(?:(?:[ -]| and )(?:{ENGLISH}))*(?: and a half)?)\b",
}
_BEFORE_SCALE = {"een": Decimal(1), "half": Decimal("0.5"), "a": Decimal(1), "half a": Decimal("0.5")}
"""Words that are numbers only in front of a scale: `half a million`."""


def _numbers(text: str, language: str) -> Iterator[Quantity]:
    """Numbers in digits, then those in words in what is left."""
    text = _BETWEEN.sub(lambda between: f"{between[1]} {'to':{len(between[2])}} ", text)
    for found in _written_in_digits(language).finditer(text):
        form = _plain(found["number"], language, found["scale"] or found["ahead"])
        yield Quantity(QuantityKind.NUMBER, form, found.start(), found.end())
        text = masked(text, found.start(), found.end())
    yield from _in_words(text, language)


@cache
def _written_in_digits(language: str) -> re.Pattern[str]:
    """A number not inside a name or a longer number; in a range its scale may stand behind the other end."""
    thousands, point = (re.escape(sign) for sign in _POINTS[language])
    digits = rf"(?:\d{{1,3}}(?:{thousands}\d{{3}})+(?!\d)|\d+)(?:{point}\d+)?"
    scale = rf"[\s\u00a0]?(?P<{{}}>{'|'.join(SCALES[language])})\b\.?"
    return re.compile(
        rf"(?<![\w.,])(?:(?<![^\W\d_]-)|(?<=\bmid-))(?P<number>{digits})(?:{_ENDINGS[language]})?(?!\w)(?![.,:]\d)"
        rf"(?:{scale.format('scale')}|(?={_RANGE}(?:€ ?)?{digits}{scale.format('ahead')}))?"
    )


def _plain(written: str, language: str, scale: str | None) -> str:
    thousands, point = _POINTS[language]
    plain = written.replace(thousands, "").replace(point, ".")
    return _scaled(Decimal(plain), language, scale) if scale else plain


def _scaled(value: Decimal, language: str, scale: str | None) -> str:
    if scale is None:
        return f"{value:f}"
    return f"{(value * Decimal(10) ** SCALES[language][scale.lower()]).normalize():f}"


def _in_words(text: str, language: str) -> Iterator[Quantity]:
    for found in _written_in_words(language).finditer(text):
        word, scale = found["word"].lower(), found["scale"] or found["ahead"]
        value = value_of(word, language)
        if scale and value is None:
            value, scale = (_BEFORE_SCALE[word], scale) if word in _BEFORE_SCALE else (value_of(scale, language), None)
        if value is not None:
            form, is_soft = _scaled(value, language, scale), word in SOFT and not scale
            yield Quantity(QuantityKind.NUMBER, form, found.start(), found.end(), is_soft)
        elif language == "en" and " " in word:
            yield from _one_by_one(found, language)


@cache
def _written_in_words(language: str) -> re.Pattern[str]:
    scale = f"(?P<{{}}>{'|'.join(SCALES[language])})\\b"
    other_end = rf"(?= (?:tot|to) [^\W\d_]+ {scale.format('ahead')})"
    return re.compile(rf"{_WORDS[language]}(?: {scale.format('scale')}|{other_end})?", re.IGNORECASE)


def _one_by_one(found: re.Match[str], language: str) -> Iterator[Quantity]:
    """Number words that stand side by side without making one number: `two and three`."""
    for word in re.finditer(r"[a-z]+(?:-[a-z]+)?", found["word"], re.IGNORECASE):
        value = value_of(word[0], language)
        if value is not None:
            start = found.start() + word.start()
            is_soft = word[0].lower() in SOFT
            yield Quantity(QuantityKind.NUMBER, f"{value:f}", start, start + len(word[0]), is_soft)
