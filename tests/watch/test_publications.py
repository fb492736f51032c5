"""Where the feed has no file of a paper, its official publications are asked for; whatever comes hides nothing."""

import json
from dataclasses import replace

import pytest

from generator.model.settings import Service
from generator.watch.announcement import Announcement
from generator.watch.http import Downloads
from generator.watch.identifiers import Identity
from generator.watch.output import failure_text
from generator.watch.publications import published_files
from tests.support.services import DOSSIER, FEED, PDF, PUBLISHED, SEARCH, Official, Paper, numbered
from tests.support.stand_in import NOT_FOUND_PAGE, Reply, StandIn
from tests.support.watched import AT_HOUSE, LETTER, RESOURCE, Scene, at, scene

WITHOUT_FILE = replace(LETTER, formats=())
ANNOUNCED = f"kst-{DOSSIER}-7 certain announced at house"
XML_AT_HOUSE = f"kst-{DOSSIER}-7 certain text xml at house"
NO_PDF = f"house, kst-{DOSSIER}-7: it sent no whole PDF: the file is not a PDF"
GUID = "00000001-2222-4222-8222-222222222222"


def files_of(server: StandIn, id: str = LETTER.id, *, is_asked: bool = True) -> list[tuple[str, str]]:
    """What is published of the paper, without the address of the server."""
    settings = {"id": "house", "kind": "syncfeed", "address": server.home + FEED}
    service = Service.model_validate(settings | ({"publications": server.home + PUBLISHED} if is_asked else {}))
    downloads = Downloads(server.home, "Tests/1", lambda seconds: None)
    paper = Announcement(f"house:{id}", Identity(frozenset()))
    return [(kind, address.removeprefix(server.home)) for kind, address in published_files(downloads, service, paper)]


def test_the_newest_publication_of_each_format_that_can_be_read_is_found() -> None:
    with StandIn() as server:
        official = Official(server)
        official.publish(Paper(), "Pdf", "Xml", day="2026-10-01")
        official.publish(Paper(), "Html", "Odt", "Xml", day="2026-10-03")
        official.publish(Paper(), "Xml", day="2026-10-02")
        official.publish(numbered(8), "Xml", day="2026-10-04")
        found = files_of(server)

    assert found == [
        ("xml", f"{PUBLISHED}(00000005-2222-4222-8222-222222222222)/resource"),
        ("pdf", f"{PUBLISHED}({GUID})/resource"),
    ]


def test_what_is_published_nowhere_or_asked_for_nowhere_has_no_files() -> None:
    with StandIn() as server:
        Official(server)
        unpublished = files_of(server)
        server.asked.clear()
        others = files_of(server, is_asked=False), files_of(server, "x' or true"), files_of(server, "")

    assert (unpublished, others, server.asked) == ([], ([], [], []), [])


def test_a_paper_that_the_feed_has_without_a_file_is_told_with_its_official_xml() -> None:
    with scene() as here:
        here.official().publish(LETTER, "Pdf", "Xml")
        here.house.tell(WITHOUT_FILE)
        told, again, failed = here.told(), here.told(), here.failures()

    assert (told, again, failed) == ([XML_AT_HOUSE], [], [])


def test_a_paper_that_was_announced_is_told_again_when_it_is_published() -> None:
    with scene() as here:
        official = here.official()
        here.house.tell(WITHOUT_FILE)
        first, second = here.told(), here.told()
        official.publish(LETTER, "Xml")
        third, last = here.told(), here.told()

    assert (first, second, third, last) == ([ANNOUNCED], [], [XML_AT_HOUSE], [])


def test_a_file_of_the_feed_comes_first_and_nothing_else_is_asked_for() -> None:
    with scene() as here:
        here.official().publish(LETTER, "Xml")
        here.house.tell(LETTER)
        told = here.told()
        asked = [path for path, _ in here.server.asked if path.startswith(PUBLISHED)]

    assert (told, asked) == (AT_HOUSE, [])


def test_a_file_that_the_feed_names_and_that_is_gone_is_looked_for_there() -> None:
    with scene() as here:
        here.official().publish(LETTER, "Xml")
        here.house.tell(LETTER)
        del here.server.pages[RESOURCE]
        told, failed = here.told(), here.failures()

    assert (told, failed) == ([XML_AT_HOUSE], [])


def test_where_the_file_of_the_feed_fails_the_other_is_told_and_the_failure_is_a_line() -> None:
    with scene() as here:
        here.official().publish(LETTER, "Xml")
        here.house.tell(LETTER)
        here.server.fail(RESOURCE, NOT_FOUND_PAGE)
        told, failed = here.told(), here.failures()
        again = here.told(), here.failures()

    assert (told, failed) == ([XML_AT_HOUSE], [NO_PDF])
    assert again == ([], [])


def test_where_both_fail_each_is_a_line_and_the_next_visit_asks_again() -> None:
    with scene() as here:
        here.official()
        here.house.tell(LETTER)
        here.server.fail(RESOURCE, NOT_FOUND_PAGE)
        here.server.fail(PUBLISHED, NOT_FOUND_PAGE)
        told, failed = here.told(), here.failures()
        again = here.told(), here.failures()

    assert (told, failed) == ([], [NO_PDF, f"house, kst-{DOSSIER}-7: it answered a web page instead of JSON"])
    assert again == (AT_HOUSE, [])


