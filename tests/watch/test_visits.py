"""How a visit goes: what is asked for, what is fetched and under which name, and what stays when nobody answers."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from generator.model.enums import Stage
from generator.watch.state import cursor_of
from tests.support.services import DOSSIER, FEED, PAPER, PDF, SEARCH, numbered
from tests.support.stand_in import NOT_FOUND_PAGE
from tests.support.watched import AT_PUBLICATIONS, LETTER, RESOURCE, UNNUMBERED, at, scene


def test_a_service_is_asked_only_for_what_is_newer_than_its_last_answer() -> None:
    with scene() as here:
        here.server.has_validators = True
        here.house.tell(LETTER)
        here.publications.list(LETTER)
        visits = [here.told() for _ in range(3)]
        here.server.asked.clear()
        unchanged, failed = here.told(), here.failures()
        asked = [(path.partition("?")[0], "If-None-Match" in headers) for path, headers in here.server.asked]
        here.house.tell(numbered(8))
        told = here.told()

    assert (visits, unchanged, failed) == ([AT_PUBLICATIONS, [], []], [], [])
    assert asked == [(FEED, True), (SEARCH, True)]
    assert told == [at(8)]


def test_what_one_page_is_known_by_is_not_told_of_another() -> None:
    with scene() as here:
        here.server.has_validators = True
        for _ in range(2):
            here.visit()
        here.house.tell(*map(numbered, range(1, 4)))
        here.server.asked.clear()
        here.visit()
        asked = ["If-None-Match" in headers for path, headers in here.server.asked if path.startswith(FEED)]

    assert asked == [True, False]


def test_a_told_paper_that_is_listed_again_is_not_fetched_again() -> None:
    with scene() as here:
        for _ in range(3):
            here.house.tell(LETTER)
            here.visit()
        fetched = [path for path, _ in here.server.asked if path == RESOURCE]

    assert fetched == [RESOURCE]


def test_a_look_fetches_no_file() -> None:
    with scene() as here:
        here.house.tell(LETTER)
        watched = here.visit(fetch=False)
        asked = [path.partition("?")[0] for path, _ in here.server.asked]

    assert [(f.stage, f.address, f.sha256) for f in watched.findings] == [(Stage.TEXT, here.server.home + RESOURCE, "")]
    assert (watched.files, asked) == ({}, [FEED, SEARCH])


def test_what_was_fetched_has_a_name_from_its_number_and_comes_whole() -> None:
    with scene() as here:
        here.house.tell(UNNUMBERED)
        here.publications.list(numbered(8))
        files = dict(here.visit().files)

    assert files == {"2026d40001.pdf": PDF, f"kst-{DOSSIER}-8.xml": PAPER}


def test_a_number_cannot_lead_a_file_out_of_its_folder() -> None:
    with scene() as here:
        here.house.tell(replace(UNNUMBERED, document="../../etc/passwd"))
        files = list(here.visit().files)

    assert files == [f"etc-passwd-{sha256(PDF).hexdigest()[:16]}.pdf"]


def test_a_service_that_cannot_be_reached_leaves_the_cursor_as_it_was() -> None:
    with scene() as here:
        here.house.tell(LETTER)
        here.visit()
        before = here.cursor
    told, failed = here.told(), here.failures()

    assert (told, cursor_of(here.cursor)) == ([], cursor_of(before))
    assert failed == ["house: no connection could be made", "publications: no connection could be made"]


def test_a_first_visit_starts_at_the_newest_known_paper_and_the_next_where_it_ended() -> None:
    with scene() as here:
        here.house.tell(*(replace(numbered(n), version=f"2026-0{n}-20T12:00:00") for n in range(1, 9)))
        here.newest = date(2026, 6, 11)
        told = here.told()
        here.server.asked.clear()
        here.house.tell(numbered(9))
        again = here.told()
        pages = [path for path, _ in here.server.asked if path.startswith(FEED)]

    assert told == [at(5), at(6), at(7), at(8)]
    assert (again, len(pages)) == ([at(9)], 1)


def test_where_the_cursor_is_lost_old_papers_are_not_told_again() -> None:
    with scene() as here:
        here.house.tell(*(replace(numbered(n), version=f"2026-0{n}-20T12:00:00") for n in range(1, 9)))
        here.visit()
        here.cursor, here.newest = '{"papers": [], "services": {}}', date(2026, 8, 1)
        told = here.told()

    assert told == [at(7), at(8)]


def test_what_is_too_old_to_be_told_is_not_read_either() -> None:
    with scene() as here:
        here.house.tell(*(replace(numbered(n), version=f"2026-0{n}-20T12:00:00") for n in range(1, 9)))
        here.watch["since"], here.newest = "2026-07-25", date(2026, 1, 1)
        told = here.told()

    assert told == [at(7), at(8)]
    assert not [path for path, _ in here.server.asked if numbered(6).id in path]


def test_a_start_that_cannot_be_found_is_one_failure_and_looked_for_again() -> None:
    with scene() as here:
        here.newest = date(2026, 6, 11)
        here.house.tell(numbered(8))
        here.server.fail(FEED, NOT_FOUND_PAGE)
        told, failed = here.told(), here.failures()
        again = here.told()

    assert (told, failed) == ([], ["house: it answered a web page instead of <feed>"])
    assert again == [at(8)]
