"""The configuration of docs/publishing.md in a real Caddy and a real nginx serves the site as its `_headers` say."""

import gzip
import http.client
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest

from generator.publish.open_data.catalogue.files import KINDS
from tests.support.once import built, built_once, copied
from tests.support.servers import configuration_of, started, why_not_here
from tests.support.small import SMALL

TYPES = {ending: kind.media_type for ending, kind in KINDS.items()} | {
    ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png",
    ".woff2": "font/woff2", ".pdf": "application/pdf", ".txt": "text/plain", ".sha256": "text/plain",
    ".xml": "text/xml", ".ics": "text/calendar", ".bib": "text/x-bibtex",
    ".ris": "application/x-research-info-systems",
}  # fmt: skip
"""What each kind of file is served as: those of the open data as the catalogues of the site say."""
OLDER_NAMES = {"application/javascript": "text/javascript", "application/xml": "text/xml"}
"""Types that mean the same, by which some lists of types still go."""
PACKED = {".png", ".woff2", ".pdf", ".zip", ".xlsx", ".parquet"}
"""What compression does not make smaller."""
SMALLEST = 1_000
"""Bytes of a file from which compression is asked for."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


def answered(url: str, **headers: str) -> Answer:
    """What the server answers, as it comes: not unpacked, and redirects are not followed."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", parts.path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    answer = Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    connection.close()
    return answer


@pytest.fixture(scope="module")
def site(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small archive, with somebody to reach."""
    reachable = "repo_url: https://github.com/agency/atlas\n" + (SMALL / "mkdocs.yml").read_text("utf-8")

    def build(folder: Path) -> None:
        root = copied(project, folder, {"mkdocs.yml": reachable})
        built(root, root / "site")

    return built_once(tmp_path_factory, "reachable", build) / "site"


@pytest.fixture(scope="module")
def said(site: Path) -> dict[str, str]:
    """The headers that the file `_headers` asks for, on every path."""
    first, *lines = (site / "_headers").read_text("utf-8").splitlines()
    assert first == "/*"
    return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}


@pytest.fixture(scope="module", params=["Caddy", "nginx"])
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site behind each server that is installed."""
    if why := why_not_here(request.param):
        pytest.skip(why)
    with started(request.param, site, tmp_path_factory.mktemp("server")) as address:
        yield address


def examples(site: Path) -> dict[str, Path]:
    """The largest file of each kind."""
    files = sorted((file for file in site.rglob("*") if file.suffix in TYPES), key=lambda file: file.stat().st_size)
    return {file.suffix: file for file in files}


def test_every_kind_of_file_comes_whole_with_the_headers_of_the_site_and_as_what_it_is(server, site, said):
    wrong = {}
    for ending, file in examples(site).items():
        answer = answered(server + file.relative_to(site).as_posix())
        as_said = {name: answer.headers.get(name) for name in said}
        kind, _, more = answer.headers.get("content-type", "").partition(";")
        kind = OLDER_NAMES.get(kind, kind)
        is_text = TYPES[ending].startswith("text/")
        if (answer.status, as_said, kind, answer.body == file.read_bytes()) != (200, said, TYPES[ending], True):
            wrong[ending] = (answer.status, as_said, kind)
        elif is_text and more.strip().lower() != "charset=utf-8":
            wrong[ending] = more

    assert examples(site).keys() == TYPES.keys()
    assert wrong == {}


def test_what_gets_smaller_is_compressed_and_caches_know(server, site):
    found = {}
    for ending, file in examples(site).items():
        if file.stat().st_size >= SMALLEST:
            answer = answered(server + file.relative_to(site).as_posix(), Accept_Encoding="gzip")
            packed = answer.headers.get("content-encoding") == "gzip"
            assert (gzip.decompress(answer.body) if packed else answer.body) == file.read_bytes()
            found[ending] = packed and "accept-encoding" in answer.headers.get("vary", "").lower()

    assert found == {ending: ending not in PACKED for ending in found}
    assert {".html", ".css", ".js", ".json", ".svg", ".xml", ".jsonld", ".png"} <= found.keys()


@pytest.mark.parametrize(
    ("path", "page"), [("none/", "404.html"), ("nl/none", "nl/404.html"), ("en/a/b/", "en/404.html")]
)
def test_a_page_that_is_not_there_is_said_so_in_its_language_with_the_headers_of_the_site(
    server, site, said, path, page
):
    answer = answered(server + path)

    assert (answer.status, answer.body) == (404, (site / page).read_bytes())
    assert {name: answer.headers.get(name) for name in said} == said
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["nl", "en/themes/ferries"])
def test_an_address_without_its_last_slash_leads_to_the_page_on_the_same_host(server, path):
    answer = answered(server + path, Host="atlas.example.org")

    assert answer.status in (301, 308)
    assert (
        urljoin(f"https://atlas.example.org/{path}", answer.headers["location"]) == f"https://atlas.example.org/{path}/"
    )


@pytest.mark.parametrize("path", ["", "nl/"])
def test_a_folder_is_its_page(server, site, path):
    assert answered(server + path).body == (site / path / "index.html").read_bytes()


def test_what_did_not_change_is_not_sent_again(server):
    first = answered(f"{server}nl/")
    again = answered(f"{server}nl/", If_None_Match=first.headers["etag"])

    assert (again.status, again.body) == (304, b"")


def test_whom_to_reach_is_served_as_the_standard_asks(server):
    """RFC 9116, sections 2.2 and 3."""
    answer = answered(f"{server}.well-known/security.txt")

    assert (answer.status, answer.headers["content-type"].lower()) == (200, "text/plain; charset=utf-8")


def test_whom_to_reach_is_said_in_the_fields_of_the_standard(site):
    """RFC 9116, sections 2.3, 2.5 and 4: each line a field; whom to reach as an address, once when it expires."""
    lines = (site / ".well-known/security.txt").read_text("ascii").splitlines()
    fields = [re.fullmatch(r"([!-9;-~]+): (\S.*)", line) for line in lines if line and not line.startswith("#")]
    found = [(field[1], field[2]) for field in fields if field]
    once = dict(found)
    expires = datetime.fromisoformat(once["Expires"])
    editions = json.loads((site / "data/editions.json").read_text("utf-8"))["editions"]
    newest = date.fromisoformat(max(edition["published"]["last"] for edition in editions))

    assert None not in fields
    assert [name for name, _ in found] == ["Contact", "Expires", "Preferred-Languages"]
    assert once["Contact"] == "https://github.com/agency/atlas"
    assert expires.tzinfo
    assert 0 < (expires.date() - newest).days <= 365
    assert all(re.fullmatch("[a-z]{2,3}", code) for code in once["Preferred-Languages"].split(", "))


def test_a_header_that_a_server_leaves_out_is_found(site, said, tmp_path, monkeypatch):
    """The configuration without its policy, in the server that is at hand."""
    here = next((name for name in ("nginx", "Caddy") if not why_not_here(name)), None)
    if here is None:
        pytest.skip("neither Caddy nor nginx is installed")
    block = "\n".join(line for line in configuration_of(here).splitlines() if "Content-Security-Policy" not in line)
    monkeypatch.setattr("tests.support.servers.configuration_of", lambda _: block)
    with started(here, site, tmp_path) as address:
        headers = answered(address).headers

    assert [name for name in said if headers.get(name) != said[name]] == ["content-security-policy"]
