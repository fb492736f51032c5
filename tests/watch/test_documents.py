"""Asking for the documents of the archive: what is kept, what is not, and what each failure says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.documents.verify import quotable_in
from generator.watch.documents import Limits, Outcome, fetch_document, read_record
from generator.watch.http import MEGABYTE
from tests.support.papers import p, xml_of
from tests.support.pdf_files import plain_pdf
from tests.support.published import LANDING, LETTER, REPORT, WAYS, page_of_text, text_of, with_addresses
from tests.support.stand_in import Reply, StandIn, moved

WAY = WAYS[LETTER]
PLACE = f"data/sources/{LETTER}.yaml:11:6"
MOVE = f"If the document is at another address, correct {PLACE}."
OTHER = "a page about the document, or another version of it."
NO_TEXT = "the file is neither text, docx, PDF, XML nor HTML; save the document as docx, PDF or plain text."
SHORT = text_of(LETTER).replace("medio 2022", "medio 2023")
"""Another version of the letter: one passage differs."""


@dataclass
class Desk:
    """A project with addresses, and the folder that is filled."""

    server: StandIn
    archive: Archive
    folder: Path

    def fetch(self, source: str = LETTER, limits: Limits | None = None) -> Outcome:
        return fetch_document(self.archive, self.archive.sources[source], self.folder, "Tests/1", limits or Limits(60))

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.is_dir() else []

    def at(self, address: str) -> None:
        source = self.archive.sources[LETTER]
        sources = {**self.archive.sources, LETTER: source.model_copy(update={"url": address})}
        self.archive = replace(self.archive, sources=sources)

    def without_home(self, text: str) -> str:
        return text.replace(self.server.home, "HOME")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "project").mkdir()
    with StandIn() as server:
        root = with_addresses(tmp_path / "project", server)
        yield Desk(server, read_archive(root), tmp_path / "fetched")


@pytest.mark.parametrize(
    ("source", "content", "name"),
    [
        pytest.param(LETTER, page_of_text(text_of(LETTER)), f"{LETTER}.html", id="a web page"),
        pytest.param(LETTER, text_of(LETTER).encode(), f"{LETTER}.txt", id="plain text"),
    ],
)
def test_a_document_is_kept_under_the_ending_of_its_content(desk: Desk, source: str, content: bytes, name: str) -> None:
    desk.server.keep(WAYS[source], content, kind="application/octet-stream")
    outcome = desk.fetch(source)

    assert (str(outcome), outcome.problem) == (f"{LETTER}: 7 of 7 passages", "")
    assert desk.names() == ["brief-2021-03-10" + name.removeprefix(LETTER), "fetched.json"]
    assert (desk.folder / name).read_bytes() == content


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        pytest.param(plain_pdf("Geachte voorzitter,"), ".pdf", id="a PDF"),
        pytest.param(xml_of([p("Geachte voorzitter,")]), ".xml", id="the official XML"),
    ],
)
def test_one_passage_is_enough(desk: Desk, content: bytes, ending: str) -> None:
    desk.server.keep(WAY, content, kind="text/html")

    assert (desk.fetch().quotable, desk.names()) == (1, [f"{LETTER}{ending}", "fetched.json"])


def test_another_version_has_fewer_passages(desk: Desk) -> None:
    desk.server.keep(WAY, SHORT.encode())

    assert str(desk.fetch()) == f"{LETTER}: 6 of 7 passages"


def test_a_page_about_the_document_is_not_kept(desk: Desk) -> None:
    desk.server.keep(WAY, LANDING)
    outcome = desk.fetch()

    assert (outcome.quotable, desk.names()) == (0, [])
    assert desk.without_home(outcome.problem) == (
        f"{LETTER}: HOME/letter: what came has 0 of 7 passages: {OTHER} {MOVE}"
    )


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        pytest.param(Reply(LANDING), f"what came has 0 of 7 passages: {OTHER} {MOVE}", id="a page about it"),
        pytest.param(Reply(SHORT.encode()), f"what came has 6 of 7 passages: {OTHER} {MOVE}", id="another version"),
        pytest.param(Reply(b"gone", 404), f"it answered 404: nothing is there. {MOVE}", id="nothing"),
        pytest.param(Reply(b"no", 403, "text/html"), "it answered 403 with text/html. Check the address.",
                     id="a refusal"),
        pytest.param(Reply(b""), "what came cannot be read: the file is empty; fetch it again.", id="an empty file"),
        pytest.param(Reply(b"\0\1\2" * 99), f"what came cannot be read: {NO_TEXT}", id="something else"),
        pytest.param(Reply(b"x" * 2001), "it sent more than 0.002 MB. Nothing of it was written.", id="too much"),
        pytest.param(Reply(late=60), "it did not send the document within 1 s. Try again later.", id="nothing in time"),
        pytest.param(moved("https://elsewhere.example.org/letter"), "it redirects to another host, "
                     f"https://elsewhere.example.org, which is not followed. {MOVE}", id="another host"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_leaves_the_earlier_file(desk: Desk, reply: Reply, says: str) -> None:
    desk.server.keep(WAY, text_of(LETTER).encode())
    desk.fetch()
    before = {name: (desk.folder / name).read_bytes() for name in desk.names()}
    desk.server.fail(WAY, reply)
    outcome = desk.fetch(limits=Limits(1 if reply.late else 60, 2000))

    assert desk.without_home(outcome.problem) == (
        f"{LETTER}: HOME/letter: {says} The earlier file is kept: 7 of 7 passages."
    )
    assert {name: (desk.folder / name).read_bytes() for name in desk.names()} == before


def test_without_a_connection_nothing_is_kept_and_no_folder_made(desk: Desk) -> None:
    desk.at("http://127.0.0.1:9/letter")
    outcome = desk.fetch()

    assert (outcome.quotable, desk.names()) == (0, [])
    assert outcome.problem == f"{LETTER}: http://127.0.0.1:9/letter: no connection could be made. Try again later."


@pytest.mark.parametrize(
    ("address", "says"),
    [
        pytest.param("http://example.org/a.pdf", f"it is not asked, because it is not https://. {MOVE}",
                     id="not encrypted"),
        pytest.param("https://example.org:port/", f"no request can be made of it. Check the address at {PLACE}.",
                     id="a port that is none"),
    ],
)  # fmt: skip
def test_an_address_that_cannot_be_asked_says_so(desk: Desk, address: str, says: str) -> None:
    desk.at(address)

    assert desk.fetch().problem == f"{LETTER}: {address}: {says}"


def test_a_source_without_address_or_passages_says_so(desk: Desk) -> None:
    assert desk.fetch("brief-2023-06-20").problem == (
        "brief-2023-06-20: data/sources/brief-2023-06-20.yaml has no `url`. Enter the address, once it has been seen."
    )
    desk.archive = replace(desk.archive, passages={})
    assert desk.fetch().problem == f"{LETTER}: none of its passages was read, so there is nothing to quote."


def test_a_document_that_is_there_is_asked_for_only_if_it_changed(desk: Desk) -> None:
    desk.server.has_validators = True
    desk.server.keep(WAY, text_of(LETTER).encode())
    outcomes = [desk.fetch(), desk.fetch()]

    assert outcomes == [Outcome(LETTER, 7, 7)] * 2
    assert [bool(headers.get("If-None-Match")) for _, headers in desk.server.asked] == [False, True]
    assert {headers["User-Agent"] for _, headers in desk.server.asked} == {"Tests/1"}


def test_another_address_is_asked_for_all_of_it(desk: Desk) -> None:
    desk.server.has_validators = True
    desk.server.keep(WAY, text_of(LETTER).encode())
    desk.server.keep("/new", page_of_text(text_of(LETTER)))
    desk.fetch()
    desk.at(f"{desk.server.home}/new")
    desk.fetch()

    assert "If-None-Match" not in desk.server.asked[-1][1]
    assert desk.names() == [f"{LETTER}.html", "fetched.json"]


def test_a_file_that_somebody_put_there_is_replaced_only_by_a_better_one(desk: Desk) -> None:
    desk.folder.mkdir()
    (desk.folder / f"{LETTER}.md").write_text(text_of(LETTER), "utf-8")
    desk.server.keep(WAY, SHORT.encode())
    kept = desk.fetch().quotable
    desk.server.keep(WAY, page_of_text(text_of(LETTER)))

    assert (kept, desk.fetch().quotable) == (7, 7)
    assert desk.names() == [f"{LETTER}.html", "fetched.json"]


@pytest.mark.parametrize("record", ["", "[]", '{"a": 1}'])
def test_a_record_that_cannot_be_read_knows_nothing(tmp_path: Path, record: str) -> None:
    (tmp_path / "fetched.json").write_text(record, "utf-8")

    assert read_record(tmp_path) == {}


def test_each_source_has_its_row_in_the_record_and_its_text(desk: Desk) -> None:
    for id, way in WAYS.items():
        desk.server.keep(way, text_of(id).encode())
        desk.fetch(id)

    assert list(read_record(desk.folder)) == [LETTER, REPORT]
    assert len(quotable_in(desk.folder, desk.archive, REPORT)) == len(desk.archive.passages[REPORT])


def test_the_default_size_is_fifty_megabytes() -> None:
    assert Limits(1).largest_bytes == 50 * MEGABYTE
