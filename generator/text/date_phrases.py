"""Recognise dates in prose and convert them to the notation of the data, relative to the day of publication.

A month or day without a year is in the year of publication, unless the phrase says that it is past or coming.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.text.dates import COMMON, RELATIVE, Found, Reading, days, months
from generator.text.language import DateWords, language, months_of


@dataclass(frozen=True)
class DatePhrase:
    """A date and its position in the text."""

    form: str
    """In the notation of the data: `2026-06-11`, `mid-2021`, `2026-Q3`."""
    start: int
    end: int
    """Exclusive."""


def dates_found(text: str, code: str, published: date) -> Iterator[DatePhrase]:
    """Yield every date in `text`, in no particular order; of overlapping readings the most complete.

    In `the first four months of 2026` the four is no part of the date: it remains a number.

    `code` is the code of the language, `published` the day to which relative dates refer.
    """
    rest = text
    for pattern, read in _readings(code):
        for found in pattern.finditer(rest):
            forms = read(Found(code, language(code).dates, _month_patterns(code), found, published))
            if forms is None:
                continue
            for form in forms:
                start = found.end("count") if found.groupdict().get("count") else found.start()
                yield DatePhrase(form, start, found.end())
            rest = masked(rest, found.start(), found.end())


def masked(text: str, start: int, end: int) -> str:
    """Return the text, of the same length, with the characters from `start` to `end` (exclusive) replaced by dots."""
    return f"{text[:start]}{'·' * (end - start)}{text[end:]}"


@cache
def _readings(code: str) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Return patterns and readers, the most complete first: later ones do not match what earlier ones read."""
    words = language(code).dates
    fragments = _fragments(words, months_of(code))
    phrases = (
        *((pattern, days) for pattern in words.days_first),
        *COMMON,
        *((pattern, months) for pattern in words.month_alone),
        *RELATIVE,
    )
    return tuple((re.compile(_filled(pattern, fragments), re.IGNORECASE), reading) for pattern, reading in phrases)


@cache
def _month_patterns(code: str) -> tuple[str, ...]:
    shortened = language(code).dates.short_months
    return tuple(f"{name}|{short}" for name, short in zip(months_of(code), shortened, strict=True))


def _fragments(words: DateWords, months: tuple[str, ...]) -> dict[str, str]:
    """Return the fragments of the patterns, by the names used in `<<…>>`."""
    alternatives = {name.rstrip("_"): word for name, word in vars(words).items() if isinstance(word, str)}
    short = r"(?:19|20)\d\d|['’‘]\d\d"
    referred = f"(?:{short}|{words.this}|{words.next}|{words.last})"
    names = "|".join([*months, *map(str.upper, months)])
    some = "|".join([names, *words.short_months])
    day = rf"\d\d?{words.day_endings}"
    days = f"{day}(?:(?:, |{words.and_}){day}(?!\\d)){{0,31}}"
    return {
        **alternatives,
        "nth": "|".join(words.nth),
        "season": "|".join(words.seasons),
        "counts": "|".join(words.counts),
        "month": f"(?-i:{names})" if words.months_have_a_capital else f"(?:{names})",
        "any_month": f"(?-i:{some})" if words.months_have_a_capital else f"(?:{some})",
        "day": day,
        "days": days,
        "days_of": rf"(?<!['’‘])(?P<days>{days})",
        "y": r"(?:19|20)\d\d",
        "yy": f"(?:{short})",
        "referred": referred,
        "ofyear": f"{words.of} (?P<year>{referred})\\b",
        "before_short": "|".join(rf"(?<=\b{word} )" for word in words.before_short),
        "past": f"(?P<past>{words.past})?",
        "next_": words.coming,
        "coming": f"(?P<coming>{words.coming})?",
        "after": f"(?: (?:(?P<gone>{words.gone})|(?P<ahead>{words.ahead}))(?!\\w))?",
    }


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    return re.sub(r"<<(\w+)>>", lambda name: fragments[name[1]], pattern)
