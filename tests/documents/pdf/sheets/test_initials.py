"""A large letter with which a paragraph begins is part of its first word; other large letters stay where they are."""

import pytest

from generator.documents.pdf.reader import read_pdf
from generator.documents.pdf.sheets.initials import MOST_INITIALS, with_initials
from generator.documents.pdf.sheets.sheet import Font, Glyph
from tests.support.pdf_files import Shown, drawn_pdf

LINES = (
    "e sluis bij Oosterdam is na een jaar van verbouwen weer open",
    "voor schepen van elke soort en maat, ook voor die van 12 ton,",
    "en dat bleef in de winter zo, want het ijs bleef dit keer uit en",
    "de boten voeren verder langs de kade van de stad aan zee.",
)
WHOLE = f"D{' '.join(LINES)}"


def page(initial: Shown, lines: tuple[str, ...] = LINES, beside: int = 2, left: float = 60) -> bytes:
    """A page with an initial, and with lines of which so many stand beside it."""
    rows = (Shown(line, left + 0.8 * initial.size * (n < beside), 100 + 14 * n) for n, line in enumerate(lines))
    return drawn_pdf((Shown("Over de sluis", left, 60, 14, is_bold=True), initial, *rows))


def typed(*shown: Shown) -> tuple[Glyph, ...]:
    """The letters of some texts, each half as wide as it is large."""
    places = [(part, n, letter) for part in shown for n, letter in enumerate(part.text)]
    return tuple(
        Glyph(letter, part.left + n * part.size / 2, part.left + (n + 1) * part.size / 2, part.base, part.size,
              Font("Sluis"), order=order)
        for order, (part, n, letter) in enumerate(places)
    )  # fmt: skip


def texts(pdf: bytes) -> list[str]:
    return [block.text for block in read_pdf(pdf).blocks][1:]


@pytest.mark.parametrize(
    ("size", "base", "beside", "is_bold"),
    [
        pytest.param(28, 114, 2, False, id="as high as two lines"),
        pytest.param(50, 128, 3, False, id="as three"),
        pytest.param(70, 142, 4, True, id="as four, and bold"),
        pytest.param(26, 113, 2, False, id="a little lower"),
        pytest.param(31, 116, 2, False, id="a little higher"),
    ],
)
def test_an_initial_as_high_as_its_lines_is_part_of_its_word(
    size: float, base: float, beside: int, is_bold: bool
) -> None:
    assert texts(page(Shown("D", 60, base, size, is_bold), beside=beside)) == [WHOLE]


@pytest.mark.parametrize(
    ("large", "lines"),
    [
        pytest.param(Shown("D", 60, 114, 28), LINES[:1], id="beside one line"),
        pytest.param(Shown("D", 60, 170, 28), LINES, id="beside none"),
        pytest.param(Shown("A", 60, 114, 28), ("Aanpak van de sluis.", LINES[1]), id="a mark beside a sentence"),
        pytest.param(Shown("3", 60, 114, 28), LINES[:2], id="a figure"),
        pytest.param(Shown("DE", 60, 114, 28), LINES[:2], id="a large word"),
    ],
)
def test_what_only_stands_beside_lines_stays_where_it_is(large: Shown, lines: tuple[str, ...]) -> None:
    left = large.left + large.size / 2 * len(large.text) + 3
    page = typed(large, *(Shown(line, left, 100 + 14 * n) for n, line in enumerate(lines)))

    assert with_initials(page) is page


def test_each_of_two_columns_has_its_own() -> None:
    page = [
        shown
        for left in (60, 320)
        for shown in (
            Shown("D", left, 114, 28),
            *(Shown(line[:28], left + 22 * (n < 2), 100 + 14 * n) for n, line in enumerate(LINES)),
        )
    ]
    found = " ".join(block.text for block in read_pdf(drawn_pdf(tuple(page))).blocks)

    assert found.count("De sluis bij Oosterdam") == 2


@pytest.mark.parametrize("count", [MOST_INITIALS, MOST_INITIALS + 1])
def test_a_page_full_of_large_letters_is_left_as_it_is(count: int) -> None:
    shown = [
        part
        for n in range(count)
        for part in (
            Shown("D", 60, 114 + 40 * n, 28),
            *(Shown(line, 76, 100 + 40 * n + 14 * row) for row, line in enumerate(LINES[:2])),
        )
    ]
    page = typed(*shown)

    assert (with_initials(page) is page) == (count > MOST_INITIALS)
