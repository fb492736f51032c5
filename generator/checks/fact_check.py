"""Every claim held against the passages that it cites: rule 2, no figure without evidence.

From `data/passages/` alone: no text is needed. Nothing is asked of a claim that cites a passage which is not there, or
a source whose text is not held: the first has a rule of its own, the second cannot be looked up here.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from generator.archive import Archive
from generator.checks.claims import Claim, claims_of, uncited_texts
from generator.checks.evidence import Evidence, evidence_of, joined
from generator.checks.registry import upholds
from generator.diagnostics import Diagnostic, Miswritten, Rule
from generator.model import (
    Bilingual,
    Citation,
    Observation,
    Passage,
    Period,
    numbers_of,
    result_of,
    rounded_like,
)
from generator.text import LANGUAGES, Quantity, QuantityKind, quantities_in

_MOST_SHOWN = 10
_MOST_PLACES = 3
_PER_CENT = re.compile(r"[*/] ?100\b|\b100 ?\*")
"""The hundred of a percentage, which stands in no passage."""


@upholds(Rule.FIGURE_WITHOUT_EVIDENCE, Rule.TIMELESS, Rule.THOUSANDS, Rule.FORMULA)
def figures_stand_in_passages(archive: Archive) -> Iterator[Diagnostic]:
    """Rule 2: every number and date stands in a passage that its record cites, or is computed from some that do."""
    ledger = Ledger(archive)
    for claim in claims_of(archive):
        yield from ledger.missing(claim)


@upholds(Rule.LANGUAGES_DIFFER)
def languages_agree(archive: Archive) -> Iterator[Diagnostic]:
    """Both languages of a text carry the same figures, each as often."""
    ledger = Ledger(archive)
    for claim in (*claims_of(archive), *uncited_texts(archive)):
        yield from ledger.disagreements(claim)


@dataclass(frozen=True)
class Ledger:
    """The passages of an archive as evidence. Holds no state but what it has worked out once."""

    archive: Archive
    _known: dict[Citation, Evidence] = field(default_factory=dict, repr=False)

    def missing(self, claim: Claim) -> Iterator[Diagnostic]:
        """A problem for each figure of the claim that stands in no passage it cites."""
        if not all(self._passage(citation) for citation in claim.cites):
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
                    yield self._problem(claim, written, _holding(figure), *path)

    def disagreements(self, claim: Claim) -> Iterator[Diagnostic]:
        """A problem for each figure in one language only, unless it is missing in the passage anyway."""
        if not isinstance(claim.value, Bilingual):
            return
        texts = dict(_texts(claim.value))
        told = {language: self._figures(claim, text, language) for language, text in texts.items()}
        evidence = self.evidence(claim.cites) if all(map(self._passage, claim.cites)) else None
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            left = Counter(map(_comparable, told[other]))
            for figure in told[language]:
                is_told_already = claim.cites and evidence and not evidence.has(figure)
                left[_comparable(figure)] -= 1
                if left[_comparable(figure)] < 0 and not is_told_already:
                    what = (
                        f"{_written(texts[language], figure)} of {claim.name} stands in {language!r}, not in {other!r}"
                    )
                    place = claim.place(language)
                    hint = f"Both languages carry the same figures: write it in {other!r} too, or leave it out here."
                    yield Diagnostic(place, what, hint, rule=Rule.LANGUAGES_DIFFER)

    def numbers(self, claim: Claim) -> frozenset[Decimal]:
        """Every number that the claim tells, written out, those in words such as `one` too."""
        if isinstance(claim.value, Decimal):
            return frozenset({claim.value * Decimal(10) ** claim.power})
        if claim.formula_of is not None:
            return frozenset({*numbers_of(str(claim.value)), claim.formula_of})
        told: list[Quantity] = []
        if isinstance(claim.value, Bilingual | str):
            for language, text in _texts(claim.value):
                told += quantities_in(text, language, self._told_on(claim))
        return frozenset(Decimal(figure.form) for figure in told if figure.kind is QuantityKind.NUMBER)

    def count(self, claim: Claim) -> int:
        """How many figures of the claim are looked up, each language counted."""
        if claim.formula_of is not None:
            return len(numbers_of(str(claim.value)))
        if isinstance(claim.value, Bilingual | str):
            return sum(len(self._figures(claim, text, language)) for language, text in _texts(claim.value))
        return 1

    def evidence(self, cites: tuple[Citation, ...]) -> Evidence:
        """What the cited passages name together, and the values that are computed from them. All must be there."""
        parts = [self._of_one(citation) for citation in dict.fromkeys(cites)]
        computed = frozenset(str(o.value) for o in self._computed() if set(o.cites) <= set(cites))
        return joined([*parts, Evidence(computed, ())])

    def _of_one(self, citation: Citation) -> Evidence:
        passage = self._passage(citation)
        if citation not in self._known and passage:
            self._known[citation] = evidence_of(passage, self.archive.sources[citation.source])
        return self._known[citation]

    def _computed(self) -> Iterator[Observation]:
        for indicator in self.archive.indicators:
            yield from (observation for observation in indicator.observations if observation.formula)

    def _passage(self, citation: Citation) -> Passage | None:
        known = citation.source in self.archive.sources
        return self.archive.passages.get(citation.source, {}).get(citation.passage) if known else None

    def _missing_in_text(self, claim: Claim, text: str, language: str, evidence: Evidence) -> Iterator[Quantity]:
        return (figure for figure in self._figures(claim, text, language) if not evidence.has(figure))

    def _figures(self, claim: Claim, text: str, language: str) -> list[Quantity]:
        """Those that need evidence. A date without a year is meant in the year of the newest source cited."""
        return [figure for figure in quantities_in(text, language, self._told_on(claim)) if not figure.is_soft]

    def _told_on(self, claim: Claim) -> date:
        sources = self.archive.sources
        cited = {citation.source for citation in claim.cites} & sources.keys() or sources.keys()
        return max((sources[id].published.last for id in cited), default=date(2000, 1, 1))

    def _missing_in_formula(self, claim: Claim) -> Iterator[Diagnostic]:
        """A computed value rests on what is printed, never on computed values, its own least of all."""
        printed = joined(map(self._of_one, claim.cites))
        formula, value = str(claim.value), claim.formula_of or Decimal(0)
        try:
            result = result_of(formula)
            if value not in rounded_like(value, result):
                what = f"{formula!r} comes to {result.normalize():f}, not {value}"
                yield Diagnostic(claim.place(), what, "Mend the formula or the value.", rule=Rule.FORMULA)
        except Miswritten as error:
            yield Diagnostic(claim.place(), f"formula: {error.what}", _sentence(error.hint), rule=error.rule)
            return
        for number in numbers_of(_PER_CENT.sub("", formula)):
            if not printed.has_number(number):
                yield self._problem(claim, repr(str(number)), _holding(number))

    def _problem(self, claim: Claim, written: str, has: Callable[[Evidence], bool], *path: str) -> Diagnostic:
        """That what is `written` stands in no passage cited; `has` tells of other passages whether it stands there."""
        place = claim.place(*path)
        if not claim.cites:
            what = f"{written} stands in {claim.part} of {claim.name}, which cites no source"
            return Diagnostic(place, what, "It shows in every edition: name no figure or date.", rule=Rule.TIMELESS)
        what = (
            f"{written} in {claim.part} of {claim.name} is not in {' or '.join(map(str, dict.fromkeys(claim.cites)))}"
        )
        whole = _without_thousands(claim.value)
        if whole and self.evidence(claim.cites).has_number(whole, claim.power):
            hint = f"Write {whole}: no sign parts thousands."
            return Diagnostic(place, what, hint, rule=Rule.THOUSANDS)
        return Diagnostic(place, what, self._way_out(claim, has), rule=Rule.FIGURE_WITHOUT_EVIDENCE)

    def _way_out(self, claim: Claim, has: Callable[[Evidence], bool]) -> str:
        """Where the figure does stand: in other passages of the sources cited; of a due date or value, in any."""
        cited = dict.fromkeys(citation.source for citation in claim.cites)
        found = [citation for source in cited for citation in self._having(source, has)]
        if found:
            return f"Cite the passage in which it stands: {_listed(found)}."
        kind = {"due": "report", "value": "observation"}.get(claim.part)
        found = [citation for source in self.archive.sources for citation in self._having(source, has)] if kind else []
        if not found:
            return self._shown(claim)
        return f"{self._shown(claim)} Leave it as it was, and add a new {kind} that cites {_listed(found)}."

    def _having(self, source: str, has: Callable[[Evidence], bool]) -> Iterator[Citation]:
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
            return f"{subject} no figures: leave it out, or cite one that has it."
        told = list(dict.fromkeys(shown))
        more = f" and {len(told) - _MOST_SHOWN} more" if len(told) > _MOST_SHOWN else ""
        return f"{subject} {'; '.join(told[:_MOST_SHOWN])}{more}."


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _holding(figure: Quantity | Decimal) -> Callable[[Evidence], bool]:
    """Whether some passages hold the figure."""
    if isinstance(figure, Decimal):
        return lambda evidence: evidence.has_number(figure)
    return lambda evidence: evidence.has(figure)


def _listed(citations: Sequence[Citation]) -> str:
    """The first few of them."""
    more = f" and {len(citations) - _MOST_PLACES} more" if len(citations) > _MOST_PLACES else ""
    return f"{', '.join(map(str, citations[:_MOST_PLACES]))}{more}"


def _without_thousands(value: object) -> Decimal | None:
    """What `28.000` means to those who part thousands by a point; None of any other value."""
    written = str(value)
    is_parted = isinstance(value, Decimal) and re.fullmatch(r"-?\d{1,3}\.\d{3}", written)
    return Decimal(written.replace(".", "")) if is_parted else None


def _has_value(evidence: Evidence, claim: Claim) -> bool:
    if isinstance(claim.value, Period):
        return evidence.has_period(claim.value, in_context=claim.part not in ("due", "done"))
    return isinstance(claim.value, Decimal) and evidence.has_number(claim.value, claim.power)


def _texts(value: Bilingual | str) -> Iterator[tuple[str, str]]:
    """Each text, in NFC, with its language; what stands in one language only is read as the first."""
    if isinstance(value, str):
        yield LANGUAGES[0], unicodedata.normalize("NFC", value)
    else:
        yield from ((language, unicodedata.normalize("NFC", value[language])) for language in LANGUAGES)


def _path(value: Bilingual | str, language: str) -> tuple[str, ...]:
    return () if isinstance(value, str) else (language,)


def _written(text: str, figure: Quantity) -> str:
    """The figure as it stands in the text; behind it how it was read, where that does not go without saying."""
    written = text[figure.start : figure.end].strip(" .,") + ("%" if text[figure.end : figure.end + 1] == "%" else "")
    digits = "".join(c for c in written if c.isdigit())
    is_plain = digits == "".join(c for c in figure.form if c.isdigit()) and (
        figure.form.isdigit() or "." in figure.form
    )
    return repr(written) if is_plain or figure.form == written else f"{written!r} ({figure.form})"


def _comparable(figure: Quantity) -> tuple[QuantityKind, object]:
    return figure.kind, Decimal(figure.form) if figure.kind is QuantityKind.NUMBER else figure.form


def _as_printed(number: str) -> str:
    """A plain decimal as the sources print it: `28.000`."""
    whole, _, fraction = number.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped
