"""(Archive, source) → `Edition`: the atlas exactly as it could have been known on the day that source was published."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from generator.archive import Archive, Theme
from generator.editions.absence import absence_of, returns_of
from generator.editions.accounts import Account, accounts_of, knowledge_of
from generator.editions.chains import with_relations
from generator.editions.knowledge import Knowledge
from generator.editions.milestones import KnownMilestone, known_milestone
from generator.editions.outcomes import Promise, outcome_of, promises_of
from generator.editions.outside import OutsideOfTheme, outside_of_theme
from generator.editions.verdicts import AbsenceKind
from generator.editions.vintages import KnownIndicator, known_indicator
from generator.model import (
    Alias,
    Amendment,
    Citation,
    Correction,
    Dimension,
    Document,
    IndicatorGroup,
    Place,
    Source,
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
    """As written, without what later sources add."""
    standings: tuple[tuple[Source, Standing], ...]
    """Oldest first."""
    statements: tuple[KnownStatement, ...]
    """By source, oldest first, then as written."""
    indicators: tuple[KnownIndicator, ...]
    milestones: tuple[KnownMilestone, ...]
    tensions: tuple[Tension, ...]
    outside: OutsideOfTheme
    """What external sources add; nothing else of the theme depends on it."""
    mentions: dict[str, int]
    """By source id: how many of its records (standings not counted) come from that source, external ones left out."""

    @property
    def is_mentioned(self) -> bool:
        """Whether any known source mentions it."""
        return any(self.mentions.values()) or bool(self.standings)

    def is_mentioned_by(self, source: Source) -> bool:
        """Whether that source mentions it, even if only in a standing or a figure."""
        return self.mentions.get(source.id, 0) > 0 or any(known.id == source.id for known, _ in self.standings)


@dataclass(frozen=True)
class Edition:
    """The atlas as known on one day."""

    id: str
    """The publication date of its source, as printed."""
    source: Source
    as_of: date
    """The last day of that date."""
    sources: dict[str, Source]
    """Known sources by id, oldest first, without the external ones."""
    outside: dict[str, Source]
    """Known external sources by id, oldest first."""
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
    amendments: tuple[Amendment, ...] = ()
    """What changed it after it was published, the last first: sources that were entered late."""
    aliases: tuple[Alias, ...] = ()
    """Ids that records which it knows had before."""

    def is_amended_by(self, amendment: Amendment) -> bool:
        """Whether it knows a source that was entered after it was published; its own source does not amend it."""
        late = (self.sources | self.outside).keys() & set(amendment.sources) - {self.source.id}
        return bool(late) and amendment.published.last > self.as_of

    @cached_property
    def earlier(self) -> tuple[str, ...]:
        """Ids of the editions before this one, the newest first."""
        known = [source.published for source in self.sources.values() if source.makes_edition]
        return tuple(dict.fromkeys(day.text for day in reversed(known) if day.text != self.id))

    @property
    def compared(self) -> tuple[str, ...]:
        """Ids of the editions that it is compared with: the ten before it, the newest first.

        With all of them, the comparisons of an archive would grow with the square of its editions.
        """
        return self.earlier[:10]

    @cached_property
    def mentioned(self) -> tuple[KnownTheme, ...]:
        """The themes that a known source mentions."""
        return tuple(theme for theme in self.themes.values() if theme.is_mentioned)

    @cached_property
    def milestones(self) -> tuple[KnownMilestone, ...]:
        return tuple(milestone for theme in self.themes.values() for milestone in theme.milestones)

    @cached_property
    def by_id(self) -> dict[str, KnownMilestone]:
        """The milestones by their ids."""
        return {milestone.id: milestone for milestone in self.milestones}

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every promise with a date: one for each sentence of promise."""
        return promises_of(self.milestones)

    @property
    def read(self) -> int:
        """How many documents were read in full."""
        return sum(account.is_complete for account in self.accounts.values())

    @cached_property
    def statements(self) -> tuple[KnownStatement, ...]:
        return tuple(statement for theme in self.themes.values() for statement in theme.statements)

    @cached_property
    def indicators(self) -> tuple[KnownIndicator, ...]:
        return tuple(indicator for theme in self.themes.values() for indicator in theme.indicators)


def newest_edition(archive: Archive) -> Edition | None:
    """The edition of the newest source; None if there is none that makes an edition."""
    newest = [source for source in archive.sources.values() if source.makes_edition]
    return edition_of(archive, newest[-1]) if newest else None


