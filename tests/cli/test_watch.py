"""`atlas watch` as a person or a workflow types it: what is printed, what is written, and how it ends."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.watch.http import agent_of
from tests.support.services import DOSSIER, FEED, PAPER, PDF, SEARCH, House, Paper, Publications, diagnostics
from tests.support.small import SITE, SMALL, lay_out_data
from tests.support.stand_in import NOT_FOUND_PAGE, Reply, StandIn

SETTINGS = f"""\
watch:
  dossier: "{DOSSIER}"
  titles: [{{words: voortgangsbrief}}]
  services:
    - {{id: house, kind: syncfeed, address: "HOME{FEED}?category=Document"}}
    - {{id: publications, kind: sru, address: "HOME{SEARCH}", query: "w.dossiernummer=={{dossier}}"}}
"""
LETTER = Paper()
NUMBER = LETTER.number


@dataclass
class Desk:
    """A project that watches the stand-in."""

    root: Path
    house: House
    publications: Publications

    def watch(self, *words: str) -> Result:
        words = ("--root", str(self.root), "watch", "--to", str(self.root / "inbox"), *words)
        return CliRunner().invoke(main, words, catch_exceptions=False)

    @property
    def cursor(self) -> Path:
        return self.root / "data/watch.json"

    def inbox(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((self.root / "inbox").glob("*"))}

    def without_home(self, text: str) -> str:
        return text.replace(self.house.server.home, "HOME").replace(str(self.root), "ROOT")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with StandIn() as server:
        settings = (SMALL / "data/atlas.yaml").read_text("utf-8") + SETTINGS.replace("HOME", server.home)
        root = lay_out_data(tmp_path, {"data/atlas.yaml": settings})
        yield Desk(root, House(server), Publications(server))


def test_new_papers_are_told_fetched_and_remembered(desk: Desk) -> None:
    desk.publications.list(LETTER)
    run = desk.watch()
    address = f"HOME{desk.publications.path(LETTER, 'xml')}"

    assert (run.exit_code, desk.inbox()) == (0, {f"{NUMBER}.xml": PAPER})
    assert desk.without_home(run.stdout) == (
        "1 new paper\n\n"
        f"{NUMBER}, 2026-09-24: Voortgangsbrief Waterdienst najaar 2026\n"
        "    certain: it carries the number of the dossier\n"
        "    Kamerstuk\n"
        f"    found at publications: https://zoek.example.nl/{NUMBER}.html\n"
        f"    file: {address}\n"
        f"    fetched as {NUMBER}.xml, SHA-256 {hashlib.sha256(PAPER).hexdigest()}\n"
    )
    assert desk.without_home(run.stderr) == f"Written: ROOT/inbox/{NUMBER}.xml\nWritten: ROOT/data/watch.json\n"


def test_nothing_new_is_said_so_and_writes_nothing(desk: Desk) -> None:
    desk.publications.list(LETTER)
    desk.watch()
    desk.watch()
    before = desk.cursor.read_bytes()
    run = desk.watch()

    assert (run.exit_code, run.stdout, run.stderr) == (0, "Nothing new.\n", "")
    assert desk.cursor.read_bytes() == before


def test_a_workflow_gets_json(desk: Desk) -> None:
    desk.house.tell(replace(LETTER, dossiers=(), part=""))
    told = json.loads(desk.without_home(desk.watch("--format", "json").stdout))
    nothing = json.loads(desk.watch("--format", "json").stdout)
    resource = f"HOME/SyncFeed/2.0/Resources/{LETTER.id}"

    assert told == {
        "papers": [
            {
                "number": "2026D40001",
                "title": "Voortgangsbrief Waterdienst najaar 2026",
                "sort": "Brief regering",
                "reference": None,
                "published": "2026-09-24",
                "match": "doubtful",
                "stage": "text",
                "service": "house",
                "page": resource,
                "address": resource,
                "file": "ROOT/inbox/2026d40001.pdf",
                "sha256": hashlib.sha256(PDF).hexdigest(),
            }
        ],
        "failures": [],
        "remarks": [],
    }
    assert nothing == {"papers": [], "failures": [], "remarks": []}


def test_a_service_that_failed_is_told_with_a_way_out_and_the_others_are_told_all_the_same(desk: Desk) -> None:
    desk.house.tell(replace(LETTER, dossiers=(), part=""))
    desk.house.server.fail(SEARCH, diagnostics("Unsupported index", "w.dossier"))
    run = desk.watch()
    search = f"HOME{SEARCH}?operation=searchRetrieve&version=2.0&query=w.dossiernummer%3D%3D{DOSSIER}"

    assert (run.exit_code, list(desk.inbox())) == (1, ["2026d40001.pdf"])
    assert run.stdout.startswith("1 new paper\n")
    assert desk.without_home(run.stderr).splitlines()[2:] == [
        "publications: it cannot answer the search (Unsupported index: w.dossier)",
        f"    {search}&startRecord=1&maximumRecords=100",
        "    Check `query` of the service in data/atlas.yaml.",
    ]


def test_where_every_service_fails_nothing_is_written_and_nothing_is_called_new(desk: Desk) -> None:
    desk.house.server.fail(FEED, NOT_FOUND_PAGE)
    desk.house.server.fail(SEARCH, NOT_FOUND_PAGE)
    run = desk.watch()
    told = json.loads(desk.watch("--format", "json").stdout)

    assert (run.exit_code, run.stdout, told["failures"]) == (1, "", [])
    assert run.stderr.count("it answered a web page instead of <") == 2


def test_failures_are_in_the_json_too(desk: Desk) -> None:
    desk.house.server.fail(FEED, NOT_FOUND_PAGE)
    run = desk.watch("--format", "json")

    assert (run.exit_code, json.loads(desk.without_home(run.stdout))["failures"]) == (
        1,
        [
            {
                "service": "house",
                "paper": "",
                "address": f"HOME{FEED}?category=Document&skiptoken=0",
                "answered": "it answered a web page instead of <feed>",
                "remedy": "Open the address in a browser; if the service works there, "
                "check its settings in data/atlas.yaml.",
            }
        ],
    )


def test_a_look_writes_nothing_so_that_the_next_visit_tells_it_again(desk: Desk) -> None:
    desk.publications.list(LETTER)
    look = desk.watch("--no-fetch")
    written = (desk.inbox(), desk.cursor.exists())
    run = desk.watch()

    assert (look.exit_code, look.stderr, written) == (0, "", ({}, False))
    assert look.stdout.splitlines()[:2] == run.stdout.splitlines()[:2] == ["1 new paper", ""]
    assert desk.inbox() == {f"{NUMBER}.xml": PAPER}


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"[]", id="of another shape"),
        pytest.param(b"\xff\xfe\x00", id="no text"),
        pytest.param(b'{"services": {"house": {}}, "papers": []}', id="with something missing"),
        pytest.param(b'{"services": {}, "papers": [{"match": "surely"}]}', id="with a word that is not known"),
        pytest.param(b"[" * 100_000, id="nested without end"),
    ],
)
def test_a_damaged_cursor_is_told_and_starts_anew_without_offering_what_was_entered(desk: Desk, damage: bytes) -> None:
    source = desk.root / "data/sources/brief-2023-06-20.yaml"
    source.write_text(source.read_text("utf-8") + f'reference: "{DOSSIER[:2]} {DOSSIER[2:]}, nr. 7"\n', "utf-8")
    desk.publications.list(LETTER)
    desk.cursor.write_bytes(damage)
    run = desk.watch()
    again = desk.watch()

    assert (run.exit_code, run.stdout, desk.inbox()) == (0, "Nothing new.\n", {})
    assert "watch.json cannot be read: " in run.stderr
    assert (again.stdout, again.stderr) == ("Nothing new.\n", "")


def test_what_cannot_be_written_is_not_remembered_either(desk: Desk) -> None:
    desk.publications.list(LETTER)
    (desk.root / "inbox").write_text("a file where the folder should be", "utf-8")
    run = CliRunner().invoke(main, ["--root", str(desk.root), "watch", "--to", str(desk.root / "inbox" / "x")])

    assert (run.exit_code, desk.cursor.exists()) == (1, False)
    assert "cannot be written" in run.stderr


def test_a_project_that_watches_nothing_is_told_what_to_write(tmp_path: Path) -> None:
    run = CliRunner().invoke(main, ["--root", str(lay_out_data(tmp_path)), "watch"])

    assert (run.exit_code, run.stderr) == (
        1,
        "Error: data/atlas.yaml has no `watch`: it states which dossier to look for, and in which services.\n",
    )


def test_a_visit_that_ends_at_its_page_limit_says_so(desk: Desk) -> None:
    file = desk.root / "data/atlas.yaml"
    file.write_text(file.read_text("utf-8").replace("category=Document", "category=Document&skiptoken=0"), "utf-8")
    file.write_text(file.read_text("utf-8").replace("kind: syncfeed,", 'kind: syncfeed, pages: "1",'), "utf-8")
    desk.house.tell(*(replace(LETTER, id=f"{n}{LETTER.id[1:]}", title="Iets anders", dossiers=()) for n in range(3)))
    run = desk.watch()
    again = desk.watch()

    assert "house: there are more results after 1 page; the next visit continues there.\n" in run.stderr
    assert "there is more" not in again.stderr


def test_a_title_that_would_write_over_the_screen_is_told_without_what_cannot_be_seen(desk: Desk) -> None:
    desk.house.tell(replace(LETTER, dossiers=(), title="Voortgangsbrief \u202e\u009b2J \u200bmooi"))
    run = desk.watch()

    assert run.stdout.splitlines()[2] == "2026D40001, 2026-09-24: Voortgangsbrief 2J mooi"


def test_a_number_that_is_none_leads_nowhere(desk: Desk) -> None:
    page = Reply(desk.house.page({}).body.replace(b"</feed>", b"<entry/></feed>"))
    desk.house.server.pages[FEED] = lambda query: page
    run = desk.watch()

    assert (run.exit_code, run.stderr.splitlines()[-3]) == (1, "house: an entry of the feed has no id")


@pytest.mark.parametrize(
    ("address", "agent"),
    [
        pytest.param("https://atlas.example.nl/", "Atlas-of-the-Waterway-Service/1 (+https://atlas.example.nl/)",
                     id="with the address where more is to be read"),
        pytest.param(None, "Atlas-of-the-Waterway-Service/1 (looks for new papers)", id="without one yet"),
    ],
)  # fmt: skip
def test_a_service_is_told_who_asks(address: str | None, agent: str) -> None:
    assert agent_of(replace(SITE, address=address)) == agent
