"""Each period that is seen from the day of publication ends before it, or holds it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import parse_period
from generator.text.dates.from_publication import (
    SEASONS,
    past_half,
    past_month,
    past_quarter,
    past_season,
    this_month,
    this_quarter,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_what_is_past_ends_just_before_the_period_that_holds_the_day(published: date) -> None:
    for past, this in ((past_month, this_month), (past_quarter, this_quarter)):
        (before,), (now,) = map(parse_period, past(published)), map(parse_period, this(published))

        assert before.last + timedelta(days=1) == now.first <= published <= now.last


@given(DAYS)
def test_the_past_half_year_is_six_months_back_and_one_of_the_calendar_has_just_ended(published: date) -> None:
    back, *halves = map(parse_period, past_half(published))

    assert back.last.replace(day=1) == published.replace(day=1)
    assert (back.last - back.first).days in range(180, 216)
    assert [(published - half.last).days in range(1, 63) for half in halves] == [True] * (published.month % 6 in (1, 2))


@pytest.mark.parametrize("season", range(4))
@pytest.mark.parametrize("month", range(1, 13))
def test_the_past_season_has_begun_and_while_it_lasts_it_may_be_the_one_before(season: int, month: int) -> None:
    first = 3 * season + 3
    begun = 2026 - (month < first)
    since = (month - first) % 12
    years = [begun - 1] if since == 0 else [begun, begun - 1] if since < 3 else [begun]

    assert past_season(season, date(2026, month, 15)) == [f"{SEASONS[season]}-{year}" for year in years]
