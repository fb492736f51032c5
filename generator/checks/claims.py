"""Lists the claims of records: the values that the cited passages must support."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.archive import Archive, Entry, entries
from generator.checks.registry import Finder, Finding
from generator.diagnostics import Diagnostic, Location
from generator.model import Basis, Bilingual, Citation, Indicator, Milestone, Observation, Period, Record, Step
from generator.text import EDITORS_LANGUAGE, SCALES

_CLAIMS: Mapping[str, str] = {
    "ThemeText": "title question",
    "Map": "title",
    "Standing": "summary text",
    "Evolution": "text",
    "IndicatorGroup": "title why differs",
    "Thread": "title",
    "Statement": "when text",
    "Indicator": "title definition",
    "Break": "since text",
    "Observation": "period value target note",
    "Milestone": "title why",
    "Report": "due done reason note",
    "Tension": "text",
    "Term": "term abbreviation text",
}
"""The fields that passages must support, by the name of their model."""
_UNCITED: Mapping[str, str] = {
    "Atlas": "publisher",
    "Group": "title",
    "Amendment": "why",
    "Correction": "what why",
    "Source": "title sender publisher note",
    "Document": "title sender",
    "Place": "name",
    "Dimension": "title",
    "Category": "title",
}
"""The texts in both languages that no passage needs to support, by the name of their model."""


@dataclass(frozen=True)
class Claim:
    """One text, number, date or formula, with its location and the citations that support it."""

    name: str
    """The name of the record in messages: `statement 'x'`."""
    value: Bilingual | str | Decimal | Period
    """A text in both languages or in one, a formula, a number or a date."""
    cites: tuple[Citation, ...]
    """Empty for a text that is independent of sources, such as the question of a theme."""
    record: Record
    part: str
    """The name of the field: `text`, `value`, `due`."""
    formula_of: Decimal | None = None
    """For a formula, the value that must be its result; None for other claims."""
    power: int = 0
    """For a value, the power of ten of its unit: 6 for `million-euros`."""

    @property
    def path(self) -> tuple[Step, ...]:
        """The path of the claim in its file."""
        return (*self.record.path, self.part)

    def place(self, *path: Step) -> Location:
        """The location of the claim, or of the value at `path` in it."""
        return self.record.place(self.part, *path)


def claims_of(archive: Archive) -> Iterator[Claim]:
    """Every claim in the archive, file by file, in the order of the file."""
    return claims_in(entries(archive))


def claims_in(entries: Iterable[Entry]) -> Iterator[Claim]:
    """Every claim of the entries, in their order."""
    for entry in entries:
        record, cites = entry.record, _support_of(entry)
        is_printed = not isinstance(record, Observation) or record.basis is Basis.STATED
        for part in _CLAIMS.get(type(record).__name__, "").split():
            value = getattr(record, part)
            if value is not None and (is_printed or part != "value"):
                yield Claim(entry.name, value, cites, record, part, power=_power(entry, part))
        if isinstance(record, Observation) and record.formula:
            yield Claim(entry.name, record.formula, cites, record, "formula", record.value)


def in_claims(
    listed: Callable[[Iterable[Entry]], Iterable[Claim]], problems_in: Callable[[Claim], Iterable[Diagnostic]]
) -> Finder:
    """What looks at each claim that is listed of some records."""
    return lambda entries: (Finding(claim.name, problem) for claim in listed(entries) for problem in problems_in(claim))


def uncited_texts(archive: Archive) -> Iterator[Claim]:
    """Texts in both languages that no passage needs to support: of sources, places, categories and the atlas."""
    return _uncited_in(entries(archive))


def texts_in(entries: Iterable[Entry]) -> Iterator[Claim]:
    """Every claim of the entries, then their texts that no passage needs to support."""
    known = list(entries)
    yield from claims_in(known)
    yield from _uncited_in(known)


def _uncited_in(entries: Iterable[Entry]) -> Iterator[Claim]:
    for entry in entries:
        for part in _UNCITED.get(type(entry.record).__name__, "").split():
            if text := getattr(entry.record, part):
                yield Claim(entry.name, text, (), entry.record, part)


def _support_of(entry: Entry) -> tuple[Citation, ...]:
    """The citations of the record; for an indicator or milestone, which have none, those of its oldest source."""
    if isinstance(entry.record, Indicator):
        return _of_first_source(observation.cites for observation in entry.record.observations)
    if isinstance(entry.record, Milestone):
        return _of_first_source(report.cites for report in entry.record.reports)
    return entry.cites


def _of_first_source(cited: Iterable[tuple[Citation, ...]]) -> tuple[Citation, ...]:
    """The citations of the first source in lists of citations, oldest source first; without duplicates."""
    citations = [citation for cites in cited for citation in cites]
    return tuple(dict.fromkeys(citation for citation in citations if citation.source == citations[0].source))


def _power(entry: Entry, part: str) -> int:
    if part not in ("value", "target") or not isinstance(entry.parent, Indicator):
        return 0
    return next(
        (power for scale, power in SCALES[EDITORS_LANGUAGE].items() if entry.parent.unit.startswith(f"{scale}-")), 0
    )
