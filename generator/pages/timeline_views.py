"""What the pages on time print: promises by state, changes in lists, silence by source, marks on a line of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from generator.editions import Edition, KnownMilestone, KnownStatement, KnownTheme, State, Timing
from generator.model import Bilingual, Period, Source
from generator.pages.urls import milestone_path, source_path, theme_path

FLAGS = ("done", "on-time", "late", "open", "overdue", "undated", "dropped", "moved", "silent")
"""What a promise can be counted under; some go together."""


def flags_of(milestone: KnownMilestone) -> tuple[str, ...]:
    """The flags of a milestone, in the order of `FLAGS`. Done early counts as on time."""
    timing = {Timing.EARLY: "on-time", Timing.ON_TIME: "on-time", Timing.LATE: "late"}
    flags = {milestone.state.value}
    if milestone.timing in timing:
        flags.add(timing[milestone.timing])
    if milestone.moves:
        flags.add("moved")
    if milestone.silent_since:
        flags.add("silent")
    return tuple(flag for flag in FLAGS if flag in flags)


@dataclass(frozen=True)
class ThemePromises:
    """The milestones of one theme, and how many there are under each flag."""

    theme: KnownTheme
    milestones: tuple[KnownMilestone, ...]
    """What is to be watched first: silent, overdue, open, without a date, done, dropped."""
    counts: dict[str, int]


@dataclass(frozen=True)
class Totals:
    """All milestones together."""

    milestones: int
    counts: dict[str, int]
    median_slip: int | None
    """Days, over those whose date moved; None if none did."""
    largest: KnownMilestone | None
    """That with the largest slip, forwards or back."""


def promises_by_theme(edition: Edition) -> tuple[ThemePromises, ...]:
    """Every theme that has milestones."""
    return tuple(
        ThemePromises(theme, tuple(sorted(theme.milestones, key=_urgency)), counts_of(theme.milestones))
        for theme in edition.mentioned
        if theme.milestones
    )


def totals_of(edition: Edition) -> Totals:
    """Counts over the whole edition."""
    moved = [milestone for milestone in edition.milestones if milestone.moves]
    slips = [milestone.slip_days or 0 for milestone in moved]
    largest = max(moved, key=lambda milestone: abs(milestone.slip_days or 0), default=None)
    return Totals(
        len(edition.milestones), counts_of(edition.milestones), round(median(slips)) if slips else None, largest
    )


def counts_of(milestones: tuple[KnownMilestone, ...]) -> dict[str, int]:
    """How many milestones stand under each flag."""
    flags = [flag for milestone in milestones for flag in flags_of(milestone)]
    return {flag: flags.count(flag) for flag in FLAGS}


_ORDER = (State.OVERDUE, State.OPEN, State.UNDATED, State.DONE, State.DROPPED)


def _urgency(milestone: KnownMilestone) -> tuple[bool, int, str]:
    due = str(milestone.latest_due.last) if milestone.latest_due else ""
    return milestone.silent_since is None, _ORDER.index(milestone.state), due


@dataclass(frozen=True)
class LedgerCell:
    """What one source does with one theme or milestone."""

    source: Source
    word: str
    """`mentioned`, `moved`, `done`, `dropped`, `silent`, `not-entered`, `not-counted`, `not-yet` or `ended`."""
    path: str | None


@dataclass(frozen=True)
class LedgerRow:
    """A theme or milestone against all sources."""

    theme: KnownTheme
    milestone: KnownMilestone | None
    cells: tuple[LedgerCell, ...]


def silence_ledger(edition: Edition) -> tuple[tuple[LedgerRow, tuple[LedgerRow, ...]], ...]:
    """Every theme that is mentioned, each with its milestones, against every held source."""
    held = [source for source in edition.sources.values() if source.id in edition.accounts]
    rows = []
    for theme in edition.mentioned:
        told = [source.id for source in held if theme.is_told_by(source)]
        cells = tuple(
            _cell(edition, source, told, "mentioned", f"{source_path(source.id)}#{theme.id}") for source in held
        )
        milestones = tuple(_milestone_row(edition, theme, milestone, held) for milestone in theme.milestones)
        rows.append((LedgerRow(theme, None, cells), milestones))
    return tuple(rows)


def _milestone_row(edition: Edition, theme: KnownTheme, milestone: KnownMilestone, held: list[Source]) -> LedgerRow:
    told = [report.source.id for report in milestone.reports]
    moved = {move.report.source.id for move in milestone.moves}
    says = {report.source.id: report.record.says.value for report in milestone.reports}
    path = milestone_path(milestone.id)
    cells = []
    for source in held:
        word = says.get(source.id, "")
        word = word if word in ("done", "dropped") else "moved" if source.id in moved else "mentioned"
        cell = _cell(edition, source, told, word, path)
        ended = [says[id] in ("done", "dropped") for id in told if _is_before(edition, id, source)]
        if cell.word == "silent" and (milestone.successors or (ended and ended[-1])):
            cell = LedgerCell(source, "ended", None)
        cells.append(cell)
    return LedgerRow(theme, milestone, tuple(cells))


def _cell(edition: Edition, source: Source, told: list[str], word: str, path: str) -> LedgerCell:
    if source.id in told:
        return LedgerCell(source, word, path)
    if not any(_is_before(edition, id, source) for id in told):
        return LedgerCell(source, "not-yet", None)
    if not edition.accounts[source.id].is_complete:
        return LedgerCell(source, "not-entered", None)
    speaks = source.kind.value in ("letter", "annual-report")
    return LedgerCell(source, "silent" if speaks else "not-counted", None)


def _is_before(edition: Edition, id: str, source: Source) -> bool:
    return edition.sources[id].published.last < source.published.last


@dataclass(frozen=True)
class Mark:
    """One statement or milestone on the line of time."""

    kind: str
    """Of the statement; `milestone` for what was done, `promise` for what is due."""
    period: Period
    statement: KnownStatement | None
    milestone: KnownMilestone | None
    path: str


@dataclass(frozen=True)
class TimelineRow:
    """A theme with its marks by column."""

    theme: KnownTheme
    columns: tuple[tuple[Mark, ...], ...]


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


@dataclass(frozen=True)
class DocumentMark:
    """One document on the line of time."""

    held: bool
    """Whether the atlas rests on it; otherwise it is only known to exist."""
    published: Period
    title: Bilingual
    path: str


def document_columns(edition: Edition) -> tuple[tuple[DocumentMark, ...], ...]:
    """Every document that is known and dated, held or not, by the columns of the line of time, oldest first."""
    marks = [DocumentMark(s.held, s.published, s.title, source_path(s.id)) for s in edition.sources.values()]
    marks += [DocumentMark(False, d.published, d.title, f"sources/#{d.id}") for d in edition.references if d.published]
    years = timeline_columns(edition)
    columns: list[list[DocumentMark]] = [[] for _ in range(len(years) + 2)]
    for mark in sorted(marks, key=lambda mark: (mark.published.last, mark.path)):
        columns[_column(_middle(mark.published) // 366, years)].append(mark)
    return tuple(map(tuple, columns))


def _column(year: int, years: tuple[int, ...]) -> int:
    return 0 if year < years[0] else min(year - years[0] + 1, len(years) + 1)


def _marks(theme: KnownTheme) -> Iterator[Mark]:
    for statement in theme.statements:
        path = f"{theme_path(theme.id)}#{statement.id}"
        yield Mark(statement.record.kind.value, statement.record.when, statement, None, path)
    for milestone in theme.milestones:
        path = milestone_path(milestone.id)
        if milestone.state is State.DONE and milestone.done:
            yield Mark("milestone", milestone.done, None, milestone, path)
        elif milestone.latest_due and milestone.state is not State.DROPPED:
            yield Mark("promise", milestone.latest_due, None, milestone, path)


def _middle(period: Period) -> int:
    """A number that grows with the day in the middle of the period; divided by 366 it is the year."""
    days = (period.last - period.first).days // 2
    middle = period.first.toordinal() + days
    day = period.first.fromordinal(middle)
    return day.year * 366 + day.timetuple().tm_yday - 1
