"""What is measured of a passage and a milestone: how much of its title, and what was said of it, the passage has."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import read_source
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness, Titles
from generator.documents.matching.milestones import Milestones
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
def milestones(small_archive: Archive, tmp_path: Path) -> Milestones:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    read = read_source(tmp_path / "letter.txt", "new", DAY)
    return Milestones(Titles(Likeness(known_before(small_archive, "new", DAY), read)))


def test_of_a_milestone_it_is_measured_how_much_of_its_title_a_passage_has(milestones: Milestones) -> None:
    lock, other = (milestones.pairs[id]["lock-zuiderkade"] for id in ("sluizen-1", "veren-1"))

    assert (lock["pieces"], lock["rarest"] > 0) == (pytest.approx(1), True)
    assert (other["pieces"], other["rarest"]) == (0, 0)
    assert "ticket-sales" not in milestones.pairs["sluizen-1"]


def test_what_earlier_records_say_of_a_milestone_counts_too(milestones: Milestones) -> None:
    assert milestones.pairs["veren-1"]["electric-ferries"]["said"] > 0


def test_what_was_only_done_and_what_is_above_the_first_heading_are_marked(milestones: Milestones) -> None:
    pairs = milestones.pairs

    assert pairs["sluizen-1"]["lock-zuiderkade"]["never ahead"] == 0
    assert [pairs[id]["lock-zuiderkade"]["opening"] for id in ("aanhef-1", "sluizen-1")] == [1, 0]
