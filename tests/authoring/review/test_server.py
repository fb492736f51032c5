"""Only whoever has the address sees the review, only on this machine, and nothing is fetched from elsewhere."""

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.authoring.review.server import ReviewServer
from generator.authoring.review.site import Site
from tests.support.reviewed import desk_at, with_letter

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    root = with_letter(tmp_path)
    with ReviewServer(Site(desk_at(root), root / "templates/review"), "secret") as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield running
        running.shutdown()


@dataclass(frozen=True)
class Told:
    """An answer that was read to its end."""

    status: int
    headers: Message
    body: bytes


def asked(server: ReviewServer, path: str, sent: str | None = None, **headers: str) -> Told:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection("127.0.0.1", server.server_port, timeout=30)) as connection:
        connection.request("GET" if sent is None else "POST", path, sent, names)
        reply = connection.getresponse()
        return Told(reply.status, reply.headers, reply.read())


def test_the_page_is_there_for_who_knows_the_address(server: ReviewServer) -> None:
    reply = asked(server, "/secret/")

    assert (reply.status, b"Progress letter, summer 2026" in reply.body) == (200, True)
    assert server.address == f"http://127.0.0.1:{server.server_port}/secret/"
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize("path", ["/", "/secre/", "/secret2/", "/SECRET/", "/passage/aanhef-1", "//secret/x"])
def test_nothing_is_there_for_anybody_else(server: ReviewServer, path: str) -> None:
    reply = asked(server, path)

    assert (reply.status, b"letter" in reply.body) == (404, False)


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example"}, id="a name that leads to this machine"),
        pytest.param({"Content_Type": "text/plain"}, id="what is no form"),
        pytest.param({"Sec_Fetch_Site": "cross-site"}, id="a form of a page elsewhere"),
        pytest.param({"Content_Length": "99999999"}, id="more than a form can be"),
    ],
)
def test_what_does_not_come_from_the_page_writes_nothing(server: ReviewServer, headers: dict[str, str]) -> None:
    before = server.site.desk.steps
    sent = {"Content_Type": FORM, **headers}
    reply = asked(server, "/secret/passage/aanhef-1?act=leave-out", "why=x", **sent)

    assert (reply.status, server.site.desk.steps) == (404, before)


def test_a_form_of_the_page_is_taken_and_leads_on(server: ReviewServer) -> None:
    reply = asked(server, "/secret/passage/aanhef-1?act=leave-out", "why=salutation", Content_Type=FORM)

    assert (reply.status, reply.headers["Location"]) == (303, "/secret/passage/sluizen-1")


def test_every_answer_forbids_what_is_not_of_this_page(server: ReviewServer) -> None:
    for path in ("/secret/", "/secret/review.js", "/nothing"):
        headers = asked(server, path).headers

        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self';")
        assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")
