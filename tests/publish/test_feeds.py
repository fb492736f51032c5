"""What programs read: Atom feeds of changes, calendars of promised dates; both depend on the data alone."""

import posixpath
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from icalendar import Calendar

from generator.archive.yaml_loader import read_yaml
from generator.editions.diff import changes_between
from generator.editions.edition import Edition, editions_of
from generator.editions.milestones import State
from generator.model.locale import Locale
from generator.pages.urls import Address, paths_of
from generator.pages.views.changes import change_groups
from generator.publish.feeds import Step, atom, calendar
from tests.support.described import LETTERS, archive_of, named, report
from tests.support.invented import archives, continued_archives
from tests.support.small import ROOT

ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
THIRD = {"id": "third", "kind": "letter", "published": "2026-06", "passages": "1"}
SOURCES = [LETTERS[0], {**LETTERS[1], "passages": "2"}, THIRD]
"""The second was not entered completely, so that nothing falls silent."""
WORDS = {
    language: Locale(language, read_yaml((ROOT / f"data/words/{language}.yaml").read_text("utf-8"), language).value)
    for language in ("nl", "en")
}


def milestone(id: str, *reports: dict[str, str], title: str = "", **more: Any) -> dict[str, Any]:
    return {"id": id, "title": named(title or id), "reports": list(reports), **more}


def statement(id: str, source: str) -> dict[str, Any]:
    return {"id": id, "when": "2020", "kind": "result", "text": named("Open & <b>wide</b>"), "cites": [f"{source}#p-1"]}


THEMES = {
    "bridges": {
        "statements": [statement("opened", "first")],
        "milestones": [
            milestone("bridge", report("first", "announced", due="2025"), report("third", "stalled", due="2027-Q1"))
        ],
    },
    "tunnels": {"statements": [statement("dug", "second")]},
}


def told_by(described: dict[str, Any]) -> tuple[Edition, ...]:
    return editions_of(archive_of({"sources": SOURCES, "themes": described}))


def steps(known: tuple[Edition, ...]) -> tuple[Step, ...]:
    """Newest first, each with what it knows otherwise than the one before it."""
    pairs = zip((None, *known), known, strict=False)
    return tuple((later, changes_between(earlier, later)) for earlier, later in pairs)[::-1]


def feed(known: tuple[Edition, ...], theme: str | None = None, language: str = "en", latest: bool = True) -> str:
    path = f"themes/{theme}/feed.xml" if theme else "feed.xml"
    address = Address(language, known[-1].id, latest)
    return atom("Atlas & more", path, steps(known), address, WORDS[language], theme=theme)


