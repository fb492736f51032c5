"""Formulas of computed values: plain arithmetic on numbers, `9 / 11` or `7349 + 11539`."""

import ast
import operator
import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CHARACTERS = re.compile(r"[\d.+\-*/() ]{1,500}")


def result_of(formula: str) -> Decimal:
    """What the formula comes to. Numbers have a decimal point; the signs are + - * / and brackets.

    Raises ValueError if it is not such a formula, or divides by nought.
    """
    if not _CHARACTERS.fullmatch(formula):
        raise ValueError(f"{formula!r} is not a formula; write numbers with + - * / and brackets, as in 9 / 11")
    try:
        return _value(ast.parse(formula.strip(), mode="eval").body, formula)
    except (SyntaxError, RecursionError, MemoryError, InvalidOperation, DivisionByZero):
        raise ValueError(f"{formula!r} has no result; look at its signs and brackets") from None


def numbers_of(formula: str) -> tuple[Decimal, ...]:
    """The numbers that stand in the formula, in order; those it only divides or multiplies by, such as 100, too."""
    return tuple(Decimal(number) for number in _NUMBER.findall(formula))


def comes_to(formula: str, value: Decimal) -> bool:
    """Whether the result, rounded to the decimals of `value`, is `value`."""
    result, unit = result_of(formula), Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value in {result.quantize(unit, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}


def _value(node: ast.expr, formula: str) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left, formula), _value(node.right, formula))
    if isinstance(node, ast.Constant):
        return Decimal(ast.get_source_segment(formula.strip(), node) or "0")
    raise ValueError(f"{formula!r} is not a formula; write numbers with + - * / and brackets, as in 9 / 11")
