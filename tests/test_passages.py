"""A text becomes passages whose ids and hashes depend on what it says, not on how it was laid out."""

import hashlib
import textwrap
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.passages import Passage, hash_of, index_of, passages_of, slug_of
from generator.reading import read_record
from generator.records import PassageIndex
from generator.yaml_lines import read_yaml
from tests.small import SMALL

LETTER = """\
Datum 4 mei 2022

Geachte voorzitter,

Sluizen
De Waterdienst vernieuwt twee sluizen, bij Oosterdam en bij Westhaven. De vernieuwde sluis bij Oosterdam is naar verwachting medio 2022 gereed, want de bodem is er zachter dan gedacht.
De sluis bij Westhaven volgt in de loop van 2023. In 2020 wachtte een schip bij de sluizen van de Waterdienst gemiddeld 4,50 uur op een schutting, en dat is langer dan de dienst wil.
Veren
De Waterdienst wil vier veren elektrisch maken. Dat gebeurt in deze volgorde:
• eerst het veer bij Oosterdam, dat het oudste is en waarvan de motor het vaakst stilvalt;
• daarna de twee veren bij Westhaven, die ieder uur varen en dus het meeste uitstoten;
• ten slotte het veer naar Noordeiland, zodra daar een steiger ligt die zwaar genoeg is.
Voor de steiger op Noordeiland is op 1 april een vergunning aangevraagd. De gemeente verwacht daarover voor de zomer te beslissen, zodat er in het najaar gebouwd kan worden.
Bruggen
De bruggen over de vaart zijn in 2021 alle achttien nagekeken. Daarbij kwamen geen gebreken aan het licht die tot een sluiting van een brug moesten leiden.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant
HEADINGS = ("Sluizen", "Veren", "Bruggen")
LONG = (
    "Deze alinea is zo lang als alinea's zijn in een tekst die voor iedere alinea één regel heeft, en gaat verder "
    "over niets dan haar eigen lengte."
)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of the text, blank ones too, each broken into lines of at most `width` characters."""
    return ["\n".join(textwrap.wrap(line, width)) for line in text.splitlines()]


def spaced(text: str, width: int) -> str:
    """The text hard-wrapped, with a blank line between paragraphs."""
    return "\n\n".join(filter(None, wrapped(text, width)))


def sections(text: str) -> list[tuple[str, str, str]]:
    return [(passage.id, passage.section, passage.text) for passage in passages_of(text, 2022)]


def paragraphs(*lines: str) -> str:
    """The lines as the first of a text that has one line for each paragraph."""
    return "\n".join([*lines, *([LONG] * 2)])


def test_paragraphs_and_list_items_are_passages_under_their_heading() -> None:
    assert [(p.id, p.section, p.words, p.numbers, p.dates) for p in passages_of(LETTER, 2022)] == [
        ("aanhef-1", "Aanhef", 4, (), ("2022-05-04",)),
        ("aanhef-2", "Aanhef", 2, (), ()),
        ("sluizen-1", "Sluizen", 29, ("2", "2022"), ()),
        ("sluizen-2", "Sluizen", 35, ("2023", "2020", "4.50"), ()),
        ("veren-1", "Veren", 12, ("4",), ()),
        ("veren-2", "Veren", 16, (), ()),
        ("veren-3", "Veren", 15, ("2",), ()),
        ("veren-4", "Veren", 15, (), ()),
        ("veren-5", "Veren", 29, (), ("2022-04-01",)),
        ("bruggen-1", "Bruggen", 27, ("2021", "18"), ()),
    ]


@pytest.mark.parametrize("width", [50, 65, 80, 95, 110])
def test_a_text_that_is_hard_wrapped_has_the_passages_of_the_same_text_on_long_lines(width: int) -> None:
    assert passages_of(spaced(LETTER, width), 2022) == passages_of(LETTER, 2022)


def test_a_text_that_is_wrapped_without_blank_lines_has_them_too() -> None:
    assert passages_of("\n".join(wrapped(LETTER, 80)), 2022) == passages_of(LETTER, 2022)


def test_a_text_with_a_blank_line_after_every_line_has_them_too() -> None:
    assert passages_of(LETTER.replace("\n", "\n\n"), 2022) == passages_of(LETTER, 2022)


@pytest.mark.parametrize("width", [50, 80, 110, 1000])
def test_a_text_in_markdown_has_them_too(width: int) -> None:
    marked = "\n".join(f"## **{line}**" if line in HEADINGS else line for line in LETTER.splitlines())

    assert passages_of(spaced(marked, width), 2022) == passages_of(LETTER, 2022)


