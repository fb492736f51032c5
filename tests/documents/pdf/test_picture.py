"""The picture of a page, and the place of a passage on it."""

import pytest

from generator.documents.block import Unreadable
from generator.documents.pdf.picture import boxes_of, picture_of
from tests.support.pdf_files import Shown, drawn_pdf

FIRST = (Shown("Aan de Kamer", 70, 60), Shown("Er kwamen in 2025 honden bij, en", 70, 100),
         Shown("ook katten.", 70, 115))  # fmt: skip
SECOND = (Shown("De brug bij Westhaven is dicht, en dat blijft", 70, 780),)
THIRD = (Shown("zo tot de zomer van 2026.", 70, 60), Shown("Tot slot.", 70, 100))
PDF = drawn_pdf(FIRST, SECOND, THIRD)


def test_a_page_is_a_png_of_the_size_of_the_paper() -> None:
    picture = picture_of(PDF, 1)

    assert picture.png.startswith(b"\x89PNG")
    assert (round(picture.width), round(picture.height)) == (595, 842)


def test_a_passage_has_a_box_around_its_lines_and_no_others() -> None:
    (box,) = boxes_of(PDF, 1, "Er kwamen in 2025 honden bij, en ook katten.")

    assert box.page == 1
    assert 60 < box.top < 100 and 115 < box.bottom < 125
    assert 68 < box.left < 72 and 180 < box.right < 400


def test_a_passage_that_goes_on_has_a_box_on_each_page() -> None:
    boxes = boxes_of(PDF, 2, "De brug bij Westhaven is dicht, en dat blijft zo tot de zomer van 2026.")

    assert [box.page for box in boxes] == [2, 3]
    assert boxes[1].bottom < 80


@pytest.mark.parametrize("text", ["Dit staat er niet, nergens.", "", "…"])
def test_what_is_not_on_the_page_has_no_box(text: str) -> None:
    assert boxes_of(PDF, 1, text) == ()


def test_there_is_no_picture_of_a_page_that_is_not_there() -> None:
    for page in (0, 4):
        with pytest.raises(IndexError):
            picture_of(PDF, page)
    with pytest.raises(Unreadable):
        picture_of(b"no PDF", 1)
