"""The page of a theme: what each source says of it, and when saying nothing is silence."""

import pytest

from generator.editions.edition import Edition, editions_of
from generator.pages.views.home import matrix_row
from generator.pages.views.theme import is_left_out, places_named, spoken_by, spoken_view, theme_view
from tests.support.bridges import FIRST, READ, bridges, indicator, milestone, standing, statement, value
from tests.support.described import LETTERS, archive_of, report
from tests.support.phrases import WORDS
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
    edition = editions_of(bridges(**theme))[-1]
    spoken = spoken_by([*edition.sources.values()][-1], edition.themes["bridges"])
    cell = matrix_row(edition.themes["bridges"], edition, WORDS).cells[1]

    assert (spoken.is_silent, cell.silent, left_out(edition)) == (False, False, [])
    assert (cell.count, cell.size) == (1, 1)


def left_out(edition: Edition) -> list[str]:
    """The themes that the last source leaves out."""
    return [theme.id for theme in edition.mentioned if is_left_out(theme, [*edition.sources.values()][-1], edition)]


def test_a_source_that_leaves_out_an_earlier_theme_is_silent_on_it():
    edition = editions_of(bridges(statements=[FIRST]))[-1]
    spoken = spoken_by([*edition.sources.values()][-1], edition.themes["bridges"])

    assert (
        spoken.is_silent,
        matrix_row(edition.themes["bridges"], edition, WORDS).cells[1].silent,
        left_out(edition),
    ) == (True, True, ["bridges"])


def test_what_no_earlier_source_spoke_of_is_not_left_out():
    edition = editions_of(bridges(statements=[statement("second")]))[0]

    assert (left_out(edition), edition.themes["bridges"].is_mentioned) == ([], False)


def test_a_source_of_the_same_day_is_no_earlier_source():
    letters = [{**letter, "published": "2024-06-24"} for letter in LETTERS]
    edition = editions_of(archive_of({"sources": letters, "themes": {"bridges": {"statements": [FIRST]}}}))[-1]

    assert left_out(edition) == []


@pytest.mark.parametrize("case", ["theme-ferries", "theme-locks"])
def test_a_theme_is_shown_as_it_was_reviewed(case):
    assert view_of(case) == reviewed(case)


def test_the_timeline_has_every_source_newest_first():
    context = context_with(bridges(statements=[FIRST]))
    shown = theme_view(context.edition.themes["bridges"], context).timeline

    assert [(s.id, [x.id for x in s.statements]) for s in shown] == [("second", []), ("first", ["planned"])]


@pytest.mark.parametrize(
    ("theme", "silence"),
    [
        pytest.param({"statements": [FIRST]}, "[theme.not_mentioned]", id="a letter that was entered completely"),
        pytest.param({"statements": [FIRST, statement("second")]}, None, id="a letter that speaks of it"),
    ],
)
def test_what_a_source_does_not_say_is_named(theme, silence):
    context = context_with(bridges(**theme))
    source = context.edition.sources["second"]

    assert spoken_view(context.edition.themes["bridges"], source, context).silence == silence


def test_of_a_letter_that_was_not_entered_completely_no_silence_is_claimed():
    context = context_with(archive_of({"sources": READ, "themes": {"bridges": {"statements": [FIRST]}}}))
    source = context.edition.sources["second"]

    assert spoken_view(context.edition.themes["bridges"], source, context).silence == "[theme.nothing_entered]"


@pytest.mark.parametrize(
    ("count", "shown", "folded"),
    [
        pytest.param(14, 14, None, id="fourteen statements are shown"),
        pytest.param(15, 10, ("[theme.more_statements 5 [source_kind.letter] 15 Oct 2020]", 5), id="of more, ten"),
    ],
)
def test_long_lists_of_statements_are_folded(count, shown, folded):
    context = context_with(bridges(statements=[statement("first", f"s-{n}") for n in range(count)]))
    view = spoken_view(context.edition.themes["bridges"], context.edition.sources["first"], context)

    assert len(view.statements) == shown
    assert (view.more and (view.more.summary, len(view.more.statements))) == folded
    assert [s.id for s in view.statements + (view.more.statements if view.more else ())] == [
        f"s-{n}" for n in range(count)
    ]


@pytest.mark.parametrize(
    ("more", "summary"),
    [
        pytest.param({}, "Text", id="a standing alone is summed up"),
        pytest.param({"indicators": [indicator(value("second"))]}, None, id="but not beside anything else"),
    ],
)
def test_a_standing_is_summed_up_where_nothing_else_is_said(more, summary):
    context = context_with(bridges(statements=[FIRST], standings=[standing("second")], **more))
    view = spoken_view(context.edition.themes["bridges"], context.edition.sources["second"], context)

    assert (view.silence, view.summary) == (None, summary)


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
    tables = promises and (promises.promises, promises.undated)

    assert tables is not None
    assert [(t.caption, [row.milestone.path for row in t.rows]) for t in tables if t] == [
        ("[theme.promises 1]", ["milestones/promised/"]),
        ("[theme.undated 1]", ["milestones/bridge/"]),
    ]
