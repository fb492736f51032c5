"""What is struck through is not read and is reported; other lines strike nothing."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.pdf.reader import read_pdf
from generator.documents.pdf.sheets.sheet import Stroke
from generator.documents.pdf.sheets.struck import OnLine, struck_in
from tests.support.pdf_files import Shown, drawn_pdf

LETTERS = [OnLine(i, 200, 10) for i in range(10)]
"""Ten letters of a line, from 100 to 160."""


def stroke(left: float, right: float, height: float, thick: float = 0.6) -> Stroke:
    return Stroke(left, right, height - thick / 2, height + thick / 2)


@pytest.mark.parametrize(
    ("drawn", "struck"),
    [
        pytest.param(stroke(100, 160, 197), set(range(10)), id="through all of them"),
        pytest.param(stroke(112, 136, 197), {2, 3, 4, 5}, id="through a word"),
        pytest.param(stroke(98, 164, 197), set(range(10)), id="and the space behind it"),
        pytest.param(stroke(100, 160, 201.5), set(), id="under them"),
        pytest.param(stroke(100, 160, 190), set(), id="over them"),
        pytest.param(stroke(40, 400, 197), set(), id="across the page"),
        pytest.param(stroke(100, 160, 197, 8), set(), id="an area behind them"),
        pytest.param(Stroke(130, 130.5, 150, 250), set(), id="down the page"),
    ],
)
def test_letters_are_struck_by_a_thin_line_through_them_alone(drawn: Stroke, struck: set[int]) -> None:
    assert struck_in(LETTERS, lambda i: (100 + 6 * i, 106 + 6 * i), [drawn]) == struck


@pytest.mark.parametrize(
    "laid",
    [
        pytest.param("1 0 0 1 0 0", id="upright"),
        pytest.param("0 1 -1 0 800 0", id="turned to the left"),
        pytest.param("-1 0 0 -1 595 842", id="upside down"),
        pytest.param("0 -1 1 0 -200 600", id="turned to the right"),
    ],
)
def test_what_is_struck_is_no_part_of_its_sentence_however_the_page_is_laid_and_is_reported(laid: str) -> None:
    line = "De sluis is dicht open voor schepen van elke soort en maat, en dat bleef in de winter zo."
    left, width = 70 + 5 * 9.9, 22.0
    struck = f"{left} {842 - 97} {width} 0.6 re f"
    reading = read_pdf(drawn_pdf((f"q {laid} cm", Shown(line, 70, 100), struck, "Q")))

    assert [block.text for block in reading.blocks] == [line.replace(" dicht", "")]
    assert list(reading.left_out) == [LeftOut(PagePart.STRUCK, "dicht", 1)]
