"""Squares: one for each sentence of promise, by what came of it."""

from generator.editions.history import Editions
from generator.pages.views.milestones.fates import fates_view
from tests.support.bridges import bridges
from tests.support.described import named, report
from tests.support.phrases import WORDS

OWED = {"nature": "promise", "owed_by": "customs"}
MILESTONES = [
    {"id": "ahead", "title": named("Ahead"), **OWED, "reports": [report("second", "announced", due="2030")]},
    {
        "id": "past",
        "title": named("Past"),
        **OWED,
        "reports": [report("first", "announced", due="2021"), report("second", "stalled")],
    },
    {
        "id": "kept",
        "title": named("Kept"),
        **OWED,
        "reports": [report("first", "announced", due="2023"), report("second", "done", done="2023-05")],
    },
]


def test_squares_stand_by_what_came_of_the_promise_and_lead_to_it():
    edition = Editions(bridges(milestones=MILESTONES))[-1]
    view = fates_view(edition.promises, edition, WORDS)

    assert [(square.fate, square.link.path) for square in view.squares] == [
        ("done", "milestones/kept/"),
        ("past", "milestones/past/"),
        ("ahead", "milestones/ahead/"),
    ]
    assert [(count.name, count.count) for count in view.counts] == [("done", 1), ("past", 1), ("ahead", 1)]
    assert view.squares[0].link.text.startswith("Kept: ")


def test_without_promises_there_are_no_squares():
    edition = Editions(bridges())[-1]

    assert fates_view([], edition, WORDS).squares == ()
