"""The blocks of a source become passages whose ids and hashes depend on what they say, not on how it was laid out."""

from datetime import date

import pytest

from generator.documents.block import Block, BlockKind
from generator.documents.passages import OPENING, passages_of

DAY = date(2022, 5, 4)


def h(text: str, level: int = 0) -> Block:
    return Block(BlockKind.HEADING, text, level)


def p(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text)


LETTER = (
    p("Datum 4 mei 2022"),
    p("Geachte voorzitter,"),
    h("1 Sluizen"),
    p("Van de twee sluizen is die bij Oosterdam medio dit jaar gereed. In 2020 wachtte een schip 4,50 uur."),
    p("De andere volgt in 2023; van de sluizen zijn er 28.000 keer twee deuren opengegaan."),
    h("Veren"),
    p("vier veren, één voor één", BlockKind.ITEM),
    p("Veerboot 12 0", BlockKind.ROW),
    p("Hoogachtend,"),
    h("A. van der Sluis"),
)


def sections(*blocks: Block) -> list[tuple[str, str]]:
    """(id, section) of each passage."""
    return [(passage.id, passage.section) for passage in passages_of(blocks, DAY)]


def test_paragraphs_items_and_rows_are_passages_under_their_heading() -> None:
    assert [(p.id, p.section, p.words, p.numbers, p.dates) for p in passages_of(LETTER, DAY)] == [
        ("aanhef-1", "Aanhef", 4, (), ("2022-05-04",)),
        ("aanhef-2", "Aanhef", 2, (), ()),
        ("sluizen-1", "Sluizen", 19, ("2", "4.50"), ("mid-2022", "2020")),
        ("sluizen-2", "Sluizen", 15, ("28000", "2"), ("2023",)),
        ("veren-1", "Veren", 5, ("4",), ()),
        ("veren-2", "Veren", 3, ("12", "0"), ()),
        ("veren-3", "Veren", 1, (), ()),
        ("veren-4", "Veren", 4, (), ()),
    ]


@pytest.mark.parametrize(
    ("text", "numbers", "soft"),
    [
        pytest.param("één sluis, de eerste van beide", (), ("1", "2"), id="alone"),
        pytest.param("één sluis van de 2", ("2",), ("1",), id="beside a number that is meant"),
        pytest.param("één sluis, en 1 veer", ("1",), (), id="unless the same number is meant elsewhere in it"),
        pytest.param("twee sluizen, derde veer", ("2", "3"), (), id="but other words are meant"),
    ],
)
def test_a_word_that_is_mostly_not_meant_as_a_number_is_kept_apart(
    text: str, numbers: tuple[str, ...], soft: tuple[str, ...]
) -> None:
    (passage,) = passages_of([p(text)], DAY)

    assert (passage.numbers, passage.soft) == (numbers, soft)


def test_a_passage_is_what_its_block_says_whatever_the_kind_of_block() -> None:
    paragraph, *others = (passages_of([p("12 sluizen", kind)], DAY) for kind in BlockKind if kind != BlockKind.HEADING)

    assert [passage.text for passage in paragraph] == ["12 sluizen"]
    assert others == [paragraph, paragraph]


@pytest.mark.parametrize(
    ("published", "dates"),
    [
        pytest.param(date(2022, 5, 4), ("2022-02-01", "2023"), id="in the year of a letter"),
        pytest.param(date(2021, 1, 31), ("2020-02-01", "2022"), id="and in the year before, if that is what is past"),
    ],
)
def test_relative_dates_are_taken_against_the_day_of_publication(published: date, dates: tuple[str, ...]) -> None:
    (passage,) = passages_of([p("Van 1 februari jl. tot volgend jaar.")], published)

    assert passage.dates == dates


def test_digits_that_begin_with_a_zero_are_not_kept_as_a_number() -> None:
    (passage,) = passages_of([p("Sluis 007 opende 0,5 uur, versie 02 van 0 tot 12.")], DAY)

    assert (passage.numbers, passage.soft) == (("0.5", "0", "12"), ())


def test_what_relative_words_may_mean_is_kept_apart_from_what_is_named() -> None:
    (passage,) = passages_of([p("In 2021 vijf boten, een jaar eerder vier.")], DAY)

    assert (passage.dates, passage.relative) == (("2021",), ("2020",))


def test_of_each_figure_is_kept_what_is_said_of_it_in_the_order_of_the_text() -> None:
    text = "Het aantal steeg van ruim 28.000 naar 30.500 kg. Op 4 mei waren er weer 28.000, niet 007."
    (passage,) = passages_of([p(text)], DAY)

    assert list(map(str, passage.said)) == ["over 28000 rose", "30500 kg rose", "28000"]
    assert (passage.negations, passage.rises, passage.falls) == (1, 1, 0)


