"""What is measured of a passage and a milestone: how much of its title, and what was said of it, the passage has."""

import pytest

from generator.documents.matching.likeness import Likeness, Titles
from generator.documents.matching.milestones import Milestones


@pytest.fixture
def milestones(likeness: Likeness) -> Milestones:
    return Milestones(Titles(likeness))


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
