"""A printed document becomes the blocks that its writer meant, whatever it looks like on paper."""

from collections.abc import Iterator

import pytest

from generator.documents.block import Block, BlockKind, Unreadable
from generator.documents.pdf.reader import read_pdf
from tests.support.letters import expected_blocks
from tests.support.pdf_files import Shown, drawn_pdf
from tests.support.printed import Look, Press

HEAD = tuple(
    Block(BlockKind.PARAGRAPH, text)
    for text in (
        "Ministerie van Vaarwegen",
        "Waterdienst",
        "Aan de Voorzitter van de Kamer",
        "Postbus 1",
        "1000 AA Oosterdam",
        "Datum 11 juni 2026",
        "Betreft Voortgang bij de Waterdienst",
    )
)
SENTENCE = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat."
LONG = " ".join([SENTENCE] * 4)
CLOSE = "p, ul, ol, .two { margin: 0 }"
INDENTED = CLOSE + "p { text-indent: 1.5em } h1 + p, h2 + p, p.goes-on, .head p { text-indent: 0 }"
JUSTIFIED = "p, li { text-align: justify } p.cut, ul.cut, ol.cut { text-align-last: justify }"
SHADED = (
    "<tr><td>Noord<td><p>open voor schepen<p>van elke soort<td>7"
    "<tr><td>Zuid<td><p>dicht voor schepen<p>die te lang zijn<p>of te breed<td>8"
)
PICTURE = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
ENCRYPTED = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
3 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012)
 /U (09876543210987654321098765432109)>>
