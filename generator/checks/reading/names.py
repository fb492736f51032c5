"""Names in a title, definition, note or contradiction that none of its passages has."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.claims import Claim
from generator.checks.meaning.names import Names, names_in
from generator.checks.reading.support import Read
from generator.diagnostics import Diagnostic, Rule
from generator.model import (
    Bilingual,
    Citation,
    Indicator,
    IndicatorGroup,
    Milestone,
    Observation,
    Report,
    Standing,
    Statement,
    Term,
)

_ELSEWHERE = (Statement, Report, Standing, Term, IndicatorGroup, Observation)
"""Records whose names only `check` compares, by hashes of passages, and those whose texts explain more."""


def unread_names(archive: Archive, texts: Read, names: Names, claim: Claim) -> Iterator[Diagnostic]:
    """A problem for each name of a text that no passage and no title of its sources has.

    The text is the one in the language of the passages.

    Of an indicator or milestone the passages are those of all of its observations or reports.
    """
    cites = _cites(claim)
    if isinstance(claim.record, _ELSEWHERE) or not isinstance(claim.value, Bilingual) or not cites:
        return
    codes = {archive.indexes[c.source].language if c in texts else "" for c in cites}
    code = codes.pop()
    if codes or not code:
        return
    sources = [archive.sources[c.source] for c in cites]
    called = [part[code] for source in sources for part in (source.title, source.sender, source.publisher) if part]
    read = "\n".join([*(texts[c] for c in cites), *called]).lower()
    for name in dict.fromkeys(names_in(claim.value[code])):
        if name.lower() not in read and not names.is_implied(name, code):
            what = f"{claim.part} of {claim.name} names {name!r}, which its passages do not"
            hint = "Cite the passage that names it, or correct the name."
            yield Diagnostic(claim.place(code), what, hint, rule=Rule.NAME_NOT_READ)


def _cites(claim: Claim) -> tuple[Citation, ...]:
    record = claim.record
    if isinstance(record, Indicator):
        return tuple(c for observation in record.observations for c in observation.cites)
    return tuple(c for report in record.reports for c in report.cites) if isinstance(record, Milestone) else claim.cites
