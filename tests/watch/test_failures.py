"""What passes by itself and what fails: a service that fails is asked again from where it was, and nothing is lost."""

from dataclasses import replace

import pytest

from tests.support.services import DOSSIER, FEED, PAPER, PDF, SEARCH, diagnostics, numbered
from tests.support.stand_in import NOT_FOUND_PAGE, Reply, moved
from tests.support.watched import (
    AT_HOUSE,
    AT_PUBLICATIONS,
    LETTER,
    RESOURCE,
    XML,
    Story,
    at,
    many,
    nothing,
    setting,
)

BUSY_PAGE = Reply(b"<html><body>Busy</body></html>", 503, "text/html")
STORIES = {
    # Limits
    "a visit ends at its page limit, and the next goes on": Story(
        setting("house", lambda s: many(s, 5), pages="2"), [at(1), at(2), at(3), at(4)], nothing, (at(5),)
    ),
    "a visit to a search ends at its page limit, and the next goes on": Story(
        setting("publications", lambda s: s.publications.list(*map(numbered, range(1, 4))), pages="1"),
        [f"kst-{DOSSIER}-{n} certain text xml at publications" for n in (1, 2)],
        nothing,
        (f"kst-{DOSSIER}-3 certain text xml at publications",),
    ),
    # What passes by itself
    "a service that asks to wait some seconds is waited for": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, Reply(status=429, headers={"Retry-After": "7"}))),
        AT_HOUSE,
    ),
    "a service that asks to wait until a time is waited for": Story(
        lambda s: (
            s.house.tell(LETTER),
            s.server.fail(FEED, Reply(status=429, headers={"Retry-After": "Thu, 24 Sep 2026 10:00:30 GMT"})),
        ),
        AT_HOUSE,
    ),
    "a service that is busy, with a web page to say so, is asked again": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, BUSY_PAGE, BUSY_PAGE)), AT_HOUSE
    ),
    "an answer that breaks off is asked for again": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, replace(s.house.page({}), is_cut=True))), AT_HOUSE
    ),
    "a file that breaks off is asked for again": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(RESOURCE, Reply(PDF, is_cut=True))), AT_HOUSE
    ),
    "a redirect on the same host is followed": Story(
        lambda s: (
            s.house.tell(LETTER),
            s.server.fail(RESOURCE, moved("/elsewhere")),
            s.server.keep("/elsewhere", PDF),
        ),
        AT_HOUSE,
    ),
    # What fails, and leaves the cursor as it was: the second visit tells what the first could not
    "a search that is refused with HTTP 200 fails": Story(
        lambda s: (s.publications.list(LETTER), s.server.fail(SEARCH, diagnostics("Unsupported index", "w.dossier"))),
        [],
        nothing,
        tuple(AT_PUBLICATIONS),
        ("publications: it cannot answer the search (Unsupported index: w.dossier)",),
    ),
    "a feed that is a web page with HTTP 200 fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, NOT_FOUND_PAGE)),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: it answered a web page instead of <feed>",),
    ),
    "a service that is not busy but gone fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, Reply(NOT_FOUND_PAGE.body, 404, "text/html"))),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: it answered 404: nothing is there",),
    ),
    "a service that stays busy fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, *[BUSY_PAGE] * 4)),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: it answered 503 with text/html",),
    ),
    "a service that asks to wait for an hour fails at once": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, Reply(status=429, headers={"Retry-After": "3600"}))),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: it answered 429 with application/xml",),
    ),
    "a feed that ends in the middle, and says it is whole, fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, Reply(s.house.page({}).body[:-40]))),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: its answer is incomplete: broken XML at line 2, column …: unclosed token",),
    ),
    "an entity bomb fails": Story(
        lambda s: (
            s.house.tell(LETTER),
            s.server.fail(FEED, Reply(b'<!DOCTYPE feed [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><feed>&b;</feed>')),
        ),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: its answer is incomplete: it uses the entity 'a', and answers have none of their own",),
    ),
    "a redirect to a page that says with HTTP 200 that nothing was found fails": Story(
        lambda s: (
            s.house.tell(LETTER),
            s.server.fail(RESOURCE, moved("/not-found")),
            s.server.pages.update({"/not-found": lambda query: NOT_FOUND_PAGE}),
        ),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it sent no whole PDF: the file is not a PDF",),
    ),
    "a web page where XML belongs fails": Story(
        lambda s: (s.publications.list(LETTER), s.server.fail(XML, NOT_FOUND_PAGE)),
        [],
        nothing,
        tuple(AT_PUBLICATIONS),
        (f"publications, kst-{DOSSIER}-7: it sent a web page instead of XML",),
    ),
    "XML that ends in the middle, and says it is whole, fails": Story(
        lambda s: (s.publications.list(LETTER), s.server.fail(XML, Reply(PAPER[:-30]))),
        [],
        nothing,
        tuple(AT_PUBLICATIONS),
        (f"publications, kst-{DOSSIER}-7: the XML is incomplete: broken XML at line 2, column …: unclosed token",),
    ),
    "a PDF that ends in the middle, and says it is whole, fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(RESOURCE, Reply(PDF[:-10]))),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it sent no whole PDF: the PDF is broken off, its end is missing",),
    ),
    "a redirect to another host fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(RESOURCE, moved("http://elsewhere.example.nl/x"))),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it redirects to another host, http://elsewhere.example.nl, which is not followed",),
    ),
    "a file on another host fails": Story(
        lambda s: s.house.tell(replace(LETTER, file="http://elsewhere.example.nl/x.pdf")),
        [],
        lambda s: s.house.tell(LETTER),
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it redirects to another host, http://elsewhere.example.nl, which is not followed",),
    ),
    "a feed that goes on at another host fails": Story(
        lambda s: (many(s, 3), setattr(s.house, "onward", "http://elsewhere.example.nl/Feed")),
        [],
        lambda s: setattr(s.house, "onward", ""),
        (at(1), at(2), at(3)),
        ("house: it redirects to another host, http://elsewhere.example.nl, which is not followed",),
    ),
    "a redirect without end fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(RESOURCE, *[moved(RESOURCE)] * 6)),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it redirects more than 5 times",),
    ),
    "a search that counts more records than it gives is read to the last that it gives": Story(
        lambda s: (s.publications.list(LETTER), setattr(s.publications, "total", 9)), AT_PUBLICATIONS
    ),
    "a file that is too large fails": Story(
        lambda s: (
            setting("house", nothing, largest_mb="1")(s),
            s.house.tell(LETTER),
            s.server.fail(RESOURCE, Reply(PDF + bytes(1_000_000))),
        ),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it sent more than 1 MB",),
    ),
    "a small answer that unpacks to a large one fails": Story(
        lambda s: (
            setting("house", nothing, largest_mb="1")(s),
            s.house.tell(LETTER),
            s.server.fail(RESOURCE, Reply(bytes(5_000_000)).zipped()),
        ),
        [],
        nothing,
        tuple(AT_HOUSE),
        (f"house, kst-{DOSSIER}-7: it sent more than 1 MB",),
    ),
    "a service that does not answer in time fails": Story(
        lambda s: (
            s.seconds_to_answer.update(house=0.2),
            s.house.tell(LETTER),
            s.server.fail(FEED, *[Reply(late=3600)] * 4),
        ),
        [],
        lambda s: s.seconds_to_answer.clear(),
        tuple(AT_HOUSE),
        ("house: it did not answer in time",),
    ),
    "the failure of one service does not keep another from telling": Story(
        lambda s: (s.house.tell(LETTER), s.publications.list(numbered(8)), s.server.fail(FEED, NOT_FOUND_PAGE)),
        [f"kst-{DOSSIER}-8 certain text xml at publications"],
        nothing,
        tuple(AT_HOUSE),
        ("house: it answered a web page instead of <feed>",),
    ),
    "a service of which one file fails tells of its other papers, and of that one when it is well": Story(
        lambda s: (many(s, 2), s.server.fail(f"/SyncFeed/2.0/Resources/{numbered(2).id}", NOT_FOUND_PAGE)),
        [at(1)],
        nothing,
        (at(2),),
        (f"house, kst-{DOSSIER}-2: it sent no whole PDF: the file is not a PDF",),
    ),
    "a paper whose file fails at one service is told by the other": Story(
        lambda s: (s.house.tell(LETTER), s.publications.list(LETTER), s.server.fail(RESOURCE, NOT_FOUND_PAGE)),
        AT_PUBLICATIONS,
        failed=(f"house, kst-{DOSSIER}-7: it sent no whole PDF: the file is not a PDF",),
    ),
    "a feed that leads back to where it was asked fails": Story(
        lambda s: (many(s, 3), setattr(s.house, "onward", f"{s.server.home}{FEED}?category=Document")),
        [],
        lambda s: setattr(s.house, "onward", ""),
        (at(1), at(2), at(3)),
        ("house: its pages form a loop",),
    ),
    "a feed that says neither how it goes on nor where to resume fails": Story(
        lambda s: (s.house.tell(LETTER), s.server.fail(FEED, Reply(b'<feed xmlns="http://www.w3.org/2005/Atom"/>'))),
        [],
        nothing,
        tuple(AT_HOUSE),
        ("house: the feed has neither a next page nor an address to resume at",),
    ),
}


@pytest.mark.parametrize("story", [pytest.param(story, id=rule) for rule, story in STORIES.items()])
def test_what_passes_is_waited_for_and_what_fails_is_told_and_asked_again(story: Story) -> None:
    story.is_seen()
