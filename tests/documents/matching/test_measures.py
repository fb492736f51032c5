"""What is measured of a passage and an indicator: how much of the title stands beside a number that fits it."""

import pytest

from generator.documents.matching.likeness import Likeness
from generator.documents.matching.measures import Measuring, Value, clearest
from tests.documents.matching.conftest import LETTER

MORE = """\
In 2023 waren er 11 trainingen voor sluiswachtters.

De wachttijd bij de sluizen is bekend. Een schip meet 40 meter. Een auto wacht 3,1 uur. Een fiets wacht 2,1 uur.

"""


@pytest.fixture
def letter() -> str:
    """With numbers that are and are not values of an indicator."""
    return LETTER.replace("# Veren", f"{MORE}# Veren")


@pytest.fixture
def measuring(likeness: Likeness) -> Measuring:
    return Measuring(likeness)


def test_a_value_beside_its_title_counts_for_more_than_one_in_another_sentence(measuring: Measuring) -> None:
    values = measuring.values

    assert values["sluizen-2"]["waiting-time"].of == {"3.5": "3.5"}
    assert values["sluizen-2"]["waiting-time"].share > 0.9
    assert "waiting-time" not in values["veren-1"]


def test_a_word_that_is_nearly_written_like_one_of_the_title_counts(measuring: Measuring) -> None:
    found = measuring.values["sluizen-3"]["lock-trainings"]

    assert (found.share, found.of) == (pytest.approx(1), {"11": "11"})


def test_of_several_numbers_apart_from_the_title_none_is_taken(measuring: Measuring) -> None:
    assert "waiting-time" not in measuring.values["sluizen-4"]


def test_a_number_that_one_indicator_has_as_a_value_already_is_left_to_it() -> None:
    total, part = Value(0.5, {"900": "900"}, frozenset({"900"})), Value(0.9, {"900": "900"})

    assert clearest({"total": total, "part": part}) == {"total": total}
    assert clearest({"total": Value(0.5, {"900": "900"}), "part": part}) == {"part": part}
