"""The rules on what texts mean, for the list of all rules."""

from collections.abc import Iterator

from generator.archive import Archive, citing, entries
from generator.checks.claims import Claim, claims_of, uncited_texts
from generator.checks.meaning.against import against_passages
from generator.checks.meaning.allowed import Finding, not_allowed
from generator.checks.meaning.figures import FiguresSaid
from generator.checks.meaning.languages import unlike_in_languages
from generator.checks.meaning.names import Names
from generator.checks.meaning.passages import Passages
from generator.checks.meaning.records import announced_after_done, misplaced, off_theme, said_twice
from generator.checks.meaning.written import in_other_language, unwritten
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import Milestone, Statement, Term

_OF_LANGUAGES = (
    Rule.NEGATION_DIFFERS,
    Rule.MEANING_DIFFERS,
    Rule.UNIT_DIFFERS,
    Rule.NAME_DIFFERS,
    Rule.WRONG_LANGUAGE,
)
_OF_FIGURES = (Rule.UNIT_OF_PASSAGE, Rule.HEDGE_OF_PASSAGE, Rule.DIRECTION_OF_PASSAGE)
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


@enforces(*_OF_LANGUAGES, Rule.ALLOWED)
def languages_mean_the_same(archive: Archive) -> Iterator[Diagnostic]:
    """Both languages of a text say the same, each in its own language."""
    yield from not_allowed(archive, _unlike(archive), _OF_LANGUAGES)


def _unlike(archive: Archive) -> Iterator[Finding]:
    names = Names(tuple(archive.renderings.values()))
    for claim in claims_of(archive):
        if not _is_a_name(claim):
            for diagnostic in (*unlike_in_languages(claim, names), *in_other_language(claim)):
                yield Finding(claim.name, diagnostic)


def _is_a_name(claim: Claim) -> bool:
    """Whether it is what something is called, which may be in any language."""
    return isinstance(claim.record, Term) and claim.part == "term"


@enforces(*_OF_FIGURES, Rule.ALLOWED)
def figures_are_said_alike(archive: Archive) -> Iterator[Diagnostic]:
    """A figure has the unit and hedge of its passage, and moves as it does there."""
    said = FiguresSaid(archive)
    found = (finding for entry in citing(entries(archive)) for finding in said.findings(entry))
    yield from not_allowed(archive, found, _OF_FIGURES)


def remarks_on_meaning(archive: Archive) -> list[Diagnostic]:
    """Remarks on what a record says that its passages may not, and on what may stand elsewhere: a person decides."""
    return list(not_allowed(archive, _against_passages(archive), REMARKED))


def _against_passages(archive: Archive) -> Iterator[Finding]:
    passages, names = Passages(archive), Names(tuple(archive.renderings.values()))
    for entry in citing(entries(archive)):
        yield from against_passages(passages, names, entry)
    for theme in archive.themes.values():
        for statement in theme.statements:
            yield from said_twice(archive, theme, statement)
            yield from off_theme(passages, theme, statement)
        dated: tuple[Statement | Milestone, ...] = (*theme.statements, *theme.milestones)
        for record in dated:
            yield from misplaced(archive, passages, record)


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
