"""The date forms of the atlas → first day, last day and precision. A date is never made sharper than it was given.

The thirds of a year are those of EDTF (ISO 8601-2): early is January to April, mid is May to August, late is September
to December. Where a form may be read in two ways, its last day is the one that favours whoever promised: a season ends
with the astronomical one; before the summer runs to 15 July, when the summer recess of the House has begun; after the
summer runs to the end of the year. A duration (`2024-05/P2Y`) is counted from the last day of its beginning.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from generator.diagnostics import Miswritten, Rule


class Precision(Enum):
    """How sharply a period was given."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    THIRD = "third"
    """`early-`, `mid-` or `late-` and a year."""
    HALF = "half"
    SEASON = "season"
    BEFORE_SUMMER = "before-summer"
    AFTER_SUMMER = "after-summer"
    YEAR = "year"
    INTERVAL = "interval"
    """Two of the others with a slash between them."""
    DURATION = "duration"
    """Within years, months, weeks or days of one of the others: `2024-05/P2Y`."""
    NOT_BEFORE = "not-before"
    """Not before one of the others: `2028/..`. It is never overdue; charts and slips go by the end of the other."""


_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"|(?P<part>early|mid|late|before-summer|after-summer|spring|summer|autumn|winter)-(?P<part_year>\d{4})",
    re.ASCII,
)
_DURATION = re.compile(r"P(?P<count>[1-9]\d?)(?P<unit>[YMWD])", re.ASCII)
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{4}", re.ASCII)
"""A day or month as people write it by hand, which is no interval."""
_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_SEASONS = {
    "spring": ((0, 3, 1), (0, 6, 20)),
    "summer": ((0, 6, 1), (0, 9, 22)),
    "autumn": ((0, 9, 1), (0, 12, 20)),
    "winter": ((0, 12, 1), (1, 3, 20)),
    "before-summer": ((0, 1, 1), (0, 7, 15)),
    "after-summer": ((0, 9, 1), (0, 12, 31)),
}
"""First and last day as years after that of the form, month and day: the widest reading."""
FORMS = (
    "2026-06-11, 2026-06, 2026-Q3, 2026-H1, 2026, early-2026, mid-2026, late-2026, spring-2026, before-summer-2026, "
    "after-summer-2026, 2026-06/P2Y, 2028/.. or A/B"
)
"""`2026-06/P2Y` is within two years of June 2026, `2028/..` is not before 2028."""


@dataclass(frozen=True)
class Period:
    """A day, or a stretch of days known only that sharply."""

    text: str
    """As written in the data."""
    first: date
    last: date
    """Inclusive. What is due in a period is on time up to and including this day."""
    precision: Precision
    part: str = ""
    """For a third `early`, `mid` or `late`; the season; the number of a quarter or half; `2Y` for a duration."""
    ends: "tuple[Period, Period] | None" = None
    """Both ends, for an interval."""
    start: "Period | None" = None
    """What a duration is counted from, or a thing does not come before."""

    def __str__(self) -> str:
        return self.text


def parse_period(text: str) -> Period:
    """The period that `text` writes.

    Raises ValueError, naming the forms there are, if it is none of them, no day of the calendar, outside 1900-2099,
    or an interval whose end lies before its beginning.
    """
    if "/" in text and not _SLASHES.fullmatch(text):
        return _interval(text)
    form = _FORM.fullmatch(text)
    if not form:
        raise Miswritten(f"{text!r} is not a date form", f"write {FORMS}", Rule.DATE_FORM)
    if not 1900 <= int(form["year"] or form["part_year"]) <= 2099:
        raise Miswritten(
            f"{text!r} lies outside the years 1900 to 2099", "write the year in four digits", Rule.DATE_FORM
        )
    if form["part"]:
        return _part_of_year(text, form["part"], int(form["part_year"]))
    return _calendar(text, form)


def _interval(text: str) -> Period:
    begin, _, end = text.partition("/")
    duration = _DURATION.fullmatch(end)
    if begin and (end == ".." or duration):
        return _from(text, parse_period(begin), duration)
    if "/" in end:
        raise Miswritten(f"{text!r} has more than one slash", "an interval is A/B", Rule.INTERVAL)
    if not begin or not end:
        raise Miswritten(f"{text!r} has only one end", "an interval is A/B", Rule.INTERVAL)
    ends = parse_period(begin), parse_period(end)
    if ends[0].first > ends[1].first or ends[0].last > ends[1].last:
        raise Miswritten(f"{text!r} ends before it begins", "", Rule.INTERVAL)
    return Period(text, ends[0].first, ends[1].last, Precision.INTERVAL, ends=ends)


