"""A box beside the text is read as one, after what begins above it, and does not cut the text in two."""

import pytest

from generator.documents.pdf.reader import read_pdf
from tests.support.printed import Press
from tests.support.typefaces import FACES

FIRST = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat. " * 3
LONG = "Het veer bij Westhaven vaart sinds januari zonder uitstoot en trekt elk jaar meer reizigers dan daarvoor. " * 8
BOX = "Wie vaart, meldt zich vooraf bij de sluis of bij de brug, ook in de winter."
TEXTS = [("heading", "Sluizen"), ("paragraph", FIRST.strip()), ("paragraph", LONG.strip())]
FRAME = "float: right; width: 45mm; padding: 3mm; margin: 0 0 4mm 6mm;"


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    ("style", "place"),
    [
        pytest.param(f"{FRAME} background: #def", 3, id="shaded, on the right"),
        pytest.param("float: left; width: 50mm; border: 1px solid; padding: 3mm; margin: 0 6mm 4mm 0; font-size: .85em",
                     3, id="framed, on the left"),
        pytest.param("float: right; width: 45mm; font-size: 1.6em; margin: 0 0 4mm 6mm", 3, id="a quote in large type"),
    ],
)  # fmt: skip
def test_a_box_beside_the_text_does_not_cut_it(press: Press, face: str, style: str, place: int) -> None:
    body = f"<h1>Sluizen</h1><p>{FIRST}</p><div style='{style}'>{BOX}</div><p>{LONG}</p>"
    expected = [*TEXTS[:place], ("paragraph", BOX), *TEXTS[place:]]

    assert [(b.kind.value, b.text) for b in read_pdf(press.page(body, face=face)).blocks] == expected


def test_what_is_in_a_box_keeps_its_items_and_opens_no_section(press: Press) -> None:
    box = f"<div style='{FRAME} background: #def'><b>In het kort</b><ul><li>{BOX}<li>De brug ook.</ul></div>"
    blocks = read_pdf(press.page(f"<h1>Sluizen</h1><p>{FIRST}</p>{box}<p>{LONG}</p>")).blocks

    assert [(b.kind.value, b.text) for b in blocks] == [
        *TEXTS, ("paragraph", "In het kort"), ("item", BOX), ("item", "De brug ook.")
    ]  # fmt: skip


def test_a_cell_of_a_table_is_no_box(press: Press) -> None:
    cells = f"<tr><td>{FIRST}<td>{BOX}<tr><td>Noord<td>{BOX}"
    blocks = read_pdf(press.page(f"<p>{LONG}</p><table>{cells}</table><p>{LONG}</p>", "td { width: 50% }")).blocks

    assert [b.text for b in blocks] == [LONG.strip(), f"{FIRST}{BOX}", f"Noord {BOX}", LONG.strip()]
