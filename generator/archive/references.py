"""Iterates over the records of an archive, with their names, citations and references to other records."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.archive.archive import Archive, Theme
from generator.diagnostics import Location
from generator.model import (
    Citation,
    Evolution,
    Indicator,
    Milestone,
    Observation,
    Record,
    Report,
    Standing,
    Statement,
    file_of,
)
from generator.text import LANGUAGES

BODY, AREA = "body", "area"
"""The dimensions in data/categories.yaml that say who counts a figure, and where."""
_OF_ONE_SOURCE = (Standing, Report, Observation)
_ORDERED = (Standing, Evolution, Report)
"""Records that are listed in the order in which their sources were published."""


@dataclass(frozen=True)
class Entry:
    """One record, at any depth."""

    name: str
    """What it is called in messages: `statement 'x'`, `a report of milestone 'y'`."""
    record: Record
    parent: Record | None = None
    """The record that contains it; None at the top level of its file."""

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Its citations, in the order of the file; empty if it has none."""
        return getattr(self.record, "cites", ())

    @property
    def of_one_source(self) -> bool:
        """Whether all of its citations must be from one source."""
        return isinstance(self.record, _OF_ONE_SOURCE)

    @property
    def is_ordered(self) -> bool:
        """Whether its siblings are listed in order of publication."""
        return isinstance(self.record, _ORDERED)


@dataclass(frozen=True)
class Reference:
    """An id by which a record refers to another one."""

    name: str
    id: str
    known: Collection[str]
    where: str
    place: Location


def entries(archive: Archive) -> Iterator[Entry]:
    """Every record except passages and names, file by file, in the order of the file; parents before children."""
    yield from chain.from_iterable(map(entries_in, archive.themes.values()))
    yield from entries_beside(archive)


def entries_beside(archive: Archive) -> Iterator[Entry]:
    """Every record that is in no theme, but for passages and names; parents before children."""
    yield from map(entry_of, (*archive.tensions.values(), *archive.terms.values()))
    yield Entry("the atlas", archive.atlas)
    yield from (entry_of(group, archive.atlas) for group in archive.atlas.groups)
    yield from map(entry_of, (*archive.corrections.values(), *archive.amendments.values()))
    for source in archive.sources.values():
        yield entry_of(source)
        yield from (Entry(f"a passage of {source.id!r}", passage, source) for passage in source.out_of_scope)
    yield from map(entry_of, (*archive.references.values(), *archive.places.values()))
    for dimension in archive.dimensions.values():
        yield entry_of(dimension)
        yield from (entry_of(category, dimension) for category in dimension.values)


def entries_in(theme: Theme) -> Iterator[Entry]:
    """Every record in the files of a theme, in the order of the files; parents before children."""
    text = theme.text
    yield Entry(f"theme {theme.id!r}", text)
    if text.map:
        yield Entry(f"the map of theme {theme.id!r}", text.map, text)
    yield from (Entry(f"a standing of theme {theme.id!r}", standing, text) for standing in text.standings)
    name = f"the evolution of theme {theme.id!r}"
    yield from (Entry(name, evolution, text) for evolution in text.evolution)
    yield from (entry_of(group, text) for group in text.indicator_groups)
    yield from (entry_of(thread, text) for thread in text.threads)
    yield from map(entry_of, theme.statements)
    for indicator in theme.indicators:
        yield entry_of(indicator)
        name = f"a break of {indicator.id!r}"
        yield from (Entry(name, broken, indicator) for broken in indicator.breaks)
        name = f"an observation of {indicator.id!r}"
        yield from (Entry(name, observation, indicator) for observation in indicator.observations)
    for milestone in theme.milestones:
        yield entry_of(milestone)
        name = f"the lineage of milestone {milestone.id!r}"
        yield from (Entry(name, lineage, milestone) for lineage in milestone.lineage)
        name = f"a search for milestone {milestone.id!r}"
        yield from (Entry(name, looked, milestone) for looked in milestone.looked)
        name = f"a report of milestone {milestone.id!r}"
        yield from (Entry(name, report, milestone) for report in milestone.reports)


