"""Does each figure stand in a passage that its record cites? From `data/passages/` alone: no text is needed.

What counts as standing there: a number of the same value, also at another scale (18.1 where a table in millions has
18100000); a date that is the same or sharper, since "in 2026" rests on "on 11 June 2026" but never the reverse; the
figures of the headings above the passage; the day the source was published and the period that it covers.
"""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.archive import LANGUAGES, Archive
from generator.claims import Claim, claims_of
from generator.figures import Figure, FigureKind, figures_in
from generator.formulas import comes_to, numbers_of
from generator.periods import Period, Precision, parse_period
from generator.problems import Problem
from generator.records import Observation, Passage
from generator.scalars import Bilingual

_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9))
_MOST_SHOWN = 10


def figures_stand_in_passages(archive: Archive) -> Iterator[Problem]:
    """Rule 2: no figure without evidence."""
    ledger = Ledger(archive)
    for claim in claims_of(archive):
        yield from ledger.missing(claim)


def languages_agree(archive: Archive) -> Iterator[Problem]:
    """Both languages of a text carry the same figures."""
    ledger = Ledger(archive)
    for claim in claims_of(archive):
        yield from ledger.disagreements(claim)


@dataclass(frozen=True)
class Evidence:
    """The figures that a claim may use."""

    numbers: frozenset[Decimal]
    periods: tuple[Period, ...]

    def has_number(self, number: Decimal) -> bool:
        """Whether it stands there at any scale. A bare year is a number too."""
        return stands_among(number, self.numbers) or any(str(number) == period.text for period in self.periods)

    def has_period(self, period: Period) -> bool:
        """Whether it stands there at least as sharp. A part of a year must be named; an interval rests on its ends."""
        if any(period.text == known.text for known in self.periods):
            return True
        if period.ends:
            return all(self.has_period(end) for end in period.ends)
        if period.precision in (Precision.THIRD, Precision.BEFORE_SUMMER):
            return False
        if period.precision is Precision.YEAR and Decimal(period.text) in self.numbers:
            return True
        return any(period.first <= known.first and known.last <= period.last for known in self.periods)

    def has(self, figure: Figure) -> bool:
        """Whether a figure of a text stands there. No passage has a number with noughts in front: it is a slip."""
        if figure.kind is FigureKind.NUMBER:
            return not re.match(r"0\d", figure.form) and self.has_number(Decimal(figure.form))
        return self.has_period(parse_period(figure.form))


def stands_among(number: Decimal, numbers: Set[Decimal]) -> bool:
    """Whether the number is among `numbers`, also at another scale: 18.1 among 18100000, and the reverse."""
    return any(number * scale in numbers or number / scale in numbers for scale in _SCALES)


