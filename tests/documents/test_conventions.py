"""The conventions are whole, and their patterns tell apart what documents of this country hold."""

import re
from dataclasses import fields

import pytest

from generator.documents.conventions import CONVENTIONS, LETTER, Conventions
from generator.model.settings import ElementNames

NUMBERS = CONVENTIONS.numbers


def test_everything_in_the_file_has_a_field_and_a_value() -> None:
    empty = [field.name for field in fields(Conventions) if not getattr(CONVENTIONS, field.name)]

    assert empty == []
    assert CONVENTIONS.letter is LETTER


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        pytest.param("salutation", "Geachte voorzitter,", True, id="a salutation"),
        pytest.param("salutation", "De geachte afgevaardigde", False, id="the word within a sentence"),
        pytest.param("printed_salutation", "Beste Kamer,", True, id="another salutation in a PDF"),
        pytest.param("label", "Ons kenmerk 2026-1", True, id="a label of the letterhead"),
        pytest.param("label", "Datumgrens", False, id="a longer word that begins with a label"),
        pytest.param("reference", "2026-0000243288", True, id="a reference"),
        pytest.param("keep_hyphen", "en uitvoer", True, id="what follows a hyphen that stays"),
        pytest.param("keep_hyphen", "entrepot", False, id="the rest of a divided word"),
    ],
)
def test_a_pattern_fits_the_beginning_of_what_it_is_for(pattern: str, text: str, fits: bool) -> None:
    assert bool(re.match(getattr(LETTER, pattern), text)) is fits


@pytest.mark.parametrize("text", ["12", "pagina 3 van 10", "- 4 -", "blz. 7"])
def test_a_page_number_is_read_as_one_in_plain_text_and_in_print(text: str) -> None:
    assert re.fullmatch(LETTER.page_number, text)
    assert re.fullmatch(LETTER.printed_page_number, text)


@pytest.mark.parametrize("text", ["12 sluizen", "pagina", "12345"])
def test_a_figure_in_a_sentence_is_no_page_number(text: str) -> None:
    assert not re.fullmatch(LETTER.page_number, text)


@pytest.mark.parametrize(
    ("text", "series", "number"),
    [("zie kst-31934-35.", "kst", "31934-35"), ("blg-1234567", "blg", "1234567"), ("2024D01234", "2024D", "01234")],
)
def test_the_number_of_a_paper_has_a_series_and_a_number(text: str, series: str, number: str) -> None:
    found = [match for pattern in NUMBERS.series if (match := re.search(pattern, text))]

    assert [(match["series"], match["number"]) for match in found] == [(series, number)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("31 934, nr. 35", ("31 934", None, "35")),
        ("36600-XII nr. 2", ("36600", "XII", "2")),
    ],
)
def test_parliament_prints_dossier_chapter_and_part(text: str, parts: tuple[str | None, ...]) -> None:
    found = re.search(NUMBERS.printed, text)

    assert found and (found["dossier"], found["chapter"], found["part"]) == parts


@pytest.mark.parametrize("kind", CONVENTIONS.elements)
def test_a_service_calls_parts_of_a_record_that_a_setting_can_rename(kind: str) -> None:
    assert set(CONVENTIONS.elements[kind]) <= set(ElementNames.model_fields)
    assert {"number", "title", "published"} <= set(CONVENTIONS.elements[kind])
