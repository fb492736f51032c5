"""Which numbers of a text may be a value of a known indicator: by unit, by scale, and by size beside what is known."""

from datetime import date
from decimal import Decimal

from generator.archive import Archive
from generator.documents.search import stems_in
from generator.model import Indicator
from generator.text import COUNTED, Figure, figures_in

_TIMES = 5
"""A value is at most so many times the last known one, and at least that part of it."""


def values_in(
    archive: Archive, indicator: Indicator, text: str, code: str, published: date, *, is_counted: bool
) -> dict[str, str]:
    """The numbers of a text that may be a value of the indicator, with that value in its unit; each once, in order.

    A unit of measure must be said; where `is_counted`, so must the word for what is counted, such as trainings.
    """
    phrase = str(archive.words[code]["units"][indicator.unit]["other"])
    (unit,) = figures_in(f"2{phrase}", code, published)[:1]
    power = len(unit.number) - 1
    measures = {unit.unit} if unit.unit and unit.unit not in COUNTED else {"", *COUNTED}
    counted = stems_in(phrase.split()[-1], code) if "" in measures and phrase.split() else frozenset()
    said = stems_in(text, code)
    if is_counted and not all(any(word.endswith(noun) for word in said) for noun in counted):
        return {}
    values = [observation.value for observation in indicator.observations]
    known = values if indicator.breakdown else values[-1:]
    figures = (figure for figure in figures_in(text, code, published) if figure.unit in measures)
    scaled = ((figure.number, _scaled(figure, power)) for figure in figures)
    return {number: f"{value:f}" for number, value in scaled if any(_is_near(value, one) for one in known)}


def _scaled(figure: Figure, power: int) -> Decimal:
    value = Decimal(figure.number)
    return value.scaleb(-power).normalize() if power else value


def _is_near(value: Decimal, known: Decimal) -> bool:
    """Whether a value may come after the known one."""
    if not known or not value:
        return value == known
    return (value > 0) is (known > 0) and 1 <= max(abs(value / known), abs(known / value)) <= _TIMES