def entry_of(record: Any, parent: Record | None = None) -> Entry:
    """The entry of a record with an id, which is named after its model and id: `indicator group 'staff'`."""
    kind = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(record).__name__).lower()
    return Entry(f"{kind} {record.id!r}", record, parent)


def citing(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries that have citations."""
    return (entry for entry in entries if entry.cites)


def plain_references(archive: Archive) -> Iterator[Reference]:
    """Every id, other than a citation, by which a record refers to another."""
    for theme in archive.themes.values():
        yield from _of_theme_text(archive, theme)
    yield from chain.from_iterable(_of_indicator(archive, indicator) for indicator in archive.indicators)
    yield from _of_places(archive, (*archive.statements, *archive.milestones))
    milestones = {milestone.id for milestone in archive.milestones}
    for milestone in archive.milestones:
        name, where = f"the lineage of {milestone.id!r}", f"any {file_of(Milestone).name}"
        for lineage in milestone.lineage:
            yield from _each(name, lineage, "of", milestones, where)
    indicators = {indicator.id for indicator in archive.indicators}
    for tension in archive.tensions.values():
        name = f"tension {tension.id!r}"
        yield from _each(name, tension, "themes", archive.themes, "data/themes/")
        yield from _each(name, tension, "milestones", milestones, f"any {file_of(Milestone).name}")
        yield from _each(name, tension, "indicators", indicators, f"any {file_of(Indicator).name}")


def _each(name: str, record: Record, key: str, known: Collection[str], where: str) -> Iterator[Reference]:
    """The references in the list under `key`."""
    for i, id in enumerate(getattr(record, key)):
        yield Reference(name, id, known, where, record.place(key, i))


def _of_places(archive: Archive, records: Iterable[Statement | Milestone]) -> Iterator[Reference]:
    for record in records:
        yield from _each(entry_of(record).name, record, "places", archive.places, "data/places.yaml")


def _of_theme_text(archive: Archive, theme: Theme) -> Iterator[Reference]:
    text, name = theme.text, f"theme {theme.id!r}"
    if text.group:
        groups = {group.id for group in archive.atlas.groups}
        yield Reference(name, text.group, groups, "`groups` of data/atlas.yaml", text.place("group"))
    yield from _each(name, text, "related", archive.themes, "data/themes/")
    own = {indicator.id for indicator in theme.indicators} | {milestone.id for milestone in theme.milestones}
    yield from _each(name, text, "key_figures", own, "its indicators.yaml or milestones.yaml")
    own |= {statement.id for statement in theme.statements}
    for group in text.indicator_groups:
        indicators = {indicator.id for indicator in theme.indicators}
        yield from _each(entry_of(group).name, group, "members", indicators, "its indicators.yaml")
    where = "its statements.yaml, milestones.yaml or indicators.yaml"
    yield from _each(name, text, "alone", own, where)
    for thread in text.threads:
        yield from _each(entry_of(thread).name, thread, "members", own, where)


def _of_indicator(archive: Archive, indicator: Indicator) -> Iterator[Reference]:
    name, units = f"indicator {indicator.id!r}", archive.words[LANGUAGES[0]].get("units", {})
    yield Reference(name, indicator.unit, units, "`units` of data/words/", indicator.place("unit"))
    yield from _each(name, indicator, "breakdown", archive.dimensions, "data/categories.yaml")
    yield from _of_count(archive, name, indicator)
    for observation in indicator.observations:
        yield from _of_count(archive, name, observation)
        for dimension, category in observation.of.items():
            if dimension in archive.dimensions:
                yield _of_category(archive, name, (dimension, category), observation.place("of", dimension))


def _of_count(archive: Archive, name: str, record: Indicator | Observation) -> Iterator[Reference]:
    """Who counted, and where, as far as the record says so."""
    for key, dimension, category in (("counted_by", BODY, record.counted_by), ("area", AREA, record.area)):
        if category:
            yield _of_category(archive, name, (dimension, category), record.place(key))


def _of_category(archive: Archive, name: str, named: tuple[str, str], place: Location) -> Reference:
    """The reference to a category, `named` by its dimension and its own id."""
    dimension, category = named
    known = [value.id for value in archive.dimensions[dimension].values] if dimension in archive.dimensions else []
    return Reference(name, category, known, f"{dimension!r} of data/categories.yaml", place)