def edition_of(archive: Archive, source: Source) -> Edition:
    """The atlas as known on the last day of the publication date of `source`: nothing published later is in it."""
    known = knowledge_of(archive, source.published.last)
    sources = known.sources
    themes = {id: _known_theme(archive, theme, known) for id, theme in archive.themes.items()}
    edition = Edition(
        id=source.published.text,
        source=source,
        as_of=known.as_of,
        sources=sources,
        outside=known.outside,
        accounts=accounts_of(archive, known),
        themes=_judged(archive, themes, known),
        tensions=tuple(tension for tension in archive.tensions.values() if known.knows(tension.cites)),
        terms=tuple(term for term in archive.terms.values() if known.knows(term.cites)),
        places=archive.places,
        dimensions=archive.dimensions,
        references=known.references,
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
    amendments = sorted(
        filter(edition.is_amended_by, archive.amendments.values()), key=lambda a: (a.published.last, a.id)
    )
    return replace(edition, corrections=tuple(corrections), amendments=tuple(reversed(amendments)), aliases=aliases)


def _judged(archive: Archive, themes: dict[str, KnownTheme], known: Knowledge) -> dict[str, KnownTheme]:
    """The themes with what their milestones became, whether later sources mention them, and what came of them."""
    flat = tuple(milestone for theme in themes.values() for milestone in theme.milestones)
    related = with_relations(flat, archive.milestones, known)

    def judged(milestone: KnownMilestone) -> KnownMilestone:
        unread = known.unread_since(milestone.reports[-1].source, archive.themes[milestone.theme].text.terms)
        absence = absence_of(milestone, related, known)
        is_silent = absence is not None and absence.kind is AbsenceKind.NOT_MENTIONED
        return replace(
            milestone,
            unread=unread,
            absence=absence,
            silent_since=absence.since if absence and is_silent else None,
            outcome=outcome_of(milestone, absence, related),
            returns=returns_of(milestone, related, known),
        )

    return {
        id: replace(theme, milestones=tuple(judged(related[m.id]) for m in theme.milestones))
        for id, theme in themes.items()
    }


def _latest(cites: tuple[Citation, ...], sources: dict[str, Source]) -> Source:
    cited = {citation.source for citation in cites}
    return next(source for source in reversed(sources.values()) if source.id in cited)


def _known_text(text: ThemeText, known: Knowledge, records: set[str]) -> ThemeText:
    """The text without what later sources add: their standings and evolutions, and the members that they brought."""
    threads = (
        thread.model_copy(update={"members": tuple(id for id in thread.members if id in records)})
        for thread in text.threads
    )
    written = {
        "indicator_groups": tuple(_known_groups(text, known, records)),
        "standings": tuple(standing for standing in text.standings if known.knows(standing.cites)),
        "evolution": tuple(evolution for evolution in text.evolution if known.knows(evolution.cites)),
        "threads": tuple(thread for thread in threads if thread.members),
        "alone": tuple(id for id in text.alone if id in records),
    }
    return text.model_copy(update=written)


def _known_groups(text: ThemeText, known: Knowledge, records: set[str]) -> Iterator[IndicatorGroup]:
    """The groups whose difference is known, with the members that are; a single member is no group."""
    for group in text.indicator_groups:
        members = tuple(id for id in group.members if id in records)
        if known.knows(group.cites) and len(members) > 1:
            yield group.model_copy(update={"members": members})


def _known_theme(archive: Archive, theme: Theme, known: Knowledge) -> KnownTheme:
    sources = known.sources
    order = list(sources)
    statements = [
        KnownStatement(s, theme.id, _latest(s.cites, sources)) for s in theme.statements if known.knows(s.cites)
    ]
    statements.sort(key=lambda statement: order.index(statement.source.id))
    milestones = [known_milestone(m, theme.id, known) for m in theme.milestones]
    indicators = [known_indicator(i, theme.id, sources) for i in theme.indicators]
    known_milestones = tuple(m for m in milestones if m)
    known_indicators = tuple(i for i in indicators if i)
    spoken = [statement.source.id for statement in statements]
    spoken += [report.source.id for milestone in known_milestones for report in milestone.reports]
    spoken += [observation.source.id for indicator in known_indicators for observation in indicator.observations]
    standings = tuple((_latest(s.cites, sources), s) for s in theme.text.standings if known.knows(s.cites))
    records = {s.id for s in statements} | {m.id for m in known_milestones} | {i.id for i in known_indicators}
    return KnownTheme(
        id=theme.id,
        text=_known_text(theme.text, known, records),
        standings=standings,
        statements=tuple(statements),
        indicators=known_indicators,
        milestones=known_milestones,
        tensions=tuple(t for t in archive.tensions.values() if theme.id in t.themes and known.knows(t.cites)),
        outside=outside_of_theme(archive, theme, known),
        mentions={source: spoken.count(source) for source in sources},
    )
