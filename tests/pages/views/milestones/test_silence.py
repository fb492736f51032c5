"""The ledger tells in a word what each source does with each theme and promise, and what was looked for."""

from typing import Any

import pytest

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.pages.views.milestones.silence import LedgerRow, silence_ledger
from tests.support.described import LETTERS, TEXT, archive_of, report
from tests.support.views import reviewed, view_of

SOURCES = [*LETTERS, {"id": "third", "kind": "letter", "published": "2026-06-11", "passages": "1"}]


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": TEXT, "reports": list(reports), **more}


def statement(id: str, source: str = "first") -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": TEXT, "cites": [f"{source}#p-1"]}


def read(*sources: str) -> dict[str, Any]:
    """A theme that makes these sources entered completely."""
    return {"statements": [statement(f"read-in-{source}", source) for source in sources]}


def newest(*milestones: dict[str, Any], sources: list[dict[str, Any]] = SOURCES, **themes: dict[str, Any]) -> Edition:
    """The newest edition, in which the theme of bridges has these milestones."""
    bridges = {"bridges": {"milestones": list(milestones)}} if milestones else {}
    return Editions(archive_of({"sources": sources, "themes": {**bridges, **themes}}))[-1]


REPORT = {"id": "report", "kind": "implementation-report", "published": "2023-06", "passages": "1"}
PLACE = {"id": "place", "kind": "external", "published": "2022-06"}


def words(row: LedgerRow) -> dict[str, str]:
    return {cell.source.id: cell.word for cell in row.cells}


def ledger_of(edition: Edition, theme: str = "bridges") -> tuple[LedgerRow, tuple[LedgerRow, ...]]:
    return next((row, rows) for row, rows in silence_ledger(edition) if row.theme.id == theme)


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        pytest.param(
            [report("first", "announced"), report("second", "stalled"), report("third", "under-way")],
            ["mentioned", "mentioned", "mentioned"],
            id="mentioned each time",
        ),
        pytest.param(
            [report("second", "announced"), report("third", "under-way")],
            ["not-yet", "mentioned", "mentioned"],
            id="not known yet before its first source",
        ),
        pytest.param(
            [report("first", "announced", due="2024"), report("second", "stalled", due="2027")],
            ["mentioned", "moved", "looked"],
            id="moved, then not found",
        ),
        pytest.param(
            [report("first", "announced", due="2024"), report("third", "stalled", due="2024")],
            ["mentioned", "looked", "mentioned"],
            id="not found, then back with the same date",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "done")],
            ["mentioned", "done", "ended"],
            id="done, and nothing is owed any more",
        ),
        pytest.param(
            [report("first", "announced"), report("second", "dropped")],
            ["mentioned", "dropped", "ended"],
            id="dropped, and nothing is owed any more",
        ),
        pytest.param(
            [report("first", "done"), report("second", "under-way")],
            ["done", "mentioned", "looked"],
            id="taken up again, then not found",
        ),
        pytest.param(
            [report("first", "announced", due="2024"), report("second", "done", due="2025")],
            ["mentioned", "done", "ended"],
            id="done weighs more than moved",
        ),
        pytest.param(
            [report("first", "announced", due="2026", recalled="true"), report("first", "under-way", due="2027")],
            ["moved", "looked", "looked"],
            id="a move that its first source recalls",
        ),
    ],
)
def test_the_ledger_says_in_a_word_what_each_source_does_with_a_promise(reports, told):
    edition = newest(milestone("bridge", *reports), tunnels=read("first", "second", "third"))
    _, (row,) = ledger_of(edition)

    assert list(words(row).values()) == told


@pytest.mark.parametrize(
    ("source", "word"),
    [
        pytest.param({**REPORT, "kind": "letter"}, "looked", id="a letter that was read whole and searched"),
        pytest.param({**REPORT, "kind": "annual-report"}, "looked", id="so is an annual report"),
        pytest.param(REPORT, "not-counted", id="a report on what hampers the work is not counted for a theme"),
        pytest.param({**REPORT, "passages": "2"}, "not-entered", id="what was not read whole is not entered"),
        pytest.param(
            {**REPORT, "kind": "letter", "passages": "2"}, "not-entered", id="be it a letter: not entered is no search"
        ),
        pytest.param({**REPORT, "published": "2020-10-15"}, "not-yet", id="one of the same day came too early"),
        pytest.param({**REPORT, "published": "2019-06"}, "not-yet", id="an older one came too early"),
    ],
)
def test_the_ledger_never_mixes_up_what_was_searched_with_what_was_not(source, word):
    sources = [LETTERS[0], source, SOURCES[2]]
    edition = newest(milestone("bridge", report("first", "announced")), sources=sources, tunnels=read("report"))
    theme, (row,) = ledger_of(edition)

    assert (words(theme)["report"], words(row)["report"]) == (word, "looked" if word == "not-counted" else word)


def test_a_source_that_is_not_held_has_no_column():
    edition = newest(milestone("bridge", report("first", "announced")), sources=[*SOURCES, PLACE])
    theme, (row,) = ledger_of(edition)

    assert (list(words(theme)), list(words(row))) == (["first", "second", "third"], ["first", "second", "third"])


@pytest.mark.parametrize(
    ("records", "told"),
    [
        pytest.param({"statements": [statement("opened")]}, ["mentioned", "looked"], id="a statement"),
        pytest.param(
            {"standings": [{"cites": ["first#p-1"], "summary": TEXT, "text": TEXT}]},
            ["mentioned", "looked"],
            id="a standing",
        ),
        pytest.param(
            {"milestones": [milestone("bridge", report("first", "done"))]},
            ["mentioned", "looked"],
            id="a milestone; the theme goes on when it is done",
        ),
        pytest.param({"statements": [statement("opened", "third")]}, ["not-yet", "mentioned"], id="later"),
    ],
)
def test_the_ledger_tells_of_a_theme_by_any_of_its_records(records, told):
    sources = [LETTERS[0], SOURCES[2]]
    edition = newest(sources=sources, bridges=records, tunnels=read("first", "third"))
    theme, _ = ledger_of(edition)

    assert list(words(theme).values()) == told


def test_a_word_leads_to_where_it_was_said_and_a_search_to_its_milestone():
    edition = newest(milestone("bridge", report("first", "announced")), tunnels=read("second", "third"))
    theme, (row,) = ledger_of(edition)
    paths = [[cell.path for cell in told.cells] for told in (theme, row)]

    assert paths == [["sources/first/#bridges", None, None], ["milestones/bridge/"] * 3]


LINEAGE = {"kind": "renamed", "of": ["bridge"], "cites": ["second#p-1"]}


def test_nobody_looks_for_what_became_another():
    arch = {**milestone("arch", report("second", "announced")), "lineage": LINEAGE}
    edition = newest(milestone("bridge", report("first", "announced")), arch, tunnels=read("second", "third"))
    _, rows = ledger_of(edition)

    assert ["ended" in words(row).values() for row in rows] == [True, False]


def test_where_nobody_looked_is_no_silence():
    bridge = milestone("bridge", report("first", "announced"), looked=[])
    edition = newest(bridge, tunnels=read("second", "third"))
    _, (row,) = ledger_of(edition)

    assert list(words(row).values()) == ["mentioned", "not-looked", "not-looked"]


def test_the_ledger_is_shown_as_it_was_reviewed():
    assert view_of("silence") == reviewed("silence")
