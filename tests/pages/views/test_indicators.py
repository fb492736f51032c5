"""Indicators: key figures, the list of all, and each with its values."""

from dataclasses import replace

import pytest

from generator.model.records import Tension
from generator.pages.views.indicators import ValueView, indicator_view, indicators_view
from generator.pages.views.parts import Chip, Label
from generator.pages.views.theme_figures import key_figures
from tests.support.bridges import READ, bridges, indicator, milestone, value
from tests.support.described import TEXT, archive_of, named, report
from tests.support.views import context_with, reviewed, small_context, view_of


@pytest.mark.parametrize(
    ("theme", "figure"),
    [
        pytest.param(
            {"indicators": [indicator(value("first"), value("first", "5", period="2018"))]},
            ("3 posts", "Posts, 2019", False),
            id="the value of the last period",
        ),
        pytest.param(
            {"indicators": [indicator(value("first", "3"), value("second", "4"))]},
            ("4 posts", "Posts, 2019", False),
            id="the current value, not the one that it restates",
        ),
        pytest.param(
            {"indicators": [indicator(value("first", "9", target="12"))]},
            ("[of_target 9 12]", "Posts, 2019", False),
            id="a value against what was planned",
        ),
        pytest.param(
            {"milestones": [milestone(report("first", "announced", due="2025"))]},
            ("2025", "Bridge", False),
            id="a due date",
        ),
        pytest.param(
            {
                "milestones": [
                    milestone(report("first", "announced", due="2025"), report("second", "stalled", due="2026"))
                ]
            },
            ("2026", "[key_moved Bridge 2025]", True),
            id="a date that moved, with the first",
        ),
        pytest.param(
            {"milestones": [milestone(report("first", "announced"), report("second", "stalled"))]},
            ("[says.stalled]", "Bridge", False),
            id="the last word where there is no date",
        ),
        pytest.param(
            {
                "milestones": [
                    milestone(report("first", "announced", due="2025"), report("second", "done", done="2024"))
                ]
            },
            ("[state.done] · 2024", "Bridge", False),
            id="that it is done, and when",
        ),
    ],
)
def test_a_key_figure_is(theme, figure):
    names = [record["id"] for kind in ("indicators", "milestones") for record in theme.get(kind, [])]
    context = context_with(bridges(**theme, key_figures=names))
    shown = key_figures(context.edition.themes["bridges"], context)

    assert [(key.value, key.label, key.is_moved) for key in shown] == [figure]


def test_a_key_figure_appears_when_it_becomes_known():
    archive = bridges(milestones=[milestone(report("second", "announced", due="2025"))], key_figures=["bridge"])
    contexts = [context_with(archive, edition=edition) for edition in (0, 1)]
    shown = [[k.value for k in key_figures(c.edition.themes["bridges"], c)] for c in contexts]

    assert shown == [[], ["2025"]]


def test_a_computed_key_figure_has_its_formula():
    computed = indicator(value("first", "3", basis="computed", formula="1 + 2"))
    context = context_with(bridges(indicators=[computed], key_figures=["posts"]))
    (figure,) = key_figures(context.edition.themes["bridges"], context)

    assert (figure.value, figure.label) == ("3 posts", "Posts, 2019 ([basis.computed]: 1 + 2)")


def test_a_key_figure_whose_date_has_passed_says_so_with_what_that_is_based_on():
    bridge = milestone(report("first", "announced", due="2021"))
    context = context_with(bridges(milestones=[bridge], key_figures=["bridge"]))
    (figure,) = key_figures(context.edition.themes["bridges"], context)

    assert (figure.value, figure.label) == (
        "2021",
        "Bridge · [outcome.past-not-mentioned] ([past_by [years 2½]]; "
        "[absent.not-mentioned [source_named.letter 15 October 2020]]; [unread_none])",
    )


def test_a_key_figure_about_which_documents_differ_leads_to_where_they_do():
    tension = {"id": "start", "themes": ["bridges"], "milestones": ["bridge"], "text": TEXT}
    archive = bridges(milestones=[milestone(report("second", "announced", due="2030"))], key_figures=["bridge"])
    differing = Tension.model_validate({"kind": "contradiction", "cites": ["first#p-1", "second#p-1"], **tension})
    context = context_with(replace(archive, tensions={"start": differing}))
    (figure,) = key_figures(context.edition.themes["bridges"], context)

    assert figure.differs == "tensions/#start"


def test_all_indicators_are_shown_as_they_were_reviewed():
    assert view_of("indicators") == reviewed("indicators")


def test_an_indicator_is_listed_with_its_latest_value_and_how_many_there_are():
    observations = [value("first"), value("second", "4"), value("second", "7", period="2023")]
    view = indicators_view(context_with(bridges(indicators=[indicator(*observations)])))
    ((row,),) = [group.rows for group in view.groups]

    assert (view.count, row.value, row.period, row.values, row.restated) == (1, "7 posts", "2023", "3", 1)
    assert [chip.path for chip in row.cites] == ["sources/second/#p-1"]


def test_of_a_table_no_cell_stands_for_all():
    kinds = [{"id": "kind", "title": named("Kind"), "values": [{"id": "a", "title": named("A")}]}]
    told = indicator(value("second", of={"kind": "a"}), breakdown=["kind"])
    archive = archive_of({"sources": READ, "categories": kinds, "themes": {"bridges": {"indicators": [told]}}})
    context = context_with(archive)
    ((row,),) = [group.rows for group in indicators_view(context).groups]
    (shown,) = indicator_view(context.edition.indicators[0], context).values

    assert (row.value, row.period, row.values, shown.of) == (None, "2019", "1", "A, 2019")


def test_a_value_is_shown_with_all_that_is_known_of_it():
    first = value("first", "3", target="5", qualifier="about")
    restating = value("second", "1204", note=TEXT)
    context = context_with(bridges(indicators=[indicator(first, restating)]))
    values = indicator_view(context.edition.indicators[0], context).values
    letters = [
        Chip(f"sources/{id}/#p-1", f"[source_kind.letter] {day}", "Section ¶1", "nl")
        for id, day in (("first", "15 Oct 2020"), ("second", "24 Jun 2024"))
    ]

    assert values == (
        ValueView("2019", "about 3 posts", "[target_was 5]", None, True, (letters[0],), None),
        ValueView("2019", "1,204 posts", None, None, False, (letters[1],), "Text"),
    )


def test_each_way_of_coming_by_a_value_that_is_not_stated_is_named_once():
    values = [
        value("first", "3"),
        value("first", "3", period="2018", basis="computed", formula="1 + 2"),
        value("first", "4", period="2017", basis="computed", formula="2 + 2"),
    ]
    context = context_with(bridges(indicators=[indicator(*values)]))

    assert indicator_view(context.edition.indicators[0], context).bases == (
        Label("computed", "[basis.computed]: 2 + 2"),
    )


def test_what_can_be_drawn_has_a_chart():
    context = small_context()
    charts = {i.id: indicator_view(i, context).chart is not None for i in context.edition.indicators}

    assert charts == {
        "waiting-time": True,
        "lock-trainings": False,
        "safety-checks": True,
        "safety-checks-total": False,
    }
