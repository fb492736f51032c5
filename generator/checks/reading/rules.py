"""The rules that compare records with the texts of their passages, for `atlas verify`."""

from collections.abc import Iterator

from generator.archive import Archive, entries
from generator.checks.claims import claims_of
from generator.checks.meaning.allowed import Finding
from generator.checks.meaning.names import Names
from generator.checks.reading.figures import unlike_figures
from generator.checks.reading.names import unread_names
from generator.checks.reading.records import unnamed
from generator.checks.reading.support import Read, one_sided, unsupported
from generator.checks.sense.dates import not_yet, of_another_year, owed_event
from generator.checks.sense.order import in_other_order, years_as_counts


def against_texts(archive: Archive, texts: Read) -> Iterator[Finding]:
    """What records say that the texts of their passages do not."""
    names = Names(tuple(archive.renderings.values()))
    for claim in claims_of(archive):
        yield from (Finding(claim.name, d) for d in unread_names(archive, texts, names, claim))
        for diagnostic in (*unsupported(archive, texts, claim), *one_sided(claim), *unlike_figures(archive, texts, claim)):
            yield Finding(claim.name, diagnostic)
        for diagnostic in (*in_other_order(claim), *years_as_counts(claim)):
            yield Finding(claim.name, diagnostic)
    for entry in entries(archive):
        for diagnostic in unnamed(archive, texts, entry):
            yield Finding(entry.name, diagnostic)
    for statement in archive.statements:
        yield from of_another_year(statement)
        yield from (Finding(f"statement {statement.id!r}", d) for d in not_yet(archive, statement))
    for milestone in archive.milestones:
        yield from (Finding(f"milestone {milestone.id!r}", d) for d in owed_event(milestone))
