"""The built files themselves: links, ids, robots, weight, addresses."""

import gzip
import json
import re
from pathlib import Path

import pytest

from tests.site.links import Document, broken, documents
from tests.support.found import found_in


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, Document]:
    return documents(site)


def test_every_internal_link_and_fragment_of_the_whole_site_leads_somewhere(pages):
    assert list(broken(pages)) == []


def test_a_broken_link_and_a_broken_fragment_are_found(tmp_path):
    page = '<p id="a"></p><a href="b/">x</a><a href="#a">x</a><a href="#c">x</a>'
    (tmp_path / "index.html").write_text(page, "utf-8")

    assert sorted(broken(documents(tmp_path))) == [
        f"{tmp_path}/index.html: #c (no such place on that page)",
        f"{tmp_path}/index.html: b/",
    ]


def test_no_page_uses_an_id_twice(pages):
    twice = {str(file): {id for id in page.ids if page.ids.count(id) > 1} for file, page in pages.items()}

    assert {file: ids for file, ids in twice.items() if ids} == {}


def test_no_page_loads_anything_from_another_host(site):
    loading = re.compile(r"""(?:src|srcset|data)=["'](?:https?:)?//|@import|url\(["']?(?:https?:)?//""")
    files = [*site.rglob("*.html"), *site.rglob("assets/atlas*")]

    assert [str(file) for file in files if loading.search(file.read_text("utf-8"))] == []


def test_only_the_pages_without_an_edition_in_their_address_may_be_listed_by_search_engines(site):
    listed = [file for file in site.rglob("index.html") if 'content="noindex"' not in file.read_text("utf-8")]

    assert {"editions" in file.relative_to(site).parts for file in listed} == {False}
    others = ("editions", "embed")
    assert len(listed) == len([f for f in site.rglob("index.html") if not {*others} & {*f.relative_to(site).parts}])


def test_the_canonical_link_of_an_old_page_leads_to_the_present_page(site):
    page = site / "nl/editions/2024-06-24/themes/drones/index.html"
    found = re.search(r'<link rel="canonical" href="([^"]+)">', page.read_text("utf-8"))

    assert found is not None
    assert (page.parent / found[1]).resolve() == (site / "nl/themes/drones").resolve()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_the_newest_edition_has_a_description_of_its_own(site, language):
    described: dict[str, list[str]] = {}
    for file in (site / language).rglob("index.html"):
        path = file.relative_to(site / language)
        text = file.read_text("utf-8")
        if path.parts[0] != "editions" and "http-equiv" not in text and 'content="noindex"' not in text:
            found = re.search(r'<meta name="description" content="([^"]+)">', text)
            described.setdefault(found[1] if found else "", []).append(str(path))

    assert [paths for paths in described.values() if len(paths) > 1] == []
    assert "" not in described


def test_headings_of_documents_are_dutch_on_english_pages(site):
    english, dutch = ((site / code / "themes/drones/index.html").read_text("utf-8") for code in ("en", "nl"))
    notes = re.findall(r'<li value="\d+"[^>]*><a[^>]*>.*?</a></li>', english)

    assert notes
    assert [note for note in notes if '<span lang="nl">' not in note] == []
    assert '<span lang="nl">' not in dutch


def test_every_edition_stands_under_its_address_in_both_languages(site):
    editions = [edition["id"] for edition in json.loads((site / "data/editions.json").read_text("utf-8"))["editions"]]

    for language in ("nl", "en"):
        assert sorted(folder.name for folder in (site / language / "editions").iterdir()) == sorted(editions)


@pytest.mark.parametrize("theme", ["undermining", "attaches", "drones", "certex", "algorithms"])
def test_a_theme_page_weighs_less_than_110_kilobytes_of_which_less_than_50_are_script(site, theme):
    page = site / "en/themes" / theme / "index.html"
    text = page.read_text("utf-8")
    assets = [
        (page.parent / link).resolve()
        for link in re.findall(r'<(?:link[^>]*?rel="(?:stylesheet|icon)"[^>]*?href|script[^>]*?src)="([^"]+)"', text)
    ]
    assets += [(page.parent / link).resolve() for link in re.findall(r'<link rel="icon" href="([^"]+)"', text)]
    weights = {file: len(gzip.compress(file.read_bytes(), 6)) for file in {page, *assets}}

    assert sum(weights.values()) < 110_000
    assert sum(weight for file, weight in weights.items() if file.suffix == ".js") < 50_000


def test_search_entries_of_an_edition_lead_to_places_of_that_edition(site, pages):
    for volume in (site / "en", site / "nl/editions/2024-06-24"):
        for path, *_ in found_in(volume)["rows"]:
            folder, _, fragment = path.partition("#")
            page = pages[volume / folder / "index.html"]
            assert not fragment or fragment in page.ids


def test_nothing_of_2026_stands_in_an_edition_of_2024(site):
    volume = site / "en/editions/2024-06-24"
    search = (volume / "search.js").read_text("utf-8")
    drones = (volume / "themes/drones/index.html").read_text("utf-8")
    content = drones.split("<main", 1)[1].split("</main>", 1)[0]

    assert [
        told for told in ("Annual report of Customs 2025", "letter on Customs 2026", "June 2026") if told in search
    ] == []
    assert "2026" not in content


def test_a_topic_that_no_document_had_mentioned_says_so(site):
    drones = (site / "en/editions/2020-10-15/themes/drones/index.html").read_text("utf-8")

    assert "this topic was not yet mentioned" in drones
