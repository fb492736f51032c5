"""The page of one milestone: its state and why, its reports, where it came from and what became of it."""

import pytest

from generator.pages.views.milestones.milestone import MoveView, milestone_view
from tests.support.bridges import bridges, milestone, statement
from tests.support.described import archive_of, report
from tests.support.views import CASES, context_with, reviewed, view_of


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("milestone-")])
def test_a_milestone_is_shown_as_it_was_reviewed(case):
    assert view_of(case) == reviewed(case)


def test_each_report_has_the_move_that_it_made_and_no_other():
    told = [report("first", "announced", due="2025"), report("second", "stalled", due="2026")]
    context = context_with(bridges(milestones=[milestone(*told)]))
    view = milestone_view(context.edition.milestones[0], context)

    assert [r.moves for r in view.reports] == [(), (MoveView("[moved_from 2025 2026]", "+365 days"),)]
    assert (view.first_due, view.latest_due, view.moved) == ("2025", "2026", "+365 days, [moves 1]")


def test_a_report_that_broke_a_silence_is_marked():
    sources = ["2020-10-15", "2024-06-24", "2026-06-11"]
    described = {
        "sources": [
            {"id": f"letter-{n}", "kind": "letter", "published": day, "passages": "1"} for n, day in enumerate(sources)
        ],
        "themes": {
            "bridges": {"milestones": [milestone(report("letter-0", "announced"), report("letter-2", "under-way"))]},
            "tunnels": {"statements": [statement("letter-1")]},
        },
    }
    context = context_with(archive_of(described))
    view = milestone_view(context.edition.milestones[0], context)

    assert [r.is_return for r in view.reports] == [False, True]


@pytest.mark.parametrize(
    ("last", "awaited"),
    [
        pytest.param(report("second", "stalled"), "[milestone.would_be_done]", id="what has no date"),
        pytest.param(
            report("second", "stalled", due="2025"),
            "[milestone.would_be_done] [milestone.on_time_until 31 December 2025]",
            id="what has a date",
        ),
        pytest.param(report("second", "done"), None, id="what is done is awaited no more"),
        pytest.param(report("second", "dropped"), None, id="nor is what was dropped"),
    ],
)
def test_what_is_awaited_says_until_when_it_is_on_time(last, awaited):
    context = context_with(bridges(milestones=[milestone(report("first", "announced"), last)]))

    assert milestone_view(context.edition.milestones[0], context).awaited == awaited
