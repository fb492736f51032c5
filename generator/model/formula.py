"""Formulas of computed values: plain arithmetic on numbers, `9 / 11` or `7349 + 11539`."""

import ast
import operator
import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DecimalException

from generator.diagnostics import Miswritten, Rule

_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_FORMULA = re.compile(rf"(?:(?<![\d.]){_NUMBER.pattern}(?![\d.])|[-+*/() ]){{1,200}}", re.ASCII)
_FORM = "write numbers with a decimal point, the signs + - * / and brackets, as in 9 / 11"


def result_of(formula: str) -> Decimal:
    """What the formula comes to.

    Raises ValueError, with what to do, if it is not such a formula, divides by zero, or has no result.
    """
    if not _FORMULA.fullmatch(formula) or len(formula) > 500:
        raise Miswritten(f"{formula!r} is not a formula", _FORM, Rule.FORMULA)
    if re.search(r"(?<![\d.])0\d", formula):
        raise Miswritten(f"{formula!r} has a number with a leading zero", "leave the zero out", Rule.FORMULA)
    try:
        return _value(ast.parse(formula.strip(), mode="eval").body, formula.strip())
    except ZeroDivisionError:
        raise Miswritten(f"{formula!r} divides by zero", "check what follows the /", Rule.FORMULA) from None
    except (SyntaxError, RecursionError, MemoryError, DecimalException):
        raise Miswritten(f"{formula!r} has no result", "look at its signs and brackets", Rule.FORMULA) from None


def numbers_of(formula: str) -> tuple[Decimal, ...]:
    """The numbers that stand in the formula, in order; those it only divides or multiplies by, such as 100, too."""
    return tuple(Decimal(number) for number in _NUMBER.findall(formula))


def rounded_like(value: Decimal, result: Decimal) -> set[Decimal]:
    """The result rounded to the decimals of `value`, half up and half to even: both are found in print.

    Raises ValueError if it has too many digits to round.
    """
    unit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    try:
        return {result.quantize(unit, rounding) for rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN)}
    except DecimalException:
        raise Miswritten(
            f"its result, {result}, has too many digits", "look at its signs and brackets", Rule.FORMULA
        ) from None


def _value(node: ast.expr, formula: str) -> Decimal:
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_value(node.left, formula), _value(node.right, formula))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, formula)
    if isinstance(node, ast.Constant):
        return Decimal(ast.get_source_segment(formula, node) or "0")
    raise Miswritten(f"{formula!r} is not a formula", _FORM, Rule.FORMULA)
