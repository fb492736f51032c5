"""A formula is plain arithmetic on numbers: it has one result, or is told why it has none."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.model.formula import numbers_of, result_of, rounded_like

FORM = "write numbers with a decimal point, the signs + - * / and brackets, as in 9 / 11"


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        pytest.param("42", "42", id="a number is itself"),
        pytest.param("1.20", "1.20", id="with its decimals"),
        pytest.param(" 7349 + 11539 ", "18888", id="spaces do not count"),
        pytest.param("7349+11539", "18888", id="so they can be left out"),
        pytest.param("12 - 3.5", "8.5", id="less"),
        pytest.param("3 - 12", "-9", id="also below nought"),
        pytest.param("12 * 2.5", "30.0", id="times"),
        pytest.param("9 / 12", "0.75", id="by"),
        pytest.param("2 + 3 * 4", "14", id="times goes before and"),
        pytest.param("(2 + 3) * 4", "20", id="unless brackets say otherwise"),
        pytest.param("20 - 5 - 3", "12", id="from left to right"),
        pytest.param("100 / 5 / 2", "10", id="for parts too"),
        pytest.param("-3 + 5", "2", id="a number may be below nought"),
        pytest.param("5 * -(1 + 1)", "-10", id="and so may brackets"),
        pytest.param("0.1 + 0.2", "0.3", id="tenths are tenths"),
        pytest.param("(114 - 109) / 109 * 100", "4.587155963302752293577981651", id="to twenty-eight digits"),
        pytest.param("9" * 500, "9" * 500, id="it may have five hundred characters"),
    ],
)
def test_a_formula_comes_to_a_result(formula: str, result: str) -> None:
    assert result_of(formula) == Decimal(result)


@pytest.mark.parametrize(
    "formula",
    [
        pytest.param("", id="nothing"),
        pytest.param("sum(9, 11)", id="a name"),
        pytest.param("1e5", id="an exponent"),
        pytest.param("0x1F", id="another base"),
        pytest.param("1_000", id="an underscore"),
        pytest.param("4,5 + 1", id="a decimal comma"),
        pytest.param("28.000.000", id="points between thousands"),
        pytest.param(".5 * 2", id="a point without a number before it"),
        pytest.param("5. * 2", id="or behind it"),
        pytest.param("...", id="points alone"),
        pytest.param("１ + ２", id="digits of another width"),
        pytest.param("٣ + ٤", id="or script"),
        pytest.param("2 ** 9", id="a power"),
        pytest.param("9 // 2", id="a division without rest"),
        pytest.param("9 % 2", id="a rest"),
        pytest.param("+9", id="a plus sign before nothing"),
        pytest.param("()", id="empty brackets"),
        pytest.param("2(3)", id="brackets without a sign"),
        pytest.param("9 = 9", id="an equation"),
        pytest.param("9 +\n11", id="two lines"),
        pytest.param("9" * 501, id="more than five hundred characters"),
        pytest.param("1+" * 100 + "1", id="more than two hundred numbers and signs"),
    ],
)
def test_what_is_no_arithmetic_on_numbers_is_no_formula(formula: str) -> None:
    with pytest.raises(ValueError) as error:
        result_of(formula)

    assert str(error.value) == f"{formula!r} is not a formula; {FORM}"


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        pytest.param("1 / 0", "divides by zero; check what follows the /", id="by nought"),
        pytest.param(
            "1 / (3 - 3)", "divides by zero; check what follows the /", id="by what comes to nought"
        ),
        pytest.param("0 / 0", "has no result; look at its signs and brackets", id="nought by nought"),
        pytest.param("9 +", "has no result; look at its signs and brackets", id="half a sum"),
        pytest.param("9 11", "has no result; look at its signs and brackets", id="numbers without a sign"),
        pytest.param("(9 + 11", "has no result; look at its signs and brackets", id="an open bracket"),
        pytest.param("9 + 11)", "has no result; look at its signs and brackets", id="a bracket that was never opened"),
        pytest.param("((((", "has no result; look at its signs and brackets", id="brackets alone"),
        pytest.param(" ", "has no result; look at its signs and brackets", id="a space"),
        pytest.param("007 * 2", "has a number with a leading zero; leave the zero out", id="a nought in front"),
    ],
)
def test_a_formula_without_a_result_is_told_why(formula: str, says: str) -> None:
    with pytest.raises(ValueError) as error:
        result_of(formula)

    assert str(error.value) == f"{formula!r} {says}"


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        pytest.param("(114 - 109) / 109 * 100", ["114", "109", "109", "100"], id="in order, each time it stands there"),
        pytest.param("1.20 + 0.5", ["1.20", "0.5"], id="with the decimals that are written"),
        pytest.param("-3 * 2", ["3", "2"], id="a sign is no part of it"),
        pytest.param("()", [], id="there may be none"),
    ],
)
def test_the_numbers_of_a_formula_are_those_written_in_it(formula: str, numbers: list[str]) -> None:
    assert list(map(str, numbers_of(formula))) == numbers


@pytest.mark.parametrize(
    ("formula", "value", "is_right"),
    [
        pytest.param("9 / 11", "0.82", True, id="a result is rounded to the decimals of the value"),
        pytest.param("9 / 11", "0.8182", True, id="however many"),
        pytest.param("9 / 11", "1", True, id="or none"),
        pytest.param("9 / 11", "0.81", False, id="not cut off"),
        pytest.param("9 / 11", "0.83", False, id="nor rounded away"),
        pytest.param("5 / 2", "3", True, id="a half goes up"),
        pytest.param("5 / 2", "2", True, id="or to the even number"),
        pytest.param("7 / 2", "3", False, id="but not down"),
        pytest.param("12 + 7", "19.0", True, id="noughts may be written"),
        pytest.param("3 - 5", "-2", True, id="below nought too"),
    ],
)
def test_a_value_is_the_result_as_rounded_in_print(formula: str, value: str, is_right: bool) -> None:
    assert (Decimal(value) in rounded_like(Decimal(value), result_of(formula))) is is_right


def test_a_result_with_too_many_digits_to_round_is_told() -> None:
    with pytest.raises(
        ValueError, match=r"^its result, 1\.0+E\+28, has too many digits; look at its signs and brackets$"
    ):
        rounded_like(Decimal("0.50"), result_of("100000000000000 * 100000000000000"))


NUMBERS = st.decimals(0, 1000, places=0) | st.decimals(0, 1000, places=2)


@st.composite
def sums(draw: st.DrawFn, most: int = 5) -> tuple[str, Fraction]:
    """A formula and its exact result; only single numbers are divided by, and never nought."""
    if most == 1 or draw(st.booleans()):
        number = draw(NUMBERS)
        return str(number), Fraction(number)
    sign = draw(st.sampled_from("+-*/"))
    parts = draw(st.integers(1, most - 1))
    (left, a), (right, b) = draw(sums(parts)), draw(sums(1 if sign == "/" else most - parts))
    assume(sign != "/" or b)
    results: dict[str, Any] = {"+": a + b, "-": a - b, "*": a * b, "/": a / b if b else None}
    return f"({left}) {sign} ({right})", results[sign]


@given(sums())
def test_the_result_is_that_of_exact_arithmetic(formula_and_result: tuple[str, Fraction]) -> None:
    formula, exact = formula_and_result
    result = result_of(formula)

    assert abs(Fraction(result) - exact) <= Fraction(1, 10**12)
    assert numbers_of(formula) == tuple(map(Decimal, formula.replace("(", " ").replace(")", " ").split()[0::2]))


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 6))
def test_a_share_rounded_by_hand_is_what_its_formula_comes_to(part: int, whole: int, decimals: int) -> None:
    half_up = (2 * part * 10**decimals + whole) // (2 * whole)
    value = Decimal(half_up).scaleb(-decimals)
    rounded = rounded_like(value, result_of(f"{part} / {whole}"))

    assert value in rounded
    assert rounded <= {value, value - Decimal(1).scaleb(-decimals)}


@given(st.text("0123456789.+-*/() ", max_size=600) | st.text(max_size=40))
@example("(" * 90 + "1" + ")" * 90)
@example("-" * 199 + "1")
@example("9*" * 99 + "9")
@example("9" * 500)
@example("1/" + "9" * 400)
def test_whatever_is_written_comes_to_a_number_or_is_told_to_be_no_formula(formula: str) -> None:
    try:
        assert result_of(formula).is_finite()
    except ValueError as error:
        assert str(error).startswith((repr(formula), repr(formula.strip())))
