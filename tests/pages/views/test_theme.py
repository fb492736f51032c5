"""The page of a theme: what each source says of it, and when saying nothing is silence."""

from dataclasses import replace

import pytest

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.pages.figures.drawings import Drawings
from generator.pages.views.theme import is_left_out, places_named, spoken_by, spoken_view, theme_view
from tests.support.bridges import FIRST, READ, bridges, indicator, milestone, standing, statement, value
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.views import context_with, reviewed, small_context, view_of


@pytest.mark.parametrize(
    "theme",
    [
        pytest.param({"statements": [FIRST, statement("second")]}, id="in a statement"),
        pytest.param(
            {"statements": [FIRST], "milestones": [milestone(report("second", "announced"))]}, id="in a report"
        ),
        pytest.param({"statements": [FIRST], "indicators": [indicator(value("second"))]}, id="in a figure alone"),
        pytest.param({"statements": [FIRST], "standings": [standing("second")]}, id="in a standing alone"),
    ],
)
def test_a_source_that_speaks_of_a_theme_is_nowhere_called_silent(theme):
    edition = Editions(bridges(**theme))[-1]
    spoken = spoken_by([*edition.sources.values()][-1], edition.themes["bridges"])

    assert (spoken.is_silent, left_out(edition)) == (False, [])


def left_out(edition: Edition) -> list[str]:
    """The themes that the last source leaves out."""
    return [theme.id for theme in edition.mentioned if is_left_out(theme, [*edition.sources.values()][-1], edition)]


def test_a_source_that_leaves_out_an_earlier_theme_is_silent_on_it():
    edition = Editions(bridges(statements=[FIRST]))[-1]
    spoken = spoken_by([*edition.sources.values()][-1], edition.themes["bridges"])

    assert (spoken.is_silent, left_out(edition)) == (True, ["bridges"])


def test_what_no_earlier_source_spoke_of_is_not_left_out():
    edition = Editions(bridges(statements=[statement("second")]))[0]

    assert (left_out(edition), edition.themes["bridges"].is_mentioned) == ([], False)


def test_a_source_of_the_same_day_is_no_earlier_source():
    letters = [{**letter, "published": "2024-06-24"} for letter in LETTERS]
    edition = Editions(archive_of({"sources": letters, "themes": {"bridges": {"statements": [FIRST]}}}))[-1]

    assert left_out(edition) == []


def test_of_a_fragment_that_says_nothing_of_a_theme_the_page_says_that_it_is_one():
    fragment = {"id": "fragment", "kind": "letter", "published": "2022-05-18", "passages": "1", "held": "partial"}
    sources = [LETTERS[0], fragment, LETTERS[1]]
    context = context_with(archive_of({"sources": sources, "themes": {"bridges": {"statements": [FIRST]}}}))
    shown = spoken_view(context.edition.themes["bridges"], context.edition.sources["fragment"], context)

    assert (shown.text, shown.is_silent) == ("[source.partial]", True)


@pytest.mark.parametrize("case", ["theme-ferries", "theme-locks"])
def test_a_theme_is_shown_as_it_was_reviewed(case):
    assert view_of(case) == reviewed(case)


def test_every_source_is_listed_oldest_first_with_how_much_it_says():
    context = context_with(bridges(statements=[FIRST]))
    shown = theme_view(context.edition.themes["bridges"], context).timeline

    assert [(s.id, s.text, s.is_silent) for s in shown] == [
        ("first", "[theme.said_in 1]", False),
        ("second", "[theme.not_mentioned]", True),
    ]


def test_of_a_letter_that_was_not_entered_completely_no_silence_is_claimed():
    context = context_with(archive_of({"sources": READ, "themes": {"bridges": {"statements": [FIRST]}}}))
    source = context.edition.sources["second"]

    assert spoken_view(context.edition.themes["bridges"], source, context).text == "[theme.nothing_entered]"


@pytest.mark.parametrize(
    ("more", "text"),
    [
        pytest.param({}, "[theme.only_standing]", id="a standing alone"),
        pytest.param({"indicators": [indicator(value("second"))]}, "[theme.said_in 1]", id="and beside a figure"),
    ],
)
def test_a_standing_alone_is_no_silence(more, text):
    context = context_with(bridges(statements=[FIRST], standings=[standing("second")], **more))
    view = spoken_view(context.edition.themes["bridges"], context.edition.sources["second"], context)

    assert (view.is_silent, view.text) == (False, text)


def test_then_and_now_are_the_oldest_and_the_newest_standing():
    context = context_with(bridges(statements=[FIRST], standings=[standing("first"), standing("second")]))
    view = theme_view(context.edition.themes["bridges"], context)
    one = context_with(bridges(statements=[FIRST], standings=[standing("first")]))

    assert (len(view.standings), len(view.then_now), view.between) == (2, 2, ())
    assert len(theme_view(one.edition.themes["bridges"], one).then_now) == 1


def test_the_line_in_six_years_is_that_of_the_newest_document_known():
    evolution = [{"cites": ["first#p-1"], "text": named("Then")}, {"cites": ["second#p-1"], "text": named("Now")}]
    theme = bridges(statements=[FIRST], evolution=evolution)
    texts = [
        theme_view(c.edition.themes["bridges"], c).answer.evolution
        for c in (context_with(theme, edition=0), context_with(theme))
    ]

    assert texts == ["Then", "Now"]


def test_places_of_statements_stand_before_those_of_milestones_each_once():
    edition = small_context().edition

    assert [place.id for place in places_named(edition.themes["locks"], edition)] == ["oosterdam", "westhaven"]


def test_a_theme_without_milestones_or_places_has_no_section_for_them():
    context = context_with(bridges(statements=[FIRST]))
    view = theme_view(context.edition.themes["bridges"], context)

    assert (view.promises, view.places) == (None, None)


def test_promises_without_a_date_stand_apart():
    promised = {**milestone(report("first", "announced", due="2025")), "id": "promised"}
    context = context_with(bridges(milestones=[milestone(report("first", "announced")), promised]))
    promises = theme_view(context.edition.themes["bridges"], context).promises

    assert promises is not None
    assert [(t.caption, [row.milestone.path for row in t.rows]) for t in promises.tables] == [
        ("[theme.promises 1]", ["milestones/promised/"]),
        ("[theme.undated 1]", ["milestones/bridge/"]),
    ]


def test_a_theme_without_promises_shows_the_strip_of_its_subjects_and_no_other(tmp_path):
    thread = {"id": "traffic", "title": named("Traffic"), "members": ["planned"]}
    context = context_with(bridges(statements=[FIRST], threads=[thread]))
    context = replace(context, volume=replace(context.volume, kept=tmp_path))
    view = theme_view(context.edition.themes["bridges"], context)

    assert view.subjects is not None
    assert view.promises is None
    rows = Drawings(context, "themes/bridges/", "Bridges")(view.subjects.chart).wide.rows
    assert [(row.path, row.label) for row in rows] == [
        ("themes/bridges/#thread-traffic", "Traffic: [strip.documents 1]")
    ]
    assert [thread.id for thread in view.threads] == ["thread-traffic"]
