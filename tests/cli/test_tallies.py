"""Coverage is printed as a table that a person reads, and as JSON with the same counts for other programs."""

import json

from generator.checks.coverage import Coverage
from generator.cli.tallies import as_json, as_table
from generator.editions.edition import Account

WHOLE = Coverage("verslag-2022", Account(7, 6, 1), (), {"ferries": 3, "locks": 4}, 9, {})
HALF = Coverage(
    "brief-over-de-bruggen",
    Account(1200, 4, 2),
    ("bruggen-1", "bruggen-12"),
    {"locks": 4},
    10,
    {"bruggen-1": ("4.50", "28000"), "bruggen-3": ("12",)},
)
NOTHING = Coverage("brief", Account(3, 0, 0), ("a-1", "a-2", "a-3"), {}, 0, {})


def test_the_table_has_a_row_for_each_source_and_one_for_all_and_then_what_is_left_to_do() -> None:
    assert as_table((WHOLE, HALF)) == (
        "source                 passages  cited  out of scope  open  numbers  carried\n"
        "verslag-2022                  7      6             1     0        9        9\n"
        "brief-over-de-bruggen      1200      4             2     2       10        7\n"
        "all                        1207     10             3     2       19       16\n"
        "\n"
        "verslag-2022: ferries 3, locks 4\n"
        "\n"
        "brief-over-de-bruggen: locks 4\n"
        "  open: bruggen-1, bruggen-12\n"
        "  numbers not carried: bruggen-1 4.50 28000; bruggen-3 12"
    )


def test_the_columns_of_the_table_line_up_whatever_stands_in_them() -> None:
    rows = as_table((WHOLE, HALF, NOTHING)).partition("\n\n")[0].split("\n")
    ends = [rows[0].index(head) + len(head) for head in ("passages", "cited", "scope", "open", "numbers", "carried")]

    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(row[end - 1].isalnum() and row[end : end + 2].strip() == "" for row in rows for end in ends)


def test_a_source_that_no_theme_cites_is_told_to_be_so() -> None:
    assert as_table((NOTHING,)).split("\n")[-2:] == ["brief: no theme cites it", "  open: a-1, a-2, a-3"]


def test_an_atlas_without_a_source_that_is_held_has_a_table_too() -> None:
    assert as_table(()) == (
        "source  passages  cited  out of scope  open  numbers  carried\n"
        "all            0      0             0     0        0        0"
    )


def test_the_json_form_says_all_that_the_table_says() -> None:
    assert json.loads(as_json((WHOLE, HALF))) == [
        {
            "source": "verslag-2022",
            "passages": 7,
            "cited": 6,
            "out_of_scope": 1,
            "open": [],
            "complete": True,
            "themes": {"ferries": 3, "locks": 4},
            "numbers": 9,
            "carried": 9,
            "uncarried": {},
        },
        {
            "source": "brief-over-de-bruggen",
            "passages": 1200,
            "cited": 4,
            "out_of_scope": 2,
            "open": ["bruggen-1", "bruggen-12"],
            "complete": False,
            "themes": {"locks": 4},
            "numbers": 10,
            "carried": 7,
            "uncarried": {"bruggen-1": ["4.50", "28000"], "bruggen-3": ["12"]},
        },
    ]


def test_without_a_source_the_json_form_is_an_empty_list() -> None:
    assert json.loads(as_json(())) == []
