"""A source passage by passage: its figures, what rests on it and, where the text is at hand, the text itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from generator.archive import Archive
from generator.checks import Coverage
from generator.documents import PATH
from generator.editions import Edition, KnownTheme
from generator.model import Citation, Locale, Passage, Source, parse_period
from generator.pages.urls import milestone_path, theme_path


@dataclass(frozen=True)
class PassageRow:
    """One passage of a source, and what rests on it."""

    id: str
    number: str
    """Its running number under its heading."""
    words: int
    numbers: tuple[str, ...]
    """As the language prints them, each once, in the order of the text."""
    dates: tuple[str, ...]
    uncarried: tuple[str, ...]
    """Those of the numbers that no record which cites the passage carries."""
    records: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Of each theme that cites it: its title, and (path, what it is) of the records."""
    out_of_scope: str | None
    """Why nothing is entered from it."""
    quotation: str | None
    """Its text, where the documents are at hand."""


@dataclass(frozen=True)
class PassageGroup:
    """The passages in a row that stand under one heading."""

    headings: tuple[str, ...]
    """Outermost first."""
    rows: tuple[PassageRow, ...]


def passage_groups(
    source: Source,
    edition: Edition,
    archive: Archive,
    words: Locale,
    *,
    coverage: Coverage | None,
    quotations: Mapping[Citation, str],
) -> tuple[PassageGroup, ...]:
    """Every passage of a source in reading order, by heading, with the records of this edition that rest on it.

    `quotations` are texts by citation; `coverage` is None for a source that is not held.
    """
    index = _index(edition, words)
    out = {entry.passage: entry.why for entry in source.out_of_scope}
    uncarried = coverage.uncarried if coverage else {}

    def row(passage: Passage) -> PassageRow:
        citation = Citation(source.id, passage.id)
        return PassageRow(
            id=passage.id,
            number=passage.id.rpartition("-")[2],
            words=int(passage.words),
            numbers=tuple(words.number(Decimal(number)) for number in passage.numbers),
            dates=tuple(words.period(parse_period(form)) for form in passage.dates),
            uncarried=tuple(words.number(Decimal(number)) for number in uncarried.get(passage.id, ())),
            records=tuple(index.get(citation, {}).items()),
            out_of_scope=out.get(passage.id),
            quotation=quotations.get(citation),
        )

    grouped = groupby(archive.passages.get(source.id, {}).values(), key=lambda passage: passage.section)
    return tuple(PassageGroup(tuple(section.split(PATH)), tuple(map(row, passages))) for section, passages in grouped)


def _index(edition: Edition, words: Locale) -> dict[Citation, dict[str, tuple[tuple[str, str], ...]]]:
    """For each citation, by the title of the theme: (path, what it is) of the records that rest on it, each once."""
    index: dict[Citation, dict[str, tuple[tuple[str, str], ...]]] = {}
    for theme in edition.themes.values():
        title = words.text(theme.text.title)
        for cites, path, label in _resting(theme, words):
            for citation in cites:
                entries = index.setdefault(citation, {})
                known = entries.get(title, ())
                entries[title] = known if (path, label) in known else (*known, (path, label))
    return index


def _resting(theme: KnownTheme, words: Locale) -> Iterator[tuple[tuple[Citation, ...], str, str]]:
    """(citations, path, what it is) of every record of a theme; its statements are numbered."""
    path = theme_path(theme.id)
    for _, standing in theme.standings:
        yield standing.cites, f"{path}#standing", words.say("standing")
    for number, statement in enumerate(theme.statements, 1):
        yield statement.record.cites, f"{path}#{statement.id}", f"{words.say('statement')} {number}"
    for indicator in theme.indicators:
        for observation in indicator.observations:
            yield observation.record.cites, f"{path}#{indicator.id}", words.text(indicator.record.title)
    for milestone in theme.milestones:
        for report in milestone.reports:
            yield report.record.cites, milestone_path(milestone.id), words.text(milestone.record.title)
    for tension in theme.tensions:
        yield tension.cites, f"{path}#tensions", words.say("tension")
