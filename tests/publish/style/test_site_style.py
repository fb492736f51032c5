"""One sheet for all pages of a site, named by its content, to which they link; an old site stays as it is."""

import os
import re
from pathlib import Path

import pytest

from generator.diagnostics import InvalidData
from generator.publish.style.site_style import OURS, SHEET, sheets_of, write_style_sheet
from tests.support.small import ROOT

HEAD = '<html><head><link rel="stylesheet" href="{}{}"></head>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages."""
    for name, up, body in (
        ("index.html", "", '<p class="md-typeset lead">'),
        ("nl/method/index.html", "../../", "<progress>"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{HEAD.format(up, SHEET)}{body}", "utf-8")
    return tmp_path


def sheet_of(site: Path) -> Path:
    return next((site / "assets").glob("atlas.*.css"))


def test_every_page_links_to_the_one_sheet_by_its_name(site: Path) -> None:
    write_style_sheet(site, ROOT)
    linked = {re.search(r'href="([^"]+)"', page.read_text("utf-8"))[1] for page in site.rglob("*.html")}

    assert re.fullmatch(r"atlas\.[0-9a-f]{8}\.css", sheet_of(site).name)
    assert linked == {f"assets/{sheet_of(site).name}", f"../../assets/{sheet_of(site).name}"}


def test_what_search_reads_puts_nothing_on_a_page(site: Path) -> None:
    for name in ("nl/search.js", "nl/assets/search/dutch-stemmer.js"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text('atlasSearch.found = "picker md-header";', "utf-8")
    (site / "nl/page.js").write_text('element.className = "banner";', "utf-8")
    write_style_sheet(site, ROOT)
    sheet = sheet_of(site).read_text("utf-8")

    assert [name in sheet for name in (".picker", ".md-header", ".banner")] == [False, False, True]


def test_the_sheet_has_what_any_of_the_pages_uses(site: Path) -> None:
    write_style_sheet(site, ROOT)
    sheet = sheet_of(site).read_text("utf-8")

    assert "progress{" in sheet and ".lead" in sheet
    assert [name for name in (".md-header", ".md-search", ".picker", "[data-md-color-primary") if name in sheet] == []


def test_its_name_changes_with_what_pages_use_and_with_nothing_else(site: Path) -> None:
    write_style_sheet(site, ROOT)
    first = sheet_of(site).name
    page = site / "index.html"
    page.write_text(f"{page.read_text('utf-8')}<p>More text.", "utf-8")
    sheet_of(site).unlink()
    write_style_sheet(site, ROOT)
    second = sheet_of(site).name
    page.write_text(f'{page.read_text("utf-8")}<p class="tick">', "utf-8")
    sheet_of(site).unlink()
    write_style_sheet(site, ROOT)

    assert first == second != sheet_of(site).name


def test_a_page_of_an_old_site_is_replaced_and_never_written_to(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    old = tmp_path_factory.mktemp("old") / "index.html"
    os.link(site / "index.html", old)
    before = old.read_bytes()
    write_style_sheet(site, ROOT)

    assert (old.read_bytes() == before, (site / "index.html").read_bytes() == before) == (True, False)


def test_a_page_that_links_to_the_sheet_already_stays_the_same_file(site: Path) -> None:
    write_style_sheet(site, ROOT)
    before = {page: page.stat().st_ino for page in site.rglob("*.html")}
    write_style_sheet(site, ROOT)

    assert {page: page.stat().st_ino for page in site.rglob("*.html")} == before


def test_material_comes_before_its_palette_and_both_before_ours() -> None:
    names = [name.partition(".")[0] for name in sheets_of(ROOT)]

    assert names == ["main", "palette", OURS.partition(".")[0]]


def test_a_mistake_in_our_sheet_is_told_at_its_line(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    root = tmp_path_factory.mktemp("project")
    (root / OURS).parent.mkdir(parents=True)
    (root / OURS).write_text("p { color: red }\n} p", "utf-8")
    with pytest.raises(InvalidData, match=rf"{OURS}:2:3: this is not CSS"):
        write_style_sheet(site, root)
