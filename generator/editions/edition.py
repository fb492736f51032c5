"""(Archive, source) → `Edition`: the atlas exactly as it could have been known on the day that source was published."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.archive import Archive, Entry, Theme, citing, entries_in
from generator.editions.milestones import KnownMilestone, known_milestone
from generator.editions.vintages import KnownIndicator, known_indicator
from generator.model import (
    Alias,
    Citation,
    Correction,
    Dimension,
    Document,
    Lineage,
    Milestone,
    Place,
    Source,
    SourceKind,
    Standing,
    Statement,
    Tension,
    Term,
    ThemeText,
)


@dataclass(frozen=True)
class KnownStatement:
    """A statement with the last of the sources that it cites."""

    record: Statement
    theme: str
    source: Source

    @property
    def id(self) -> str:
        return self.record.id


@dataclass(frozen=True)
class KnownTheme:
    """A theme as an edition knows it. Without any record it is a theme that had not been mentioned yet."""

    id: str
    text: ThemeText
    """As written, without the standings of later sources."""
    standings: tuple[tuple[Source, Standing], ...]
    """Oldest first."""
    statements: tuple[KnownStatement, ...]
    """By source, oldest first, then as written."""
    indicators: tuple[KnownIndicator, ...]
    milestones: tuple[KnownMilestone, ...]
    tensions: tuple[Tension, ...]
    mentions: dict[str, int]
    """By source id: how many of its records (standings not counted) come from that source. Zero for the others."""

    @property
    def is_mentioned(self) -> bool:
        """Whether any known source mentions it."""
        return any(self.mentions.values()) or bool(self.standings)

    def is_mentioned_by(self, source: Source) -> bool:
        """Whether that source mentions it, even if only in a standing or a figure."""
        return self.mentions[source.id] > 0 or any(known.id == source.id for known, _ in self.standings)


@dataclass(frozen=True)
class Account:
    """How much of a source has been read into the atlas."""

    passages: int
    cited: int
    out_of_scope: int

    @property
    def accounted(self) -> int:
        return self.cited + self.out_of_scope

    @property
    def is_complete(self) -> bool:
        """Whether every passage is cited or out of scope. A source without passages is never complete."""
        return self.passages > 0 and self.accounted == self.passages


@dataclass(frozen=True)
class Edition:
    """The atlas as known on one day."""

    id: str
    """The publication date of its source, as printed."""
    source: Source
    as_of: date
    """The last day of that date."""
    sources: dict[str, Source]
    """Known sources by id, oldest first."""
    accounts: dict[str, Account]
    """By source id, of those that are held."""
    themes: dict[str, KnownTheme]
    """Every theme of the archive, also those not mentioned yet."""
    tensions: tuple[Tension, ...]
    terms: tuple[Term, ...]
    places: dict[str, Place]
    dimensions: dict[str, Dimension]
    references: tuple[Document, ...]
    """Documents that exist and are not held, oldest first: published by then, or named by a known source."""
    corrections: tuple[Correction, ...] = ()
    """Mistakes of ours in records that it knows, the last mended first."""
    aliases: tuple[Alias, ...] = ()
    """Ids that records which it knows had before."""

    @property
    def earlier(self) -> tuple[str, ...]:
        """Ids of the editions before this one, the newest first."""
        known = [source.published for source in self.sources.values() if source.kind is not SourceKind.EXTERNAL]
        return tuple(dict.fromkeys(day.text for day in reversed(known) if day.text != self.id))

    @property
    def mentioned(self) -> tuple[KnownTheme, ...]:
        """The themes that a known source mentions."""
        return tuple(theme for theme in self.themes.values() if theme.is_mentioned)

    @property
    def milestones(self) -> tuple[KnownMilestone, ...]:
        return tuple(milestone for theme in self.themes.values() for milestone in theme.milestones)

    @property
    def statements(self) -> tuple[KnownStatement, ...]:
        return tuple(statement for theme in self.themes.values() for statement in theme.statements)

    @property
    def indicators(self) -> tuple[KnownIndicator, ...]:
        return tuple(indicator for theme in self.themes.values() for indicator in theme.indicators)


def editions_of(archive: Archive) -> tuple[Edition, ...]:
    """Every edition, oldest first: one for each publication date of a source that is not external."""
    dates: dict[str, Source] = {}
    for source in archive.sources.values():
        if source.kind is not SourceKind.EXTERNAL:
            dates.setdefault(source.published.text, source)
    return tuple(edition_of(archive, source) for source in dates.values())


def edition_of(archive: Archive, source: Source) -> Edition:
    """The atlas as known on the last day of the publication date of `source`: nothing published later is in it."""
    as_of = source.published.last
    sources = {s.id: s for s in archive.sources.values() if s.published.last <= as_of}
    accounts = {s.id: _account(archive, s, sources) for s in sources.values() if s.held}
    complete = frozenset(id for id, account in accounts.items() if account.is_complete)
    themes = {id: _known_theme(archive, theme, sources, complete, as_of) for id, theme in archive.themes.items()}
    edition = Edition(
        id=source.published.text,
        source=source,
        as_of=as_of,
        sources=sources,
        accounts=accounts,
        themes=_with_lineage(archive, themes, sources, as_of),
        tensions=tuple(tension for tension in archive.tensions.values() if _known(tension.cites, sources)),
        terms=tuple(term for term in archive.terms.values() if _known(term.cites, sources)),
        places=archive.places,
        dimensions=archive.dimensions,
        references=_known_references(archive, sources, as_of),
    )
    return _with_log(edition, archive)


def _with_log(edition: Edition, archive: Archive) -> Edition:
    """The edition with what was logged of the records that it knows, and of no other."""
    known = {theme.id for theme in edition.mentioned} | {statement.id for statement in edition.statements}
    known |= {indicator.id for indicator in edition.indicators} | {m.id for m in edition.milestones}
    named = {*known, *edition.places, *edition.sources}
    named |= {term.id for term in edition.terms} | {tension.id for tension in edition.tensions}

    def is_known(alias: Alias) -> bool:
        return alias.source in edition.sources if alias.source else alias.became in named

    aliases = tuple(alias for alias in archive.aliases.values() if is_known(alias))
    known |= {alias.was for alias in aliases}
    corrections = [c for c in archive.corrections.values() if not known.isdisjoint(c.of)]
    corrections.sort(key=lambda c: (c.published.last, c.id), reverse=True)
    return replace(edition, corrections=tuple(corrections), aliases=aliases)


def _with_lineage(
    archive: Archive, themes: dict[str, KnownTheme], sources: dict[str, Source], as_of: date
) -> dict[str, KnownTheme]:
    """The themes with what became of what among their milestones, as far as the known sources show it."""
    written = [(m.id, m.lineage) for theme in archive.themes.values() for m in theme.milestones]
    known = {milestone.id for theme in themes.values() for milestone in theme.milestones}
    pairs = [
        (before, after, max(sources[citation.source].published.last for citation in lineage.cites))
        for after, lineage in written
        if lineage and after in known and _known(lineage.cites, sources)
        for before in lineage.of
        if before in known
    ]

    def related(milestone: KnownMilestone) -> KnownMilestone:
        predecessors = tuple(before for before, after, _ in pairs if after == milestone.id)
        successors = tuple(after for before, after, _ in pairs if before == milestone.id)
        continued = min((day for before, _, day in pairs if before == milestone.id), default=as_of)
        record = milestone.record if predecessors else milestone.record.model_copy(update={"lineage": None})
        silent = None if successors else milestone.silent_since
        return replace(
            milestone,
            record=record,
            predecessors=predecessors,
            successors=successors,
            silent_since=silent,
            returns=tuple(back for back in milestone.returns if back.source.published.last <= continued),
        )

    return {id: replace(theme, milestones=tuple(map(related, theme.milestones))) for id, theme in themes.items()}


def _known(cites: Iterable[Citation], sources: dict[str, Source]) -> bool:
    """Whether every cited source is known: what cites two sources is known once the later one is published."""
    return all(citation.source in sources for citation in cites)


def _known_references(archive: Archive, sources: dict[str, Source], as_of: date) -> tuple[Document, ...]:
    """Those without a date come last."""
    known = [
        document
        for document in archive.references.values()
        if (document.published and document.published.last <= as_of)
        or any(citation.source in sources for citation in document.cites)
    ]
    return tuple(sorted(known, key=lambda d: (d.published.last if d.published else date.max, d.id)))


def _latest(cites: tuple[Citation, ...], sources: dict[str, Source]) -> Source:
    cited = {citation.source for citation in cites}
    return next(source for source in reversed(sources.values()) if source.id in cited)


def _known_theme(
    archive: Archive, theme: Theme, sources: dict[str, Source], complete: frozenset[str], as_of: date
) -> KnownTheme:
    order = list(sources)
    statements = [
        KnownStatement(s, theme.id, _latest(s.cites, sources)) for s in theme.statements if _known(s.cites, sources)
    ]
    statements.sort(key=lambda statement: order.index(statement.source.id))
    milestones = [known_milestone(m, theme.id, sources, complete, as_of) for m in theme.milestones]
    indicators = [known_indicator(i, theme.id, sources) for i in theme.indicators]
    known_milestones = tuple(m for m in milestones if m)
    known_indicators = tuple(i for i in indicators if i)
    spoken = [statement.source.id for statement in statements]
    spoken += [report.source.id for milestone in known_milestones for report in milestone.reports]
    spoken += [observation.source.id for indicator in known_indicators for observation in indicator.observations]
    standings = tuple((_latest(s.cites, sources), s) for s in theme.text.standings if _known(s.cites, sources))
    return KnownTheme(
        id=theme.id,
        text=theme.text.model_copy(update={"standings": tuple(standing for _, standing in standings)}),
        standings=standings,
        statements=tuple(statements),
        indicators=known_indicators,
        milestones=known_milestones,
        tensions=tuple(t for t in archive.tensions.values() if theme.id in t.themes and _known(t.cites, sources)),
        mentions={source: spoken.count(source) for source in sources},
    )


def _counts(cited: Entry, sources: dict[str, Source]) -> bool:
    """A lineage counts as soon as the milestone that has it is known."""
    if not isinstance(cited.record, Lineage) or not isinstance(cited.parent, Milestone):
        return True
    return any(_known(report.cites, sources) for report in cited.parent.reports)


def _account(archive: Archive, source: Source, sources: dict[str, Source]) -> Account:
    passages = archive.passages.get(source.id, {})
    out = {entry.passage for entry in source.out_of_scope} & set(passages)
    cited = {c.passage for c in _citations(archive, sources) if c.source == source.id} & set(passages)
    return Account(len(passages), len(cited - out), len(out))


def _citations(archive: Archive, sources: dict[str, Source]) -> Iterator[Citation]:
    """Every citation of a record that is known from `sources`."""
    for theme in archive.themes.values():
        for cited in citing(entries_in(theme)):
            if _known(cited.cites, sources) and _counts(cited, sources):
                yield from cited.cites
    for tension in archive.tensions.values():
        if _known(tension.cites, sources):
            yield from tension.cites
