"""What the page of the line of time prints: statements, promises and documents in the year that they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions import Edition, KnownTheme, State
from generator.model import Bilingual, Locale, Period
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, milestone_path, reference_path, source_path, theme_part_path
from generator.pages.views.parts import Label, Link, phrase_label, theme_link

_KINDS = ("plan", "progress", "result", "setback", "context")
_OTHER_MARKS = {
    "milestone": "timeline.milestone",
    "promise": "timeline.promise",
    "held": "timeline.held",
    "not-held": "timeline.not_held",
}
"""The phrase of each kind of mark that is not a statement."""


@dataclass(frozen=True)
class Mark:
    """One statement or milestone on the line of time."""

    kind: str
    """Of the statement; `milestone` for what was done, `promise` for what is due."""
    period: Period
    text: Bilingual
    path: str


@dataclass(frozen=True)
class TimelineRow:
    """A theme with its marks by column."""

    theme: KnownTheme
    columns: tuple[tuple[Mark, ...], ...]


@dataclass(frozen=True)
class DocumentMark:
    """One document on the line of time."""

    held: bool
    """Whether its text was read; otherwise it is only known to exist."""
    published: Period
    title: Bilingual
    path: str


@dataclass(frozen=True)
class MarkView:
    """One mark, in words."""

    kind: str
    path: str
    when: str
    text: str


@dataclass(frozen=True)
class ColumnView:
    """The marks of one theme, or of the documents, in one column."""

    id: str
    """Of its list."""
    head: str
    label: str
    """The row, the column and how many marks there are, for who cannot see them."""
    marks: tuple[MarkView, ...]


@dataclass(frozen=True)
class TimelineGroup:
    """A theme or the documents, with their marks, as printed."""

    id: str
    head: Link
    extent: str
    columns: tuple[ColumnView, ...]


@dataclass(frozen=True)
class TimelineView:
    """The line of time."""

    title: str
    legend: tuple[Label, ...]
    heads: tuple[str, ...]
    """Of the columns: before the first year, each year, after the last."""
    documents: TimelineGroup
    groups: tuple[TimelineGroup, ...]


def timeline_view(context: PageContext) -> TimelineView:
    """Every theme that is mentioned and every document on one line of time."""
    edition, locale = context.edition, context.locale
    legend = [phrase_label("kind", kind, locale) for kind in _KINDS]
    legend += [Label(name, locale.say(phrase)) for name, phrase in _OTHER_MARKS.items()]
    documents = [[_document_view(mark, locale) for mark in marks] for marks in document_columns(edition)]
    return TimelineView(
        title=locale.say("nav.timeline"),
        legend=tuple(legend),
        heads=_heads(context),
        documents=_grouped("documents", Link(FixedPage.SOURCES, locale.say("nav.sources")), documents, context),
        groups=tuple(_group(row, context) for row in timeline_rows(edition)),
    )


def _heads(context: PageContext) -> tuple[str, ...]:
    say = context.locale.say
    return (say("timeline.before"), *map(str, timeline_columns(context.edition)), say("timeline.after"))


def _group(row: TimelineRow, context: PageContext) -> TimelineGroup:
    columns = [[_mark_view(mark, context.locale) for mark in marks] for marks in row.columns]
    return _grouped(row.theme.id, theme_link(row.theme, context.locale), columns, context)


def _grouped(id: str, head: Link, columns: list[list[MarkView]], context: PageContext) -> TimelineGroup:
    say = context.locale.say
    heads = (
        (name, say("timeline.column", row=head.text, column=name, n=len(marks)), tuple(marks))
        for name, marks in zip(_heads(context), columns, strict=True)
    )
    views = tuple(ColumnView(f"{id}-{i}", *parts) for i, parts in enumerate(heads))
    return TimelineGroup(id, head, say("theme.said_in", n=sum(map(len, columns))), views)


def _mark_view(mark: Mark, locale: Locale) -> MarkView:
    return MarkView(mark.kind, mark.path, locale.period(mark.period), locale.text(mark.text))


def _document_view(mark: DocumentMark, locale: Locale) -> MarkView:
    kind = "held" if mark.held else "not-held"
    return MarkView(kind, mark.path, locale.period(mark.published), locale.text(mark.title))


def timeline_columns(edition: Edition) -> tuple[int, ...]:
    """The years of the line of time: from that of the first source to that of the edition."""
    return tuple(range(min(s.published.first.year for s in edition.sources.values()), edition.as_of.year + 1))


def timeline_rows(edition: Edition) -> tuple[TimelineRow, ...]:
    """Every theme that is mentioned: what lies before the first year, in each year, and after the last."""
    years = timeline_columns(edition)
    rows = []
    for theme in edition.mentioned:
        columns: list[list[Mark]] = [[] for _ in range(len(years) + 2)]
        for mark in sorted(_marks(theme), key=lambda mark: (_middle(mark.period), mark.path)):
            columns[_column(_middle(mark.period) // 366, years)].append(mark)
        rows.append(TimelineRow(theme, tuple(map(tuple, columns))))
    return tuple(rows)


def document_columns(edition: Edition) -> tuple[tuple[DocumentMark, ...], ...]:
    """Every document that is known and dated, held or not, by the columns of the line of time, oldest first."""
    marks = [DocumentMark(s.has_passages, s.published, s.title, source_path(s.id)) for s in edition.sources.values()]
    marks += [
        DocumentMark(False, d.published, d.title, reference_path(d.id)) for d in edition.references if d.published
    ]
    years = timeline_columns(edition)
    columns: list[list[DocumentMark]] = [[] for _ in range(len(years) + 2)]
    for mark in sorted(marks, key=lambda mark: (mark.published.last, mark.path)):
        columns[_column(_middle(mark.published) // 366, years)].append(mark)
    return tuple(map(tuple, columns))


def _column(year: int, years: tuple[int, ...]) -> int:
    return 0 if year < years[0] else min(year - years[0] + 1, len(years) + 1)


def _marks(theme: KnownTheme) -> Iterator[Mark]:
    for statement in theme.statements:
        path = theme_part_path(theme.id, statement.id)
        yield Mark(statement.record.kind.value, statement.record.when, statement.record.text, path)
    for milestone in theme.milestones:
        path = milestone_path(milestone.id)
        if milestone.state is State.DONE and milestone.done:
            yield Mark("milestone", milestone.done, milestone.record.title, path)
        elif milestone.latest_due and milestone.state is not State.DROPPED:
            yield Mark("promise", milestone.latest_due, milestone.record.title, path)


def _middle(period: Period) -> int:
    """A number that grows with the day in the middle of the period; divided by 366 it is the year."""
    days = (period.last - period.first).days // 2
    middle = period.first.toordinal() + days
    day = period.first.fromordinal(middle)
    return day.year * 366 + day.timetuple().tm_yday - 1
