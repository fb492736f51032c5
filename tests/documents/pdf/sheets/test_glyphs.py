"""What is on a page is read, or it is reported: what is turned against the text, and what nobody sees."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.pdf.reader import read_pdf
from tests.support.pdf_files import Shown, drawn_pdf

LINES = (
    "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van",
    "elke soort en maat, en de dienst telde er in het najaar meer dan voor de bouw.",
)
TEXT = tuple(Shown(line, 70, 100 + 14 * i) for i, line in enumerate(LINES))
BOX = (60, 90, 500, 121)
"""Around the first two lines of a page."""


@pytest.mark.parametrize(
    ("shown", "left_out"),
    [
        pytest.param(
            [Shown("Vertrouwelijk tot 12 mei", 30, 400, turns=1), Shown("Waterdienst 2026", 42, 400, turns=1)],
            [(PagePart.TURNED, "Vertrouwelijk tot 12 mei"), (PagePart.TURNED, "Waterdienst 2026")],
            id="a column in the margin that is turned to the left"),
        pytest.param([Shown("Kaart 7", 300, 107, turns=3)], [(PagePart.TURNED, "Kaart 7")],
                     id="turned to the right, across the lines"),
        pytest.param([Shown("en sloot er 9.", 70, 128, within=BOX)], [(PagePart.HIDDEN, "en sloot er 9.")],
                     id="below the cell in which it is drawn"),
        pytest.param([Shown("en sloot er 9.", 70, 850)], [(PagePart.HIDDEN, "en sloot er 9.")],
                     id="below the end of the page"),
    ],
)  # fmt: skip
def test_what_is_turned_or_hidden_is_no_part_of_a_sentence_and_is_reported(
    shown: list[Shown], left_out: list[tuple[PagePart, str]]
) -> None:
    reading = read_pdf(drawn_pdf((*TEXT, *shown)))

    assert [block.text for block in reading.blocks] == [" ".join(LINES)]
    assert list(reading.left_out) == [LeftOut(part, text, 1) for part, text in left_out]


def test_what_is_cut_off_only_in_part_is_read() -> None:
    low = Shown("Er kwamen 9 schepen minder.", 70, 128, within=(60, 90, 500, 127))

    assert [block.text for block in read_pdf(drawn_pdf((*TEXT, low))).blocks] == [f"{' '.join(LINES)} {low.text}"]


def test_a_table_that_is_turned_to_fit_its_page_is_read_and_the_foot_below_it_reported() -> None:
    rows = [
        ("Sluis", "Jaar", "Toestand"),
        ("Noord", "1901", "open voor schepen van elke soort"),
        ("Zuid", "1955", "dicht voor wie te lang of te breed is"),
    ]
    cells = [
        Shown(text, 100 + 16 * j, 700 - 120 * i, turns=1) for j, row in enumerate(rows) for i, text in enumerate(row)
    ]
    reading = read_pdf(drawn_pdf(TEXT, (*cells, Shown("Blad 2", 70, 800))))

    assert [block.text for block in reading.blocks] == [" ".join(LINES), *map(" ".join, rows)]
    assert list(reading.left_out) == [LeftOut(PagePart.TURNED, "Blad 2", 2)]
