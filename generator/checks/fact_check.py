"""Checks every claim against the passages that it cites: rule 2, no figure without evidence.

Only `data/passages/` is needed, not the documents. A source that is not held proves only that it exists, by its title,
number and day. Claims that cite an unknown passage, which is reported by another rule, are not checked.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from generator.archive import Archive, source_of
from generator.checks.claims import Claim, claims_in, in_claims, texts_in
from generator.checks.evidence import Evidence, evidence_of, evidence_of_document, joined
from generator.checks.registry import Finder, enforces_by_record
from generator.diagnostics import Diagnostic, Miswritten, Rule
from generator.model import (
    Bilingual,
    Citation,
    Indicator,
    Passage,
    Period,
    is_registered,
    numbers_of,
    result_of,
    rounded_like,
)
from generator.text import LANGUAGES, Quantity, QuantityKind, quantities_in, without_parts

_MAX_FIGURES = 10
_MAX_CITATIONS = 3
_UNREAD = (
    "A document that was not read proves only that it exists, by its title, number and date. Ingest what there is of "
    "it, cite a passage that has the figure, or remove it."
)
_PER_CENT = re.compile(r"[*/] ?100\b|\b100 ?\*")
"""The hundred of a percentage, which need not occur in a passage."""


@enforces_by_record(Rule.FIGURE_WITHOUT_EVIDENCE, Rule.EXISTENCE_ONLY, Rule.TIMELESS, Rule.THOUSANDS, Rule.FORMULA)
def figures_stand_in_passages(archive: Archive) -> Finder:
    """Rule 2: every number and date occurs in a passage that its record cites, or is computed from numbers that do."""
    checker = FactChecker(archive)
    return in_claims(claims_in, checker.missing)


@enforces_by_record(Rule.LANGUAGES_DIFFER)
def languages_agree(archive: Archive) -> Finder:
    """Both languages of a text have the same figures, each as often."""
    checker = FactChecker(archive)
    return in_claims(texts_in, checker.disagreements)


@dataclass(frozen=True)
class FactChecker:
    """Checks claims against the passages of an archive. Its only state is a cache."""

    archive: Archive
    _known: dict[Citation, Evidence] = field(default_factory=dict, repr=False)

    def missing(self, claim: Claim) -> Iterator[Diagnostic]:
        """A problem for each figure of the claim that does not occur in the passages it cites."""
        if not all(map(self._is_known, claim.cites)):
            return
        evidence = self.evidence(claim.cites)
        if claim.formula_of is not None:
            yield from self._missing_in_formula(claim)
        elif isinstance(claim.value, Period | Decimal):
            if not _has_value(evidence, claim):
                yield self._problem(claim, repr(str(claim.value)), lambda other: _has_value(other, claim))
        else:
            for language, text in _texts(claim.value):
                for figure in self._missing_in_text(claim, text, language, evidence):
                    written, path = _written(text, figure), _path(claim.value, language)
                    yield self._problem(claim, written, _has_figure(figure), *path)

    def disagreements(self, claim: Claim) -> Iterator[Diagnostic]:
        """A problem for each figure in only one language, unless `missing` reports it already."""
        if not isinstance(claim.value, Bilingual):
            return
        texts = dict(_texts(claim.value))
        figures = {language: self._figures(claim, text, language) for language, text in texts.items()}
        evidence = self.evidence(claim.cites) if all(map(self._is_known, claim.cites)) else None
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            left = Counter(map(_comparable, figures[other]))
            for figure in figures[language]:
                is_reported_already = claim.cites and evidence and not evidence.has(figure)
                left[_comparable(figure)] -= 1
                if left[_comparable(figure)] < 0 and not is_reported_already:
                    what = f"{_written(texts[language], figure)} of {claim.name} is in {language!r}, not in {other!r}"
                    place = claim.place(language)
                    hint = f"Both languages must have the same figures: write it in {other!r} too, or remove it here."
                    yield Diagnostic(place, what, hint, rule=Rule.LANGUAGES_DIFFER)

    def numbers(self, claim: Claim) -> frozenset[Decimal]:
        """Every number in the claim, multiplied by its scale; number words such as `one` included."""
        if isinstance(claim.value, Decimal):
            return frozenset({claim.value * Decimal(10) ** claim.power})
        if claim.formula_of is not None:
            return frozenset({*numbers_of(str(claim.value)), claim.formula_of})
        found: list[Quantity] = []
        if isinstance(claim.value, Bilingual | str):
            for language, text in _texts(claim.value):
                found += quantities_in(text, language, self._reference_date(claim))
        return frozenset(Decimal(figure.form) for figure in found if figure.kind is QuantityKind.NUMBER)

    def count(self, claim: Claim) -> int:
        """How many figures of the claim are checked, in both languages together."""
        if claim.formula_of is not None:
            return len(numbers_of(str(claim.value)))
        if isinstance(claim.value, Bilingual | str):
            return sum(len(self._figures(claim, text, language)) for language, text in _texts(claim.value))
        return 1

    def evidence(self, cites: tuple[Citation, ...]) -> Evidence:
        """The combined evidence of the cited passages, and the values computed from them.

        Raises KeyError if one of the passages does not exist.
        """
        parts = [self._of_one(citation) for citation in dict.fromkeys(cites)]
        computed = frozenset(value for needed, value in self._computed if needed.issubset(cites))
        return joined([*parts, Evidence(computed, ())])

    def _of_one(self, citation: Citation) -> Evidence:
        passage = self._passage(citation)
        if citation not in self._known and is_registered(citation):
            self._known[citation] = evidence_of_document(self.archive.references[citation.passage])
        elif citation not in self._known and passage:
            self._known[citation] = evidence_of(passage, self.archive.sources[citation.source])
        elif citation not in self._known and self._is_unread(citation):
            self._known[citation] = evidence_of_document(self.archive.sources[citation.source])
        return self._known[citation]

    def _is_known(self, citation: Citation) -> bool:
        if is_registered(citation):
            return citation.passage in self.archive.references
        return self._passage(citation) is not None or self._is_unread(citation)

    def _is_unread(self, citation: Citation) -> bool:
        """Whether the citation leads to a source of which nothing was read."""
        source = self.archive.sources.get(citation.source)
        return source is not None and not source.has_passages and self._passage(citation) is None

    @cached_property
    def _computed(self) -> tuple[tuple[frozenset[Citation], str], ...]:
        """Each value that is computed, with the citations of the numbers that it is computed from."""
        shown = (one for indicator in self.archive.indicators for one in indicator.observations)
        return tuple((frozenset(one.cites), str(one.value)) for one in shown if one.formula)

    def _passage(self, citation: Citation) -> Passage | None:
        known = citation.source in self.archive.sources
        return self.archive.passages.get(citation.source, {}).get(citation.passage) if known else None

    def _missing_in_text(self, claim: Claim, text: str, language: str, evidence: Evidence) -> Iterator[Quantity]:
        return (figure for figure in self._figures(claim, text, language) if not evidence.has(figure))

    def _figures(self, claim: Claim, text: str, language: str) -> list[Quantity]:
        """The figures that need evidence; `the first quarter` of an indicator, which is of each year, needs none."""
        text = without_parts(text, language) if isinstance(claim.record, Indicator) else text
        return [figure for figure in quantities_in(text, language, self._reference_date(claim)) if not figure.is_soft]

    def _reference_date(self, claim: Claim) -> date:
        """The day to which relative dates refer: that of the newest source cited."""
        cited = [source for source in (source_of(self.archive, citation) for citation in claim.cites) if source]
        return max(source.published.last for source in cited) if cited else self._newest

    @cached_property
    def _newest(self) -> date:
        return max((source.published.last for source in self.archive.sources.values()), default=date(2000, 1, 1))

    def _missing_in_formula(self, claim: Claim) -> Iterator[Diagnostic]:
        """Problems with a formula: its numbers must be in the passages, and cannot be computed values themselves."""
        printed = joined(map(self._of_one, claim.cites))
        formula, value = str(claim.value), claim.formula_of or Decimal(0)
        try:
            result = result_of(formula)
            if value not in rounded_like(value, result):
                what = f"{formula!r} is {result.normalize():f}, not {value}"
                yield Diagnostic(claim.place(), what, "Correct the formula or the value.", rule=Rule.FORMULA)
        except Miswritten as error:
            yield Diagnostic(
                claim.place(), f"formula: {error.what}", f"{error.hint[:1].upper()}{error.hint[1:]}.", rule=error.rule
            )
            return
        for number in numbers_of(_PER_CENT.sub("", formula)):
            if not (printed.has_number(number) or printed.has_number(-number)):
                yield self._problem(claim, repr(str(number)), _has_figure(number))

    def _problem(self, claim: Claim, written: str, has: Callable[[Evidence], bool], *path: str) -> Diagnostic:
        """That `written` is not in the cited passages; `has` returns whether other evidence has it."""
        place = claim.place(*path)
        if not claim.cites:
            what = f"{written} is in {claim.part} of {claim.name}, which cites no source"
            hint = "It is shown in every edition: remove the figure or date."
            return Diagnostic(place, what, hint, rule=Rule.TIMELESS)
        what = f"{written} in {claim.part} of {claim.name} is not in "
        what += " or ".join(map(str, dict.fromkeys(claim.cites)))
        if unread := [citation for citation in dict.fromkeys(claim.cites) if self._is_unread(citation)]:
            what += ", which was not read" if len(set(claim.cites)) == 1 else f"; {unread[0].source} was not read"
            return Diagnostic(place, what, _UNREAD, rule=Rule.EXISTENCE_ONLY)
        whole = _without_thousands(claim.value)
        if whole and self.evidence(claim.cites).has_number(whole, claim.power):
            hint = f"Write {whole}, without a thousands separator."
            return Diagnostic(place, what, hint, rule=Rule.THOUSANDS)
        return Diagnostic(place, what, self._hint(claim, has), rule=Rule.FIGURE_WITHOUT_EVIDENCE)

    def _hint(self, claim: Claim, has: Callable[[Evidence], bool]) -> str:
        """A hint: other passages of the cited sources with the figure; for a due date or value, of any source."""
        cited = dict.fromkeys(citation.source for citation in claim.cites)
        found = [citation for source in cited for citation in self._passages_with(source, has)]
        if found:
            return f"Cite the passage in which it occurs: {_listed(found)}."
        kind = {"due": "report", "value": "observation"}.get(claim.part)
        sources = self.archive.sources if kind else ()
        found = [citation for source in sources for citation in self._passages_with(source, has)]
        if not found:
            return self._shown(claim)
        return f"{self._shown(claim)} Restore the old one, and add a new {kind} that cites {_listed(found)}."

    def _passages_with(self, source: str, has: Callable[[Evidence], bool]) -> Iterator[Citation]:
        for id in self.archive.passages.get(source, ()) if source in self.archive.sources else ():
            citation = Citation(source, id)
            if has(replace(self._of_one(citation), context=())):
                yield citation

    def _shown(self, claim: Claim) -> str:
        passages = [passage for passage in map(self._passage, dict.fromkeys(claim.cites)) if passage]
        subject = "That passage has" if len(passages) == 1 else "Those passages have"
        printed = str if isinstance(claim.value, Decimal) else _as_printed
        shown = [f for passage in passages for f in (*map(printed, passage.numbers), *passage.dates)]
        if not shown:
            return f"{subject} no figures: remove it, or cite a passage that has it."
        figures = list(dict.fromkeys(shown))
        more = f" and {len(figures) - _MAX_FIGURES} more" if len(figures) > _MAX_FIGURES else ""
        return f"{subject} {'; '.join(figures[:_MAX_FIGURES])}{more}."


def _has_figure(figure: Quantity | Decimal) -> Callable[[Evidence], bool]:
    """The predicate whether evidence has the figure."""
    if isinstance(figure, Decimal):
        return lambda evidence: evidence.has_number(figure)
    return lambda evidence: evidence.has(figure)


def _listed(citations: Sequence[Citation]) -> str:
    """The first citations, and how many more there are."""
    more = f" and {len(citations) - _MAX_CITATIONS} more" if len(citations) > _MAX_CITATIONS else ""
    return f"{', '.join(map(str, citations[:_MAX_CITATIONS]))}{more}"


def _without_thousands(value: object) -> Decimal | None:
    """The number without its point if it separates thousands, as in `28.000`; None for any other value."""
    written = str(value)
    is_parted = isinstance(value, Decimal) and re.fullmatch(r"-?\d{1,3}\.\d{3}", written)
    return Decimal(written.replace(".", "")) if is_parted else None


def _has_value(evidence: Evidence, claim: Claim) -> bool:
    if isinstance(claim.value, Period):
        return evidence.has_period(claim.value, in_context=claim.part not in ("due", "done", "since"))
    return isinstance(claim.value, Decimal) and evidence.has_number(claim.value, claim.power)


def _texts(value: Bilingual | str) -> Iterator[tuple[str, str]]:
    """Language and text, in NFC; a text in a single language is taken as the first of `LANGUAGES`."""
    if isinstance(value, str):
        yield LANGUAGES[0], unicodedata.normalize("NFC", value)
    else:
        yield from ((language, unicodedata.normalize("NFC", value[language])) for language in LANGUAGES)


def _path(value: Bilingual | str, language: str) -> tuple[str, ...]:
    return () if isinstance(value, str) else (language,)


def _written(text: str, figure: Quantity) -> str:
    """The figure as written, followed by how it was read if that is not obvious: `'3,5 miljoen' (3500000)`."""
    written = text[figure.start : figure.end].strip(" .,") + ("%" if text[figure.end : figure.end + 1] == "%" else "")
    digits = "".join(c for c in written if c.isdigit())
    is_plain = digits == "".join(c for c in figure.form if c.isdigit()) and (
        figure.form.isdigit() or "." in figure.form
    )
    return repr(written) if is_plain or figure.form == written else f"{written!r} ({figure.form})"


def _comparable(figure: Quantity) -> tuple[QuantityKind, object]:
    return figure.kind, Decimal(figure.form) if figure.kind is QuantityKind.NUMBER else figure.form


def _as_printed(number: str) -> str:
    """A plain decimal in the notation of the sources: `28.000`."""
    whole, _, fraction = number.partition(".")
    grouped = "-" * whole.startswith("-") + f"{abs(int(whole)):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped
