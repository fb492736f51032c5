"""Periods that are seen from the day of publication: this month, the past quarter, the last summer."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

SEASONS = ("spring", "summer", "autumn", "winter")
FIRST_MONTHS = (3, 6, 9, 12)
"""Of each season; a winter has the year in which it begins."""
JUST_ENDED = 2
"""In so many months after its end, a half-year or quarter is what was up to now."""
_SEASON_MONTHS = 3


def past_half(published: date) -> list[str]:
    """Return the six months up to publication, and the half of the calendar that ended shortly before, if one did."""
    year, month = published.year, published.month
    begin = f"{year}-{month - 6:02d}" if month > 6 else f"{year - 1}-{month + 6:02d}"
    half = f"{year}-H1" if month > 6 else f"{year - 1}-H2"
    return [f"{begin}/{year}-{month:02d}", *([half] if (month - 1) % 6 < JUST_ENDED else [])]


def past_quarter(published: date) -> list[str]:
    """Return the quarter that ended before the one of publication."""
    ended = (published.month - 1) // 3
    return [f"{published.year}-Q{ended}" if ended else f"{published.year - 1}-Q4"]


def this_quarter(published: date) -> list[str]:
    """Return the quarter of publication."""
    return [f"{published.year}-Q{(published.month + 2) // 3}"]


def past_month(published: date) -> list[str]:
    """Return the month before that of publication."""
    return [f"{published.replace(day=1) - timedelta(days=1):%Y-%m}"]


def this_month(published: date) -> list[str]:
    """Return the month of publication."""
    return [f"{published:%Y-%m}"]


def past_season(season: int, published: date) -> list[str]:
    """Return the last season of a kind, from 0 for spring, that has begun, and while it lasts the one a year before."""
    years, since = divmod(published.month - FIRST_MONTHS[season], 12)
    last = published.year + years - (since == 0)
    return [f"{SEASONS[season]}-{year}" for year in (last, *([last - 1] if 0 < since < _SEASON_MONTHS else []))]


FROM_PUBLICATION: Mapping[str, Callable[[date], list[str]]] = {
    "past_half": past_half,
    "past_quarter": past_quarter,
    "this_quarter": this_quarter,
    "past_month": past_month,
    "this_month": this_month,
}
"""What each phrase of `language.RelativeWords` means, by its name there."""
