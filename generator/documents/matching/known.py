"""What was known of the records on the eve of a document: only what earlier documents said."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from generator.archive import Archive
from generator.documents.search import hash_by_word, hashed, stems_in
from generator.model import (
    Citation,
    Indicator,
    LineageKind,
    Milestone,
    Period,
    Record,
    Says,
    Statement,
    Term,
    is_registered,
)
from generator.text import LANGUAGES

_ENDED = (Says.DONE, Says.DROPPED)
_BECAME = (LineageKind.RENAMED, LineageKind.MERGED)
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Known:
    """The records as they were known, each with the id of its theme."""

    archive: Archive
    sources: frozenset[str]
    """Ids of the documents that were published before."""
    statements: tuple[tuple[str, Statement], ...]
    milestones: tuple[tuple[str, Milestone], ...]
    """With the reports and lineages of earlier documents only."""
    indicators: tuple[tuple[str, Indicator], ...]
    """With the observations of earlier documents only."""
    themes: tuple[str, ...]
    """Those that an earlier document mentions."""

    @property
    def records(self) -> tuple[tuple[str, Milestone | Indicator], ...]:
        """The milestones and the indicators."""
        return (*self.milestones, *self.indicators)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary as it was known."""
        return tuple(t for t in self.archive.terms.values() if any(c.source in self.sources for c in t.cites))

    @cached_property
    def terms_of_themes(self) -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
        """The terms of each theme that an earlier passage has, with patterns of a word that begins with them."""
        return {
            id: tuple(
                (term, re.compile(rf"(?<!\w){re.escape(term)}", re.IGNORECASE))
                for term in self.archive.themes[id].text.terms
                if self._is_held(term)
            )
            for id in self.themes
        }

    def _is_held(self, term: str) -> bool:
        """Whether an earlier passage or heading has all words of a term."""
        stems = stems_in(term, LANGUAGES[0])
        return any(self._having(source, hash_by_word(stems, source).values()) for source in self._stems)

    def _having(self, source: str, hashes: Collection[str]) -> frozenset[int]:
        """The passages of a source, by their places, that have all of some hashes."""
        stems = self._stems[source]
        return frozenset.intersection(*(stems.get(digits, frozenset()) for digits in hashes))

    @cached_property
    def _stems(self) -> Mapping[str, Mapping[str, frozenset[int]]]:
        """By source, which passages have each hash of a word in them or in the headings above them, by their places."""
        found = {}
        for source in sorted(self.sources & self.archive.passages.keys()):
            having: defaultdict[str, set[int]] = defaultdict(set)
            for place, passage in enumerate(self.archive.passages[source].values()):
                above = hashed(stems_in(passage.section, LANGUAGES[0]), source)
                for digits in f"{passage.stems or ''} {above}".split():
                    having[digits].add(place)
            found[source] = {digits: frozenset(places) for digits, places in having.items()}
        return found

    @cached_property
    def cited_by_theme(self) -> Mapping[str, frozenset[Citation]]:
        """The earlier passages that the records of each theme cite."""
        found: dict[str, set[Citation]] = {theme: set() for theme in self.themes}
        for theme, statement in self.statements:
            found[theme] |= {*statement.cites}
        for theme, milestone in self.milestones:
            found[theme] |= {citation for report in milestone.reports for citation in report.cites}
        for theme, indicator in self.indicators:
            found[theme] |= {citation for value in indicator.observations for citation in value.cites}
        return {theme: frozenset(cites) for theme, cites in found.items()}

    def texts_by_theme(self, code: str) -> Mapping[str, Sequence[str]]:
        """What the records of each theme say, in the language `code`."""
        found: dict[str, list[str]] = {theme: [] for theme in self.themes}
        for theme, statement in self.statements:
            found[theme].append(statement.text[code])
        for theme, record in self.records:
            found[theme].append(record.title[code])
        return found

    @cached_property
    def open(self) -> tuple[tuple[str, Milestone], ...]:
        """The milestones that were neither done, dropped, nor continued as another one."""
        continued = {
            id
            for _, milestone in self.milestones
            for lineage in milestone.lineage
            if lineage.kind in _BECAME
            for id in lineage.of
        }
        return tuple((t, m) for t, m in self.milestones if m.id not in continued and is_open(self.archive, m))


def is_open(archive: Archive, milestone: Milestone) -> bool:
    """Whether the milestone is open: the last report to parliament says neither done nor dropped."""
    cited = ((archive.sources.get(report.cites[0].source), report) for report in milestone.reports)
    says = [report.says for source, report in cited if not (source and source.is_outside)]
    return not says or says[-1] not in _ENDED


def known_before(archive: Archive, source: str, published: Period) -> Known:
    """What was known before the day of publication of the source, by sources other than itself."""
    eve = _Eve(archive, source, published.first)
    themes = archive.themes.values()
    statements = tuple((theme.id, s) for theme in themes for s in theme.statements if eve.is_known(s.cites))
    milestones = tuple(
        (theme.id, known)
        for theme in themes
        for m in theme.milestones
        if (known := m.model_copy(update={"reports": eve.of(m.reports), "lineage": eve.of(m.lineage)})).reports
    )
    indicators = tuple(
        (theme.id, counted)
        for theme in themes
        for i in theme.indicators
        if (counted := i.model_copy(update={"observations": eve.of(i.observations)})).observations
    )
    named = {theme for theme, _ in (*statements, *milestones, *indicators)}
    return Known(
        archive, eve.sources, statements, milestones, indicators, tuple(t for t in archive.themes if t in named)
    )


class _Eve:
    """The day before a document."""

    def __init__(self, archive: Archive, source: str, day: date) -> None:
        self.sources = frozenset(s.id for s in archive.sources.values() if s.published.last < day and s.id != source)
        documents = archive.references.values()
        self.registered = frozenset(d.id for d in documents if d.published and d.published.last < day)

    def is_known(self, cites: Iterable[Citation]) -> bool:
        return all(c.passage in self.registered if is_registered(c) else c.source in self.sources for c in cites)

    def of(self, records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record for record in records if self.is_known(getattr(record, "cites", ())))
