"""The files of the charts of the newest edition, as other programs read them: pandas the values, resvg the drawings."""

from pathlib import Path

import pandas
import pytest
from pandas.api.types import is_bool_dtype, is_numeric_dtype

from tests.charts.files.test_elsewhere import by_resvg, differs

NUMBERS = {"value", "target", "slip_days", "latitude", "longitude", "named"}
DAYS = {
    "date",
    *(
        f"{of}_{end}"
        for of in ("period", "first_due", "latest_due", "done", "says_due", "says_done")
        for end in ("start", "end")
    ),
}
TRUTHS = {"forecast", "current"}
CODES = {
    "edition", "indicator", "milestone", "theme", "thread", "place", "kind", "state", "says", "fate", "source",
    "standing", "passages", "period", "unit", "qualifier", "basis", "substance", "seizure-place",
}  # fmt: skip
LABELS = {"title", "name", "theme_title", "unit_label", "substance_label", "seizure-place_label"}
"""All that may differ between the languages."""
PUBLISHED = {"published"}
"""A day or, where a document tells no more, a month."""
KINDS = (NUMBERS, DAYS, TRUTHS, CODES, LABELS, PUBLISHED)


@pytest.fixture(scope="module")
def tables(site: Path) -> dict[str, dict[str, pandas.DataFrame]]:
    """By language and name: every chart as pandas reads it by itself."""
    return {
        language: {file.stem: pandas.read_csv(file) for file in sorted((site / language / "figures").glob("*.csv"))}
        for language in ("nl", "en")
    }


def wrong(table: pandas.DataFrame) -> list[str]:
    """The columns that are not what their names say."""
    found = [f"{name}: of no kind" for name in table if sum(name in kind for kind in KINDS) != 1]
    found += [f"{name}: not numbers" for name in NUMBERS & {*table} if not is_numeric_dtype(table[name])]
    found += [f"{name}: not true or false" for name in TRUTHS & {*table} if not is_bool_dtype(table[name])]
    for names, form in ((DAYS, "%Y-%m-%d"), (PUBLISHED, "ISO8601")):
        for name in names & {*table}:
            days = table[name].dropna()
            if pandas.to_datetime(days, format=form, errors="coerce").isna().any():
                found.append(f"{name}: not days")
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
def test_pandas_reads_numbers_days_and_truths_of_every_chart(tables, language):
    assert len(tables[language]) > 100
    assert {name: found for name, table in tables[language].items() if (found := wrong(table))} == {}


@pytest.mark.parametrize(
    ("column", "cell"),
    [("value", "217,039,722 cigarettes"), ("slip_days", "+1,096 days"), ("period_end", "31-12-2024"), ("other", "1")],
)
def test_what_people_write_is_refused(column, cell):
    assert wrong(pandas.DataFrame({column: [cell]}))


def test_the_languages_differ_in_labels_only(tables):
    dutch, english = tables["nl"], tables["en"]

    assert [*dutch] == [*english]
    assert [name for name in dutch if [*dutch[name]] != [*english[name]]] == []
    assert [name for name in dutch if not plain(dutch[name]).equals(plain(english[name]))] == []
    assert [name for name in dutch if not dutch[name].equals(english[name])] != []


def plain(table: pandas.DataFrame) -> pandas.DataFrame:
    return table.drop(columns=LABELS & {*table})


def test_drawings_look_like_their_pictures(site):
    """Every tenth: all of them take most of a minute."""
    files = sorted((site / "nl/figures").glob("*.png"))[::10]
    others = [
        file.stem for file in files if differs(by_resvg(file.with_suffix(".svg").read_text("utf-8")), file.read_bytes())
    ]

    assert len(files) > 10
    assert others == []
