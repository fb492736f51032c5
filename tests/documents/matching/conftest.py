"""A letter of the small archive's agency that was not read yet, and how alike its passages are to what was known."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import read_source
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness
from generator.model.period import parse_period

DAY = parse_period("2024-02-01")
LETTER = """\
De stand van de sluis bij Zuiderkade staat in deze brief.

# Sluizen

Over de sluis bij Zuiderkade wordt later besloten, na de vernieuwing van die bij Oosterdam. Een schip wachtte 3,5 uur.

De wachttijd bij de sluizen was 3,5 uur.

# Veren

De laatste dieselmotor is vervangen.
"""


@pytest.fixture
def letter() -> str:
    """The text of the letter; a module may have another."""
    return LETTER


@pytest.fixture
def likeness(letter: str, small_archive: Archive, tmp_path: Path) -> Likeness:
    """The passages of the letter beside all that earlier documents said."""
    (tmp_path / "letter.txt").write_text(letter, "utf-8")
    return Likeness(known_before(small_archive, "new", DAY), read_source(tmp_path / "letter.txt", "new", DAY))
