"""The rules on what texts mean, for the list of all rules."""

from collections.abc import Iterable, Iterator

from generator.archive import Archive, Entry
from generator.checks.claims import Claim, claims_in, claims_of, in_claims, uncited_texts
from generator.checks.meaning.against import against_passages
from generator.checks.meaning.cited import cites_others
from generator.checks.meaning.counted import taken_twice, unit_is_of_another
from generator.checks.meaning.figures import FiguresSaid
from generator.checks.meaning.languages import unlike_in_languages
from generator.checks.meaning.names import Names
from generator.checks.meaning.passages import Passages
from generator.checks.meaning.records import announced_after_done, first_to_say, misplaced, off_theme, said_twice
from generator.checks.meaning.written import in_other_language, unwritten
from generator.checks.registry import (
    Finder,
    Finding,
    Findings,
    enforces,
    enforces_by_record,
    not_allowed,
)
from generator.diagnostics import Diagnostic, Rule
from generator.model import Indicator, Milestone, Statement, Term

_OF_LANGUAGES = (
    Rule.NEGATION_DIFFERS,
    Rule.MEANING_DIFFERS,
    Rule.UNIT_DIFFERS,
    Rule.NAME_DIFFERS,
    Rule.WRONG_LANGUAGE,
)
_OF_FIGURES = (Rule.UNIT_OF_PASSAGE, Rule.TAKEN_TWICE, Rule.HEDGE_OF_PASSAGE, Rule.DIRECTION_OF_PASSAGE)
_OF_PASSAGES = (
    Rule.UNLIKE_PASSAGE,
    Rule.NEARER_PASSAGE,
    Rule.OPPOSITE_OF_PASSAGE,
    Rule.NAME_NOT_IN_PASSAGE,
    Rule.DENIAL_NOT_IN_PASSAGE,
)
_OF_RECORDS = (Rule.SAID_TWICE, Rule.OFF_THEME, Rule.PLACE_NOT_NAMED)
REMARKED = (*_OF_PASSAGES, *_OF_RECORDS)
"""The rules of which a person decides: they make remarks."""
OF_MEANING = (*_OF_LANGUAGES, *_OF_FIGURES, *REMARKED)
"""The rules of which a finding may be right."""


@enforces_by_record(*_OF_LANGUAGES, allowable=True)
def languages_mean_the_same(archive: Archive) -> Finder:
    """Both languages of a text say the same, each in its own language."""
    names = Names(tuple(archive.renderings.values()))

    def problems_in(claim: Claim) -> Iterator[Diagnostic]:
        if not _is_a_name(claim):
            yield from unlike_in_languages(claim, names)
            yield from in_other_language(claim)

    return in_claims(claims_in, problems_in)


def _is_a_name(claim: Claim) -> bool:
    """Whether it is what something is called, which may be in any language."""
    return isinstance(claim.record, Term) and claim.part == "term"


@enforces_by_record(*_OF_FIGURES, allowable=True)
def figures_are_said_alike(archive: Archive) -> Finder:
    """A figure has the unit and hedge of its passage, and moves as it does there."""
    said, passages = FiguresSaid(archive), Passages(archive)
    of_texts = in_claims(claims_in, said.of_claim)

    def find(entries: Iterable[Entry]) -> Iterator[Finding]:
        known = list(entries)
        yield from of_texts(known)
        for entry in known:
            if isinstance(entry.record, Indicator):
                unit, twice = unit_is_of_another(archive, passages, entry.record), taken_twice(archive, entry.record)
                yield from (Finding(entry.name, diagnostic) for diagnostic in (*unit, *twice))
            yield from said.of_value(entry)

    return find


def remarks_on_meaning(archive: Archive, findings: Findings | None = None) -> list[Diagnostic]:
    """Remarks on what a record says that its passages may not, and on what may stand elsewhere: a person decides.

    `findings` has what may be known already.
    """
    by_record = (findings or Findings(archive)).of(_against_passages, keeps_problems=True)
    return list(not_allowed(archive, [*by_record, *_said_twice(archive)], REMARKED))


def _against_passages(archive: Archive) -> Finder:
    passages, names = Passages(archive), Names(tuple(archive.renderings.values()))
    themes = {statement.id: theme for theme in archive.themes.values() for statement in theme.statements}

    def find(entries: Iterable[Entry]) -> Iterator[Finding]:
        for entry in entries:
            if entry.cites:
                yield from cites_others(passages, entry)
            yield from against_passages(passages, names, entry)
            if isinstance(entry.record, Statement):
                yield from off_theme(passages, themes[entry.record.id], entry.record)
            if isinstance(entry.record, Statement | Milestone):
                yield from misplaced(archive, passages, entry.record)

    return find


def _said_twice(archive: Archive) -> Iterator[Finding]:
    first = first_to_say(archive)
    for theme in archive.themes.values():
        for statement in theme.statements:
            yield from said_twice(theme, statement, first)


@enforces(Rule.ANNOUNCED_AFTER_DONE)
def what_is_done_is_not_announced(archive: Archive) -> Iterator[Diagnostic]:
    """No source announces what an earlier one calls done."""
    for milestone in archive.milestones:
        yield from announced_after_done(milestone)


@enforces(Rule.PLACEHOLDER, Rule.MARKUP)
def texts_are_finished(archive: Archive) -> Iterator[Diagnostic]:
    """A text is finished and has no markup."""
    for claim in (*claims_of(archive), *uncited_texts(archive)):
        yield from unwritten(claim)
