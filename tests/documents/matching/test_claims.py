"""What a passage seems to say of a promise: by the sentence that is about it, and by the dates in that sentence."""

import pytest

from generator.documents.matching.claims import Claim, claim_of
from generator.documents.matching.likeness import wording_of
from generator.model.enums import Says
from generator.model.period import parse_period

WORDS = wording_of("Vernieuwing van de sluis", "nl")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param("De vernieuwing van de sluis is in mei 2026 klaar en afgerond.", Claim(Says.DONE, None, "2026-05"),
                     id="done"),
        pytest.param("De sluis zal in 2028 klaar zijn.", Claim(Says.ANNOUNCED, "2028", None), id="announced"),
        pytest.param("De sluis is uitgesteld tot 2029.", Claim(Says.STALLED, "2029", None), id="stalled"),
        pytest.param("De vernieuwing van de sluis gaat niet door.", Claim(Says.DROPPED, None, None), id="dropped"),
        pytest.param("Momenteel wordt de sluis vernieuwd.", Claim(Says.UNDER_WAY, None, None), id="under way"),
        pytest.param("Met de sluis is iets.", Claim(Says.UNDER_WAY, None, None), id="without a word for it"),
        pytest.param("Het veer is afgerond. De sluis volgt in 2028.", Claim(Says.ANNOUNCED, "2028", None),
                     id="in its own sentence"),
        pytest.param("De sluis is in 2028 gereed.", Claim(Says.ANNOUNCED, "2028", None), id="not done if it is ahead"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_promise(text: str, claim: Claim) -> None:
    assert claim_of(text, WORDS, "nl", parse_period("2026-06-11")) == claim
