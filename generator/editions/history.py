"""The editions of an archive, and what each knows otherwise than those before it: worked out when it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import overload

from generator.archive import Archive
from generator.editions.diff import Change, Facts, difference, facts_of_all
from generator.editions.edition import Edition, edition_of
from generator.model import Source


class Editions(Sequence[Edition]):
    """Every edition of an archive, oldest first: one for each publication date of a source that makes one.

    Each is worked out when it is first asked for.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._sources: dict[str, Source] = {}
        for source in archive.sources.values():
            if source.makes_edition:
                self._sources.setdefault(source.published.text, source)
        self._known: dict[str, Edition] = {}

    def __len__(self) -> int:
        return len(self._sources)

    @overload
    def __getitem__(self, index: int) -> Edition: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Edition, ...]: ...
    def __getitem__(self, index: int | slice) -> Edition | tuple[Edition, ...]:
        found = list(self._sources)[index]
        return self._of(found) if isinstance(found, str) else tuple(map(self._of, found))

    def _of(self, id: str) -> Edition:
        if id not in self._known:
            self._known[id] = edition_of(self._archive, self._sources[id])
        return self._known[id]


class History:
    """What each of some editions knows otherwise than those before it.

    Args:
        editions: oldest first.
    """

    def __init__(self, editions: Sequence[Edition]) -> None:
        self._editions = editions
        self._since: dict[str, dict[str | None, tuple[Change, ...]]] = {}

    @cached_property
    def facts(self) -> dict[str, Facts]:
        """What each edition knows, by its id."""
        return facts_of_all(self._editions)

    def since(self, edition: Edition) -> dict[str | None, tuple[Change, ...]]:
        """The changes since each earlier edition, by its id, the newest first; under None, all that `edition` knows."""
        if edition.id not in self._since:
            known = self.facts[edition.id]
            earlier = {since: self.facts[since] if since else {} for since in (*edition.compared, None)}
            self._since[edition.id] = {since: tuple(difference(facts, known)) for since, facts in earlier.items()}
        return self._since[edition.id]

    def changes(self, edition: Edition) -> tuple[Change, ...]:
        """What `edition` knows otherwise than the one before it."""
        return next(iter(self.since(edition).values()))

    def steps(self, edition: Edition) -> tuple[tuple[Edition, tuple[Change, ...]], ...]:
        """The edition and each before it, newest first, with what it knows otherwise than the one before it."""
        editions = {known.id: known for known in self._editions}
        return tuple((editions[id], self.changes(editions[id])) for id in (edition.id, *edition.earlier))
