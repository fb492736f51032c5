"""A line of a text is a heading, paragraph, item or row; what belongs to the page is not, and notes are put back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.block import Block, BlockKind, PagePart
from generator.documents.plain_text import read_text

LONG = (
    "Deze alinea is zo lang als alinea's zijn in een tekst die voor iedere alinea één regel heeft, en gaat verder "
    "over niets dan haar eigen lengte."
)
CUT = "De sluis bij Oosterdam, die in de loop van het vorige jaar is vernieuwd en nu"


def read(text: str) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(block.kind.value, block.text) for block in read_text(text).blocks]


def first_of(*lines: str) -> list[str]:
    """What is read of these lines at the beginning of a text that has one line for each paragraph."""
    return told("\n".join([*lines, LONG, LONG]))


def told(text: str) -> list[str]:
    """`kind: text` of each block but the long ones."""
    return [f"{kind}: {text}" for kind, text in read(text) if text != LONG]


@pytest.mark.parametrize(
    ("line", "block"),
    [
        pytest.param("Sluizen en veren", "heading: Sluizen en veren", id="a short line with a capital is a heading"),
        pytest.param("2.1 Sluizen", "heading: 2.1 Sluizen", id="its number stays"),
        pytest.param("• Sluizen", "heading: Sluizen", id="its bullet does not"),
        pytest.param("**Sluizen**", "heading: Sluizen", id="nor do its marks"),
        pytest.param("Sluizen¹", "heading: Sluizen", id="nor that of its footnote"),
        pytest.param("sluizen", "paragraph: sluizen", id="a small letter is no heading"),
        pytest.param("Sluizen.", "paragraph: Sluizen.", id="nor is what ends like a sentence"),
        pytest.param("Sluizen: overzicht", "paragraph: Sluizen: overzicht", id="nor what introduces something"),
        pytest.param("Sluizen\t12", "row: Sluizen 12", id="nor a row of a table"),
        pytest.param("Sluis " * 14, "heading: " + "Sluis " * 13 + "Sluis", id="fourteen words may be one"),
        pytest.param("Sluis " * 15, "paragraph: " + "Sluis " * 14 + "Sluis", id="more may not"),
        pytest.param("Ons kenmerk 2022-7", "paragraph: Ons kenmerk 2022-7", id="nor the head of the letter"),
        pytest.param("2022-0000012345", "paragraph: 2022-0000012345", id="nor its reference"),
        pytest.param("• de sluis", "item: de sluis", id="an item loses its bullet"),
        pytest.param("\uf0b7 de sluis", "item: de sluis", id="also one of a word processor"),
        pytest.param("▪de sluis", "item: de sluis", id="with or without a space"),
        pytest.param("- de sluis", "item: de sluis", id="or its hyphen"),
        pytest.param("-5 graden", "paragraph: -5 graden", id="which a number below nought keeps"),
        pytest.param("1. de sluis;", "item: de sluis;", id="or its number with a full stop"),
        pytest.param("12) de sluis;", "item: de sluis;", id="or with a bracket"),
        pytest.param("12 van de 15 sluizen.", "paragraph: 12 van de 15 sluizen.", id="a number of its sentence stays"),
        pytest.param("> Het water is van ons.", "paragraph: Het water is van ons.", id="a quotation loses its mark"),
        pytest.param("De **sluis** is\u00a0<b>o\u00adpen</b>.", "paragraph: De sluis is open.", id="words too"),
        pytest.param("Lees [het verslag](https://water.example/2).", "paragraph: Lees het verslag.",
                     id="of a Markdown link its text stays"),
        pytest.param("Lees <https://water.example/2>.", "paragraph: Lees https://water.example/2.",
                     id="of an address in angle brackets the address"),
        pytest.param("officie\u0308le cijfers", "paragraph: officiële cijfers", id="a letter and its accent are one"),
    ],
)  # fmt: skip
def test_a_line_is_read_by_its_looks(line: str, block: str) -> None:
    assert first_of(line) == [block]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\r\n\f", "\v", "\x85", "\u2028", "\u2029"], ids=ascii)
def test_a_line_ends_as_on_any_system(end: str) -> None:
    assert first_of(f"Een.{end}Twee.") == ["paragraph: Een.", "paragraph: Twee."]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u202e", "\ufeff", "\x00", "\x07", "\ufffe"], ids=ascii)
def test_a_character_that_cannot_be_seen_is_left_out(unseen: str) -> None:
    assert first_of(f"# De {unseen}slui{unseen}zen{unseen}") == ["heading: De sluizen"]


def test_where_headings_are_marked_nothing_else_is_a_heading_and_each_has_its_level() -> None:
    assert read_text(f"# Sluizen\nVeren\n### 1 Bruggen\n{LONG}").blocks == (
        Block(BlockKind.HEADING, "Sluizen", 1),
        Block(BlockKind.PARAGRAPH, "Veren"),
        Block(BlockKind.HEADING, "1 Bruggen", 3),
        Block(BlockKind.PARAGRAPH, LONG),
    )


def test_what_is_not_marked_has_no_level() -> None:
    assert {block.level for block in read_text(f"Sluizen\n1. een\nPont\t2\n{LONG}").blocks} == {0}


@pytest.mark.parametrize(
    ("row", "blocks"),
    [
        pytest.param("Pont\t12\t\t0", ["row: Pont 12 0"], id="a row is a block"),
        pytest.param("Pont\tVaart.\t0", ["row: Pont Vaart. 0"], id="also if a cell of it is a sentence"),
        pytest.param("Pont\tVaart.\tLigt.", ["row: Pont", "row: Vaart.", "row: Ligt."],
                     id="of columns of sentences each cell is one"),
    ],
)  # fmt: skip
def test_a_row_of_a_table_is_read_by_its_cells(row: str, blocks: list[str]) -> None:
    assert first_of(row) == blocks


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        pytest.param("Kade 7\n3000 AB Westhaven\nPostbus 12", ["heading: Kade 7 3000 AB Westhaven Postbus 12"],
                     id="an address is one"),
        pytest.param("Uitgave van:\nde Waterdienst\n2022", ["paragraph: Uitgave van: de Waterdienst 2022"],
                     id="so is a colophon"),
        pytest.param("Eerst:\n• de sluis;\n• het veer.", ["paragraph: Eerst:", "item: de sluis;", "item: het veer."],
                     id="a bullet stands alone"),
        pytest.param("Eerst:\n1. de sluis;\n2) het veer.", ["paragraph: Eerst:", "item: de sluis;", "item: het veer."],
                     id="so does a number"),
        pytest.param("Veer\t12\nPont\t7", ["row: Veer 12", "row: Pont 7"], id="and a row"),
        pytest.param("| Veer | Aantal |\n|:---|---:|\n| Pont | 7 |\n\nHet veer vaart.",
                     ["row: Veer Aantal", "row: Pont 7", "paragraph: Het veer vaart."], id="and a row of Markdown"),
        pytest.param("Veer\t12\nNaar de kade", ["row: Veer 12", "heading: Naar de kade"], id="also before a line"),
        pytest.param("Wie vaart:\nVeer\t12", ["paragraph: Wie vaart:", "row: Veer 12"], id="or behind one"),
        pytest.param("Datum 4 mei\nBetreft veren", ["paragraph: Datum 4 mei", "paragraph: Betreft veren"],
                     id="and what the head of a letter labels"),
        pytest.param("# Veren\n## Nu", ["heading: Veren", "heading: Nu"], id="and a marked heading"),
    ],
)  # fmt: skip
def test_where_blank_lines_part_paragraphs_lines_without_one_are_one_block(lines: str, blocks: list[str]) -> None:
    assert told("\n\n".join([lines, *[LONG] * 12])) == blocks


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        pytest.param(["Er zijn sluizen.¹ Meer niet.", "Een.", "¹ Elf, sinds 1950."],
                     ["paragraph: Er zijn sluizen. Meer niet. Elf, sinds 1950.", "paragraph: Een."], id="it ends it"),
        pytest.param(["Er zijn sluizen¹ en veren².", "<sup>2</sup> Zeven.", "¹ Elf.", "² Zes."],
                     ["paragraph: Er zijn sluizen en veren. Elf. Zes."], id="two stand in the order of their calls"),
        pytest.param([f"{CUT}²", "² Zie het verslag.", "weer dagelijks opengaat, is op afstand te bedienen."],
                     [f"paragraph: {CUT} weer dagelijks opengaat, is op afstand te bedienen. Zie het verslag."],
                     id="it does not cut a sentence in two"),
        pytest.param(["De sluis1, dan het veer2 en de brug.", "1 Oosterdam.", "2 Westhaven."],
                     ["paragraph: De sluis, dan het veer en de brug. Oosterdam. Westhaven."], id="it may be low"),
        pytest.param(["In zone a1.", "En in zone b1.", "1 Een vak."],
                     ["paragraph: In zone a1.", "paragraph: En in zone b. Een vak."], id="the nearest call counts"),
        pytest.param(["Het zijn er 11.", "1 Sluis is dicht."],
                     ["paragraph: Het zijn er 11.", "paragraph: 1 Sluis is dicht."], id="a digit calls nothing"),
        pytest.param(["1 Sluis is dicht.", "De raad is geïnformeerd1."],
                     ["paragraph: 1 Sluis is dicht.", "paragraph: De raad is geïnformeerd1."],
                     id="what stands above is no note"),
    ],
)  # fmt: skip
def test_a_footnote_is_put_back_where_it_is_called(lines: list[str], blocks: list[str]) -> None:
    assert first_of(*lines) == blocks


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        pytest.param(["Kenmerk W-7", LONG, "Kenmerk W-7", CUT, "Kenmerk W-7", "weer opengaat."],
                     ["heading: Kenmerk W-7", f"paragraph: {CUT} weer opengaat."], id="a sentence is one block again"),
        pytest.param([f"{CUT} weer", "Pagina 2 van 5", "weer opengaat."], [f"paragraph: {CUT} weer opengaat."],
                     id="a word printed on both sides stands once"),
        pytest.param([f"{CUT} in Zuid", "Zuid is open."], [f"paragraph: {CUT} in Zuid", "paragraph: Zuid is open."],
                     id="unless it begins a sentence"),
        pytest.param(["De Waterdienst", "en de raad."], ["heading: De Waterdienst", "paragraph: en de raad."],
                     id="a short line is no cut sentence"),
        pytest.param([f"{CUT} open.", "en de raad."], [f"paragraph: {CUT} open.", "paragraph: en de raad."],
                     id="nor is what ends in a full stop"),
    ],
)  # fmt: skip
def test_what_a_page_break_cuts_is_mended(lines: list[str], blocks: list[str]) -> None:
    assert first_of(*lines) == blocks


FURNITURE = ["Pagina 2 van 5", "blz. 2", "Page 2 of 5", "2", "- 2 -", "-2-", "2 / 5", "---"]
KEPT = ["Pagina twee", "12.500", "2 sluizen.", "- 2 - en meer.", "--"]


@pytest.mark.parametrize("line", [*FURNITURE, *KEPT])
def test_page_numbers_and_rules_are_furniture_and_what_only_resembles_them_is_not(line: str) -> None:
    assert len(first_of("Een.", line, "Twee.")) == (3 if line in KEPT else 2)


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        pytest.param("W-7 Een. W-7 Twee. W-7 Drie.", "W-7 Een. Twee. Drie.", id="a line once if it is there thrice"),
        pytest.param("W-7 Een. W-7 Twee.", "W-7 Een. W-7 Twee.", id="a line twice if it is there twice"),
        pytest.param("#A Een. #A Twee. #A Drie.", "#A Een. #A Twee. #A Drie.", id="a heading however often"),
    ],
)  # fmt: skip
def test_what_is_repeated_on_every_page_is_kept_the_first_time(lines: str, kept: str) -> None:
    blocks = first_of(*lines.replace("#", "#\u2002").split(" "))

    assert [block.split(": ")[1] for block in blocks] == kept.replace("#", "").split()


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        pytest.param(["# Sluizen", "## Schuttingen", "* Geteld."], ["Sluizen"], id="a caption"),
        pytest.param(["# Sluizen", "### Wachttijd", "## Schuttingen", "\\* Geteld."], ["Sluizen"],
                     id="and that of a chart beside it"),
        pytest.param(["# Sluizen", "## Wachttijd", "## Schuttingen", "* Geteld."], ["Sluizen"], id="also of its rank"),
        pytest.param(["# Sluizen", "## Schuttingen", "Een.", "* Geteld."], ["Sluizen", "Schuttingen"],
                     id="but no heading that has text"),
    ],
)  # fmt: skip
def test_a_heading_right_above_the_note_of_a_chart_opens_no_section(lines: list[str], headings: list[str]) -> None:
    assert [text for kind, text in read("\n".join(lines)) if kind == "heading"] == headings


SAVED = "# URL: https://krant.example/schepen\n# date: 2022-11-15\n# standing: relayed\n"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param(f"{SAVED}\nMeer schepen voeren.\n", ["paragraph: Meer schepen voeren."], id="a saved page"),
        pytest.param(f"{SAVED}# Schepen\n\nMeer voeren.\n", ["heading: Schepen", "paragraph: Meer voeren."],
                     id="its own heading stays"),
        pytest.param(f"{SAVED}\n# Noot: schepen\n\nMeer voeren.\n",
                     ["heading: Noot: schepen", "paragraph: Meer voeren."], id="also one with a colon below the head"),
        pytest.param(SAVED.replace("\n", "\r\n") + "\r\nMeer voeren.\r\n", ["paragraph: Meer voeren."],
                     id="with other line ends"),
        pytest.param("# url: https://krant.example\n\nMeer voeren.\n", ["paragraph: Meer voeren."],
                     id="in small letters"),
        pytest.param("# Date: maart\n\nMeer voeren.\n", ["heading: Date: maart", "paragraph: Meer voeren."],
                     id="a heading with a colon is no such head"),
        pytest.param(f"Meer voeren.\n\n{SAVED}",
                     ["paragraph: Meer voeren.", "heading: URL: https://krant.example/schepen",
                      "heading: date: 2022-11-15", "heading: standing: relayed"], id="nor are such lines further on"),
    ],
)  # fmt: skip
def test_how_a_saved_page_says_where_it_is_from_is_none_of_its_text(text: str, blocks: list[str]) -> None:
    assert told(text) == blocks


@given(st.text("Ab3 .,:;-#*•\t\"'[]()<>§é²¹½…1/\n", max_size=80))
def test_whatever_a_text_holds_its_blocks_are_on_one_line_and_only_headings_have_a_level(text: str) -> None:
    blocks = read_text(text).blocks

    assert [block.text for block in blocks] == [" ".join(block.text.split()) for block in blocks]
    assert {block.kind for block in blocks if block.level} <= {BlockKind.HEADING}


def test_what_is_printed_for_turning_pages_is_left_out_and_told() -> None:
    text = "\n\n".join(f"Waterdienst\n\nDe sluis {n} is open.\n\nPagina {n}" for n in ("een", "twee", "drie"))
    read = read_text(text.replace("Pagina een", "1").replace("Pagina twee", "2"))

    assert [(line.part, line.text) for line in read.left_out] == [
        (PagePart.REPEATED, line) for line in ("1", "Waterdienst", "2", "Waterdienst")
    ]
