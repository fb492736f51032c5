"""What checks of records find, part by part of an archive; kept where nothing changed on which it depends."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass
from functools import cache, cached_property
from pathlib import Path

from generator.archive import Archive, Entry, entries, entries_beside, entries_in
from generator.diagnostics import Diagnostic, Location, Rule
from generator.fingerprint import keep, kept, program, text_hash
from generator.model import (
    Alias,
    Allowance,
    Amendment,
    Correction,
    Looked,
    Name,
    PassageIndex,
    Source,
    Tension,
    ThemeText,
    file_of,
)

_PACKAGES = ("archive", "checks", "diagnostics", "documents/search", "model", "text")
"""The packages by which something is found."""
_OF_SOURCE = (Source, PassageIndex)
_ALONE = (Alias, Allowance, Amendment, Correction, Name, Tension)
"""Records on which nothing depends that is found in a theme."""


@dataclass(frozen=True)
class Finding:
    """A diagnostic of a rule on records, and the record it is about."""

    name: str
    """The name of the record in messages, which ends in its id: `a report of milestone 'x'`."""
    diagnostic: Diagnostic

    @property
    def id(self) -> str:
        """The id of the record; empty if it has none."""
        quoted = re.findall(r"'([^']+)'", self.name)
        return str(quoted[-1]) if quoted else ""

    @property
    def key(self) -> str:
        """Of the allowance that would allow it."""
        return f"{self.id}#{self.diagnostic.rule}"


Finder = Callable[[Iterable[Entry]], Iterator[Finding]]
"""Looks at records: what it finds depends on them, on what they cite, and on what all records share."""


@dataclass(frozen=True)
class _Part:
    """The records of a theme, or all that are of none."""

    entries: tuple[Entry, ...]
    key: str
    """A hash of all on which findings depend."""


class Findings:
    """What is found in the records of an archive; with a folder, what was found there before is not looked for again.

    `archive` must be as it was read, or what is kept is not of it.
    """

    def __init__(self, archive: Archive, folder: Path | None = None) -> None:
        self.archive, self.folder = archive, folder

    def of(self, prepare: Callable[[Archive], Finder], *, keeps_problems: bool) -> Iterator[Finding]:
        """What the finder finds, which is prepared only if something must be looked at.

        Unless it `keeps_problems`, only that nothing was found is kept: the hint of a problem may name any passage.
        """
        if self.folder is None:
            yield from prepare(self.archive)(entries(self.archive))
            return
        finder = cache(lambda: prepare(self.archive))
        for part in self._parts:
            file = self.folder / text_hash(prepare.__module__, prepare.__name__, part.key)
            known = kept(file)
            found = list(finder()(part.entries)) if known is None else _read(known)
            if known is None and (keeps_problems or not found):
                with suppress(OSError):
                    keep(file, _written(found))
            yield from found

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        return tuple(_parts_of(self.archive))


def _parts_of(archive: Archive) -> Iterator[_Part]:
    """Each theme, which depends on the sources that it cites, and what is of no theme, which depends on all."""
    hashes = {name: document.digest for name, document in archive.documents.items()}
    of_source = {id: [hashes.pop(file_of(kind).path(id), "") for kind in _OF_SOURCE] for id in archive.sources}
    of_theme = {id: {name: hashes.pop(name) for name in _files_of(id, hashes)} for id in archive.themes}
    computed = [(one.cites, one.value) for figure in archive.indicators for one in figure.observations if one.formula]
    newest = max((source.published.last for source in archive.sources.values()), default=None)
    looked_at = {name: hash for name, hash in hashes.items() if not any(file_of(kind).is_at(name) for kind in _ALONE)}
    shared = text_hash(program(*_PACKAGES), repr((looked_at, computed, newest)))
    for id, theme in archive.themes.items():
        own = tuple(entries_in(theme))
        cited = {source: of_source.get(source) for entry in own for source in _sources_of(entry)}
        yield _Part(own, text_hash(shared, repr((id, of_theme[id], cited))))
    yield _Part(tuple(entries_beside(archive)), text_hash(shared, repr((hashes, of_source))))


def _files_of(theme: str, names: Iterable[str]) -> list[str]:
    folder = file_of(ThemeText).path(theme).rpartition("/")[0]
    return [name for name in names if name.startswith(f"{folder}/")]


def _sources_of(entry: Entry) -> Iterator[str]:
    yield from (citation.source for citation in entry.cites)
    if isinstance(entry.record, Looked):
        yield entry.record.source


def _written(found: Iterable[Finding]) -> bytes:
    rows = []
    for finding in found:
        problem = finding.diagnostic
        rows.append([finding.name, *astuple(problem.location), problem.message, problem.hint, problem.rule.value])
    return json.dumps(rows).encode()


def _read(written: bytes) -> list[Finding]:
    rows = json.loads(written)
    return [
        Finding(name, Diagnostic(Location(*place), message, hint, rule=Rule(rule)))
        for name, *place, message, hint, rule in rows
    ]
