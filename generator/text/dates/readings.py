"""The patterns of dates that languages share, each with a function that reads what it matches.

`<<…>>` is a fragment of the language. The most complete patterns come first: later ones do not match what earlier ones
read.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from generator.text.dates.found import Found
from generator.text.dates.from_publication import FIRST_MONTHS, SEASONS
from generator.text.number_words import value_of

Reading = Callable[[Found], list[str] | None]
"""Returns None where the match is not a date, and an empty list for a date that does not exist."""


def _iso_day(found: Found) -> list[str]:
    month, day = int(found["m"] or 0), int(found["d"] or 0)
    return [_day_form(found.year, month, day)] if 1 <= month <= 12 else []


def _day_month(found: Found) -> list[str]:
    """With slashes the month may come first, which shows where the other order has no month."""
    day, month = int(found["d"] or 0), int(found["m"] or 0)
    if month > 12 >= day and "/" in found.match[0]:
        return [_day_form(found.year, day, month)]
    return _iso_day(found)


def _iso_month(found: Found) -> list[str]:
    return [f"{found['year']}-{found['m']}"]


def _day_form(year: int, month: int, day: int) -> str:
    """Return the day, or its month if there is no such day in the calendar."""
    is_day = 1 <= day <= monthrange(year, month)[1]
    return f"{year}-{month:02d}-{day:02d}" if is_day else f"{year}-{month:02d}"


def days(found: Found) -> list[str] | None:
    """Of two days with one year, the first is in the year before if its month is later in the year."""
    month = found.month("month")
    days = [int(day) for day in re.findall(r"\d+", found["days"] or "")] or _spelled(found)
    before = 1 if found["later"] and month > found.month("later") else 0
    longest = 29 if month == 2 else monthrange(found.year, month)[1]
    return [
        _day_form(found.dated(month, d) - before, month, d) if 1 <= d <= longest else f"{found.year}-{month:02d}"
        for d in days
    ] or None


def _spelled(found: Found) -> list[int]:
    day = value_of(found["spelled"] or "", found.code)
    return [int(day)] if day and day <= 31 else []


def months(found: Found) -> list[str]:
    """Of two months with one year, the first is in the year before if it is later in the year."""
    months = [found.month(group) for group in ("also", "month") if found[group]]
    before = 1 if found["year"] and months[0] > months[-1] else 0
    years = [found.dated(month, None) for month in months]
    return [f"{year - before * (month > months[-1])}-{month:02d}" for year, month in zip(years, months, strict=True)]


def _next_month(found: Found) -> list[str]:
    year, month = divmod(found.published.year * 12 + found.published.month, 12)
    return [f"{year}-{month + 1:02d}"]


def _next_quarter(found: Found) -> list[str]:
    year, quarter = divmod(found.published.year * 4 + (found.published.month - 1) // 3 + 1, 4)
    return [f"{year}-Q{quarter + 1}"]


def _quarters(found: Found) -> list[str]:
    return [f"{found.year}-Q{nth}" for nth in (found.nth("also"), found.nth("nth")) if nth]


def _half(found: Found) -> list[str]:
    halves = [nth for nth in (found.nth("also"), found.nth("nth")) if nth]
    return [f"{found.year}-H{nth}" if nth in (1, 2) else str(found.year) for nth in halves]


def _past_half_year(found: Found) -> list[str]:
    end = found.published
    begin = (end.year, end.month - 6) if end.month > 6 else (end.year - 1, end.month + 6)
    return [f"{begin[0]}-{begin[1]:02d}/{end:%Y-%m}"]


def _coming_half_year(found: Found) -> list[str]:
    return [f"{found.published}/P6M"]


def _season(found: Found) -> list[str]:
    return [f"{SEASONS[found.season(group)]}-{found.year}" for group in ("also", "season") if found[group]]


def _winter(found: Found) -> list[str] | None:
    """A winter with both years that it is in."""
    is_one = found.season("season") == _WINTER and int((found["end"] or "")[-2:]) == (found.year + 1) % 100
    return [f"{SEASONS[_WINTER]}-{found.year}"] if is_one else None


def _coming_season(found: Found) -> list[str]:
    """The next to begin; `coming` may be said of one that has just begun, and of a summer in July."""
    season = found.season("season")
    last_month = _COMING_UNTIL[season] if found["coming"] else FIRST_MONTHS[season] - 1
    return [f"{SEASONS[season]}-{found.published.year + (found.published.month > last_month)}"]


_WINTER = 3
_COMING_UNTIL = (3, 7, 9, 12)
"""The month up to which each season of this year may be called the coming one."""


def _first_months(found: Found) -> list[str] | None:
    count = (found["count"] or "").lower()
    last = int(count) if count.isdigit() else found.words.counts.index(count) + 2
    if not 2 <= last <= 11:
        return None
    return [f"{found.year}-01/{found.year}-{last:02d}"]


def _not_before(found: Found) -> list[str]:
    """The year counts as a date too: what comes not before it is not unheard of in it."""
    return [f"{found.year}/..", str(found.year)]


def _part(found: Found) -> list[str]:
    return [f"{part}-{found.year}" for part in ("early", "mid", "late") if found[part]]


def _before_summer(found: Found) -> list[str]:
    """Without a year it is the next summer after publication."""
    is_over = not found["year"] and found.published > date(found.published.year, 7, 15)
    return [f"before-summer-{found.year + is_over}"]


def _after_summer(found: Found) -> list[str]:
    """Without a year it is the next end of a summer after publication."""
    is_over = not found["year"] and found.published > date(found.published.year, 8, 31)
    return [f"after-summer-{found.year + is_over}"]


def _two_years(found: Found) -> list[str] | None:
    """A year that is followed by the last digits of the next one."""
    end = found.year + 1
    return [str(found.year), str(end)] if int(found["end"] or 0) == end % 100 else None


def _book_year(found: Found) -> list[str] | None:
    return _two_years(found) if found["end"] else _years(found)


def _short_years(found: Found) -> list[str]:
    first = found.year
    return [str(first), str(first + (int((found["end"] or "")[1:]) - first) % 100)]


def _years(found: Found) -> list[str]:
    return [str(found.year)]


COMMON: tuple[tuple[str, Reading], ...] = (
    (r"\b(?P<season><<season>>)<<of>> (?P<year><<y>>)[-–/](?P<end>(?:19|20)\d\d|['’‘]?\d\d)\b", _winter),
    (r"(?<![\d-])(?P<year><<y>>)-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso_day),
    (r"(?<![\d/-])(?P<d>\d\d?)[-/](?P<m>\d\d?)[-/](?P<year><<yy>>)(?![\d-])", _day_month),
    (r"(?<![\d/.,-])(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<year><<y>>)(?![\d-]|[.,]\d)", _iso_day),
    (r"(?<![\d/.,-])(?P<d>0[1-9]|[12]\d|3[01])-(?P<m>0[1-9]|1[0-2])-(?P<year>\d\d)(?![\d/-]|[.,]\d)", _iso_day),
    (r"(?<![\d/.,-])(?P<d>[12]\d|3[01]|0?[1-9])/(?P<m>1[0-2]|0?[1-9])/(?P<year>\d\d)(?![\d/-]|[.,]\d)", _iso_day),
    (r"(?<![\w.,-])(?P<year>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?![\w-]|[.,]\d)", _iso_day),
    (r"(?<![\d-])(?P<year><<y>>)-(?P<m>0[1-9]|1[0-2])(?![\d-])", _iso_month),
    (r"(?<![\d/-])(?P<m>0[1-9]|1[0-2])/(?P<year><<y>>)(?![\d/-])", _iso_month),
    (r"(?<![\d/-])(?P<year><<y>>)[-–/]['’‘]?(?P<end>\d\d)(?![\d%/-]|[.,]\d)", _two_years),
    (r"(?<![\d/-])(?P<year><<y>>)/(?P<m>0[1-9]|1[0-2])(?![\d%/-]|[.,]\d)", _iso_month),
    (r"\b(?P<days><<day>>) (?P<month><<month>>)(?=(?:<<and>>)<<day>> (?P<later><<month>>) (?P<year><<y>>))", days),
    (r"\b<<past>><<coming>>\b<<days_of>>(?: of)? (?P<month><<any_month>>)\b\.?(?:<<ofyear>>)?<<after>>", days),
    (r"\b(?:(?P<also><<nth>>)(?:<<and>>))?(?P<nth><<nth>>) (?:<<quarter>>)\b(?:<<ofyear>>)?", _quarters),
    (r"\b(?:<<quarter>>) (?P<nth>[1-4])<<ofyear>>", _quarters),
    (r"(?<![A-Za-z]\d )\b(?P<year><<y>>)[-/ ]?(?:<<quarter_sign>>)(?P<nth>[1-4])\b(?!<<of>> ?<<yy>>)", _quarters),
    (r"\b(?:<<quarter_sign>>)(?P<nth>[1-4])(?:(?:<<of>> ?|[-/] ?)(?P<year><<yy>>))?\b", _quarters),
    (r"\b(?P<nth>[1-4])(?:<<quarter_sign>>)[-/ ]?(?P<year><<yy>>|(?<=Q)\d\d)\b(?![.,]\d)", _quarters),
    (r"\b(?P<nth>[12])H[-/ ]?(?P<year><<yy>>|(?<=H)\d\d)\b(?![.,]\d)", _half),
    (r"\b(?:<<nth>>) (?:<<half>>)<<of>> (?P<month><<any_month>>)\b\.?(?:<<ofyear>>)?<<after>>", months),
    (r"\b(?P<nth><<nth>>) (?:<<half>>)<<ofyear>>", _half),
    (r"\b(?P<nth><<nth>>) (?:<<half_year>>)\b(?:<<ofyear>>)?", _half),
    (r"\b(?:<<before>>)(?:<<half_year>>)\b", _past_half_year),
    (r"\b(?:<<next_>>)(?:<<half_year>>)\b", _coming_half_year),
    (r"\b(?:<<first>>) (?P<count><<counts>>|\d\d?) (?:<<months>>)\b<<ofyear>>", _first_months),
    (r"\b(?:<<not_before>>)<<of>> ?(?P<year><<y>>)\b", _not_before),
    (r"(?<![A-Za-z]\d )\b(?P<year><<y>>)[-/ ]?H(?P<nth>[12])\b(?!<<of>> ?<<yy>>)", _half),
    (r"\b(?:H(?P<also>[12])(?:<<and>>))?H(?P<nth>[12])(?:<<of>> ?|[-/])(?P<year><<yy>>)\b", _half),
    (r"\b(?:<<summer>>)\b(?:<<ofyear>>)?", _before_summer),
    (r"\b(?:<<after_summer>>)\b(?:<<ofyear>>)?", _after_summer),
    (r"\b(?:(?P<also><<season>>)(?:<<and>>))?(?P<season><<season>>)<<ofyear>>", _season),
    (r"\b(?:(?P<coming><<coming_season>>)|<<next_season>>) (?P<season><<season>>)\b", _coming_season),
    (r"\b(?:<<next_month>>)\b", _next_month),
    (r"\b(?:<<next_quarter>>)\b", _next_quarter),
    (r"\b(?:<<nearest>>) (?P<season><<season>>)\b", _season),
    (r"\b(?:(?P<early><<early>>)|(?P<mid><<mid>>)|(?P<late><<late>>))(?:<<of>> |-)(?P<year><<referred>>)\b", _part),
    (r"\b(?P<also><<any_month>>)\.?(?:<<and>>| [-–] )(?P<month><<any_month>>)\b\.?<<ofyear>>", months),
    (r"\b<<past>><<coming>>\b(?P<also><<month>>)(?:<<and>>)(?P<month><<month>>)\b(?:<<ofyear>>)?<<after>>", months),
    (r"\b<<past>><<coming>>\b(?P<month><<any_month>>)\b\.?<<ofyear>><<after>>", months),
)  # fmt: skip
RELATIVE: tuple[tuple[str, Reading], ...] = (
    (r"\b(?P<year><<this>>|<<next>>|<<last>>)\b", _years),
    (r"(?:<<before_short>>)(?P<year>['’‘]\d\d)(?:<<and>>)(?P<end>['’‘]\d\d)(?![\w%'’‘]|[.,]\d)", _short_years),
    (r"(?:<<before_short>>)(?P<year>['’‘]\d\d)(?![\w%]|[.,]\d| (?:%|<<amount>>)|[^'’‘]{0,40}['’‘](?!\d))", _years),
    (r"\bFY ?['’‘]?(?P<year>\d\d)(?:[-/]['’‘]?(?P<end>\d\d))?(?![\w%]|[.,]\d)", _book_year),
    (r"(?:(?<![\w.,€$])(?<!€ )|(?<=\bFY))(?P<year><<y>>)(?![\w%]|[.,]\d| (?:<<amount>>)\b)", _years),
)
