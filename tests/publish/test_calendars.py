"""Calendars of promised dates: an event on the last day, which foreign programs read too."""

from datetime import date, timedelta
from typing import Any

import ics
import pytest
import vobject
from hypothesis import given
from icalendar import Calendar

from generator.editions.history import Editions
from generator.editions.milestones import State
from generator.publish.calendars import calendar
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.following import HOME, followed, volume_of
from tests.support.invented import continued_archives

THIRD = {"id": "third", "kind": "letter", "published": "2026-06", "passages": "1"}
SOURCES = [LETTERS[0], {**LETTERS[1], "passages": "2"}, THIRD]
"""The second was not entered completely, so that nothing falls silent."""


def milestone(id: str, *reports: dict[str, str], title: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(title or id), "reports": list(reports), **more}


def awaited(id: str, due: str, source: str = "third", **more: Any) -> dict[str, Any]:
    return milestone(id, report(source, "announced", due=due), **more)


def made(*milestones: dict[str, Any], language: str = "en", base: str | None = HOME) -> str:
    """The calendar of the newest edition, in which there are these milestones."""
    seen = {"when": "2020", "kind": "result", "text": named("Text")}
    statements = [{"id": f"seen-{s['id']}", **seen, "cites": [f"{s['id']}#p-1"]} for s in SOURCES]
    themes = {"bridges": {"milestones": list(milestones)}, "tunnels": {"statements": statements}}
    volume = volume_of(archive_of({"sources": SOURCES, "themes": themes}), language, base)
    return calendar("Atlas", volume.edition.milestones, volume)


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


@pytest.mark.parametrize(
    ("due", "day"),
    [
        pytest.param("2027-03-14", "2027-03-14", id="of a day that day"),
        pytest.param("2027-02", "2027-02-28", id="of a month its last day"),
        pytest.param("2028-Q1", "2028-03-31", id="of a quarter"),
        pytest.param("mid-2027", "2027-08-31", id="of a third of a year"),
        pytest.param("before-summer-2027", "2027-07-15", id="before summer the day of the recess"),
        pytest.param("2027", "2027-12-31", id="of a year New Year's Eve"),
        pytest.param("2026-12/2027-Q1", "2027-03-31", id="of an interval the end"),
    ],
)
def test_a_promise_stands_on_the_last_day_on_which_it_is_on_time(due, day):
    (event,) = events(made(awaited("bridge", due)))
    last = date.fromisoformat(day)

    assert (event["dtstart"].dt, event["dtend"].dt) == (last, last + timedelta(days=1))
    assert {event[name].params.get("VALUE") for name in ("dtstart", "dtend")} == {"DATE"}


@pytest.mark.parametrize(
    ("milestones", "uids"),
    [
        pytest.param([awaited("bridge", "2027"), awaited("arch", "2028")], ["bridge", "arch"], id="each that is open"),
        pytest.param([awaited("bridge", "2025", "second")], ["bridge"], id="one that is overdue is still awaited"),
        pytest.param([milestone("bridge", report("third", "announced"))], [], id="none without a date"),
        pytest.param([milestone("bridge", report("third", "done", due="2027"))], [], id="none that is done"),
        pytest.param([milestone("bridge", report("third", "dropped", due="2027"))], [], id="none that was dropped"),
        pytest.param(
            [
                awaited("bridge", "2027"),
                awaited("arch", "2028", lineage={"kind": "renamed", "of": ["bridge"], "cites": ["third#p-1"]}),
            ],
            ["arch"],
            id="none that became another",
        ),
    ],
)
def test_a_calendar_has_one_event_for_each_promise_that_is_awaited(milestones, uids):
    assert [str(event["uid"]).partition("@")[0] for event in events(made(*milestones))] == uids


@given(continued_archives())
def test_a_calendar_holds_what_is_awaited_and_there_is_none_where_nothing_is(archive):
    edition = Editions(archive)[-1]
    dated = [m for m in edition.milestones if m.latest_due and not m.successors]
    waiting = [m.id for m in dated if m.state in (State.OPEN, State.OVERDUE)]
    written = followed(archive, "nl").get("promises.ics")

    assert [str(event["uid"]).partition("@")[0] for event in events(written)] == waiting if written else not waiting


MOVED = milestone("bridge", report("first", "announced", due="2021"), report("third", "stalled", due="2027"))


def test_an_event_says_the_state_whether_it_moved_which_document_says_so_and_where_that_stands():
    (event,) = events(made(MOVED))
    said = str(event["description"]).split("\n")

    assert str(event["summary"]) == "bridge (2027)"
    assert said[1:] == ["from 2021 to 2027 (+2,191 days)", "According to: Text"]
    assert str(event["url"]) == f"{HOME}en/milestones/bridge/"
    assert event["sequence"] == 1


def test_without_an_address_of_the_site_an_event_has_no_address():
    (event,) = events(made(MOVED, base=None))

    assert "url" not in event


HARD = "Brug; sluis, veer: «één» \\ kade én " + "ŝëér " * 40


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_a_calendar_fits_in_75_bytes_and_ends_as_it_should(language):
    lines = made(awaited("bridge", "2027", title=HARD.strip()), language=language).encode("utf-8").split(b"\r\n")

    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert lines[-1] == b""


def read_by_icalendar(text: str) -> list[tuple[str, date]]:
    return [(str(event["summary"]), event["dtstart"].dt) for event in events(text)]


def read_by_vobject(text: str) -> list[tuple[str, date]]:
    return [(event.summary.value, event.dtstart.value) for event in vobject.readOne(text).vevent_list]


def read_by_ics(text: str) -> list[tuple[str, date]]:
    read = sorted(ics.Calendar(text).events)
    assert all(event.all_day and event.duration == timedelta(days=1) for event in read)
    return [(event.name, event.begin.date()) for event in read]


@pytest.mark.parametrize("read", [read_by_icalendar, read_by_vobject, read_by_ics])
def test_three_programs_read_the_same_days_and_titles(read):
    text = made(awaited("bridge", "2027", title=HARD.strip()), awaited("arch", "2028-Q1"))

    assert read(text) == [
        (f"{HARD.strip()} (2027)", date(2027, 12, 31)),
        ("arch (first quarter of 2028)", date(2028, 3, 31)),
    ]


def test_a_calendar_is_the_same_whenever_it_is_made_and_dated_by_its_edition():
    (event,) = events(made(awaited("bridge", "2027")))

    assert made(awaited("bridge", "2027")) == made(awaited("bridge", "2027"))
    assert event["dtstamp"].dt.isoformat() == "2026-06-30T00:00:00+00:00"


def test_a_promise_has_one_identity_in_all_languages():
    uids = {str(events(made(awaited("bridge", "2027"), language=language))[0]["uid"]) for language in ("nl", "en")}

    assert len(uids) == 1


def test_a_calendar_in_which_nothing_is_awaited_any_more_is_still_one_for_whoever_subscribed():
    text = made(milestone("bridge", report("third", "done", due="2026")))

    assert [component.name for component in Calendar.from_ical(text).subcomponents] == ["VTIMEZONE"]
    assert (ics.Calendar(text).events, hasattr(vobject.readOne(text), "vevent")) == (set(), False)
