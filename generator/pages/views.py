"""What templates print about an edition: rows and groups, worked out beforehand so that templates only print."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.charts import short_source
from generator.documents import PATH
from generator.editions import (
    Change,
    ChangeKind,
    Edition,
    KnownIndicator,
    KnownMilestone,
    KnownReport,
    KnownStatement,
    KnownTheme,
    State,
)
from generator.model import Basis, Citation, Group, Locale, Observation, Source, Standing
from generator.pages.urls import milestone_path, passage_path, source_path, theme_path


@dataclass(frozen=True)
class Chip:
    """A citation as it stands in a page."""

    path: str
    """Of the passage on its source's page."""
    source: str
    passage: str
    """Section and number, or numbers: `CERTEX ¶2`, `CERTEX ¶1–3`."""


def chips(cites: Iterable[Citation], archive: Archive, words: Locale) -> Iterator[Chip]:
    """The citations in words; passages that follow each other in one section share a chip, which leads to the first."""
    run: list[Citation] = []
    for citation in dict.fromkeys(cites):
        if run and not _follows(run[-1], citation):
            yield _chip(run, archive, words)
            run = []
        run.append(citation)
    if run:
        yield _chip(run, archive, words)


def _follows(before: Citation, after: Citation) -> bool:
    stem, _, number = before.passage.rpartition("-")
    next_stem, _, next_number = after.passage.rpartition("-")
    same = (before.source, stem) == (after.source, next_stem)
    return same and number.isdigit() and next_number.isdigit() and int(next_number) == int(number) + 1


def _chip(run: list[Citation], archive: Archive, words: Locale) -> Chip:
    source = archive.sources[run[0].source]
    passage = archive.passages.get(source.id, {}).get(run[0].passage)
    numbers = "–".join(dict.fromkeys(citation.passage.rpartition("-")[2] for citation in (run[0], run[-1])))
    where = f"{passage.section.rpartition(PATH)[2]} ¶{numbers}" if passage else words.text(source.title)
    return Chip(passage_path(run[0]), source_name(source, words), where)


def categories(observation: Observation, archive: Archive, words: Locale) -> list[str]:
    """The categories that a value of a breakdown is about, in the order of its dimensions."""
    titles = {
        (dimension.id, category.id): words.text(category.title)
        for dimension in archive.dimensions.values()
        for category in dimension.values
    }
    return [titles[named] for named in observation.of.items()]


def source_name(source: Source, words: Locale) -> str:
    """`Letter 11 Jun 2026`."""
    return short_source(source.kind.value, source.published, words)


@dataclass(frozen=True)
class KeyFigure:
    """A number or a date that a reader wants first."""

    value: str
    label: str
    cites: tuple[Citation, ...]
    moved: bool = False


def key_figures(theme: KnownTheme, words: Locale) -> Iterator[KeyFigure]:
    """The theme's key figures as far as this edition knows them."""
    indicators = {indicator.id: indicator for indicator in theme.indicators}
    milestones = {milestone.id: milestone for milestone in theme.milestones}
    for id in theme.text.key_figures:
        if id in indicators:
            yield from _key_value(indicators[id], words)
        elif id in milestones:
            yield _key_date(milestones[id], words)


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator with its latest value."""

    indicator: KnownIndicator
    value: str | None
    """None for a table, in which no cell speaks for all."""
    period: str
    cites: tuple[Citation, ...]
    values: int
    """How many it has, restated ones counted."""
    restated: int


def indicator_rows(theme: KnownTheme, words: Locale) -> Iterator[IndicatorRow]:
    """The theme's indicators as far as this edition knows them, as written."""
    for indicator in theme.indicators:
        last = indicator.current[-1].record
        whole = not indicator.record.breakdown
        yield IndicatorRow(
            indicator=indicator,
            value=words.quantity(last.value, indicator.record.unit, last.qualifier) if whole else None,
            period=words.period(last.period),
            cites=last.cites,
            values=len(indicator.observations),
            restated=sum(o.restates is not None for o in indicator.observations),
        )


def _key_value(indicator: KnownIndicator, words: Locale) -> Iterator[KeyFigure]:
    """The latest value; for a table its largest cell would mislead, so it has none."""
    if indicator.record.breakdown:
        return
    last = indicator.current[-1].record
    value = words.quantity(last.value, indicator.record.unit, last.qualifier)
    if last.target is not None:
        value = words.say("of_target", value=words.number(last.value), target=words.number(last.target))
    label = f"{words.text(indicator.record.title)}, {words.period(last.period)}"
    if last.basis is not Basis.STATED:
        label += f" ({': '.join(filter(None, (words.say(f'basis.{last.basis.value}'), last.formula)))})"
    yield KeyFigure(value, label, last.cites)


def _key_date(milestone: KnownMilestone, words: Locale) -> KeyFigure:
    report = milestone.reports[-1].record
    title = words.text(milestone.record.title)
    if milestone.state in (State.DONE, State.DROPPED):
        done = f" · {words.period(milestone.done)}" if milestone.done else ""
        return KeyFigure(words.say(f"state.{milestone.state.value}") + done, title, report.cites)
    if not milestone.latest_due:
        return KeyFigure(words.say(f"says.{milestone.last_word.value}"), title, report.cites)
    if milestone.moves and milestone.first_due:
        title = words.say("key_moved", title=title, first=words.period(milestone.first_due))
    if milestone.state is State.OVERDUE:
        title += f" · {words.say('state.overdue')}"
    return KeyFigure(words.period(milestone.latest_due), title, report.cites, bool(milestone.moves))


