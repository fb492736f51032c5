"""What is printed for turning pages is no text, on the first page either; what is left out is told, page by page."""

import pytest

from generator.documents.block import BlockKind, LeftOut, PagePart
from generator.documents.passages import passages_of
from generator.documents.pdf.reader import read_pdf
from generator.documents.reader import blocks_of
from generator.model.period import parse_period
from tests.support.pdf_files import Shown, drawn_pdf

DAY = parse_period("2026-12-18").last
FOOT = "Tweede Kamer, vergaderjaar 2026-2027, 88 123, nr. 4"
TEXT, MARGIN = 200, 40
PLACES = ("noorden", "zuiden", "oosten", "westen")


def paper_pages() -> bytes:
    """A paper of parliament of two pages: masthead, margin, foot, a note, and a sentence over the page."""
    first = (
        Shown("Tweede Kamer der Staten-Generaal", MARGIN, 46, 18, True),
        Shown("2", 500, 56, 34, True),
        Shown("Vergaderjaar 2026-2027", MARGIN, 103),
        Shown("88 123", MARGIN, 156, 12, True),
        Shown("Sluizen en veren", TEXT, 156, 12, True),
        Shown("Nr. 4", MARGIN, 263, 10, True),
        Shown("BRIEF VAN DE MINISTER VAN VAARWEGEN", TEXT, 263, 10, True),
        Shown("1", 420, 259, 6),
        Shown("Hierbij bericht ik u over het onderzoek naar de sluizen van d.d.", TEXT, 291),
        Shown("9 mei 2026, en over het antwoord dat de schippers in de haven van Nieuw", TEXT, 304),
        Shown("Oosterdam daarop gaven.", TEXT, 317),
        Shown("De dienst telde 512 schuttingen en 48 klachten, en schreef van elk daarvan op", TEXT, 343),
        Shown("hoe lang het duurde, wie er voer en wat er in het najaar op de kade werd", TEXT, 356),
        Shown("1 De bijlage ligt bij het loket van de dienst.", TEXT, 578, 7),
        Shown("kst-88123-4", MARGIN, 731, 5),
        Shown("ISSN 1234 - 5678", MARGIN, 738, 5),
        Shown(FOOT, TEXT, 744),
        Shown("1", 540, 744),
        Shown("'s-Gravenhage 2026", MARGIN, 745, 5),
    )
    second = (
        Shown("gevonden, zodat de cijfers van dit jaar naast die van vorig jaar staan.", TEXT, 41),
        Shown("1. Veren", TEXT, 67, 10, True),
        Shown("Het veer van Oosterdam kreeg 3 nieuwe motoren in de plaats van die van de", TEXT, 93),
        Shown("Zuiderkade. Daarmee is het werk af.", TEXT, 106),
        Shown(FOOT, TEXT, 744),
        Shown("2", 540, 744),
    )
    return drawn_pdf(first, second)


PAPER = """<?xml version="1.0"?><officiele-publicatie><kamerstuk>
<kamerstukkop><tekstregel>Vergaderjaar 2026-2027</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>88 123</dossiernr></dossiernummer><titel>Sluizen en veren</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>4</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN VAARWEGEN<noot id="n1">
<noot.nr>1</noot.nr><noot.al>De bijlage ligt bij het loket van de dienst.</noot.al></noot></titel>
<algemeen><vrije-tekst><tekst>
<al>Hierbij bericht ik u over het onderzoek naar de sluizen van d.d. 9 mei 2026, en over het antwoord dat de schippers
in de haven van Nieuw Oosterdam daarop gaven.</al>
<al>De dienst telde 512 schuttingen en 48 klachten, en schreef van elk daarvan op hoe lang het duurde, wie er voer en
wat er in het najaar op de kade werd gevonden, zodat de cijfers van dit jaar naast die van vorig jaar staan.</al>
<tussenkop kopopmaak="vet">1. Veren</tussenkop>
<al>Het veer van Oosterdam kreeg 3 nieuwe motoren in de plaats van die van de Zuiderkade. Daarmee is het werk af.</al>
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>"""


