"""The threads of a theme: each subject document by document, and what is in none."""

from typing import Any

import pytest

from generator.pages.views.threads import ThreadView, entry_kinds, thread_views
from tests.support.bridges import FIRST, bridges, indicator, milestone, statement, value
from tests.support.described import named, report
from tests.support.views import context_with

SPAN = {"id": "span", "title": named("Span"), "members": ["bridge", "opened", "posts"]}


def threads(*written: dict[str, Any], **theme: Any) -> list[ThreadView]:
    context = context_with(bridges(threads=list(written), **theme))
    return list(thread_views(context.edition.themes["bridges"], context))


def test_a_thread_has_what_each_document_adds_the_oldest_first():
    reports = milestone(report("first", "announced"), report("second", "done"))
    (thread,) = threads(
        SPAN, statements=[statement("second")], milestones=[reports], indicators=[indicator(value("first"))]
    )
    parts = [(part.source.path, len(part.statements), len(part.reports), len(part.indicators)) for part in thread.parts]

    assert (thread.id, thread.title, thread.extent) == ("thread-span", "Span", "[theme.extent 4 2020–2024]")
    assert parts == [("sources/first/", 0, 1, 1), ("sources/second/", 1, 1, 0)]


def test_statements_in_no_thread_stand_under_a_heading_of_their_own_at_the_end():
    shown = threads({**SPAN, "members": ["opened"]}, statements=[statement("second"), FIRST])

    assert [(thread.id, thread.title) for thread in shown] == [
        ("thread-span", "Span"),
        ("thread-rest", "[theme.rest]"),
    ]


def test_without_threads_all_statements_stand_under_one_heading():
    assert [(thread.title, thread.extent) for thread in threads(statements=[FIRST])] == [
        ("[theme.entries]", "[theme.extent 1 2020]")
    ]


@pytest.mark.parametrize(
    ("count", "kinds"),
    [
        pytest.param(27, [], id="few: nobody need choose"),
        pytest.param(
            28,
            [("context", "[kind.context]"), ("result", "[kind.result]"),
             ("milestone", "[entries.milestone]"), ("indicator", "[entries.indicator]")],
            id="many: every kind that there is, once",
        ),
    ],
)  # fmt: skip
def test_many_entries_can_be_filtered_by_their_kinds(count, kinds):
    first = {**FIRST, "kind": "context"}
    shown = threads(
        {**SPAN, "members": ["planned", "bridge", "posts"]},
        statements=[first, *(statement("second", f"s-{n}") for n in range(count))],
        milestones=[milestone(report("first", "announced"))],
        indicators=[indicator(value("first"))],
    )

    assert [(kind.name, kind.text) for kind in entry_kinds(shown, context_with(bridges()).locale)] == kinds


def test_an_edition_leaves_out_threads_of_which_it_knows_no_member():
    context = context_with(
        bridges(threads=[{**SPAN, "members": ["opened"]}], statements=[statement("second")]), edition=0
    )

    assert list(thread_views(context.edition.themes["bridges"], context)) == []
