"""The page of all promises: counts, slips, what came of them, and all of them by theme."""

from typing import Any

import pytest
from hypothesis import given

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from generator.pages.views.milestones.overview import milestones_view, promised, totals_of
from generator.pages.views.milestones.table import FLAGS, flags_of
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
    return Editions(archive_of({"sources": sources, "themes": {**bridges, **themes}}))[-1]


def read(*sources: str) -> dict[str, Any]:
    """A theme that makes these sources entered completely."""
    return {"statements": [statement(f"read-in-{source}", "2020", source) for source in sources]}


def only(edition: Edition) -> KnownMilestone:
    return edition.milestones[0]


@given(continued_archives())
def test_every_promise_stands_under_exactly_one_state_and_the_counts_are_those_of_the_flags(archive):
    states = {"done", "open", "overdue", "undated", "dropped"}
    for edition in Editions(archive):
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


def test_only_themes_with_milestones_have_a_group_and_each_counts_its_own():
    themes = {
        "bridges": {
            "milestones": [
                milestone("bridge", report("third", "announced", due="2027")),
                milestone("arch", report("third", "done")),
                milestone("pier", report("third", "done"), nature="event"),
                milestone("plan", report("third", "announced"), nature="step"),
            ]
        },
        "tunnels": {"milestones": [milestone("tunnel", report("third", "announced", due="2028"))]},
        "ferries": read("third"),
    }
    view = milestones_view(context_with(archive_of({"sources": SOURCES, "themes": themes})))
    groups = [(g.id, {flag.anchor: flag.count for flag in g.counts if flag.count}) for g in view.groups]

    assert groups == [("bridges", {"bridges-done": 1, "bridges-open": 1}), ("tunnels", {"tunnels-open": 1})]
    assert (view.slips, [flag.anchor for flag in view.flags]) == (None, [f"all-{flag}" for flag in FLAGS])


def test_only_promises_are_promised():
    natures = ["promise", "step", "event"]
    edition = newest(*(milestone(nature, report("third", "announced"), nature=nature) for nature in natures))

    assert [m.id for m in promised(edition.milestones)] == ["promise"]


def test_what_came_of_the_promises_of_the_service_stands_by_outcome_oldest_first():
    themes = {
        "bridges": {
            "milestones": [
                milestone("late", report("first", "announced", due="2022"), report("third", "done", done="2023")),
                milestone("later", report("first", "announced", due="2021"), report("third", "done", done="2023")),
                milestone("theirs", report("first", "announced", due="2021"), report("third", "done"), owed_by="eu"),
                milestone("ahead", report("third", "announced", due="2027")),
            ]
        },
        "tunnels": read("second"),
    }
    view = milestones_view(context_with(archive_of({"sources": SOURCES, "themes": themes})))
    told = [(group.anchor, [row.milestone.text for row in group.table.rows]) for group in view.outcomes]

    assert told == [("outcome-kept-late", ["later", "late"])]
    assert [count.path for count in (view.scoreboard.counts if view.scoreboard else ())] == [
        "milestones/#outcome-kept-late"
    ]


def test_all_promises_are_shown_as_they_were_reviewed():
    assert view_of("milestones") == reviewed("milestones")
