"""What the page on who mentions what prints: what each source does with each theme and each promise."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.editions import Edition, KnownMilestone, KnownTheme
from generator.model import Locale, Source
from generator.pages.context import PageContext
from generator.pages.urls import anchored, milestone_path, source_path
from generator.pages.views.parts import Label, Link, milestone_link, phrase_label, source_link, theme_link

_ENDS = ("done", "dropped")
_LEGEND = ("mentioned", "moved", "done", "dropped", "looked", "not-looked", "not-counted", "not-entered")


@dataclass(frozen=True)
class LedgerCell:
    """What one source does with one theme or milestone."""

    source: Source
    word: str
    """`mentioned`, `moved`, `done`, `dropped`, `looked`, `not-looked`, `not-entered`, `not-counted`, `not-yet` or
    `ended`. Of a theme, `looked` means that the whole document was entered and says nothing of it.
    """
    path: str | None


@dataclass(frozen=True)
class LedgerRow:
    """A theme or milestone against all sources."""

    theme: KnownTheme
    milestone: KnownMilestone | None
    cells: tuple[LedgerCell, ...]


@dataclass(frozen=True)
class CellView:
    """What one source does with one theme or milestone, in words."""

    word: Label
    path: str | None


@dataclass(frozen=True)
class RowView:
    """A theme or milestone against all sources, as printed."""

    subject: Link
    cells: tuple[CellView, ...]


@dataclass(frozen=True)
class LedgerGroup:
    """A theme with its milestones."""

    id: str
    title: str
    extent: str
    """How many milestones it has."""
    theme: RowView
    milestones: tuple[RowView, ...]


@dataclass(frozen=True)
class SilenceView:
    """The page on which sources mention what, and where was looked in vain."""

    title: str
    legend: tuple[Label, ...]
    sources: tuple[Link, ...]
    groups: tuple[LedgerGroup, ...]


def silence_view(context: PageContext) -> SilenceView:
    """Every theme that is mentioned, each with its milestones, against every held source."""
    locale = context.locale
    return SilenceView(
        title=locale.say("nav.silence"),
        legend=tuple(phrase_label("silence", word, locale) for word in _LEGEND),
        sources=tuple(source_link(source, locale) for source in held_sources(context.edition)),
        groups=tuple(
            LedgerGroup(
                id=row.theme.id,
                title=locale.text(row.theme.text.title),
                extent=locale.say("silence.extent", n=len(milestones)),
                theme=_row_view(row, locale),
                milestones=tuple(_row_view(line, locale) for line in milestones),
            )
            for row, milestones in silence_ledger(context.edition)
        ),
    )


def _row_view(row: LedgerRow, locale: Locale) -> RowView:
    subject = milestone_link(row.milestone, locale) if row.milestone else theme_link(row.theme, locale)
    cells = tuple(CellView(phrase_label("silence", cell.word, locale), cell.path) for cell in row.cells)
    return RowView(subject, cells)


def held_sources(edition: Edition) -> list[Source]:
    """The sources whose text was read, oldest first."""
    return [source for source in edition.sources.values() if source.id in edition.accounts]


def silence_ledger(edition: Edition) -> tuple[tuple[LedgerRow, tuple[LedgerRow, ...]], ...]:
    """Every theme that is mentioned, each with its milestones, against every held source."""
    held = held_sources(edition)
    rows = []
    for theme in edition.mentioned:
        mentioning = [source for source in held if theme.is_mentioned_by(source)]
        cells = tuple(
            _cell(edition, source, mentioning, "mentioned", anchored(source_path(source.id), theme.id))
            for source in held
        )
        milestones = tuple(_milestone_row(edition, theme, milestone, held) for milestone in theme.milestones)
        rows.append((LedgerRow(theme, None, cells), milestones))
    return tuple(rows)


def _milestone_row(edition: Edition, theme: KnownTheme, milestone: KnownMilestone, held: list[Source]) -> LedgerRow:
    reporting = {report.source.id: report.source for report in milestone.reports}
    moved = {move.report.source.id for move in milestone.moves}
    says = {report.source.id: report.record.says.value for report in milestone.reports}
    searched = {looked.source for looked in milestone.record.looked}
    path = milestone_path(milestone.id)
    cells = []
    for source in held:
        word = says.get(source.id, "")
        word = word if word in _ENDS else "moved" if source.id in moved else "mentioned"
        cell = _cell(edition, source, reporting.values(), word, path)
        ended = [says[id] in _ENDS for id, by in reporting.items() if _is_before(by, source)]
        if cell.word == "looked" and (milestone.successors or (ended and ended[-1])):
            cell = LedgerCell(source, "ended", None)
        elif cell.word in ("looked", "not-counted") and source.id in searched:
            cell = LedgerCell(source, "looked", path)
        elif cell.word == "looked":
            cell = LedgerCell(source, "not-looked", None)
        cells.append(cell)
    return LedgerRow(theme, milestone, tuple(cells))


def _cell(edition: Edition, source: Source, mentioning: Iterable[Source], word: str, path: str) -> LedgerCell:
    if source.id in {by.id for by in mentioning}:
        return LedgerCell(source, word, path)
    if not any(_is_before(by, source) for by in mentioning):
        return LedgerCell(source, "not-yet", None)
    if not edition.accounts[source.id].is_complete:
        return LedgerCell(source, "not-entered", None)
    counts = source.kind.value in ("letter", "annual-report")
    return LedgerCell(source, "looked" if counts else "not-counted", None)


def _is_before(earlier: Source, later: Source) -> bool:
    return earlier.published.last < later.published.last