def test_a_figure_that_stands_twice_in_a_passage_is_named_once() -> None:
    (passage,) = passages_of([p("In 2020 twee, in 2021 drie, in 2020 weer 2 en toen 0,50.")], DAY)

    assert (passage.numbers, passage.dates) == (("2", "3", "0.50"), ("2020", "2021"))


@pytest.mark.parametrize(
    ("headings", "section"),
    [
        pytest.param([], "Aanhef", id="before the first heading it has a name"),
        pytest.param([h("A", 1), h("B", 2), h("C", 3)], "A › B › C", id="headings stand outermost first"),
        pytest.param([h("A", 1), h("B", 2), h("C", 2)], "A › C", id="one of the same level replaces the last"),
        pytest.param([h("A", 1), h("B", 3), h("C", 2)], "A › C", id="a higher one all that are deeper"),
        pytest.param([h("A", 2), h("B", 1)], "B", id="however deep the first was"),
        pytest.param([h("A", 1), h("B", 4)], "A › B", id="a level may be left out"),
        pytest.param([h("A"), h("B")], "B", id="where no level is known only the nearest counts"),
        pytest.param([h("A", 1), h("B")], "B", id="also below one whose level is"),
        pytest.param([h("A"), h("B", 2)], "B", id="or above one"),
    ],
)  # fmt: skip
def test_a_section_is_named_by_the_headings_above_it(headings: list[Block], section: str) -> None:
    assert sections(*headings, p("Een."))[0][1] == section


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        pytest.param("2.1 Sluizen", "Sluizen", id="of a heading its number is left out"),
        pytest.param("10.2.3. Sluizen", "Sluizen", id="however deep"),
        pytest.param("3 Sluizen", "Sluizen", id="or alone"),
        pytest.param("A. Sluizen", "Sluizen", id="or its letter"),
        pytest.param("Sluizen:", "Sluizen", id="or its colon"),
        pytest.param("2022 in cijfers", "2022 in cijfers", id="a year is no number of a heading"),
        pytest.param("400.000 schepen", "400.000 schepen", id="nor is one that counts something"),
        pytest.param("De sluis", "De sluis", id="a word is no letter"),
        pytest.param("…", OPENING, id="what has no letters is no heading"),
        pytest.param("§ –", OPENING, id="or no letters or digits"),
    ],
)
def test_a_heading_names_its_section_without_what_counts_it(heading: str, section: str) -> None:
    assert sections(h(heading), p("Een."))[-1][1] == section


def test_passages_are_numbered_by_their_nearest_heading_also_when_it_returns() -> None:
    blocks = [h("Veren", 1), p("Een."), h("Nu", 2), p("Twee."), h("Sluizen", 1), h("Nu", 2), p("Drie."), p("Vier.")]

    assert sections(*blocks, h("VÉREN!", 1), p("Vijf.")) == [
        ("veren-1", "Veren"),
        ("nu-1", "Veren › Nu"),
        ("nu-2", "Sluizen › Nu"),
        ("nu-3", "Sluizen › Nu"),
        ("veren-2", "VÉREN!"),
    ]


def test_what_stands_above_the_salutation_is_no_heading() -> None:
    blocks = [h("Ministerie van Water"), p("Kade 7"), p("Geachte voorzitter,"), h("Sluizen"), p("Een.")]

    assert [id for id, _ in sections(*blocks)] == ["aanhef-1", "aanhef-2", "aanhef-3", "sluizen-1"]


def test_what_stands_below_the_last_text_is_no_heading_but_a_name() -> None:
    assert sections(h("Sluizen"), p("Een."), h("A. de Wit")) == [("sluizen-1", "Sluizen"), ("sluizen-2", "Sluizen")]


def test_headings_alone_are_passages_of_a_document_without_text() -> None:
    assert sections(h("Sluizen"), h("Veren")) == [("aanhef-1", "Aanhef"), ("aanhef-2", "Aanhef")]


@pytest.mark.parametrize("heading", ["Inhoud", "Inhoudsopgave", "INHOUD"])
def test_a_table_of_contents_is_left_out(heading: str) -> None:
    blocks = [
        h(heading),
        p("Sluizen 3"),
        p("Veren . . . 12"),
        p("Deze brief is lang."),
        h("Sluizen"),
        p("Het zijn er 3"),
    ]

    assert [id for id, _ in sections(*blocks)] == [f"{heading.lower()}-1", "sluizen-1"]
