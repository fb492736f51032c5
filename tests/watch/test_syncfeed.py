"""A feed of changes is read from where the last visit ended; every paper in it with all that the feed tells of it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.period import parse_period
from generator.model.settings import Service
from generator.watch.announcement import Announcement, Bookmark, Dossier, Visit
from generator.watch.http import Downloads, Validators
from generator.watch.identifiers import Identity
from generator.watch.syncfeed import read_feed
from tests.support.services import DOSSIER, DOSSIER_ID, FEED, TITLE, House, Paper, numbered
from tests.support.stand_in import StandIn

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