@dataclass(frozen=True)
class Ledger:
    """The passages of an archive as evidence. Holds no state but what it has worked out once."""

    archive: Archive
    _known: dict[str, Evidence] = field(default_factory=dict, repr=False)

    def missing(self, claim: Claim) -> Iterator[Problem]:
        """A problem for each figure of the claim that stands in no passage it cites.

        Nothing is asked of a claim that cites a passage which is not there, or a source whose text is not held: the
        first has a rule of its own, the second cannot be looked up here.
        """
        if not all(self._passage(citation) for citation in claim.cites):
            return
        evidence = self.evidence(claim.cites)
        if claim.formula_of is not None:
            yield from self._missing_in_formula(claim, evidence)
        elif isinstance(claim.value, Period):
            if not evidence.has_period(claim.value):
                yield self._problem(claim, claim.value.text)
        elif isinstance(claim.value, Decimal):
            if not evidence.has_number(claim.value):
                yield self._problem(claim, str(claim.value))
        else:
            yield from self._missing_in_texts(claim, claim.value, evidence)

    def _missing_in_texts(self, claim: Claim, texts: Bilingual | str, evidence: Evidence) -> Iterator[Problem]:
        for language, text in _texts(texts):
            for figure in self._figures(claim, text, language):
                if not evidence.has(figure):
                    written = text[figure.start : figure.end].strip(" .,")
                    yield self._problem(claim, written, *_path(texts, language))

    def disagreements(self, claim: Claim) -> Iterator[Problem]:
        """A problem for each figure that a text has in one language and not in the other."""
        if not isinstance(claim.value, Bilingual):
            return
        told = {language: self._figures(claim, text, language) for language, text in _texts(claim.value)}
        for language, other in (LANGUAGES, LANGUAGES[::-1]):
            known = {_comparable(figure) for figure in told[other]}
            for figure in told[language]:
                if _comparable(figure) not in known:
                    written = getattr(claim.value, language)[figure.start : figure.end].strip(" .,")
                    what = f"{written!r} of {claim.name} stands in {language!r} but not in {other!r}"
                    place = claim.place(self.archive, language)
                    yield Problem(place, what, "Both languages carry the same figures.")

    def numbers(self, claim: Claim) -> frozenset[Decimal]:
        """Every number that the claim tells, those in words such as `one` too."""
        if isinstance(claim.value, Decimal):
            return frozenset({claim.value})
        if claim.formula_of is not None:
            return frozenset({*numbers_of(str(claim.value)), claim.formula_of})
        told: list[Figure] = []
        if isinstance(claim.value, Bilingual | str):
            for language, text in _texts(claim.value):
                told += figures_in(text, language, self._told_on(claim))
        return frozenset(Decimal(figure.form) for figure in told if figure.kind is FigureKind.NUMBER)

    def count(self, claim: Claim) -> int:
        """How many figures of the claim are looked up, each language counted."""
        if claim.formula_of is not None:
            return len(numbers_of(str(claim.value)))
        if isinstance(claim.value, Bilingual | str):
            return sum(len(self._figures(claim, text, language)) for language, text in _texts(claim.value))
        return 1

    def evidence(self, cites: tuple[str, ...]) -> Evidence:
        """What the cited passages name, with what their headings and sources say of time, and what is computed."""
        parts = [self._of_one(citation) for citation in cites]
        computed = {o.value for o in self._computed() if set(o.cites) <= set(cites)}
        numbers = frozenset(computed).union(*(part.numbers for part in parts))
        return Evidence(numbers, tuple(period for part in parts for period in part.periods))

    def _of_one(self, citation: str) -> Evidence:
        passage = self._passage(citation)
        if citation not in self._known and passage:
            source = self.archive.sources[citation.partition("#")[0]]
            above = figures_in(passage.section, LANGUAGES[0], source.published.last)
            numbers = [*passage.numbers, *passage.soft, *(f.form for f in above if f.kind is FigureKind.NUMBER)]
            dates = [*passage.dates, *(f.form for f in above if f.kind is FigureKind.DATE)]
            periods = [*map(parse_period, dates), source.published, *([source.covers] if source.covers else [])]
            self._known[citation] = Evidence(frozenset(map(Decimal, numbers)), tuple(periods))
        return self._known[citation]

    def _computed(self) -> Iterator[Observation]:
        for theme in self.archive.themes.values():
            for indicator in theme.indicators:
                yield from (observation for observation in indicator.observations if observation.formula)

    def _passage(self, citation: str) -> Passage | None:
        source, _, id = citation.partition("#")
        return self.archive.passages.get(source, {}).get(id) if source in self.archive.sources else None

    def _figures(self, claim: Claim, text: str, language: str) -> list[Figure]:
        """Those that need evidence. A date without a year is meant in the year of the newest source cited."""
        return [figure for figure in figures_in(text, language, self._told_on(claim)) if not figure.is_soft]

    def _told_on(self, claim: Claim) -> date:
        cited = {citation.partition("#")[0] for citation in claim.cites} or self.archive.sources.keys()
        return max(source.published.last for id, source in self.archive.sources.items() if id in cited)

    def _missing_in_formula(self, claim: Claim, evidence: Evidence) -> Iterator[Problem]:
        formula, value = str(claim.value), claim.formula_of
        try:
            is_right = value is not None and comes_to(formula, value)
        except ValueError as error:
            yield Problem(claim.place(self.archive), f"formula: {error}")
            return
        if not is_right:
            yield Problem(
                claim.place(self.archive), f"{formula!r} does not come to {value}", "Mend the one or the other."
            )
        for number in numbers_of(formula):
            if number != 100 and not evidence.has_number(number):
                yield self._problem(claim, str(number))

    def _problem(self, claim: Claim, written: str, *path: str) -> Problem:
        if not claim.cites:
            what = f"{written!r} stands in a text of {claim.name}, which cites no source"
            return Problem(claim.place(self.archive, *path), what, "It shows in every edition: name no figure or date.")
        what = f"{written!r} of {claim.name} is not in {' or '.join(claim.cites)}"
        return Problem(claim.place(self.archive, *path), what, self._shown(claim.cites))

    def _shown(self, cites: tuple[str, ...]) -> str:
        passages = [passage for passage in map(self._passage, cites) if passage]
        shown = list(
            dict.fromkeys(f for passage in passages for f in (*map(_printed, passage.numbers), *passage.dates))
        )
        subject = "That passage has" if len(cites) == 1 else "Those passages have"
        more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
        return f"{subject} {', '.join(shown[:_MOST_SHOWN]) or 'no figures'}{more}."


def _texts(value: Bilingual | str) -> Iterator[tuple[str, str]]:
    """Each text with its language; what stands in one language only is read as the first."""
    if isinstance(value, str):
        yield LANGUAGES[0], value
    else:
        yield from ((language, getattr(value, language)) for language in LANGUAGES)


def _path(value: Bilingual | str, language: str) -> tuple[str, ...]:
    return () if isinstance(value, str) else (language,)


def _comparable(figure: Figure) -> tuple[FigureKind, object]:
    return figure.kind, Decimal(figure.form) if figure.kind is FigureKind.NUMBER else figure.form


def _printed(number: str) -> str:
    """A plain decimal as the sources print it: `28.000`."""
    whole, _, fraction = number.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped
