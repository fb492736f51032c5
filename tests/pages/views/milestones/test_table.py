"""Rows of promises: the flags under which they are counted, their order, and who owes them."""

from typing import Any

import pytest

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.milestones import KnownMilestone
from generator.pages.views.milestones.table import PromiseFilter, by_urgency, flags_of, promise_table, reason_of
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.phrases import WORDS

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


def only(edition: Edition) -> KnownMilestone:
    return edition.milestones[0]


@pytest.mark.parametrize(
    ("reports", "flags"),
    [
        pytest.param([report("third", "announced", due="2027")], ("open",), id="a date that is ahead"),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "under-way")],
            ("overdue",),
            id="a date that has passed",
        ),
        pytest.param([report("third", "announced")], ("undated",), id="no date"),
        pytest.param([report("third", "dropped", due="2025")], ("dropped",), id="what will not be done"),
        pytest.param([report("third", "done")], ("done",), id="done without a promise is neither on time nor late"),
        pytest.param([report("third", "done", due="2025", done="2025")], ("done", "on-time"), id="done in its year"),
        pytest.param([report("third", "done", due="2025", done="2024")], ("done", "on-time"), id="early is on time"),
        pytest.param([report("third", "done", due="2024", done="2025")], ("done", "late"), id="done after its year"),
        pytest.param([report("third", "done", due="2025-06", done="2025")], ("done",), id="too rough to tell"),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "done", due="2026", done="2025")],
            ("done", "on-time", "moved"),
            id="what moved can still be on time",
        ),
        pytest.param(
            [report("second", "announced", due="2025"), report("third", "under-way", due="2027")],
            ("open", "moved"),
            id="what moved",
        ),
        pytest.param([report("second", "announced", due="2025")], ("overdue", "silent"), id="overdue and silent"),
        pytest.param([report("second", "announced")], ("undated", "silent"), id="without a date and silent"),
        pytest.param([report("second", "done")], ("done",), id="what is done is not silent"),
        pytest.param([report("second", "dropped")], ("dropped",), id="nor what is dropped"),
        pytest.param(
            [report("first", "announced", due="2021"), report("second", "stalled", due="2027")],
            ("open", "moved"),
            id="moved and not due yet: no silence",
        ),
    ],
)
def test_a_promise_stands_under_every_flag_that_holds(reports, flags):
    edition = newest(milestone("bridge", *reports), tunnels=read("first", "second", "third"))

    assert flags_of(only(edition)) == flags


def test_what_is_to_be_watched_comes_first():
    edition = newest(
        milestone("dropped", report("third", "dropped")),
        milestone("done", report("third", "done")),
        milestone("undated", report("third", "announced")),
        milestone("open-later", report("third", "announced", due="2030")),
        milestone("open-sooner", report("third", "announced", due="2027")),
        milestone("overdue", report("second", "announced", due="2025"), report("third", "under-way")),
        milestone("silent-undated", report("second", "announced")),
        milestone("silent-overdue", report("second", "announced", due="2024-07")),
    )

    assert [milestone.id for milestone in by_urgency(edition.milestones)] == [
        "silent-overdue",
        "silent-undated",
        "overdue",
        "open-sooner",
        "open-later",
        "undated",
        "done",
        "dropped",
    ]


def test_a_row_names_who_owes_what_the_service_does_not():
    owners = ["customs", "state-secretary", "ministry", "eu"]
    edition = newest(*(milestone(owner, report("third", "announced"), owed_by=owner) for owner in owners))
    event = newest(milestone("event", report("third", "done"), nature="event", owed_by=None))

    rows = promise_table("Table", (*edition.milestones, *event.milestones), edition, WORDS).rows

    assert [row.owner for row in rows] == [None, None, WORDS.say("owed_by.ministry"), WORDS.say("owed_by.eu"), None]


def test_only_a_table_that_can_be_filtered_says_by_what():
    told = [report("second", "announced", due="2025"), report("third", "under-way", due="2027")]
    edition = newest(milestone("bridge", *told))
    (plain,) = promise_table("Table", edition.milestones, edition, WORDS).rows
    (row,) = promise_table("Table", edition.milestones, edition, WORDS, filtered=True).rows

    assert plain.filter is None
    assert row.filter == PromiseFilter(
        flags=("open", "moved"),
        theme="bridges",
        owed="customs",
        first="2025-12-31",
        latest="2027-12-31",
        moved="730",
        past="162",
        mentioned="2026-06-11",
        state="open",
    )


@pytest.mark.parametrize(
    ("reports", "past"),
    [
        pytest.param([report("second", "announced", due="2025")], "162", id="past its first date and not done"),
        pytest.param([report("second", "done", due="2020", done="2021")], "", id="done, however late"),
        pytest.param([report("second", "dropped", due="2020")], "", id="dropped"),
        pytest.param([report("second", "announced", due="2027")], "", id="still ahead"),
        pytest.param([report("second", "announced")], "", id="without a date"),
    ],
)
def test_only_what_is_past_its_date_and_not_done_can_be_longest_past(reports, past):
    edition = newest(milestone("bridge", *reports), tunnels=read("third"))
    (row,) = promise_table("Table", edition.milestones, edition, WORDS, filtered=True).rows

    assert row.filter is not None
    assert (row.filter.past, row.filter.mentioned[:4]) == (past, str(edition.sources["second"].published.first.year))


def test_the_reason_of_the_last_move_is_shown_and_none_of_what_did_not_move():
    first, why = report("first", "announced", due="2025"), {"nl": "Vertraging", "en": "Delay"}
    moved = milestone("moved", first, {**report("second", "stalled", due="2026"), "reason": why})
    again = milestone("again", first, {**report("second", "stalled", due="2026"), "reason": why},
                      report("third", "stalled", due="2027"))  # fmt: skip
    edition = newest(moved, again, milestone("still", {**first, "reason": why}))

    assert [reason_of(m, WORDS) for m in edition.milestones] == ["Delay", None, None]
    assert [row.reason for row in promise_table("", edition.milestones, edition, WORDS).rows] == ["Delay", None, None]
