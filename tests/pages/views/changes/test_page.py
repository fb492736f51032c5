"""The page of changes: what changed since which edition, in lists of which long ones are folded."""

from collections import Counter

import pytest

from generator.model.locale import Locale
from generator.pages.views.changes.page import SinceView, changes_view
from generator.pages.views.parts import named_source
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


@pytest.mark.parametrize(
    ("since", "heading", "compared"),
    [
        pytest.param(
            "2023-02",
            "[changes.new_in [source_named.letter 20 June 2023]]",
            "[changes.compared [source_named.annual-report February 2023]]",
            id="with the edition before it: what its document brought",
        ),
        pytest.param(
            "2021-03-10",
            "[changes.since [source_named.letter 10 March 2021]]",
            "[changes.until [source_named.letter 20 June 2023]]",
            id="with an older one: what changed since then",
        ),
        pytest.param(
            None, "[changes.new_in [source_named.letter 20 June 2023]]", "[changes.first]", id="with none: everything"
        ),
    ],
)
def test_the_heading_is_short_and_the_line_below_says_with_what_is_compared(since, heading, compared):
    view = changes_view(since, small_context())

    assert (view.heading, view.compared) == (heading, compared)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_heading_is_longer_than_sixty_characters(workspace, language):
    locale = Locale(language, workspace.archive.words[language])
    names = [named_source(source, locale) for source in workspace.editions[-1].sources.values()]

    assert [n for n in names for key in ("new_in", "since") if len(locale.say(f"changes.{key}", source=n)) > 60] == []


def test_lines_can_be_filtered_by_every_theme_and_kind_that_occurs_the_most_important_first():
    view = changes_view("2021-03-10", small_context())
    lines = [line for group in view.groups for shown in group.lists for line in shown.lines]
    names = [kind.name for kind in view.kinds]

    assert sorted(names) == sorted({line.filter for line in lines})
    assert names[0] == "milestone-moved"
    assert {line.theme for line in lines} == {group.id for group in view.groups}


def test_every_kind_has_a_list_of_its_own_of_all_its_lines_or_of_the_themes_that_have_some():
    view = changes_view("2021-03-10", small_context())
    lines = [line for group in view.groups for shown in group.lists for line in shown.lines]
    lists = {shown.id: shown.lines for group in view.groups for shown in group.lists}

    assert view.kinds == (*view.leading, *view.rest)
    assert view.leading and view.rest
    for kind in view.kinds:
        of_kind = [line for line in lines if line.filter == kind.name]
        assert kind.count == len(of_kind) > 0
    for kind in view.leading:
        assert kind.lines is not None
        assert kind.lines.id == f"kind-{kind.name}"
        assert list(kind.lines.lines) == [line for line in lines if line.filter == kind.name]
    for kind in view.rest:
        counts = {theme.theme: theme.count for theme in kind.themes}
        assert counts == Counter(line.theme for line in lines if line.filter == kind.name)
        assert all(any(line.filter == kind.name for line in lists[theme.list]) for theme in kind.themes)


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
    (kind,) = changes_view("2020-10-15", context_with(bridges(milestones=done))).leading

    assert kind.lines is not None
    assert (kind.lines.summary, len(kind.lines.lines)) == (summary, count)
