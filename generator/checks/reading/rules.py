"""The rules that hold records against the texts of their passages, for `atlas verify`."""

from collections.abc import Iterator

from generator.archive import Archive, entries
from generator.checks.claims import claims_of
from generator.checks.meaning.names import Names
from generator.checks.reading.counted import counted_otherwise
from generator.checks.reading.dropped import given_as_fact
from generator.checks.reading.figures import unlike_figures, unlike_value
from generator.checks.reading.names import unread_names
from generator.checks.reading.records import unnamed
from generator.checks.reading.support import Read, one_sided, unsupported
from generator.checks.registry import Finding, not_allowed
from generator.diagnostics import Diagnostic, Rule
from generator.model import Citation

OF_READING = (
    Rule.WORD_NOT_READ,
    Rule.WORD_OF_ONE_LANGUAGE,
    Rule.FIGURE_NOT_READ,
    Rule.NAME_NOT_READ,
    Rule.NOT_NAMED,
)
"""The rules that need the documents."""


def against_texts(archive: Archive, texts: Read) -> list[Diagnostic]:
    """What records say that the texts of their passages do not, unless it is allowed in data/allowed.yaml.

    `texts` has passages by their citation, each under its heading. A record of which a passage is missing there is not
    examined. Allowances that allow nothing are reported once all passages are there.
    """
    is_whole = all(Citation(source, id) in texts for source, read in archive.passages.items() for id in read)
    found = not_allowed(archive, _findings(archive, texts), OF_READING)
    return [diagnostic for diagnostic in found if is_whole or diagnostic.rule is not Rule.ALLOWED]


def _findings(archive: Archive, texts: Read) -> Iterator[Finding]:
    names = Names(tuple(archive.renderings.values()))
    for claim in claims_of(archive):
        found = (
            *unsupported(archive, texts, claim),
            *one_sided(claim),
            *unlike_figures(archive, texts, claim),
            *given_as_fact(archive, texts, claim),
            *counted_otherwise(archive, texts, claim),
            *unread_names(archive, texts, names, claim),
        )
        yield from (Finding(claim.name, diagnostic) for diagnostic in found)
    for entry in entries(archive):
        for diagnostic in (*unnamed(archive, texts, entry), *unlike_value(archive, texts, entry)):
            yield Finding(entry.name, diagnostic)
