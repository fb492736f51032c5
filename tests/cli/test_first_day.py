"""The whole path, as people and machines walk it: a letter is published, found, read, entered, and makes an edition."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from generator.documents.block import BlockKind
from generator.documents.ingest import read_source
from generator.model.period import parse_period
from tests.support.command_line import ran
from tests.support.letters import Part
from tests.support.once import copied
from tests.support.papers import xml_of
from tests.support.printed import Press
from tests.support.services import DOSSIER, DOSSIER_ID, FEED, SEARCH, House, Paper, Publications
from tests.support.small import SMALL
from tests.support.stand_in import StandIn

SOURCE, DAY = "brief-2026-06-03", "2026-06-03"
PUBLISHED = replace(Paper(), title="Voortgangsbrief Waterdienst zomer 2026", day=DAY)
H, P = BlockKind.HEADING, BlockKind.PARAGRAPH
LETTER = (
    Part(P, "Geachte voorzitter,"),
    Part(H, "Sluizen", 1),
    Part(
        P,
        "Voor de sluis bij Zuiderkade is de aannemer gekozen. Het heien begint na de bouwvak, en in het derde kwartaal "
        "van 2028 varen de eerste schepen erdoor.",
    ),
    Part(
        P,
        "Een schip wachtte in 2025 gemiddeld 3,1 uur op een schutting. De wachttijd bij de sluizen daalt daarmee voor "
        "het derde jaar.",
    ),
    Part(H, "Veren", 1),
    Part(
        P,
        "Bij de veren is de laatste dieselmotor nog niet vervangen. Door een brand bij de leverancier van de accu's "
        "gebeurt dat uiterlijk op 31 maart 2027.",
    ),
    Part(H, "Tot slot", 1),
    Part(P, "Bij het volgende debat licht ik dit alles graag toe."),
)
pytestmark = pytest.mark.slow
TELLING = f"""\
watch:
  dossier: "{DOSSIER}"
  titles: [{{words: ["voortgangsbrief waterdienst"]}}]
  services:
    - {{id: house, kind: syncfeed, address: "HOME{FEED}?category=Document", dossier: "{DOSSIER_ID}"}}
    - {{id: publications, kind: sru, address: "HOME{SEARCH}", query: "w.dossiernummer=={{dossier}}"}}
