"""Two states of the data → what readers will see change, and which published values would change in silence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from generator.archive import Archive
from generator.checks import Coverage, claims_of, coverage_of, uncited_texts
from generator.diagnostics import Diagnostic, Location, Rule
from generator.editions import Change, Edition, difference, editions_of
from generator.model import Alias, AliasKind, Bilingual, Citation, Correction, file_of
from generator.pages import Workspace
from generator.text import LANGUAGES

Published = Mapping[tuple[str, str], str]
"""By record and what of it: what an edition says."""


@dataclass(frozen=True)
class Wording:
    """A text, date or value that was written otherwise."""

    name: str
    """What it belongs to: `statement 'x'`."""
    part: str
    """Which key of it, with the language of a text: `text.nl`."""
    before: str
    after: str


@dataclass(frozen=True)
class Review:
    """What differs between two states of the data."""

    new_editions: tuple[Edition, ...]
    gone_editions: tuple[str, ...]
    rewritten: tuple[tuple[Change, tuple[str, ...]], ...]
    """What published editions tell otherwise than before: each change with the ids of those that it is in."""
    wordings: tuple[Wording, ...]
    coverage: tuple[tuple[str, Coverage | None, Coverage | None], ...]
    """By source: before and after, where they differ."""


def review(before: Workspace, after: Workspace) -> Review:
    """What readers of `after` will see that readers of `before` did not."""
    old = {edition.id: edition for edition in before.editions}
    new = {edition.id: edition for edition in after.editions}
    found: dict[Change, list[str]] = {}
    for id in (id for id in new if id in old):
        for change in difference(before.facts[id], after.facts[id]):
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
    """A problem for each published value, date or state that changes, and each id that goes, with no log of it.

    What changes because of a source that `before` did not have is no mistake of ours, and needs no log.
    """
    lost = dict(_lost_ids(before, after))
    yield from lost.values()
    logged = {id for c in after.corrections.values() if c.id not in before.corrections for id in c.of}
    renamed = {alias.was: alias.became for alias in after.aliases.values()}
    new = {edition.id: edition for edition in editions_of(after)}
    gone = {id for kind, id in lost if kind in (AliasKind.INDICATOR, AliasKind.MILESTONE)}
    told: set[tuple[str, str]] = set()
    for edition in editions_of(before):
        if edition.id not in new:
            what = f"the edition {edition.id} would be gone: readers cite it"
            yield Diagnostic(
                Location("data/sources/", 1, 1),
                what,
                "Keep its source, and its day of publication.",
                rule=Rule.SILENT_CHANGE,
            )
            continue
        after_now = _published(new[edition.id], frozenset(before.sources))
        for (id, part), value in _published(edition, frozenset(before.sources)).items():
            now = after_now.get((renamed.get(id, id), part))
            is_said = id in logged or id in gone or (id, part) in told
            if now not in (value, _EXEMPT) and not is_said:
                told.add((id, part))
                what = f"{part} of {id!r} was {value} in the edition of {edition.id}, and would be {now or 'gone'}"
                yield Diagnostic(_place_of(after, id), what, _LOG_IT, rule=Rule.SILENT_CHANGE)


_LOG_IT = (
    "A published value does not change in silence. If a mistake of ours was mended, log it in data/corrections.yaml "
    "with this id under `of`; if a new entry stands in the wrong place or names the wrong passage, move it."
)
_EXEMPT = "told by a source that was not there"


def _published(edition: Edition, sources: frozenset[str]) -> Published:
    """The values, dates and states of an edition, as far as they rest on `sources` alone."""
    told: dict[tuple[str, str], str] = {}
    for indicator in edition.indicators:
        for observation in indicator.observations:
            if observation.source.id in sources:
                period, of = observation.cell
                cell = ", ".join([period, *(category for _, category in of), observation.source.id])
                told[indicator.id, f"the value ({cell})"] = str(observation.record.value)
    for milestone in edition.milestones:
        new = any(report.source.id not in sources for report in milestone.reports)
        dates = (milestone.first_due, milestone.latest_due, milestone.done)
        names = ("the first due date", "the latest due date", "the day it was done")
        told[milestone.id, "the state"] = _EXEMPT if new else milestone.state.value
        for name, date in zip(names, dates, strict=True):
            if date or new:
                told[milestone.id, name] = _EXEMPT if new or not date else date.text
    return told


def _lost_ids(before: Archive, after: Archive) -> Iterator[tuple[tuple[AliasKind, str], Diagnostic]]:
    """Rule 11: an id that was published leads somewhere for ever."""
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


def _lost(kind: AliasKind, id: str, source: str = "") -> Diagnostic:
    what = f"the {kind.value} {id!r} is gone, and links to it would break"
    lines = [f"- kind: {kind.value}", f"  was: {id}", "  became: …", *([f"  source: {source}"] if source else [])]
    hint = "\n    ".join(["Bring the record back, or add to this file:", *lines])
    return Diagnostic(Location(file_of(Alias).path(), 1, 1), what, hint, rule=Rule.LOST_ID)


def _place_of(archive: Archive, id: str) -> Location:
    """Where the indicator or milestone is written; the file of corrections if it is gone."""
    places = {record.id: record.place() for record in archive.milestones}
    places |= {record.id: record.place() for record in archive.indicators}
    return places.get(id, Location(file_of(Correction).path(), 1, 1))


def _wordings(before: Archive, after: Archive) -> tuple[tuple[Wording, ...], set[str]]:
    """The texts that are written otherwise, and the ids of all sources cited by a text that differs, came or went."""
    old, new = _texts(before), _texts(after)
    wordings = (Wording(*key[:2], old[key], text) for key, text in new.items() if old.get(key, text) != text)
    differing = {(name, part, cites) for (name, part, cites, _), _ in old.items() ^ new.items()}
    return tuple(wordings), {citation.source for _, _, cites in differing for citation in cites}


def _texts(archive: Archive) -> dict[tuple[str, str, tuple[Citation, ...], int], str]:
    """Every text by language, every value and date: by what it belongs to, its key, what it cites, and its turn."""
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
    """What differs in the reading of the sources: those that `cited` names, and those that differ themselves."""
    ids = {*before.archive.sources, *after.archive.sources}
    touched = cited | {id for id in ids if _itself(before, id) != _itself(after, id)}
    old, new = _covered(before, touched), _covered(after, touched)
    for source in dict.fromkeys((*old, *new)):
        pair = (old.get(source), new.get(source))
        if len({(c.account, c.carried, c.numbers) for c in pair if c}) != 1 or None in pair:
            yield source, *pair


def _itself(workspace: Workspace, id: str) -> tuple[object, ...]:
    """All that the reading of a source depends on but the numbers in the texts that cite it."""
    archive = workspace.archive
    return archive.sources.get(id), archive.passages.get(id), workspace.editions[-1].accounts.get(id)


def _covered(workspace: Workspace, sources: set[str]) -> dict[str, Coverage]:
    covered = coverage_of(workspace.archive, workspace.editions[-1], sources)
    return {coverage.source: coverage for coverage in covered}
