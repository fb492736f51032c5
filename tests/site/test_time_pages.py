"""The pages that tell how things went, as a reader meets them: by plain links, with JavaScript, on any screen."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from generator.editions import Edition
from generator.library import Library, open_library
from generator.time_views import FLAGS, flags_of, promises_by_theme
from tests.site.links import Document
from tests.site.test_reading import AXE, closed, opened
from tests.small import ROOT

PAGES = ("milestones/", "changes/", "silence/", "timeline/", "tensions/")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def library() -> Library:
    return open_library(ROOT)


@pytest.fixture(scope="module")
def newest(library: Library) -> Edition:
    return library.editions[-1]


def shown(page: Page, rows: str = ".theme-promises tbody tr") -> list[str]:
    """The ids of the milestones whose rows can be seen, in order."""
    links = page.evaluate(
        """rows => [...document.querySelectorAll(rows)].filter(row => row.getClientRects().length)
        .map(row => row.querySelector('a').getAttribute('href'))""",
        rows,
    )
    return [link.rstrip("/").rpartition("/")[2] for link in links]


def under(edition: Edition, flag: str, theme: str = "") -> list[str]:
    """The ids of the milestones under a flag, of one theme or of all, in the order of the page."""
    groups = [group for group in promises_by_theme(edition) if theme in ("", group.theme.id)]
    return [m.id for group in groups for m in group.milestones if not flag or flag in flags_of(m)]


def numbers(page: Page, within: str) -> dict[str, int]:
    """The numbers that lead to rows, by the anchor that they lead to."""
    links = page.locator(f"{within} a[href^='#']").all()
    told = {link.get_attribute("href") or "": link.inner_text().split() for link in links}
    return {anchor: int(words[0]) for anchor, words in told.items() if words and words[0].isdigit()}


def test_without_javascript_a_total_leads_to_its_rows_and_to_no_others(browser, address, newest):
    page, wrong = opened(browser, f"{address}en/milestones/", java_script_enabled=False)
    totals = numbers(page, ".tally")
    rows = {}
    for anchor in totals:
        page.click(f".tally a[href='{anchor}']")
        rows[anchor] = shown(page)
    closed(page)

    assert wrong == []
    assert rows == {f"#all-{flag}": under(newest, flag) for flag in FLAGS if under(newest, flag)}
    assert totals == {anchor: len(ids) for anchor, ids in rows.items()}


def seen_by_theme(page: Page) -> dict[str, tuple[int, list[str]]]:
    """For each number of the overview, by its anchor: the number, and what is seen when it is clicked."""
    seen = {}
    for anchor, number in numbers(page, ".overview").items():
        page.click(f".overview a[href='{anchor}']")
        seen[anchor] = (number, shown(page))
    return seen


def test_without_javascript_a_number_of_a_theme_leads_to_its_rows_and_to_no_others(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/", java_script_enabled=False)
    seen = seen_by_theme(page)
    closed(page)
    themes = [group.theme.id for group in promises_by_theme(newest)]
    rows = {f"#{theme}-{flag}": under(newest, flag, theme) for theme in themes for flag in FLAGS}

    assert seen == {anchor: (len(ids), ids) for anchor, ids in rows.items() if ids}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_without_javascript_two_clicks_lead_from_home_to_the_promises_of_a_theme_in_a_state(
    browser, address, newest, language
):
    theme = max(promises_by_theme(newest), key=lambda group: group.counts["overdue"]).theme.id
    page, _ = opened(browser, f"{address}{language}/", java_script_enabled=False)
    page.click(".menu a[href='milestones/']")
    page.click(f".overview a[href='#{theme}-overdue']")
    at = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    rows = shown(page, f"#{theme} tbody tr")
    closed(page)

    assert rows == under(newest, "overdue", theme)
    assert -1 <= at < 900


def test_without_javascript_a_link_shows_all_rows_again(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/#all-done", java_script_enabled=False)
    page.click(".show-all a")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "")


def chosen(page: Page, **choice: str) -> None:
    for name, value in choice.items():
        page.select_option(f".promise-filter select[name={name}]", value)


def test_with_javascript_rows_are_filtered_by_theme_and_state_and_counted(browser, address, newest):
    group = max(promises_by_theme(newest), key=lambda group: group.counts["open"])
    page, wrong = opened(browser, f"{address}en/milestones/")
    chosen(page, theme=group.theme.id, show="open")
    seen = (shown(page), page.inner_text(".promise-filter output"))
    closed(page)

    assert wrong == []
    assert seen == (under(newest, "open", group.theme.id), f"{group.counts['open']} rows")


def test_with_javascript_rows_are_sorted_by_how_far_they_moved(browser, address, newest):
    slips = {m.id: abs(m.slip_days or 0) if m.moves else -1 for m in newest.milestones}
    page, _ = opened(browser, f"{address}en/milestones/")
    chosen(page, sort="moved")
    rows = shown(page)
    closed(page)

    assert sorted(rows) == sorted(slips)
    assert [slips[id] for id in rows] == sorted(slips.values(), reverse=True)


def test_what_is_chosen_is_kept_in_the_address_and_comes_back_with_it(browser, address, newest):
    theme = max(promises_by_theme(newest), key=lambda group: group.counts["moved"]).theme.id
    page, _ = opened(browser, f"{address}nl/milestones/")
    chosen(page, theme=theme, show="moved", sort="latest")
    kept, before = page.url.removeprefix(address), shown(page)
    page.reload()
    after = shown(page)
    closed(page)

    assert kept == f"nl/milestones/?theme={theme}&show=moved&sort=latest"
    assert before == after
    assert sorted(after) == sorted(under(newest, "moved", theme))


def test_going_back_from_a_promise_brings_back_what_was_chosen(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    chosen(page, show="moved")
    page.click(".theme-promises tbody tr.is-moved:visible a >> nth=0")
    page.go_back()
    seen = (page.url.removeprefix(address), page.input_value("select[name=show]"), shown(page))
    closed(page)

    assert seen == ("en/milestones/?show=moved", "moved", under(newest, "moved"))


def test_going_back_from_a_number_shows_all_rows_again(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(".tally a[href='#all-moved']")
    page.wait_for_url("**/en/milestones/?show=moved")
    page.go_back()
    page.wait_for_url("**/en/milestones/")
    seen = (page.input_value("select[name=show]"), shown(page))
    closed(page)

    assert seen == ("", under(newest, ""))


def test_with_javascript_a_number_fills_in_the_form(browser, address, newest):
    group = next(group for group in promises_by_theme(newest) if group.counts["overdue"])
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(f".overview a[href='#{group.theme.id}-overdue']")
    page.wait_for_url(f"**/en/milestones/?theme={group.theme.id}&show=overdue")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "overdue", group.theme.id)


def test_after_a_number_another_state_can_be_chosen_in_the_form(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(".tally a[href='#all-moved']")
    page.wait_for_url("**/en/milestones/?show=moved")
    chosen(page, show="undated")
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "undated")


def test_an_address_with_a_number_in_it_can_be_followed_by_another_choice(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/#all-done")
    first = shown(page)
    chosen(page, show="open")
    second = shown(page)
    closed(page)

    assert (first, second) == (under(newest, "done"), under(newest, "open"))


def test_with_javascript_the_link_to_all_rows_shows_all_rows(browser, address, newest):
    page, _ = opened(browser, f"{address}en/milestones/?show=moved")
    page.click(".show-all a")
    page.wait_for_timeout(100)
    rows = shown(page)
    closed(page)

    assert rows == under(newest, "")


def test_with_javascript_the_name_of_a_theme_still_leads_to_its_table(browser, address, newest):
    theme = promises_by_theme(newest)[-1].theme.id
    page, _ = opened(browser, f"{address}en/milestones/")
    page.click(f".overview a[href='#{theme}']")
    page.wait_for_timeout(100)
    seen = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top < innerHeight", theme)
    closed(page)

    assert seen


def test_with_javascript_the_first_tab_stop_still_skips_to_the_content(browser, address):
    page, _ = opened(browser, f"{address}en/milestones/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_timeout(100)
    at = page.evaluate("document.getElementById('content').getBoundingClientRect().top")
    closed(page)

    assert 0 <= at < 300


def volumes(library: Library) -> Iterator[tuple[str, Edition]]:
    """The folder of every volume with its edition."""
    known = {edition.id: edition for edition in library.editions}
    for address in library.addresses:
        yield address.root, known[address.edition]


def read(file: Path) -> Document:
    return Document(file.read_text("utf-8"))


def main(file: Path) -> str:
    """What stands on the page itself, without its frame."""
    return file.read_text("utf-8").split("<main", 1)[1].split("</main>", 1)[0]


def test_from_the_changes_every_earlier_edition_is_a_plain_link_away(site, library):
    for root, edition in volumes(library):
        folder = site / root / "changes"
        links = [link for link in Document(main(folder / "index.html")).links if not link.startswith("#")]
        reached = {posixpath.normpath(link) for link in links if "/" not in link.strip("/")}

        assert reached >= set(edition.earlier[1:])
        assert {file.name for file in folder.iterdir() if file.is_dir()} == set(edition.earlier)


def unknown_then(library: Library, old: Edition) -> list[str]:
    """The ids of all that a later edition than `old` brought."""
    new = library.editions[-1]
    known = {r.id for e in (old,) for r in (*e.milestones, *e.statements, *e.indicators, *e.tensions, *e.terms)}
    all_ids = {r.id for r in (*new.milestones, *new.statements, *new.indicators, *new.tensions, *new.terms)}
    return sorted((all_ids - known) | (new.sources.keys() - old.sources.keys()))


def test_nothing_that_2026_brought_stands_on_any_of_these_pages_of_2024(site, library):
    old = next(edition for edition in library.editions if edition.id == "2024-06-24")
    later = unknown_then(library, old)
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


@pytest.mark.parametrize("path", PAGES)
def test_every_link_and_mark_leads_to_something_that_is_there(site, library, targets, path):
    lost = []
    for root, _ in volumes(library):
        page = site / root / path / "index.html"
        lost += [(root, link) for link in Document(main(page)).links if leads_nowhere(page, link, targets)]

    assert lost == []


def test_the_ledger_and_the_timeline_mark_everything_that_the_edition_knows(site, newest):
    silence = [link for link in Document(main(site / "en/silence/index.html")).links if "/milestones/" in link]
    timeline = [link for link in Document(main(site / "en/timeline/index.html")).links if "#" in link]

    assert {posixpath.basename(link.rstrip("/")) for link in silence} == {m.id for m in newest.milestones}
    assert sorted(link.partition("#")[2] for link in timeline) == sorted(s.id for s in newest.statements)


def test_every_volume_has_a_feed_and_a_calendar_and_so_has_every_theme_in_it(site, library):
    missing = []
    for root, edition in volumes(library):
        folders = ["", *(f"themes/{theme.id}/" for theme in edition.mentioned)]
        files = [f"{root}{folder}{name}" for folder in folders for name in ("feed.xml", "promises.ics")]
        missing += [file for file in files if not (site / file).is_file()]

    assert missing == []


def test_every_feed_can_be_read_and_its_links_lead_to_pages_of_the_site(site, targets):
    lost = []
    for file in site.rglob("feed.xml"):
        links = [link.attrib["href"] for link in ElementTree.parse(file).getroot().iter(f"{ATOM}link")]
        lost += [(str(file), link) for link in links if link != "feed.xml" and leads_nowhere(file, link, targets)]

    assert lost == []


def test_the_calendar_of_a_volume_holds_those_of_its_themes(site, library):
    for root, edition in volumes(library):
        whole = uids(site / root / "promises.ics")
        parts = [uid for theme in edition.mentioned for uid in uids(site / root / f"themes/{theme.id}/promises.ics")]

        assert sorted(whole) == sorted(parts)


def uids(file: Path) -> list[str]:
    return [str(event["uid"]) for event in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_these_pages_light_or_dark(browser, address, path, width):
    language = "nl" if width == 360 else "en"
    page, wrong = opened(browser, f"{address}{language}/{path}", width)
    violations = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = AXE.run(page).response["violations"]
        violations += [(scheme, v["id"], [node["html"][:120] for node in v["nodes"]][:3]) for v in found]
    closed(page)

    assert (violations, wrong) == ([], [])


def test_none_of_these_pages_is_wider_than_a_screen_of_320_points(browser, address, newest):
    page, _ = opened(browser, f"{address}en/", 320)
    widths = {}
    for path in [*PAGES, *(f"changes/{id}/" for id in newest.earlier)]:
        for root in ("nl/", "en/", "en/editions/2024-06-24/"):
            if path in PAGES or root != "en/editions/2024-06-24/":
                page.goto(address + root + path)
                widths[root + path] = page.evaluate("document.documentElement.scrollWidth")
    closed(page)

    assert {path: width for path, width in widths.items() if width > 320} == {}
