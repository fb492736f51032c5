"""A document of a word processor is read as it is seen: changes accepted, notes at their calls, no heads."""

import pytest

from generator.documents.block import BlockKind, LeftOut, PagePart
from generator.documents.reader import blocks_of, reading_of
from tests.support.docx_files import docx, docx_of, paragraph, run, table
from tests.support.letters import LETTER, expected_blocks

SENTENCE = "De sluis bij Oosterdam is weer open."
TEXT = paragraph(run(SENTENCE))


def read(body: str, *notes: str) -> list[tuple[str, str]]:
    """(kind, text) of each block; the level of a heading follows its kind."""
    blocks = blocks_of(docx(body + TEXT, notes))
    assert blocks[-1].text == SENTENCE
    return [(b.kind.value + (str(b.level) if b.kind is BlockKind.HEADING else ""), b.text) for b in blocks[:-1]]


def test_a_long_letter_comes_back_whole() -> None:
    assert blocks_of(docx_of(LETTER)) == expected_blocks()


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(paragraph(run("Sluizen"), "Kop1") + TEXT + paragraph(run("Noord"), "Kop2"),
                     [("heading1", "Sluizen"), ("paragraph", SENTENCE), ("heading2", "Noord")], id="by rank"),
        pytest.param(paragraph(run("Sluizen"), "Kop1") + TEXT + paragraph(run("Noord"), "Paragraaf"),
                     [("heading1", "Sluizen"), ("paragraph", SENTENCE), ("heading2", "Noord")],
                     id="by a style that is based on one"),
        pytest.param(paragraph(run("Sluizen"), "Kop3"), [("heading1", "Sluizen")], id="by the name of its style"),
        pytest.param(paragraph(run("Sluizen"), "", '<w:outlineLvl w:val="0"/>'), [("heading1", "Sluizen")],
                     id="by what it says itself"),
        pytest.param(paragraph(run(SENTENCE), "Kop1", '<w:outlineLvl w:val="9"/>'), [("paragraph", SENTENCE)],
                     id="unless it says that it is text"),
        pytest.param(paragraph(run("Dam", "<w:b/>") + run("men", '<w:rStyle w:val="Vet"/>')), [("heading1", "Dammen")],
                     id="in bold as a whole"),
        pytest.param(paragraph(run("Sluizen", "<w:b/>")) + TEXT + paragraph(run("Noord", "<w:i/>")),
                     [("heading1", "Sluizen"), ("paragraph", SENTENCE), ("heading2", "Noord")],
                     id="slanted, and lower than those in bold"),
        pytest.param(paragraph(run("Let op:", "<w:b/>") + run(" de sluis")), [("paragraph", "Let op: de sluis")],
                     id="but not in bold in part"),
        pytest.param(paragraph(run("De sluis is dicht.", "<w:b/>")), [("paragraph", "De sluis is dicht.")],
                     id="nor a sentence"),
        pytest.param(paragraph(run("Sluizen", '<w:b w:val="0"/>')), [("paragraph", "Sluizen")],
                     id="nor where bold is turned off"),
    ],
)  # fmt: skip
def test_a_heading_is_known(body: str, blocks: list[tuple[str, str]]) -> None:
    assert read(body) == blocks


DELETED = "<w:del><w:r><w:delText>dicht</w:delText></w:r></w:del>"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(paragraph(run("De sluis is ") + DELETED + f"<w:ins>{run('open')}</w:ins>" + run(".")),
                     [("paragraph", "De sluis is open.")], id="words deleted and inserted"),
        pytest.param(paragraph(f"<w:moveFrom>{run('Nu niet. ')}</w:moveFrom>" + run("Open. ")
                               + f"<w:moveTo>{run('Nu niet.')}</w:moveTo>"),
                     [("paragraph", "Open. Nu niet.")], id="words moved"),
        pytest.param(paragraph(run("De sluis is "), "", "<w:rPr><w:del/></w:rPr>") + paragraph(run("open.")),
                     [("paragraph", "De sluis is open.")], id="the end of a paragraph deleted"),
        pytest.param(table([paragraph(run("Noord"))]).replace("<w:tc>", "<w:trPr><w:del/></w:trPr><w:tc>"),
                     [], id="a row deleted"),
        pytest.param(paragraph(DELETED), [], id="all of it deleted"),
    ],
)  # fmt: skip
def test_tracked_changes_are_accepted(body: str, blocks: list[tuple[str, str]]) -> None:
    assert read(body) == blocks


