"""Both languages of a text carry the same figures."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.checks.fact_check import FactChecker
from generator.model.period import parse_period
from generator.model.types import Bilingual
from tests.support.claimed import archive, checker, claim, dutch, what


@pytest.mark.parametrize(
    ("nl", "en", "says"),
    [
        pytest.param("28.000 sluizen in mei 2021, 1,5 uur", "In May 2021 1.5 hours for 28,000 locks", [],
                     id="in any order and form"),
        pytest.param("anderhalf uur", "1.5 hours", [], id="in words or digits"),
        pytest.param("één sluis, de eerste", "a lock", [], id="words that are mostly not meant as numbers apart"),
        pytest.param("8 sluizen", "9 locks", ["'8' of the lock is in 'nl', not in 'en'",
                                              "'9' of the lock is in 'en', not in 'nl'"], id="not another"),
        pytest.param("mei 2021", "2021", ["'mei 2021' (2021-05) of the lock is in 'nl', not in 'en'",
                                          "'2021' of the lock is in 'en', not in 'nl'"], id="nor a sharper date"),
        pytest.param("7 sluizen", "locks", [], id="what is not in the passage is told already"),
    ],
)  # fmt: skip
def test_both_languages_carry_the_same_figures(nl: str, en: str, says: list[str]) -> None:
    known = checker(letter_1={"numbers": ("28000", "1.5", "8", "9"), "dates": ("2021-05",)})
    diagnostics = list(known.disagreements(claim(Bilingual(nl=nl, en=en), "letter#p-1")))

    assert what(diagnostics) == says
    assert {diagnostic.hint for diagnostic in diagnostics} <= {
        f"Both languages must have the same figures: write it in {language!r} too, or remove it here."
        for language in ("nl", "en")
    }


def test_texts_that_rest_on_no_passage_or_source_carry_the_same_figures_too() -> None:
    known = FactChecker(replace(archive(), sources={}))

    assert what(known.disagreements(claim(dutch("8 sluizen")))) == ["'8' of the lock is in 'nl', not in 'en'"]


@pytest.mark.parametrize("value", ["8 sluizen", Decimal(8), parse_period("2021")])
def test_what_is_written_once_cannot_disagree(value: Any) -> None:
    assert list(checker().disagreements(claim(value, "letter#p-1"))) == []
