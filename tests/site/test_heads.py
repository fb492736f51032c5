"""What the head of a built page tells search engines: itself in each language, and linked data that programs read."""

import re
from pathlib import Path

import pytest
from extruct.jsonld import JsonLdExtractor

ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[Path, str]:
    """The text of every page that search engines may list, by its file."""
    texts = {
        file: file.read_text("utf-8")
        for language in ("nl", "en")
        for file in (site / language).rglob("index.html")
        if not {"editions", "embed"} & {*file.relative_to(site).parts}
    }
    return {file: text for file, text in texts.items() if "http-equiv" not in text}


def named(file: Path, text: str) -> dict[str, Path]:
    """The file of the page in each language, and for any other reader."""
    return {language: (file.parent / link).resolve() / "index.html" for language, link in ALTERNATE.findall(text)}


def test_every_page_names_itself_and_the_other_language_which_names_it_back(pages, site):
    root = site.resolve()
    alternates = {file.resolve(): named(file, text) for file, text in pages.items()}
    homes = {root / language / "index.html" for language in ("nl", "en")}

    assert {tuple(found) for found in alternates.values()} == {("nl", "en", "x-default")}
    assert [file for file, found in alternates.items() if found[file.relative_to(root).parts[0]] != file] == []
    assert [file for file, found in alternates.items() if {*alternates[found["nl"]].items()} != {*found.items()}] == []
    assert [file for file, found in alternates.items() if found["x-default"] != found["nl"] and file not in homes] == []


def test_what_is_shared_is_described_as_the_page_is(pages):
    told = re.compile(r'<meta (?:name|property)="(?:og:)?description" content="([^"]+)">')

    assert [file for file, text in pages.items() if len(found := told.findall(text)) != 2 or len({*found}) != 1] == []


def test_programs_read_the_linked_data_of_every_page(pages):
    kinds = {
        file: [one["@type"] for one in JsonLdExtractor().extract(f"<html>{script[0]}</html>")[0]["@graph"]]
        for file, text in pages.items()
        if (script := re.search(r'<script type="application/ld\+json">.*?</script>', text, re.DOTALL))
    }
    without = {file.parent.name for file in pages.keys() - kinds.keys()}

    assert without == {"nl", "en"}
    assert {kind for found in kinds.values() for kind in found} == {"BreadcrumbList", "Dataset", "Report"}
    assert [file for file, found in kinds.items() if "BreadcrumbList" not in found] == []
