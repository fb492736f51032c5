"""A value has the sign that is printed in its source, and a sentence may say it in words."""

from decimal import Decimal

import pytest

from tests.support.claimed import checker, claim, dutch, what


@pytest.mark.parametrize(
    ("value", "says"),
    [
        pytest.param("-1037.4", [], id="its own"),
        pytest.param("1037.4", ["'1037.4' in value of the lock is not in letter#p-1"], id="and not the other"),
    ],
)
def test_a_value_has_the_sign_that_is_printed(value: str, says: list[str]) -> None:
    diagnostics = list(
        checker(letter_1={"numbers": ("-1037.4",)}).missing(claim(Decimal(value), "letter#p-1", part="value"))
    )

    assert what(diagnostics) == says
    assert all("That passage has -1037.4" in diagnostic.hint for diagnostic in diagnostics)


def test_a_negative_number_is_shown_as_it_is_printed() -> None:
    (diagnostic,) = checker(letter_1={"numbers": ("-0.4", "-1037.4")}).missing(claim(dutch("9 veren"), "letter#p-1"))

    assert "That passage has -0,4; -1.037,4" in diagnostic.hint