def record_links(ids: Iterable[str], edition: Edition, words: Locale) -> list[tuple[str, str]]:
    """Path and name of each record that the edition knows; former ids lead to what they are now."""
    now = {alias.was: alias.became for alias in edition.aliases}
    links: dict[str, tuple[str, str]] = {}
    for theme in edition.mentioned:
        title = words.text(theme.text.title)
        links[theme.id] = (theme_path(theme.id), title)
        links |= {s.id: (f"{theme_path(theme.id)}#{s.id}", title) for s in theme.statements}
        links |= {i.id: (f"{theme_path(theme.id)}#{i.id}", words.text(i.record.title)) for i in theme.indicators}
        links |= {m.id: (milestone_path(m.id), words.text(m.record.title)) for m in theme.milestones}
    wanted = (now.get(id, id) for id in ids)
    return [links[id] for id in wanted if id in links]


@dataclass(frozen=True)
class Spoken:
    """What one source says on a theme: its place in the timeline."""

    source: Source
    name: str
    path: str
    statements: tuple[KnownStatement, ...]
    reports: tuple[tuple[KnownMilestone, KnownReport], ...]
    indicators: tuple[KnownIndicator, ...]
    """Those that it gives a value for."""
    standing: Standing | None

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing on the theme."""
        return not (self.statements or self.reports or self.indicators or self.standing)


def timeline(theme: KnownTheme, edition: Edition, words: Locale) -> Iterator[Spoken]:
    """Every known source, newest first, with what it says on the theme; also those that say nothing."""
    for source in reversed(edition.sources.values()):
        statements = tuple(s for s in theme.statements if s.source.id == source.id)
        reports = tuple((m, r) for m in theme.milestones for r in m.reports if r.source.id == source.id)
        indicators = tuple(i for i in theme.indicators if any(o.source.id == source.id for o in i.observations))
        standing = next((standing for told, standing in theme.standings if told.id == source.id), None)
        name, path = source_name(source, words), source_path(source.id)
        yield Spoken(source, name, path, statements, reports, indicators, standing)


def is_left_out(theme: KnownTheme, source: Source, edition: Edition) -> bool:
    """Whether the source says nothing of a theme that a source of an earlier day spoke of."""
    earlier = (s for s in edition.sources.values() if s.published.last < source.published.last)
    return not theme.is_told_by(source) and any(map(theme.is_told_by, earlier))


@dataclass(frozen=True)
class Cell:
    """How much one source says on one theme."""

    count: int
    """Of its entries; one if it only gives a standing."""
    size: int
    """0 to 4, for the dot."""
    moved: bool
    silent: bool
    """It was entered completely and says nothing of a theme that an earlier source spoke of."""
    entered: bool
    path: str


@dataclass(frozen=True)
class Row:
    """One theme of the matrix."""

    theme: KnownTheme
    path: str
    cells: tuple[Cell, ...]
    standing: Standing | None


def matrix(edition: Edition) -> tuple[Row, ...]:
    """Themes × sources: one row per mentioned theme, one cell per known source, oldest first."""
    return tuple(_row(theme, edition) for theme in edition.mentioned)


def grouped(rows: Iterable[Row], groups: Iterable[Group], words: Locale) -> tuple[tuple[Group | None, list[Row]], ...]:
    """The rows under the headings of the home page, by title; headings with no row are left out.

    Without any heading all rows stand under None.
    """
    in_order = sorted(rows, key=lambda row: words.text(row.theme.text.title).casefold())
    under: dict[str | None, list[Row]] = {}
    for row in in_order:
        under.setdefault(row.theme.text.group, []).append(row)
    headings: list[Group | None] = [*groups, None]
    parts = [(heading, under.get(heading.id if heading else None, [])) for heading in headings]
    return tuple((heading, found) for heading, found in parts if found)


def _row(theme: KnownTheme, edition: Edition) -> Row:
    moved = {move.report.source.id for milestone in theme.milestones for move in milestone.moves}
    cells = []
    for id, count in theme.mentions.items():
        complete = id in edition.accounts and edition.accounts[id].is_complete
        silent = complete and is_left_out(theme, edition.sources[id], edition)
        told = count or int(theme.is_told_by(edition.sources[id]))
        cells.append(Cell(told, _size(told), id in moved, silent, complete, f"{source_path(id)}#{theme.id}"))
    standing = theme.standings[-1][1] if theme.standings else None
    return Row(theme, theme_path(theme.id), tuple(cells), standing)


def _size(count: int) -> int:
    return sum(count >= step for step in (1, 4, 10, 25))


@dataclass(frozen=True)
class ChangeCounts:
    """How many changes of each kind a source brought."""

    counts: tuple[tuple[ChangeKind, str, int], ...]
    """(kind, subject, number), for those that occur."""


def change_counts(changes: tuple[Change, ...]) -> ChangeCounts:
    """The changes counted by kind and subject, in the order in which the kinds are listed."""
    pairs = [(kind, subject) for kind in ChangeKind for subject in ("statement", "milestone", "indicator", "tension")]
    counted = [(k, s, sum(c.kind is k and c.subject == s for c in changes)) for k, s in pairs]
    return ChangeCounts(tuple(entry for entry in counted if entry[2]))
