"""The home page: what was promised and what came of it, what is new, and where each theme stands."""

from generator.pages.views.home import home_view
from tests.support.bridges import FIRST, bridges, milestone, statement
from tests.support.described import TEXT, report
from tests.support.views import context_with, reviewed, view_of

OWED = {"nature": "promise", "owed_by": "customs"}


def test_the_home_page_is_shown_as_it_was_reviewed():
    assert view_of("home") == reviewed("home")


def test_what_moved_and_what_is_longest_past_are_drawn_and_left_out_where_there_is_none():
    moved = {**milestone(report("first", "announced", due="2025"), report("second", "stalled", due="2026")), **OWED}
    past = {**milestone(report("first", "announced", due="2021"), report("second", "stalled")), **OWED, "id": "past"}
    view = home_view(context_with(bridges(milestones=[moved, past])))
    bare = home_view(context_with(bridges(statements=[FIRST])))

    assert [chart.chart.key for chart in (view.moved, view.longest) if chart] == ["moved-dates", "longest-past"]
    assert (bare.moved, bare.longest, bare.scoreboard, bare.fates.squares) == (None, None, None, ())


def test_what_is_new_is_listed_with_what_a_reader_wants_to_know_first():
    moved = {**milestone(report("first", "announced", due="2025"), report("second", "stalled", due="2026")), **OWED}
    view = home_view(context_with(bridges(milestones=[moved], statements=[statement("second")])))

    assert [count.kind for count in view.news][:2] == ["moved", "new"]


def test_squares_and_answer_count_what_the_service_owes():
    others = {**milestone(report("first", "announced", due="2021")), "nature": "promise", "owed_by": "eu"}
    view = home_view(context_with(bridges(milestones=[others])))

    assert view.fates.squares == ()


def test_what_is_due_next_is_listed_by_date_without_what_is_done_or_past():
    def promised(id: str, *reports):
        return {**milestone(*reports), **OWED, "id": id}

    records = [
        promised("late", report("first", "announced", due="2030")),
        promised("soon", report("first", "announced", due="2025-Q1")),
        promised("past", report("first", "announced", due="2021")),
        promised("kept", report("first", "announced", due="2026"), report("second", "done")),
    ]
    view = home_view(context_with(bridges(milestones=records)))

    assert [(due.when, due.milestone.path) for due in view.due] == [
        ("first quarter of 2025", "milestones/soon/"),
        ("2030", "milestones/late/"),
    ]


def test_each_date_that_moved_has_its_reason_or_says_that_none_is_known():
    first = report("first", "announced", due="2025")
    why = {**milestone(first, {**report("second", "stalled", due="2026"), "reason": TEXT}), **OWED}
    bare = {**milestone(first, report("second", "stalled", due="2027")), **OWED, "id": "bare"}
    view = home_view(context_with(bridges(milestones=[why, bare])))

    assert [(reason.milestone.path, reason.reason) for reason in view.reasons] == [
        ("milestones/bridge/", "Text"),
        ("milestones/bare/", "[milestone.no_reason]"),
    ]
