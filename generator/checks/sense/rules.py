"""The rules on whether a record makes sense by itself, for the list of all rules."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.claims import claims_of
from generator.checks.meaning.allowed import Finding, not_allowed
from generator.checks.registry import enforces
from generator.checks.sense.dates import not_yet, of_another_year, owed_event
from generator.checks.sense.order import in_other_order, years_as_counts
from generator.checks.sense.silence import denial_lost
from generator.diagnostics import Diagnostic, Rule

OF_SENSE = (Rule.FIGURES_IN_OTHER_ORDER, Rule.YEAR_AS_NUMBER, Rule.OTHER_YEAR, Rule.DENIAL_LOST)
"""The rules of which a finding may be right."""


@enforces(*OF_SENSE, Rule.ALLOWED)
def figures_and_years_are_in_place(archive: Archive) -> Iterator[Diagnostic]:
    """Figures are in the same order in both languages, years where years belong, and no denial is lost."""
    yield from not_allowed(archive, _out_of_place(archive), OF_SENSE)


def _out_of_place(archive: Archive) -> Iterator[Finding]:
    for claim in claims_of(archive):
        for diagnostic in (*in_other_order(claim), *years_as_counts(claim), *denial_lost(claim)):
            yield Finding(claim.name, diagnostic)
    for statement in archive.statements:
        yield from of_another_year(statement)


@enforces(Rule.NOT_YET, Rule.NATURE)
def what_is_to_come_is_a_plan(archive: Archive) -> Iterator[Diagnostic]:
    """Only a plan is of a time after its sources were published, and nobody owes an event."""
    for statement in archive.statements:
        yield from not_yet(archive, statement)
    for milestone in archive.milestones:
        yield from owed_event(milestone)
