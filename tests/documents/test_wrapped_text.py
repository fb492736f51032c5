"""A text has the same headings, paragraphs, items and rows however wide its lines are and however far apart."""

import re
import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.block import BlockKind
from generator.documents.plain_text import read_text
from tests.support.letters import Part, expected_blocks, numbered

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
Bruggen
De bruggen over de vaart zijn in 2021 alle achttien nagekeken. Daarbij kwamen geen gebreken aan het licht die tot een sluiting van een brug moesten leiden.
"""  # noqa: E501 - one line for each paragraph is the layout that is meant
HEADINGS = ("Sluizen", "Veren", "Bruggen")


def read(text: str) -> list[tuple[str, str]]:
    """(kind, text) of each block."""
    return [(block.kind.value, block.text) for block in read_text(text).blocks]


def wrapped(text: str, width: int) -> list[str]:
    return ["\n".join(textwrap.wrap(line, width)) for line in text.splitlines()]


def spaced(text: str, width: int) -> str:
    """The text hard-wrapped, with a blank line between paragraphs."""
    return "\n\n".join(filter(None, wrapped(text, width)))


def test_each_block_is_of_a_kind() -> None:
    kinds = [block.kind.value[0] for block in read_text(LETTER).blocks]

    assert kinds == list("pphpphpiiihp")


@pytest.mark.parametrize("width", [50, 65, 80, 95, 110])
def test_a_text_that_is_hard_wrapped_has_the_blocks_of_the_same_text_on_long_lines(width: int) -> None:
    assert read(spaced(LETTER, width)) == read(LETTER)


def test_a_text_that_is_wrapped_without_blank_lines_has_them_too() -> None:
    assert read("\n".join(wrapped(LETTER, 80))) == read(LETTER)


def test_a_text_with_a_blank_line_after_every_line_has_them_too() -> None:
    assert read(LETTER.replace("\n", "\n\n")) == read(LETTER)


@pytest.mark.parametrize("width", [80, 110])
def test_so_has_its_text_hard_wrapped_with_a_blank_line_after_every_printed_line(width: int) -> None:
    marked = "\n".join(f"# {line}" if line in HEADINGS else line for line in LETTER.splitlines()[4:])
    lines = "\n".join(wrapped(marked, width)).split("\n")

    assert read("\n\n".join(lines)) == read(LETTER)[2:]


def test_short_paragraphs_with_a_blank_line_between_them_are_blocks_of_their_own() -> None:
    text = """\
Datum 1 februari 2024

Geachte voorzitter,

Sluizen

Bij Zuiderkade komt er toch geen sluis. Het onderzoek is op 9 januari 2024 afgerond.

In 2023 wachtten schepen gemiddeld 3,5 uur bij de sluizen. Dat is de kortste wachttijd tot nu toe.

Veren

De laatste dieselmotor is vervangen.

Alle veren zijn nagekeken:

• dat bij Oosterdam;

