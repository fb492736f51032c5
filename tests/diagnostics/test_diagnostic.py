"""What is wrong is a value: it sorts by place, prints with its way out, and is told once."""

import pickle

import pytest

from generator.diagnostics.diagnostic import Diagnostic, InvalidData, Location, UnreadData, did_you_mean
from generator.diagnostics.rules import Rule

SAYS = ("announced", "done", "dropped", "stalled", "under-way")


def test_a_problem_prints_as_place_fact_and_way_out() -> None:
    diagnostic = Diagnostic(
        Location("data/places.yaml", 6, 14), "lat is empty", "Write a value.", rule=Rule.EMPTY_VALUE
    )

    assert str(diagnostic) == "data/places.yaml:6:14: lat is empty\n    Write a value."


def test_a_problem_without_a_way_out_is_one_line() -> None:
    diagnostic = Diagnostic(Location("data/places.yaml", 6, 14), "lat is empty", rule=Rule.EMPTY_VALUE)

    assert str(diagnostic) == "data/places.yaml:6:14: lat is empty"


def test_problems_are_told_once_in_the_order_of_files_lines_and_columns() -> None:
    late = Diagnostic(Location("data/places.yaml", 10, 1), "late", rule=Rule.TAB)
    early = Diagnostic(Location("data/places.yaml", 9, 40), "early", rule=Rule.TAB)
    earlier = Diagnostic(Location("data/places.yaml", 9, 5), "earlier", rule=Rule.TAB)
    other = Diagnostic(Location("data/atlas.yaml", 30, 1), "other file", rule=Rule.TAB)

    assert InvalidData([late, early, other, earlier, late]).diagnostics == (other, earlier, early, late)


@pytest.mark.parametrize("kind", [InvalidData, UnreadData])
def test_problems_come_over_from_another_process_whole(kind: type[InvalidData]) -> None:
    told = kind([Diagnostic(Location("a.yaml", 1, 1), "first", "Do this.", rule=Rule.TAB)])
    back = pickle.loads(pickle.dumps(told))

    assert (type(back), back.diagnostics) == (kind, told.diagnostics)


def test_all_problems_stand_in_the_message() -> None:
    diagnostics = [
        Diagnostic(Location("b.yaml", 1, 1), "second", "Do this.", rule=Rule.TAB),
        Diagnostic(Location("a.yaml", 1, 1), "first", rule=Rule.TAB),
    ]

    assert str(InvalidData(diagnostics)) == "a.yaml:1:1: first\nb.yaml:1:1: second\n    Do this."


@pytest.mark.parametrize(
    ("written", "known", "hint"),
    [
        pytest.param("anounced", SAYS, "Did you mean 'announced'?", id="the nearest word is named"),
        pytest.param("finished", SAYS, f"Known: {', '.join(SAYS)}", id="where none is near, a few words are all named"),
        pytest.param("finished", SAYS[::-1], f"Known: {', '.join(SAYS)}", id="the words are named in order"),
        pytest.param("finished", map(str, range(12)), f"Known: {', '.join(sorted(map(str, range(12))))}",
                     id="twelve words are a few"),
        pytest.param("finished", map(str, range(13)), "", id="thirteen words are too many to name"),
        pytest.param("finished", (), "", id="nothing is meant where nothing is known"),
    ],
)  # fmt: skip
def test_a_near_miss_gets_a_suggestion(written: str, known: tuple[str, ...], hint: str) -> None:
    assert did_you_mean(written, known) == hint
