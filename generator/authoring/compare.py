"""Compare two versions of the data: what readers will see change, and which published values change without a log."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from generator.archive import Archive
from generator.checks import Coverage, claims_of, coverage_of, uncited_texts
from generator.diagnostics import Diagnostic, Location, Rule
from generator.documents import seal_of
from generator.editions import Change, Edition, Editions, difference
from generator.model import Alias, AliasKind, Bilingual, Citation, Correction, file_of
from generator.pages import Workspace
from generator.text import LANGUAGES

Published = Mapping[tuple[str, str], str]
"""The published values of an edition, by id of the record and name of the value."""


@dataclass(frozen=True)
class Wording:
    """A text, date or value that was reworded or changed."""

    name: str
    """The record that has it: `statement 'x'`."""
    part: str
    """Its key in the record, with the language of a text: `text.nl`."""
    before: str
    after: str


@dataclass(frozen=True)
class Review:
    """What differs between two versions of the data."""

    new_editions: tuple[Edition, ...]
    gone_editions: tuple[str, ...]
    rewritten: tuple[tuple[Change, tuple[str, ...]], ...]
    """What changed in published editions: each change with the ids of the editions that have it, oldest first."""
    wordings: tuple[Wording, ...]
    coverage: tuple[tuple[str, Coverage | None, Coverage | None], ...]
    """Source id, coverage before and after, for each source whose coverage differs; None where it is absent."""


def review(before: Workspace, after: Workspace) -> Review:
    """Return what differs between `before` and `after` for readers of the site."""
    old = {edition.id: edition for edition in before.editions}
    new = {edition.id: edition for edition in after.editions}
    found: dict[Change, list[str]] = {}
    for id in (id for id in new if id in old):
        for change in difference(before.past.facts[id], after.past.facts[id]):
            found.setdefault(change, []).append(id)
    wordings, cited = _wordings(before.archive, after.archive)
    return Review(
        new_editions=tuple(edition for id, edition in new.items() if id not in old),
        gone_editions=tuple(id for id in old if id not in new),
        rewritten=tuple((change, tuple(ids)) for change, ids in found.items()),
        wordings=wordings,
        coverage=tuple(_coverage(before, after, cited)),
    )


def unlogged(before: Archive, after: Archive) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each published value, date or state changed, and each id removed, without a log entry.

    Lost ids come first, then the editions of `before`, oldest first. A change that is caused by a source that `before`
    did not have is not an error of the atlas and needs no log entry.
    """
    lost = dict(_lost_ids(before, after))
    yield from lost.values()
    yield from _passages_changed(before, after)
    yield from _entered_late(before, after)
    logged = {id for c in after.corrections.values() if c.id not in before.corrections for id in c.of}
    renamed = {alias.was: alias.became for alias in after.aliases.values()}
    new = {edition.id: edition for edition in Editions(after)}
    gone = {id for kind, id in lost if kind in (AliasKind.INDICATOR, AliasKind.MILESTONE)}
    reported: set[tuple[str, str]] = set()
    for edition in Editions(before):
        if edition.id not in new:
            what = f"the edition {edition.id} would be removed: readers cite it"
            yield Diagnostic(
                Location("data/sources/", 1, 1),
                what,
                "Keep its source and its date of publication.",
                rule=Rule.SILENT_CHANGE,
            )
            continue
        after_now = _published(new[edition.id], frozenset(before.sources))
        for (id, part), value in _published(edition, frozenset(before.sources)).items():
            now = after_now.get((renamed.get(id, id), part))
            is_explained = id in logged or id in gone or (id, part) in reported
            if now not in (value, _EXEMPT) and not is_explained:
                reported.add((id, part))
                what = f"{part} of {id!r} was {value} in the edition of {edition.id}, and would be {now or 'removed'}"
                yield Diagnostic(_place_of(after, id), what, _LOG_IT, rule=Rule.SILENT_CHANGE)


_LOG_IT = (
    "A published value may not change without a log entry. If an error of the atlas was corrected, log it in "
    "data/corrections.yaml with this id under `of`; if a new entry is in the wrong place or cites the wrong passage, "
    "correct that."
)
_EXEMPT = "reported by a source that did not exist before"


def _published(edition: Edition, sources: frozenset[str]) -> Published:
    """Return the values, dates and states of an edition that are supported by `sources` alone."""
    values: dict[tuple[str, str], str] = {}
    for indicator in edition.indicators:
        for observation in indicator.observations:
            if observation.source.id in sources:
                period, of = observation.cell
                cell = ", ".join([period, *(category for _, category in of), observation.source.id])
                values[indicator.id, f"the value ({cell})"] = str(observation.record.value)
    for milestone in edition.milestones:
        new = any(report.source.id not in sources for report in milestone.reports)
        dates = (milestone.first_due, milestone.latest_due, milestone.done)
        names = ("the first due date", "the latest due date", "the day it was done")
        values[milestone.id, "the state"] = _EXEMPT if new else milestone.state.value
        for name, date in zip(names, dates, strict=True):
            if date or new:
                values[milestone.id, name] = _EXEMPT if new or not date else date.text
    return values


