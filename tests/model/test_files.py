"""One registry says of every file in data/ where it lies, what it holds, and by which schema editors know it."""

from pathlib import PurePosixPath

import pytest

from generator.model.files import FILES, PHRASES, file_at, file_of
from generator.model.milestone import Report
from generator.model.records import Statement
from generator.model.source import Source
from tests.support.small import ROOT


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.pattern)
def test_a_file_is_found_by_its_model_and_by_its_path(file) -> None:
    assert file_of(file.model) is file
    assert file_at(file.path("a")) is file


def test_every_file_of_the_archive_is_of_one_kind() -> None:
    paths = [path.relative_to(ROOT).as_posix() for path in (ROOT / "data").rglob("*.yaml")]

    assert paths
    assert [path for path in paths if sum(file.is_at(path) for file in (*FILES, PHRASES)) != 1] == []


@pytest.mark.parametrize(
    "path", ["data/statements.yaml", "data/themes/a/b/theme.yaml", "data/places_yaml", "places.yaml", "data/x.yaml"]
)
def test_a_path_of_no_kind_is_found_as_none(path: str) -> None:
    assert file_at(path) is None


def test_a_path_is_that_of_a_theme_a_source_or_a_language() -> None:
    assert file_of(Statement).path("locks") == "data/themes/locks/statements.yaml"
    assert file_of(Source).path("letter-1") == "data/sources/letter-1.yaml"
    assert PHRASES.path("nl") == "data/words/nl.yaml"
    assert (file_of(Statement).name, file_of(Source).folder) == ("statements.yaml", "data/sources/")


def test_what_stands_only_inside_other_records_has_no_file() -> None:
    with pytest.raises(KeyError):
        file_of(Report)


def test_no_two_files_share_a_schema() -> None:
    schemas = [file.schema for file in FILES]

    assert len(set(schemas)) == len(schemas)
    assert {PurePosixPath(file.pattern).suffix for file in FILES} == {".yaml"}