def test_a_paper_of_parliament_has_the_passages_of_its_xml() -> None:
    printed, published = (passages_of(blocks_of(file), DAY) for file in (paper_pages(), PAPER.encode()))

    assert [(p.id, p.text, p.hash) for p in printed] == [(p.id, p.text, p.hash) for p in published]
    assert [(p.numbers, p.dates) for p in printed] == [(p.numbers, p.dates) for p in published]
    assert [p.page for p in printed] == [1, 1, 1, 1, 2]
    assert {p.page for p in published} == {0}


def test_its_masthead_and_feet_are_told() -> None:
    assert read_pdf(paper_pages()).left_out == (
        LeftOut(PagePart.HEAD, "Tweede Kamer der Staten-Generaal", 1),
        LeftOut(PagePart.HEAD, "2", 1),
        LeftOut(PagePart.HEAD, "Vergaderjaar 2026-2027", 1),
        LeftOut(PagePart.FOOT, "kst-88123-4", 1),
        LeftOut(PagePart.FOOT, "ISSN 1234 - 5678", 1),
        LeftOut(PagePart.FOOT, f"{FOOT} 1", 1),
        LeftOut(PagePart.FOOT, "’s-Gravenhage 2026", 1),
        LeftOut(PagePart.FOOT, f"{FOOT} 2", 2),
    )


def pages_of(*lines: str, pitch: float = 15, size: float = 10) -> bytes:
    """Four pages with such lines at the top, `{n}` the number of the page and `{x}` other numbers, and a foot."""

    def page(n: int) -> tuple[Shown, ...]:
        body = [Shown(line.format(n=n, x=400 + 7 * n), 70, 60 + i * pitch, size) for i, line in enumerate(lines)]
        return (*body, Shown(f"De sluis in het {PLACES[n - 1]} is open.", 70, 300), Shown(f"Verslag | {n}", 70, 812, 7))

    return drawn_pdf(*map(page, range(1, 5)))


@pytest.mark.parametrize(
    ("pdf", "text", "count"),
    [
        pytest.param(pages_of("In 2026 telde de dienst {x} schepen.", "Er voeren er {x}."), "telde", 4,
                     id="sentences that differ by a number"),
        pytest.param(pages_of("In 2026 telde de dienst {x} schepen."), "telde", 4, id="also if they stand apart"),
        pytest.param(pages_of("De dienst is open.", "Dag {x} is druk."), "dienst", 4,
                     id="the same sentence over a line of text"),
        pytest.param(pages_of("De vaarwegen, deel {n}"), "vaarwegen", 0, id="but not a head that counts the pages"),
        pytest.param(pages_of("De vaarwegen", "Waterdienst, blad {n}"), "vaarwegen", 0, id="nor one of two lines"),
        pytest.param(pages_of("Waterdienst, 3 mei 2026"), "Waterdienst", 0, id="nor one with a day"),
    ],
)  # fmt: skip
def test_text_of_the_usual_size_is_a_head_only_if_it_says_the_same_on_each_page(
    pdf: bytes, text: str, count: int
) -> None:
    assert sum(text in block.text for block in read_pdf(pdf).blocks) == count


def test_what_is_left_out_and_what_is_read_is_all_that_is_printed() -> None:
    read = read_pdf(pages_of("De vaarwegen, deel {n}", "", "Dag {x} is druk."))
    words = " ".join([*(block.text for block in read.blocks), *(line.text for line in read.left_out)]).split()
    printed = (
        f"De vaarwegen, deel {n} Dag {400 + 7 * n} is druk. De sluis in het {where} is open. Verslag | {n}"
        for n, where in enumerate(PLACES, 1)
    )

    assert sorted(words) == sorted(" ".join(printed).split())


def test_a_page_that_is_a_picture_is_told() -> None:
    sentence = "De sluis bij Oosterdam is na een jaar van verbouwen weer open voor schepen."
    pdf = drawn_pdf((Shown(sentence, 70, 100),), ())
    read = read_pdf(pdf)

    assert read.left_out == (LeftOut(PagePart.PICTURE, page=2),)
    assert [block.kind for block in read.blocks] == [BlockKind.PARAGRAPH]


def test_what_a_disk_left_behind_the_end_of_a_pdf_does_no_harm() -> None:
    pdf = pages_of("De sluis is open.")

    assert read_pdf(pdf + b"\0" * 4000) == read_pdf(pdf)
