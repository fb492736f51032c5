"""What follows from a passage is filled in, and what does not is left to the editor."""

from pathlib import Path

import pytest

from generator.authoring.review.proposals import blank, id_from
from tests.support.reviewed import SOURCE, STATEMENT, desk_at, with_letter


def proposed(desk, passage):
    step = next(step for step in desk.steps if step.id == passage)
    return {(p.kind, p.of): p.answers for p in desk.proposals(step)}


def test_a_passage_with_one_figure_and_one_date_fills_in_a_value(tmp_path: Path) -> None:
    found = proposed(desk_at(with_letter(tmp_path)), "sluizen-2")

    assert found["observation", "waiting-time"] == {"cites": f"{SOURCE}#sluizen-2", "period": "2025", "value": "3.1"}


def test_a_milestone_is_proposed_with_its_citation(tmp_path: Path) -> None:
    found = proposed(desk_at(with_letter(tmp_path)), "sluizen-1")

    assert found["report", "lock-zuiderkade"]["cites"] == f"{SOURCE}#sluizen-1"


def test_what_was_entered_is_proposed_no_more(tmp_path: Path) -> None:
    desk = desk_at(with_letter(tmp_path))
    desk.accept("statement", "locks", desk.completed("statement", STATEMENT))
    desk.accept("report", "lock-zuiderkade", {"cites": f"{SOURCE}#sluizen-1", "says": "under-way"})

    assert proposed(desk, "sluizen-1") == {}


def test_nothing_is_added_to_what_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        blank(desk_at(with_letter(tmp_path)).archive, "statement", "nowhere")


@pytest.mark.parametrize(
    ("text", "taken", "id"),
    [
        ("The contractor for Zuiderkade is known.", (), "contractor-zuiderkade-known"),
        ("The contractor for Zuiderkade is known.", ("contractor-zuiderkade-known",), "contractor-zuiderkade-known-2"),
        ("One", ("one", "one-2"), "one-3"),
        ("Customs' 3 dogs", (), "customs-3-dogs"),
        ("…", (), ""),
    ],
)
def test_an_id_is_made_of_the_first_words_that_say_something(text: str, taken: tuple[str, ...], id: str) -> None:
    assert id_from(text, frozenset(taken)) == id
