"""The evidence of a passage: the figures that a claim may use if it cites the passage.

A number must be equal; in a table whose heading has a scale (`x € 1 mln`) it may also be multiplied by that scale. A
date must be equal or more precise: "on 11 June 2026" supports "in 2026" but not the reverse; "early", "mid", "late",
seasons and "not before" must occur literally, and of a duration its number. The headings above the passage count as
well and, except for due dates and dates on which something was done, the day of publication and the period covered.
The unit after a number is not compared.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model import Document, Passage, Period, Precision, Source, parse_period
from generator.text import LANGUAGES, SCALES, Quantity, QuantityKind, language, quantities_in

_LITERAL = (
    Precision.THIRD,
    Precision.SEASON,
    Precision.BEFORE_SUMMER,
    Precision.AFTER_SUMMER,
    Precision.NOT_BEFORE,
)
"""Forms that no sharper date supports."""


@dataclass(frozen=True)
class Evidence:
    """The figures of one or more passages."""

    numbers: frozenset[str]
    """Plain decimals as printed."""
    periods: tuple[Period, ...]
    """The periods in the passages and their headings."""
    context: tuple[Period, ...] = ()
    """The publication dates of their sources, and the periods that these cover."""

    def has_number(self, number: Decimal, power: int = 0) -> bool:
        """Whether the number times ten to the `power` occurs; at power 0, with the same number of decimals."""
        if power:
            return number * Decimal(10) ** power in map(Decimal, self.numbers)
        return str(number) in self.numbers or any(str(number) == period.text for period in self.periods)

    def has_period(self, period: Period, *, in_context: bool = True) -> bool:
        """Whether the period occurs, at least as precisely; for an interval, both ends. `in_context` adds `context`."""
        known = (*self.periods, *self.context) if in_context else self.periods
        if any(period.text == other.text for other in known):
            return True
        if period.ends:
            return all(self.has_period(end, in_context=in_context) for end in period.ends)
        if period.precision is Precision.DURATION and period.start:
            return self._has_duration(period, period.start)
        if period.precision in _LITERAL:
            return False
        if period.precision is Precision.YEAR and period.text in self.numbers:
            return True
        return any(period.first <= other.first and other.last <= period.last for other in known)

    def _has_duration(self, period: Period, start: Period) -> bool:
        """Whether what it is counted from is known, as a day of publication at least, and its number occurs."""
        known = (*self.periods, *self.context)
        if any(other.precision is Precision.DURATION and other.last == period.last for other in known):
            return True
        return self.has_period(start) and period.part[:-1] in self.numbers

    def has(self, figure: Quantity) -> bool:
        """Whether a figure of a text occurs. False for a number with leading zeros, a typing mistake.

        A text may say "fell by 5" where the source prints -5.
        """
        if figure.kind is QuantityKind.DATE:
            return self.has_period(parse_period(figure.form))
        if re.match(r"-?0\d", figure.form):
            return False
        return self.has_size(Decimal(figure.form)) or self.has_number(Decimal(figure.form))

    def has_size(self, number: Decimal) -> bool:
        """Whether the number occurs, whatever its decimals, or is as large as a negative one that does."""
        known = frozenset(map(Decimal, self.numbers))
        return number in known or (number > 0 and -number in known)


def evidence_of(passage: Passage, source: Source) -> Evidence:
    """The evidence of one passage of the source, with the headings above it."""
    above = quantities_in(passage.section, source.language, source.published.last)
    numbers = [*passage.numbers, *passage.soft, *(f.form for f in above if f.kind is QuantityKind.NUMBER)]
    dates = [*passage.dates, *passage.relative, *(f.form for f in above if f.kind is QuantityKind.DATE)]
    power = _scale_of_table(passage.section, source.language)
    if power:
        numbers += [f"{(Decimal(number) * Decimal(10) ** power).normalize():f}" for number in passage.numbers]
    context = (source.published, *([source.covers] if source.covers else []))
    return Evidence(frozenset(numbers), tuple(map(parse_period, dates)), context)


def evidence_of_document(document: Document | Source) -> Evidence:
    """The evidence of a document that was not read: the figures of its title and number, and its day of publication."""
    day = document.published.last if document.published else date.min
    figures = [f for code in LANGUAGES for f in quantities_in(document.title[code], code, day)]
    numbers = [figure.form for figure in figures if figure.kind is QuantityKind.NUMBER]
    dates = [parse_period(figure.form) for figure in figures if figure.kind is QuantityKind.DATE]
    published = [document.published] if document.published else []
    number = document.reference if isinstance(document, Source) else document.number
    return Evidence(frozenset([*numbers, *re.findall(r"\d+", number or "")]), (*published, *dates))


def joined(parts: Iterable[Evidence]) -> Evidence:
    """The combined evidence of several passages."""
    parts = list(parts)
    return Evidence(
        frozenset(number for part in parts for number in part.numbers),
        tuple(period for part in parts for period in part.periods),
        tuple(period for part in parts for period in part.context),
    )


def _scale_of_table(heading: str, code: str) -> int:
    """The power of ten in a heading such as `Revenue (x € 1 mln.)`, here 6; 0 if it has no scale."""
    scales, thousands = SCALES[code], re.escape(language(code).numbers.thousands)
    found = re.search(rf"\bx (?:€ ?)?1 ?(?P<scale>{'|'.join(scales)})\b|\bx (?:€ ?)?1{thousands}000\b", heading)
    return 0 if not found else scales[found["scale"]] if found["scale"] else 3
