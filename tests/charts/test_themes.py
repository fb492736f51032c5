"""The strip of all themes: which rows, under which headings, and where each promise is on the axis of time."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from generator.charts.themes import grouped, themes_chart
from generator.editions.edition import KnownTheme
from generator.editions.history import Editions
from generator.model.settings import Group
from generator.model.types import Bilingual
from tests.support.bridges import bridges, milestone, statement
from tests.support.described import TEXT, report
from tests.support.phrases import WORDS

OWED = {"nature": "promise", "owed_by": "customs"}


def test_themes_are_under_their_headings_by_title_and_empty_headings_are_left_out():
    (theme,) = Editions(bridges(statements=[statement("first")]))[0].mentioned

    def titled(title: str, group: str | None) -> KnownTheme:
        text = theme.text.model_copy(update={"title": Bilingual(nl=title, en=title), "group": group})
        return replace(theme, text=text)

    themes = [titled("Sands", "land"), titled("Acres", "land"), titled("Locks", "water")]
    headings = [Group.model_validate({"id": id, "title": TEXT}) for id in ("water", "air", "land")]

    def titles(groups: Iterable[tuple[Group | None, list[KnownTheme]]]) -> list[tuple[str | None, list[str]]]:
        return [(group and group.id, [under.text.title.en for under in found]) for group, found in groups]

    assert titles(grouped(themes, headings, WORDS)) == [("water", ["Locks"]), ("land", ["Acres", "Sands"])]
    assert titles(grouped([titled("Locks", None)], [], WORDS)) == [(None, ["Locks"])]


@pytest.mark.parametrize(
    ("reports", "dots"),
    [
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled")],
            (("2021-12-31", "past"),),
            id="a date that has passed: there",
        ),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled", due="2025")],
            (("2025-12-31", "ahead"),),
            id="a date that moved ahead: where it moved to",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done", done="2022-05")],
            (("2022-05-31", "done"),),
            id="kept: when that was",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done")],
            (("2023-12-31", "done"),),
            id="kept on a day that nobody gave: at its date",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done", done="2020/2023")],
            (("2023-12-31", "done"),),
            id="kept in some year of four: at its date",
        ),
        pytest.param([report("first", "announced")], (), id="without a date: nowhere"),
    ],
)
def test_a_promise_is_a_dot_at_its_date(reports: list[dict[str, Any]], dots: tuple[tuple[str, str], ...]):
    edition = Editions(bridges(milestones=[{**milestone(*reports), **OWED}]))[-1]
    chart = themes_chart(edition, (), WORDS)

    assert chart is not None
    rows = [row for group in chart.plot.groups for row in group.rows]
    at = [row.id for row in rows].index("bridges")

    assert rows[at].dots == dots
    assert [cell for cell in chart.rows[at][1:-1] if cell != "0"] == ["1"] * len(dots)


def test_an_edition_that_knows_no_theme_has_no_strip_of_themes():
    edition = Editions(bridges(statements=[statement("second")]))[0]

    assert themes_chart(edition, (), WORDS) is None
