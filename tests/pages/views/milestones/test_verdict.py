"""The words of what is derived from a milestone: each with what it rests on, and where its rule stands."""

from dataclasses import replace

import pytest

from generator.pages.views.milestones.verdict import (
    StateView,
    absence_notes,
    absence_view,
    base_of,
    state_view,
    unread_view,
)
from tests.support.bridges import bridges, milestone
from tests.support.described import TEXT, archive_of, report
from tests.support.phrases import WORDS
from tests.support.views import context_with, small_context

OUTCOMES, STATES = "method/#outcomes", "method/#milestones"
UNREAD = "[unread_none]"


@pytest.mark.parametrize(
    ("reports", "more", "state"),
    [
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "done", done="2020")],
            {},
            StateView("done", "[outcome.kept-on-time]", OUTCOMES, None),
            id="a promise done before its date",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "done", done="2022")],
            {},
            StateView("done", "[outcome.kept-late]", OUTCOMES, "[late_by 1 days]"),
            id="a promise done after its date says how late",
        ),
        pytest.param(
            [report("second", "done")],
            {"nature": "event"},
            StateView("done", "[state.done]", STATES, None),
            id="an event is done and not kept",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "done", done="2021")],
            {"nature": "step"},
            StateView("done", "[state.done], [timing.on-time]", STATES, None),
            id="so is a step",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled")],
            {},
            StateView("overdue", "[outcome.past-mentioned]", OUTCOMES, f"[past_by [years 2½]]; {UNREAD}"),
            id="a date that has passed says by how much and what was not read",
        ),
        pytest.param(
            [report("first", "announced", due="2021")],
            {},
            StateView(
                "overdue",
                "[outcome.past-not-mentioned]",
                OUTCOMES,
                f"[past_by [years 2½]]; [absent.not-mentioned [source_named.letter 15 October 2020]]; {UNREAD}",
            ),
            id="and since when it is not mentioned",
        ),
        pytest.param(
            [report("first", "announced")],
            {},
            StateView(
                "undated",
                "[state.undated]",
                STATES,
                f"[absent.not-mentioned [source_named.letter 15 October 2020]]; {UNREAD}",
            ),
            id="what has no date too",
        ),
        pytest.param(
            [report("first", "announced")],
            {"looked": []},
            StateView(
                "undated",
                "[state.undated]",
                STATES,
                "[absent.not-looked [source_named.letter 15 October 2020]]; [unread_none]",
            ),
            id="where nobody looked, that is said",
        ),
        pytest.param(
            [report("first", "announced", due="2030")],
            {},
            StateView("open", "[state.open]", STATES, None),
            id="what is not due rests on no absence",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "dropped")],
            {},
            StateView("dropped", "[outcome.dropped]", OUTCOMES, None),
            id="what was dropped is not late",
        ),
    ],
)
def test_a_state_says_what_came_of_it_and_what_that_rests_on(reports, more, state):
    context = context_with(bridges(milestones=[{**milestone(*reports), **more}]))

    assert state_view(context.edition.milestones[0], context.edition, context.locale) == state


REGISTER = {
    "sources": [
        {"id": "first", "kind": "letter", "published": "2020-10-15", "passages": "1"},
        {"id": "second", "kind": "letter", "published": "2024-06-24", "passages": "1"},
    ],
    "references": [
        {"id": "paper", "title": {"nl": "Brief over de term", "en": "Letter on the term"}, "published": "2020-12-01"},
        {"id": "other", "title": {"nl": "Andere brief", "en": "Other letter"}, "published": "2022-01-01"},
    ],
}


def context_of(*reports, **more):
    told = {"id": "read", "when": "2020", "kind": "result", "text": {"nl": "T", "en": "T"}, "cites": ["second#p-1"]}
    themes = {"bridges": {"milestones": [{**milestone(*reports), **more}]}, "tunnels": {"statements": [told]}}
    return context_with(archive_of({**REGISTER, "themes": themes}))


def test_a_promise_kept_by_a_paper_not_read_says_so():
    paper = {"cites": "register#paper", "says": "done", "done": "2020-12-01", "basis": "exists-unread"}
    context = context_of(report("first", "announced", due="2020-12"), paper)
    state = state_view(context.edition.milestones[0], context.edition, context.locale)

    assert (state.text, state.note) == ("[outcome.kept-on-time]", "[exists_unread]")


def test_an_absence_tells_where_was_looked_for_what_and_which_papers_were_not_read():
    looked = [{"source": "second", "words": ["brug", "kade"], "passages_seen": ["p-1"], "by_hand": "true"}]
    context = context_of(report("first", "announced"), looked=looked)
    (known,) = context.edition.milestones
    view, unread = absence_view(known, context), unread_view(known.unread, context)

    assert view and unread
    assert (view.name, view.path, view.spoken_of) == ("not-mentioned", "method/#silence", ())
    assert [(s.source.path, s.words, [c.path for c in s.passages], s.is_by_hand) for s in view.looked] == [
        ("sources/second/", "brug, kade", ["sources/second/#p-1"], True)
    ]
    assert (unread.text, unread.path) == ("[unread_between 2 2020–2024]", "sources/#not-held")
    assert [link.path for link in unread.of_theme] == ["sources/#paper"]


def test_what_later_documents_mention_has_no_absence():
    context = context_of(report("first", "announced"), report("second", "under-way"))

    assert absence_view(context.edition.milestones[0], context) is None


def test_what_is_not_due_has_no_note_of_absence():
    context = context_of(report("first", "announced", due="2030"))

    assert list(absence_notes(context.edition.milestones[0], context.locale)) == []


@pytest.mark.parametrize(
    ("due", "text"),
    [
        pytest.param({"due": "2030"}, "[absence.not-due ", id="the date is ahead"),
        pytest.param({}, "[absence.too-soon ", id="the letter appeared shortly after the report"),
    ],
)
def test_no_later_word_says_why_that_says_nothing_yet(due, text):
    sources = [
        {"id": "annual", "kind": "annual-report", "published": "2026-05-31", "passages": "1"},
        {"id": "letter", "kind": "letter", "published": "2026-06-11", "passages": "1"},
    ]
    read = {"id": "read", "when": "2024", "kind": "context", "text": TEXT, "cites": ["letter#p-1"]}
    themes = {
        "bridges": {"milestones": [milestone(report("annual", "announced", **due))]},
        "tunnels": {"statements": [read]},
    }
    context = context_with(archive_of({"sources": sources, "themes": themes}))
    view = absence_view(context.edition.milestones[0], context)

    assert view is not None
    assert view.text.startswith(text)


@pytest.mark.parametrize(
    ("edition", "unread", "words"),
    [
        (0, 0, "According to the one document read."),
        (0, 1, "According to the one document read; 1 other known document was not read and may say otherwise."),
        (-1, 0, "According to the 2 documents read."),
        (-1, 2, "According to the 2 documents read; 2 other known documents were not read and may say otherwise."),
    ],
)
def test_one_document_is_not_several_read_or_not(edition: int, unread: int, words: str) -> None:
    known = small_context(-1).edition.references
    of = small_context(edition).edition

    assert base_of(replace(of, references=known[:unread]), WORDS) == words
