"""What a passage is evidence of: the figures that a claim which cites it may use.

A number must be the same; in a table whose heading names a scale (`x € 1 mln`) it may also be written out. A date must
be the same or sharper, since "in 2026" rests on "on 11 June 2026" but never the reverse; "early", "mid" and "late" must
be named. The headings above the passage count, and for all but due dates and days on which something was done the day
of publication and the period covered. The unit behind a number is not looked at.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.model import Passage, Period, Precision, Source, parse_period
from generator.text import LANGUAGES, SCALES, Quantity, QuantityKind, quantities_in


@dataclass(frozen=True)
class Evidence:
    """The figures of some passages."""

    numbers: frozenset[str]
    """Plain decimals as printed."""
    periods: tuple[Period, ...]
    """Those that the passages and their headings name."""
    context: tuple[Period, ...] = ()
    """When their sources were published, and what they cover."""

    def has_number(self, number: Decimal, power: int = 0) -> bool:
        """Whether ten to the `power` times the number stands there; at power 0 with the same decimals."""
        if power:
            return number * Decimal(10) ** power in map(Decimal, self.numbers)
        return str(number) in self.numbers or any(str(number) == period.text for period in self.periods)

    def has_period(self, period: Period, *, in_context: bool = True) -> bool:
        """Whether it stands there at least as sharp; an interval rests on both its ends."""
        known = (*self.periods, *self.context) if in_context else self.periods
        if any(period.text == other.text for other in known):
            return True
        if period.ends:
            return all(self.has_period(end, in_context=in_context) for end in period.ends)
        if period.precision in (Precision.THIRD, Precision.BEFORE_SUMMER):
            return False
        if period.precision is Precision.YEAR and period.text in self.numbers:
            return True
        return any(period.first <= other.first and other.last <= period.last for other in known)

    def has(self, figure: Quantity) -> bool:
        """Whether a figure of a text stands there. No passage has a number with noughts in front: it is a slip."""
        if figure.kind is QuantityKind.DATE:
            return self.has_period(parse_period(figure.form))
        if re.match(r"0\d", figure.form):
            return False
        return Decimal(figure.form) in map(Decimal, self.numbers) or self.has_number(Decimal(figure.form))


def evidence_of(passage: Passage, source: Source) -> Evidence:
    """What one passage of that source names."""
    above = quantities_in(passage.section, LANGUAGES[0], source.published.last)
    numbers = [*passage.numbers, *passage.soft, *(f.form for f in above if f.kind is QuantityKind.NUMBER)]
    dates = [*passage.dates, *(f.form for f in above if f.kind is QuantityKind.DATE)]
    power = _scale_of_table(passage.section)
    if power:
        numbers += [f"{(Decimal(number) * Decimal(10) ** power).normalize():f}" for number in passage.numbers]
    context = (source.published, *([source.covers] if source.covers else []))
    return Evidence(frozenset(numbers), tuple(map(parse_period, dates)), context)


def joined(parts: Iterable[Evidence]) -> Evidence:
    """The figures of several passages together."""
    parts = list(parts)
    return Evidence(
        frozenset(number for part in parts for number in part.numbers),
        tuple(period for part in parts for period in part.periods),
        tuple(period for part in parts for period in part.context),
    )


def _scale_of_table(heading: str) -> int:
    """The power of ten that a heading such as `Revenue (x € 1 mln.)` gives to the numbers below it; 0 if none."""
    scales = SCALES[LANGUAGES[0]]
    found = re.search(rf"\bx (?:€ ?)?1 ?(?P<scale>{'|'.join(scales)})\b|\bx (?:€ ?)?1\.000\b", heading)
    return 0 if not found else scales[found["scale"]] if found["scale"] else 3
