"""The field reference says what the models say, of every field, and stands in data/README.md as it is."""

import pytest

from generator.authoring.field_reference import reference
from generator.model import records
from generator.model.records import Record
from tests.support.small import ROOT

MODELS = [model for model in vars(records).values() if isinstance(model, type) and issubclass(model, Record)]
PAGE = reference()


def test_the_page_in_the_repository_is_current() -> None:
    assert (ROOT / "data/README.md").read_text("utf-8") == PAGE, "Run `atlas fields` and keep what it prints."


@pytest.mark.parametrize("model", [m for m in MODELS if m not in (Record, records.Bilingual)], ids=lambda m: m.__name__)
def test_every_field_of_every_record_is_in_it(model: type[Record]) -> None:
    assert [name for name in model.model_fields if f"| `{name}` |" not in PAGE] == []


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("| `value` | number | yes | As published: 1.20 stays 1.20. A decimal point, no separator for "
                     "thousands. |", id="a field that is needed"),
        pytest.param("| `target` | number |  | What had been planned for the same period. |", id="a field that is not"),
        pytest.param("| `kind` | `letter` \\| `annual-report` \\| `implementation-report` \\| `external` | yes |  |",
                     id="a closed set of words"),
        pytest.param("| `cites` | list of: citation | yes | Two or more. |", id="a list"),
        pytest.param("| `standings` | list of: [Standing](#standing) |  | One for every source that mentions the "
                     "theme, oldest first. |", id="a list of records, with a link to them"),
        pytest.param("| `title` | `{nl, en}` | yes |  |", id="a text in both languages"),
        pytest.param("| `of` | keys with texts |  | For an indicator with a breakdown: one category for each of its "
                     "dimensions. |", id="keys with texts"),
        pytest.param("| `map` | [Map](#map) |  | Draws the theme's milestones that have places on a world map. |",
                     id="a record that may be left out"),
    ],
)  # fmt: skip
def test_a_row_says_what_a_field_is_whether_it_is_needed_and_what_it_means(row: str) -> None:
    assert row in PAGE.splitlines()


def test_a_link_to_a_record_has_a_heading_to_go_to() -> None:
    linked = {part.split(")")[0] for part in PAGE.split("](#")[1:]}
    headings = {line.removeprefix("### ").lower() for line in PAGE.splitlines() if line.startswith("### ")}

    assert linked == headings
