"""Rules over what editors log: corrections name what there is, aliases lead from what is no more to what is."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.registry import upholds
from generator.diagnostics import Diagnostic, Rule, did_you_mean
from generator.model import Alias, AliasKind


@upholds(Rule.UNKNOWN_ID)
def corrections_name_records(archive: Archive) -> Iterator[Diagnostic]:
    """A reader must be able to open what was corrected."""
    ids = archive.ids
    known = set().union(*(ids[kind] for kind in _CORRECTED), (alias.was for alias in archive.aliases.values()))
    for correction in archive.corrections.values():
        for i, id in enumerate(correction.of):
            if id not in known:
                what = (
                    f"correction {correction.id!r} names {id!r}, which is no theme, statement, indicator or milestone"
                )
                yield Diagnostic(
                    correction.place("of", i),
                    what,
                    did_you_mean(id, known) or "Write an id that is there.",
                    rule=Rule.UNKNOWN_ID,
                )


@upholds(Rule.ALIAS, Rule.UNKNOWN_ID)
def aliases_lead_somewhere(archive: Archive) -> Iterator[Diagnostic]:
    """Rule 11: an id that is no more leads to one that is, in one step."""
    ids = archive.ids
    for alias in archive.aliases.values():
        kind = alias.kind.value
        if (alias.kind is AliasKind.PASSAGE) is (alias.source is None):
            what = f"the alias of {kind} {alias.was!r} has {'no' if alias.source is None else 'a'} `source`"
            hint = "A passage needs its source; nothing else has one."
            yield Diagnostic(alias.place(), what, hint, rule=Rule.ALIAS)
            continue
        live = passages_of(archive, alias) if alias.source else ids[alias.kind]
        if alias.was in live:
            what = f"the {kind} {alias.was!r} is still there, so it needs no alias"
            hint = "Remove the alias, or rename the record."
            yield Diagnostic(alias.place("was"), what, hint, rule=Rule.ALIAS)
        if alias.became not in live | ids[AliasKind.THEME]:
            what = f"the alias of {kind} {alias.was!r} leads to {alias.became!r}, which is no {kind}"
            what += "" if alias.kind is AliasKind.THEME else ", nor a theme"
            yield Diagnostic(
                alias.place("became"),
                what,
                did_you_mean(alias.became, live) or f"Write the id of a {kind} that is there.",
                rule=Rule.UNKNOWN_ID,
            )


def passages_of(archive: Archive, alias: Alias) -> set[str]:
    """The ids of the passages of the source that the alias names; none if there is no such source."""
    return set(archive.passages.get(alias.source or "", {}))


_CORRECTED = (AliasKind.THEME, AliasKind.STATEMENT, AliasKind.INDICATOR, AliasKind.MILESTONE)
