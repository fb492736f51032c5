"""The table of a chart for programs: what each row says, in plain numbers and ISO dates, in any language."""

from generator.archive.archive import Archive
from generator.charts.edition import charts_of
from generator.charts.tidy import Tidy, each_once, of_indicator, of_milestones, tidy
from generator.editions.history import Editions
from generator.model.citation import Citation
from generator.model.locale import Locale
from tests.support.bridges import bridges, indicator, milestone, value
from tests.support.described import report
from tests.support.phrases import WORDS

LABELS = ("title", "theme_title", "name")


def rows(table: Tidy) -> list[dict[str, str]]:
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_table_has_every_column_of_every_row():
    table = tidy([{"a": 1, "b": None}, {"a": True, "c": "x"}])

    assert table == Tidy(("a", "b", "c"), (("1", "", ""), ("true", "", "x")))


def test_a_value_is_a_plain_number_with_its_unit_its_period_and_its_passage():
    theme = {"indicators": [indicator({**value("second"), "value": "217039722", "qualifier": "more-than"})]}
    edition = Editions(bridges(**theme))[-1]
    row = rows(of_indicator(edition.indicators[0], {}, WORDS))[0]

    assert (row["value"], row["qualifier"], row["unit"]) == ("217039722", "more-than", "posts")
    assert row["period_start"] == f"{row['period']}-01-01"
    assert (row["source"], row["passages"], row["standing"]) == ("second", "p-1", "parliament")
    assert (row["forecast"], row["current"]) == ("false", "true")


def test_each_report_of_a_milestone_is_a_row():
    made = milestone(report("first", "announced", due="2022"), report("second", "announced", due="2025"))
    edition = Editions(bridges(milestones=[made]))[-1]
    table = rows(of_milestones(edition.milestones, WORDS))

    assert [(row["source"], row["says"], row["says_due_end"]) for row in table] == [
        ("first", "announced", "2022-12-31"),
        ("second", "announced", "2025-12-31"),
    ]
    assert {(row["first_due_end"], row["latest_due_end"], row["slip_days"]) for row in table} == {
        ("2022-12-31", "2025-12-31", "1096")
    }


def test_a_passage_is_cited_once():
    a, b = Citation("s", "a"), Citation("s", "b")

    assert each_once([[a, b], [b, a]]) == (a, b)


def test_tables_are_the_same_in_both_languages_but_for_labels(small_archive: Archive) -> None:
    edition = Editions(small_archive)[-1]
    words = {language: Locale(language, phrases) for language, phrases in small_archive.words.items()}
    dutch, english = (
        {chart.key: chart.tidy for chart in charts_of(edition, (), words[language])} for language in ("nl", "en")
    )
    differing = {
        column
        for key, table in dutch.items()
        for i, column in enumerate(table.columns)
        if [row[i] for row in table.rows] != [row[i] for row in english[key].rows]
    }

    assert dutch.keys() == english.keys()
    assert {"title", "theme_title"} <= differing <= {*LABELS, *(c for c in differing if c.endswith("_label"))}
