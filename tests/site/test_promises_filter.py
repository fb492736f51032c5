"""The form of the page of promises: rows by words of their title and who owes them, their order, and a CSV of them."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.archive.yaml_loader import read_yaml
from generator.editions.edition import Edition
from generator.model.locale import Locale
from generator.pages.views.milestones.overview import promised
from generator.pages.views.milestones.table import PromiseRow, promise_table
from generator.pages.workspace import Workspace
from tests.site.test_promises_page import shown, under
from tests.site.test_reading import closed, opened
from tests.support.phrases import WORDS
from tests.support.small import ROOT

DUTCH = Locale("nl", read_yaml((ROOT / "data/words/nl.yaml").read_text("utf-8"), "nl").value)


@pytest.fixture(scope="module")
def newest(workspace: Workspace) -> Edition:
    return workspace.editions[-1]


def test_rows_are_found_by_words_of_their_title_whatever_their_case_and_accents(browser, address, newest):
    titles = {m.id: m.record.title["nl"] for m in promised(newest.milestones)}
    page, wrong = opened(browser, f"{address}nl/milestones/")
    page.fill(".promise-filter [name=words]", "DÓUANE")
    rows = shown(page)
    page.wait_for_url("**/nl/milestones/?words=D%C3%93UANE")
    closed(page)

    assert wrong == []
    assert rows == [id for id in under(newest, "") if "douane" in titles[id].lower()]
    assert 0 < len(rows) < len(titles)


@pytest.mark.parametrize("owner", ["customs", "state-secretary", "others"])
def test_rows_are_filtered_by_who_owes_them(browser, address, newest, owner):
    owed = {m.id: m.record.owed_by.value for m in promised(newest.milestones) if m.record.owed_by}
    ours = ("customs", "state-secretary")
    page, _ = opened(browser, f"{address}en/milestones/?owed={owner}")
    rows = shown(page)
    closed(page)

    assert rows == [id for id in under(newest, "") if (owed[id] if owed[id] in ours else "others") == owner]


def filtered(edition: Edition, locale: Locale = WORDS) -> tuple[PromiseRow, ...]:
    """The rows of all promises, with what they are sorted by."""
    return promise_table("", promised(edition.milestones), edition, locale, filtered=True).rows


def values(row: PromiseRow) -> list[str]:
    """Who owes it, its dates, and what came of it with what that is based on, as in the CSV."""
    owed = row.filter.owed if row.filter else ""
    outcome = "; ".join(filter(None, (row.state.text, row.state.note, row.done)))
    return [owed, row.first_due or "", row.latest_due or "", outcome]


@pytest.mark.parametrize("sort", ["past", "mentioned"])
def test_rows_are_sorted_by_how_long_they_are_past_or_not_mentioned(browser, address, newest, sort):
    rows = {row.milestone.path: row.filter for row in filtered(newest)}
    keys = {path.split("/")[1]: getattr(row, sort) for path, row in rows.items() if row}
    page, _ = opened(browser, f"{address}en/milestones/?sort={sort}")
    seen = [keys[id] for id in shown(page)]
    names = page.locator(".theme-group > summary:visible").count()
    closed(page)

    known = [key for key in seen if key]
    assert names == 0
    assert len(seen) == len(keys)
    assert seen == known + [""] * (len(seen) - len(known))
    assert known == (sorted(known) if sort == "mentioned" else sorted(known, key=int, reverse=True))


def taken(page: Page) -> tuple[str, bytes]:
    """The name and the bytes of the CSV of the rows that are shown."""
    with page.expect_download() as download:
        page.click(".promise-filter button")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_the_rows_that_are_shown_can_be_taken_along_as_csv(browser, address, newest):
    page, wrong = opened(browser, f"{address}nl/milestones/?show=overdue&sort=past")
    rows = shown(page)
    name, file = taken(page)
    closed(page)
    head, *lines = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True)
    known = {m.id: m for m in newest.milestones}
    printed = {row.milestone.path.split("/")[1]: values(row) for row in filtered(newest, DUTCH)}

    assert wrong == []
    assert file.startswith(b"\xef\xbb\xbf") and file.count(b"\r\n") == len(rows) + 1
    assert name == f"promises-{newest.id}.csv"
    assert head == ["id", "theme", "title", "owed_by", "first_due", "latest_due", "outcome", "address"]
    assert [line[0] for line in lines] == rows
    assert [(line[1], line[2]) for line in lines] == [(known[id].theme, known[id].record.title["nl"]) for id in rows]
    assert [line[3:7] for line in lines] == [printed[id] for id in rows]
    assert [line[7] for line in lines] == [f"{address}nl/milestones/{id}/" for id in rows]


def test_the_csv_has_a_title_with_a_comma_and_quotes_as_it_is(browser, address):
    title = 'Een "grote" brug, en een\nsluis'
    page, _ = opened(browser, f"{address}nl/milestones/")
    page.evaluate("title => { document.querySelector('.theme-promises th a').textContent = title; }", title)
    _, file = taken(page)
    closed(page)
    _, first, *_ = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True)

    assert first[2] == 'Een "grote" brug, en een sluis'


def test_without_javascript_the_milestones_are_offered_as_csv(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/", java_script_enabled=False)
    seen = (page.locator(".promise-filter").is_visible(), page.get_attribute("a[href$='milestones.csv']", "href"))
    closed(page)

    assert seen == (False, "../../data/latest/milestones.csv")
