"""The line of time: statements, promises and documents in their years, in words."""

from dataclasses import replace
from typing import Any

import pytest

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.model.source import Document
from generator.pages.views.timeline import document_columns, timeline_columns, timeline_rows
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.views import reviewed, view_of

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id), "reports": list(reports), **more}


def statement(id: str, when: str, source: str = "first", kind: str = "result") -> dict[str, Any]:
    return {"id": id, "when": when, "kind": kind, "text": TEXT, "cites": [f"{source}#p-1"]}


def newest(*milestones: dict[str, Any], sources: list[dict[str, Any]] = SOURCES, **themes: dict[str, Any]) -> Edition:
    """The newest edition, in which the theme of bridges has these milestones."""
    bridges = {"bridges": {"milestones": list(milestones)}} if milestones else {}
    return Editions(archive_of({"sources": sources, "themes": {**bridges, **themes}}))[-1]


def read(*sources: str) -> dict[str, Any]:
    """A theme that makes these sources entered completely."""
    return {"statements": [statement(f"read-in-{source}", "2020", source) for source in sources]}


def marks(edition: Edition, theme: str = "bridges") -> dict[str, list[tuple[str, str]]]:
    """(kind, path) of the marks, by column."""
    heads = ["before", *map(str, timeline_columns(edition)), "later"]
    row = next(row for row in timeline_rows(edition) if row.theme.id == theme)
    told = [[(mark.kind, mark.path.rpartition("#")[2]) for mark in column] for column in row.columns]
    return {head: column for head, column in zip(heads, told, strict=True) if column}


def test_the_years_run_from_the_first_source_to_the_edition():
    by_edition = {
        edition.id: timeline_columns(edition)
        for edition in Editions(archive_of({"sources": SOURCES, "themes": {"tunnels": read("first")}}))
    }

    assert by_edition == {
        "2020-10-15": (2020,),
        "2024-06-24": (2020, 2021, 2022, 2023, 2024),
        "2026-06-11": (2020, 2021, 2022, 2023, 2024, 2025, 2026),
    }


@pytest.mark.parametrize(
    ("when", "column"),
    [
        pytest.param("2019-12-31", "before", id="the last day before the first year"),
        pytest.param("2019", "before", id="the year before the first"),
        pytest.param("2020-01-01", "2020", id="the first day of the first year"),
        pytest.param("2020-12-31", "2020", id="the last day of a leap year"),
        pytest.param("2021", "2021", id="a year"),
        pytest.param("late-2021", "2021", id="a third of a year"),
        pytest.param("2019/2022", "2020", id="four years, by their middle"),
        pytest.param("2021/2023", "2022", id="three years, by the one in the middle"),
        pytest.param("2021-12/2022-02", "2022", id="three months over a turn of the year"),
        pytest.param("2026-06-11", "2026", id="the day of the edition"),
        pytest.param("2026-12-31", "2026", id="the last day of the last year"),
        pytest.param("2027-01-01", "later", id="the first day after the last year"),
        pytest.param("2050", "later", id="long after it"),
    ],
)
def test_a_statement_stands_in_the_year_of_its_middle(when, column):
    edition = newest(bridges={"statements": [statement("opened", when, kind="plan")]}, tunnels=read("third"))

    assert marks(edition) == {column: [("plan", "opened")]}


def test_marks_of_one_year_stand_in_the_order_of_their_days():
    told = [
        statement(id, when) for id, when in [("b", "2021-11"), ("d", "2021-12-31"), ("a", "2021-01"), ("c", "2021")]
    ]
    edition = newest(bridges={"statements": told})

    assert [path for _, path in marks(edition)["2021"]] == ["a", "c", "b", "d"]


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        pytest.param(
            [report("first", "announced", due="2023")], {"2023": "promise"}, id="what is due stands in its year"
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "stalled", due="2030")],
            {"later": "promise"},
            id="where it moved to",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done", done="2022")],
            {"2022": "milestone"},
            id="what is done stands where it was done",
        ),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "done")],
            {"2023": "promise"},
            id="what is done on no known day stands where it was due",
        ),
        pytest.param([report("first", "announced")], {}, id="what has no date stands nowhere"),
        pytest.param(
            [report("first", "announced", due="2023"), report("second", "dropped")], {}, id="nor does what was dropped"
        ),
    ],
)
def test_a_promise_is_marked_where_it_was_done_or_is_due(reports, told):
    edition = newest(milestone("bridge", *reports))

    assert marks(edition) == {column: [(kind, "milestones/bridge/")] for column, kind in told.items()}


def test_an_older_edition_marks_what_it_knew():
    told = milestone("bridge", report("first", "announced", due="2023"), report("third", "done", done="2022"))
    archive = archive_of({"sources": SOURCES, "themes": {"bridges": {"milestones": [told]}}})

    assert [marks(edition) for edition in Editions(archive)] == [
        {"later": [("promise", "milestones/bridge/")]},
        {"2023": [("promise", "milestones/bridge/")]},
        {"2022": [("milestone", "milestones/bridge/")]},
    ]


def test_every_dated_document_stands_in_its_year_whether_it_is_held_or_not():
    archive = archive_of({"sources": SOURCES, "themes": {"bridges": read("third")}})
    known = {"title": TEXT, "cites": []}
    others = [
        Document.model_validate({"id": id, **known, **({"published": day} if day else {})})
        for id, day in [("old", "2019"), ("letter", "2024-07"), ("later", "2026-12"), ("undated", None)]
    ]
    archive = replace(archive, references={document.id: document for document in others})
    edition = Editions(archive)[-1]
    columns = ("before", *map(str, timeline_columns(edition)), "after")
    told = {
        column: [(mark.path, mark.held) for mark in marks]
        for column, marks in zip(columns, document_columns(edition), strict=True)
        if marks
    }

    assert told == {
        "before": [("sources/#old", False)],
        "2020": [("sources/first/", True)],
        "2024": [("sources/second/", True), ("sources/#letter", False)],
        "2026": [("sources/third/", True)],
    }


def test_the_line_of_time_is_shown_as_it_was_reviewed():
    assert view_of("timeline") == reviewed("timeline")
