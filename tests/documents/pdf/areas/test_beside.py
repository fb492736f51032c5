"""Columns are read one after the other however narrow and short they are; a table is read row by row however wide."""

import pytest

from generator.documents.pdf.reader import read_pdf
from tests.support.printed import Press
from tests.support.typefaces import FACES

SLUICE = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat."
FERRY = "Het veer bij Westhaven vaart sinds januari zonder uitstoot en trekt elk jaar meer reizigers dan daarvoor."
COLUMNS = (
    f"<h2>Sluizen</h2><p>{SLUICE} {FERRY}</p><ul><li>{SLUICE}<li>Noord is open.</ul>"
    f"<h2>Veren</h2><p>{FERRY} {SLUICE}</p><ul><li>{FERRY}<li>Zuid vaart niet.</ul>"
)
TEXTS = [
    ("heading", "Sluizen"), ("paragraph", f"{SLUICE} {FERRY}"), ("item", SLUICE), ("item", "Noord is open."),
    ("heading", "Veren"), ("paragraph", f"{FERRY} {SLUICE}"), ("item", FERRY), ("item", "Zuid vaart niet."),
]  # fmt: skip


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "style",
    [
        pytest.param("columns: 2; column-gap: 8mm", id="two columns of a leaflet"),
        pytest.param("columns: 2; column-gap: 8mm; column-rule: 1px solid", id="with a line between them"),
        pytest.param("columns: 3; column-gap: 6mm; font-size: 9pt", id="three narrow ones"),
    ],
)
def test_short_columns_are_read_one_after_the_other(press: Press, face: str, style: str) -> None:
    body = f"<h1>Feiten</h1><p>{SLUICE}</p><div style='{style}'>{COLUMNS}</div><p>{FERRY}</p>"
    read = [(block.kind.value, block.text) for block in read_pdf(press.page(body, face=face)).blocks]

    assert read == [("heading", "Feiten"), ("paragraph", SLUICE), *TEXTS, ("paragraph", FERRY)]


@pytest.mark.parametrize("face", FACES)
def test_a_wide_table_without_lines_is_read_row_by_row(press: Press, face: str) -> None:
    rows = [["Sluis", "Wat", "Stand", "Bedrag"]]
    rows += [[f"Sluis {n}", f"{n} {SLUICE}", f"{n} {FERRY}", f"{n}.250"] for n in range(1, 7)]
    table = "".join(f"<tr><td>{'<td>'.join(row)}" for row in rows)
    body = f"<p>{SLUICE}</p><div class='wide'><h1>Bijlage</h1><table>{table}</table></div>"
    style = "@page wide { size: A4 landscape } .wide { page: wide } td { vertical-align: top }"

    assert [block.text for block in read_pdf(press.page(body, style, face=face)).blocks] == [
        SLUICE, "Bijlage", *map(" ".join, rows)
    ]  # fmt: skip
