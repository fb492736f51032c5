"""A letter on its first day: a docx is found, read and reviewed in a browser; the XML later loses no citation."""

import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.archive.archive import read_archive
from generator.archive.references import citing, entries
from tests.cli.test_first_day import DAY, LETTER, PUBLISHED, SOURCE, TELLING, TOLD, atlas
from tests.support.docx_files import docx_of
from tests.support.papers import xml_of
from tests.support.services import DOSSIER, House, Publications
from tests.support.small import ROOT, SMALL, lay_out_project
from tests.support.stand_in import StandIn

pytestmark = pytest.mark.slow
LEFT_OUT = {"aanhef-1": "salutation", "tot-slot-1": "closing formula"}
REPORTS = {"sluizen-1": "lock-zuiderkade", "veren-1": "electric-ferries"}


@dataclass
class FirstDay:
    """What was seen on the way."""

    root: Path
    visits: list[list[tuple[str, str, str]]] = field(default_factory=list)
    """Number, stage and format of each paper, visit after visit."""
    checked: list[str] = field(default_factory=list)
    cited: list[dict[str, list[str]]] = field(default_factory=list)
    """By record: the passages of the letter that it cites, before and after the XML."""
    settled: str = ""
    editions: list[str] = field(default_factory=list)

    def watch(self) -> None:
        told = json.loads(atlas(self.root, "watch", "--format", "json"))
        papers = told["papers"]
        self.visits.append([(p["number"], p["stage"], (p["file"] or "").rpartition(".")[2]) for p in papers])

    def citations(self) -> dict[str, list[str]]:
        """By record: the sections and hashes of the passages of the letter that it cites, whatever their ids."""
        archive = read_archive(self.root)
        passages = archive.passages[SOURCE]
        found: dict[str, list[str]] = {}
        for cited in citing(entries(archive)):
            for citation in cited.cites:
                if citation.source == SOURCE:
                    found.setdefault(cited.name, []).append(passages[citation.passage].hash)
        return found


def settle(page: Page, address: str) -> str:
    """What a script does on the page of the review, until nothing is open; returns what the overview says then."""
    page.goto(address)
    for _ in range(20):
        page.wait_for_load_state()
        onward = page.locator('a[data-key="n"]')
        if not onward.count():
            break
        with page.expect_navigation():  # keys do nothing before the script of the page has run
            onward.click()
        kind, id = (page.locator("h1").text_content() or "").split()
        act = {"passage": on_passage, "milestone": on_milestone, "standing": on_standing}[kind]
        act(page, id)
        page.goto(address)
    return page.locator("header").text_content() or ""


def on_passage(page: Page, id: str) -> None:
    if id in LEFT_OUT:
        page.locator("#why").fill(LEFT_OUT[id])
        page.locator("#why").press("Enter")
        expect(page.locator("#said")).to_contain_text("is out of scope")
        return
    if id in REPORTS:
        form = form_of(page, "report", REPORTS[id])
        form.get_by_label("Says needed").select_option("under-way")
    else:
        form = form_of(page, "observation", "waiting-time")
        form.get_by_label("Value needed").fill("3.1")
        form.get_by_label("Period needed").fill("2025")
    form.get_by_role("button", name="Accept a").click()
    expect(page.locator("#said")).to_contain_text("Written")


def form_of(page: Page, kind: str, of: str) -> Locator:
    """The form of a record, which is asked for if it is not proposed."""
    form = page.locator("form.record", has=page.locator(f'input[name="_of"][value="{of}"]'))
    if not form.count():
        page.locator("#new").select_option(kind)
        page.locator("#of").fill(of)
        page.locator("#of").press("Enter")
        expect(form).to_have_count(1)
    return form


def on_milestone(page: Page, id: str) -> None:
    page.keyboard.press("l")
    expect(page.locator("#said")).to_contain_text(f"{id} is looked for and not there")


def on_standing(page: Page, id: str) -> None:
    passage = {"locks": "sluizen-1", "ferries": "veren-1"}[id]
    texts = {"Cites needed": f"{SOURCE}#{passage}", "Summary (nl)": "Bezig", "Summary (en)": "Under way"}
    for label, text in {**texts, "Text (nl)": "Er wordt gewerkt.", "Text (en)": "Work is under way."}.items():
        page.locator("form.record").get_by_label(label).fill(text)
    page.get_by_label("Text (en)").press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("Written")


def reviewed(root: Path, browser: Browser) -> str:
    """What is said at the end of a review of the letter by a script in a browser."""
    command = [sys.executable, "-m", "generator.cli", "--root", str(root), "review", SOURCE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT) as run:
        assert run.stdout
        page = browser.new_page()
        try:
            return settle(page, run.stdout.readline().decode().strip())
        finally:
            page.close()
            run.terminate()


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> FirstDay:
    with StandIn() as server:
        house, publications = House(server), Publications(server)
        settings = (SMALL / "data/atlas.yaml").read_text("utf-8") + TELLING.replace("HOME", server.home)
        root = lay_out_project(tmp_path_factory.mktemp("project"), {"data/atlas.yaml": settings})
        day = FirstDay(root)
        atlas(root, "fix")
        house.tell(replace(PUBLISHED, dossiers=(), part="", formats=("docx",)))
        server.keep(f"/SyncFeed/2.0/Resources/{PUBLISHED.id}", docx_of(LETTER), "application/octet-stream")
        day.watch()
        letters = root / ".atlas/letters"
        (docx,) = letters.iterdir()
        atlas(root, "ingest", str(docx), "--id", SOURCE, "--published", DAY, *TOLD)
        day.settled = reviewed(root, browser)
        day.checked.append(atlas(root, "check"))
        day.cited.append(day.citations())
        atlas(root, "build", "--jobs", "1", "--edition", DAY, "--language", "nl", "--to", str(root / "part"))
        day.editions = [path.name for path in (root / "part/nl/editions").iterdir()]
        publications.list(PUBLISHED)
        server.keep(publications.path(PUBLISHED, "xml"), xml_of(LETTER))
        day.watch()
        xml = letters / f"kst-{DOSSIER}-7.xml"
        atlas(
            root,
            "ingest",
            str(xml),
            "--id",
            SOURCE,
            "--published",
            DAY,
            "--accept",
            "--move",
            "--why",
            "the official text",
        )
        day.checked.append(atlas(root, "check"))
        day.cited.append(day.citations())
        return day


def test_the_docx_is_found_on_the_first_day_and_the_xml_when_it_comes(day: FirstDay) -> None:
    assert day.visits == [[("2026D40001", "text", "docx")], [(f"kst-{DOSSIER}-7", "text", "xml")]]


def test_a_script_in_a_browser_settles_every_passage(day: FirstDay) -> None:
    assert "0 of " in day.settled and "Everything is settled" in day.settled


def test_the_letter_makes_an_edition_of_its_day_and_the_data_are_in_order_throughout(day: FirstDay) -> None:
    assert DAY in day.editions
    assert ["No problems: 2 themes, 4 editions" in said for said in day.checked] == [True, True]


def test_the_xml_changes_ids_and_no_citation_is_lost(day: FirstDay) -> None:
    before, after = day.cited

    assert before == after
    assert len(before) >= 4
