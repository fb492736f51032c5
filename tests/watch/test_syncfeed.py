"""A feed of changes is read from where the last visit ended; every paper in it with all that the feed tells of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.model.period import parse_period
from generator.model.settings import Service
from generator.watch.announcement import Announcement, Bookmark, Dossier, Visit
from generator.watch.http import Downloads, Validators
from generator.watch.identifiers import Identity
from generator.watch.syncfeed import read_feed, start_of
from tests.support.services import DOSSIER, DOSSIER_ID, FEED, TITLE, House, Paper, numbered
from tests.support.stand_in import Reply, StandIn

LETTER = Paper(reference="2026-0000123")
OURS = Dossier(DOSSIER, DOSSIER_ID)


@pytest.fixture
def house() -> Iterator[House]:
    with StandIn() as server:
        yield House(server)


def visit(house: House, bookmark: Bookmark | None = None, pages: str = "20"):
    address = f"{house.server.home}{FEED}?category=Document"
    service = Service.model_validate({"id": "house", "kind": "syncfeed", "address": address, "pages": pages})
    downloads = Downloads(address, "Tests/1", lambda seconds: None)
    return read_feed(downloads, service, OURS, bookmark or Bookmark())


@pytest.mark.parametrize("attributes", ["tk:", ""], ids=["prefixed attributes", "plain attributes"])
@pytest.mark.parametrize("prefix", ["tk:", ""], ids=["prefixed elements", "plain elements"])
def test_a_paper_comes_with_all_that_the_feed_tells(house: House, prefix: str, attributes: str) -> None:
    house.prefix, house.attributes = prefix, attributes
    house.tell(LETTER)
    resource = f"{house.server.home}/SyncFeed/2.0/Resources/{LETTER.id}"
    mark = f"house:{LETTER.id}"

    assert visit(house).announcements == (
        Announcement(
            mark=mark,
            identity=Identity(
                frozenset({mark, "2026d40001", f"kst-{DOSSIER}-7", "2026-0000123"}),
                frozenset({f"{TITLE.lower()} | 2026-09-24"}),
            ),
            number=f"kst-{DOSSIER}-7",
            title=TITLE,
            published=parse_period("2026-09-24"),
            is_filed=True,
            page=resource,
            files=(("pdf", resource),),
            reference="2026-0000123",
            sort="Brief regering",
            version="2026-09-24T12:00:00",
        ),
    )


def test_of_a_deleted_paper_only_its_id_is_known(house: House) -> None:
    house.tell(replace(LETTER, is_deleted=True))
    (paper,) = visit(house).announcements

    assert (paper.mark, paper.is_withdrawn, paper.title, paper.files) == (f"house:{LETTER.id}", True, "", ())


@pytest.mark.parametrize(
    ("papers", "pages", "read", "token", "is_complete"),
    [
        pytest.param(0, "20", 0, 0, True, id="an empty feed resumes where it was asked"),
        pytest.param(2, "20", 2, 1020, True, id="one page resumes after its last entry"),
        pytest.param(5, "20", 5, 1050, True, id="several pages resume after the last entry of the last"),
        pytest.param(5, "2", 4, 1040, False, id="at the page limit the next page is remembered"),
    ],
)
def test_a_visit_ends_where_the_next_begins(
    house: House, papers: int, pages: str, read: int, *, token: int, is_complete: bool
) -> None:
    house.tell(*map(numbered, range(1, papers + 1)))
    ended = visit(house, pages=pages)

    assert (len(ended.announcements), ended.is_complete) == (read, is_complete)
    assert ended.bookmark.next == f"{house.server.home}{FEED}?category=Document&skiptoken={token}"
    assert len(visit(house, ended.bookmark).announcements) == papers - read


def test_a_bookmark_bears_only_what_its_own_page_is_known_by(house: House) -> None:
    house.server.has_validators = True
    house.tell(LETTER)
    after_papers = visit(house).bookmark
    after_nothing = visit(house, after_papers).bookmark

    assert (after_papers.next, after_papers.validators) == (after_nothing.next, Validators())
    assert after_nothing.validators != Validators()
    assert visit(house, after_nothing) == Visit((), after_nothing)


FIRST_DAY = date(2025, 1, 1)
MOST_PAGES = 40
"""That are asked for to find a start."""


def changed_daily(house: House, papers: int, *, apart: int = 10) -> None:
    """Papers of which three a day were changed."""
    house.size = 5
    for n in range(papers):
        house.token += apart - 10
        house.tell(replace(numbered(n + 1), version=f"{FIRST_DAY + timedelta(n // 3)}T23:59:59+02:00"))


def start(house: House, day: date, *, address: str = "") -> Bookmark:
    address = address or f"{house.server.home}{FEED}?category=Document"
    service = Service.model_validate({"id": "house", "kind": "syncfeed", "address": address})
    return start_of(Downloads(address, "Tests/1", lambda seconds: None), service, day)


@pytest.mark.parametrize("apart", [10, 50_000], ids=["tokens that are near one another", "tokens far apart"])
@pytest.mark.parametrize("after", [0, 1, 2, 17, 50, 98, 99, 100, 5000])
def test_from_the_start_for_a_day_nothing_of_it_is_passed_over(house: House, after: int, apart: int) -> None:
    changed_daily(house, 300, apart=apart)
    day = FIRST_DAY + timedelta(after)
    found = start(house, day)
    asked = len(house.server.asked)
    changed = [date.fromisoformat(paper.version[:10]) for paper in visit(house, found, "100").announcements]

    assert sum(on >= day for on in changed) == max(0, 300 - 3 * after)
    assert sum(on < day for on in changed) <= house.size + 3
    assert asked <= MOST_PAGES


def test_another_token_of_the_address_gives_way_to_the_start(house: House) -> None:
    changed_daily(house, 20)
    address = f"{house.server.home}{FEED}?category=Document&skiptoken=99999999"

    assert len(visit(house, start(house, FIRST_DAY + timedelta(5), address=address)).announcements) >= 5


@pytest.mark.parametrize("papers", [0, 1, 2], ids=["empty", "of one entry", "of one page"])
def test_a_feed_of_one_page_is_read_from_its_beginning_at_once(house: House, papers: int) -> None:
    house.tell(*map(numbered, range(1, papers + 1)))

    assert start(house, date(2030, 1, 1)) == Bookmark()
    assert len(house.server.asked) == 1


def test_a_feed_that_begins_late_enough_is_read_from_its_beginning_at_once(house: House) -> None:
    changed_daily(house, 30)

    assert start(house, FIRST_DAY) == Bookmark()
    assert len(house.server.asked) == 1


@pytest.mark.parametrize("updated", ["", "<updated/>", "<updated>morgen</updated>", "<updated>9999-12-31</updated>"])
def test_a_feed_that_does_not_say_when_is_passed_over_nowhere(house: House, updated: str) -> None:
    entry = f'<entry><id>x</id>{updated}<link rel="next" href="?skiptoken=7"/><content/></entry>'
    page = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
    house.server.pages[FEED] = lambda query: Reply(page.format(entry if int(query["skiptoken"]) < 7 else "").encode())

    assert start(house, FIRST_DAY) == Bookmark()
    assert len(house.server.asked) == 1


def test_a_feed_that_has_no_end_is_not_asked_for_ever(house: House) -> None:
    entry = b"<entry><id>x</id><updated>2001-01-01T00:00:00Z</updated><content/></entry>"
    page = b'<feed xmlns="http://www.w3.org/2005/Atom">' + entry + b"</feed>"
    house.server.pages[FEED] = lambda query: Reply(page)

    assert start(house, FIRST_DAY).next
    assert len(house.server.asked) == MOST_PAGES


def test_a_day_as_early_as_days_go_is_the_beginning(house: House) -> None:
    changed_daily(house, 5)

    assert start(house, date.min) == Bookmark()
