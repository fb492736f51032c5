"""The small archive with a mistake in it."""

from pathlib import Path

import pytest

from tests.support.command_line import misspell


@pytest.fixture
def mistaken(small_root: Path) -> Path:
    """A project of the small archive in which one key is misspelt."""
    misspell(small_root)
    return small_root
