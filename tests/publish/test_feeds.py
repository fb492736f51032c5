"""Feeds of the newest edition: what each reports, its ids and moments, and what foreign programs read of it."""

import posixpath
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given
from icalendar import Calendar

from generator.archive.archive import Archive, read_archive
from generator.editions.history import Editions
from generator.model.locale import Locale
from generator.model.records import Amendment, Correction
from generator.pages.urls import Address, feed_path, moved_pages, paths_of
from generator.pages.views.changes import change_groups
from generator.publish.feeds import feeds_of
from tests.publish.test_calendars import SOURCES, milestone
from tests.support.described import TEXT, archive_of, named, report
from tests.support.following import ATOM, HOME, WORDS, XHTML, faults, followed, workspace_of
from tests.support.invented import archives, continued_archives
from tests.support.small import lay_out_data
from tests.support.views import ADDED


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
ARCHIVE = archive_of({"sources": SOURCES, "themes": THEMES})
ALL, MOVED, THEME, PROMISE = (
    "feed.xml",
    "milestones/feed.xml",
    "themes/bridges/feed.xml",
    "milestones/bridge/feed.xml",
)


def feed(path: str = ALL, archive: Archive = ARCHIVE, **how: Any) -> str:
    return followed(archive, **how)[path]


def entries(text: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(text).findall(f"{ATOM}entry")


def child(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


@given(continued_archives())
def test_every_feed_keeps_the_rules_of_the_format(archive):
    for language in WORDS:
        files = followed(archive, language)

        assert {path: list(faults(text)) for path, text in files.items() if path.endswith(".xml")} == {
            path: [] for path in files if path.endswith(".xml")
        }


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        pytest.param("<title>", "<title></title><title>", "not one title", id="two titles"),
        pytest.param("T00:00:00Z", "", "2026-06-30 is no moment", id="a day without a time"),
        pytest.param("urn:uuid:", "", "an id that is no address", id="an id that is no address"),
        pytest.param('rel="self"', 'rel="related"', "no link to itself", id="no link to itself"),
        pytest.param("<author>", "<contributor>", "no author", id="nobody wrote it"),
    ],
)
def test_what_the_format_does_not_allow_is_found(old, new, fault):
    text = feed().replace(old, new).replace("</author>", "</author>" if new != "<contributor>" else "</contributor>")

    assert fault in set(faults(text))


@pytest.mark.parametrize("path", [ALL, MOVED, THEME, PROMISE])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_feed_reader_reads_every_feed_from_its_text(path, language):
    read = feedparser.parse(feed(path, language=language))

    assert not read.bozo
    assert (read.version, read.feed.language) == ("atom10", language)
    assert read.feed.links[0].href == f"{HOME}{language}/{path}"
    assert read.feed.link == f"{HOME}{language}/{path.removesuffix('feed.xml')}"
    assert all(entry.link.startswith(f"{HOME}{language}/editions/") for entry in read.entries)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        pytest.param(ALL, [("Text", "2026-06-30"), ("Text", "2024-06-24"), ("Text", "2020-10-15")], id="every edition"),
        pytest.param(THEME, [("Text", "2026-06-30"), ("Text", "2020-10-15")], id="of a theme those that changed it"),
        pytest.param("themes/tunnels/feed.xml", [("Text", "2024-06-24")], id="be it one"),
        pytest.param(
            PROMISE,
            [
                ("moved: bridge – from 2025 to first quarter of 2027 +455 days", "2026-06-30"),
                ("new: bridge – 2025", "2020-10-15"),
            ],
            id="of a promise each change",
        ),
        pytest.param(
            MOVED,
            [("moved: bridge – from 2025 to first quarter of 2027 +455 days", "2026-06-30")],
            id="only what moved or was done",
        ),
    ],
)
def test_a_feed_has_an_entry_for_each_thing_to_report_newest_first(path, told):
    assert [(child(entry, "title"), child(entry, "updated")[:10]) for entry in entries(feed(path))] == told


def test_an_entry_tells_each_line_of_the_changes_once_and_as_text():
    newest, middle, _ = entries(feed())
    told = ["".join(line.itertext()).strip() for line in newest.iter(f"{XHTML}li")]
    escaped = ["".join(line.itertext()).strip() for line in middle.iter(f"{XHTML}li")]

    assert told == ["moved: bridge – from 2025 to first quarter of 2027 +455 days", "new: Text – June 2026"]
    assert "new: Open & <b>wide</b>" in escaped


@given(continued_archives())
def test_a_feed_has_as_many_lines_as_the_pages_of_changes(archive):
    workspace, words = workspace_of(archive), Locale("en", WORDS["en"])
    steps = workspace.past.steps(workspace.editions[-1])
    shown = [change_groups(changes, edition, words) for edition, changes in steps]
    lines = [sum(len(group.lines) for group in groups) for groups in shown]

    assert [len(list(entry.iter(f"{XHTML}li"))) for entry in entries(feed(archive=archive))] == [n for n in lines if n]


@given(archives())
def test_the_same_data_give_the_same_files_whenever_they_are_made(archive):
    assert followed(archive) == followed(archive)


def ids(text: str) -> list[str]:
    root = ElementTree.fromstring(text)
    return [child(root, "id"), *(child(entry, "id") for entry in root.findall(f"{ATOM}entry"))]