endobj
trailer <</Root 1 0 R /Encrypt 3 0 R /ID [(a) (a)] /Size 4>>
%%EOF
"""


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    chromium = Press()
    yield chromium
    chromium.close()


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(Look(points=9.5), id="small on A4"),
        pytest.param(Look(points=11), id="large on A4"),
        pytest.param(Look("A5", 10, reference="Ons kenmerk W-2026-7"), id="on A5, a reference in the margin"),
        pytest.param(Look("A5", 12), id="large on A5"),
        pytest.param(Look(points=11, style=JUSTIFIED), id="justified"),
        pytest.param(Look(style=CLOSE), id="no white between paragraphs"),
        pytest.param(Look(style=INDENTED), id="paragraphs that are indented"),
        pytest.param(Look(style=INDENTED + JUSTIFIED), id="indented and justified"),
        pytest.param(Look(style="body { line-height: 1.8 }"), id="lines wide apart"),
        pytest.param(Look(style="h1, h2 { text-align: center }"), id="headings in the middle"),
        pytest.param(
            Look(style="h1, h2 { font-size: 1em; margin: 1em 0 0 }" + CLOSE), id="headings that are only bold"
        ),
        pytest.param(Look(style=".body td { padding: 0 0.3em; border: 0 }"), id="tables without lines or white"),
        pytest.param(Look(above="11 juni 2026 | blad {n}", below="- {n} -"), id="a date and page number at the top"),
    ],
)
def test_a_letter_is_read_as_it_was_meant_however_it_is_printed(press: Press, look: Look) -> None:
    levels = look.style.startswith("h1, h2 { font-size")
    expected = [Block(b.kind, b.text, min(b.level, 1)) for b in expected_blocks()] if levels else expected_blocks()

    assert read_pdf(press.letter(look)).blocks == (*HEAD, *expected)


def read(press: Press, body: str, style: str = "", below: str = "") -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in read_pdf(press.page(body, style, below)).blocks]


@pytest.mark.parametrize(
    ("body", "style", "texts"),
    [
        pytest.param(
            f"<h1>Inhoudsopgave</h1><p>1 Sluizen 2<p>2 Veren en al het andere 14<h1>1 Sluizen</h1><p>{SENTENCE}",
            "", [("heading", "1 Sluizen"), ("paragraph", SENTENCE)], id="a table of contents is left out"),
        pytest.param(
            f"<h1>Sluizen</h1><p style='break-before: page'><h1>Sluizen</h1><p>{SENTENCE}",
            "", [("heading", "Sluizen"), ("paragraph", SENTENCE)], id="a title that is printed twice is there once"),
        pytest.param(
            f"<p>{SENTENCE}<p>• eerste<p>- tweede<p>▪ derde<p>o vierde<p>b) vijfde<p>12. zesde",
            "", [("paragraph", SENTENCE), *(("item", t) for t in ("eerste", "tweede", "derde", "vierde", "vijfde",
                                                                  "zesde"))],
            id="bullets and numbers begin an item and are not part of it"),
        pytest.param(
            f"<p>{SENTENCE}<p><i>* deuren nazien</i><p><b>– veren laten varen</b><p><b>1. Sluizen</b><p>{LONG}",
            "", [("paragraph", SENTENCE), ("item", "deuren nazien"), ("item", "veren laten varen"),
                 ("heading", "1. Sluizen"), ("paragraph", LONG)],
            id="an item with a bullet is no heading, however it is printed; one with a number may be"),
        pytest.param(
            "<p>De controle- en meldplicht geldt aan de EU-<br>buitengrens, en dat is in de sluis ook en<br>"
            "– wie had het ooit gedacht – op 1 of<br>2. april zo.",
            "", [("paragraph", "De controle- en meldplicht geldt aan de EU-buitengrens, en dat is in de sluis ook en "
                               "– wie had het ooit gedacht – op 1 of 2. april zo.")],
            id="what looks like a bullet inside a sentence is part of it, and so is a hyphen that belongs"),
        pytest.param(
            f"<p>{SENTENCE} De 1<sup>e</sup> sluis is 12 m<sup>2</sup> en 10<sup>3</sup> keer zo vol CO<sub>2</sub>.",
            "", [("paragraph", f"{SENTENCE} De 1e sluis is 12 m² en 10³ keer zo vol CO2.")],
            id="a raised number that calls no footnote is part of the sentence"),
        pytest.param(
            f"<h1>Sluizen<sup>1</sup></h1><p>{LONG}<p style='position: absolute; bottom: 0; font-size: 0.7em'>1 Elf.",
            "", [("heading", "Sluizen"), ("paragraph", "Elf."), ("paragraph", LONG)],
            id="a footnote of a heading is not part of it"),
        pytest.param(
            f"<p>{LONG}<p style='position: absolute; bottom: 0; font-size: 0.7em'><sup>4</sup> Elf.",
            "", [("paragraph", LONG), ("paragraph", "Elf.")], id="a footnote that is not called is not lost"),
        pytest.param(
            f"<p>{LONG}<p style='position: absolute; top: 9cm; font-size: 4em; transform: rotate(-45deg)'>Concept",
            "", [("paragraph", LONG)], id="a watermark is left out"),
        pytest.param(
            f"<p><b>Let op:</b> {SENTENCE}<p><b>{SENTENCE}</b><p><i>Over de veren</i><p>{SENTENCE}",
            "", [("paragraph", f"Let op: {SENTENCE}"), ("paragraph", SENTENCE), ("heading", "Over de veren"),
                 ("paragraph", SENTENCE)], id="a sentence in bold is no heading, a few words are"),
        pytest.param(
            f"<h1>Sluizen</h1><p>{LONG}<p class='first'>{LONG}<p>{LONG}",
            ".first::first-letter { float: left; font-size: 3.2em; line-height: 0.9; padding-right: 0.05em }",
            [("heading", "Sluizen"), *[("paragraph", LONG)] * 3], id="a large initial is part of its word"),
        pytest.param(
            f"<h1>Sluizen</h1><div><p>{'<p>'.join([LONG] * 5)}</div>", "div { columns: 2 }",
            [("heading", "Sluizen"), *[("paragraph", LONG)] * 5], id="two columns are read one after the other"),
        pytest.param(
            f"<h1>Sluizen</h1><div><p>{'<p>'.join([LONG] * 6)}</div>",
            "div { columns: 2; column-gap: 0.8em; text-align: justify }",
            [("heading", "Sluizen"), *[("paragraph", LONG)] * 6], id="so are two columns that nearly touch"),
        pytest.param(
            f"<p>{LONG}<table><tr><td>Jaar<td>Sluizen<td>Veren<tr><td>2025<td>elf, waarvan er negen open zijn<td>7",
            "td { vertical-align: top; max-width: 8em; padding: 0 0.5em }",
            [("paragraph", LONG), ("row", "Jaar Sluizen Veren"), ("row", "2025 elf, waarvan er negen open zijn 7")],
            id="a cell that takes several lines is in its row"),
        pytest.param(
            f"<p>{LONG}<table><tr><td>Sluis<td>Toestand<td>Deuren{SHADED}</table>",
            "table { border-collapse: collapse } td { vertical-align: top; border: 1px solid; padding: 2px 6px }"
            "td p { background: #ddd; margin: 0; line-height: 1.2 }",
            [("paragraph", LONG), ("row", "Sluis Toestand Deuren"), ("row", "Noord open voor schepen van elke soort 7"),
             ("row", "Zuid dicht voor schepen die te lang zijn of te breed 8")],
            id="the shades of the lines of a cell are no borders"),
        pytest.param(
            f"<p>{LONG}<table><tr><td>Sluis<td>Toestand<tr><td>De sluis bij Noord is sinds<br>dit jaar open met <u>een"
            "&nbsp;</u><br>nieuwe deur<td>Er varen schepen die er<br>nog niet eerder waren en<br>alle veren</table>",
            "td { vertical-align: top; padding: 0 0.5em }",
            [("paragraph", LONG), ("row", "Sluis Toestand"),
             ("row", "De sluis bij Noord is sinds dit jaar open met een nieuwe deur Er varen schepen die er nog niet "
                     "eerder waren en alle veren")],
            id="a line under words and the space after them is no border"),
    ],
)  # fmt: skip
def test_what_is_printed_is_read_as_a_reader_would(
    press: Press, body: str, style: str, texts: list[tuple[str, str]]
) -> None:
    assert read(press, body, style) == texts


def test_a_footnote_and_a_page_break_in_a_sentence_do_not_cut_it_in_two(press: Press) -> None:
    first = f"{LONG} Het veer naar Noordeiland<sup>1</sup> vaart volgens de dienstregeling die sinds dit jaar geldt van"
    body = (
        f"<p>{first}<p class='foot'><sup>1</sup> Een eiland in het<br>noorden.<p style='break-before: page'>maandag "
        f"tot en met zaterdag, en in de zomer ook op zondag. {LONG}<p>{SENTENCE}"
    )

    assert read(press, body, ".foot { top: 20cm; bottom: auto; left: 25mm }", below="Pagina {n} van {of}") == [
        ("paragraph", f"{LONG} Het veer naar Noordeiland vaart volgens de dienstregeling die sinds dit jaar geldt van "
                      f"maandag tot en met zaterdag, en in de zomer ook op zondag. {LONG} Een eiland in het noorden."),
        ("paragraph", SENTENCE),
    ]  # fmt: skip


def test_a_table_over_several_pages_has_its_head_once_and_all_of_its_rows(press: Press) -> None:
    rows = [f"Sluis {n} {1900 + n} {7 * n}" for n in range(1, 120)]
    cells = "".join(f"<tr><td>{'<td>'.join(row.rsplit(' ', 2))}" for row in rows)
    table = f"<table style='font-size: 0.8em'><thead><tr><td>Naam<td>Gebouwd<td>Schuttingen</thead>{cells}</table>"

    assert read(press, f"<p>{LONG}{table}<p>{LONG}") == [
        ("paragraph", LONG), ("row", "Naam Gebouwd Schuttingen"), *[("row", row) for row in rows], ("paragraph", LONG)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pdf", "message"),
    [
        pytest.param(b" \n", "the file is empty; fetch it again", id="nothing"),
        pytest.param(
            b"<!doctype html><title>Brief</title>",
            "the file is not a PDF; take the document itself, not the page that links to it",
            id="a web page",
        ),
        pytest.param(
            ENCRYPTED,
            "the PDF is encrypted and opens only with a password; save a copy without one",
            id="a PDF with a password",
        ),
        pytest.param(
            b"%PDF-1.7\nsluizen\n%%EOF",
            "the PDF is damaged and cannot be opened; fetch it again, or print it to a new PDF",
            id="a PDF that is damaged",
        ),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_way_out(pdf: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_pdf(pdf)

    assert str(refused.value) == message


def test_a_pdf_that_is_broken_off_is_refused(press: Press) -> None:
    with pytest.raises(Unreadable) as refused:
        read_pdf(press.page(f"<p>{LONG}")[:-1000])

    assert str(refused.value) == "the PDF is broken off, its end is missing; fetch it again"


@pytest.mark.parametrize(
    ("body", "below", "message"),
    [
        pytest.param(
            f"<img src='{PICTURE}' style='width: 160mm; height: 240mm'>",
            "{n}",
            "the PDF was scanned, its pages are pictures; have their text recognised first (OCR)",
            id="pictures of pages",
        ),
        pytest.param(
            "<p>",
            "",
            "nothing is written on the pages of the PDF; see whether this is the right file",
            id="white paper",
        ),
        pytest.param(
            "<p style='break-after: page'>&nbsp;<p>&nbsp;",
            "Pagina {n}",
            "nothing but page numbers is written in the PDF; see whether this is the right file",
            id="page numbers only",
        ),
    ],
)
def test_a_pdf_without_text_is_refused_with_a_way_out(press: Press, body: str, below: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(press, body, below=below)

    assert str(refused.value) == message


def test_a_pdf_with_more_pages_than_any_report_is_refused() -> None:
    pages = ((Shown("Een bladzijde.", 50, 50),),) * 1_001

    with pytest.raises(Unreadable, match=r"^the PDF has 1,001 pages; at most 1,000 are read"):
        read_pdf(drawn_pdf(*pages))
