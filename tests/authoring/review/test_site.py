"""The pages of a review as answers to what a browser asks and sends."""

import json
from pathlib import Path

import pytest

from generator.authoring.review.site import Site
from tests.support.reviewed import SOURCE, STATEMENT, desk_at, printed, with_letter

AT = "passage/sluizen-1"
SENT = {"_kind": "statement", "_of": "locks", **STATEMENT}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    root = with_letter(tmp_path, printed(), "letter.pdf")
    return Site(desk_at(root), root / "templates/review")


def page(site: Site, path: str, **query: str) -> str:
    return site.get(path, query).body.decode()


def test_the_overview_leads_to_what_is_open(site: Site) -> None:
    assert "5 of 5 open" not in page(site, "")
    assert '<a href="passage/aanhef-1" data-key="n"' in page(site, "")


def test_everything_settled_is_said(site: Site) -> None:
    for step in site.desk.steps:
        field = "words" if step.kind == "milestone" else "why"
        site.post(step.name, "not-there" if step.kind == "milestone" else "leave-out", {field: "loket"})

    assert "Everything is settled: run <code>make check</code>" in page(site, "")


def test_a_record_that_is_sent_is_written_and_the_page_says_so_once(site: Site) -> None:
    reply = site.post(AT, "accept", SENT)

    assert (reply.status, reply.to) == (303, "passage/sluizen-1")
    assert "Written: a statement of locks." in page(site, reply.to)
    assert "Written" not in page(site, reply.to)


def test_a_record_that_is_refused_comes_back_as_it_was_sent(site: Site) -> None:
    reply = site.post(AT, "accept", {**SENT, "text-nl": "De 7 <b>aannemers</b>."})

    assert reply.status == 422
    assert "De 7 &lt;b&gt;aannemers&lt;/b&gt;." in reply.body.decode()
    assert "in text of statement" in reply.body.decode()


def test_a_record_is_checked_without_being_written(site: Site) -> None:
    before = (site.desk.root / "data/themes/locks/statements.yaml").read_bytes()
    wrong, right = (site.post(AT, "check", {**SENT, **more}) for more in ({"text-en": "All 7."}, {}))

    assert "text-en" in json.loads(wrong.body)["faults"][0]["options"]
    assert json.loads(right.body) == {"faults": [], "id": "contractor-zuiderkade-known"}
    assert (site.desk.root / "data/themes/locks/statements.yaml").read_bytes() == before


def test_what_is_left_out_leads_on_and_can_be_taken_back(site: Site) -> None:
    reply = site.post("passage/aanhef-1", "leave-out", {"why": "salutation"})
    site.post("passage/aanhef-1", "undo", {})

    assert reply.to == "passage/sluizen-1"
    assert "Taken back" in page(site, "passage/aanhef-1")


def test_what_cannot_be_done_is_said_and_changes_nothing(site: Site) -> None:
    nowhere = site.post(AT, "accept", {**SENT, "_of": "lcks"})
    site.post("passage/aanhef-1", "leave-out", {"why": ""})

    assert nowhere.to == "passage/sluizen-1"
    assert "Nothing was written. an answer is needed" in page(site, "passage/aanhef-1")


def test_another_record_can_be_asked_for(site: Site) -> None:
    assert "milestone of Ferries" in page(site, "passage/sluizen-1", new="milestone", of="ferries")
    assert "There is no &#39;fries&#39;" in page(site, "passage/sluizen-1", new="milestone", of="fries")


def test_pictures_of_pages_are_there_and_no_others(site: Site) -> None:
    statuses = [site.get(f"picture/{name}", {}).status for name in ("1.png", "2.png", "3.png", "0.png", "x.png")]

    assert statuses == [200, 200, 404, 404, 404]


@pytest.mark.parametrize(
    "path", ["passage/nothing", "../data/atlas.yaml", "base.html.j2", "..%2freview.css", "x/../review.css", "accept"]
)
def test_nothing_else_is_at_any_address(site: Site, path: str) -> None:
    assert site.get(path, {}).status == 404


def test_nothing_is_done_that_is_not_offered(site: Site) -> None:
    assert [site.post("passage/aanhef-1", act, {}).status for act in ("delete", "")] == [404, 404]
    assert site.post(AT, "accept", {**SENT, "_kind": "source"}).status == 303
    assert site.post("passage/nothing", "undo", {}).status == 404


def test_data_that_somebody_broke_meanwhile_are_not_written_over(site: Site) -> None:
    file = site.desk.root / "data/themes/locks/statements.yaml"
    file.write_text("broken: [", "utf-8")
    site.post(AT, "accept", SENT)

    assert "The data cannot be read" in page(site, "passage/sluizen-1")
    assert file.read_text("utf-8") == "broken: ["
    assert SOURCE in site.desk.archive.sources
