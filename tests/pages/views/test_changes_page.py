"""The page of changes: what changed since which edition, in lists of which long ones are folded."""

import pytest

from generator.pages.views.changes import SinceView, changes_view
from tests.support.bridges import bridges, milestone, statement
from tests.support.described import report
from tests.support.views import context_with, reviewed, small_context, view_of


@pytest.mark.parametrize("case", ["changes-first", "changes-since-2021"])
def test_the_changes_are_shown_as_they_were_reviewed(case):
    assert view_of(case) == reviewed(case)


def test_one_can_compare_with_every_earlier_edition_but_the_one_that_is_compared_with():
    assert changes_view("2021-03-10", small_context()).since == (
        SinceView("[source_kind.annual-report] February 2023", "changes/2023-02/"),
        SinceView("[source_kind.letter] 10 Mar 2021", None),
    )


def test_of_one_earlier_edition_there_is_no_choice():
    assert changes_view("2021-03-10", small_context(1)).since == ()


@pytest.mark.parametrize(("count", "summary"), [(8, None), (9, "9 [changes.lines.statement]")])
def test_a_list_of_more_than_eight_statements_is_folded(count, summary):
    context = context_with(bridges(statements=[statement("second", f"s-{n}") for n in range(count)]))
    (group,) = [group for group in changes_view("2020-10-15", context).groups if group.id == "bridges"]
    (lists,) = [shown for shown in group.lists if len(shown.lines) == count]

    assert lists.summary == summary


@pytest.mark.parametrize(("count", "summary"), [(8, None), (9, "[changes.kind.milestone.done] · 9")])
def test_more_than_eight_changes_of_one_kind_are_folded_at_the_top_too(count, summary):
    one = milestone(report("first", "announced"), report("second", "done"))
    done = [{**one, "id": f"m-{n}"} for n in range(count)]
    (lists,) = changes_view("2020-10-15", context_with(bridges(milestones=done))).leading

    assert (lists.summary, len(lists.lines)) == (summary, count)
