"""A date is a first and a last day and a precision, and is never made sharper than it was given."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.period import FORMS, Period, Precision, days_slipped, edtf, is_overdue, parse_period

YEARS = st.integers(1900, 2099)
SIMPLE = st.one_of(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)).map(str),
    st.builds("{}-{:02d}".format, YEARS, st.integers(1, 12)),
    st.builds("{}-Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}-H{}".format, YEARS, st.integers(1, 2)),
    st.builds("{}-{}".format, st.sampled_from(["early", "mid", "late", "before-summer"]), YEARS),
    YEARS.map(str),
)
INTERVALS = st.builds("{}/{}".format, SIMPLE, SIMPLE)


def periods(*texts: str) -> tuple[Period, ...]:
    return tuple(map(parse_period, texts))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        pytest.param("2026-06-11", "2026-06-11", "2026-06-11", Precision.DAY, id="a day"),
        pytest.param("2024-02-29", "2024-02-29", "2024-02-29", Precision.DAY, id="a leap day"),
        pytest.param("2026-06", "2026-06-01", "2026-06-30", Precision.MONTH, id="a month"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH, id="february of a leap year"),
        pytest.param("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH,
                     id="february of a century that has no leap day"),
        pytest.param("2026-Q1", "2026-01-01", "2026-03-31", Precision.QUARTER, id="the first quarter"),
        pytest.param("2026-Q2", "2026-04-01", "2026-06-30", Precision.QUARTER, id="the second quarter"),
        pytest.param("2026-Q3", "2026-07-01", "2026-09-30", Precision.QUARTER, id="the third quarter"),
        pytest.param("2026-Q4", "2026-10-01", "2026-12-31", Precision.QUARTER, id="the fourth quarter"),
        pytest.param("2026-H1", "2026-01-01", "2026-06-30", Precision.HALF, id="the first half"),
        pytest.param("2026-H2", "2026-07-01", "2026-12-31", Precision.HALF, id="the second half"),
        pytest.param("early-2027", "2027-01-01", "2027-04-30", Precision.THIRD, id="early is January to April"),
        pytest.param("mid-2021", "2021-05-01", "2021-08-31", Precision.THIRD, id="mid is May to August"),
        pytest.param("late-2026", "2026-09-01", "2026-12-31", Precision.THIRD, id="late is September to December"),
        pytest.param("spring-2026", "2026-03-01", "2026-06-20", Precision.SEASON, id="spring"),
        pytest.param("summer-2026", "2026-06-01", "2026-09-22", Precision.SEASON, id="summer"),
        pytest.param("autumn-2026", "2026-09-01", "2026-12-20", Precision.SEASON, id="autumn"),
        pytest.param("winter-2026", "2026-12-01", "2027-03-20", Precision.SEASON, id="winter ends in the next year"),
        pytest.param("after-summer-2026", "2026-09-01", "2026-12-31", Precision.AFTER_SUMMER, id="after summer"),
        pytest.param("2024-05/P2Y", "2024-05-01", "2026-05-31", Precision.DURATION, id="two years from a month"),
        pytest.param("2026-06-11/P6M", "2026-06-11", "2026-12-11", Precision.DURATION, id="half a year from a day"),
        pytest.param("2024-02-29/P1Y", "2024-02-29", "2025-02-28", Precision.DURATION, id="from the end of a month"),
        pytest.param("2026-06-11/P3W", "2026-06-11", "2026-07-02", Precision.DURATION, id="three weeks"),
        pytest.param("2028/..", "2028-01-01", "2028-12-31", Precision.NOT_BEFORE, id="not before a year"),
        pytest.param("before-summer-2026", "2026-01-01", "2026-07-15", Precision.BEFORE_SUMMER,
                     id="before summer is up to the eve of summer"),
        pytest.param("2026", "2026-01-01", "2026-12-31", Precision.YEAR, id="a year"),
        pytest.param("1900", "1900-01-01", "1900-12-31", Precision.YEAR, id="the first year there is"),
        pytest.param("2099", "2099-01-01", "2099-12-31", Precision.YEAR, id="the last year there is"),
        pytest.param("2023-Q4/2024-Q1", "2023-10-01", "2024-03-31", Precision.INTERVAL,
                     id="an interval runs from the first day of its beginning to the last of its end"),
        pytest.param("2026-04-01/2026-06", "2026-04-01", "2026-06-30", Precision.INTERVAL,
                     id="its ends may differ in precision"),
        pytest.param("2026/2026", "2026-01-01", "2026-12-31", Precision.INTERVAL, id="its ends may be the same"),
        pytest.param("2026-H1/2026", "2026-01-01", "2026-12-31", Precision.INTERVAL, id="or lie in one another"),
    ],
)  # fmt: skip
def test_each_form_has_a_first_day_a_last_day_and_a_precision(
    text: str, first: str, last: str, precision: Precision
) -> None:
    period = parse_period(text)

    assert (str(period), str(period.first), str(period.last), period.precision) == (text, first, last, precision)


def test_an_interval_keeps_both_ends_as_they_were_given() -> None:
    assert parse_period("mid-2021/2022-Q1").ends == periods("mid-2021", "2022-Q1")


def test_a_quarter_half_and_third_keep_which_one_they_are() -> None:
    assert [period.part for period in periods("2026-Q3", "2026-H2", "mid-2026", "2026")] == ["3", "2", "mid", ""]


@pytest.mark.parametrize(
    "text",
    ["", " 2026", "2026 ", "2026-6-1", "2026-00", "2026-Q0", "2026-H0", "26", "20260611", "2026-06-11T09:00", "86400",
     "june 2026", "Early-2026", "summer 2026", "early-2026-06", "2026-W24", "2026?", "-2026", "٢٠٢٦", "2026-06-1１"],
)  # fmt: skip
def test_what_is_no_form_is_refused_with_all_forms(text: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_period(text)

    assert str(refused.value) == f"{text!r} is not a date form; write {FORMS}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("2026-02-29", "is not a day of the calendar", id="a leap day in a common year"),
        pytest.param("2026-06-31", "is not a day of the calendar", id="the thirty-first of a short month"),
        pytest.param("2026-06-00", "is not a day of the calendar", id="day zero"),
        pytest.param(
            "1899", "lies outside the years 1900 to 2099; write the year in four digits", id="a year too early"
        ),
        pytest.param(
            "late-2100", "lies outside the years 1900 to 2099; write the year in four digits", id="a year too late"
        ),
        pytest.param("2026/2025", "ends before it begins", id="an interval backwards"),
        pytest.param("2026/2026-H1", "ends before it begins", id="an interval whose end stops before its beginning"),
        pytest.param("2026-H2/2026", "ends before it begins", id="an interval whose end starts before its beginning"),
        pytest.param("2024/2025/2026", "has more than one slash; an interval is A/B", id="an interval of three"),
        pytest.param("2026/", "has only one end; an interval is A/B", id="an interval without an end"),
        pytest.param("/2026", "has only one end; an interval is A/B", id="an interval without a beginning"),
    ],
)
def test_a_form_that_names_no_days_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError) as refused:
        parse_period(text)

    assert str(refused.value) == f"{text!r} {why}"


@pytest.mark.parametrize("form", FORMS.replace(" or A/B", ", 2026/2027").split(", "))
def test_every_form_that_a_message_names_can_be_read(form: str) -> None:
    assert str(parse_period(form)) == form


@given(SIMPLE)
def test_a_period_prints_as_it_was_written_and_never_ends_before_it_begins(text: str) -> None:
    period = parse_period(text)

    assert str(period) == text
    assert period.first <= period.last


@given(INTERVALS)
def test_an_interval_reaches_from_end_to_end_or_is_refused(text: str) -> None:
    begin, end = periods(*text.split("/"))
    assume(begin.first <= end.first and begin.last <= end.last)
    interval = parse_period(text)

    assert (interval.first, interval.last, str(interval)) == (begin.first, end.last, text)


@given(st.text(max_size=12))
def test_whatever_is_written_is_read_as_it_stands_or_refused(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError as refused:
        assert repr(text) in str(refused) or "/" in text
    else:
        assert (period.text, period.first <= period.last) == (text, True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        pytest.param("2026-06-11", "2026-06-11", id="a day stands for itself"),
        pytest.param("2026-06", "2026-06", id="so does a month"),
        pytest.param("2026", "2026", id="and a year"),
        pytest.param("2026-Q1", "2026-33", id="the first quarter is 33"),
        pytest.param("2026-Q4", "2026-36", id="the fourth quarter is 36"),
        pytest.param("early-2026", "2026-37", id="the first third is 37"),
        pytest.param("mid-2026", "2026-38", id="the second third is 38"),
        pytest.param("late-2026", "2026-39", id="the last third is 39"),
        pytest.param("2026-H1", "2026-40", id="the first half is 40"),
        pytest.param("2026-H2", "2026-41", id="the second half is 41"),
        pytest.param("before-summer-2026", "../2026-07-15", id="before summer has no beginning"),
        pytest.param("after-summer-2026", "2026-09/2026-12", id="after summer runs to the end of the year"),
        pytest.param("spring-2026", "2026-21", id="spring is season 21"),
        pytest.param("winter-2026", "2026-24", id="winter is season 24"),
        pytest.param("2024-05/P2Y", "2024-05/2026-05-31", id="a duration ends on a day"),
        pytest.param("2028/..", "2028/..", id="not before has no end"),
        pytest.param("2023-Q4/2024-Q1", "2023-10/2024-03", id="an interval has no seasons, so quarters become months"),
        pytest.param("2026-04-01/2026-06", "2026-04-01/2026-06", id="days and months stay as they are"),
        pytest.param("2024/mid-2026", "2024/2026-08", id="a third ends with its last month"),
        pytest.param("2025-12-05/before-summer-2026", "2025-12-05/2026-07-15", id="before summer ends on a day"),
    ],
)
def test_a_period_has_an_edtf_form(text: str, printed: str) -> None:
    assert edtf(parse_period(text)) == printed


@pytest.mark.parametrize(
    ("due_dates", "days"),
    [
        pytest.param(["2026-06"], 0, id="what did not move has not slipped"),
        pytest.param(["2026-06", "2026-06-30"], 0, id="the last day on time is what counts"),
        pytest.param(["2026-04-01", "2026-06"], 90, id="to the last day of the later date"),
        pytest.param(["mid-2021", "2027", "2024"], 1218, id="from the first date given, whatever came between"),
        pytest.param(["2024-02-28", "2024-03-01"], 2, id="over a leap day"),
        pytest.param(["2026-Q3", "2026-Q2"], -92, id="negative if brought forward"),
    ],
)
def test_a_slip_runs_from_the_first_due_date_to_the_latest(due_dates: list[str], days: int) -> None:
    assert days_slipped(periods(*due_dates)) == days


def test_what_was_never_promised_cannot_slip() -> None:
    with pytest.raises(ValueError, match="never promised"):
        days_slipped(())


@pytest.mark.parametrize(
    ("due", "as_of", "overdue"),
    [
        pytest.param("2026-06-11", "2026-06-10", False, id="the day before"),
        pytest.param("2026-06-11", "2026-06-11", False, id="on the day itself nothing is overdue"),
        pytest.param("2026-06-11", "2026-06-12", True, id="the day after"),
        pytest.param("2026-06", "2026-06-30", False, id="a month is on time up to its last day"),
        pytest.param("2026-06", "2026-07-01", True, id="and overdue on the first of the next"),
        pytest.param("before-summer-2026", "2026-07-15", False, id="before summer is on time until the recess"),
        pytest.param("before-summer-2026", "2026-07-16", True, id="and overdue after it"),
        pytest.param("spring-2026", "2026-06-20", False, id="a season is on time on its last day"),
        pytest.param("spring-2026", "2026-06-21", True, id="and overdue in the next"),
        pytest.param("2024-05/P2Y", "2026-05-31", False, id="a duration is on time on its last day"),
        pytest.param("2024-05/P2Y", "2026-06-01", True, id="and overdue after it"),
        pytest.param("2028/..", "2099-12-31", False, id="not before is never overdue"),
    ],
)
def test_what_is_due_is_overdue_once_its_last_day_has_passed(due: str, as_of: str, overdue: bool) -> None:
    assert is_overdue(parse_period(due), date.fromisoformat(as_of)) is overdue


@given(SIMPLE)
def test_what_is_due_is_on_time_on_every_day_of_it_and_never_after(text: str) -> None:
    due = parse_period(text)

    assert not is_overdue(due, due.first)
    assert not is_overdue(due, due.last)
    assert is_overdue(due, due.last + timedelta(days=1))