def test_a_bullet_is_not_part_of_its_item() -> None:
    text = paragraphs("• een", "\uf0b7 twee", "- drie", "▪ vier", "-5 graden")

    assert [item for _, _, item in sections(text)][:5] == ["een", "twee", "drie", "vier", "-5 graden"]


def test_a_row_of_a_table_is_a_passage_and_its_cells_are_its_words() -> None:
    rows = passages_of(paragraphs("Vaartuig\tZomer\tWinter", "Veerboot\t12\t0", "Pont\t7\t3"), 2022)

    assert [(row.id, row.text, row.words, row.numbers) for row in rows][:3] == [
        ("aanhef-1", "Vaartuig Zomer Winter", 3, ()),
        ("aanhef-2", "Veerboot 12 0", 3, ("12", "0")),
        ("aanhef-3", "Pont 7 3", 3, ("7", "3")),
    ]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        pytest.param("Sluizen en veren", "Sluizen en veren", id="a short line with a capital"),
        pytest.param("2.1 Sluizen", "Sluizen", id="its number is left out"),
        pytest.param("A. Sluizen", "Sluizen", id="or its letter"),
        pytest.param("• Sluizen", "Sluizen", id="or its bullet"),
        pytest.param("**Sluizen**", "Sluizen", id="or its marks"),
        pytest.param("Sluizen¹", "Sluizen", id="or that of its footnote"),
        pytest.param("sluizen", "Aanhef", id="a small letter is no heading"),
        pytest.param("Sluizen.", "Aanhef", id="nor is what ends like a sentence"),
        pytest.param("Sluizen: een overzicht", "Aanhef", id="nor what introduces something"),
        pytest.param("Sluizen\t12", "Aanhef", id="nor a row of a table"),
        pytest.param("Sluizen " * 15, "Aanhef", id="nor more than fourteen words"),
        pytest.param("Ons kenmerk 2022-7", "Aanhef", id="nor the head of the letter"),
        pytest.param("……………", "Aanhef", id="nor a line to sign on"),
    ],
)  # fmt: skip
def test_a_heading_is_known_by_its_looks(line: str, section: str) -> None:
    assert sections(paragraphs(line))[-1][1] == section


def test_where_headings_are_marked_nothing_else_is_a_heading() -> None:
    assert [id for id, _, _ in sections(paragraphs("# Sluizen", "Veren", LONG + "."))][:2] == ["sluizen-1", "sluizen-2"]


def test_passages_are_numbered_by_section_also_when_a_heading_returns() -> None:
    text = paragraphs("# Sluizen", "Een.", "# Veren", "Twee.", "# Sluizen", "Drie.")

    assert [id for id, _, _ in sections(text)] == ["sluizen-1", "veren-1", "sluizen-2", "sluizen-3", "sluizen-4"]


def test_what_stands_before_the_salutation_is_no_heading() -> None:
    text = paragraphs("Ministerie van Water", "Geachte voorzitter,", "Sluizen", "Een.")

    assert [id for id, _, _ in sections(text)][:3] == ["aanhef-1", "aanhef-2", "sluizen-1"]


def test_a_footnote_is_put_back_where_it_is_called() -> None:
    called, other, *_ = passages_of(
        paragraphs("Er zijn twee sluizen.¹ Meer niet.", "En veren.", "¹ Oosterdam, sinds 1950, en Westhaven."), 2022
    )

    assert (called.text, called.numbers) == (
        "Er zijn twee sluizen. Meer niet. Oosterdam, sinds 1950, en Westhaven.", ("2", "1950"),
    )  # fmt: skip
    assert other.text == "En veren."


def test_a_footnote_in_the_middle_of_a_sentence_does_not_cut_it_in_two() -> None:
    begin = "De sluis bij Oosterdam, die in de loop van het vorige jaar is vernieuwd en nu"
    text = paragraphs(f"{begin}²", "² Volgens het jaarverslag.", "weer dagelijks opengaat, is op afstand te bedienen.")

    assert sections(text)[0][2] == (
        f"{begin} weer dagelijks opengaat, is op afstand te bedienen. Volgens het jaarverslag."
    )


def test_a_sentence_that_a_page_break_cuts_is_one_passage() -> None:
    begin = "De sluis bij Oosterdam, die in de loop van het vorige jaar is vernieuwd en nu"
    text = paragraphs(begin, "Kenmerk W-7", "weer opengaat.", LONG, "Kenmerk W-7", LONG + "!", "Kenmerk W-7")

    assert sections(text)[0][2] == f"{begin} weer opengaat."


def test_what_is_repeated_on_every_page_is_furniture() -> None:
    text = paragraphs("Kenmerk W-7", "Een.", "Kenmerk W-7", "---", "Twee.", "-----", "Kenmerk W-7", "Drie.")

    assert [text for _, _, text in sections(text)][:3] == ["Een.", "Twee.", "Drie."]