def test_a_file_that_fails_and_is_published_nowhere_waits() -> None:
    with scene() as here:
        here.official()
        here.house.tell(LETTER)
        here.server.fail(RESOURCE, NOT_FOUND_PAGE)
        told, failed, again = here.told(), here.failures(), here.told()

    assert (told, failed, again) == ([], [NO_PDF], AT_HOUSE)


def test_a_look_does_not_ask_for_publications() -> None:
    with scene() as here:
        here.official().publish(LETTER, "Xml")
        here.house.tell(WITHOUT_FILE)
        here.visit(fetch=False)
        asked = [path.partition("?")[0] for path, _ in here.server.asked]

    assert asked == [FEED, SEARCH]


def rows(*found: object) -> Reply:
    return Reply(json.dumps({"value": found}).encode(), kind="application/json")


NO_JSON, NO_LIST, NO_ID = (
    "it answered something else than JSON",
    "its answer has no list of publications",
    "a publication has no id or type",
)
ANSWERS: dict[str, tuple[Reply, str]] = {
    "nothing": (Reply(b""), NO_JSON),
    "a web page": (NOT_FOUND_PAGE, "it answered a web page instead of JSON"),
    "XML": (Reply(b"<feed/>"), NO_JSON),
    "JSON that is cut off": (Reply(b'{"value": ['), NO_JSON),
    "bytes of nothing": (Reply(b"\x00" * 2000), NO_JSON),
    "a letter that is none": (Reply(b'{"value": "\xff"}'), NO_JSON),
    "lists without end": (Reply(b"[" * 200_000), NO_JSON),
    "a number of 5,000 digits": (Reply(b'{"value": %s}' % (b"9" * 5000)), NO_JSON),
    "no object": (Reply(b"[]"), NO_LIST),
    "null": (Reply(b"null"), NO_LIST),
    "an error with HTTP 200": (Reply(b'{"error": {"message": "busy"}}'), NO_LIST),
    "a text where a list belongs": (Reply(b'{"value": "all"}'), NO_LIST),
    "an object where a list belongs": (Reply(b'{"value": {"Id": 1}}'), NO_LIST),
    "a publication that is a text": (rows("x"), NO_ID),
    "a publication that is null": (rows(None), NO_ID),
    "no id": (rows({"DocumentType": "Xml"}), NO_ID),
    "an id that is a number": (rows({"Id": 7, "DocumentType": "Xml"}), NO_ID),
    "an id that climbs": (rows({"Id": "../../../etc/passwd", "DocumentType": "Xml"}), NO_ID),
    "an id on another host": (rows({"Id": "@evil.example/", "DocumentType": "Xml"}), NO_ID),
    "a type that is a list": (rows({"Id": GUID, "DocumentType": ["Xml"]}), NO_ID),
    "a query that it does not know": (Reply(b"{}", 400, "application/json"), "it answered 400 with application/json"),
    "nothing there": (Reply(b"{}", 404), "it answered 404: nothing is there"),
    "more than it may": (Reply(b" " * 1_100_000), "it sent more than 1 MB"),
    "a little that unpacks to more": (Reply(b" " * 5_000_000).zipped(), "it sent more than 1 MB"),
    "a redirect elsewhere": (
        Reply(status=302, headers={"Location": "http://elsewhere.example.nl/x"}),
        "it redirects to another host, http://elsewhere.example.nl, which is not followed",
    ),
    "no answer in time": (Reply(late=3600), "it did not answer in time"),
}


def seen(here: Scene) -> tuple[list[str], list[str]]:
    """What a visit tells, and its failures, of which each is one clear line with address and remedy below it."""
    told = here.told()
    assert here.last
    assert all(len(failure_text(failure).splitlines()) <= 3 for failure in here.last.failures)
    return told, here.failures()


@pytest.mark.parametrize("name", ANSWERS)
def test_whatever_is_answered_is_one_line_and_hides_neither_the_paper_nor_another(name: str) -> None:
    answer, says = ANSWERS[name]
    with scene() as here:
        here.official()
        here.house.tell(WITHOUT_FILE, numbered(8))
        here.server.pages[PUBLISHED] = lambda query: answer
        here.seconds_to_answer["house"] = 0.5 if answer.late else 60
        told, failed = seen(here)

    assert (sorted(told), failed) == ([ANNOUNCED, at(8)], [f"house, kst-{DOSSIER}-7: {says}"])


@pytest.mark.parametrize(
    ("file", "says"),
    [
        pytest.param(NOT_FOUND_PAGE, "it sent a web page instead of XML", id="a web page"),
        pytest.param(Reply(PDF), "the XML is incomplete: it starts with '%PDF", id="a PDF"),
        pytest.param(Reply(b""), "the XML is incomplete", id="nothing"),
        pytest.param(Reply(b"<kamerstuk><al>"), "the XML is incomplete", id="half of it"),
    ],
)
def test_a_publication_that_is_no_xml_is_one_line_and_asked_for_again(file: Reply, says: str) -> None:
    with scene() as here:
        here.official().publish(LETTER, "Xml")
        here.house.tell(WITHOUT_FILE, numbered(8))
        here.server.fail(f"{PUBLISHED}({GUID})/resource", file)
        told, (failed,) = seen(here)
        again = seen(here)

    assert sorted(told) == [ANNOUNCED, at(8)]
    assert failed.startswith(f"house, kst-{DOSSIER}-7: {says}")
    assert again == ([XML_AT_HOUSE], [])
