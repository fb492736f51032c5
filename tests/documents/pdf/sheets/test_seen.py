"""What the page looks the same without is not read and is reported; what may only seem so is read."""

import pytest

from generator.documents.block import LeftOut, PagePart
from generator.documents.pdf.reader import read_pdf
from tests.support.pdf_files import Shown, drawn_pdf

SENTENCE = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen van elke soort en maat."
EXTRA = "Er kwamen 9 schepen minder."
TEXT = Shown(SENTENCE, 70, 100)
WHITE = Shown(EXTRA, 70, 142, look="1 g")
BLACK = Shown(EXTRA, 70, 142)
AROUND = "60 690 400 24 re f"
"""An area around that text, in the colour that is said before."""
PICTURE = "q 400 0 0 24 60 690 cm /P Do Q"
SCAN = "q 595 0 0 842 0 0 cm /P Do Q"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((TEXT, WHITE), id="white on white"),
        pytest.param((TEXT, f"0.2 0.4 0.6 rg {AROUND}", Shown(EXTRA, 70, 142, look="0.2 0.4 0.6 rg")),
                     id="blue on the same blue"),
        pytest.param((TEXT, BLACK, f"1 g {AROUND}"), id="behind a white area"),
        pytest.param((TEXT, BLACK, f"0.9 g {AROUND}"), id="behind a grey area"),
        pytest.param((TEXT, BLACK, PICTURE), id="behind a picture"),
        pytest.param((TEXT, "0 g 60 600 400 24 re f", WHITE), id="white beside a dark area"),
        pytest.param((TEXT, f"0 g {AROUND} 1 g {AROUND}", WHITE), id="white on white on dark"),
        pytest.param((TEXT, Shown(EXTRA, 70, 142, size=1)), id="too small to be read"),
    ],
)  # fmt: skip
def test_what_nobody_sees_is_not_read_and_is_reported(page: tuple[Shown | str, ...]) -> None:
    reading = read_pdf(drawn_pdf(page))

    assert [block.text for block in reading.blocks] == [SENTENCE]
    assert list(reading.left_out) == [LeftOut(PagePart.HIDDEN, EXTRA, 1)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((TEXT, f"0 0.2 0.4 rg {AROUND}", WHITE), id="white on blue"),
        pytest.param((TEXT, f"0.8 g {AROUND} 0 g", BLACK), id="black on grey"),
        pytest.param((TEXT, PICTURE, WHITE), id="white on a picture"),
        pytest.param((TEXT, BLACK, "1 g 60 600 400 24 re f"), id="above a white area"),
        pytest.param((TEXT, BLACK, "1 g 60 678 400 24 re W n 60 600 400 100 re f"), id="partly behind, as a shade is"),
        pytest.param((TEXT, Shown(EXTRA, 70, 142, size=5)), id="small print"),
        pytest.param((TEXT, Shown(EXTRA, 70, 142, look="0.75 g")), id="grey"),
        pytest.param((TEXT, Shown(EXTRA, 70, 142, look="3 Tr")), id="unseen as recognised letters are"),
    ],
)  # fmt: skip
def test_what_is_seen_is_read(page: tuple[Shown | str, ...]) -> None:
    reading = read_pdf(drawn_pdf(page))

    assert [block.text for block in reading.blocks] == [SENTENCE, EXTRA]
    assert list(reading.left_out) == []


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((SCAN, Shown(SENTENCE, 70, 100, look="3 Tr"), Shown(EXTRA, 70, 142, look="3 Tr")), id="on it"),
        pytest.param((TEXT, BLACK, SCAN), id="behind it"),
    ],
)
def test_the_letters_that_were_recognised_on_a_picture_of_a_page_are_read(page: tuple[Shown | str, ...]) -> None:
    assert [block.text for block in read_pdf(drawn_pdf(page)).blocks] == [SENTENCE, EXTRA]