def test_a_table_of_contents_is_left_out() -> None:
    text = paragraphs("# Inhoud", "Sluizen 3", "Veren 12", "# Sluizen", "Een.")

    assert sections(text)[0] == ("sluizen-1", "Sluizen", "Een.")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("de sluis is open", id="case"),
        pytest.param("De  sluis\nis\u00a0open", id="spaces and lines"),
        pytest.param("De sluis – is: ‘open’!", id="punctuation"),
        pytest.param("De sluis is o\u00adpen", id="hyphens that show only at the end of a line"),
    ],
)
def test_a_hash_ignores_layout_and_case(other: str) -> None:
    assert hash_of(other) == hash_of("De sluis is open")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("officiële ﬁets", "officie\u0308le fiets", id="ligatures and accents in two characters"),
        pytest.param("10² m", "102 m", id="raised digits"),
    ],
)
def test_a_hash_ignores_how_a_letter_is_stored(one: str, other: str) -> None:
    assert hash_of(one) == hash_of(other)


@pytest.mark.parametrize("other", ["De sluis is dicht", "De sluis is open 2", "Sluis de is open", ""])
def test_a_hash_changes_with_the_words(other: str) -> None:
    assert hash_of(other) != hash_of("De sluis is open")


def test_a_hash_is_that_of_the_letters_and_digits_in_lower_case() -> None:
    assert hash_of("A-b, 1!") == hashlib.sha256(b"ab1").hexdigest()[:16]


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        pytest.param("Sluizen en veren", "sluizen-en-veren", id="words joined by hyphens"),
        pytest.param("Coördinatie ‘op zee’ (m.b.t. 2022)", "coordinatie-op-zee-m-b-t-2022",
                     id="letters and digits only"),
        pytest.param("een twee drie vier vijf zes zeven acht negen", "een-twee-drie-vier-vijf-zes-zeven-acht",
                     id="at most eight words"),
    ],
)  # fmt: skip
def test_the_name_of_a_section_is_made_of_its_heading(heading: str, slug: str) -> None:
    assert slug_of(heading) == slug


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="an empty text has no passage"),
        pytest.param("---\n", [], id="nor has a rule across the page"),
        pytest.param("Eén zin.", [("aanhef-1", "Eén zin.")], id="a sentence is one"),
        pytest.param("# Sluizen\n\nEén zin.", [("sluizen-1", "Eén zin.")], id="so it is under a heading"),
        pytest.param("# Sluizen\nEén zin.\n# Veren\nNog een.", [("sluizen-1", "Eén zin."), ("veren-1", "Nog een.")],
                     id="or two, without blank lines"),
    ],
)  # fmt: skip
def test_a_text_may_be_as_short_as_a_line(text: str, found: list[tuple[str, str]]) -> None:
    assert [(passage.id, passage.text) for passage in passages_of(text, 2022)] == found


SOURCES = [(file, int(file.stem.split("-")[1])) for file in sorted((SMALL / "texts").glob("*.txt"))]


@pytest.mark.parametrize(("file", "year"), SOURCES, ids=[file.stem for file, _ in SOURCES])
def test_the_index_of_the_small_archive_is_that_of_its_texts(file: Path, year: int) -> None:
    index = (SMALL / f"data/passages/{file.stem}.yaml").read_text("utf-8")

    assert index_of(file.stem, file.read_text("utf-8"), year) == index


def test_an_index_holds_no_sentence() -> None:
    index = index_of("letter", LETTER, 2022)

    assert [passage.id for passage in passages_of(LETTER, 2022) if passage.text in index] == []


def read_back(index: str) -> PassageIndex:
    return read_record(read_yaml(index, "data/passages/letter.yaml"), PassageIndex)


def written(passage: Passage) -> tuple[object, ...]:
    return passage.id, passage.section, passage.words, passage.hash, passage.numbers, passage.dates


LINES = st.lists(st.text("Ab3 .,:;-#*•\t\"'\\{}[]§é²¹½…\n", max_size=12) | st.sampled_from([LONG, *HEADINGS, "# Eén"]))


@given(LINES.map("\n".join))
@example('# "Sluizen" \\ [veren]: {1}\nEén zin.')
@example("# §\nEén zin.")
@example("²\n² Noot.")
def test_whatever_a_text_holds_its_index_can_be_read(text: str) -> None:
    passages = passages_of(text, 2022)
    assume(passages)
    index = read_back(index_of("letter", text, 2022))

    assert [(p.id, p.section, int(p.words), p.hash, p.numbers, p.dates) for p in index.passages] == [
        written(passage) for passage in passages
    ]
