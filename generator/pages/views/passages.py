"""A source passage by passage: its numbers, the records that it supports and, where it is at hand, its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby
from urllib.parse import quote

from generator.editions import KnownTheme
from generator.model import Citation, Locale, Passage, Source, parse_period
from generator.pages.context import PageContext
from generator.pages.urls import FixedPage, anchored, outside_anchor, series_anchor, tension_path, theme_part_path
from generator.pages.views.indicators import indicator_link
from generator.pages.views.parts import Link, headings_of, milestone_link


@dataclass(frozen=True)
class RecordsOfTheme:
    """The records of one theme that a passage supports."""

    title: str
    records: tuple[Link, ...]


@dataclass(frozen=True)
class PassageView:
    """One passage of a source, and the records that it supports."""

    id: str
    former: tuple[str, ...]
    number: str
    """Its running number under its heading."""
    words: int
    numbers: tuple[str, ...]
    """As the language prints them, each once, in the order of the text."""
    dates: tuple[str, ...]
    uncarried: tuple[str, ...]
    """Those of the numbers that no record which cites the passage carries."""
    themes: tuple[RecordsOfTheme, ...]
    """Of each theme that cites it: its records."""
    unused: str | None
    """Why nothing is entered from it; None if something is, or nothing need be because it is of an external source."""
    quotation: str | None
    """Its text, where the documents are at hand."""
    address: str | None
    """Of the document at these words, if it is quoted and its address is known."""
    place: str
    """Where it is in the document, for the name of the link to its words."""


@dataclass(frozen=True)
class PassageGroup:
    """The passages in a row that stand under one heading."""

    headings: tuple[str, ...]
    """Outermost first; of passages above all headings, that they are."""
    heading_language: str
    extent: str
    """How many there are."""
    language: str
    """The code of the language in which it is written."""
    passages: tuple[PassageView, ...]


_WORDS_TO_FIND = 5
"""How many of the first words of a passage a browser looks for."""
_Index = dict[Citation, dict[str, tuple[Link, ...]]]
"""By citation, by the title of the theme: the records that the passage supports."""


def passage_groups(source: Source, context: PageContext) -> tuple[PassageGroup, ...]:
    """Every passage of a source in reading order, by heading, with the records of this edition that it supports."""
    index = _index(context)
    passages = context.archive.passages.get(source.id, {}).values()
    sections = groupby(passages, key=lambda passage: passage.section)
    return tuple(
        _group(section, tuple(_passage(passage, source, index, context) for passage in under), source, context.locale)
        for section, under in sections
    )


def _group(section: str, passages: tuple[PassageView, ...], source: Source, locale: Locale) -> PassageGroup:
    headings = headings_of(section)
    return PassageGroup(
        headings=headings or (locale.say("source.opening"),),
        heading_language=source.language if headings else locale.language,
        extent=locale.say("source.count", n=len(passages)),
        language=source.language,
        passages=passages,
    )


def _passage(passage: Passage, source: Source, index: _Index, context: PageContext) -> PassageView:
    locale, citation = context.locale, Citation(source.id, passage.id)
    coverage = context.coverage.get(source.id)
    uncarried = coverage.uncarried.get(passage.id, ()) if coverage else ()
    quotation, number = context.volume.quotations.get(citation), passage.id.rpartition("-")[2]
    return PassageView(
        id=passage.id,
        former=_former(source.id, passage.id, context),
        number=number,
        words=int(passage.words),
        numbers=tuple(locale.number(Decimal(number)) for number in passage.numbers),
        dates=tuple(locale.period(parse_period(form)) for form in passage.dates),
        uncarried=tuple(locale.number(Decimal(number)) for number in uncarried),
        themes=tuple(RecordsOfTheme(title, links) for title, links in index.get(citation, {}).items()),
        unused=None if citation in index or source.is_outside else _unused(passage, source, locale),
        quotation=quotation,
        address=at_text(source.url, quotation) if source.url and quotation else None,
        place=_place(passage.section, number, locale),
    )


def _place(section: str, number: str, locale: Locale) -> str:
    headings = headings_of(section)
    if not headings:
        return locale.say("source.place_at_the_top", number=number)
    return locale.say("source.place", section=headings[-1], number=number)


def _unused(passage: Passage, source: Source, locale: Locale) -> str:
    why = next((entry.why for entry in source.out_of_scope if entry.passage == passage.id), None)
    return f"{locale.say('source.out_of_scope')} ({why})" if why else locale.say("source.not_entered")


def at_text(address: str, text: str) -> str:
    """The address with a text fragment: the browser scrolls to the first words of the text, if it finds them.

    Whatever has a meaning in a fragment is percent-encoded; so is the dash, which `quote` would leave.
    """
    words = quote(" ".join(text.split()[:_WORDS_TO_FIND]), safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={words}"


def _former(source: str, id: str, context: PageContext) -> tuple[str, ...]:
    """Ids that the passage had before."""
    return tuple(alias.was for alias in context.edition.aliases if (alias.source, alias.became) == (source, id))


@lru_cache(maxsize=1)
def _index(context: PageContext) -> _Index:
    """For all citations in the edition; each record is listed once. All pages of a volume have one context."""
    index: _Index = {}
    for theme in context.edition.themes.values():
        title = context.locale.text(theme.text.title)
        for cites, link in _supported(theme, context.locale):
            for citation in cites:
                known = index.setdefault(citation, {}).get(title, ())
                index[citation][title] = known if link in known else (*known, link)
    return index


_Supported = Iterator[tuple[tuple[Citation, ...], Link]]


def _supported(theme: KnownTheme, locale: Locale) -> _Supported:
    """(citations, link) of every record of a theme; its statements are numbered."""
    for _, standing in theme.standings:
        yield standing.cites, Link(theme_part_path(theme.id, "standing"), locale.say("standing"))
    for number, statement in enumerate(theme.statements, 1):
        label = f"{locale.say('statement')} {number}"
        yield statement.record.cites, Link(theme_part_path(theme.id, statement.id), label)
    for indicator in theme.indicators:
        for observation in indicator.observations:
            yield observation.record.cites, indicator_link(indicator, locale)
    for milestone in theme.milestones:
        for report in milestone.reports:
            yield report.record.cites, milestone_link(milestone, locale)
    for tension in (*theme.tensions, *theme.outside.tensions):
        yield tension.cites, Link(tension_path(tension.id), locale.say("tension"))
    yield from _supported_outside(theme, locale)


def _supported_outside(theme: KnownTheme, locale: Locale) -> _Supported:
    """The same of what external sources add."""
    for one in theme.outside.series:
        path = anchored(FixedPage.INDICATORS.value, series_anchor(one.id))
        for observation in one.observations:
            if observation.source.is_outside:
                yield observation.record.cites, Link(path, locale.text(one.record.title))
    path = anchored(FixedPage.INDICATORS.value, outside_anchor(theme.id))
    for said in theme.outside.milestones:
        for report in said.reports:
            yield (
                report.record.cites,
                Link(path, locale.text(said.milestone.title)),
            )
