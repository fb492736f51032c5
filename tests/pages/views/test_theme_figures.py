"""Figures that belong together stand side by side, and a theme without a series says so and where one might be."""

from typing import Any

import pytest

from generator.pages.context import PageContext
from generator.pages.views.theme_figures import IndicatorGroupView, indicator_groups, no_series
from tests.support.described import LETTERS, archive_of, named
from tests.support.outside import outside_archive, series, told
from tests.support.views import context_with

PAPERS = [
    {"id": "older", "title": named("Brug en veer"), "published": "2021-05-06"},
    {"id": "newer", "title": named("De bruggen"), "published": "2022-05-06"},
    {"id": "other", "title": named("Het veer"), "published": "2022-05-06"},
    {"id": "later", "title": named("Later over een brug"), "published": "2025-05-06"},
]


def counted(id: str, *values: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An indicator, here of letters only."""
    return series(*values, id=id, **more)


def grouped(*members: str) -> dict[str, Any]:
    return {
        "id": "posts-and-towers",
        "title": named("Posts and towers"),
        "members": list(members),
        "why": named("Both stand on bridges."),
        "differs": named("Towers are taller."),
        "cites": ["second#p-1"],
    }


def shown(edition: int = -1, **theme: Any) -> list[IndicatorGroupView]:
    context = context_with(archive_of({"sources": LETTERS, "themes": {"bridges": theme}}), edition=edition)
    return list(indicator_groups(context.edition.themes["bridges"], context))


INDICATORS = [
    counted("towers", told("2022", "7", "second"), told("2019", "8", "first")),
    counted("posts", told("2019", "3", "first"), told("2020", "4", "second"), told("2019", "5", "second")),
]


def test_the_current_values_of_its_members_stand_by_period_then_in_the_order_of_the_members():
    (group,) = shown(indicators=INDICATORS, indicator_groups=[grouped("posts", "towers")])

    assert [(one.period, one.value, one.indicator.path) for one in group.values] == [
        ("2019", "5 posts", "themes/bridges/#posts"),
        ("2019", "8 posts", "themes/bridges/#towers"),
        ("2020", "4 posts", "themes/bridges/#posts"),
        ("2022", "7 posts", "themes/bridges/#towers"),
    ]
    assert [chip.path for chip in group.values[2].cites] == ["sources/second/#p-1"]


def test_a_group_says_why_its_members_are_together_and_what_differs():
    (group,) = shown(indicators=INDICATORS, indicator_groups=[grouped("posts", "towers")])

    assert (group.title, group.why, group.differs) == (
        "Posts and towers",
        "Both stand on bridges.",
        "Towers are taller.",
    )
    assert [chip.path for chip in group.cites] == ["sources/second/#p-1"]


def test_a_figure_is_of_no_group_unless_one_names_it():
    alone = counted("alone", told("2019", "9", "first"))
    (group,) = shown(indicators=[*INDICATORS, alone], indicator_groups=[grouped("posts", "towers")])

    assert "9 posts" not in [one.value for one in group.values]


def no_figures_over_the_years(**theme: Any) -> tuple[str, list[str]] | None:
    """What is said of a theme of which no figure is given twice, and the papers that are named."""
    described = {"sources": LETTERS, "themes": {"bridges": {"terms": ["brug"], **theme}}, "references": PAPERS}
    return _said(context_with(archive_of(described)))


def _said(context: PageContext) -> tuple[str, list[str]] | None:
    none = no_series(context.edition.themes["bridges"], context)
    return (none.text, [link.path for link in none.unread]) if none else None


ONCE = counted("posts", told("2019", "3", "first"), told("2019", "4", "second"))
NAMED = ["sources/#older", "sources/#newer"]


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        pytest.param({"indicators": [ONCE]}, ("[theme.no_series] [theme.may_have_series]", NAMED), id="one period"),
        pytest.param({}, ("[theme.no_figures] [theme.may_have_series]", NAMED), id="no figure"),
        pytest.param({"indicators": [ONCE], "terms": ["tunnel"]},
                     ("[theme.no_series] [theme.none_may_have_series]", []), id="and no paper names the theme"),
        pytest.param({"indicators": [ONCE, INDICATORS[0]]}, None, id="one of them has a second period"),
    ],
)  # fmt: skip
def test_where_no_figure_has_a_second_period_the_page_says_so_and_which_known_papers_might(theme, said):
    assert no_figures_over_the_years(**theme) == said


def test_a_series_from_outside_is_a_series():
    assert _said(context_with(outside_archive(indicators=[series(told("2019", "3"), told("2020", "4"))]))) is None
    assert _said(context_with(outside_archive(indicators=[series(told("2019", "3"))]))) is not None
