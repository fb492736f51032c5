"""Rules for corrections and aliases."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule, did_you_mean
from generator.model import Alias, AliasKind


@enforces(Rule.UNKNOWN_ID)
def corrections_name_records(archive: Archive) -> Iterator[Diagnostic]:
    """Every record that a correction refers to exists."""
    ids = archive.ids
    known = set().union(*(ids[kind] for kind in _CORRECTED), (alias.was for alias in archive.aliases.values()))
    for correction in archive.corrections.values():
        for i, id in enumerate(correction.of):
            if id not in known:
                what = f"correction {correction.id!r} names {id!r}, "
                what += "which is not a theme, statement, indicator or milestone"
                yield Diagnostic(
                    correction.place("of", i),
                    what,
                    did_you_mean(id, known) or "Write an id that exists.",
                    rule=Rule.UNKNOWN_ID,
                )


@enforces(Rule.UNKNOWN_SOURCE, Rule.AMENDMENT)
def amendments_name_late_sources(archive: Archive) -> Iterator[Diagnostic]:
    """An amendment names sources that exist, each older than an edition that was published before the amendment."""
    editions = [source.published.last for source in archive.sources.values() if source.makes_edition]
    for amendment in archive.amendments.values():
        for i, id in enumerate(amendment.sources):
            source = archive.sources.get(id)
            if source is None:
                what = f"amendment {amendment.id!r} names {id!r}, which is not a source"
                hint = did_you_mean(id, archive.sources) or "Write the id of a source."
                yield Diagnostic(amendment.place("sources", i), what, hint, rule=Rule.UNKNOWN_SOURCE)
            elif not any(source.published.last < day < amendment.published.last for day in editions):
                what = f"{id!r} of {source.published.text} is older than no edition that was published before "
                what += f"{amendment.published.text}, so that none was amended"
                hint = "Remove it here, or correct the day on which the editions changed."
                yield Diagnostic(amendment.place("sources", i), what, hint, rule=Rule.AMENDMENT)


@enforces(Rule.ALIAS, Rule.UNKNOWN_ID)
def aliases_lead_somewhere(archive: Archive) -> Iterator[Diagnostic]:
    """Rule 11: an alias leads from an id that no longer exists to one that does, in one step."""
    ids = archive.ids
    for alias in archive.aliases.values():
        kind = alias.kind.value
        if (alias.kind is AliasKind.PASSAGE) is (alias.source is None):
            what = f"the alias of {kind} {alias.was!r} has {'no' if alias.source is None else 'a'} `source`"
            hint = "Write `source` for a passage, and only for a passage."
            yield Diagnostic(alias.place(), what, hint, rule=Rule.ALIAS)
            continue
        live = passages_of(archive, alias) if alias.source else ids[alias.kind]
        if alias.was in live:
            what = f"the {kind} {alias.was!r} still exists, so it needs no alias"
            hint = "Remove the alias, or rename the record."
            yield Diagnostic(alias.place("was"), what, hint, rule=Rule.ALIAS)
        if alias.became not in live | ids[AliasKind.THEME]:
            what = f"the alias of {kind} {alias.was!r} leads to {alias.became!r}, which is not a {kind}"
            what += "" if alias.kind is AliasKind.THEME else " or a theme"
            yield Diagnostic(
                alias.place("became"),
                what,
                did_you_mean(alias.became, live) or f"Write the id of a {kind} that exists.",
                rule=Rule.UNKNOWN_ID,
            )


def passages_of(archive: Archive, alias: Alias) -> set[str]:
    """The ids of the passages of the source of the alias; empty if that source is unknown."""
    return set(archive.passages.get(alias.source or "", {}))


_CORRECTED = (AliasKind.THEME, AliasKind.STATEMENT, AliasKind.INDICATOR, AliasKind.MILESTONE)
