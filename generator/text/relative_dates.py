"""Periods that a text may mean without naming them: `a year earlier`, `the same period last year`, `so far this year`.

They are counted from the period that was named last in the text, or else from the day of publication. Where a phrase
can be read in more than one way, each reading is given: it may be evidence, and is never a claim.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache, partial

from generator.text.date_phrases import DatePhrase
from generator.text.dates.from_publication import FROM_PUBLICATION, JUST_ENDED, past_season
from generator.text.language import language
from generator.text.number_words import value_of
from generator.text.quantities import QuantityKind, flat, quantities_in

_YEAR = re.compile(r"(?:19|20)\d\d")
_PART = re.compile(r"\d{4}-(?:H\d|Q\d|\d\d)|\d{4}-\d\d/\d{4}-\d\d")
"""A part of a year that other years have too."""
_OPEN = re.compile(r"/(?:\.\.|P)")
"""Not before a date, or within a time of it."""
_SENTENCE = re.compile(r"[.!?] ")
_RECENT = 4
"""In so many months after its end, a part of last year may still be meant without its year."""
_MID_YEAR = 6
"""Up to this month, a figure without its year may be of the year before."""


@lru_cache(maxsize=65536)
def may_mean(text: str, code: str, published: date) -> tuple[str, ...]:
    """Return the periods that a text may mean and does not name, in the notation of the data, each once.

    `code` is the code of its language, `published` its day of publication.
    """
    found = quantities_in(text, code, published)
    named = [DatePhrase(q.form, q.start, q.end) for q in found if q.kind is QuantityKind.DATE]
    reader = _Reader(flat(text), code, published, named)
    known = {phrase.form for phrase in named}
    return tuple(form for form in dict.fromkeys(reader.readings()) if form not in known)


def without_parts(text: str, code: str) -> str:
    """Return the text, of the same length, with dots for parts of a year that name no year: `the first quarter`.

    In the title of a quantity that is counted each year they are no date.
    """
    dates = language(code).dates
    dated = re.compile(rf"{dates.of} (?:{_YEAR.pattern}|{dates.this}|{dates.next}|{dates.last})\b", re.IGNORECASE)

    def masked(part: re.Match[str]) -> str:
        is_of_something = part["half"] and not part["of"] and not part["earlier"]
        return part[0] if is_of_something or dated.match(text, part.end()) else "·" * len(part[0])

    return _parts(code).sub(masked, text)


@dataclass(frozen=True)
class _Reader:
    text: str
    code: str
    published: date
    named: list[DatePhrase]
    """What the text names, then also what the words of `_NAMING` name."""
    taken: list[tuple[int, int]] = field(default_factory=list)

    def readings(self) -> Iterator[str]:
        """Yield what each phrase may mean, in the order of the text, each once for every reading."""
        phrases = [(match, read) for pattern, read in _phrases(self.code) for match in pattern.finditer(self.text)]
        for match, read in sorted(phrases, key=lambda phrase: (phrase[0].start(), -phrase[0].end())):
            if any(start < match.end() and match.start() < end for start, end in self.taken):
                continue
            forms = [form for form in read(self, match) if _YEAR.search(form)]
            if forms:
                self.taken.append(match.span())
            if read in _NAMING:
                self.named.extend(DatePhrase(form, match.start(), match.end()) for form in forms)
            yield from forms

    def before(self, position: int, *, parts: bool = False) -> list[str]:
        """Return the period that was named last before a position, or all readings of it; of `parts`, part of a year.

        Empty if none was.
        """
        ended = [phrase for phrase in self.named if phrase.end <= position and not _OPEN.search(phrase.form)]
        ended = [phrase for phrase in ended if not parts or _PART.fullmatch(phrase.form)]
        last = max((phrase.start for phrase in ended), default=0)
        return [phrase.form for phrase in ended if phrase.start == last]

    def is_clear(self, match: re.Match[str]) -> bool:
        """Whether a date that continues after the phrase, or follows it directly, says what is meant."""
        end, joint = match.end(), re.compile(rf"[,: ]*{language(self.code).dates.of} ?\(?")
        after = [phrase for phrase in self.named if phrase.end > end]
        return any(phrase.start < end or joint.fullmatch(self.text, end, phrase.start) for phrase in after)

    def sentence(self, position: int) -> tuple[int, int]:
        """Return where the sentence around a position starts and ends."""
        ends = [found.end() for found in _SENTENCE.finditer(self.text)]
        start = max((end for end in ends if end <= position), default=0)
        return start, min((end for end in ends if end > position), default=len(self.text))

    def to_date(self) -> list[str]:
        """Return the year up to the month of publication, and up to a quarter that has just ended."""
        year, month = self.published.year, self.published.month
        ended, since = divmod(month - 1, 3)
        parts = ("", f"{year}-Q1", f"{year}-H1", f"{year}-01/{year}-09")
        return [f"{year}-01/{year}-{month:02d}", *([parts[ended]] if ended and since < JUST_ENDED else [])]


def _counted(match: re.Match[str], code: str) -> int | None:
    """Return the number of years in a phrase, 1 if it has none; None if that is not a number."""
    written = next((word for word in match.groupdict().values() if word), None)
    if written is None or written.isdecimal():
        return int(written or 1)
    value = value_of(written.lower(), code)
    return int(value) if value is not None and value == int(value) else None


def _shifted(form: str, years: int) -> str:
    """Return the same part of another year; of a day that it lacks, the month."""
    moved = _YEAR.sub(lambda year: str(int(year[0]) + years), form)
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", moved)
    return moved[:-3] if day and int(day[3]) > monthrange(int(day[1]), int(day[2]))[1] else moved


def _in_year(form: str, year: int) -> str:
    found = _YEAR.search(form)
    return _shifted(form, year - int(found[0])) if found else form


def _earlier(reader: _Reader, match: re.Match[str]) -> list[str]:
    """Without a period before it, it is before the year of publication, or before the last whole year."""
    years = _counted(match, reader.code)
    if years is None or reader.is_clear(match):
        return []
    year = reader.published.year - years
    meant = [str(year), *([str(year - 1)] if reader.published.month <= _MID_YEAR else [])]
    return [_shifted(form, -years) for form in reader.before(match.start())] or meant


def _later(reader: _Reader, match: re.Match[str]) -> list[str]:
    years = _counted(match, reader.code)
    if years is None or reader.is_clear(match):
        return []
    return [_shifted(form, years) for form in reader.before(match.start())]


def _ago(reader: _Reader, match: re.Match[str]) -> list[str]:
    years = _counted(match, reader.code)
    return [] if years is None else [str(reader.published.year - years)]


def _same(reader: _Reader, match: re.Match[str]) -> list[str]:
    """In the year that is named behind it; `last year` is that before publication, or before the period just named."""
    parts = reader.before(match.start(), parts=True) or reader.to_date()
    if match["earlier"]:
        return [_shifted(part, -1) for part in parts]
    years = [phrase.form for phrase in reader.named if match.end("same") <= phrase.start < match.end()]
    if not years:
        return parts
    before = [_shifted(part, -1) for part in parts] if match["last"] else []
    return [*(_in_year(part, int(year)) for part in parts for year in years if year.isdigit()), *before]


def _to_date(reader: _Reader, match: re.Match[str]) -> list[str]:
    """Only where the sentence says that the year is meant, or compares it with another: else it may be for ever."""
    start, end = reader.sentence(match.start())
    around = reader.text[start:end]
    words = language(reader.code)
    is_of_year = re.search(rf"\b{words.dates.this}\b", around, re.IGNORECASE)
    is_compared = re.search(rf"\b{words.relative.compared}", around, re.IGNORECASE) and _YEAR.search(around)
    return reader.to_date() if is_of_year or is_compared else []


def _compared(reader: _Reader, match: re.Match[str]) -> list[str]:
    """A part of a year compared with another year may be compared with the same part of it."""
    start, end = reader.sentence(match.start())
    words = language(reader.code).relative
    if re.search(rf"\b(?:{words.whole}|{words.same})\b", reader.text[match.end() : end], re.IGNORECASE):
        return []
    parts = [form for form in reader.before(match.start()) if _PART.fullmatch(form)]
    years = [p.form for p in reader.named if match.end() <= p.start < end and p.form.isdigit()]
    is_here = any(start <= phrase.start for phrase in reader.named if phrase.form in parts)
    return [_in_year(part, int(year)) for part in parts for year in years[:1]] if is_here else []


def _year_end(reader: _Reader, match: re.Match[str]) -> list[str]:
    """Of the year of publication, or of the one that was named last."""
    if reader.is_clear(match):
        return []
    named = [_YEAR.search(form) for form in reader.before(match.start())]
    return [f"late-{year}" for year in (*(int(year[0]) for year in named if year), reader.published.year)]


def _past_season(reader: _Reader, match: re.Match[str]) -> list[str]:
    names = language(reader.code).dates.seasons
    season = next(i for i, name in enumerate(names) if re.fullmatch(name, match["season"], re.IGNORECASE))
    return past_season(season, reader.published)


def _part(reader: _Reader, match: re.Match[str]) -> list[str]:
    """A part of a year without its year: of the year named before it or that of publication, or one just past."""
    form, last_month = _form_of_part(reader, match)
    if not form or reader.is_clear(match):
        return []
    published = reader.published.year
    named = [int(year[0]) for form in reader.before(match.start()) if (year := _YEAR.search(form))]
    years = [*named, published]
    if match["earlier"] or match["that"]:
        years = [year - bool(match["earlier"]) for year in named or [published]]
    if 12 - last_month + reader.published.month <= _RECENT:
        years.append(published - 1)
    return [_in_year(form, year) for year in years]


def _form_of_part(reader: _Reader, match: re.Match[str]) -> tuple[str, int]:
    """Return the part in the year 2000, and its last month; nothing for half of something else than a year."""
    words = language(reader.code).dates
    if match["count"]:
        months = words.counts.index(match["count"].lower()) + 2
        return f"2000-01/2000-{months:02d}", months
    nth = next(i for i, said in enumerate(words.nth, 1) if re.fullmatch(said, match["nth"], re.IGNORECASE))
    if match["quarter"]:
        return f"2000-Q{nth}", 3 * nth
    is_of_year = not match["half"] or match["of"] or match["earlier"]
    return (f"2000-H{nth}", 6 * nth) if nth < 3 and is_of_year else ("", 0)


def _seen(period: Callable[[date], list[str]], reader: _Reader, match: re.Match[str]) -> list[str]:
    return period(reader.published)


_Read = Callable[[_Reader, re.Match[str]], list[str]]
_SEEN: Mapping[str, _Read] = {name: partial(_seen, period) for name, period in FROM_PUBLICATION.items()}
_NAMING: tuple[_Read, ...] = (_to_date, _past_season, _year_end, _part, *_SEEN.values())
"""What they read is a period from which other words may count; two years in a row are not counted from each other."""


@cache
def _parts(code: str) -> re.Pattern[str]:
    """Return a pattern of a part of a year, without its year."""
    words, dates = language(code).relative, language(code).dates
    earlier = re.sub(r"\?P<\w+>", "?:", words.earlier)
    return re.compile(
        rf"\b(?:(?P<nth>{'|'.join(dates.nth)})[ -]"
        rf"(?:(?P<quarter>{dates.quarter})|(?:{dates.half_year})|(?P<half>{dates.half}))"
        rf"|(?:{dates.first}) (?P<count>{'|'.join(dates.counts)}) (?:{dates.months}))\b"
        rf"(?:{dates.of} (?P<earlier>{earlier})|(?P<of> {words.of_that_year}\b))?",
        re.IGNORECASE,
    )


@cache
def _phrases(code: str) -> tuple[tuple[re.Pattern[str], _Read], ...]:
    words, dates = language(code).relative, language(code).dates
    earlier = re.sub(r"\?P<\w+>", "?:", words.earlier)
    tail = rf"(?:{dates.of} (?:(?P<earlier>{earlier})|(?P<last>{dates.last})|{_YEAR.pattern})\b)?"
    patterns: tuple[tuple[str, _Read], ...] = (
        (rf"(?P<same>{words.same}){tail}", _same),
        (words.earlier, _earlier),
        (words.later, _later),
        (words.ago, _ago),
        (words.to_date, _to_date),
        (rf"{words.year_end}\b", _year_end),
        (rf"{words.past_season} (?P<season>{'|'.join(dates.seasons)})\b", _past_season),
        (words.compared, _compared),
        *((rf"{getattr(words, name)}\b", read) for name, read in _SEEN.items()),
    )
    compiled = tuple((re.compile(rf"\b{pattern}", re.IGNORECASE), read) for pattern, read in patterns)
    return (*compiled, (_parts(code), _part))
