"""What is on a page and in no passage is reported page by page, and counted in the file of the passages."""

import pytest

from generator.archive.validate import read_record
from generator.archive.yaml_loader import read_yaml
from generator.documents.block import LeftOut, PagePart
from generator.documents.index.left_out import counts_left_out, lines_left_out
from generator.documents.ingest import Ingestion
from generator.model.period import parse_period
from generator.model.source import PassageIndex


@pytest.mark.parametrize(
    ("left_out", "told"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param(
            [LeftOut(PagePart.FOOT, f"Blad {n}", n) for n in (1, 2, 3, 5)],
            ["Left out of pages 1–3, 5 as foot: 'Blad 1'."],
            id="pages with the same words once",
        ),
        pytest.param(
            [LeftOut(PagePart.FOOT, "Blad", 2), LeftOut(PagePart.HEAD, "Sluizen", 2),
             LeftOut(PagePart.HEAD, "Veren", 3)],
            ["Left out of page 2 as head: 'Sluizen'.", "Left out of page 2 as foot: 'Blad'.",
             "Left out of page 3 as head: 'Veren'."],
            id="other words page by page",
        ),
        pytest.param(
            [LeftOut(PagePart.MENU, f"Punt {n}") for n in range(1, 15)],
            [f"Left out of the file as menu: {', '.join(repr(f'Punt {n}') for n in range(1, 13))} and 2 more lines."],
            id="a long list to its beginning",
        ),
        pytest.param([LeftOut(PagePart.PICTURE, page=4)],
                     ["Warning: page 4 is a picture; no text of it is read."], id="a picture as a warning"),
        pytest.param([LeftOut(PagePart.PICTURE, page=n) for n in (4, 5)],
                     ["Warning: pages 4–5 are pictures; no text of them is read."], id="or several"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_told_page_by_page(left_out: list[LeftOut], told: list[str]) -> None:
    assert list(lines_left_out(left_out)) == told


def test_how_much_is_left_out_is_kept_and_what_it_says_is_not() -> None:
    left_out = [
        *(LeftOut(PagePart.FOOT, f"Blad {n}", n) for n in (1, 2, 3)),
        LeftOut(PagePart.HEAD, "Sluizen", 1),
        LeftOut(PagePart.HEAD, "Veren", 1),
        LeftOut(PagePart.PICTURE, page=4),
    ]
    counts = ("page 1: 2 lines of head", "pages 1–3: 1 line of foot", "page 4: a picture")
    read = Ingestion("brief", parse_period("2024-02-01"), (), "0" * 64, left_out=tuple(left_out))
    index = read_record(read_yaml(read.index, "p.yaml"), PassageIndex)

    assert tuple(counts_left_out(left_out)) == index.left_out == counts
