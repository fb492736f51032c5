"""Figures of titles, summaries and contradictions, and hedges of values, held against the texts of passages."""

from collections.abc import Iterator
from decimal import Decimal

from generator.archive import Archive, Entry, source_of
from generator.checks.claims import Claim
from generator.checks.meaning.figures import HEDGES, is_another, unit_of
from generator.checks.reading.support import Read
from generator.diagnostics import Diagnostic, Rule
from generator.model import Basis, Bilingual, Citation, Indicator, Observation, Tension
from generator.text import COUNTED, LANGUAGES, Figure, figures_in

_COMPARED = ("text", "note", "definition")
"""The parts of records of which only `check` compares the figures; of others it does so too, by the index."""
_LIMITS = frozenset({"", "at-most"})
"""`Up to 150` is a limit in one sentence and no hedge in another."""


def unlike_figures(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each figure of a title, summary or contradiction with a unit or hedge that no passage gives it."""
    is_compared = claim.part in _COMPARED and not isinstance(claim.record, Tension)
    if (
        is_compared
        or not isinstance(claim.value, Bilingual)
        or not claim.cites
        or not all(c in texts for c in claim.cites)
    ):
        return
    said = [figure for c in claim.cites for figure in figures_of(archive, texts, c)]
    published = max(source.published.last for c in claim.cites if (source := source_of(archive, c)))
    for code in LANGUAGES:
        for figure in figures_in(claim.value[code], code, published):
            same = [one for one in said if abs(Decimal(one.number)) == abs(Decimal(figure.number))]
            for what, rule in _unlike(figure, same):
                hint = "Read the passage: what does it say of the figure?"
                yield Diagnostic(
                    claim.place(code), f"{claim.part} of {claim.name} has {what} in {code!r}", hint, rule=rule
                )


def unlike_value(archive: Archive, texts: Read, entry: Entry) -> Iterator[Diagnostic]:
    """A problem if the passages give the value of an observation another hedge than it has, or never in its unit."""
    record, indicator = entry.record, entry.parent
    if not isinstance(record, Observation) or not isinstance(indicator, Indicator) or record.basis is not Basis.STATED:
        return
    if not all(c in texts for c in record.cites):
        return
    unit, power = unit_of(archive, indicator.unit)
    size = abs(record.value) * Decimal(10) ** power
    said = [figure for c in record.cites for figure in figures_of(archive, texts, c)]
    same = [figure for figure in said if abs(Decimal(figure.number)) == size]
    hedges, units = {figure.hedge for figure in same}, {figure.unit for figure in same}
    if record.qualifier and same and not hedges & HEDGES[record.qualifier]:
        given = " or ".join(sorted(filter(None, hedges))) or "nothing"
        what = f"{entry.name} has `{record.qualifier.value}`, and its passages say {given} of {record.value}"
        yield Diagnostic(record.place("qualifier"), what, "Keep the hedge of the source.", rule=Rule.FIGURE_NOT_READ)
    is_measured = unit and unit not in COUNTED
    if is_measured and same and unit not in units and any(figure.unit == unit for figure in said):
        what = f"{entry.name} is in {unit}, and its passages give other figures in {unit}, not {record.value}"
        yield Diagnostic(record.place("value"), what, "Read the passage: what is counted?", rule=Rule.FIGURE_NOT_READ)


def figures_of(archive: Archive, texts: Read, citation: Citation) -> tuple[Figure, ...]:
    """The figures of a passage."""
    source = archive.sources[citation.source]
    return figures_in(texts[citation], archive.indexes[citation.source].language, source.published.last)


def _unlike(figure: Figure, same: list[Figure]) -> Iterator[tuple[str, Rule]]:
    units, hedges = {one.unit for one in same}, {one.hedge for one in same}
    if same and is_another(figure.unit, units) and all(units):
        yield (
            f"{figure.number} as {figure.unit}, and its passages as {' or '.join(sorted(units))}",
            Rule.FIGURE_NOT_READ,
        )
    if same and figure.hedge not in hedges and not (figure.hedge in _LIMITS and hedges & _LIMITS):
        given = " or ".join(sorted(filter(None, hedges))) or "none"
        yield f"{figure.number} with {figure.hedge or 'no hedge'}, and its passages with {given}", Rule.FIGURE_NOT_READ
