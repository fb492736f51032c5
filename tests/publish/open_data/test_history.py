"""What each edition knew: values with the editions in which they were current, due dates, outcomes."""

from pathlib import Path

import pytest

from generator.editions.edition import Edition
from generator.pages.workspace import open_workspace
from generator.publish.open_data.history import due_dates_of, observations_of, outcomes_of, vintages_of
from tests.support.small import lay_out_project


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, ...]:
    folder: Path = tmp_path_factory.mktemp("small")
    return open_workspace(lay_out_project(folder)).editions


def test_a_value_that_is_restated_was_current_until_the_edition_before(editions) -> None:
    known = [v for v in vintages_of(editions) if str(v.value) in ("3.9", "3.8")]

    assert [(str(v.value), v.edition_from, v.edition_to, v.current) for v in known] == [
        ("3.9", "2023-02", "2023-02", False),
        ("3.8", "2023-06-20", None, True),
    ]


def test_in_the_edition_before_it_was_still_current(editions) -> None:
    (known,) = [v for v in vintages_of(editions[:2]) if str(v.value) == "3.9"]

    assert (known.edition_from, known.edition_to, known.current) == ("2023-02", None, True)


def test_values_of_external_sources_are_among_them(editions) -> None:
    assert len(vintages_of(editions)) == len(list(observations_of(editions[-1])))
    assert [o.source.is_outside for id, o in observations_of(editions[-1]) if id == "ships-counted"] == [True] * 4


def test_a_due_date_is_given_for_every_edition_that_knew_one(editions) -> None:
    known = [d for d in due_dates_of(editions) if d.milestone == "lock-oosterdam"]

    assert [(d.edition, d.due.text, d.moves, d.slip_days) for d in known] == [
        ("2021-03-10", "mid-2022", 0, 0),
        ("2023-02", "2023-Q1", 1, 212),
        ("2023-06-20", "2023-Q1", 1, 212),
    ]


def test_an_outcome_is_given_for_every_edition_in_which_it_could_be_asked(editions) -> None:
    known = [(o.edition, o.outcome.value) for o in outcomes_of(editions) if o.milestone == "lock-oosterdam"]

    assert known[-1] == ("2023-06-20", "kept-late")
    assert "2021-03-10" not in [edition for edition, _ in known]