"""
TOLD = (
    "--title-nl", "Voortgangsbrief zomer 2026", "--title-en", "Progress letter, summer 2026",
    "--sender-nl", "de directeur-generaal", "--sender-en", "Director-General", "--reference", "99 123, nr. 7",
)  # fmt: skip


def atlas(root: Path, *words: str) -> str:
    """What the command prints; it must succeed."""
    run = ran(root, *words)
    assert run.exit_code == 0, run.stderr
    return run.stdout


@dataclass
class Walk:
    """A project that the letter was entered in, and what was seen on the way."""

    root: Path
    visits: list[dict[str, list[dict[str, str]]]] = field(default_factory=list)
    """What `atlas watch` told, visit after visit."""
    inbox: dict[str, bytes] = field(default_factory=dict)
    from_pdf: set[tuple[str, str]] = field(default_factory=set)
    """(id, hash) of the passages below the first heading, read from the PDF."""
    from_xml: set[tuple[str, str]] = field(default_factory=set)
    worklist: str = ""
    checked: list[str] = field(default_factory=list)
    """What `atlas check` said before the letter came, when it was read, and when it was entered."""
    before: dict[str, bytes] = field(default_factory=dict)
    """The published files before the letter came, by path."""
    after: dict[str, bytes] = field(default_factory=dict)

    def watch(self) -> None:
        told = atlas(self.root, "watch", "--to", str(self.root / "inbox"), "--format", "json")
        self.visits.append(json.loads(told))

    def published(self) -> dict[str, bytes]:
        atlas(self.root, "build", "--jobs", "1")
        files = sorted(path for path in (self.root / "site").rglob("*") if path.is_file())
        return {path.relative_to(self.root / "site").as_posix(): path.read_bytes() for path in files}

    def passages(self, file: Path) -> set[tuple[str, str]]:
        read = read_source(file, SOURCE, parse_period(DAY)).passages
        return {(passage.id, passage.hash) for passage in read if not passage.id.startswith("aanhef-")}

    def insert(self, file: str, record: str, block: str) -> None:
        """Puts a block at the end of a record of a file."""
        path = self.root / "data" / "themes" / file
        head, mark, tail = path.read_text("utf-8").partition(f"- id: {record}\n")
        body, gap, rest = tail.partition("\n\n")
        path.write_text(f"{head}{mark}{body.rstrip()}\n{block}{gap}{rest}", "utf-8")

    def append(self, file: str, block: str) -> None:
        path = self.root / "data" / file
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n{block}", "utf-8")

    def proposed(self, passage: str, words: str) -> str:
        """The YAML that the work list proposes for a passage under the line in which the words stand."""
        task = self.worklist.split(f"## {passage} (", 1)[1]
        return re.split(r"```(?:yaml)?\n", task.split(words, 1)[1], maxsplit=2)[1]


def printed_letter() -> bytes:
    press = Press()
    tags = {P: "p", H: "h1"}
    body = "".join(f"<{tags[part.kind]}>{part.text}</{tags[part.kind]}>" for part in LETTER)
    pdf = press.page(body)
    press.close()
    return pdf


def publish_unnumbered_pdf(house: House) -> None:
    """The House lists the letter on the day it comes in, before it is filed."""
    house.tell(replace(PUBLISHED, dossiers=(), part=""))
    house.server.keep(f"/SyncFeed/2.0/Resources/{PUBLISHED.id}", printed_letter(), "application/pdf")


def publish_numbered_xml(publications: Publications) -> None:
    """Some days later it is an official publication with a number."""
    publications.list(PUBLISHED)
    publications.server.keep(publications.path(PUBLISHED, "xml"), xml_of(LETTER))


def enter(walk: Walk) -> None:
    """What an editor does with the work list: completes what it proposes, and says of the rest why it is left out.

    A milestone that the letter does not mention is looked for.
    """
    moved = ("locks", "sluizen-1", "lock-zuiderkade"), ("ferries", "veren-1", "electric-ferries")
    for theme, passage, milestone in moved:
        report = walk.proposed(passage, f"a report of `{milestone}`")
        says = "      says: # announced, under-way, stalled, done, dropped"
        assert says in report
        walk.insert(f"{theme}/milestones.yaml", milestone, report.replace(says, "      says: under-way"))
    value = walk.proposed("sluizen-2", "a value of `waiting-time`")
    walk.insert("locks/indicators.yaml", "waiting-time", value.replace("value: # 3.1, 3", "value: 3.1"))
    atlas(walk.root, "looked", "ticket-sales", SOURCE, "--none")
    left_out = {f"aanhef-{n}": "letterhead" for n in range(1, 6)} | {"tot-slot-1": "closing formula"}
    lines = "".join(f"  - {{passage: {passage}, why: {why}}}\n" for passage, why in left_out.items())
    walk.append(f"sources/{SOURCE}.yaml", f"out_of_scope:\n{lines}")


@pytest.fixture(scope="module")
def walk(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    with StandIn() as server:
        house, publications = House(server), Publications(server)
        settings = (SMALL / "data/atlas.yaml").read_text("utf-8") + TELLING.replace("HOME", server.home)
        walk = Walk(copied(project, tmp_path_factory.mktemp("project"), {"data/atlas.yaml": settings}))
        inbox = walk.root / "inbox"
        atlas(walk.root, "fmt")
        walk.checked.append(atlas(walk.root, "check"))
        walk.before = walk.published()
        walk.watch()
        publish_unnumbered_pdf(house)
        walk.watch()
        publish_numbered_xml(publications)
        walk.watch()
        walk.watch()
        walk.inbox = {path.name: path.read_bytes() for path in sorted(inbox.iterdir())}
        walk.from_pdf, walk.from_xml = (walk.passages(inbox / name) for name in sorted(walk.inbox))
        letter = inbox / f"kst-{DOSSIER}-7.xml"
        atlas(walk.root, "ingest", str(letter), "--id", SOURCE, "--published", DAY, *TOLD,
              "--worklist", str(walk.root / "worklist.md"))  # fmt: skip
        walk.worklist = (walk.root / "worklist.md").read_text("utf-8")
        walk.checked.append(atlas(walk.root, "check"))
        enter(walk)
        atlas(walk.root, "fmt")
        walk.checked.append(atlas(walk.root, "check"))
        walk.after = walk.published()
        (walk.root / "data/watch.json").unlink()
        walk.watch()
        yield walk


OLD = ("2021-03-10", "2023-02", "2023-06-20")
STYLE = "assets/atlas."


def test_the_letter_is_found_without_its_number_and_again_with_it_and_then_no_more(walk: Walk) -> None:
    told = [[(paper["number"], paper["match"], paper["stage"]) for paper in visit["papers"]] for visit in walk.visits]

    assert told == [[], [("2026D40001", "doubtful", "text")], [(f"kst-{DOSSIER}-7", "certain", "text")], [], []]


def test_what_was_fetched_is_told_with_its_place_and_hash(walk: Walk) -> None:
    told = {Path(p["file"]).name: p["sha256"] for visit in walk.visits for p in visit["papers"]}

    assert told == {name: hashlib.sha256(content).hexdigest() for name, content in walk.inbox.items()}
    assert walk.inbox[f"kst-{DOSSIER}-7.xml"] == xml_of(LETTER)


def test_its_pdf_and_its_xml_give_the_same_passages(walk: Walk) -> None:
    assert walk.from_pdf == walk.from_xml
    assert sorted(id for id, _ in walk.from_xml) == ["sluizen-1", "sluizen-2", "tot-slot-1", "veren-1"]


def test_the_data_are_in_order_at_every_step(walk: Walk) -> None:
    assert walk.checked == [f"No problems: 2 themes, {editions} editions.\n" for editions in (3, 4, 4)]


def test_the_letter_makes_a_new_edition_in_both_languages_and_the_newest(walk: Walk) -> None:
    made = {path for path in walk.after if path not in walk.before}
    editions = json.loads(walk.after["data/editions.json"])["editions"]
    compared = {f"{language}/changes/{OLD[-1]}/index.html" for language in ("nl", "en")}

    assert {f"{language}/editions/{DAY}/index.html" for language in ("nl", "en")} <= made
    assert {path for path in made if DAY not in path and not path.startswith(STYLE)} == compared
    assert [(edition["id"], edition["latest"]) for edition in editions] == [*((id, False) for id in OLD), (DAY, True)]


def test_earlier_editions_are_the_same_to_the_byte_but_for_the_name_of_the_style_sheet(walk: Walk) -> None:
    old = {path for path in walk.before if re.match(rf"(?:nl|en)/editions/(?:{'|'.join(OLD)})/", path)}
    changed = {path for path in old if walk.after.get(path) != walk.before[path]}

    assert len(old) > 300
    assert {path for path in changed if without_sheet(walk.after[path]) != without_sheet(walk.before[path])} == set()


def without_sheet(page: bytes) -> bytes:
    """The page without the name of its style sheet: that comes from its content, and a letter may bring elements."""
    return re.sub(rb"assets/atlas\.[0-9a-f]{8}\.css", b"", page)


def test_open_data_of_earlier_editions_are_the_same_to_the_byte_but_for_which_is_the_latest(walk: Walk) -> None:
    old = {path for path in walk.before if path.startswith(tuple(f"data/{edition}/" for edition in OLD))}
    changed = {path for path in old if walk.after.get(path) != walk.before[path]}
    newest = f"data/{OLD[-1]}/atlas.json"

    assert len(old) == 144
    assert changed == {newest, f"data/{OLD[-1]}/dataset.jsonld"}
    assert walk.after[newest] == walk.before[newest].replace(b'"latest": true', b'"latest": false', 1)


def test_the_page_of_changes_tells_what_the_letter_changed(walk: Walk) -> None:
    page = walk.after[f"en/editions/{DAY}/changes/index.html"].decode()
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    changes = json.loads(walk.after[f"data/{DAY}/atlas.json"])["changes"]

    assert [(c["kind"], c["id"], c["before"], c["after"], c["days"]) for c in changes] == [
        ("moved", "electric-ferries", "2024-06-30", "2027-03-31", 1004),
        ("silent", "ticket-sales", None, None, None),
        ("new", "waiting-time", None, "3.1", None),
        ("back", "lock-zuiderkade", None, None, None),
    ]
    assert "moved Last diesel engine replaced : from 30 June 2024 to 31 March 2027 +1,004 days" in text
    assert "no longer mentioned New ticket sales" in text
    assert "value Waiting time at the locks, 2025 : 3.1" in text
