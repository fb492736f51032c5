"""What the pages on time print: promises counted and in order, marks in their years."""

from typing import Any

import pytest
from hypothesis import given

from generator.editions.edition import Edition, editions_of
from generator.editions.milestones import KnownMilestone
from generator.pages.timeline_views import (
    FLAGS,
    flags_of,
    promises_by_theme,
    timeline_columns,
    timeline_rows,
    totals_of,
)
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.invented import continued_archives

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id), "reports": list(reports), **more}


def statement(id: str, when: str, source: str = "first", kind: str = "result") -> dict[str, Any]:
    return {"id": id, "when": when, "kind": kind, "text": TEXT, "cites": [f"{source}#p-1"]}


def newest(*milestones: dict[str, Any], sources: list[dict[str, Any]] = SOURCES, **themes: dict[str, Any]) -> Edition:
    """The newest edition, in which the theme of bridges has these milestones."""
    bridges = {"bridges": {"milestones": list(milestones)}} if milestones else {}
    return editions_of(archive_of({"sources": sources, "themes": {**bridges, **themes}}))[-1]


def read(*sources: str) -> dict[str, Any]:
    """A theme that makes these sources entered completely."""
    return {"statements": [statement(f"read-in-{source}", "2020", source) for source in sources]}


def only(edition: Edition) -> KnownMilestone:
    return edition.milestones[0]


@pytest.mark.parametrize(
    ("reports", "flags"),
    [
        pytest.param([report("third", "announced", due="2027")], ("open",), id="a date that is ahead"),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "under-way")],
            ("overdue",),
            id="a date that has passed",
        ),
        pytest.param([report("third", "announced")], ("undated",), id="no date"),
        pytest.param([report("third", "dropped", due="2025")], ("dropped",), id="what will not be done"),
        pytest.param([report("third", "done")], ("done",), id="done without a promise is neither on time nor late"),
        pytest.param([report("third", "done", due="2025", done="2025")], ("done", "on-time"), id="done in its year"),
        pytest.param([report("third", "done", due="2025", done="2024")], ("done", "on-time"), id="early is on time"),
        pytest.param([report("third", "done", due="2024", done="2025")], ("done", "late"), id="done after its year"),
        pytest.param([report("third", "done", due="2025-06", done="2025")], ("done",), id="too rough to tell"),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "done", due="2026", done="2025")],
            ("done", "on-time", "moved"),
            id="what moved can still be on time",
        ),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "under-way", due="2027")],
            ("open", "moved"),
            id="what moved",
        ),
        pytest.param([report("second", "announced", due="2025")], ("overdue", "silent"), id="overdue and silent"),
        pytest.param([report("second", "announced")], ("undated", "silent"), id="without a date and silent"),
        pytest.param([report("second", "done")], ("done",), id="what is done is not silent"),
        pytest.param([report("second", "dropped")], ("dropped",), id="nor what is dropped"),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled", due="2027")],
            ("open", "moved", "silent"),
            id="moved and then silent",
        ),
    ],
)
def test_a_promise_stands_under_every_flag_that_holds(reports, flags):
    edition = newest(milestone("bridge", *reports), tunnels=read("first", "second", "third"))

    assert flags_of(only(edition)) == flags


@given(continued_archives())
def test_every_promise_stands_under_exactly_one_state_and_the_counts_are_those_of_the_flags(archive):
    states = {"done", "open", "overdue", "undated", "dropped"}
    for edition in editions_of(archive):
        flags = [flags_of(milestone) for milestone in edition.milestones]
        totals = totals_of(edition)

        assert [len(states & set(told)) for told in flags] == [1 for _ in flags]
        assert totals.counts == {flag: sum(flag in told for told in flags) for flag in FLAGS}
        assert totals.milestones == sum(totals.counts[state] for state in states)


def moved(id: str, first: str, latest: str) -> dict[str, Any]:
    return milestone(id, report("second", "announced", due=first), report("third", "under-way", due=latest))


@pytest.mark.parametrize(
    ("milestones", "median", "largest"),
    [
        pytest.param([milestone("still", report("third", "announced", due="2027"))], None, None, id="nothing moved"),
        pytest.param([moved("year", "2027-06-01", "2028-05-31")], 365, "year", id="one move is its own middle"),
        pytest.param(
            [moved("day", "2027-01-01", "2027-01-02"), moved("week", "2027-01-01", "2027-01-08")],
            4,
            "week",
            id="of two moves the middle lies between them",
        ),
        pytest.param(
            [
                moved("day", "2027-01-01", "2027-01-02"),
                moved("week", "2027-01-01", "2027-01-08"),
                moved("month", "2027-01-01", "2027-02-01"),
                milestone("still", report("third", "announced", due="2027")),
            ],
            7,
            "month",
            id="what did not move does not weigh",
        ),
        pytest.param(
            [moved("back", "2028-01-31", "2028-01-01"), moved("week", "2027-01-01", "2027-01-08")],
            -12,
            "back",
            id="what was brought forward counts by its days, with their sign in the middle",
        ),
    ],
)
def test_totals_tell_the_middle_and_the_largest_of_the_moves(milestones, median, largest):
    totals = totals_of(newest(*milestones))

    assert (totals.median_slip, totals.largest and totals.largest.id) == (median, largest)


