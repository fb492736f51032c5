"""The pages that tell how things went: what they tell in each edition, where they lead, and on any screen."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from generator.editions.edition import Edition
from generator.pages.follow import written_for
from generator.pages.workspace import Workspace
from tests.site.links import Document
from tests.site.test_reading import closed, opened

PAGES = ("milestones/", "changes/", "silence/", "timeline/", "tensions/")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def newest(workspace: Workspace) -> Edition:
    return workspace.editions[-1]


def volumes(workspace: Workspace) -> Iterator[tuple[str, Edition]]:
    """The folder of every volume with its edition."""
    known = {edition.id: edition for edition in workspace.editions}
    for address in workspace.addresses:
        yield address.root, known[address.edition]


def read(file: Path) -> Document:
    return Document(file.read_text("utf-8"))


def main(file: Path) -> str:
    """What stands on the page itself, without its frame."""
    return file.read_text("utf-8").split("<main", 1)[1].split("</main>", 1)[0]


def test_from_the_changes_every_earlier_edition_is_a_plain_link_away(site, workspace):
    for root, edition in volumes(workspace):
        folder = site / root / "changes"
        links = [link for link in Document(main(folder / "index.html")).links if not link.startswith("#")]
        reached = {posixpath.normpath(link) for link in links if "/" not in link.strip("/")}

        assert reached >= set(edition.earlier[1:])
        assert {file.name for file in folder.iterdir() if file.is_dir()} == set(edition.earlier)


def unknown_then(workspace: Workspace, old: Edition) -> list[str]:
    """The ids of all that a later edition than `old` brought."""
    new = workspace.editions[-1]
    known = {r.id for e in (old,) for r in (*e.milestones, *e.statements, *e.indicators, *e.tensions, *e.terms)}
    all_ids = {r.id for r in (*new.milestones, *new.statements, *new.indicators, *new.tensions, *new.terms)}
    return sorted((all_ids - known) | (new.sources.keys() - old.sources.keys()))


def test_nothing_that_2026_brought_stands_on_any_of_these_pages_of_2024(site, workspace):
    old = next(edition for edition in workspace.editions if edition.id == "2024-06-24")
    later = unknown_then(workspace, old)
    leaks = []
    for language in ("nl", "en"):
        volume = site / language / "editions" / old.id
        pages = [volume / path / "index.html" for path in PAGES] + sorted(volume.glob("changes/*/index.html"))
        texts = {file: main(file) for file in pages}
        texts |= {file: file.read_text("utf-8") for file in volume.rglob("*.ics")}
        texts |= {file: file.read_text("utf-8") for file in volume.rglob("feed.xml")}
        days = ("2026-06-11", "11 June 2026", "11 juni 2026", "11 Jun 2026", "11 jun 2026")
        leaks += [(str(file), day) for file, text in texts.items() for day in days if day in text]
        quoted = [(file, f"{before}{id}{after}") for file in texts for id in later for before, after in BORDERS]
        leaks += [(str(file), id) for file, id in quoted if id in texts[file]]

    assert leaks == []


BORDERS = (("/", "/"), ("#", '"'), ('id="', '"'), ("UID:", "@"))
"""What an id stands between where something of it is told."""


@pytest.fixture(scope="module")
def targets() -> dict[Path, frozenset[str] | None]:
    """The ids of the pages that were looked at; None for a page that is not there."""
    return {}


def leads_nowhere(page: Path, link: str, targets: dict[Path, frozenset[str] | None]) -> bool:
    path, _, fragment = link.partition("#")
    target = Path(posixpath.normpath((page.parent / path).as_posix()))
    target = target / "index.html" if path.endswith("/") else target if path else page
    if target not in targets:
        targets[target] = frozenset(read(target).ids) if target.is_file() else None
    ids = targets[target]
    return ids is None or bool(fragment and fragment not in ids)


def test_the_ledger_and_the_timeline_mark_everything_that_the_edition_knows(site, newest):
    silence = [link for link in Document(main(site / "en/silence/index.html")).links if "/milestones/" in link]
    marks = [link for link in Document(main(site / "en/timeline/index.html")).links if "#" in link]
    timeline = [link for link in marks if "/themes/" in link]
    others = [link for link in marks if "/sources/#" in link]

    assert {posixpath.basename(link.rstrip("/")) for link in silence} == {m.id for m in newest.milestones}
    assert sorted(link.partition("#")[2] for link in timeline) == sorted(s.id for s in newest.statements)
    assert {link.partition("#")[2] for link in others} == {d.id for d in newest.references if d.published}


def test_the_newest_edition_has_feeds_and_calendars_and_no_other_has_any(site, workspace):
    written = {
        address.root: {
            file.relative_to(site / address.root).as_posix()
            for file in (site / address.root).rglob("*")
            if file.suffix == ".ics" or file.name == "feed.xml"
        }
        for address in workspace.addresses
    }

    assert written == {
        a.root: set(written_for(workspace.volume(a))) if a.latest else set() for a in workspace.addresses
    }


def test_every_feed_can_be_read_and_its_links_lead_to_pages_of_the_site(site, targets):
    lost = []
    for file in site.rglob("feed.xml"):
        links = [link.attrib["href"] for link in ElementTree.parse(file).getroot().iter(f"{ATOM}link")]
        lost += [(str(file), link) for link in links if link != "feed.xml" and leads_nowhere(file, link, targets)]

    assert lost == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_calendar_of_the_atlas_holds_those_of_its_themes(site, language):
    parts = [uid for file in (site / language / "themes").rglob("promises.ics") for uid in uids(file)]

    assert sorted(uids(site / language / "promises.ics")) == sorted(parts)
    assert parts


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_older_edition_leads_to_what_is_written_of_the_newest(site, language):
    """But to no calendar of what it awaited nothing of."""
    page = site / language / "editions/2024-06-24/themes/drones/index.html"
    links = [(page.parent / link).resolve() for link in read(page).links if link.endswith((".xml", ".ics"))]

    assert set(links) == {(site / language / file).resolve() for file in ("feed.xml", "themes/drones/feed.xml")}
    assert {"nl": "Volg wat er daarna gebeurt:", "en": "Follow what comes next:"}[language] in main(page)


def uids(file: Path) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_in_an_older_edition_none_of_these_pages_is_wider_than_a_screen_of_320_points(browser, address):
    volume = f"{address}en/editions/2024-06-24/"
    page, _ = opened(browser, volume, 320)
    widths = {}
    for path in PAGES:
        page.goto(volume + path)
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    closed(page)

    assert {path: width for path, width in widths.items() if width > 320} == {}
