"""Every place where a record names another: citations, and plain ids of places, themes, units and categories."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.archive.archive import Archive, Theme
from generator.diagnostics import Location
from generator.model import Milestone, Statement


@dataclass(frozen=True)
class Cited:
    """One list of citations and where it stands."""

    name: str
    """What cites, for messages: `statement 'x'`, `a report of milestone 'y'`."""
    cites: tuple[str, ...]
    file: str
    path: tuple[str | int, ...]
    """Of the record that holds `cites`."""
    of_one_source: bool = False
    """Whether all must be of one source."""
    siblings: tuple[object, ...] = ()
    """Equal for entries of one list that must stand in the order of publication; empty where order is free."""

    @property
    def ordered(self) -> bool:
        return bool(self.siblings)

    def place(self, archive: Archive, *path: str | int) -> Location:
        return archive.place(self.file, *self.path, *path)


@dataclass(frozen=True)
class Reference:
    """One id that must exist elsewhere."""

    name: str
    id: str
    known: Collection[str]
    where: str
    place: Location


def cited_records(archive: Archive) -> Iterator[Cited]:
    """Everything that cites, file by file, in the order of writing."""
    for theme in archive.themes.values():
        yield from cited_in(theme)
    for i, tension in enumerate(archive.tensions.values()):
        yield Cited(f"tension {tension.id!r}", tension.cites, "tensions.yaml", (i,))
    for i, term in enumerate(archive.terms.values()):
        yield Cited(f"term {term.id!r}", term.cites, "glossary.yaml", (i,))
    for i, document in enumerate(archive.references.values()):
        yield Cited(f"document {document.id!r}", document.cites, "references.yaml", (i,))


def cited_in(theme: Theme) -> Iterator[Cited]:
    """Everything in the files of a theme that cites."""
    folder = f"themes/{theme.id}"
    for i, standing in enumerate(theme.text.standings):
        file, name = f"{folder}/theme.yaml", f"a standing of theme {theme.id!r}"
        yield Cited(name, standing.cites, file, ("standings", i), True, (file,))
    for i, statement in enumerate(theme.statements):
        yield Cited(f"statement {statement.id!r}", statement.cites, f"{folder}/statements.yaml", (i,))
    for i, indicator in enumerate(theme.indicators):
        for j, observation in enumerate(indicator.observations):
            file, name = f"{folder}/indicators.yaml", f"an observation of {indicator.id!r}"
            yield Cited(name, observation.cites, file, (i, "observations", j), True)
    for i, milestone in enumerate(theme.milestones):
        if milestone.lineage:
            file, name = f"{folder}/milestones.yaml", f"the lineage of milestone {milestone.id!r}"
            yield Cited(name, milestone.lineage.cites, file, (i, "lineage"))
        for j, report in enumerate(milestone.reports):
            file, name = f"{folder}/milestones.yaml", f"a report of milestone {milestone.id!r}"
            yield Cited(name, report.cites, file, (i, "reports", j), True, (file, i))


def plain_references(archive: Archive) -> Iterator[Reference]:
    """Every plain id that a record names."""
    for theme in archive.themes.values():
        yield from _of_theme_text(archive, theme)
        yield from _of_indicators(archive, theme)
        yield from _of_places(archive, f"themes/{theme.id}/statements.yaml", theme.statements)
        yield from _of_places(archive, f"themes/{theme.id}/milestones.yaml", theme.milestones)
    milestones = {milestone.id for theme in archive.themes.values() for milestone in theme.milestones}
    for theme in archive.themes.values():
        for i, milestone in enumerate(theme.milestones):
            for j, id in enumerate(milestone.lineage.of if milestone.lineage else ()):
                at = archive.place(f"themes/{theme.id}/milestones.yaml", i, "lineage", "of", j)
                yield Reference(f"the lineage of {milestone.id!r}", id, milestones, "any milestones.yaml", at)
    for i, tension in enumerate(archive.tensions.values()):
        for j, id in enumerate(tension.themes):
            at = archive.place("tensions.yaml", i, "themes", j)
            yield Reference(f"tension {tension.id!r}", id, archive.themes, "data/themes/", at)


def _of_places(archive: Archive, file: str, records: Iterable[Statement | Milestone]) -> Iterator[Reference]:
    for i, record in enumerate(records):
        name = f"{type(record).__name__.lower()} {record.id!r}"
        for j, place in enumerate(record.places):
            yield Reference(name, place, archive.places, "data/places.yaml", archive.place(file, i, "places", j))


def _of_theme_text(archive: Archive, theme: Theme) -> Iterator[Reference]:
    file, name = f"themes/{theme.id}/theme.yaml", f"theme {theme.id!r}"
    if theme.text.group:
        groups = {group.id for group in archive.atlas.groups}
        yield Reference(name, theme.text.group, groups, "`groups` of data/atlas.yaml", archive.place(file, "group"))
    for i, id in enumerate(theme.text.related):
        yield Reference(name, id, archive.themes, "data/themes/", archive.place(file, "related", i))
    own = {record.id for record in theme.indicators} | {record.id for record in theme.milestones}
    for i, id in enumerate(theme.text.key_figures):
        where = "its indicators.yaml or milestones.yaml"
        yield Reference(name, id, own, where, archive.place(file, "key_figures", i))


def _of_indicators(archive: Archive, theme: Theme) -> Iterator[Reference]:
    file = f"themes/{theme.id}/indicators.yaml"
    units = archive.words["nl"].get("units", {})
    for i, indicator in enumerate(theme.indicators):
        name = f"indicator {indicator.id!r}"
        yield Reference(name, indicator.unit, units, "`units` of data/words/", archive.place(file, i, "unit"))
        for j, id in enumerate(indicator.breakdown):
            at = archive.place(file, i, "breakdown", j)
            yield Reference(name, id, archive.dimensions, "data/categories.yaml", at)
        for j, observation in enumerate(indicator.observations):
            for dimension, category in observation.of.items():
                if dimension in archive.dimensions:
                    known = [value.id for value in archive.dimensions[dimension].values]
                    at = archive.place(file, i, "observations", j, "of", dimension)
                    yield Reference(name, category, known, f"{dimension!r} of data/categories.yaml", at)
