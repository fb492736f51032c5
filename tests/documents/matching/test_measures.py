"""What is measured of a passage and a record: how much of the title is in it, how alike what was cited before is."""

from pathlib import Path

import pytest

from generator.archive.archive import Archive
from generator.documents.ingest import read_source
from generator.documents.matching.known import known_before
from generator.documents.matching.likeness import Likeness
from generator.documents.matching.measures import Measuring
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
def measuring(small_archive: Archive, tmp_path: Path) -> Measuring:
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    read = read_source(tmp_path / "letter.txt", "new", DAY)
    return Measuring(Likeness(known_before(small_archive, "new", DAY), read))


def test_of_a_milestone_it_is_measured_how_much_of_its_title_a_passage_has(measuring: Measuring) -> None:
    pairs = measuring.milestones

    assert pairs["sluizen-1"]["lock-zuiderkade"]["title"] == pytest.approx(1)
    assert 0.1 <= pairs["sluizen-2"]["lock-zuiderkade"]["title"] < 0.9
    assert "electric-ferries" not in pairs["sluizen-1"]
    assert sorted(measures["rank"] for measures in pairs["sluizen-1"].values())[:1] == [0]


def test_what_has_ended_and_what_is_above_the_first_heading_are_marked(measuring: Measuring) -> None:
    assert measuring.milestones["sluizen-1"]["lock-oosterdam"]["ended"] == 1
    assert [measuring.milestones[id]["lock-zuiderkade"]["opening"] for id in ("aanhef-1", "sluizen-1")] == [1, 0]


def test_a_passage_is_nearest_to_the_theme_whose_passages_it_resembles(measuring: Measuring) -> None:
    assert measuring.themes["veren-1"]["ferries"]["nearest"] == 1 > measuring.themes["veren-1"]["locks"]["nearest"]
    assert (measuring.themes["veren-1"]["ferries"]["term"], measuring.themes["veren-1"]["locks"]["term"]) == (1, 0)


def test_a_value_beside_its_title_counts_for_more_than_one_in_another_sentence(measuring: Measuring) -> None:
    values = measuring.values

    assert values["sluizen-2"]["waiting-time"].of == {"3.5": "3.5"}
    assert values["sluizen-2"]["waiting-time"].share > 0.9
    assert "waiting-time" not in values["veren-1"]
