"""The strip of the subjects of a theme: a row for each thread, a mark for each document that mentions it."""

from typing import Any

from generator.charts.build import Chart
from generator.charts.edition import theme_charts
from generator.editions.edition import Edition
from generator.editions.history import Editions
from tests.support.bridges import bridges, indicator, milestone, statement, value
from tests.support.described import named, report
from tests.support.phrases import WORDS

EVENT = {**milestone(report("second", "announced")), "nature": "event"}


def thread(id: str, *members: str) -> dict[str, Any]:
    return {"id": id, "title": named(id.capitalize()), "members": list(members)}


def shown(at: int = -1, **theme: Any) -> Chart | None:
    edition: Edition = Editions(bridges(**theme))[at]
    return theme_charts(edition.themes["bridges"], edition, WORDS)[0]


THEME = {
    "statements": [statement("first"), statement("second", "closed")],
    "indicators": [indicator(value("second"))],
    "milestones": [EVENT],
    "threads": [thread("traffic", "opened", "closed"), thread("posts", "posts"), thread("works", "bridge")],
}


def test_a_theme_without_promises_has_a_row_for_each_thread():
    chart = shown(**THEME)

    assert chart is not None
    assert (chart.plot.of, chart.key) == ("threads", "bridges-evolution")
    assert [(row.id, row.label, [day for day, _ in row.marks]) for row in chart.plot.groups[0].rows] == [
        ("thread-traffic", "Traffic", ["2020-10-15", "2024-06-24"]),
        ("thread-posts", "Posts", ["2024-06-24"]),
        ("thread-works", "Works", ["2024-06-24"]),
    ]
    assert [row[0] for row in chart.rows] == ["Traffic", "Posts", "Works"]


def test_an_earlier_edition_has_the_rows_of_its_documents():
    chart = shown(0, **THEME)

    assert chart is not None
    assert [(row.id, len(row.marks)) for row in chart.plot.groups[0].rows] == [("thread-traffic", 1)]


def test_where_something_was_promised_the_strip_is_that_of_promises():
    chart = shown(**{**THEME, "milestones": [milestone(report("first", "announced", due="2021"))]})

    assert chart is not None
    assert chart.plot.of == "milestones"


def test_a_theme_without_threads_and_promises_has_no_strip():
    assert shown(statements=[statement("first")]) is None