def test_no_two_feeds_or_entries_have_one_id():
    files = [text for language in WORDS for path, text in followed(ARCHIVE, language).items() if path.endswith(".xml")]
    all_ids = [id for text in files for id in ids(text)]

    assert len(all_ids) == len(set(all_ids))


@pytest.mark.parametrize("path", [ALL, THEME, PROMISE])
def test_a_later_edition_keeps_the_ids_of_the_feed_and_of_its_entries(path):
    newest, older = ids(feed(path)), ids(feed(path, known=2))

    assert (newest[0], newest[2:]) == (older[0], older[1:])


def test_another_site_has_ids_of_its_own():
    volume = workspace_of(ARCHIVE).volume(Address("en", "2026-06", latest=True))
    other = replace(volume, site=replace(volume.site, name=named("Another atlas")))

    assert set(ids(feeds_of(other)[ALL])).isdisjoint(ids(feed()))


@pytest.mark.parametrize(
    ("published", "updated"),
    [
        pytest.param(["2026-07-01"], "2026-07-01T00:00:01Z", id="on its day"),
        pytest.param(["2026-07-01", "2026-07-01"], "2026-07-01T00:00:02Z", id="a second one of that day is noticed"),
        pytest.param(["2026-07-01", "2026-08-01"], "2026-08-01T00:00:01Z", id="the last counts"),
        pytest.param(["2025-01-01"], "2026-06-30T00:00:00Z", id="not before it was published"),
    ],
)
def test_an_entry_is_updated_when_what_it_reports_is_corrected(published, updated):
    written = [
        Correction.model_validate({"id": f"c-{i}", "published": day, "of": ["bridge"], "what": TEXT, "why": TEXT})
        for i, day in enumerate(published)
    ]
    corrected = replace(ARCHIVE, corrections={correction.id: correction for correction in written})
    newest, _ = entries(feed(PROMISE, corrected))

    assert child(newest, "updated") == updated
    assert child(newest, "published") == "2026-06-30T00:00:00Z"
    assert child(ElementTree.fromstring(feed(PROMISE, corrected)), "updated") == updated


def test_a_correction_of_something_else_updates_nothing():
    written = Correction.model_validate(
        {"id": "c", "published": "2027-01-01", "of": ["dug"], "what": TEXT, "why": TEXT}
    )

    assert feed(PROMISE, replace(ARCHIVE, corrections={"c": written})) == feed(PROMISE)


@pytest.mark.parametrize("path", [ALL, MOVED, THEME, PROMISE])
def test_without_an_address_of_the_site_links_lead_to_pages_from_the_feed(path):
    known = Editions(ARCHIVE)
    pages = {Address("en", e.id, latest=False).root + page for e in known for page in paths_of(e)}
    links = [
        posixpath.normpath(posixpath.join("en", posixpath.dirname(path), link.get("href", "")).partition("#")[0]) + "/"
        for entry in entries(feed(path, base=None))
        for link in (*entry.findall(f"{ATOM}link"), *entry.iter(f"{XHTML}a"))
    ]

    assert links
    assert [link for link in links if link not in pages] == []


@pytest.mark.parametrize("edition", ["2020-10-15", "2026-06"], ids=["an older edition", "the newest under its date"])
def test_what_never_changes_has_nothing_to_follow(edition):
    assert feeds_of(workspace_of(ARCHIVE).volume(Address("en", edition, latest=False))) == {}


def event_of(id: str, calendar: str) -> Any:
    return next(e for e in Calendar.from_ical(calendar).walk("VEVENT") if str(e["uid"]).startswith(f"{id}@"))


def test_whoever_follows_hears_of_a_moved_date_once_a_new_edition_is_there(small_archive):
    before, after = (followed(small_archive, known=known) for known in (1, 2))
    promise = "milestones/lock-oosterdam/feed.xml"
    known = {entry.id for entry in feedparser.parse(before[promise]).entries}
    heard = [entry for entry in feedparser.parse(after[promise]).entries if entry.id not in known]
    was, now = (event_of("lock-oosterdam", files["promises.ics"]) for files in (before, after))

    assert (
        heard[0].title == "moved: Renewal of the lock at Oosterdam – from mid-2022 to first quarter of 2023 +212 days"
    )
    assert [entry.title for entry in feedparser.parse(after[MOVED]).entries][:1] == [heard[0].title]
    assert feedparser.parse(after[promise]).feed.updated > feedparser.parse(before[promise]).feed.updated
    assert (str(was["dtstart"].dt), str(now["dtstart"].dt)) == ("2022-08-31", "2023-03-31")
    assert (was["uid"], was["sequence"]) == (now["uid"], now["sequence"] - 1)


def test_a_feed_is_still_at_the_address_that_its_subject_had_before(tmp_path):
    archive = read_archive(lay_out_data(tmp_path, ADDED))
    files = followed(archive)
    renamed = {was: now for was, now in moved_pages(Editions(archive)[-1]).items() if feed_path(now) in files}

    assert renamed
    assert [was for was, now in renamed.items() if files[feed_path(was)] != files[feed_path(now)]] == []


def test_an_entry_is_updated_when_its_edition_is_amended():
    late = Amendment.model_validate({"id": "a", "published": "2026-08-01", "sources": ["first"], "why": TEXT})
    *later, own = entries(feed(ALL, replace(ARCHIVE, amendments={late.id: late})))

    assert {child(entry, "updated") for entry in later} == {"2026-08-01T00:00:01Z"}
    assert child(own, "updated") == child(own, "published")
