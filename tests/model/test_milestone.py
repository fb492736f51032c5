"""Milestones as people write them: what they must say, and what may be left out."""

import pytest

from generator.model.citation import Citation
from generator.model.enums import Nature, ReportBasis, Weight
from generator.model.milestone import Milestone, is_registered

BRIDGE = {
    "id": "bridge",
    "title": {"nl": "Brug", "en": "Bridge"},
    "nature": "event",
    "reports": [{"cites": "letter#p-1", "says": "done"}],
}


def test_what_is_left_out_is_as_in_most_milestones() -> None:
    bridge = Milestone.model_validate(BRIDGE)

    assert (bridge.nature, bridge.owed_by, bridge.weight, bridge.measurable) == (
        Nature.EVENT,
        None,
        Weight.NORMAL,
        True,
    )
    assert (bridge.lineage, bridge.looked, bridge.reports[0].basis) == ((), (), ReportBasis.READ)


@pytest.mark.parametrize(
    ("written", "expected"),
    [("register#paper", True), ("letter#register", False), ("registers#paper", False)],
)
def test_only_the_register_itself_is_the_register(written: str, expected: bool) -> None:
    assert is_registered(Citation(*written.split("#"))) is expected
