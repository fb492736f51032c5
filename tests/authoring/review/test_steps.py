"""What there is to settle of a letter, and in which order."""

from pathlib import Path

from generator.archive.archive import read_archive
from generator.authoring.review.steps import State, searched, steps_of, unsearched_in
from tests.support.reviewed import SOURCE, STATEMENT, desk_at, with_letter


def test_passages_come_first_then_milestones_that_nobody_looked_for(tmp_path: Path) -> None:
    archive = read_archive(with_letter(tmp_path))
    steps = steps_of(archive, SOURCE, unsearched_in(archive, SOURCE))

    assert [step.name for step in steps] == [
        "passage/aanhef-1", "passage/sluizen-1", "passage/sluizen-2", "passage/tot-slot-1",
        "milestone/electric-ferries", "milestone/ticket-sales", "milestone/lock-zuiderkade",
    ]  # fmt: skip
    assert {step.state for step in steps} == {State.OPEN}


def test_a_theme_that_cites_the_letter_needs_a_standing(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))
    before = desk.steps[-1]
    texts = {"text-nl": "De aannemer staat vast.", "text-en": "The contractor is known."}
    short = {"summary-nl": "Aannemer bekend", "summary-en": "Contractor known"}
    desk.accept("standing", "locks", {"cites": f"{SOURCE}#sluizen-1", **texts, **short})

    assert (before.name, before.state, desk.steps[-1].state) == ("standing/locks", State.OPEN, State.ENTERED)


def test_a_milestone_is_settled_by_a_report_or_a_search(tmp_path: Path) -> None:
    archive = read_archive(with_letter(tmp_path))
    sales = next(record for record in archive.milestones if record.id == "ticket-sales")
    states = [searched(sales, source) for source in ("verslag-2022", "brief-2023-06-20", SOURCE)]

    assert states == [State.ENTERED, State.LOOKED, State.OPEN]
