"""A sentence goes on over lines that end early, and a list of short lines is no sentence."""

from collections.abc import Iterator

import pytest

from generator.documents.pdf.reader import read_pdf
from tests.support.pdf_files import Shown, drawn_pdf
from tests.support.printed import Press

FULL = "De dienst heeft dit jaar elke sluis in de haven van kade tot kade bekeken en gemeten."
"""A line that fills its column."""


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    chromium = Press()
    yield chromium
    chromium.close()


def read(*lines: str) -> list[str]:
    """The blocks of a page with such lines below a paragraph of three lines."""
    page = [Shown(line, 70, 100 + 13 * i) for i, line in enumerate((FULL, FULL, FULL))]
    page += [Shown(line, 70, 180 + 13 * i) for i, line in enumerate(lines)]
    return [block.text for block in read_pdf(drawn_pdf(tuple(page))).blocks][1:]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["De sluis is van 3 mei 2026 tot en met de laatste dag van het jaar, d.w.z. van d.d.",
                      "4 mei af, dicht."], id="at an abbreviation"),
        pytest.param(["Dat is besproken met iedereen die er woont of werkt, ook met de schippers van de",
                      "Zuiderkade en de brugwachters."], id="at a small word"),
        pytest.param(["De sluis ligt, zo blijkt uit de metingen van dit jaar, aan de rand van Nieuw",
                      "Oosterdam en is open."], id="within a name"),
        pytest.param(["De dienst let bij het meten van de sluizen en de bruggen op de lengte, de breedte,",
                      "de diepte en de hoogte."], id="at a comma, though there was room"),
    ],
)  # fmt: skip
def test_a_sentence_goes_on_behind_a_line_that_ends_early(lines: list[str]) -> None:
    assert read(*lines) == [" ".join(lines)]


@pytest.mark.parametrize(
    "body", ["width: 90mm", "width: 150mm; columns: 2; column-gap: 8mm; font-size: 8pt; margin: 0 10mm"]
)
def test_a_line_that_is_spread_over_its_column_is_one_text(press: Press, body: str) -> None:
    """Long words leave so few on a line that the spaces between them are wider than between columns."""
    sentence = (
        "In het hoofdstuk over de binnenscheepvaartverkeersleidingssystemen gaan wij in op de verplichtingen "
        "van de binnenvaartschippersverenigingen die zich voor de waterstandsvoorspellingsdienst hebben aangemeld."
    )
    texts = [f"{i}e punt. {sentence}" for i in range(1, 13)]
    pdf = press.page("".join(f"<p>{text}" for text in texts), f"body {{ text-align: justify; {body} }}")

    assert [block.text for block in read_pdf(pdf).blocks] == texts


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Waterdienst", "Postbus 1", "1000 AA Oosterdam"], id="an address"),
        pytest.param(["De sluis is dicht.", "Het veer vaart."], id="sentences"),
    ],
)
def test_short_lines_are_texts_of_their_own(lines: list[str]) -> None:
    assert read(*lines) == lines
