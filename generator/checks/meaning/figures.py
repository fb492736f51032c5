"""What a record says of a figure, against what its passages say of it: unit, hedge, and whether it rose or fell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from generator.archive import Archive, Entry, source_of
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Rule
from generator.model import Basis, Bilingual, Citation, Indicator, Observation, Passage, Qualifier, Tension
from generator.text import LANGUAGES, SCALES, Figure, figures_in

_HEDGES: Mapping[Qualifier | None, frozenset[str]] = {
    Qualifier.ABOUT: frozenset({"about", "under", "over"}),
    Qualifier.MORE_THAN: frozenset({"over"}),
    Qualifier.LESS_THAN: frozenset({"under", "at-most"}),
    Qualifier.AT_LEAST: frozenset({"at-least", "over"}),
}
"""The hedges of a passage that a qualifier may stand for."""
_UP_TO = "at-most"
"""`Up to 150` is a limit in one sentence and no hedge in another."""
_TEXTS = ("text", "note")
"""The fields of records whose figures are held against passages."""
_COUNTED = frozenset({"days", "people", "times"})
"""Units that a text may add to what its passage counts."""


@dataclass(frozen=True)
class FiguresSaid:
    """Compares records of one archive with what is said of figures in their passages."""

    archive: Archive

    def findings(self, entry: Entry) -> Iterator[Finding]:
        """What the record says of a figure, and its passages do not; nothing of a tension, which has two sides."""
        passages = [self.archive.passages.get(c.source, {}).get(c.passage) for c in entry.cites]
        known = [passage for passage in passages if passage]
        if isinstance(entry.record, Tension) or len(known) < len(passages):
            return
        if isinstance(entry.record, Observation):
            yield from (Finding(entry.name, found) for found in self._of_value(entry, entry.record, known))
        texts: list[tuple[str, Bilingual | None]] = [(part, getattr(entry.record, part, None)) for part in _TEXTS]
        for part, text in texts:
            for code in LANGUAGES if text else ():
                for what, hint, rule in self._of_text(text[code] if text else "", code, entry, known):
                    whole = f"{part} of {entry.name} has {what} in {code!r}"
                    yield Finding(entry.name, Diagnostic(entry.record.place(part, code), whole, hint, rule=rule))

    def _of_text(self, text: str, code: str, entry: Entry, passages: list[Passage]) -> Iterator[tuple[str, str, Rule]]:
        has_units = any(passage.figures for passage in passages)
        for figure in figures_in(text, code, self._read_on(entry)):
            if same := _same(figure, passages):
                yield from _unlike(figure, same, has_units)

    def _read_on(self, entry: Entry) -> date:
        sources = [source_of(self.archive, citation) for citation in entry.cites]
        return max(source.published.last for source in sources if source)

    def _is_outside(self, citation: Citation) -> bool:
        return citation.source in self.archive.sources and self.archive.sources[citation.source].is_outside

    def _of_value(self, entry: Entry, record: Observation, passages: list[Passage]) -> Iterator[Diagnostic]:
        indicator = entry.parent
        if record.basis is not Basis.STATED or not isinstance(indicator, Indicator):
            return
        unit, power = unit_of(self.archive, indicator.unit)
        same = _same(Figure(str(record.value * Decimal(10) ** power)), passages)
        hedges, units = {figure.hedge for figure in same}, {figure.unit for figure in same}
        if same and unit and all(units) and unit not in units:
            what = f"{entry.name} is in {unit}, and its passages give {record.value} in {_listed(units)}"
            yield Diagnostic(
                record.place("value"), what, "Read the passage: what is counted?", rule=Rule.UNIT_OF_PASSAGE
            )
        allowed = _HEDGES.get(record.qualifier, frozenset({""}))
        is_rounded = record.qualifier is Qualifier.ABOUT or any(map(self._is_outside, record.cites))
        if same and not hedges & allowed and not (is_rounded and hedges & {"", "about"}):
            said = f"`{record.qualifier.value}`" if record.qualifier else "no qualifier"
            what = f"{entry.name} has {said}, and its passages say {_listed(hedges) or 'nothing'} of {record.value}"
            place = record.place("qualifier" if record.qualifier else "value")
            yield Diagnostic(place, what, "Keep the hedge of the source.", rule=Rule.HEDGE_OF_PASSAGE)


def _same(figure: Figure, passages: list[Passage]) -> list[Figure]:
    """The figures of the passages that are as large, whatever their sign."""
    size = abs(Decimal(figure.number))
    return [one for passage in passages for one in passage.said if abs(Decimal(one.number)) == size]


def _unlike(figure: Figure, same: list[Figure], has_units: bool) -> Iterator[tuple[str, str, Rule]]:
    units, hedges, moves = ({getattr(one, name) for one in same} for name in ("unit", "hedge", "direction"))
    if figure.unit and figure.unit not in units and (all(units) or (has_units and figure.unit not in _COUNTED)):
        what = f"{figure.number} as {figure.unit}, and its passages as {_listed(units) or 'no unit of measure'}"
        yield what, "Read the passage: what is counted?", Rule.UNIT_OF_PASSAGE
    if not hedges & ({figure.hedge, _UP_TO} if figure.hedge in ("", _UP_TO) else {figure.hedge}) and not (
        figure.hedge == _UP_TO and "" in hedges
    ):
        what = f"{figure.number} with {figure.hedge or 'no hedge'}, and its passages with {_listed(hedges) or 'none'}"
        yield what, "Keep the hedge of the source.", Rule.HEDGE_OF_PASSAGE
    if figure.direction and "" not in moves and figure.direction not in moves:
        what = f"{figure.number} as what {figure.direction}, and its passages as what {_listed(moves)}"
        yield what, "Read the passage: did it rise or fall?", Rule.DIRECTION_OF_PASSAGE


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
