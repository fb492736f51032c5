"""Whatever one service answers, nothing is raised, and the news of the other arrives."""

from dataclasses import replace

import pytest

from generator.watch.output import failure_text
from tests.support.services import DOSSIER, FEED, SEARCH, numbered
from tests.support.stand_in import Reply
from tests.support.watched import LETTER, RESOURCE, XML, Scene, at, scene

GOOD = numbered(8)
"""The paper of the service that is well."""


def found(item: str = "", *, number: str = f"kst-{DOSSIER}-7", count: str = "1", more: str = "") -> bytes:
    """What a search answers, with one record."""
    return (
        f"<searchRetrieveResponse><numberOfRecords>{count}</numberOfRecords><records><record>"
        f"<identifier>{number}</identifier><title>Voortgangsbrief</title><date>2026-10-01</date>"
        f"<dossiernummer>{DOSSIER}</dossiernummer><ondernummer>7</ondernummer>{more}"
        f'<itemUrl manifestation="xml">{item}</itemUrl></record></records></searchRetrieveResponse>'
    ).encode()


def listed(link: str = "", *, resume: str = "x", more: str = "", id: str = "i") -> bytes:
    """What a feed answers, with one entry."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="resume" href="{resume}"/><entry><id>{id}</id>'
        f'<link rel="enclosure" type="application/pdf" href="{link}"/><content><document id="{id}">'
        f"<onderwerp>Voortgangsbrief</onderwerp>{more}</document></content></entry></feed>"
    ).encode()


ADDRESSES = (
    "http://[", "http://[x", "http://127.0.0.1:abc/x", "http://127.0.0.1:99999/", "http://127.0.0.1:-1/", "//", "",
    "http://", "http:///x", "javascript:alert(1)", "file:///etc/passwd", "http://[::1", "http://[v1.x]/",
    "http://127.0.0.1@evil.example/", "http://\u2100.example/", "http://a..b/", f"http://{'a' * 300}.nl/", "\x7f",
    "http://xn--a.example/", "data:,x", "http://127.0.0.1:80:80/",
)  # fmt: skip
"""What is given as the address of a file, or to go on at."""
SEARCHES: dict[str, Reply] = {
    "nothing": Reply(b""),
    "no XML": Reply(b"{}"),
    "another encoding than it says": Reply(b'<?xml version="1.0" encoding="utf-16"?><a/>'),
    "an encoding that nobody knows": Reply(b'<?xml version="1.0" encoding="x-none"?><a/>'),
    "elements without end": Reply(b"<a>" * 5000),
    "a letter that is none": Reply(b"<searchRetrieveResponse>\xff\xfe</searchRetrieveResponse>"),
    "bytes of nothing": Reply(b"\x00" * 2000),
    "an external entity": Reply(b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    "a number of 5,000 digits": Reply(found(count="9" * 5000)),
    "a number below zero": Reply(found(count="-5")),
    "no number": Reply(found(count="")),
    "a number in other digits": Reply(found(count="\u0661")),
    "a paper without a number": Reply(found(number="")),
    "a number without end": Reply(found(number="k" * 100_000)),
    "a number that climbs": Reply(found(number="../../../etc/passwd")),
    "a day that is none": Reply(found(more="<date>2026-99-99</date>")),
    "a year without end": Reply(found(more=f"<issued>{'9' * 5000}</issued>")),
    "a part of 5,000 digits": Reply(found(more=f"<ondernummer>{'7' * 5000}</ondernummer>")),
    "a title without end": Reply(found(more=f"<documenttitel>{'voortgangsbrief ' * 50_000}</documenttitel>")),
    "signs that steer a terminal": Reply(found(more="<documenttitel>&#x9b;31m&#x202e;Voortgangsbrief</documenttitel>")),
    "packed and broken": Reply(b"\x1f\x8b\x08\x00broken", headers={"Content-Encoding": "gzip"}),
    "packed in another way": Reply(b"x", headers={"Content-Encoding": "deflate"}),
    "a length that is none": Reply(found(), headers={"X-Length": "\xe9"}),
    "a wait without end": Reply(status=429, headers={"Retry-After": "9" * 5000}),
    "a wait until the year 0": Reply(status=503, headers={"Retry-After": "Thu, 01 Jan 0000 00:00:00 GMT"}),
    "a wait that is none": Reply(status=503, headers={"Retry-After": "soon"}),
    "status 999": Reply(status=999),
    "status 204": Reply(status=204),
    "status 304, unasked": Reply(status=304),
    "a redirect to nowhere": Reply(status=302),
    **{f"a redirect to {to[:30]!r}": Reply(status=302, headers={"Location": to}) for to in ADDRESSES if to.isascii()},
    **{f"a file at {to[:30]!r}": Reply(found(to)) for to in ADDRESSES if to.isprintable()},
}  # fmt: skip
FEEDS: dict[str, Reply] = {
    "an entry without an id": Reply(listed(id="")),
    "content without a record": Reply(b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="resume" href="x"/><entry>'
                                      b"<id>x</id><content>text</content></entry></feed>"),
    "a day in words": Reply(listed(more="<datum>morgen</datum>")),
    **{f"a file at {to[:30]!r}": Reply(listed(to)) for to in ADDRESSES if to.isprintable()},
    **{f"a resume at {to[:30]!r}": Reply(listed(resume=to)) for to in ADDRESSES if to.isprintable()},
}  # fmt: skip
FILES: dict[str, Reply] = {
    "a web page": Reply(b"<!DOCTYPE html><html><body>Pagina niet gevonden</body></html>", kind="text/html"),
    "nothing": Reply(b""),
    "a zip": Reply(b"PK\x03\x04broken"),
    "a redirect to 'http://[x'": Reply(status=302, headers={"Location": "http://[x"}),
    "half of it": Reply(b"%PDF-1.4\n1 0 obj"),
}


def seen(here: Scene) -> tuple[list[str], list[str]]:
    """What a visit tells, and its failures, of which each is one clear line with address and remedy below it."""
    told = here.told()
    assert here.last
    lines = [failure_text(failure).splitlines() for failure in here.last.failures]
    assert all(len(text) <= 3 and len(text[0]) < 400 for text in lines)
    return told, [text[0] for text in lines]


@pytest.mark.parametrize("name", SEARCHES)
def test_a_search_that_answers_anything_hides_nothing_of_the_feed(name: str) -> None:
    with scene() as here:
        here.house.tell(GOOD)
        here.server.pages[SEARCH] = lambda query: SEARCHES[name]
        told, _ = seen(here)

    assert at(8) in told


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_answers_anything_hides_nothing_of_the_search(name: str) -> None:
    with scene() as here:
        here.publications.list(GOOD)
        here.server.pages[FEED] = lambda query: FEEDS[name]
        told, _ = seen(here)

    assert f"kst-{DOSSIER}-8 certain text xml at publications" in told


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("path", [RESOURCE, XML], ids=["a PDF", "XML"])
def test_a_file_that_is_anything_hides_no_other_paper(path: str, name: str) -> None:
    with scene() as here:
        (here.house.tell if path == RESOURCE else here.publications.list)(LETTER, GOOD)
        here.server.pages[path] = lambda query: FILES[name]
        told, failed = seen(here)

    assert [line.split()[0] for line in told] == [GOOD.number]
    assert [line.partition(":")[0].partition(", ")[2] for line in failed] == [LETTER.number]


def test_there_are_at_least_sixty_answers() -> None:
    assert len(SEARCHES) + len(FEEDS) + len(FILES) >= 60


def test_who_sends_a_byte_now_and_then_is_given_up_when_its_time_is_up() -> None:
    with scene() as here:
        here.deadlines["publications"] = 0.8
        here.house.tell(GOOD)
        here.server.pages[SEARCH] = lambda query: Reply(found(), pause=0.3)
        told, failed = seen(here)

    assert told == [at(8)]
    assert failed == ["publications: its time is up: it has 0.8 s for all that is asked of it"]


def test_a_paper_of_which_the_file_fails_is_told_when_it_comes() -> None:
    with scene() as here:
        here.house.tell(replace(LETTER, file="http://[x"), GOOD)
        first = seen(here)
        here.house.tell(LETTER)
        second = seen(here)

    assert first == ([at(8)], [f"house, kst-{DOSSIER}-7: 'http://[x' is no address"])
    assert second == ([at(7)], [])
