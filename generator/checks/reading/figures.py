"""What is said of a figure in texts that `check` does not compare, and hedges of values, held against the passages."""

from collections.abc import Iterator, Mapping

from generator.archive import Archive, source_of
from generator.checks.claims import Claim
from generator.checks.reading.support import Read
from generator.diagnostics import Diagnostic, Rule
from generator.model import Bilingual, Qualifier, Tension
from generator.text import LANGUAGES, Figure, figures_in

_COMPARED = ("text", "note")
"""The parts of records, other than contradictions, of which `check` compares the figures."""
_LIMITS = frozenset({"", "at-most"})
"""`Up to 150` is a limit in one sentence and no hedge in another."""
_HEDGES: Mapping[Qualifier, frozenset[str]] = {
    Qualifier.ABOUT: frozenset({"about", "under", ""}),
    Qualifier.MORE_THAN: frozenset({"over"}),
    Qualifier.LESS_THAN: frozenset({"under", "at-most"}),
    Qualifier.AT_LEAST: frozenset({"at-least"}),
}
"""What a passage says of a value with each qualifier."""


def unlike_figures(archive: Archive, texts: Read, claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each figure of a title, summary or contradiction with a unit or hedge that no passage gives it."""
    is_compared = claim.part in _COMPARED and not isinstance(claim.record, Tension)
    if is_compared or not isinstance(claim.value, Bilingual) or not claim.cites or not all(c in texts for c in claim.cites):
        return
    said = [figure for c in claim.cites for figure in figures_in(texts[c], archive.indexes[c.source].language, archive.sources[c.source].published.last)]
    published = max(source.published.last for c in claim.cites if (source := source_of(archive, c)))
    for code in LANGUAGES:
        for figure in figures_in(claim.value[code], code, published):
            same = [one for one in said if one.number.lstrip("-") == figure.number.lstrip("-")]
            for what, rule in _unlike(figure, same):
                hint = "Read the passage: what does it say of the figure?"
                yield Diagnostic(claim.place(code), f"{claim.part} of {claim.name} has {what} in {code!r}", hint, rule=rule)


def _unlike(figure: Figure, same: list[Figure]) -> Iterator[tuple[str, Rule]]:
    units, hedges = {one.unit for one in same}, {one.hedge for one in same}
    if same and figure.unit and figure.unit not in units and all(units):
        yield f"{figure.number} as {figure.unit}, and its passages as {' or '.join(sorted(units))}", Rule.UNIT_OF_PASSAGE
    if same and figure.hedge not in hedges and not (figure.hedge in _LIMITS and hedges & _LIMITS):
        given = " or ".join(sorted(filter(None, hedges))) or "none"
        yield f"{figure.number} with {figure.hedge or 'no hedge'}, and its passages with {given}", Rule.HEDGE_OF_PASSAGE
