"""CSV is what a program reads without being told anything: names, decimal points, ISO dates."""

from datetime import date
from decimal import Decimal

from generator.publish.open_data.tables.csv_file import csv_of
from generator.publish.open_data.tables.table import Table
from tests.publish.open_data.tables.example import TABLE, Row


def test_cells_are_written_as_programs_read_them() -> None:
    days, texts = (date(2022, 5, 1), date(2022, 8, 31)), ('De "sluis"', "The lock, renewed")
    rows = [("lock", "mid-2022", *days, *texts, Decimal("4.20"), 3, True, "late", "a#b")]

    assert csv_of(TABLE, rows).decode().splitlines()[1] == (
        'lock,mid-2022,2022-05-01,2022-08-31,"De ""sluis""","The lock, renewed",4.20,3,True,late,a#b'
    )


def test_a_table_without_rows_still_names_its_columns() -> None:
    assert csv_of(Table("locks", Row), []) == (
        b"id,due,due_first,due_last,title_nl,title_en,value,moves,open,timing,cites\n"
    )


def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_one_no_more() -> None:
    day, link = date(2022, 5, 1), '=HYPERLINK("https://evil.example")'
    rows = [("lock", "2022", day, day, link, "-2+3", Decimal("-4.20"), -3, True, "@a", "+1 d")]

    assert csv_of(TABLE, rows).decode().splitlines()[1] == (
        """lock,2022,2022-05-01,2022-05-01,"'=HYPERLINK(""https://evil.example"")",'-2+3,-4.20,-3,True,'@a,'+1 d"""
    )