BOX = f"<w:txbxContent>{paragraph(run('Nieuw: de sluis.'))}</w:txbxContent>"
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("7")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param(paragraph(run("Open.") + f"<w:r><AlternateContent><Choice><w:drawing>{BOX}</w:drawing></Choice>"
                               f"<Fallback><w:pict>{BOX}</w:pict></Fallback></AlternateContent></w:r>"),
                     [("paragraph", "Open."), ("paragraph", "Nieuw: de sluis.")], id="a text box, once"),
        pytest.param(paragraph(run("eerst Noord"), "Lijst") + paragraph(run("dan Zuid"), "Lijst"),
                     [("item", "eerst Noord"), ("item", "dan Zuid")], id="items by their style"),
        pytest.param(paragraph(run("geen punt"), "Lijst", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
                     [("paragraph", "geen punt")], id="but not where the number is turned off"),
        pytest.param(paragraph(run("• eerst Noord")), [("item", "eerst Noord")], id="items with a typed bullet"),
        pytest.param(table([paragraph(run("Sluis")), paragraph(run("Deuren"))],
                           [paragraph(run("Noord,")) + paragraph(run("oud"), "Kop1"), paragraph(run("7"))]),
                     [("row", "Sluis Deuren"), ("row", "Noord, oud 7")], id="rows of a table"),
        pytest.param(table([paragraph(run("Sluizen"), "Kop1") + paragraph(run("Open."))]),
                     [("heading1", "Sluizen"), ("paragraph", "Open.")], id="a frame of one cell is no table"),
        pytest.param(table([table([paragraph(run("in")), paragraph(run("nen"))]), paragraph(run("7"))]),
                     [("row", "in nen 7")], id="a table within a table"),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraph(run('Open.'))}</w:sdtContent></w:sdt>", [("paragraph", "Open.")],
                     id="a field to fill in"),
        pytest.param(paragraph(f"<w:hyperlink>{run('De sluis')}</w:hyperlink>" + run(" is") + "<w:r><w:tab/></w:r>"
                               + run("open,") + "<w:r><w:br/></w:r>" + run("blad ") + FIELD + run(".")),
                     [("paragraph", "De sluis is open, blad 7.")], id="links, tabs, line ends and fields"),
        pytest.param(paragraph(run("De sluis") + run(" van toen", "<w:vanish/>") + run(" is open.")),
                     [("paragraph", "De sluis is open.")], id="hidden words"),
        pytest.param(paragraph(run("Sinds 2025") + run("1", '<w:vertAlign w:val="superscript"/>') + run(" is 8 m")
                               + run("3", '<w:vertAlign w:val="superscript"/>') + run(" CO")
                               + run("2", '<w:vertAlign w:val="subscript"/>') + run(".")),
                     [("paragraph", "Sinds 2025¹ is 8 m3 CO2.")], id="raised figures beside a number"),
        pytest.param(paragraph(run("de Oost") + "<w:r><w:noBreakHyphen/></w:r>" + run("West-sluis.")),
                     [("paragraph", "de Oost-West-sluis.")], id="a hyphen at which no line ends"),
    ],
)  # fmt: skip
def test_what_is_in_it_is_read_as_it_is_seen(body: str, blocks: list[tuple[str, str]]) -> None:
    assert read(body) == blocks


def test_a_note_follows_the_paragraph_or_row_that_calls_it() -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = paragraph(run("De sluis") + call.format(1) + run(" is open.")) + table(
        [paragraph(run("Noord") + call.format(2)), paragraph(run("7"))]
    )

    assert read(body, "Die bij Oosterdam.", "Gebouwd in 1901.") == [
        ("paragraph", "De sluis is open. Die bij Oosterdam."),
        ("row", "Noord 7 Gebouwd in 1901."),
    ]


def test_heads_feet_and_contents_are_left_out_and_told() -> None:
    contents = paragraph(run("Sluizen 2"), "Inhopg1")
    built = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph(run('Inhoud'))}</w:sdtContent></w:sdt>"
    )
    more = {"header": paragraph(run("Waterdienst")), "footer": paragraph(run("Pagina ") + FIELD)}
    found = reading_of(docx(built + contents + TEXT, more=more))

    assert [block.text for block in found.blocks] == [SENTENCE]
    assert found.left_out == (
        LeftOut(PagePart.HEAD, "Waterdienst"),
        LeftOut(PagePart.CONTENTS, "Inhoud"),
        LeftOut(PagePart.CONTENTS, "Sluizen 2"),
        LeftOut(PagePart.FOOT, "Pagina 7"),
    )
