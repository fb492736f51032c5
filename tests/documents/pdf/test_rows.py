"""What stands between two lines drawn across a table is one row, however few rows a page has."""

import pytest

from generator.documents.pdf.layout import Piece, Rule, Word
from generator.documents.pdf.reader import read_pdf
from generator.documents.pdf.rows import grouped
from generator.documents.pdf.sheets import Font
from tests.support.pdf_files import Shown, drawn_pdf

SENTENCE = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat."
COLUMNS = ((70, 120), (130, 200), (210, 300))
LINES = (
    (100, {0: "Noord", 1: "twee deuren", 2: "12"}),
    (112, {0: "A1", 2: "13"}),
    (124, {0: "A2", 2: "14"}),
    (160, {0: "Zuid", 1: "een deur", 2: "15"}),
    (172, {0: "B1", 2: "16"}),
)
"""How far down the page each printed line is, and what it has in which column."""


def piece(text: str, left: float, base: float) -> Piece:
    return Piece((Word(text, left, left + 5 * len(text)),), base, 10, Font("Arimo"))


@pytest.mark.parametrize(
    ("heights", "starts"),
    [
        pytest.param([88, 145, 185], ["Noord", "Zuid"], id="lines above, between and below"),
        pytest.param([145], ["Noord", "A1", "A2", "Zuid", "B1"], id="a line between alone"),
    ],
)
def test_two_rows_within_a_frame_are_two_rows(heights: list[float], starts: list[str]) -> None:
    rows = [tuple(piece(text, COLUMNS[i][0], base) for i, text in line.items()) for base, line in LINES]
    rules = [Rule(70, 300, height) for height in heights]

    assert [group[0][0].text for group in grouped(rows, COLUMNS, rules, 1.45)] == starts


def test_a_line_of_a_cell_that_ends_with_a_word_that_nothing_ends_with_is_not_its_last() -> None:
    texts = [("Noord open met een", "Een sluis (art. 3)"), ("deur van staal", "- voor alle veren")]
    rows = [(piece(left, 70, 100 + 12 * i), piece(right, 180, 100 + 12 * i)) for i, (left, right) in enumerate(texts)]

    assert [len(group) for group in grouped(rows, ((70, 160), (180, 290)), [], 1.45)] == [2]


def test_a_row_that_goes_on_over_the_page_in_one_column_is_one_row() -> None:
    rows = [
        ("Sluis", "Jaar", "Toestand"),
        ("Noord", "1901", "open"),
        ("Zuid", "1955", "dicht tot de nieuwe deur in de"),
    ]
    first = [Shown(SENTENCE, 70, 700 - 30)]
    first += [Shown(text, 70 + 120 * i, 720 + 14 * j) for j, row in enumerate(rows) for i, text in enumerate(row)]
    pdf = drawn_pdf(tuple(first), (Shown("sluis hangt.", 310, 60), Shown(SENTENCE, 70, 120)))

    assert [block.text for block in read_pdf(pdf).blocks] == [
        SENTENCE,
        "Sluis Jaar Toestand",
        "Noord 1901 open",
        "Zuid 1955 dicht tot de nieuwe deur in de sluis hangt.",
        SENTENCE,
    ]


def test_cells_that_touch_are_two_where_other_lines_begin_and_the_type_changes() -> None:
    texts = (
        ("Deel 1: Regels voor al het andere", "Wie vaart, meldt zich vooraf bij de sluis, of ook wel"),
        ("vervoer over water", "bij de brug."),
        ("Deel 2: Veren", "Op tijd, ook in het najaar"),
        ("Deel 3: Bruggen", "Dicht voor wie te breed is"),
    )
    shown = [
        Shown(text, left, base, is_bold=left > 70 and base != 114)
        for row, base in zip(texts, (100, 114, 144, 174), strict=True)
        for text, left in zip(row, (70, 224), strict=True)
    ]
    (number, rule), (of, where), *others = texts

    assert [block.text for block in read_pdf(drawn_pdf((*shown, Shown(SENTENCE, 70, 300)))).blocks] == [
        f"{number} {of} {rule} {where}",
        *(" ".join(row) for row in others),
        SENTENCE,
    ]
