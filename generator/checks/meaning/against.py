"""Rules for what a record says against the passages that it cites."""

from collections.abc import Iterator
from functools import cache

from generator.archive import Entry
from generator.checks.claims import claims_in
from generator.checks.meaning.cited import place_of, text_of
from generator.checks.meaning.names import Names, names_in
from generator.checks.meaning.passages import Passages, SourceIndex
from generator.checks.meaning.words import DENIAL, WORDS, lexicon, opposites, words_of
from generator.checks.registry import Finding
from generator.diagnostics import Diagnostic, Rule
from generator.model import (
    Bilingual,
    Citation,
    Indicator,
    IndicatorGroup,
    Milestone,
    Observation,
    Report,
    Source,
    Standing,
    Statement,
    Term,
)
from generator.text import table_in

_SAYING = (Statement, Report, Standing)
"""Records that say what a passage says."""
_NAMING_OTHERS = (Term, IndicatorGroup)
"""Records whose texts name what passages do not: they explain it."""


def against_passages(passages: Passages, names: Names, entry: Entry) -> Iterator[Finding]:
    """What a record says that its passages do not: the opposite, a denial, a name."""
    text = text_of(entry)
    if text and isinstance(entry.record, _SAYING):
        yield from (Finding(entry.name, diagnostic) for diagnostic in _contradicting(passages, entry, text))
    if isinstance(entry.record, Report):
        yield from (Finding(entry.name, diagnostic) for diagnostic in _of_no_word(passages, entry, entry.record))
    if not isinstance(entry.record, _NAMING_OTHERS):
        yield from (Finding(entry.name, diagnostic) for diagnostic in _unnamed(passages, names, entry))


def _contradicting(passages: Passages, entry: Entry, text: dict[str, str]) -> Iterator[Diagnostic]:
    cited = list(passages.cited(entry.cites))
    if not cited or len({index.language for index, _ in cited}) > 1:
        return
    code = cited[0][0].language
    own = text[code].partition(". ")[2] if isinstance(entry.record, Report) else text[code]
    said = lexicon(code, WORDS).said(own)
    for concept, (least, _, _) in said.items():
        opposite = opposites().get(concept, "")
        is_alone = least and opposite and opposite not in said
        if is_alone and _says(cited, opposite, only_sure=True) and not _says(cited, concept):
            words = f"{words_of(concept, code)[0]!r} or the like"
            what = f"{entry.name} says {words}, and its passages have only {words_of(opposite, code)[0]!r} or the like"
            hint = "Read the passage: is it the opposite?"
            yield Diagnostic(place_of(entry.record), what, hint, rule=Rule.OPPOSITE_OF_PASSAGE)
    if isinstance(entry.record, Statement) and said.get(DENIAL, (0,))[0] and not _denies(cited):
        what = f"{entry.name} denies something, and its passages deny nothing"
        hint = "Read the passage: does it say the opposite?"
        yield Diagnostic(place_of(entry.record), what, hint, rule=Rule.DENIAL_NOT_IN_PASSAGE)


def _of_no_word(passages: Passages, entry: Entry, report: Report) -> Iterator[Diagnostic]:
    """That a passage has no word for the state that a report says, of a state for which there must be one."""
    state, cited = _states().get(report.says.value), list(passages.cited(report.cites))
    if not state or not cited or _denies(cited):
        return
    if not any(index.held[id] & index.hashes(state[index.language]) for index, ids in cited for id in ids):
        what = f"{entry.name} says {report.says.value!r}, and its passages have no word for it"
        hint = "Read the passage: does it say so?"
        yield Diagnostic(report.place("says"), what, hint, rule=Rule.DENIAL_NOT_IN_PASSAGE)


@cache
def _states() -> dict[str, dict[str, str]]:
    return table_in("generator.checks.meaning", "states.toml")


def _unnamed(passages: Passages, names: Names, entry: Entry) -> Iterator[Diagnostic]:
    cites = _all_cites(entry)
    cited = list(passages.cited(cites))
    if len({index.language for index, _ in cited}) != 1:
        return
    code = cited[0][0].language
    known = " ".join(_called(passages.archive.sources[cite.source], code) for cite in cites).lower()
    for claim in claims_in([entry]):
        for name in dict.fromkeys(names_in(claim.value[code])) if isinstance(claim.value, Bilingual) else ():
            if not names.is_implied(name, code) and name.lower() not in known and not _names(cited, name):
                what = f"{claim.part} of {entry.name} names {name!r}, which its passages do not"
                hint = "Cite the passage that names it, or correct the name."
                yield Diagnostic(claim.place(code), what, hint, rule=Rule.NAME_NOT_IN_PASSAGE)


def _called(source: Source, code: str) -> str:
    return f"{source.title[code]} {source.author[code]}"


def _all_cites(entry: Entry) -> tuple[Citation, ...]:
    """What an entry cites, and of an indicator or milestone what all its values or reports do."""
    whole = entry.parent if isinstance(entry.record, Observation) else entry.record
    if isinstance(whole, Indicator | Milestone):
        parts = whole.observations if isinstance(whole, Indicator) else whole.reports
        return tuple(dict.fromkeys(cite for part in parts for cite in part.cites))
    return entry.cites


def _denies(cited: list[tuple[SourceIndex, list[str]]]) -> bool:
    return _says(cited, DENIAL) or any(index.passages[id].negations for index, ids in cited for id in ids)


def _says(cited: list[tuple[SourceIndex, list[str]]], concept: str, *, only_sure: bool = False) -> bool:
    return any(index.held[id] & index.hashes_of(concept, only_sure=only_sure) for index, ids in cited for id in ids)


def _names(cited: list[tuple[SourceIndex, list[str]]], name: str) -> bool:
    """Whether a passage has the name or its heading does."""
    return any(
        index.held[id] & index.hashes(name) or name.lower() in index.passages[id].section.lower()
        for index, ids in cited
        for id in ids
    )
