"""Recognise dates in prose and convert them to the notation of the data, relative to the day of publication.

A month or day without a year is in the year of publication, unless the phrase says that it is past or coming.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.text.language import DateWords, language, months_of

_OF_CENTURY = re.compile(r"['’‘]?(\d\d)")
_MOST_AHEAD = 50
"""Years after publication in which a year of two digits may be; a later one was in the century before."""


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
            forms = read(_Found(language(code).dates, _month_patterns(code), found, published))
            if forms is None:
                continue
            for form in forms:
                start = found.end("count") if found.groupdict().get("count") else found.start()
                yield DatePhrase(form, start, found.end())
            rest = masked(rest, found.start(), found.end())


def masked(text: str, start: int, end: int) -> str:
    """Return the text, of the same length, with the characters from `start` to `end` (exclusive) replaced by dots."""
    return f"{text[:start]}{'·' * (end - start)}{text[end:]}"


@dataclass(frozen=True)
class _Found:
    """A match with what is needed to interpret it."""

    words: DateWords
    months: tuple[str, ...]
    """A pattern for each month, written in full or shortened."""
    match: re.Match[str]
    published: date

    def __getitem__(self, group: str) -> str | None:
        return self.match.groupdict().get(group)

    @property
    def year(self) -> int:
        """The year that the phrase names or refers to; otherwise that of publication."""
        written = self["year"] or ""
        if written.isdigit() and len(written) == 4:
            return int(written)
        if digits := _OF_CENTURY.fullmatch(written):
            year = self.published.year // 100 * 100 + int(digits[1])
            return year - 100 if year > self.published.year + _MOST_AHEAD else year
        for phrase, distance in ((self.words.next, 1), (self.words.last, -1)):
            if re.fullmatch(phrase, written, re.IGNORECASE):
                return self.published.year + distance
        return self.published.year

    def month(self, group: str) -> int:
        written = str(self[group])
        return next(i for i, names in enumerate(self.months, 1) if re.fullmatch(names, written, re.IGNORECASE))

    def nth(self, group: str) -> int | None:
        written = self[group]
        if written is None or written.isdigit():
            return int(written) if written else None
        return next(i for i, words in enumerate(self.words.nth, 1) if written.lower() in words.split("|"))

    def dated(self, month: int, day: int | None) -> int:
        """Return the year of a month or day: the nearest in the past or future if the phrase says so."""
        step = -1 if self["past"] or self["gone"] else 1 if self["coming"] or self["ahead"] else 0
        year = self.year
        while step and not self._is_on_its_side(year, month, day, step):
            year += step
        return year

    def _is_on_its_side(self, year: int, month: int, day: int | None, step: int) -> bool:
        days = monthrange(year, month)[1]
        if day and day > days:
            return False
        return (date(year, month, day or days) - self.published).days * step >= 0


Reading = Callable[[_Found], list[str] | None]
"""Returns None where the match is not a date, and an empty list for a date that does not exist."""


@cache
def _readings(code: str) -> tuple[tuple[re.Pattern[str], Reading], ...]:
    """Return patterns and readers, the most complete first: later ones do not match what earlier ones read."""
    words = language(code).dates
    fragments = _fragments(words, months_of(code))
    phrases = (
        *((pattern, _days) for pattern in words.days_first),
        *_COMMON,
        *((pattern, _months) for pattern in words.month_alone),
        *_RELATIVE,
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
        "past": f"(?P<past>{words.past})?",
        "next_": words.coming,
        "coming": f"(?P<coming>{words.coming})?",
        "after": f"(?: (?:(?P<gone>{words.gone})|(?P<ahead>{words.ahead}))(?!\\w))?",
    }


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    return re.sub(r"<<(\w+)>>", lambda name: fragments[name[1]], pattern)


def _iso_day(found: _Found) -> list[str]:
    month, day = int(found["m"] or 0), int(found["d"] or 0)
    return [_day_form(found.year, month, day)] if 1 <= month <= 12 else []


def _iso_month(found: _Found) -> list[str]:
    return [f"{found['year']}-{found['m']}"]


def _day_form(year: int, month: int, day: int) -> str:
    """Return the day, or its month if there is no such day in the calendar."""
    is_day = 1 <= day <= monthrange(year, month)[1]
    return f"{year}-{month:02d}-{day:02d}" if is_day else f"{year}-{month:02d}"


def _days(found: _Found) -> list[str]:
    month = found.month("month")
    days = [int(day) for day in re.findall(r"\d+", found["days"] or "")]
    longest = 29 if month == 2 else monthrange(found.year, month)[1]
    return [
        _day_form(found.dated(month, d), month, d) if 1 <= d <= longest else f"{found.year}-{month:02d}" for d in days
    ]


def _months(found: _Found) -> list[str]:
    months = [found.month(group) for group in ("also", "month") if found[group]]
    return [f"{found.dated(month, None)}-{month:02d}" for month in months]


def _quarters(found: _Found) -> list[str]:
    return [f"{found.year}-Q{nth}" for nth in (found.nth("also"), found.nth("nth")) if nth]


def _half(found: _Found) -> list[str]:
    nth = found.nth("nth")
    return [f"{found.year}-H{nth}" if nth in (1, 2) else str(found.year)]


def _past_half_year(found: _Found) -> list[str]:
    end = found.published
    begin = (end.year, end.month - 6) if end.month > 6 else (end.year - 1, end.month + 6)
    return [f"{begin[0]}-{begin[1]:02d}/{end:%Y-%m}"]


def _coming_half_year(found: _Found) -> list[str]:
    return [f"{found.published}/P6M"]


def _season(found: _Found) -> list[str]:
    names = next(i for i, words in enumerate(found.words.seasons) if re.fullmatch(words, found["season"] or "", re.I))
    return [f"{('spring', 'summer', 'autumn', 'winter')[names]}-{found.year}"]


def _first_months(found: _Found) -> list[str] | None:
    count = (found["count"] or "").lower()
    last = int(count) if count.isdigit() else found.words.counts.index(count) + 2
    if not 2 <= last <= 11:
        return None
    return [f"{found.year}-01/{found.year}-{last:02d}"]


def _not_before(found: _Found) -> list[str]:
    """The year counts as a date too: what comes not before it is not unheard of in it."""
    return [f"{found.year}/..", str(found.year)]


def _part(found: _Found) -> list[str]:
    return [f"{part}-{found.year}" for part in ("early", "mid", "late") if found[part]]


def _before_summer(found: _Found) -> list[str]:
    """Without a year it is the next summer after publication."""
    is_over = not found["year"] and found.published > date(found.published.year, 7, 15)
    return [f"before-summer-{found.year + is_over}"]


def _after_summer(found: _Found) -> list[str]:
    """Without a year it is the next end of a summer after publication."""
    is_over = not found["year"] and found.published > date(found.published.year, 8, 31)
    return [f"after-summer-{found.year + is_over}"]


def _two_years(found: _Found) -> list[str] | None:
    """A year that is followed by the last digits of the next one."""
    end = found.year + 1
    return [str(found.year), str(end)] if int(found["end"] or 0) == end % 100 else None


def _years(found: _Found) -> list[str]:
    return [str(found.year)]


_COMMON: tuple[tuple[str, Reading], ...] = (
    (r"(?<![\d-])(?P<year><<y>>)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso_day),
    (r"(?<![\d/-])(?P<d>\d\d?)[-/](?P<m>\d\d?)[-/](?P<year><<yy>>)(?![\d-])", _iso_day),
    (r"(?<![\d/.,-])(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<year><<y>>)(?![\d-]|[.,]\d)", _iso_day),
    (r"(?<![\d/.,-])(?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<year>\d\d)(?![\d/-]|[.,]\d)", _iso_day),
    (r"(?<![\d-])(?P<year><<y>>)-(?P<m>0[1-9]|1[0-2])(?![\d-])", _iso_month),
    (r"(?<![\d/-])(?P<m>0[1-9]|1[0-2])/(?P<year><<y>>)(?![\d/-])", _iso_month),
    (r"(?<![\d/-])(?P<year><<y>>)[-–/]['’‘]?(?P<end>\d\d)(?![\d%/-]|[.,]\d)", _two_years),
    (r"\b(?P<days><<day>>) (?P<month><<month>>)(?=(?:<<and>>)<<day>> <<month>> (?P<year><<y>>))", _days),
    (r"\b<<past>><<coming>>\b<<days_of>>(?: of)? (?P<month><<any_month>>)\b\.?(?:<<ofyear>>)?<<after>>", _days),
    (r"\b(?:(?P<also><<nth>>)(?:<<and>>))?(?P<nth><<nth>>) (?:<<quarter>>)\b(?:<<ofyear>>)?", _quarters),
    (r"\b(?:<<quarter>>) (?P<nth>[1-4])<<ofyear>>", _quarters),
    (r"(?<![A-Za-z]\d )\b(?P<year><<y>>)[-/ ]?(?:<<quarter_sign>>)(?P<nth>[1-4])\b(?!<<of>> ?<<yy>>)", _quarters),
    (r"\b(?:<<quarter_sign>>)(?P<nth>[1-4])(?:(?:<<of>> ?|[-/] ?)(?P<year><<yy>>))?\b", _quarters),
    (r"\b(?P<nth><<nth>>) (?:<<half>>)<<ofyear>>", _half),
    (r"\b(?P<nth><<nth>>) (?:<<half_year>>)\b(?:<<ofyear>>)?", _half),
    (r"\b(?:<<before>>)(?:<<half_year>>)\b", _past_half_year),
    (r"\b(?:<<next_>>)(?:<<half_year>>)\b", _coming_half_year),
    (r"\b(?:<<first>>) (?P<count><<counts>>|\d\d?) (?:<<months>>)\b<<ofyear>>", _first_months),
    (r"\b(?:<<not_before>>)<<of>> ?(?P<year><<y>>)\b", _not_before),
    (r"(?<![A-Za-z]\d )\b(?P<year><<y>>)[-/ ]?H(?P<nth>[12])\b(?!<<of>> ?<<yy>>)", _half),
    (r"\bH(?P<nth>[12])(?:<<of>> ?|[-/])(?P<year><<yy>>)\b", _half),
    (r"\b(?:<<summer>>)\b(?:<<ofyear>>)?", _before_summer),
    (r"\b(?:<<after_summer>>)\b(?:<<ofyear>>)?", _after_summer),
    (r"\b(?P<season><<season>>)<<ofyear>>", _season),
    (r"\b(?:<<nearest>>) (?P<season><<season>>)\b", _season),
    (r"\b(?:(?P<early><<early>>)|(?P<mid><<mid>>)|(?P<late><<late>>))(?:<<of>> |-)(?P<year><<referred>>)\b", _part),
    (r"\b<<past>><<coming>>\b(?P<also><<month>>)(?:<<and>>)(?P<month><<month>>)\b(?:<<ofyear>>)?<<after>>", _months),
    (r"\b<<past>><<coming>>\b(?P<month><<any_month>>)\b\.?<<ofyear>><<after>>", _months),
)  # fmt: skip
_RELATIVE: tuple[tuple[str, Reading], ...] = (
    (r"\b(?P<year><<this>>|<<next>>|<<last>>)\b", _years),
    (r"(?:(?<![\w.,€$])(?<!€ )|(?<=\bFY))(?P<year><<y>>)(?![\w%]|[.,]\d| (?:<<amount>>)\b)", _years),
)
