"""Promises counted under flags, and in the order in which they are to be watched."""

from typing import Any

import pytest
from hypothesis import given

from generator.editions.edition import Edition, editions_of
from generator.editions.milestones import KnownMilestone
from generator.pages.views.milestones.overview import FLAGS, by_urgency, flags_of, milestones_view, totals_of
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.invented import continued_archives
from tests.support.views import context_with, reviewed, view_of

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
        assert len(edition.milestones) == sum(totals.counts[state] for state in states)


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

    assert [milestone.id for milestone in by_urgency(edition.milestones)] == [
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
    themes = {
        "bridges": {
            "milestones": [
                milestone("bridge", report("third", "announced", due="2027")),
                milestone("arch", report("third", "done")),
            ]
        },
        "tunnels": {"milestones": [milestone("tunnel", report("third", "announced", due="2028"))]},
        "ferries": read("third"),
    }
    view = milestones_view(context_with(archive_of({"sources": SOURCES, "themes": themes})))
    groups = [(g.id, {flag.anchor: flag.count for flag in g.counts if flag.count}) for g in view.groups]

    assert groups == [("bridges", {"bridges-done": 1, "bridges-open": 1}), ("tunnels", {"tunnels-open": 1})]
    assert (view.slips, [flag.anchor for flag in view.flags]) == (None, [f"all-{flag}" for flag in FLAGS])


def test_all_promises_are_shown_as_they_were_reviewed():
    assert view_of("milestones") == reviewed("milestones")
