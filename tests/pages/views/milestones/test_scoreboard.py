"""The scoreboard: promises that the service and its State Secretary owe, one for each sentence, by outcome."""

from typing import Any

from generator.editions.edition import Edition
from generator.editions.history import Editions
from generator.editions.outcomes import longest_past
from generator.pages.views.milestones.scoreboard import scoreboard_view
from tests.support.described import LETTERS, TEXT, archive_of, named, report
from tests.support.views import context_with


def milestone(id: str, *reports: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(id), "reports": list(reports), **more}


def newest(*milestones: dict[str, Any]) -> Edition:
    read = {"id": "read", "when": "2020", "kind": "result", "text": TEXT, "cites": ["second#p-1"]}
    themes = {"bridges": {"milestones": list(milestones)}, "tunnels": {"statements": [read]}}
    return Editions(archive_of({"sources": LETTERS, "themes": themes}))[-1]


def due(year: str) -> dict[str, str]:
    return report("first", "announced", due=year)


LOCALE = context_with(archive_of({"sources": LETTERS, "themes": {}})).locale


def test_only_promises_of_the_service_and_its_state_secretary_count():
    view = scoreboard_view(
        newest(
            milestone("kept", due("2021"), report("second", "done", done="2021")),
            milestone("late", due("2022"), report("second", "done", done="2023"), owed_by="state-secretary"),
            milestone("past", due("2023")),
            milestone("ahead", due("2030")),
            milestone("undated", report("second", "done")),
            milestone("theirs", due("2022-06"), owed_by="eu"),
            milestone("step", due("2021-06"), nature="step"),
            milestone("event", report("second", "done"), nature="event"),
        ),
        LOCALE,
    )

    assert view
    assert view.answer == "[scoreboard.answer 3 2 1]"
    assert [(count.name, count.count, count.squares) for count in view.counts] == [
        ("kept-on-time", 1, "■"),
        ("kept-late", 1, "■"),
        ("past-not-mentioned", 1, "■"),
    ]
    assert view.base == "[base.read 2]."
    assert view.rest == "[scoreboard.rest 1 1 1 1]"


def test_one_sentence_counts_once():
    edition = newest(milestone("bridge", due("2021")), milestone("quay", due("2021")))
    view = scoreboard_view(edition, LOCALE)

    assert view and [(count.name, count.count) for count in view.counts] == [("past-not-mentioned", 1)]


def test_before_any_date_has_passed_there_is_no_scoreboard():
    assert scoreboard_view(newest(milestone("ahead", due("2030"))), LOCALE) is None


def test_the_longest_past_come_first_the_weightiest_before_all():
    edition = newest(
        milestone("short", due("2023")),
        milestone("long", due("2021")),
        milestone("lead", due("2022"), weight="lead"),
        milestone("moved", due("2021-06"), report("second", "under-way", due="2030")),
        milestone("done", due("2020-12"), report("second", "done")),
        milestone("theirs", due("2020-11"), owed_by="ministry"),
    )

    assert [m.id for m in longest_past(edition.promises, edition.as_of)] == ["lead", "long", "short"]


def test_of_one_sentence_the_part_that_is_still_spoken_of_stands_for_the_whole():
    edition = newest(milestone("quiet", due("2021")), milestone("told", due("2021"), report("second", "stalled")))

    assert [m.id for m in longest_past(edition.promises, edition.as_of)] == ["told"]