def _lost_ids(before: Archive, after: Archive) -> Iterator[tuple[tuple[AliasKind, str], Diagnostic]]:
    """Yield a diagnostic for each published id that was removed without an alias: published links must not break."""
    led = {(alias.kind, alias.source, alias.was) for alias in after.aliases.values()}
    old, new = before.ids, after.ids
    for kind in AliasKind:
        for id in sorted(old.get(kind, set()) - new.get(kind, set())):
            if (kind, None, id) not in led:
                yield (kind, id), _lost(kind, id)
    for source, passages in before.passages.items():
        for id in passages:
            if id not in after.passages.get(source, {}) and (AliasKind.PASSAGE, source, id) not in led:
                yield (AliasKind.PASSAGE, str(Citation(source, id))), _lost(AliasKind.PASSAGE, id, source)


def _entered_late(before: Archive, after: Archive) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each new source that changes a published edition, without an amendment that names it."""
    published = [source for source in before.sources.values() if source.makes_edition]
    named = {id for amendment in after.amendments.values() for id in amendment.sources}
    for id, source in after.sources.items():
        changed = [e.published.text for e in published if source.published.last <= e.published.last]
        if id not in before.sources and id not in named and changed:
            what = f"{id!r} of {source.published.text} would change editions that were published: {', '.join(changed)}"
            hint = f"Say so in data/amendments.yaml: an entry with {id} under `sources`, and why it is entered late."
            yield Diagnostic(source.place(), what, hint, rule=Rule.SILENT_CHANGE)


def _passages_changed(before: Archive, after: Archive) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each sealed index of passages that is another now, without a new reason for that."""
    for source, old in before.indexes.items():
        new = after.indexes.get(source)
        seals = [seal_of(archive.documents[old.file].value) for archive in (before, after) if source in archive.indexes]
        if new and old.seal and seals[0] != seals[-1] and len(new.read_again) <= len(old.read_again):
            what = f"the passages of {source!r} changed, and nothing says why"
            hint = f"Restore {new.file}, or read the document again: `atlas ingest FILE --id {source} --why '…'`."
            yield Diagnostic(new.place("read_again"), what, hint, rule=Rule.SILENT_CHANGE)


def _lost(kind: AliasKind, id: str, source: str = "") -> Diagnostic:
    what = f"the {kind.value} {id!r} was removed, and links to it would break"
    lines = [f"- kind: {kind.value}", f"  was: {id}", "  became: …", *([f"  source: {source}"] if source else [])]
    hint = "\n    ".join(["Restore the record, or add to this file:", *lines])
    return Diagnostic(Location(file_of(Alias).path(), 1, 1), what, hint, rule=Rule.LOST_ID)


def _place_of(archive: Archive, id: str) -> Location:
    """Return the location of the indicator or milestone; the start of the file of corrections if it was removed."""
    places = {record.id: record.place() for record in archive.milestones}
    places |= {record.id: record.place() for record in archive.indicators}
    return places.get(id, Location(file_of(Correction).path(), 1, 1))


def _wordings(before: Archive, after: Archive) -> tuple[tuple[Wording, ...], set[str]]:
    """Return the reworded texts, and the ids of all sources cited by a text that was changed, added or removed."""
    old, new = _texts(before), _texts(after)
    wordings = (Wording(*key[:2], old[key], text) for key, text in new.items() if old.get(key, text) != text)
    differing = {(name, part, cites) for (name, part, cites, _), _ in old.items() ^ new.items()}
    return tuple(wordings), {citation.source for _, _, cites in differing for citation in cites}


def _texts(archive: Archive) -> dict[tuple[str, str, tuple[Citation, ...], int], str]:
    """Return every text by language, value and date, by record, key, citations, and a number for repeated keys."""
    texts: dict[tuple[str, str, tuple[Citation, ...], int], str] = {}

    def add(name: str, part: str, cites: tuple[Citation, ...], text: str) -> None:
        turn = next(n for n in count() if (name, part, cites, n) not in texts)
        texts[name, part, cites, turn] = text

    for claim in (*claims_of(archive), *uncited_texts(archive)):
        part, cites = ".".join(step for step in claim.path if isinstance(step, str)), tuple(claim.cites)
        if isinstance(claim.value, Bilingual):
            for language in LANGUAGES:
                add(claim.name, f"{part}.{language}", cites, claim.value[language])
        else:
            add(claim.name, part, cites, str(getattr(claim.value, "text", claim.value)))
    return texts


def _coverage(
    before: Workspace, after: Workspace, cited: set[str]
) -> Iterator[tuple[str, Coverage | None, Coverage | None]]:
    """Yield the coverage that differs, for the sources in `cited` and for those that changed themselves."""
    ids = {*before.archive.sources, *after.archive.sources}
    touched = cited | {id for id in ids if _itself(before, id) != _itself(after, id)}
    old, new = _covered(before, touched), _covered(after, touched)
    for source in dict.fromkeys((*old, *new)):
        pair = (old.get(source), new.get(source))
        if len({(c.account, c.carried, c.numbers) for c in pair if c}) != 1 or None in pair:
            yield source, *pair


def _itself(workspace: Workspace, id: str) -> tuple[object, ...]:
    """Return what the coverage of a source depends on, except the numbers in the texts that cite it."""
    archive = workspace.archive
    return archive.sources.get(id), archive.passages.get(id), workspace.editions[-1].accounts.get(id)


def _covered(workspace: Workspace, sources: set[str]) -> dict[str, Coverage]:
    covered = coverage_of(workspace.archive, workspace.editions[-1], sources)
    return {coverage.source: coverage for coverage in covered}