def _from(text: str, start: Period, duration: re.Match[str] | None) -> Period:
    """Not before `start`, or within the duration of it."""
    if start.start or start.ends:
        raise Miswritten(f"{text!r} does not begin with a day, month, quarter or year", "", Rule.INTERVAL)
    if not duration:
        return Period(text, start.first, start.last, Precision.NOT_BEFORE, start=start)
    last = _later(start.last, int(duration["count"]), duration["unit"])
    return Period(text, start.first, last, Precision.DURATION, duration[0][1:], start=start)


def _part_of_year(text: str, part: str, year: int) -> Period:
    if part in _SEASONS:
        (first_year, *first_day), (last_year, *last_day) = _SEASONS[part]
        precision = Precision(part) if part in ("before-summer", "after-summer") else Precision.SEASON
        name = part if precision is Precision.SEASON else ""
        return Period(text, date(year + first_year, *first_day), date(year + last_year, *last_day), precision, name)
    first, last = _PARTS[part]
    return _months(text, year, first, last, Precision.THIRD, part)


def _calendar(text: str, form: re.Match[str]) -> Period:
    year = int(form["year"])
    if form["day"]:
        return _day(text, year, int(form["month"]), int(form["day"]))
    if form["month"]:
        return _months(text, year, int(form["month"]), int(form["month"]), Precision.MONTH)
    if form["quarter"]:
        last = 3 * int(form["quarter"])
        return _months(text, year, last - 2, last, Precision.QUARTER, form["quarter"])
    if form["half"]:
        last = 6 * int(form["half"])
        return _months(text, year, last - 5, last, Precision.HALF, form["half"])
    return _months(text, year, 1, 12, Precision.YEAR)


def _day(text: str, year: int, month: int, day: int) -> Period:
    if not 1 <= day <= monthrange(year, month)[1]:
        raise Miswritten(f"{text!r} is not a day of the calendar", "", Rule.NO_SUCH_DAY)
    return Period(text, date(year, month, day), date(year, month, day), Precision.DAY)


def _months(text: str, year: int, first: int, last: int, precision: Precision, part: str = "") -> Period:
    return Period(text, date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision, part)


def _later(day: date, count: int, unit: str) -> date:
    """The day that lies so many years, months, weeks or days later; the end of a month stays one."""
    if unit in "WD":
        return day + timedelta(days=count * (7 if unit == "W" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "Y" else 1)
    year, month = months // 12, months % 12 + 1
    length, of_day = monthrange(year, month)[1], monthrange(day.year, day.month)[1]
    return date(year, month, length if day.day == of_day else min(day.day, length))


def days_slipped(due_dates: tuple[Period, ...]) -> int:
    """Whole days from the last day of the first due date to that of the latest; negative if brought forward.

    `due_dates` is in the order in which they were given.
    Raises ValueError if it is empty: what was never promised cannot slip.
    """
    if not due_dates:
        raise ValueError("no due date: what was never promised cannot slip")
    return (due_dates[-1].last - due_dates[0].last).days


def is_overdue(due: Period, as_of: date) -> bool:
    """Whether the last day on time has passed. On that day itself nothing is overdue, and "not before" never is."""
    return due.precision is not Precision.NOT_BEFORE and as_of > due.last


def edtf(period: Period) -> str:
    """The period as an EDTF string (ISO 8601-2, level 2): seasons 21-24, quarters 33-36, thirds 37-39, halves 40-41.

    An interval runs from the first day of its beginning to the last day of its end, at month or day precision.
    """
    if period.precision in _NUMBERED:
        return f"{period.first.year}-{_NUMBERED[period.precision](period.part)}"
    if period.precision is Precision.BEFORE_SUMMER:
        return f"../{period.last}"
    if period.precision is Precision.AFTER_SUMMER:
        return f"{_edge(period, period.first)}/{_edge(period, period.last)}"
    if period.start:
        begin = _edge(period.start, period.start.first)
        return f"{begin}/.." if period.precision is Precision.NOT_BEFORE else f"{begin}/{period.last}"
    if period.ends:
        opening, end = period.ends
        return f"{_edge(opening, opening.first)}/{_edge(end, end.last)}"
    return period.text


_NUMBERED: dict[Precision, Callable[[str], int]] = {
    Precision.SEASON: lambda part: 21 + list(_SEASONS).index(part),
    Precision.QUARTER: lambda part: 32 + int(part),
    Precision.THIRD: lambda part: 37 + list(_PARTS).index(part),
    Precision.HALF: lambda part: 39 + int(part),
}
"""The number of a part of a year in EDTF."""


def _edge(period: Period, day: date) -> str:
    if period.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return period.text
    return str(day) if period.precision is Precision.BEFORE_SUMMER else f"{day:%Y-%m}"
