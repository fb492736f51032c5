"""No word that claims an absence stands alone: what it is based on, and how much was not read, is beside it.

All pages of all editions are read, and all feeds, calendars and tables: whoever reads only one of them can take an
absence for no more than it is.
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

ABSENCE = {
    "nl": re.compile(
        r"datum verstreken|datums verstreken|niet (?:meer )?genoemd sinds|niet meer genoemd", re.IGNORECASE
    ),
    "en": re.compile(r"dates? passed|not mentioned since|no longer mentioned", re.IGNORECASE),
}
BASE = {
    "nl": re.compile(
        r"niet (?:zijn )?gelezen|geen ander document van daarna bekend|wat wij niet lazen|is niet gelezen",
        re.IGNORECASE,
    ),
    "en": re.compile(r"not read|no other document known|did not read", re.IGNORECASE),
}
BLOCK = re.compile(r"(?=<(?:li|tr|p|dd|option|figcaption|section|details|h[1-6])\b)")
OF_ONE = re.compile(r'<a (?!class="fate)[^>]*href="[^"]*milestones/[a-z0-9-]+/"')
"""A link to one milestone. A square is a count of one; its legend and the base under it stand beside it."""
EXPLAINED = ("method/", "data/")
"""Pages about the words themselves."""


def article(page: Path) -> str:
    """The page without its frame, drawings, scripts, and the keys that name columns and symbols."""
    text = page.read_text("utf-8")
    body = text[text.find("<main") : text.rfind("</main>")]
    body = re.sub(r'<p class="strip-legend".*?</p>', "", body, flags=re.DOTALL)
    return re.sub(r"<(script|style|svg|form|thead)\b.*?</\1>", "", body, flags=re.DOTALL)


def words(part: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def unbased(page: Path, language: str) -> Iterator[str]:
    """The blocks of a page that claim an absence and say neither there nor on the page what it is based on."""
    body = article(page)
    has_base = bool(BASE[language].search(words(body)))
    for block in BLOCK.split(body):
        text = words(block)
        if ABSENCE[language].search(text):
            is_based = bool(BASE[language].search(text)) if OF_ONE.search(block) else has_base
            if not is_based:
                yield text[:160]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_claims_an_absence_without_its_base(site: Path, language: str) -> None:
    pages = [page for page in (site / language).rglob("*.html") if not any(name in str(page) for name in EXPLAINED)]
    found = {str(page.relative_to(site)): list(unbased(page, language)) for page in pages}

    assert len(pages) > 1000
    assert {page: blocks for page, blocks in found.items() if blocks} == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_state_word_leads_to_its_rule(site: Path, language: str) -> None:
    states = [
        state
        for page in (site / language).rglob("*.html")
        for state in re.findall(r'<a class="state[^"]*" href="([^"]*)"', page.read_text("utf-8"))
    ]

    assert states
    assert [state for state in states if "method/#" not in state] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_line_of_a_feed_claims_an_absence_without_its_base(site: Path, language: str) -> None:
    lines = [
        " ".join("".join(line.itertext()).split())
        for feed in (site / language).rglob("feed.xml")
        for line in ElementTree.parse(feed).iter("{http://www.w3.org/1999/xhtml}li")
    ]
    claims = [line for line in lines if ABSENCE[language].search(line)]

    assert claims
    assert [line for line in claims if not BASE[language].search(line)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_event_of_a_calendar_claims_an_absence_without_its_base(site: Path, language: str) -> None:
    events = [
        event
        for calendar in (site / language).rglob("*.ics")
        for event in re.sub(r"\r?\n[ \t]", "", calendar.read_text("utf-8")).split("BEGIN:VEVENT")[1:]
    ]
    claims = [event for event in events if ABSENCE[language].search(event)]

    assert claims
    assert [event for event in claims if not BASE[language].search(event)] == []


def test_no_row_or_record_claims_an_absence_without_how_much_was_not_read(site: Path) -> None:
    for folder in sorted((site / "data").iterdir()):
        if not folder.is_dir():
            continue
        with (folder / "milestones.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        records = json.loads((folder / "atlas.json").read_text("utf-8"))["milestones"]
        absent = [row for row in rows if row["silent_since"] or row["state"] == "overdue"]

        assert [row["id"] for row in absent if row["unread"] == ""] == []
        assert [
            m["id"] for m in records if (m["silent_since"] or m["state"] == "overdue") and m["unread"] is None
        ] == []


def test_a_change_that_is_an_absence_says_how_much_was_not_read(site: Path) -> None:
    changes = json.loads((site / "data/latest/changes.json").read_text("utf-8"))
    found = [change for change in every(changes) if change.get("kind") in ("silent", "overdue")]

    assert found
    assert [change for change in found if change.get("unread") is None] == []


def every(value: object) -> Iterator[dict[str, object]]:
    """Each object within a value of JSON."""
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from every(part)
    elif isinstance(value, list):
        for part in value:
            yield from every(part)
