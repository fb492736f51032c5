"""Rules for ids, and for the logs of what was corrected, amended, renamed and allowed."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from generator.archive import Archive, entries_in, source_of
from generator.checks.meaning.rules import OF_MEANING
from generator.checks.reading.rules import OF_READING
from generator.checks.registry import enforces, unknown_rules
from generator.checks.sense.rules import OF_SENSE
from generator.diagnostics import Diagnostic, Location, Rule, did_you_mean
from generator.model import Alias, AliasKind

ANCHORS = (
    "content", "standing", "tensions", "promised", "places", "indicators", "said", "related", "all", "amended",
    "by-theme", "kept", "leading", "longest", "notes", "outcomes", "outside", "q", "rest", "rows", "search-results",
    "search-status", "moved-dates", "themes", "longest-past", "longest-past-promises", "places-close-up",
    "places-world", "brief",
)  # fmt: skip
"""Ids of the sections of pages, and of the charts that are of no single record."""
PARTS_OF_A_CHART = (
    ("figure-", ""), ("", "-title"), ("", "-desc"), ("", "-narrow"), ("", "-narrow-title"), ("", "-narrow-desc"),
)  # fmt: skip
"""What stands before and after the name of a chart in the ids and files that belong to it."""


@enforces(Rule.ID_TAKEN)
def ids_are_unique(archive: Archive) -> Iterator[Diagnostic]:
    """An id is an address: it is unique in all themes, and differs from every name that pages are given."""
    milestones: dict[str, str] = {}
    anchors = dict.fromkeys(ANCHORS, "sections of a page") | dict.fromkeys(archive.sources, "sources")
    anchors |= dict.fromkeys(archive.themes, "themes") | _generated(archive)
    for theme in archive.themes.values():
        for kind, taken in (("statements", anchors), ("indicators", anchors), ("milestones", milestones)):
            for record in getattr(theme, kind):
                place = record.place("id")
                yield from _taken(record.id, f"{kind} of {theme.id!r}, on line {place.line}", taken, place)
    for tension in archive.tensions.values():
        yield from _taken(tension.id, "tensions", anchors, tension.place("id"))


def _generated(archive: Archive) -> dict[str, str]:
    """The names that charts and sections are given after records: of what each is, by the name."""
    charts = {f"{id}-{part}": id for id in archive.themes for part in ("evolution", "map", "promises", "outside")}
    charts |= {f"{milestone.id}-evolution": milestone.id for milestone in archive.milestones}
    charts |= {f"{indicator.id}-series": indicator.id for indicator in archive.indicators}
    own = {indicator.id: indicator.id for indicator in archive.indicators}
    parts = {f"{before}{key}{after}": id for key, id in (charts | own).items() for before, after in PARTS_OF_A_CHART}
    threads = {f"thread-{thread.id}": thread.id for theme in archive.themes.values() for thread in theme.text.threads}
    return {name: f"charts and sections of {id!r}" for name, id in (parts | charts | threads).items()}


def _taken(id: str, where: str, taken: dict[str, str], place: Location) -> Iterator[Diagnostic]:
    if id in taken:
        hint = "Choose another id for the newer of the two."
        yield Diagnostic(place, f"the id {id!r} is already used by the {taken[id]}", hint, rule=Rule.ID_TAKEN)
    taken.setdefault(id, where)


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


@enforces(Rule.CORRECTED_BEFORE)
def corrections_are_of_what_was_published(archive: Archive) -> Iterator[Diagnostic]:
    """A correction is dated no earlier than the first edition, and the first source of each record that it is of."""
    first = min((source.published.first for source in archive.sources.values() if source.makes_edition), default=None)
    known = _first_known(archive) if archive.corrections else {}
    for correction in archive.corrections.values():
        for i, id in enumerate(correction.of):
            since = known.get(id, first)
            if since and correction.published.last < since:
                what = f"correction {correction.id!r} is of {correction.published.text}, and no edition had {id!r} "
                what += f"before {since}"
                hint = "Correct the day on which the mistake was mended, or the id."
                yield Diagnostic(correction.place("of", i), what, hint, rule=Rule.CORRECTED_BEFORE)


def _first_known(archive: Archive) -> dict[str, date]:
    """By the id of each record of a theme: the first day of the oldest source that it, or a part of it, cites."""
    known: dict[str, date] = {}
    for entry in chain.from_iterable(map(entries_in, archive.themes.values())):
        id = getattr(entry.parent or entry.record, "id", "")
        for source in filter(None, (source_of(archive, citation) for citation in entry.cites)):
            known[id] = min(source.published.first, known.get(id, source.published.first))
    return known


@enforces(Rule.UNKNOWN_SOURCE, Rule.AMENDMENT)
def amendments_name_late_sources(archive: Archive) -> Iterator[Diagnostic]:
    """An amendment names sources that exist, each known to an edition of another that was published before it."""
    for amendment in archive.amendments.values():
        for i, id in enumerate(amendment.sources):
            source = archive.sources.get(id)
            if source is None:
                what = f"amendment {amendment.id!r} names {id!r}, which is not a source"
                hint = did_you_mean(id, archive.sources) or "Write the id of a source."
                yield Diagnostic(amendment.place("sources", i), what, hint, rule=Rule.UNKNOWN_SOURCE)
            elif not any(
                other.id != id and source.published.last <= other.published.last < amendment.published.last
                for other in archive.sources.values()
                if other.makes_edition
            ):
                what = f"no other edition that knows {id!r} of {source.published.text} was published before "
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


@enforces(Rule.ALLOWED)
def allowances_are_of_rules_that_may_be_allowed(archive: Archive) -> Iterator[Diagnostic]:
    """What is allowed is a finding of a rule on meaning: others are never right."""
    yield from unknown_rules(archive, (*OF_MEANING, *OF_SENSE, *OF_READING))
