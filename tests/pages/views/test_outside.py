"""What external sources add to a page: series with what is to be known of them, and where it all comes from."""

from typing import Any

import pytest

from generator.pages.views.outside import (
    OutsideView,
    outside_note,
    outside_source,
    outside_view,
    ranked_series,
    series_views,
    sources_in,
)
from generator.pages.views.parts import Link
from tests.support.described import TEXT, named, report
from tests.support.outside import AGENCY, PAPER, REGISTRY, broken, newest, outside_archive, series, told
from tests.support.views import context_with, small_context


def view(**theme: Any) -> OutsideView:
    """What is shown on the page of the theme."""
    context = context_with(outside_archive(**theme))
    shown = outside_view(context.edition.themes["bridges"], context)
    assert shown
    return shown


def drawn(id: str, *sources: str, years: int = 2, **more: Any) -> dict[str, Any]:
    """A series over so many years, from the sources in turn."""
    by = sources or (PAPER,)
    return series(*(told(str(2018 + n), "3", by[n % len(by)]) for n in range(years)), id=id, **more)


def ranks(*indicators: dict[str, Any]) -> list[str]:
    return [one.id for one in ranked_series(newest(indicators=list(indicators)).themes["bridges"])]


def test_a_theme_of_which_external_sources_say_nothing_shows_nothing_of_them():
    context = context_with(outside_archive(indicators=[series(told("2020", "3", "second"))]))

    assert outside_view(context.edition.themes["bridges"], context) is None


def test_series_stand_by_their_weight_then_by_how_many_periods_they_have_then_as_written():
    assert ranks(
        drawn("minor", weight="minor", years=5),
        drawn("short", years=2),
        drawn("long", years=4),
        drawn("as-short", years=2),
        drawn("lead", weight="lead"),
    ) == ["lead", "long", "short", "as-short", "minor"]


def test_a_period_counts_once_however_often_it_was_given():
    again = series(told("2018", "3"), told("2019", "3", AGENCY), told("2019", "4", REGISTRY), id="again")

    assert ranks(again, drawn("longer", years=3)) == ["longer", "again"]


def test_one_series_is_shown_and_the_others_are_linked_to_on_the_page_of_figures():
    single = series(told("2020", "3"), id="single", weight="lead")
    shown = view(indicators=[single, *(drawn(name) for name in ("north", "south", "west"))])

    assert [one.id for one in shown.series] == ["north-series"]
    assert shown.more == Link("indicators/#bridges-outside", "[outside.rest]: [outside.count.series 3]")


def test_the_series_of_a_theme_share_one_axis_up_to_the_year_of_the_edition():
    indicators = [drawn("early", years=2), series(told("2022", "3"), told("2023", "3"), id="late")]
    context = context_with(outside_archive(indicators=indicators))
    shown = series_views(ranked_series(context.edition.themes["bridges"]), context)

    assert [(one.chart.chart.plot.begin, one.chart.chart.plot.end) for one in shown] == [(2018, 2024)] * 2


def test_the_kinds_of_bars_are_explained_that_are_shown():
    shown = view(indicators=[drawn("south", AGENCY, "second"), drawn("west", PAPER)])

    assert [(label.name, label.text) for label in shown.legend] == [
        ("parliament", "[series.parliament]"),
        ("official", "[series.official]"),
    ]


def test_a_break_is_named_by_its_letter_with_what_is_counted_otherwise():
    (one,) = view(indicators=[drawn("posts", years=3, breaks=[broken("2019"), broken("2020")])]).series

    assert [(b.mark, b.text, [chip.path for chip in b.cites]) for b in one.breaks] == [
        ("[outside.mark a]", "Since 2019", ["sources/paper/#p-1"]),
        ("[outside.mark b]", "Since 2020", ["sources/paper/#p-1"]),
    ]


def test_what_a_reader_must_know_of_a_value_stands_with_its_period():
    (one,) = view(indicators=[series(told("2019", "3"), told("2020", "4", note=named("Of all ports.")))]).series

    assert [(note.period, note.text) for note in one.notes] == [("2020", "Of all ports.")]


