"""Which numbers of a text may be a value of a known indicator: by unit, by scale, and by size beside the last one."""

from datetime import date
from decimal import Decimal

from generator.archive import Archive
from generator.documents.search import stems_in
from generator.model import Indicator
from generator.text import Figure, figures_in

_TIMES = 5
"""A value is at most so many times the last known one, and at least that part of it."""


def values_in(archive: Archive, indicator: Indicator, text: str, code: str, published: date) -> dict[str, str]:
    """The numbers of a text that may be a value of the indicator, with that value in its unit; each once, in order.

    A unit of measure must be said; for what is counted, such as trainings, the word for it must be in the text.
    """
    phrase = str(archive.words[code]["units"][indicator.unit]["other"])
    (unit,) = figures_in(f"2{phrase}", code, published)[:1]
    power = len(unit.number) - 1
    counted = stems_in(phrase.split()[-1], code) if not unit.unit and phrase.split() else frozenset()
    if not counted <= stems_in(text, code):
        return {}
    known = indicator.observations[-1].value
    figures = (figure for figure in figures_in(text, code, published) if figure.unit == unit.unit)
    values = ((figure.number, _scaled(figure, power)) for figure in figures)
    return {number: f"{value:f}" for number, value in values if _is_near(value, known)}


def _scaled(figure: Figure, power: int) -> Decimal:
    value = Decimal(figure.number)
    return value.scaleb(-power).normalize() if power else value


def _is_near(value: Decimal, known: Decimal) -> bool:
    """Whether a value may come after the known one."""
    if not known or not value:
        return value == known
    return (value > 0) is (known > 0) and 1 <= max(abs(value / known), abs(known / value)) <= _TIMES
