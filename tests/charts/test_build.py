"""What charts of indicators show, say and list, all from the same values."""

from dataclasses import replace
from typing import Any

import pytest

from generator.charts.build import Chart, indicator_chart
from generator.charts.data import Cell, SeriesPoint
from generator.editions.history import Editions
from generator.model.locale import Locale
from tests.support.described import LETTERS, TEXT, archive_of, named
from tests.support.phrases import WORDS


def value(period: str, value: str, source: str = "second", **more: Any) -> dict[str, Any]:
    return {"period": period, "value": value, "cites": f"{source}#p-1", **more}


def series(*observations: dict[str, Any], words: Locale = WORDS) -> Chart | None:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT}
    theme = {"indicators": [{**record, "observations": list(observations)}]}
    edition = Editions(archive_of({"sources": LETTERS, "themes": {"bridges": theme}}))[-1]
    return indicator_chart(edition.indicators[0], {}, words, "posts")


def marks(figure: Chart | None) -> list[tuple[str, str, int, str]]:
    return [(point.label, point.shown, point.run, point.mark) for point in figure.plot.points]


def test_one_value_needs_no_chart():
    assert series(value("2023", "3")) is None


def test_two_vintages_of_one_period_need_no_chart():
    assert series(value("2019", "3", "first"), value("2019", "4")) is None


@pytest.mark.parametrize(
    ("periods", "runs"),
    [
        pytest.param(["2021", "2022", "2023"], [0, 0, 0], id="years that touch are one run"),
        pytest.param(["2020", "2022", "2023"], [0, 1, 1], id="a missing year starts a new run"),
        pytest.param(["2019", "2021", "2023"], [0, 1, 2], id="every gap starts a new run"),
        pytest.param(["2022-Q4", "2023-Q1"], [0, 0], id="quarters touch across a year"),
        pytest.param(["2022", "2023-02"], [0, 1], id="a month without a value is a gap"),
        pytest.param(["2023", "2023-Q4"], [0, 1], id="a part of a year does not follow that year"),
    ],
)
def test_a_gap_is_never_bridged_by_a_line(periods, runs):
    figure = series(*(value(period, "3") for period in periods))

    assert [point.run for point in figure.plot.points] == runs


def test_a_point_spans_its_period():
    figure = series(value("2022-Q4", "1200"), value("2023", "3.50"))

    assert figure.plot.points == (
        SeriesPoint("2022-10-01", "2022-12-31", "fourth quarter of 2022", 1200.0, "1,200", 0, "current"),
        SeriesPoint("2023-01-01", "2023-12-31", "2023", 3.5, "3.50", 0, "current"),
    )


def test_a_hedge_stands_beside_the_point():
    figure = series(value("2019", "1200", qualifier="more-than"), value("2020", "1300"))

    assert marks(figure) == [("2019", "more than 1,200", 0, "current"), ("2020", "1,300", 0, "current")]


def test_a_restated_value_stays_beside_the_current_one():
    figure = series(value("2019", "3", "first"), value("2019", "4"), value("2020", "5"))

    assert marks(figure) == [
        ("2019", "4", 0, "current"),
        ("2020", "5", 0, "current"),
        ("2019", "3", 0, "restated"),
    ]


def test_a_repeated_value_is_drawn_once():
    figure = series(value("2019", "3", "first"), value("2019", "3"), value("2020", "5"))

    assert marks(figure) == [("2019", "3", 0, "current"), ("2020", "5", 0, "current")]


def test_what_was_planned_is_a_mark_of_its_own():
    figure = series(value("2022", "3"), value("2023", "9", target="1200"))

    assert marks(figure)[2:] == [("2023", f"{WORDS.say('column.target')} 1,200", 0, "target")]


def test_the_table_tells_hedge_formula_plan_correction_and_source():
    figure = series(
        value("2019", "3", "first"),
        value("2019", "1200", qualifier="more-than", target="1300"),
        value("2020", "1", basis="computed", formula="3 - 2"),
    )

    assert figure.rows == (
        ("2019", "3 posts (since restated)", "–", "Letter 15 Oct 2020"),
        ("2019", "more than 1,200 posts", "1,300", "Letter 24 Jun 2024"),
        ("2020", "1 post (computed: 3 - 2)", "–", "Letter 24 Jun 2024"),
    )


def test_a_repeated_value_is_not_called_restated():
    figure = series(value("2019", "3", "first"), value("2019", "3"), value("2020", "5"))

    assert [row[1] for row in figure.rows] == ["3 posts", "3 posts", "5 posts"]


def test_a_series_says_where_it_began_and_where_it_is():
    figure = series(value("2019", "3", "first"), value("2019", "4"), value("2021", "7"), value("2023", "1200"))

    assert figure.description == "Posts: 4 posts (2019), then 1,200 posts (2023)."


def test_the_same_chart_is_told_in_dutch_with_dutch_numbers():
    figure = series(value("2022", "1200.5"), value("2023", "3"), words=replace(WORDS, language="nl"))

    assert (figure.plot.points[0].shown, figure.plot.separators) == ("1.200,5", (".", ","))


PORTS = [
    {
        "id": "port",
        "title": named("Port"),
        "values": [{"id": p, "title": named(p.title())} for p in ("north", "south")],
    },
    {"id": "kind", "title": named("Kind"), "values": [{"id": k, "title": named(k.title())} for k in ("post", "tower")]},
]


def grid(*breakdown: str, observations: list[dict[str, Any]]) -> Chart | None:
    record = {"id": "posts", "title": named("Posts"), "unit": "posts", "definition": TEXT, "breakdown": list(breakdown)}
    archive = archive_of(
        {
            "sources": LETTERS,
            "themes": {"bridges": {"indicators": [{**record, "observations": observations}]}},
            "categories": PORTS,
        }
    )
    return indicator_chart(Editions(archive)[-1].indicators[0], archive.dimensions, WORDS, "posts")


def cell(port: str, kind: str, number: str, period: str = "2023") -> dict[str, Any]:
    return value(period, number, of={"port": port, "kind": kind})


def test_a_table_of_two_dimensions_keeps_the_order_of_its_categories():
    figure = grid("port", "kind", observations=[cell("south", "tower", "7"), cell("north", "post", "1200")])

    assert (figure.columns, figure.rows) == (("Port", "Post", "Tower"), (("North", "1,200", ""), ("South", "", "7")))


def test_a_table_says_where_its_largest_value_is():
    figure = grid("port", "kind", observations=[cell("south", "tower", "7"), cell("north", "post", "1200")])

    assert figure.description == "Posts, 2023: at most 1,200 posts, North, Post."


def test_a_table_shows_its_last_period_alone():
    figure = grid("port", "kind", observations=[cell("north", "post", "9", "2022"), cell("north", "post", "7")])

    assert (figure.title, figure.plot.cells) == ("Posts, 2023", (Cell("North", "Post", 7.0, "7"),))


def test_a_breakdown_of_one_dimension_has_no_chart():
    observations = [value("2023", "7", of={"port": "north"}), value("2024-Q1", "8", of={"port": "north"})]

    assert grid("port", observations=observations) is None
