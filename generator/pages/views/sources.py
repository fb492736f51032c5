"""What pages print of sources: the page of all documents, and the page of one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.editions import Account, KnownTheme
from generator.model import Document, Held, Locale, Source, file_of
from generator.pages.context import PageContext
from generator.pages.urls import source_path
from generator.pages.views.indicators import indicator_link
from generator.pages.views.milestones import MoveView, move_view
from generator.pages.views.outside import OutsideSource, outside_source
from generator.pages.views.parts import (
    Chip,
    EditLink,
    Label,
    Link,
    TensionView,
    cited,
    edit_link,
    milestone_link,
    standing_by,
    tension_view,
    theme_link,
)
from generator.pages.views.passages import PassageGroup, PassageView, passage_groups
from generator.pages.views.theme import is_left_out, spoken_by
from generator.pages.views.threads import SaidOfMilestone, StatementView, reports_said, statement_views


@dataclass(frozen=True)
class Progress:
    """How much of a whole is done."""

    value: int
    of: int
    text: str


@dataclass(frozen=True)
class ReferenceView:
    """A document that is known and not held, or of which a fragment is."""

    id: str
    title: str
    url: str | None
    is_described: bool
    """Whether its title is a description of ours."""
    published: str | None
    sender: str | None
    number: str | None
    cites: tuple[Chip, ...]
    """The passages of known sources that name it."""


@dataclass(frozen=True)
class SourceEntry:
    """A source in the list of all."""

    id: str
    source: Link
    kind: str
    """For an external source its standing."""
    published: str
    sender: str
    edit: EditLink | None
    edition: str | None
    """The path on the site of the atlas as known on its day, if there is one."""
    account: Progress | None
    paper: ReferenceView | None
    """An external source as a document of the dossier, if it is one: then it stands nowhere else."""


@dataclass(frozen=True)
class ReferenceYear:
    """The documents of one year."""

    heading: str
    extent: str
    """How many there are."""
    documents: tuple[ReferenceView, ...]


@dataclass(frozen=True)
class SourcesView:
    """The page of all documents."""

    title: str
    sources: tuple[SourceEntry, ...]
    """Newest first."""
    outside: tuple[SourceEntry, ...]
    """The external ones, newest first."""
    not_held: int
    years: tuple[ReferenceYear, ...]
    """Of the documents of which nothing is held, oldest first; those without a date come last."""


@dataclass(frozen=True)
class MilestoneMove:
    """A date that the source moved."""

    milestone: Link
    move: MoveView


@dataclass(frozen=True)
class LeftOut:
    """The themes that the source says nothing of; of a fragment that cannot be known."""

    explained: str
    themes: tuple[Link, ...]


@dataclass(frozen=True)
class SaidOnTheme:
    """What the source says on one theme."""

    id: str
    theme: Link
    extent: str
    """How many entries it has."""
    standing: str | None
    statements: tuple[StatementView, ...]
    reports: tuple[SaidOfMilestone, ...]
    indicators: tuple[Link, ...]


@dataclass(frozen=True)
class SourceView:
    """The page of one source."""

    title: str
    published: str
    sender: Label
    """Of an external source its publisher."""
    outside: OutsideSource | None
    """None for a document to parliament."""
    reference: str | None
    covers: str | None
    url: str | None
    carried: Progress | None
    """Of the numbers in its passages."""
    account: Progress | None
    """Of its passages."""
    note: str | None
    moves: tuple[MilestoneMove, ...]
    tensions: tuple[TensionView, ...]
    left_out: LeftOut | None
    themes: tuple[SaidOnTheme, ...]
    passages: tuple[PassageGroup, ...]
    elsewhere: str | None
    """Where the texts are that are not shown; None if all of them are."""


def sources_view(context: PageContext) -> SourcesView:
    """The page of all documents that the edition knows."""
    edition = context.edition
    outside = tuple(_entry(source, context) for source in reversed(edition.outside.values()))
    shown = {entry.paper.id for entry in outside if entry.paper}
    unread = [document for document in edition.references if document.id not in shown]
    return SourcesView(
        title=context.locale.say("nav.sources"),
        sources=tuple(_entry(source, context) for source in reversed(edition.sources.values())),
        outside=outside,
        not_held=len(unread),
        years=tuple(_years(unread, context)),
    )


def _entry(source: Source, context: PageContext) -> SourceEntry:
    locale = context.locale
    papers = [d for d in context.edition.references if source.is_outside and d.is_paper_of(source)]
    return SourceEntry(
        id=source.id,
        source=Link(source_path(source.id), locale.text(source.title)),
        kind=_kind(source, locale),
        published=locale.period(source.published),
        sender=locale.text(source.author),
        edit=edit_link(context, file_of(Source).path(source.id)),
        edition=context.volume.as_known_then(source),
        account=_accounted(context.edition.accounts.get(source.id), locale),
        paper=_reference(papers[0], context) if papers else None,
    )


def _kind(source: Source, locale: Locale) -> str:
    if source.standing:
        return locale.say(f"series.{source.standing.value}")
    kind = locale.say(f"source_kind.{source.kind.value}")
    return f"{kind} ({locale.say('source.partial')})" if source.held is Held.PARTIAL else kind


def _accounted(account: Account | None, locale: Locale) -> Progress | None:
    if account is None:
        return None
    text = locale.say("source.accounted", n=account.accounted, of=account.passages)
    return Progress(account.accounted, account.passages, text)


def _years(unread: Iterable[Document], context: PageContext) -> Iterator[ReferenceYear]:
    by_year = sorted(unread, key=lambda document: document.year)
    for year, documents in groupby(by_year, key=lambda document: document.year if document.published else None):
        heading = str(year) if year else context.locale.say("sources.undated")
        views = tuple(_reference(document, context) for document in documents)
        yield ReferenceYear(heading, context.locale.say("source.documents", n=len(views)), views)


def _reference(document: Document, context: PageContext) -> ReferenceView:
    locale, known = context.locale, context.edition.sources
    return ReferenceView(
        id=document.id,
        title=locale.text(document.title),
        url=document.url,
        is_described=document.described,
        published=locale.period(document.published) if document.published else None,
        sender=locale.text(document.sender) if document.sender else None,
        number=document.number,
        cites=cited((citation for citation in document.cites if citation.source in known), context),
    )


def source_view(source: Source, context: PageContext) -> SourceView:
    """The page of one source: what it moved, left out and said, and its passages."""
    edition, locale, passages = context.edition, context.locale, passage_groups(source, context)
    sender = locale.say("outside.publisher" if source.is_outside else "source.sender")
    return SourceView(
        title=locale.text(source.title),
        published=locale.period(source.published),
        sender=Label(sender, locale.text(source.author)),
        outside=outside_source(source, context.locale),
        reference=source.reference,
        covers=locale.period(source.covers) if source.covers else None,
        url=source.url,
        carried=_carried(source, context),
        account=_accounted(edition.accounts.get(source.id), locale),
        note=locale.text(source.note) if source.note else None,
        moves=tuple(_moves(source, context)),
        tensions=tuple(
            tension_view(tension, context)
            for tension in edition.tensions
            if tension.is_shown and source.id in {citation.source for citation in tension.cites}
        ),
        left_out=_left_out(source, context),
        themes=tuple(_said_on_themes(source, context)),
        passages=passages,
        elsewhere=_elsewhere([passage for group in passages for passage in group.passages], locale),
    )


def _elsewhere(passages: Sequence[PassageView], locale: Locale) -> str | None:
    quoted = sum(bool(passage.quotation) for passage in passages)
    phrase = "source.some_texts_elsewhere" if quoted else "source.text_elsewhere"
    return None if quoted == len(passages) else locale.say(phrase)


def _carried(source: Source, context: PageContext) -> Progress | None:
    coverage = context.coverage.get(source.id)
    if coverage is None or not coverage.numbers:
        return None
    text = context.locale.say("source.carried", n=coverage.carried, of=coverage.numbers)
    return Progress(coverage.carried, coverage.numbers, text)


def _moves(source: Source, context: PageContext) -> Iterator[MilestoneMove]:
    for milestone in context.edition.milestones:
        for move in milestone.moves:
            if move.report.source is source:
                yield MilestoneMove(milestone_link(milestone, context.locale), move_view(move, context.locale))


def _left_out(source: Source, context: PageContext) -> LeftOut | None:
    edition, locale = context.edition, context.locale
    if not source.is_whole:
        return None
    themes = [theme for theme in edition.mentioned if is_left_out(theme, source, edition)]
    account = edition.accounts.get(source.id)
    phrase = "source.unspoken_complete" if account and account.is_complete else "source.unspoken_incomplete"
    return LeftOut(locale.say(phrase), tuple(theme_link(theme, locale) for theme in themes)) if themes else None


def _said_on_themes(source: Source, context: PageContext) -> Iterator[SaidOnTheme]:
    for theme in context.edition.mentioned:
        if theme.is_mentioned_by(source):
            yield _said_on(theme, source, context)


def _said_on(theme: KnownTheme, source: Source, context: PageContext) -> SaidOnTheme:
    locale, spoken = context.locale, spoken_by(source, theme)
    standing = standing_by(theme, source)
    count = len(spoken.statements) + len(spoken.reports) + len(spoken.indicators)
    return SaidOnTheme(
        id=theme.id,
        theme=theme_link(theme, locale),
        extent=locale.say("theme.said_in", n=count) if count else locale.say("theme.only_standing"),
        standing=locale.text(standing.summary) if standing else None,
        statements=statement_views(spoken.statements, context),
        reports=reports_said(spoken.reports, context),
        indicators=tuple(indicator_link(indicator, locale) for indicator in spoken.indicators),
    )
