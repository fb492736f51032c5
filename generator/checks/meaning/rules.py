"""The rules on what texts mean, for the list of all rules."""

from collections.abc import Iterator

from generator.archive import Archive, citing, entries
from generator.checks.claims import Claim, claims_of, uncited_texts
from generator.checks.meaning.against import against_passages
from generator.checks.meaning.allowed import Finding, not_allowed, unknown_rules
from generator.checks.meaning.figures import FiguresSaid
from generator.checks.meaning.languages import unlike_in_languages
from generator.checks.meaning.passages import Passages
from generator.checks.meaning.records import announced_after_done, misplaced, off_theme, said_twice
from generator.checks.meaning.written import in_other_language, unwritten
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import Term

_OF_LANGUAGES = (
    Rule.NEGATION_DIFFERS,
    Rule.MEANING_DIFFERS,
    Rule.UNIT_DIFFERS,
    Rule.NAME_DIFFERS,
    Rule.WRONG_LANGUAGE,
)
_OF_PASSAGES = (
    Rule.UNLIKE_PASSAGE,
    Rule.NEARER_PASSAGE,
    Rule.OPPOSITE_OF_PASSAGE,
    Rule.NAME_NOT_IN_PASSAGE,
    Rule.UNIT_OF_PASSAGE,
    Rule.HEDGE_OF_PASSAGE,
    Rule.DIRECTION_OF_PASSAGE,
    Rule.DENIAL_NOT_IN_PASSAGE,
)
_OF_RECORDS = (Rule.SAID_TWICE, Rule.OFF_THEME, Rule.PLACE_NOT_NAMED)
_ALLOWABLE = (*_OF_LANGUAGES, *_OF_PASSAGES, *_OF_RECORDS)


@enforces(*_OF_LANGUAGES, Rule.ALLOWED)
def languages_mean_the_same(archive: Archive) -> Iterator[Diagnostic]:
    """Both languages of a text say the same, each in its own language."""
    yield from not_allowed(archive, _unlike(archive), _OF_LANGUAGES)
    yield from unknown_rules(archive, _ALLOWABLE)


def _unlike(archive: Archive) -> Iterator[Finding]:
    for claim in claims_of(archive):
        if not _is_a_name(claim):
            for diagnostic in (*unlike_in_languages(claim), *in_other_language(claim)):
                yield Finding(claim.name, diagnostic)


def _is_a_name(claim: Claim) -> bool:
    """Whether it is what something is called, which may be in any language."""
    return isinstance(claim.record, Term) and claim.part == "term"


@enforces(*_OF_PASSAGES, Rule.ALLOWED)
def passages_say_it(archive: Archive) -> Iterator[Diagnostic]:
    """What a record says is in the passages that it cites: their words, their names, and not the opposite."""
    passages, figures = Passages(archive), FiguresSaid(archive)
    found = (
        finding
        for entry in citing(entries(archive))
        for finding in (*against_passages(passages, entry), *figures.findings(entry))
    )
    yield from not_allowed(archive, found, _OF_PASSAGES)


@enforces(*_OF_RECORDS, Rule.ALLOWED)
def records_stand_where_they_belong(archive: Archive) -> Iterator[Diagnostic]:
    """A statement is in the theme that it is about, at the places that it names, and says what no other does."""
    yield from not_allowed(archive, _beside_each_other(archive), _OF_RECORDS)


def _beside_each_other(archive: Archive) -> Iterator[Finding]:
    passages = Passages(archive)
    for theme in archive.themes.values():
        for statement in theme.statements:
            yield from said_twice(archive, theme, statement)
            yield from off_theme(passages, theme, statement)
        for record in (*theme.statements, *theme.milestones):
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
