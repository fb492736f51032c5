"""The page of one milestone: its outcome and why, the three questions, its chain, its reports."""

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


def page_of(*milestones, **more):
    context = context_with(bridges(milestones=list(milestones), **more))
    return milestone_view(context.edition.milestones[0], context)


def test_the_three_questions_have_each_their_own_answer():
    view = page_of(milestone(report("first", "announced", due="2021"), report("second", "stalled")))

    assert [(a.question, a.answer, a.more, a.source and a.source.path) for a in view.answers] == [
        ("[question.says]", "[says.stalled]", None, "sources/second/"),
        ("[question.support]", "[support.none]", None, None),
        ("[question.schedule]", "[schedule.past]", "[years 2½]", None),
    ]


def test_a_chain_tells_every_step_in_order_and_marks_the_one_whose_page_it_is():
    tie = {"kind": "follows", "of": ["bridge"], "cites": ["first#p-1"]}
    opening = {**milestone(report("first", "announced", due="2030")), "id": "opening", "lineage": [tie]}
    view = page_of(milestone(report("first", "announced")), opening)

    assert [(step.milestone and step.milestone.path, step.when) for step in view.chain.steps] == [
        (None, None),
        ("milestones/opening/", "2030"),
    ]
    assert (view.chain.parts, view.chain.wholes) == ((), ())


def test_a_milestone_alone_has_no_chain():
    assert page_of(milestone(report("first", "announced"))).chain.steps == ()


def test_what_is_past_says_that_no_document_read_says_otherwise_and_how_much_was_not_read():
    view = page_of(milestone(report("first", "announced", due="2021")))

    assert (view.base, view.unread and view.unread.text) == ("[milestone.none_says 2]", "[unread_none]")


def test_what_is_still_ahead_rests_on_no_absence():
    view = page_of(milestone(report("second", "announced", due="2030")))

    assert (view.base, view.unread, view.absence) == (None, None, None)


def test_a_page_shows_every_contradiction_that_touches_its_milestone_and_no_change_over_time():
    text = {"nl": "T", "en": "T"}
    tension = {"themes": ["bridges"], "text": text, "cites": ["first#p-1", "second#p-1"], "milestones": ["bridge"]}
    archive = archive_of(
        {
            "sources": [
                {"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "1"},
                {"id": "second", "kind": "letter", "published": "2024-06-24", "passages": "1"},
            ],
            "themes": {"bridges": {"milestones": [milestone(report("first", "announced"))]}},
            "tensions": [
                {"id": "both", "kind": "contradiction", **tension},
                {"id": "count", "kind": "definition", **tension},
                {"id": "since", "kind": "change", **tension},
                {"id": "words", "kind": "wording", **tension},
                {"id": "elsewhere", "kind": "contradiction", **tension, "milestones": []},
            ],
        }
    )
    context = context_with(archive)

    assert [t.id for t in milestone_view(context.edition.milestones[0], context).tensions] == ["both", "count"]
