"""Numbers in digits and parts of a whole, as plain decimals with their positions."""

from generator.text.numbers.digits import HARD_SPACE, in_digits
from generator.text.numbers.parts import parts_in

__all__ = ["HARD_SPACE", "in_digits", "parts_in"]
