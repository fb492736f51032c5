"""An external source is verified like others, may be missing where texts are quoted, and is not entered whole."""

import shutil
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from generator.diagnostics.diagnostic import InvalidData
from generator.documents.ingest import Ingestion, read_source
from generator.documents.verify import differences, quoted, readings, text_of_source
from generator.documents.worklist import worklist_of
from generator.model.period import parse_period
from tests.support.small import SMALL, lay_out_data

OUTSIDE = ("krant-2022", "meetnet-2023")
INDEX = "data/passages/krant-2022.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The data of the small archive in a project of its own."""
    (tmp_path / "project").mkdir()
    return lay_out_data(tmp_path / "project")


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """The texts of the small archive without those of the external sources."""
    return shutil.copytree(SMALL / "texts", tmp_path / "letters", ignore=shutil.ignore_patterns("krant*", "meetnet*"))


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """The texts of the external sources."""
    return shutil.copytree(SMALL / "texts", tmp_path / "outside", ignore=shutil.ignore_patterns("brief*", "verslag*"))


def told(root: Path, *folders: Path) -> list[str]:
    return [
        str(diagnostic) for diagnostic in differences(read_archive(root), root, readings(read_archive(root), folders))
    ]


def test_documents_are_looked_for_in_each_folder(root: Path, letters: Path, outside: Path) -> None:
    missing = [f"data/passages/{id}.yaml:1:1: {id}.txt is in no folder of documents" for id in OUTSIDE]

    assert told(root, letters, outside) == told(root, outside, letters) == []
    assert [line.partition("\n")[0] for line in told(root, letters)] == missing


def test_the_first_folder_that_has_a_document_is_the_one_that_is_read(letters: Path, outside: Path) -> None:
    shutil.copy(outside / "krant-2022.txt", letters / "krant-2022.md")

    assert text_of_source("krant-2022", letters, outside) == letters / "krant-2022.md"
    assert text_of_source("krant-2022", outside, letters) == outside / "krant-2022.txt"
    assert text_of_source("krant-2022") is None


def test_another_figure_in_an_external_source_is_told(root: Path, letters: Path, outside: Path) -> None:
    file = outside / "krant-2022.txt"
    file.write_text(file.read_text("utf-8").replace("9,000", "9.000"), "utf-8")

    assert told(root, letters, outside) == [f"{INDEX}:6:5: the figures of 'aanhef-1' differ from those in the document"]


def test_a_sentence_of_an_external_source_is_not_to_be_copied(root: Path, letters: Path, outside: Path) -> None:
    copied = "The number of ships at the locks rose to about 9,000 in 2021, the measuring network said."
    (root / "content" / "copied.md").write_text(copied, "utf-8")

    assert [line for line in told(root, letters, outside) if "krant-2022" in line]


def test_where_texts_are_quoted_an_external_source_may_be_missing_and_no_other(
    root: Path, letters: Path, outside: Path
) -> None:
    archive, whole = read_archive(root), quoted(read_archive(root), SMALL / "texts")
    without = quoted(archive, letters)

    assert {citation.source for citation in whole} - {citation.source for citation in without} == set(OUTSIDE)
    assert without == {citation: text for citation, text in whole.items() if citation.source not in OUTSIDE}
    with pytest.raises(InvalidData):
        quoted(archive, outside)


def test_an_external_source_that_changed_is_not_quoted(root: Path, letters: Path) -> None:
    (letters / "krant-2022.txt").write_text("The lock is closed.\n", "utf-8")

    with pytest.raises(InvalidData):
        quoted(read_archive(root), letters)


TEXT = """\
# URL: https://krant.example/locks
# date: 2024-02-01

Bij de sluizen telde het Meetnet 9.700 schepen in 2023.

De sluis bij Zuiderkade is er in 2026.

De redactie verhuist in maart.
"""


@pytest.fixture
def ingestion(tmp_path: Path) -> Ingestion:
    (tmp_path / "krant.txt").write_text(TEXT, "utf-8")
    return read_source(tmp_path / "krant.txt", "krant-2024", parse_period("2024-02-01"))


def test_of_an_external_source_only_values_and_reports_are_asked_for(
    small_archive: Archive, ingestion: Ingestion
) -> None:
    assert worklist_of(small_archive, ingestion, is_external=True) == (
        """\
# Work list of krant-2024, published 2024-02-01

3 passages: 2 may concern a figure or milestone, 1 none. Only what carries a value or a report is cited.

## aanhef-1 (10 words)

Aanhef – figures: 9700, 2023

Match 1.00: schepen, Bij, sluizen, de.

`data/themes/locks/indicators.yaml`, a value of `ships-counted`:

```yaml
    - period: 2023
      value: 9700
      cites: krant-2024#aanhef-1
```

## aanhef-2 (8 words)

Aanhef – figures: 2026

Perhaps: same promise, date moved from 2024 to 2026. Match 1.00: Zuiderkade, bij, sluis.

`data/themes/locks/milestones.yaml`, a report of `lock-zuiderkade`:

```yaml
    - cites: krant-2024#aanhef-2
      says: # announced, under-way, stalled, done, dropped
      due: 2026
```

## Passages that seem to concern none

- `aanhef-3` – figures: 2024-03
"""
    )


def test_the_same_text_as_a_letter_is_to_be_entered_whole(small_archive: Archive, ingestion: Ingestion) -> None:
    asked = worklist_of(small_archive, ingestion)

    assert "Each ends up cited by a record, or in `out_of_scope`" in asked
    assert "\n## Standings\n" in asked
    assert "statements.yaml" in asked
    assert "does not seem to mention" in asked
