"""A search is read to its end, every record with all that it tells."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.model.period import parse_period
from generator.model.settings import Service
from generator.watch.announcement import Announcement, Bookmark, Dossier
from generator.watch.http import Downloads, ServiceFailed
from generator.watch.identifiers import Identity
from generator.watch.sru import read_results
from tests.support.services import DOSSIER, SEARCH, TITLE, Paper, Publications, diagnostics, numbered
from tests.support.stand_in import Reply, StandIn

LETTER = Paper()
OURS = Dossier(DOSSIER, DOSSIER)
QUERY = 'c.product-area==officielepublicaties and w.dossiernummer=="{dossier}"'


@pytest.fixture
def search() -> Iterator[Publications]:
    with StandIn() as server:
        yield Publications(server)


def visit(search: Publications, bookmark: Bookmark | None = None, **settings: str):
    address = f"{search.server.home}{SEARCH}?x-connection=oep"
    told = {"id": "publications", "kind": "sru", "address": address, "query": QUERY, "records": "2", **settings}
    downloads = Downloads(address, "Tests/1", lambda seconds: None)
    return read_results(downloads, Service.model_validate(told), OURS, bookmark or Bookmark())


@pytest.mark.parametrize("prefix", ["sru:", ""], ids=["prefixed", "plain"])
def test_a_paper_comes_with_all_that_the_record_tells(search: Publications, prefix: str) -> None:
    search.prefix = prefix
    search.list(LETTER)
    mark = f"publications:{LETTER.number}"

    assert visit(search).announcements == (
        Announcement(
            mark=mark,
            identity=Identity(frozenset({mark, LETTER.number}), frozenset({f"{TITLE.lower()} | 2026-09-24"})),
            number=LETTER.number,
            title=TITLE,
            published=parse_period("2026-09-24"),
            is_filed=True,
            page=f"https://zoek.example.nl/{LETTER.number}.html",
            files=tuple((kind, search.server.home + search.path(LETTER, kind)) for kind in ("xml", "pdf")),
            sort="Kamerstuk",
        ),
    )


def test_the_search_is_asked_as_sru_2_wants_it(search: Publications) -> None:
    visit(search)
    asked = parse_qs(urlsplit(search.server.asked[0][0]).query)

    assert asked == {
        "x-connection": ["oep"],
        "operation": ["searchRetrieve"],
        "version": ["2.0"],
        "query": [QUERY.replace("{dossier}", DOSSIER)],
        "startRecord": ["1"],
        "maximumRecords": ["2"],
    }


@pytest.mark.parametrize(
    ("papers", "pages", "read", "following", "is_complete"),
    [
        pytest.param(0, "20", 0, "", True, id="nothing"),
        pytest.param(2, "20", 2, "", True, id="one full page"),
        pytest.param(5, "20", 5, "", True, id="several pages"),
        pytest.param(5, "2", 4, "5", False, id="as many pages as are allowed"),
    ],
)
def test_a_search_begins_anew_unless_it_was_not_read_to_its_end(
    search: Publications, papers: int, pages: str, read: int, *, following: str, is_complete: bool
) -> None:
    search.list(*map(numbered, range(1, papers + 1)))
    ended = visit(search, pages=pages)

    assert (len(ended.announcements), ended.bookmark.next, ended.is_complete) == (read, following, is_complete)
    assert len(visit(search, ended.bookmark).announcements) == (papers if is_complete else papers - read)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        pytest.param(diagnostics("Query syntax error", "w.x"), "it cannot answer the search (Query syntax error: w.x)",
                     id="diagnostics with HTTP 200"),
        pytest.param(Reply(b"<explain/>"), "it answered <explain> instead of <searchRetrieveResponse>",
                     id="another answer"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_fails_though_it_came_with_http_200(
    search: Publications, reply: Reply, said: str
) -> None:
    search.server.fail(SEARCH, reply)
    with pytest.raises(ServiceFailed) as failed:
        visit(search)

    assert failed.value.answered == said


@pytest.mark.parametrize("count", ["many", "", "9" * 5000, "-1", "0", "1", "99"])
def test_the_number_of_records_is_an_estimate(search: Publications, count: str) -> None:
    search.list(*map(numbered, range(1, 6)))
    search.total = count

    assert len(visit(search).announcements) == 5


def test_a_record_that_is_none_hides_no_other(search: Publications) -> None:
    search.list(numbered(1), replace(LETTER, part="2"), numbered(3))
    whole = search.page({"startRecord": "1", "maximumRecords": "3"}).body.decode()
    broken = whole.replace(f"<dcterms:identifier>kst-{DOSSIER}-2</dcterms:identifier>", "")
    search.server.fail(SEARCH, Reply(broken.encode()))
    seen = visit(search, records="5")

    assert [paper.number for paper in seen.announcements] == [f"kst-{DOSSIER}-{n}" for n in (1, 3)]
    assert [failure.answered for failure in seen.failures] == ["a record has no number"]


def test_a_paper_of_another_dossier_is_told_to_be_so(search: Publications) -> None:
    search.list(replace(LETTER, dossiers=()))

    assert [paper.is_filed for paper in visit(search).announcements] == [False]


def test_a_search_of_several_pages_is_known_by_the_first(search: Publications) -> None:
    search.server.has_validators = True
    search.list(*map(numbered, range(1, 4)))
    ended = visit(search)
    search.server.asked.clear()
    again = visit(search, ended.bookmark)

    assert (again.announcements, again.bookmark, len(search.server.asked)) == ((), ended.bookmark, 1)
