"""What is proposed for a passage is said in words that an editor can check at a glance."""

from datetime import date

import pytest

from generator.documents.block import Block, BlockKind
from generator.documents.matching.items import MilestoneMatch, ThemeMatch, Work, WorkItem
from generator.documents.passages import passages_of
from generator.model.citation import Citation
from generator.model.enums import Nature, Says
from generator.model.milestone import Milestone, Report
from generator.model.period import parse_period
from generator.model.types import Bilingual

MILESTONE = Milestone(
    id="lock",
    title=Bilingual(nl="Sluis", en="Lock"),
    nature=Nature.PROMISE,
    reports=(Report(cites=["brief#sluizen-1"], says="announced"),),  # type: ignore[arg-type]
)
DUE = parse_period("2025")


@pytest.mark.parametrize(
    ("match", "claim"),
    [
        pytest.param(MilestoneMatch("locks", MILESTONE, 1, (), Says.DONE, None, "2026-05"), "done, 2026-05", id="done"),
        pytest.param(MilestoneMatch("locks", MILESTONE, 1, (), Says.DONE), "done", id="done without a day"),
        pytest.param(MilestoneMatch("locks", MILESTONE, 1, (), Says.UNDER_WAY, "2026", None, DUE),
                     "same promise, date moved from 2025 to 2026", id="moved"),
        pytest.param(MilestoneMatch("locks", MILESTONE, 1, (), Says.UNDER_WAY, "2025", None, DUE),
                     "same promise, under-way, due 2025", id="the same date"),
        pytest.param(MilestoneMatch("locks", MILESTONE, 1, (), Says.STALLED), "same promise, stalled", id="no date"),
    ],
)  # fmt: skip
def test_a_claim_is_put_in_words(match: MilestoneMatch, claim: str) -> None:
    assert match.claim == claim


@pytest.mark.parametrize(("about", "is_foreign"), [(0, True), (2, True), (3, False), (10, False)])
def test_a_document_of_which_few_passages_are_about_a_theme_is_foreign(about: int, is_foreign: bool) -> None:
    passages = passages_of([Block(BlockKind.PARAGRAPH, f"Zin {n}.") for n in range(12)], date(2026, 6, 11))
    items = tuple(
        WorkItem(
            Citation("brief", passage.id),
            passage,
            "signature" if i >= 10 else "",
            (ThemeMatch("locks", 1.0, ("Zin",)),) if i < about else (),
        )
        for i, passage in enumerate(passages)
    )

    assert Work("brief", DUE, items, (), ("ferries",)).is_foreign is is_foreign
    assert not Work("brief", DUE, items, (), ()).is_foreign
