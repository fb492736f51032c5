"""What is in a docx and is no text is told: pictures, charts, hidden and struck words; signs of fonts are read."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.reader import reading_of
from tests.support.docx_files import docx, paragraph, run, table

SENTENCE = "De sluis bij Oosterdam is weer open."
TEXT = paragraph(run(SENTENCE))
BOX = f"<w:txbxContent>{paragraph(run('Nieuw: de sluis.'))}</w:txbxContent>"

PICTURE = '<w:r><w:drawing><inline><docPr name="Beeld 1" {}/><graphic><blip/></graphic></inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("body", "left_out"),
    [
        pytest.param(paragraph(run("Nu dicht.", "<w:vanish/>")), (PagePart.HIDDEN, "Nu dicht."), id="hidden words"),
        pytest.param(paragraph(run("twee", "<w:strike/>")), (PagePart.STRUCK, "twee"), id="words struck through"),
        pytest.param(paragraph(run("twee", "<w:dstrike/>")), (PagePart.STRUCK, "twee"), id="or struck twice"),
        pytest.param(paragraph(PICTURE.format('descr="Schepen per jaar"')), (PagePart.OBJECT, "Schepen per jaar"),
                     id="a picture, by what it shows"),
        pytest.param(paragraph(PICTURE.format("").replace("blip", "chart")), (PagePart.OBJECT, "Beeld 1"),
                     id="a chart, by its name"),
        pytest.param(paragraph("<w:r><w:pict><shape><imagedata/></shape></w:pict></w:r>"),
                     (PagePart.OBJECT, "without a name"), id="a picture of an older program"),
        pytest.param(paragraph('<w:r><w:object><OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
                     (PagePart.OBJECT, "Excel.Sheet.12"), id="the file of another program"),
        pytest.param('<w:altChunk id="r7"/>', (PagePart.OBJECT, "altChunk"), id="another document within it"),
    ],
)  # fmt: skip
def test_what_is_in_it_and_no_text_is_told(body: str, left_out: tuple[PagePart, str]) -> None:
    found = reading_of(docx(body + TEXT))

    assert [block.text for block in found.blocks] == [SENTENCE]
    assert found.left_out == (LeftOut(*left_out),)


def test_a_box_that_is_read_and_a_line_that_is_drawn_are_not_told() -> None:
    drawn = "<w:r><w:drawing><inline><graphic/></inline></w:drawing></w:r>"

    assert reading_of(docx(paragraph(run("Open.") + drawn + f"<w:r><w:drawing>{BOX}</w:drawing></w:r>"))).left_out == ()


def test_signs_of_a_symbol_font_and_deleted_cells() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="{}"/></w:r>'
    cells = table([paragraph(run("Oud")), paragraph(run("7"))])
    cells = cells.replace("<w:tc>", "<w:tc><w:tcPr><w:cellDel/></w:tcPr>", 1)
    body = paragraph(sign.format("F0B3") + run(" 5 en ") + sign.format("F02D") + run("3") + sign.format("F0FF"))

    found = reading_of(docx(body + cells)).blocks

    assert [block.text for block in found] == ["≥ 5 en −3\ufffd", "7"]
