"""The order in which cells were written tells the rows of a table, wherever their first lines stand."""

import pytest

from generator.documents.pdf.areas.flows import alternations, flows_of, shared_heights
from generator.documents.pdf.layout import Piece, Rule, Word
from generator.documents.pdf.reader import read_pdf
from generator.documents.pdf.sheets import Font
from tests.support.printed import Press
from tests.support.typefaces import FACES

SENTENCE = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat."
ROWS = [
    ["Sluis", "Wat er is gedaan", "Wanneer"],
    ["Oosterdam Noord", "De deuren zijn vervangen door deuren van staal en het remmingwerk is hersteld", "mei 2026"],
    ["Zuidkade", "Er is verlichting", "2025, in het najaar en de winter, na de storm"],
    ["Westerveer en alles wat daar omheen ligt in de haven", "Er is een tweede veer gekomen", "2024"],
]


def piece(order: int, left: float, base: float, wide: float = 100) -> Piece:
    return Piece((Word("schepen", left, left + wide, order),), base, 10, Font("Arimo"))


def test_a_flow_ends_where_the_file_goes_back_up_the_page() -> None:
    written = [(70, 100), (70, 112), (300, 100), (300, 112), (70, 130)]
    flows = flows_of(piece(order, *place) for order, place in enumerate(written))

    assert [(flow.left, flow.top, flow.bottom) for flow in flows] == [(70, 100, 112), (300, 100, 112), (70, 130, 130)]


def test_columns_are_written_one_after_the_other_and_rows_side_by_side() -> None:
    columns = [piece(order, left, 100 + 12 * (order % 4)) for order, left in enumerate([70] * 4 + [300] * 4)]
    rows = [piece(order, left, 100 + 12 * (order // 2)) for order, left in enumerate([70, 300] * 4)]

    assert (alternations(columns, 200), alternations(rows, 200)) == (1, 7)


def test_lines_over_two_cells_may_be_one_line_or_two() -> None:
    rules = [Rule(70, 400, 90), Rule(70, 200, 120), Rule(200, 400, 121), Rule(70, 200, 150)]

    assert shared_heights(rules, (100, 300)) == [90, 120]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("place", ["top", "middle", "bottom"])
@pytest.mark.parametrize("side", ["left", "center", "right"])
@pytest.mark.parametrize("padding", ["0 4pt", "6pt"])
def test_cells_are_in_their_rows_wherever_they_stand_in_them(
    press: Press, face: str, place: str, side: str, padding: str
) -> None:
    table = "".join(f"<tr><td>{'<td>'.join(row)}" for row in ROWS)
    style = f"table {{ width: 100%; border-spacing: 0 }} td {{ width: 33%; vertical-align: {place}; text-align: {side};"
    pdf = press.page(f"<p>{SENTENCE}<table>{table}</table><p>{SENTENCE}", f"{style} padding: {padding} }}", face=face)

    assert [block.text for block in read_pdf(pdf).blocks] == [SENTENCE, *map(" ".join, ROWS), SENTENCE]
