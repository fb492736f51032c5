"""The rules on whether a record makes sense by itself, for the list of all rules."""

from collections.abc import Iterable, Iterator

from generator.archive import Archive, Entry
from generator.checks.claims import Claim, claims_in, in_claims
from generator.checks.registry import Finder, Finding, enforces, enforces_by_record
from generator.checks.sense.dates import not_yet, of_another_year
from generator.checks.sense.order import in_other_order, years_as_counts
from generator.checks.sense.silence import denial_lost
from generator.diagnostics import Diagnostic, Rule
from generator.model import Statement

OF_SENSE = (Rule.FIGURES_IN_OTHER_ORDER, Rule.YEAR_AS_NUMBER, Rule.OTHER_YEAR, Rule.DENIAL_LOST)
"""The rules of which a finding may be right."""


@enforces_by_record(*OF_SENSE, allowable=True)
def figures_and_years_are_in_place(archive: Archive) -> Finder:
    """Figures are in the same order in both languages, years where years belong, and no denial is lost."""

    def find(entries: Iterable[Entry]) -> Iterator[Finding]:
        known = list(entries)
        yield from in_claims(claims_in, _out_of_place)(known)
        for entry in known:
            if isinstance(entry.record, Statement):
                yield from of_another_year(entry.record)

    return find


def _out_of_place(claim: Claim) -> Iterator[Diagnostic]:
    yield from in_other_order(claim)
    yield from years_as_counts(claim)
    yield from denial_lost(claim)


@enforces(Rule.NOT_YET)
def what_is_to_come_is_a_plan(archive: Archive) -> Iterator[Diagnostic]:
    """Only a plan is of a time after its sources were published."""
    for statement in archive.statements:
        yield from not_yet(archive, statement)