def test_a_series_is_defined_and_cites_every_passage_once():
    (one,) = view(indicators=[drawn("posts", PAPER, "second", years=4)]).series

    assert (one.definition, [chip.path for chip in one.cites]) == (
        "Text",
        ["sources/paper/#p-1", "sources/second/#p-1"],
    )


@pytest.mark.parametrize(
    ("theme", "count", "day"),
    [
        pytest.param({"indicators": [drawn("posts", PAPER)]}, 1, "1 May 2024", id="one source of two values"),
        pytest.param({"indicators": [drawn("a", PAPER, "second"), drawn("b", REGISTRY)]}, 2, "2 May 2024",
                     id="two, the later day; documents to parliament are none of them"),
        pytest.param(
            {"indicators": [drawn("posts", PAPER)],
             "milestones": [{"id": "bridge", "title": TEXT, "reports": [report(AGENCY, "announced")]}]},
            2, "1 June 2024", id="one that speaks of a step",
        ),
        pytest.param({"tensions": [{"id": "differ", "themes": ["bridges"], "text": TEXT,
                                    "cites": ["paper#p-1", "second#p-1"]}]},
                     1, "1 May 2024", id="one that differs"),
    ],
)  # fmt: skip
def test_above_all_of_it_stands_how_many_sources_add_to_the_theme_and_when_they_were_entered(theme, count, day):
    edition = newest(**theme)
    note = outside_note(sources_in(edition.themes["bridges"], edition), small_context())

    assert note.explained == f"[outside.explained {count}]"
    assert note.added == f"[outside.added [moments.day {day}]]"


def test_the_sources_of_a_theme_are_the_external_ones_that_add_to_it():
    edition = newest(indicators=[drawn("posts", PAPER, "second", AGENCY, years=3)])

    assert {source.id for source in sources_in(edition.themes["bridges"], edition)} == {PAPER, AGENCY}


def test_how_much_more_there_is_than_the_series_that_are_shown_is_counted():
    tension = {"id": "differ", "themes": ["bridges"], "text": TEXT, "cites": ["paper#p-1", "second#p-1"]}
    bridge = {"id": "bridge", "title": TEXT, "reports": [report(AGENCY, "announced")]}
    indicators = [drawn(name) for name in ("north", "south", "west", "east", "middle")]
    shown = view(indicators=indicators, milestones=[bridge], tensions=[tension])

    counted = "[outside.count.series 4], [outside.count.steps 1], [outside.count.tensions 1]"
    assert shown.more.text == f"[outside.rest]: {counted}"


def test_of_an_external_source_its_standing_is_told_and_that_a_fragment_was_read():
    context = small_context()
    told_of = outside_source(context.edition.outside["krant-2022"], context.locale)

    assert told_of
    assert (told_of.standing, told_of.fragment) == (
        "[series.relayed]",
        "[outside.fragment [moments.day 1 July 2023]]",
    )


def test_of_a_document_to_parliament_there_is_nothing_of_the_kind_to_tell():
    context = small_context()

    assert outside_source(context.edition.sources["verslag-2022"], context.locale) is None


def test_a_value_that_was_given_again_is_shown_as_it_was_first_and_last_with_who_gave_it():
    """The first is that of the earlier day, whoever gave it: the one that is drawn may be either."""
    again = series(told("2019", "3"), told("2020", "5", REGISTRY), told("2020", "4", PAPER, qualifier="more-than"))
    (one,) = view(indicators=[again]).series
    (vintage,) = one.vintages
    shown = [(g.value, g.source.path, [chip.path for chip in g.cites]) for g in (vintage.first, vintage.latest)]

    assert vintage.period == "2020"
    assert shown == [
        ("more than 4 posts", "sources/paper/", ["sources/paper/#p-1"]),
        ("5 posts", "sources/registry/", ["sources/registry/#p-1"]),
    ]
    assert ["[standings." in g.source.text for g in (vintage.first, vintage.latest)] == [True, True]


def test_a_series_whose_values_were_given_once_says_nothing_of_it():
    (one,) = view(indicators=[drawn("posts", years=3)]).series

    assert one.vintages == ()
