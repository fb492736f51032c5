"""The workbooks hold real numbers and real days, in the forms of their language; they are read here by openpyxl."""

import io
from datetime import datetime

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from tests.publish.open_data.conftest import Exports


def book(exports: Exports, language: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(exports["small"]["2023-06-20"][f"atlas-{language}.xlsx"]))


@pytest.mark.parametrize(
    ("language", "sheet", "heading", "day"),
    [
        ("nl", "Mijlpalen", "Eerste datum, eerste dag", "[$-nl-NL]d mmm yyyy"),
        ("en", "Milestones", "First due date, first day", "[$-en-GB]d mmm yyyy"),
    ],
)
def test_days_are_days_in_the_form_of_the_language(exports, language, sheet, heading, day) -> None:
    rows = book(exports, language)[sheet]
    column = next(cell.column for cell in rows[1] if cell.value == heading)
    cells = [rows.cell(row, column) for row in range(2, rows.max_row + 1) if rows.cell(row, column).value]

    assert {type(cell.value) for cell in cells} == {datetime}
    assert {cell.number_format for cell in cells} == {day}


def test_numbers_are_numbers_with_the_decimals_as_published(exports) -> None:
    rows = book(exports, "nl")["Waarnemingen"]
    column = next(cell.column for cell in rows[1] if cell.value == "Waarde")
    shown = {(rows.cell(r, column).value, rows.cell(r, column).number_format) for r in range(2, rows.max_row + 1)}

    assert {(4.5, "#,##0.00"), (3.9, "#,##0.0"), (8100, "#,##0")} <= shown


def test_a_text_stands_in_one_language_alone(exports) -> None:
    headings = [cell.value for cell in book(exports, "nl")["Mijlpalen"][1]]

    assert headings.count("Titel") == 1
    assert [heading for heading in headings if "(" in str(heading)] == []


def test_the_first_sheet_says_what_it_is(exports) -> None:
    first = book(exports, "en").worksheets[0]

    assert (first.title, first["A1"].value) == (
        "About these data",
        "Atlas of the Waterway Service, on 20 June 2023",
    )
    assert "https://creativecommons.org/licenses/by/4.0/" in [row[0].value for row in first.rows]
