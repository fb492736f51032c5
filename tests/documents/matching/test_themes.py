"""What is measured of a passage and a theme: by its terms, by headings, and by what earlier passages had."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import read_source
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness
from generator.documents.matching.themes import Themes
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
def themes(small_archive: Archive, tmp_path: Path) -> Themes:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    read = read_source(tmp_path / "letter.txt", "new", DAY)
    return Themes(Likeness(known_before(small_archive, "new", DAY), read))


def test_a_passage_is_nearest_to_the_theme_whose_passages_it_resembles(themes: Themes) -> None:
    ferries, locks = (themes.pairs["veren-1"][theme] for theme in ("ferries", "locks"))

    assert ferries["gap"] == 0 > locks["gap"]
    assert (ferries["near"] > locks["near"], ferries["said"] > locks["said"]) == (True, True)
    assert (ferries["cited"] < locks["cited"], ferries["records"] < locks["records"]) == (True, True)


def test_a_term_counts_in_the_text_and_in_the_heading(themes: Themes) -> None:
    ferries, locks = (themes.pairs["veren-1"][theme] for theme in ("ferries", "locks"))

    assert (ferries["terms"] > 0, locks["terms"]) == (True, 0)
    assert themes.pairs["sluizen-1"]["locks"]["in text"] == 1
    assert (ferries["heading"] > 0, locks["in heading"]) == (True, 0)
    assert themes.pairs["aanhef-1"]["locks"]["heading"] == 0


def test_the_terms_of_a_passage_are_given(themes: Themes) -> None:
    (passage,) = [passage for passage in themes.likeness.document.passages if passage.id == "sluizen-1"]

    assert themes.terms_in(passage, "locks")
    assert themes.terms_in(passage, "ferries") == ()
