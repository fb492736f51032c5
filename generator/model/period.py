"""The date forms of the atlas → first day, last day and precision. A date is never made sharper than it was given.

The thirds of a year are those of EDTF (ISO 8601-2): early is January to April, mid is May to August, late is September
to December. Before summer is any day up to 20 June, the eve of astronomical summer.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
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
    BEFORE_SUMMER = "before-summer"
    YEAR = "year"
    INTERVAL = "interval"
    """Two of the others with a slash between them."""


_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?|Q(?P<quarter>[1-4])|H(?P<half>[12])))?"
    r"|(?P<part>early|mid|late|before-summer)-(?P<part_year>\d{4})",
    re.ASCII,
)
_SLASHES = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}/\d{4}", re.ASCII)
"""A day or month as people write it by hand, which is no interval."""
_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
FORMS = "2026-06-11, 2026-06, 2026-Q3, 2026-H1, 2026, early-2026, mid-2026, late-2026, before-summer-2026 or A/B"


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
    """`early`, `mid` or `late` for a third; the number of a quarter or half; else empty."""
    ends: "tuple[Period, Period] | None" = None
    """Both ends, for an interval."""

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
    if "/" in end:
        raise Miswritten(f"{text!r} has more than one slash", "an interval is A/B", Rule.INTERVAL)
    if not begin or not end:
        raise Miswritten(f"{text!r} has only one end", "an interval is A/B", Rule.INTERVAL)
    first, last = parse_period(begin), parse_period(end)
    if first.first > last.first or first.last > last.last:
        raise Miswritten(f"{text!r} ends before it begins", "", Rule.INTERVAL)
    return Period(text, first.first, last.last, Precision.INTERVAL, ends=(first, last))


def _part_of_year(text: str, part: str, year: int) -> Period:
    if part == "before-summer":
        return Period(text, date(year, 1, 1), date(year, 6, 20), Precision.BEFORE_SUMMER)
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
        raise Miswritten(f"{text!r} is no day of the calendar", "", Rule.NO_SUCH_DAY)
    return Period(text, date(year, month, day), date(year, month, day), Precision.DAY)


def _months(text: str, year: int, first: int, last: int, precision: Precision, part: str = "") -> Period:
    return Period(text, date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision, part)


def days_slipped(due_dates: tuple[Period, ...]) -> int:
    """Whole days from the last day of the first due date to that of the latest; negative if brought forward.

    `due_dates` is in the order in which they were given.
    Raises ValueError if it is empty: what was never promised cannot slip.
    """
    if not due_dates:
        raise ValueError("no due date: what was never promised cannot slip")
    return (due_dates[-1].last - due_dates[0].last).days


def is_overdue(due: Period, as_of: date) -> bool:
    """Whether the last day on time has passed. On that day itself nothing is overdue."""
    return as_of > due.last


def edtf(period: Period) -> str:
    """The period as an EDTF string (ISO 8601-2, level 2): quarters 33-36, quadrimesters 37-39, halves 40-41.

    An interval runs from the first day of its beginning to the last day of its end, at month or day precision.
    """
    year = period.first.year
    if period.precision is Precision.QUARTER:
        return f"{year}-{32 + int(period.part)}"
    if period.precision is Precision.HALF:
        return f"{year}-{39 + int(period.part)}"
    if period.precision is Precision.THIRD:
        return f"{year}-{37 + list(_PARTS).index(period.part)}"
    if period.precision is Precision.BEFORE_SUMMER:
        return f"../{period.last}"
    if period.ends:
        begin, end = period.ends
        return f"{_edge(begin, begin.first)}/{_edge(end, end.last)}"
    return period.text


def _edge(period: Period, day: date) -> str:
    if period.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR):
        return period.text
    return str(day) if period.precision is Precision.BEFORE_SUMMER else f"{day:%Y-%m}"