• dat bij Westhaven.
"""

    assert [f"{kind[0]}: {said}" for kind, said in read(text)] == [
        "p: Datum 1 februari 2024",
        "p: Geachte voorzitter,",
        "h: Sluizen",
        "p: Bij Zuiderkade komt er toch geen sluis. Het onderzoek is op 9 januari 2024 afgerond.",
        "p: In 2023 wachtten schepen gemiddeld 3,5 uur bij de sluizen. Dat is de kortste wachttijd tot nu toe.",
        "h: Veren",
        "p: De laatste dieselmotor is vervangen.",
        "p: Alle veren zijn nagekeken:",
        "i: dat bij Oosterdam;",
        "i: dat bij Westhaven.",
    ]


SHORT = st.lists(st.integers(1, 9), min_size=2, max_size=11)


@given(st.lists(SHORT, min_size=1, max_size=12))
def test_however_short_its_lines_are_a_sentence_between_blank_lines_is_a_block(lengths: list[list[int]]) -> None:
    sentences = [f"De {' '.join('a' * length for length in words)} {i}." for i, words in enumerate(lengths)]

    assert read("\n\n".join(sentences)) == [("paragraph", sentence) for sentence in sentences]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x85", "\v"])
@pytest.mark.parametrize("width", [80, 1000])
def test_it_makes_no_difference_how_the_end_of_a_line_is_written(width: int, end: str) -> None:
    assert read(spaced(LETTER, width).replace("\n", end)) == read(LETTER)


@pytest.mark.parametrize("turn", ["\n\f", "\f", "\r\n\f"])
def test_the_turn_of_a_page_is_no_more_than_the_end_of_a_line(turn: str) -> None:
    lines = spaced(LETTER, 80).split("\n")

    assert read("\n".join(lines[:9]) + turn + "\n".join(lines[9:])) == read(LETTER)


@pytest.mark.parametrize("width", [50, 80, 110, 1000])
def test_a_text_in_markdown_has_them_too(width: int) -> None:
    marked = "\n".join(f"## **{line}**" if line in HEADINGS else line for line in LETTER.splitlines())

    assert read(spaced(marked, width)) == read(LETTER)


RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def printed(part: Part, width: int) -> str:
    """A part of the long letter in Markdown, with a bullet or number before an item and raised numbers of notes."""
    raised = re.sub(r"\[\^(\d+)]", lambda call: call[1].translate(RAISED), part.text.replace("m³", "m3"))
    if part.kind is BlockKind.HEADING or part.kind is BlockKind.ROW:
        return f"{'#' * part.level} {raised}".strip()
    mark = part.mark if part.mark[:1].isdigit() else "•"
    return "\n".join(textwrap.wrap(f"{mark} {raised}" if part.mark else raised, width, break_on_hyphens=False))


@pytest.mark.parametrize("width", [75, 90, 105, 10_000])
def test_a_long_letter_comes_back_whole(width: int) -> None:
    numbers = iter(range(1, 100))
    notes = {part: [f"{next(numbers)}".translate(RAISED) + f" {note}" for note in part.notes] for part in numbered()}
    text = "\n\n".join("\n\n".join([printed(part, width), *notes[part]]) for part in numbered())

    assert read_text(text).blocks == tuple(replace(b, text=b.text.replace("m³", "m3")) for b in expected_blocks())


@given(st.lists(st.lists(st.integers(1, 12), min_size=25, max_size=60), min_size=1), st.integers(40, 100))
def test_however_long_its_words_are_a_paragraph_between_blank_lines_is_a_block(
    lengths: list[list[int]], width: int
) -> None:
    paragraphs = [
        " ".join(f"W{i}-{j}{'a' * length}" for j, length in enumerate(words)) + "." for i, words in enumerate(lengths)
    ]
    text = "\n\n".join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)

    assert read(text) == [("paragraph", paragraph) for paragraph in paragraphs]


WIDTH = 60
FULL = "\n".join(f"{'sluis ' * 9}{number:06d}" for number in range(10)) + "."
"""Ten lines of a paragraph that are as wide as they can be."""


def blocks_of(*lines: str) -> list[str]:
    """What is read of these lines at the beginning of a text that is hard-wrapped."""
    *blocks, _ = read("\n".join(lines) + "\n\n" + FULL)
    return [text for _, text in blocks]


def test_a_line_as_wide_as_the_others_is_no_end() -> None:
    assert [len(line) for line in FULL.splitlines()] == [*[WIDTH] * 9, WIDTH + 1]
    assert blocks_of() == []


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        pytest.param(["De sluis is dicht.", "De brug is open."], 2, id="short, and its sentence ends"),
        pytest.param(["De sluis is dicht.", "‘Open,’ zegt de brugwachter."], 2, id="also before a quotation"),
        pytest.param(["De sluis is dicht.", "(Oosterdam is open.)"], 2, id="or brackets"),
        pytest.param(["De sluis is dicht.", "28 schepen wachten."], 2, id="or a number"),
        pytest.param(["Wat is er open?", "De brug is open."], 2, id="if it asks"),
        pytest.param(["Dit is er open:", "De brug."], 2, id="or introduces"),
        pytest.param(["Dit is er open;", "De brug."], 1, id="but not if more is to come"),
        pytest.param(["De sluis is dicht.", "en de brug is open."], 1, id="nor if the next line has no capital"),
        pytest.param(["De sluis bij ons in Oosterdam is van kade tot kade dicht.", "De brug niet."], 1,
                     id="nor if the next word would not have fitted"),
        pytest.param(["De sluis bij ons in Oosterdam is van kade tot kad' op.", "De brug niet."], 2, id="as it must"),
        pytest.param(["Sluizen bij Oosterdam", "De sluis is dicht."], 2, id="a heading ends anyhow"),
        pytest.param(["Sluizen, veren bij Oosterdam", "De brug is open."], 1, id="unless it breaks off at a comma"),
        pytest.param(["De sluizen van", "Oosterdam zijn open."], 1, id="or at a small word"),
        pytest.param(["De sluis is volgens", "Oosterdam open."], 1, id="or has a verb"),
        pytest.param(["Sluizen bij Oosterdam", "en bij Westhaven", "Zuiderkade gaan open."], 1, id="or has more lines"),
        pytest.param(["De sluis is dicht", "• de brug"], 2, id="before a bullet it ends"),
        pytest.param(["# Sluizen", "de brug"], 2, id="and as a marked heading"),
        pytest.param(["de brug", "# Sluizen"], 2, id="or before one"),
        pytest.param(["de brug", "", "de kade"], 2, id="or a blank line"),
        pytest.param(["de brug²", "² Die bij Oosterdam.", "is open"], 1, id="not at a footnote"),
    ],
)  # fmt: skip
def test_a_line_ends_its_paragraph_by_its_looks(lines: list[str], count: int) -> None:
    assert len(blocks_of(*lines)) == count


APART = [f"De sluis bij Oosterdam is op dag {day:02d} om negen uur opengegaan." for day in range(12)]
CUT = [
    f"Dag {day:02d}: de sluis bij Oosterdam is om tien uur opengegaan en\n\nom {day} uur dicht." for day in range(12)
]


@pytest.mark.parametrize(
    ("lines", "paragraphs"),
    [
        pytest.param(APART, APART, id="paragraphs, if each is whole"),
        pytest.param(CUT, [text.replace("\n\n", " ") for text in CUT], id="lines, if sentences go on below them"),
        pytest.param([*APART, CUT[0]], [*APART, *CUT[0].split("\n\n")], id="paragraphs, if a stray one does"),
    ],
)  # fmt: skip
def test_blank_lines_behind_short_lines_part(lines: list[str], paragraphs: list[str]) -> None:
    assert read("\n\n".join(lines)) == [("paragraph", paragraph) for paragraph in paragraphs]


@pytest.mark.parametrize(("width", "count"), [(119, 1), (120, 9)], ids=["narrower is wrapped", "as wide is not"])
def test_a_text_with_lines_of_120_characters_has_a_paragraph_on_each(width: int, count: int) -> None:
    lines = [f"Sluis {number:03d} {'is ' * 40}"[: width - 1] + "," for number in range(9)]

    assert len(read("\n".join(lines))) == count


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        pytest.param("en zelf-", "sturend, zegt de raad.", "en zelf-sturend,", id="its parts come together"),
        pytest.param("de in-", "en uitvaart van veren.", "de in- en uitvaart", id="but not before a second part"),
        pytest.param("met Wester-", "Haven en Oosterdam.", "met Wester- Haven", id="nor before a capital"),
    ],
)  # fmt: skip
def test_a_word_with_a_hyphen_may_be_broken_off_at_the_end_of_a_line(end: str, begin: str, joined: str) -> None:
    (text,) = blocks_of(f"De sluis is er voor schepen van buiten {end}", begin)

    assert joined in text


def test_each_line_with_cells_of_its_own_is_a_row_though_the_text_is_short() -> None:
    blocks = read_text("Veer\tAantal\nPont\t1 200\nBoot\t-37,4\n\nHet veer vaart elke dag heen en weer.\n").blocks

    assert [block.text for block in blocks] == [
        "Veer Aantal", "Pont 1 200", "Boot -37,4", "Het veer vaart elke dag heen en weer.",
    ]  # fmt: skip
