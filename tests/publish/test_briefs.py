"""Briefs as they are handed out: one A4 page for any reader and any reading aid, the same bytes each time."""

import pickle
import subprocess
import sys
from ctypes import create_string_buffer
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from generator.archive.archive import Archive, read_archive
from generator.fingerprint.kept import kept_or_made
from generator.pages.context import context_of
from generator.pages.page import Brief, BriefLine, BriefPart
from generator.pages.urls import Address
from generator.pages.views.briefs import changes_brief, theme_brief
from generator.pages.workspace import Workspace
from generator.publish.briefs import _UNSET, brief_pdf
from tests.support.extreme import EXTREME
from tests.support.once import built_once
from tests.support.small import DRAWINGS, ROOT, lay_out_data
from tests.support.views import context_with

LANGUAGES = ("nl", "en")
A4 = (595.28, 841.89)
"""Points."""
ANYTHING = '<b>x</b> #panic() *a* _b_ `c` $x$ @ref <label> // /* \\ " 😀 漢字 Łódź \u0301 ﷽ '


@pytest.fixture(scope="module")
def extreme(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return read_archive(built_once(tmp_path_factory, "extreme", lambda folder: lay_out_data(folder, EXTREME)))


def briefs_of(workspace: Workspace, language: str) -> dict[str, Brief]:
    """Those of the newest edition by the path of their page."""
    edition = workspace.editions[-1]
    context = context_of(workspace.volume(Address(language, edition.id, False)))
    themes = {theme.id: theme_brief(theme, context) for theme in edition.mentioned}
    return {**themes, "changes": changes_brief(context)}


def made(brief: Brief) -> bytes:
    return brief_pdf(brief, ROOT, ROOT / DRAWINGS)


def flat(text: str) -> str:
    """Without blanks and line ends, which a page has elsewhere."""
    return "".join(text.replace("\ufffe", "").split())


def problems(pdf: bytes, brief: Brief) -> list[str]:
    """What a reader would miss."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text, catalogue = flat(page.get_textpage().get_text_range()), document.raw
    fonts = [pdfium.FPDFTextObj_GetFont(o.raw) for o in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_TEXT,))]
    found = {
        "one page": len(document) == 1,
        "A4": all(abs(side - paper) < 0.1 for side, paper in zip(page.get_size(), A4, strict=True)),
        "fonts embedded": bool(fonts) and all(pdfium.FPDFFont_GetIsEmbedded(font) == 1 for font in fonts),
        "a title": document.get_metadata_dict()["Title"] == f"{brief.title} – {brief.site}",
        "tagged": bool(pdfium.FPDFCatalog_IsTagged(catalogue)) and {"H1", "H2", "L"} <= tags(page),
        "a language": f"/Lang ({brief.language})".encode() in pdf or f"/Lang({brief.language})".encode() in pdf,
        "PDF/UA": b"pdfuaid" in pdf,
        "the answer": flat(brief.answer) in text,
        "the address": flat(brief.address) in text,
    }
    return [name for name, is_there in found.items() if not is_there]


def tags(page: pypdfium2.PdfPage) -> set[str]:
    """The kinds of elements of the page."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    waiting = [
        pdfium.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(pdfium.FPDF_StructTree_CountChildren(tree))
    ]
    found = set()
    while waiting:
        element = waiting.pop()
        if not element:
            continue
        size = pdfium.FPDF_StructElement_GetType(element, None, 0)
        name = create_string_buffer(size)
        pdfium.FPDF_StructElement_GetType(element, name, size)
        found.add(bytes(name.raw).decode("utf-16-le").rstrip("\0"))
        count = pdfium.FPDF_StructElement_CountChildren(element)
        waiting += [pdfium.FPDF_StructElement_GetChildAtIndex(element, i) for i in range(count)]
    pdfium.FPDF_StructTree_Close(tree)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_brief_is_one_tagged_page_of_a4_with_its_answer_and_address(workspace, language):
    found = {id: problems(made(brief), brief) for id, brief in briefs_of(workspace, language).items()}

    assert len(found) == len(workspace.editions[-1].mentioned) + 1
    assert {id: missing for id, missing in found.items() if missing} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_of_eighty_promises_and_one_with_hardly_anything_fit_the_page_too(extreme, language):
    context = context_with(extreme, language=language)
    briefs = {theme.id: theme_brief(theme, context) for theme in context.edition.mentioned}
    found = {id: problems(made(brief), brief) for id, brief in briefs.items()}

    assert {"crowded", "lengthy", "newborn", "timeless"} <= set(found)
    assert {id: missing for id, missing in found.items() if missing} == {}


def test_what_has_no_room_is_counted(extreme):
    context = context_with(extreme)
    crowded = made(theme_brief(context.edition.themes["crowded"], context))
    text = flat(pypdfium2.PdfDocument(crowded)[0].get_textpage().get_text_range())

    assert "[brief.more" in text


def test_any_text_is_printed_as_it_is_and_any_length_fits(workspace):
    brief = briefs_of(workspace, "en")["certex"]
    lines = tuple(BriefLine(f"{n} {ANYTHING * 20}") for n in range(60))
    hostile = replace(
        brief, title=ANYTHING, question=ANYTHING * 4, answer=ANYTHING * 30, parts=(BriefPart(ANYTHING, lines, 1),) * 5
    )
    document = pypdfium2.PdfDocument(made(hostile))
    text = flat(document[0].get_textpage().get_text_range())

    assert len(document) == 1
    assert flat("<b>x</b> #panic() *a* _b_ `c` $x$ @ref <label>") in text
    assert "Łódź" in text


def test_another_process_sets_the_same_bytes(workspace, tmp_path):
    brief = briefs_of(workspace, "nl")["certex"]
    code = f"""
import pickle, sys
from pathlib import Path
from generator.publish.briefs import brief_pdf
sys.stdout.buffer.write(brief_pdf(pickle.load(sys.stdin.buffer), Path({str(ROOT)!r}), Path({str(tmp_path)!r})))
"""
    command, given = [sys.executable, "-c", code], pickle.dumps(brief)
    other = subprocess.run(command, input=given, capture_output=True, check=True, cwd=ROOT)
    here = brief_pdf(brief, ROOT, tmp_path / "here")

    assert other.stdout == here


def test_a_brief_that_was_set_is_taken_from_the_cache(workspace, tmp_path):
    brief = briefs_of(workspace, "en")["certex"]
    first = brief_pdf(brief, ROOT, tmp_path)
    [kept] = tmp_path.iterdir()
    kept.unlink()
    kept_or_made(kept, lambda: b"kept")

    assert first.startswith(b"%PDF")
    assert brief_pdf(brief, ROOT, tmp_path) == b"kept"


def test_every_letter_of_the_data_has_a_glyph(workspace):
    """What the typefaces lack is printed as a question mark, so that no text of an editor stops the build."""
    texts = "".join(path.read_text("utf-8") for path in sorted((ROOT / "data").rglob("*.yaml")))

    assert sorted(set(_UNSET.findall(texts.replace("\n", " ")))) == []


def test_the_small_site_has_the_brief_of_each_theme_at_its_link(project):
    site: Path = project / "site"
    pages = [*site.glob("*/themes/*/index.html"), *site.glob("*/editions/*/themes/*/index.html")]
    mentioned = [page for page in pages if 'href="brief.pdf"' in page.read_text("utf-8")]

    assert mentioned
    assert [page for page in mentioned if not page.with_name("brief.pdf").is_file()] == []
