"""Every table has rows, keys that are keys, and the same columns in every edition."""

import csv
import io

import pytest

from generator.publish.open_data.tables.filled import TABLES
from generator.publish.open_data.tables.table import columns_of

NAMES = (
    "editions sources register themes threads statements units categories indicators observations vintages milestones "
    "reports outside-reports due_dates outcomes tensions places changes passages"
)
"""The tables of the contract. One may be added; none goes."""


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_tables_are_those_of_the_contract() -> None:
    assert " ".join(table.name for table in TABLES) == NAMES


@pytest.mark.parametrize("atlas", ["real", "small"])
def test_every_table_has_the_same_columns_in_every_edition(exports, atlas) -> None:
    heads = {table.name: ",".join(column.name for column in columns_of(table)) for table in TABLES}

    for files in exports[atlas].values():
        assert {name: files[f"{name}.csv"].decode().partition("\n")[0] for name in heads} == heads


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_no_table_of_this_atlas_is_empty(exports, table) -> None:
    assert rows(list(exports["real"].values())[-1][f"{table}.csv"])


def test_due_dates_say_what_each_edition_knew(exports) -> None:
    read = rows(exports["small"]["2023-06-20"]["due_dates.csv"])
    known = [(r["edition"], r["due"], r["moves"], r["slip_days"]) for r in read if r["milestone"] == "lock-oosterdam"]

    assert known == [
        ("2021-03-10", "mid-2022", "0", "0"),
        ("2023-02", "2023-Q1", "1", "212"),
        ("2023-06-20", "2023-Q1", "1", "212"),
    ]


def test_vintages_say_in_which_editions_a_value_was_current(exports) -> None:
    read = [r for r in rows(exports["small"]["2023-06-20"]["vintages.csv"]) if r["indicator"] == "waiting-time"]
    known = [(r["value"], r["edition_from"], r["edition_to"], r["current"]) for r in read]

    assert known == [
        ("4.50", "2021-03-10", "", "True"),
        ("4.20", "2023-02", "", "True"),
        ("3.9", "2023-02", "2023-02", "False"),
        ("3.8", "2023-06-20", "", "True"),
    ]


def test_an_edition_lists_no_place_unit_or_category_that_nothing_in_it_names(exports) -> None:
    first, last = (rows(list(exports["real"].values())[i]["places.csv"]) for i in (0, -1))

    assert 0 < len(first) < len(last)
