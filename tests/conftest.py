"""The small archive, read or laid out as a project."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.archive.archive import Archive, read_archive
from tests.support.small import Files, lay_out_data, lay_out_project


@pytest.fixture
def archive_from(tmp_path: Path) -> Callable[[Files], Archive]:
    """The small archive overlaid with some files, as it is read; checked only if the test does so."""
    return lambda files: read_archive(lay_out_data(tmp_path, files))


@pytest.fixture
def small_archive(archive_from: Callable[[Files], Archive]) -> Archive:
    """The small archive as it stands in tests/cases/small/."""
    return archive_from({})


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    """A project of the small archive that can be opened and built."""
    folder = tmp_path / "project"
    folder.mkdir()
    return lay_out_project(folder)