def entries(text: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(text).findall(f"{ATOM}entry")


def child(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


@pytest.mark.parametrize("theme", [None, "bridges"], ids=["of the whole atlas", "of a theme"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_feed_has_all_that_atom_asks_for(theme, language):
    root = ElementTree.fromstring(feed(told_by(THEMES), theme, language))
    link = [dict(link.attrib) for link in root.findall(f"{ATOM}link")]

    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert (child(root, "title"), child(root, "updated")) == ("Atlas & more", "2026-06-30T00:00:00Z")
    assert child(root, "id").startswith("urn:uuid:")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == WORDS[language].say("feed.author")
    assert link == [{"rel": "self", "href": "feed.xml"}]


def test_an_entry_has_all_that_atom_asks_for():
    newest, *_ = entries(feed(told_by(THEMES)))
    (content,) = newest.findall(f"{ATOM}content")

    assert child(newest, "id").startswith("urn:uuid:")
    assert (child(newest, "title"), child(newest, "updated")) == ("Text", "2026-06-30T00:00:00Z")
    assert (content.get("type"), [element.tag for element in content]) == ("xhtml", [f"{XHTML}div"])


@pytest.mark.parametrize(
    ("theme", "days"),
    [
        pytest.param(None, ["2026-06-30", "2024-06-24", "2020-10-15"], id="the atlas tells of every edition"),
        pytest.param("bridges", ["2026-06-30", "2020-10-15"], id="a theme of those that changed it"),
        pytest.param("tunnels", ["2024-06-24"], id="be it one"),
    ],
)
def test_a_feed_has_an_entry_for_each_edition_that_changed_something_newest_first(theme, days):
    assert [child(entry, "updated")[:10] for entry in entries(feed(told_by(THEMES), theme))] == days


def test_an_entry_tells_each_line_of_the_changes_once_and_as_text():
    known = told_by(THEMES)
    newest, middle, _ = entries(feed(known))
    told = ["".join(line.itertext()) for line in newest.iter(f"{XHTML}li")]
    escaped = ["".join(line.itertext()) for line in middle.iter(f"{XHTML}li")]

    assert told == ["moved: bridge – from 2025 to first quarter of 2027 +455 days", "new: Text – June 2026"]
    assert "new: Open & <b>wide</b>" in escaped


@given(continued_archives())
def test_a_feed_has_as_many_lines_as_the_pages_of_changes(archive):
    known = editions_of(archive)
    lines = [
        sum(len(group.lines) for group in change_groups(changes, edition, WORDS["en"]))
        for edition, changes in steps(known)
    ]

    assert [len(list(entry.iter(f"{XHTML}li"))) for entry in entries(feed(known))] == [n for n in lines if n]


@given(archives())
def test_the_same_data_give_the_same_feed_whenever_it_is_made(archive):
    assert feed(editions_of(archive)) == feed(editions_of(archive))


def ids(text: str) -> list[str]:
    root = ElementTree.fromstring(text)
    return [child(root, "id"), *(child(entry, "id") for entry in root.findall(f"{ATOM}entry"))]


def test_no_two_feeds_or_entries_have_one_id():
    known = told_by(THEMES)
    all_ids = [id for theme in (None, *THEMES) for language in WORDS for id in ids(feed(known, theme, language))]

    assert len(all_ids) == len(set(all_ids))


def test_a_later_edition_keeps_the_ids_of_the_feed_and_of_its_entries():
    known = told_by(THEMES)
    newest, older = ids(feed(known)), ids(feed(known[:-1]))

    assert (newest[0], newest[2:]) == (older[0], older[1:])


def test_the_feed_under_a_dated_address_is_the_same_feed():
    known = told_by(THEMES)

    assert ids(feed(known, latest=False)) == ids(feed(known, latest=True))


@pytest.mark.parametrize("theme", [None, "bridges"], ids=["of the whole atlas", "of a theme"])
@pytest.mark.parametrize("latest", [True, False], ids=["at the newest address", "at a dated address"])
def test_an_entry_leads_to_the_page_of_changes_of_its_own_edition(theme, latest):
    known = told_by(THEMES)
    folder = Address("en", known[-1].id, latest).root + (f"themes/{theme}/" if theme else "")
    pages = {e.id: {Address("en", e.id, False).root + path for path in paths_of(e)} for e in known}
    links = [
        posixpath.normpath(folder + link.attrib["href"]) + "/"
        for entry in entries(feed(known, theme, latest=latest))
        for link in entry.findall(f"{ATOM}link")
    ]
    told = ["2026-06", "2020-10-15"] if theme else ["2026-06", "2024-06-24", "2020-10-15"]

    assert links == [f"en/editions/{id}/changes/" for id in told]
    assert all(link in pages[id] for link, id in zip(links, told, strict=True))


def made(*milestones: dict[str, Any], language: str = "en") -> str:
    """The calendar of the newest edition, in which there are these milestones."""
    edition = told_by({"bridges": {"milestones": list(milestones)}, "tunnels": THEMES["tunnels"]})[-1]
    return calendar("Atlas", edition.milestones, edition, WORDS[language])


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def awaited(id: str, due: str, source: str = "third", **more: Any) -> dict[str, Any]:
    return milestone(id, report(source, "announced", due=due), **more)


@pytest.mark.parametrize(
    ("due", "first", "last"),
    [
        pytest.param("2027-03-14", "2027-03-14", "2027-03-14", id="a day lasts a day"),
        pytest.param("2027-02", "2027-02-01", "2027-02-28", id="a month lasts to its last day"),
        pytest.param("2028-Q1", "2028-01-01", "2028-03-31", id="a quarter lasts three months"),
        pytest.param("mid-2027", "2027-05-01", "2027-08-31", id="a third of a year lasts four months"),
        pytest.param("2027-H2", "2027-07-01", "2027-12-31", id="a half lasts six months"),
        pytest.param("before-summer-2027", "2027-01-01", "2027-07-15", id="before summer lasts till the recess"),
        pytest.param("2027", "2027-01-01", "2027-12-31", id="a year lasts a year"),
        pytest.param("2026-12/2027-Q1", "2026-12-01", "2027-03-31", id="an interval lasts from end to end"),
    ],
)
def test_a_promise_lasts_as_long_as_it_is_rough(due, first, last):
    (event,) = events(made(awaited("bridge", due)))
    day_after = date.fromisoformat(last) + timedelta(days=1)

    assert (event["dtstart"].dt, event["dtend"].dt) == (date.fromisoformat(first), day_after)
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
        pytest.param(
            [milestone("bridge", report("first", "announced", due="2021"), report("third", "stalled", due="2027"))],
            ["bridge"],
            id="one for a promise that moved",
        ),
    ],
)
def test_a_calendar_has_one_event_for_each_promise_that_is_awaited(milestones, uids):
    assert [str(event["uid"]).partition("@")[0] for event in events(made(*milestones))] == uids


@given(continued_archives())
def test_a_calendar_holds_what_is_awaited_and_nothing_else(archive):
    edition = editions_of(archive)[-1]
    told = events(calendar("Atlas", edition.milestones, edition, WORDS["nl"]))
    dated = [m for m in edition.milestones if m.latest_due and not m.successors]
    waiting = [m.id for m in dated if m.state in (State.OPEN, State.OVERDUE)]

    assert [str(event["uid"]).partition("@")[0] for event in told] == waiting
    assert [event["dtend"].dt > event["dtstart"].dt for event in told] == [True for _ in told]


def test_what_moved_says_from_when_and_by_how_much():
    reports = [report("first", "announced", due="2021"), report("third", "stalled", due="2027")]
    (event,) = events(made(milestone("bridge", *reports)))

    assert str(event["summary"]) == "bridge (2027)"
    assert "from 2021 to 2027 (+2,191 days)" in str(event["description"])


HARD = "Brug; sluis, veer: «één» \\ kade én " + "ŝëér " * 40


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_line_of_a_calendar_fits_in_75_bytes_and_ends_as_it_should(language):
    lines = made(awaited("bridge", "2027", title=HARD.strip()), language=language).encode("utf-8").split(b"\r\n")

    assert [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert lines[-1] == b""


def test_a_title_comes_back_from_a_calendar_as_it_was_written():
    (event,) = events(made(awaited("bridge", "2027", title=HARD.strip())))

    assert str(event["summary"]) == f"{HARD.strip()} (2027)"


def test_a_calendar_is_the_same_whenever_it_is_made_and_dated_by_its_edition():
    (event,) = events(made(awaited("bridge", "2027")))

    assert made(awaited("bridge", "2027")) == made(awaited("bridge", "2027"))
    assert event["dtstamp"].dt.isoformat() == "2026-06-30T00:00:00+00:00"


def test_a_promise_has_one_identity_in_all_languages_and_editions():
    known = told_by({"bridges": {"milestones": [milestone("bridge", report("first", "announced", due="2027"))]}})
    uids = {
        str(event["uid"])
        for edition in known
        for words in WORDS.values()
        for event in events(calendar("Atlas", edition.milestones, edition, words))
    }

    assert len(uids) == 1
