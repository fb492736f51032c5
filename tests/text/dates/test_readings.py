"""Each pattern of a date is read as what it means on the day of publication. Forms are cases of `test_quantities`."""

from datetime import date

import pytest

from generator.text.date_phrases import dates_found


def read(text: str, published: date, code: str = "nl") -> list[str]:
    """The dates of a text, in its order."""
    return [phrase.form for phrase in sorted(dates_found(text, code, published), key=lambda phrase: phrase.start)]


SEASONS = ("voorjaar", "zomer", "najaar", "winter")


@pytest.mark.parametrize("month", range(1, 13))
def test_the_season_that_is_next_begins_after_the_month_of_publication(month: int) -> None:
    published = date(2026, month, 15)
    begins = {
        name: date(2026 + (month > first - 1), first, 1) for name, first in zip(SEASONS, (3, 6, 9, 12), strict=True)
    }

    for name, form in zip(SEASONS, ("spring", "summer", "autumn", "winter"), strict=True):
        assert read(f"volgend {name}", published) == [f"{form}-{begins[name].year}"]


@pytest.mark.parametrize(("month", "year"), [(5, 2026), (6, 2026), (7, 2026), (8, 2027)])
def test_a_summer_may_be_coming_up_to_july(month: int, year: int) -> None:
    assert read("komende zomer", date(2026, month, 15)) == [f"summer-{year}"]


@pytest.mark.parametrize("month", range(1, 13))
def test_the_next_month_and_quarter_follow_those_of_publication(month: int) -> None:
    year, after = (2026, month + 1) if month < 12 else (2027, 1)
    quarter = f"2026-Q{(month - 1) // 3 + 2}" if month < 10 else "2027-Q1"

    assert read("volgende maand", date(2026, month, 28)) == [f"{year}-{after:02d}"]
    assert read("volgend kwartaal", date(2026, month, 28)) == [quarter]
