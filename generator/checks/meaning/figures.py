"""What a record says of a figure, against what its passages say of it: unit, hedge, and whether it rose or fell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from generator.archive import Archive, Entry, source_of
from generator.checks.claims import Claim
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Rule
from generator.model import Basis, Bilingual, Citation, Indicator, Observation, Passage, Qualifier, Tension
from generator.text import COUNTED, LANGUAGES, SCALES, Figure, figures_in

HEDGES: Mapping[Qualifier | None, frozenset[str]] = {
    Qualifier.ABOUT: frozenset({"about", "under", ""}),
    Qualifier.MORE_THAN: frozenset({"over"}),
    Qualifier.LESS_THAN: frozenset({"under", "at-most"}),
    Qualifier.AT_LEAST: frozenset({"at-least"}),
}
"""The hedges of a passage that a qualifier may stand for."""
_UP_TO = "at-most"
"""`Up to 150` is a limit in one sentence and no hedge in another."""
_PAIR = 2
"""`The two` is no figure of which a hedge could be left out."""
_HOW_OFTEN = "times"
"""What any thing may be counted in: `twelve times` of twelve checks."""
_ADDED = frozenset({"days", "people", _HOW_OFTEN, *COUNTED})
"""Units that a text may add to what its passage counts."""


@dataclass(frozen=True)
class FiguresSaid:
    """Compares records of one archive with what is said of figures in their passages."""

    archive: Archive

    def of_claim(self, claim: Claim) -> Iterator[Diagnostic]:
        """What a text of a record says of a figure, and its passages do not."""
        passages = self._passages(claim.cites)
        if not passages or not isinstance(claim.value, Bilingual):
            return
        has_units = any(passage.figures for passage in passages)
        for code in LANGUAGES:
            figures = figures_in(claim.value[code], code, self._read_on(claim.cites))
            for figure in figures:
                same = same_size(abs(Decimal(figure.number)), passages)
                again = {one.hedge for one in figures if one.number == figure.number}
                for what, hint, rule in _unlike(figure, same, again, has_units) if same else ():
                    if rule is not Rule.DIRECTION_OF_PASSAGE or not isinstance(claim.record, Tension):
                        whole = f"{claim.part} of {claim.name} has {what} in {code!r}"
                        yield Diagnostic(claim.place(code), whole, hint, rule=rule)

    def of_value(self, entry: Entry) -> Iterator[Finding]:
        """What an observation says of its value, and its passages do not."""
        passages = self._passages(entry.cites)
        if passages and isinstance(entry.record, Observation):
            yield from (Finding(entry.name, found) for found in self._of_value(entry, entry.record, passages))

    def _passages(self, cites: tuple[Citation, ...]) -> list[Passage]:
        """The passages cited; none if one of them is not known."""
        passages = [self.archive.passages.get(c.source, {}).get(c.passage) for c in cites]
        return [passage for passage in passages if passage] if all(passages) else []

    def _read_on(self, cites: tuple[Citation, ...]) -> date:
        sources = [source_of(self.archive, citation) for citation in cites]
        return max(source.published.last for source in sources if source)

    def _of_value(self, entry: Entry, record: Observation, passages: list[Passage]) -> Iterator[Diagnostic]:
        indicator = entry.parent
        if record.basis is not Basis.STATED or not isinstance(indicator, Indicator):
            return
        unit, power = unit_of(self.archive, indicator.unit)
        same = same_size(abs(record.value * Decimal(10) ** power), passages)
        hedges, units = {figure.hedge for figure in same}, {figure.unit for figure in same}
        if same and all(units) and is_another(unit, units):
            what = f"{entry.name} is in {unit}, and its passages give {record.value} in {_listed(units)}"
            yield Diagnostic(
                record.place("value"), what, "Read the passage: what is counted?", rule=Rule.UNIT_OF_PASSAGE
            )
        allowed = HEDGES.get(record.qualifier, frozenset({""}))
        if same and not hedges & allowed:
            said = f"`{record.qualifier.value}`" if record.qualifier else "no qualifier"
            what = f"{entry.name} has {said}, and its passages say {_listed(hedges) or 'nothing'} of {record.value}"
            place = record.place("qualifier" if record.qualifier else "value")
            yield Diagnostic(place, what, "Keep the hedge of the source.", rule=Rule.HEDGE_OF_PASSAGE)


def same_size(size: Decimal, passages: list[Passage]) -> list[Figure]:
    """The figures of the passages that are as large, whatever their sign."""
    return [one for passage in passages for one in passage.said if abs(Decimal(one.number)) == size]


def _unlike(figure: Figure, same: list[Figure], again: set[str], has_units: bool) -> Iterator[tuple[str, str, Rule]]:
    units, hedges, moves = ({getattr(one, name) for one in same} for name in ("unit", "hedge", "direction"))
    if is_another(figure.unit, units) and (all(units) or (has_units and figure.unit not in _ADDED)):
        what = f"{figure.number} as {figure.unit}, and its passages as {_listed(units) or 'no unit of measure'}"
        yield what, "Read the passage: what is counted?", Rule.UNIT_OF_PASSAGE
    is_a_pair = abs(Decimal(figure.number)) == _PAIR and not figure.unit
    if not is_a_pair and not any(_is_hedged_so(hedge, hedges) for hedge in again):
        what = f"{figure.number} with {figure.hedge or 'no hedge'}, and its passages with {_listed(hedges) or 'none'}"
        yield what, "Keep the hedge of the source.", Rule.HEDGE_OF_PASSAGE
    if figure.direction and "" not in moves and figure.direction not in moves:
        what = f"{figure.number} as what {figure.direction}, and its passages as what {_listed(moves)}"
        yield what, "Read the passage: did it rise or fall?", Rule.DIRECTION_OF_PASSAGE


def is_another(unit: str, units: set[str]) -> bool:
    """Whether a unit is none of those that passages give; how often something was is said of any thing."""
    is_how_often = (unit in COUNTED and _HOW_OFTEN in units) or (unit == _HOW_OFTEN and not units.isdisjoint(COUNTED))
    return bool(unit) and unit not in units and not is_how_often


def _is_hedged_so(hedge: str, hedges: set[str]) -> bool:
    return hedge in hedges or (hedge in ("", _UP_TO) and not hedges.isdisjoint(("", _UP_TO)))


def _listed(words: set[str]) -> str:
    return " or ".join(sorted(filter(None, words)))


def unit_of(archive: Archive, id: str) -> tuple[str, int]:
    """The name of the unit of an indicator, as figures have it, and the power of ten of its scale."""
    code = LANGUAGES[0]
    phrase = archive.words[code].get("units", {}).get(id, {})
    return _read(str(phrase.get("other", "")) if isinstance(phrase, dict) else "", code), next(
        (power for scales in SCALES.values() for scale, power in scales.items() if id.startswith(f"{scale}-")), 0
    )


@cache
def _read(phrase: str, code: str) -> str:
    found = figures_in(f"12{phrase}", code, date(2000, 1, 1))
    return found[0].unit if found else ""
