"""What is said of the numbers of a text beside their size: unit, hedge, and whether something rose or fell.

The words for each are in the file of the language; the names of units and hedges are the same in all of them.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise

from generator.text.language import LANGUAGES, language, shared
from generator.text.quantities import Quantity, QuantityKind, flat, joined_ranges, quantities_in

ROSE, FELL = "rose", "fell"
COUNTED = frozenset(language(LANGUAGES[0]).figures.counted)
"""The names of things that are counted, which figures have like units of measure."""
_BEFORE = 48
"""Characters before a number among which its hedge and its currency are."""
_AFTER = 48
"""Characters after a number among which its unit is."""
_AROUND = 120
"""Characters between a number and the word that says how it moved, at most."""
_NUMBER = re.compile(r"-?\d[\d.]*")
_SENTENCE_END = re.compile(r"[.!?;](?= )")
_RANGE = re.compile(r" ?[-–/] ?| \w{1,3} ")
"""What stands between the two ends of a range, which have one unit."""


@dataclass(frozen=True)
class Figure:
    """A number of a text, with what is said of it there."""

    number: str
    """The normal form of a quantity, with its sign."""
    unit: str = ""
    """The name of its unit of measure, such as `EUR` or `kg`, or of what it counts; empty if it has none known."""
    hedge: str = ""
    """`about`, `over`, `under`, `at-least` or `at-most`; empty if it is said without."""
    direction: str = ""
    """`rose` or `fell`, by the nearest word of its sentence that says so; empty if there is none."""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.hedge, self.number, self.unit, self.direction)))

    @classmethod
    def parsed(cls, text: str) -> "Figure":
        """Return the figure that is written so, as in `over 28000 kg rose`; without a number if there is none."""
        words = text.split()
        at = next((i for i, word in enumerate(words) if _NUMBER.fullmatch(word)), len(words))
        number, after = "".join(words[at : at + 1]), words[at + 1 :]
        direction = after.pop() if after and after[-1] in (ROSE, FELL) else ""
        return cls(number, " ".join(after), " ".join(words[:at]), direction)


@dataclass(frozen=True)
class _Move:
    """A word that says that something rose or is more, or that it fell or is less."""

    start: int
    end: int
    direction: str


@lru_cache(maxsize=4096)
def figures_in(text: str, code: str, published: date) -> tuple[Figure, ...]:
    """Return the numbers of a text in its order, each as often as it occurs, without those that are never a claim.

    `code` is the code of its language; relative dates refer to `published`.
    """
    line = flat(text)
    found = quantities_in(text, code, published)
    numbers = [number for number in found if number.kind is QuantityKind.NUMBER and not number.is_soft]
    units = _units(line, numbers, code)
    moves, ends = _moves(line, code), [end.start() for end in _SENTENCE_END.finditer(line)]
    return tuple(
        Figure(number.form, unit, _hedge(line, number, code), _direction(number, moves, ends))
        for number, unit in zip(numbers, units, strict=True)
    )


def moves_in(text: str, code: str) -> tuple[int, int]:
    """Return how many words of a text say that something rose or is more, and how many that it fell or is less."""
    directions = [move.direction for move in _moves(flat(text), code)]
    return directions.count(ROSE), directions.count(FELL)


def _units(text: str, numbers: Sequence[Quantity], code: str) -> list[str]:
    """The unit of each number; the two ends of a range have one, and a currency stands before the first of them."""
    units = [_unit(text, number, code) for number in numbers]
    gaps = [(before.end, after.start) for before, after in pairwise(numbers)]
    for i, (start, end) in reversed(list(enumerate(gaps))):
        if not units[i] and _RANGE.fullmatch(text, start, end):
            units[i] = units[i + 1]
    joined, currencies = joined_ranges(text), language(code).figures.currencies
    for i, (start, end) in enumerate(gaps):
        if not units[i + 1] and units[i] in currencies and _money_range().fullmatch(joined, start, end):
            units[i + 1] = units[i]
    return units


def _unit(text: str, number: Quantity, code: str) -> str:
    """The unit behind a number, or attached to its digits; or else the currency before it."""
    digits = [found.start() for found in re.finditer(r"\d", text[number.start : number.end])]
    first, last = (number.start + digits[0], number.start + digits[-1] + 1) if digits else (number.start, number.end)
    for end in (number.end, *([last] if text[last : last + 1] != " " else [])):
        if unit := _longest(_behind(code), text[end : end + _AFTER]):
            return unit
    starts = (first, number.start)
    return next(filter(None, (_longest(_before(code), text[max(0, at - _BEFORE) : at]) for at in starts)), "")


def _hedge(text: str, number: Quantity, code: str) -> str:
    return _longest(_hedges(code), text[max(0, number.start - _BEFORE) : number.start])


def _longest(patterns: Mapping[str, re.Pattern[str]], text: str) -> str:
    """The name of the pattern with the longest match in the text; empty if none has one."""
    found = [(len(match[0]), name) for name, pattern in patterns.items() if (match := pattern.search(text))]
    return max(found)[1] if found else ""


def _direction(number: Quantity, moves: list[_Move], ends: list[int]) -> str:
    first = max((end for end in ends if end < number.start), default=0)
    last = min((end for end in ends if end >= number.end - 1), default=number.end + _AROUND)
    near = (
        (max(move.start - number.end, number.start - move.end), move.direction)
        for move in moves
        if first <= move.start <= last
    )
    distance, direction = min(near, default=(_AROUND, ""))
    return direction if distance < _AROUND else ""


def _moves(text: str, code: str) -> list[_Move]:
    return [_Move(*found.span(), ROSE if found["rose"] else FELL) for found in _moving(code).finditer(text)]


@cache
def _moving(code: str) -> re.Pattern[str]:
    words = language(code).figures
    rose, fell = ("|".join(patterns) for patterns in (words.rose, words.fell))
    return re.compile(rf"(?<!\w)(?:(?P<rose>{rose})|(?:{fell}))(?!\w)", re.IGNORECASE)


@cache
def _money_range() -> re.Pattern[str]:
    return re.compile(shared().range)


@cache
def _behind(code: str) -> dict[str, re.Pattern[str]]:
    words = language(code).figures
    things = {name: rf"(?:(?:{words.between}) )?(?:{pattern})" for name, pattern in words.counted.items()}
    return {
        name: re.compile(rf"\A[ -]?(?:{pattern})(?!\w)", re.IGNORECASE)
        for name, pattern in (*words.units.items(), *things.items())
    }


@cache
def _before(code: str) -> dict[str, re.Pattern[str]]:
    currencies = language(code).figures.currencies
    scaled = f"(?:{'|'.join(shared().money)})?"
    return {name: re.compile(rf"(?<!\w){scaled}(?:{pattern}) ?\Z") for name, pattern in currencies.items()}


@cache
def _hedges(code: str) -> dict[str, re.Pattern[str]]:
    hedges = language(code).figures.hedges
    return {
        name: re.compile(rf"(?<!\w)(?:{pattern})(?: (?:EUR|€))?[ (€-]{{0,3}}\Z", re.IGNORECASE)
        for name, pattern in hedges.items()
    }
