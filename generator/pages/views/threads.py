"""The threads of a theme: each subject through the documents, oldest to newest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editions import KnownIndicator, KnownMilestone, KnownReport, KnownStatement, KnownTheme
from generator.model import Locale, Source, Statement, file_of
from generator.pages.context import PageContext
from generator.pages.views.indicators import indicator_link
from generator.pages.views.milestones import SaidView, said_view
from generator.pages.views.parts import (
    Chip,
    EditLink,
    Label,
    Link,
    cited,
    edit_link,
    milestone_link,
    phrase_label,
    source_link,
)

_FEW = 30
"""So many entries can be overseen without a filter."""


@dataclass(frozen=True)
class StatementView:
    """A statement on the page of its theme."""

    id: str
    former: tuple[str, ...]
    kind: Label
    text: str
    when: str
    cites: tuple[Chip, ...]
    edit: EditLink | None


@dataclass(frozen=True)
class SaidOfMilestone:
    """What a source says of a milestone."""

    milestone: Link
    said: SaidView


@dataclass(frozen=True)
class ThreadPart:
    """What one document adds to a thread."""

    source: Link
    statements: tuple[StatementView, ...]
    reports: tuple[SaidOfMilestone, ...]
    indicators: tuple[Link, ...]
    """Those that it gives a value for."""


@dataclass(frozen=True)
class ThreadView:
    """A subject within a theme, document by document."""

    id: str
    title: str
    extent: str
    """How many entries it has, and of which years."""
    parts: tuple[ThreadPart, ...]
    """Oldest first. Never empty."""


def thread_views(theme: KnownTheme, context: PageContext) -> Iterator[ThreadView]:
    """The threads of the theme in the order written; then, under one heading, the statements in no thread."""
    listed = set()
    for thread in theme.text.threads:
        listed |= {*thread.members}
        yield _thread(f"thread-{thread.id}", context.locale.text(thread.title), {*thread.members}, theme, context)
    rest = {statement.id for statement in theme.statements} - listed
    if rest:
        title = context.locale.say("theme.rest" if listed else "theme.entries")
        yield _thread("thread-rest", title, rest, theme, context)


def entry_kinds(threads: Iterable[ThreadView], locale: Locale) -> tuple[Label, ...]:
    """The kinds of entries that there are, to choose from; none where there are so few that nobody need choose."""
    parts = [part for thread in threads for part in thread.parts]
    counts = Counter(statement.kind for part in parts for statement in part.statements)
    counts[phrase_label("entries", "milestone", locale)] = sum(len(part.reports) for part in parts)
    counts[phrase_label("entries", "indicator", locale)] = sum(len(part.indicators) for part in parts)
    return tuple(label for label, n in counts.items() if n) if counts.total() > _FEW else ()


def _thread(id: str, title: str, members: set[str], theme: KnownTheme, context: PageContext) -> ThreadView:
    of_sources = [(source, _part(source, members, theme, context)) for source in context.edition.sources.values()]
    parts = [(source, part) for source, part in of_sources if part.statements or part.reports or part.indicators]
    count = sum(len(part.statements) + len(part.reports) + len(part.indicators) for _, part in parts)
    years = context.locale.years(*(parts[i][0].published.first.year for i in (0, -1)))
    return ThreadView(id, title, context.locale.say("theme.extent", n=count, years=years), tuple(p for _, p in parts))


def _part(source: Source, members: set[str], theme: KnownTheme, context: PageContext) -> ThreadPart:
    milestones = [m for m in theme.milestones if m.id in members]
    indicators = [i for i in theme.indicators if i.id in members]
    return ThreadPart(
        source=source_link(source, context.locale),
        statements=statement_views(
            (s for s in theme.statements if s.id in members and s.source.id == source.id), context
        ),
        reports=reports_said(((m, r) for m in milestones for r in m.reports if r.source.id == source.id), context),
        indicators=tuple(indicator_link(i, context.locale) for i in indicators if _is_given_by(source, i)),
    )


def _is_given_by(source: Source, indicator: KnownIndicator) -> bool:
    return any(observation.source.id == source.id for observation in indicator.observations)


def statement_views(statements: Iterable[KnownStatement], context: PageContext) -> tuple[StatementView, ...]:
    """The statements in the order given."""
    return tuple(_statement(statement, context) for statement in statements)


def _statement(statement: KnownStatement, context: PageContext) -> StatementView:
    locale, record = context.locale, statement.record
    return StatementView(
        id=statement.id,
        former=context.former_ids("statement", statement.id),
        kind=phrase_label("kind", record.kind.value, locale),
        text=locale.text(record.text),
        when=locale.period(record.when),
        cites=cited(record.cites, context),
        edit=edit_link(context, file_of(Statement).path(statement.theme), statement.id),
    )


def reports_said(
    reports: Iterable[tuple[KnownMilestone, KnownReport]], context: PageContext
) -> tuple[SaidOfMilestone, ...]:
    """What each report says of its milestone, in the order given."""
    locale = context.locale
    return tuple(SaidOfMilestone(milestone_link(m, locale), said_view(r, locale)) for m, r in reports)
