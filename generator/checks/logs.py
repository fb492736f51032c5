"""Rules over what editors log: corrections name what there is, aliases lead from what is no more to what is."""

from collections.abc import Iterator, Mapping

from generator.archive import Archive
from generator.diagnostics import Diagnostic, Rule, did_you_mean
from generator.model import Alias, AliasKind


def corrections_name_records(archive: Archive) -> Iterator[Diagnostic]:
    """A reader must be able to open what was corrected."""
    ids = ids_by_kind(archive)
    known = set().union(*(ids[kind] for kind in _CORRECTED), (alias.was for alias in archive.aliases.values()))
    for i, correction in enumerate(archive.corrections.values()):
        for j, id in enumerate(correction.of):
            if id not in known:
                what = (
                    f"correction {correction.id!r} names {id!r}, which is no theme, statement, indicator or milestone"
                )
                yield Diagnostic(
                    archive.place("corrections.yaml", i, "of", j),
                    what,
                    did_you_mean(id, known) or "Write an id that is there.",
                    rule=Rule.UNKNOWN_ID,
                )


def aliases_lead_somewhere(archive: Archive) -> Iterator[Diagnostic]:
    """Rule 11: an id that is no more leads to one that is, in one step."""
    ids = ids_by_kind(archive)
    for i, alias in enumerate(archive.aliases.values()):
        kind = alias.kind.value
        if (alias.kind is AliasKind.PASSAGE) is (alias.source is None):
            what = f"the alias of {kind} {alias.was!r} has {'no' if alias.source is None else 'a'} `source`"
            yield Diagnostic(
                archive.place("aliases.yaml", i),
                what,
                "A passage needs its source; nothing else has one.",
                rule=Rule.ALIAS,
            )
            continue
        live = passages_of(archive, alias) if alias.source else ids[alias.kind]
        if alias.was in live:
            what = f"the {kind} {alias.was!r} is still there, so it needs no alias"
            yield Diagnostic(
                archive.place("aliases.yaml", i, "was"),
                what,
                "Remove the alias, or rename the record.",
                rule=Rule.ALIAS,
            )
        if alias.became not in live | ids[AliasKind.THEME]:
            what = f"the alias of {kind} {alias.was!r} leads to {alias.became!r}, which is no {kind}"
            what += "" if alias.kind is AliasKind.THEME else ", nor a theme"
            yield Diagnostic(
                archive.place("aliases.yaml", i, "became"),
                what,
                did_you_mean(alias.became, live) or f"Write the id of a {kind} that is there.",
                rule=Rule.UNKNOWN_ID,
            )


def ids_by_kind(archive: Archive) -> Mapping[AliasKind, set[str]]:
    """The ids of all records that pages link to, passages left out."""
    themes = archive.themes.values()
    return {
        AliasKind.THEME: set(archive.themes),
        AliasKind.STATEMENT: {record.id for theme in themes for record in theme.statements},
        AliasKind.INDICATOR: {record.id for theme in themes for record in theme.indicators},
        AliasKind.MILESTONE: {record.id for theme in themes for record in theme.milestones},
        AliasKind.SOURCE: set(archive.sources),
        AliasKind.PLACE: set(archive.places),
        AliasKind.TERM: set(archive.terms),
        AliasKind.TENSION: set(archive.tensions),
    }


def passages_of(archive: Archive, alias: Alias) -> set[str]:
    """The ids of the passages of the source that the alias names; none if there is no such source."""
    return set(archive.passages.get(alias.source or "", {}))


_CORRECTED = (AliasKind.THEME, AliasKind.STATEMENT, AliasKind.INDICATOR, AliasKind.MILESTONE)