def test_what_is_to_be_watched_comes_first():
    edition = newest(
        milestone("dropped", report("third", "dropped")),
        milestone("done", report("third", "done")),
        milestone("undated", report("third", "announced")),
        milestone("open-later", report("third", "announced", due="2030")),
        milestone("open-sooner", report("third", "announced", due="2027")),
        milestone("overdue", report("second", "announced", due="2025"), report("third", "under-way")),
        milestone("silent-open", report("second", "announced", due="2030")),
        milestone("silent-overdue", report("second", "announced", due="2024-07")),
    )
    (group,) = promises_by_theme(edition)

    assert [milestone.id for milestone in group.milestones] == [
        "silent-overdue",
        "silent-open",
        "overdue",
        "open-sooner",
        "open-later",
        "undated",
        "done",
        "dropped",
    ]


def test_only_themes_with_milestones_have_a_group_and_each_counts_its_own():
    edition = newest(
        milestone("bridge", report("third", "announced", due="2027")),
        milestone("arch", report("third", "done")),
        tunnels={"milestones": [milestone("tunnel", report("third", "announced", due="2028"))]},
        ferries=read("third"),
    )
    groups = [(g.theme.id, {f: n for f, n in g.counts.items() if n}) for g in promises_by_theme(edition)]

    assert groups == [("bridges", {"done": 1, "open": 1}), ("tunnels", {"open": 1})]


def marks(edition: Edition, theme: str = "bridges") -> dict[str, list[tuple[str, str]]]:
    """(kind, path) of the marks, by column."""
    heads = ["before", *map(str, timeline_columns(edition)), "later"]
    row = next(row for row in timeline_rows(edition) if row.theme.id == theme)
    told = [[(mark.kind, mark.path.rpartition("#")[2]) for mark in column] for column in row.columns]
    return {head: column for head, column in zip(heads, told, strict=True) if column}


def test_the_years_run_from_the_first_source_to_the_edition():
    by_edition = {
        edition.id: timeline_columns(edition)
        for edition in editions_of(archive_of({"sources": SOURCES, "themes": {"tunnels": read("first")}}))
    }

    assert by_edition == {
        "2020-10-15": (2020,),
        "2024-06-24": (2020, 2021, 2022, 2023, 2024),
        "2026-06-11": (2020, 2021, 2022, 2023, 2024, 2025, 2026),
    }


@pytest.mark.parametrize(
    ("when", "column"),
    [
        pytest.param("2019-12-31", "before", id="the last day before the first year"),
        pytest.param("2019", "before", id="the year before the first"),
        pytest.param("2020-01-01", "2020", id="the first day of the first year"),
        pytest.param("2020-12-31", "2020", id="the last day of a leap year"),
        pytest.param("2021", "2021", id="a year"),
        pytest.param("late-2021", "2021", id="a third of a year"),
        pytest.param("2019/2022", "2020", id="four years, by their middle"),
        pytest.param("2021/2023", "2022", id="three years, by the one in the middle"),
        pytest.param("2021-12/2022-02", "2022", id="three months over a turn of the year"),
        pytest.param("2026-06-11", "2026", id="the day of the edition"),
        pytest.param("2026-12-31", "2026", id="the last day of the last year"),
        pytest.param("2027-01-01", "later", id="the first day after the last year"),
        pytest.param("2050", "later", id="long after it"),
    ],
)
def test_a_statement_stands_in_the_year_of_its_middle(when, column):
    edition = newest(bridges={"statements": [statement("opened", when, kind="plan")]}, tunnels=read("third"))

    assert marks(edition) == {column: [("plan", "opened")]}


def test_marks_of_one_year_stand_in_the_order_of_their_days():
    told = [
        statement(id, when) for id, when in [("b", "2021-11"), ("d", "2021-12-31"), ("a", "2021-01"), ("c", "2021")]
    ]
    edition = newest(bridges={"statements": told})

    assert [path for _, path in marks(edition)["2021"]] == ["a", "c", "b", "d"]


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        pytest.param(
            [report("first", "announced", due="2023")], {"2023": "promise"}, id="what is due stands in its year"
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "stalled", due="2030")],
            {"later": "promise"},
            id="where it moved to",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done", done="2022")],
            {"2022": "milestone"},
            id="what is done stands where it was done",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done")],
            {"2023": "promise"},
            id="what is done on no known day stands where it was due",
        ),
        pytest.param([report("first", "announced")], {}, id="what has no date stands nowhere"),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "dropped")], {}, id="nor does what was dropped"
        ),
    ],
)
def test_a_promise_is_marked_where_it_was_done_or_is_due(reports, told):
    edition = newest(milestone("bridge", *reports))

    assert marks(edition) == {column: [(kind, "milestones/bridge/")] for column, kind in told.items()}


def test_an_older_edition_marks_what_it_knew():
    told = milestone("bridge", report("first", "announced", due="2023"), report("third", "done", done="2022"))
    archive = archive_of({"sources": SOURCES, "themes": {"bridges": {"milestones": [told]}}})

    assert [marks(edition) for edition in editions_of(archive)] == [
        {"later": [("promise", "milestones/bridge/")]},
        {"2023": [("promise", "milestones/bridge/")]},
        {"2022": [("milestone", "milestones/bridge/")]},
    ]
