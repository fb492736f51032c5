"""The columns of a table follow from the types of its rows, and its cells from their values."""

from datetime import date
from decimal import Decimal

from generator.publish.open_data.tables.table import cells_of, columns_of
from tests.publish.open_data.tables.example import EMPTY, FULL, TABLE


def test_a_date_has_three_columns_a_text_one_for_each_language_and_a_list_one() -> None:
    assert [(c.name, c.kind, c.required) for c in columns_of(TABLE)] == [
        ("id", str, True),
        ("due", str, False),
        ("due_first", date, False),
        ("due_last", date, False),
        ("title_nl", str, True),
        ("title_en", str, True),
        ("value", Decimal, False),
        ("moves", int, True),
        ("open", bool, True),
        ("timing", str, False),
        ("cites", str, True),
    ]


def test_a_column_has_the_rules_of_its_field() -> None:
    columns = {column.name: column for column in columns_of(TABLE)}

    assert (columns["moves"].minimum, columns["timing"].words) == (
        0,
        ("early", "on-time", "late", "uncertain", "no-date"),
    )
    assert (columns["id"].pattern is not None, columns["cites"].pattern) == (True, None)
    assert [(c.field, c.language) for c in columns.values() if c.language] == [("title", "nl"), ("title", "en")]


def test_cells_are_plain_values_and_nothing_is_none() -> None:
    first, last = date(2022, 5, 1), date(2022, 8, 31)

    assert cells_of([FULL, EMPTY]) == [
        ("lock", "mid-2022", first, last, "Sluis", "Lock", Decimal("4.20"), 3, True, "late", "letter#p-1 letter#p-2"),
        ("lock", None, None, None, "Sluis", "Lock", None, 3, True, None, "letter#p-1 letter#p-2"),
    ]
