"""Every value of a record that must rest on the passages which the record cites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.archive import Archive, Theme
from generator.diagnostics import Location
from generator.model import Basis, Bilingual, Indicator, Milestone, Period, Record, Tension, Term
from generator.text import SCALES


@dataclass(frozen=True)
class Claim:
    """One text, number, date or formula, where it is written, and what it rests on."""

    name: str
    """What claims, for messages: `statement 'x'`."""
    value: Bilingual | str | Decimal | Period
    """A text in both languages or in one, a formula, a number or a date."""
    cites: tuple[str, ...]
    """Empty for what stands above all sources, such as a theme's question."""
    file: str
    """Relative to data/."""
    path: tuple[str | int, ...]
    formula_of: Decimal | None = None
    """Of a formula: the value that it must come to; None for everything else."""
    power: int = 0
    """Of a value: its unit is ten to this power, as in `million-euros`."""

    @property
    def part(self) -> str:
        """The field that claims: `text`, `value`, `due`."""
        return str(self.path[-1])

    def place(self, archive: Archive, *path: str | int) -> Location:
        return archive.place(self.file, *self.path, *path)


def claims_of(archive: Archive) -> Iterator[Claim]:
    """Every claim in `data/`, file by file, in the order of writing."""
    for theme in archive.themes.values():
        yield from claims_of_theme(theme)
    for i, tension in enumerate(archive.tensions.values()):
        yield from claims_of_tension(tension, i)
    for i, term in enumerate(archive.terms.values()):
        yield from claims_of_term(term, i)


def claims_of_tension(tension: Tension, i: int) -> Iterator[Claim]:
    """Every claim of the tension that stands `i`-th in its file, from 0."""
    yield Claim(f"tension {tension.id!r}", tension.text, tension.cites, "tensions.yaml", (i, "text"))


def claims_of_term(term: Term, i: int) -> Iterator[Claim]:
    """Every claim of the term that stands `i`-th in its file, from 0."""
    for part in ("term", "abbreviation", "text"):
        value = getattr(term, part)
        if value is not None:
            yield Claim(f"term {term.id!r}", value, term.cites, "glossary.yaml", (i, part))


def claims_of_theme(theme: Theme) -> Iterator[Claim]:
    """Every claim in the four files of a theme."""
    folder = f"themes/{theme.id}"
    yield from _of_text(theme, f"{folder}/theme.yaml")
    for i, statement in enumerate(theme.statements):
        for part in ("when", "text"):
            name, file = f"statement {statement.id!r}", f"{folder}/statements.yaml"
            yield Claim(name, getattr(statement, part), statement.cites, file, (i, part))
    for i, indicator in enumerate(theme.indicators):
        yield from _of_indicator(indicator, f"{folder}/indicators.yaml", i)
    for i, milestone in enumerate(theme.milestones):
        yield from _of_milestone(milestone, f"{folder}/milestones.yaml", i)


def _of_text(theme: Theme, file: str) -> Iterator[Claim]:
    for part in ("title", "question"):
        yield Claim(f"theme {theme.id!r}", getattr(theme.text, part), (), file, (part,))
    if theme.text.map:
        yield Claim(f"the map of theme {theme.id!r}", theme.text.map.title, (), file, ("map", "title"))
    for i, standing in enumerate(theme.text.standings):
        for part in ("summary", "text"):
            name = f"a standing of theme {theme.id!r}"
            yield Claim(name, getattr(standing, part), standing.cites, file, ("standings", i, part))


def _of_indicator(indicator: Indicator, file: str, i: int) -> Iterator[Claim]:
    name = f"indicator {indicator.id!r}"
    first = _of_first_source(observation.cites for observation in indicator.observations)
    for part in ("title", "definition"):
        yield Claim(name, getattr(indicator, part), first, file, (i, part))
    for j, observation in enumerate(indicator.observations):
        name, path = f"an observation of {indicator.id!r}", (i, "observations", j)
        is_printed = observation.basis is Basis.STATED
        parts = ("period", "value", "target", "note") if is_printed else ("period", "target", "note")
        for part in parts:
            value = getattr(observation, part)
            if value is not None:
                power = _power(indicator.unit) if part in ("value", "target") else 0
                yield Claim(name, value, observation.cites, file, (*path, part), power=power)
        if observation.formula:
            where = (*path, "formula")
            yield Claim(name, observation.formula, observation.cites, file, where, observation.value)


def _of_milestone(milestone: Milestone, file: str, i: int) -> Iterator[Claim]:
    first = _of_first_source(report.cites for report in milestone.reports)
    yield Claim(f"milestone {milestone.id!r}", milestone.title, first, file, (i, "title"))
    for j, report in enumerate(milestone.reports):
        for part in ("due", "done", "reason", "note"):
            value = getattr(report, part)
            if value is not None:
                name = f"a report of milestone {milestone.id!r}"
                yield Claim(name, value, report.cites, file, (i, "reports", j, part))


def _of_first_source(cited: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of lists of citations, oldest source first, those of the oldest: a title is known since then."""
    citations = [citation for cites in cited for citation in cites]
    source = citations[0].partition("#")[0]
    return tuple(dict.fromkeys(citation for citation in citations if citation.partition("#")[0] == source))


def _power(unit: str) -> int:
    return next((power for scale, power in SCALES["en"].items() if unit.startswith(f"{scale}-")), 0)


def uncited_texts(archive: Archive) -> Iterator[Claim]:
    """Texts in both languages that rest on no passage: of sources, places, categories and the atlas itself."""
    yield from _texts_of("the atlas", archive.atlas, "atlas.yaml", (), "title", "description", "publisher")
    for i, group in enumerate(archive.atlas.groups):
        yield from _texts_of(f"group {group.id!r}", group, "atlas.yaml", ("groups", i), "title")
    for i, correction in enumerate(archive.corrections.values()):
        name = f"correction {correction.id!r}"
        yield from _texts_of(name, correction, "corrections.yaml", (i,), "what", "why")
    for id, source in archive.sources.items():
        yield from _texts_of(f"source {id!r}", source, f"sources/{id}.yaml", (), "title", "sender", "note")
    for i, document in enumerate(archive.references.values()):
        yield from _texts_of(f"document {document.id!r}", document, "references.yaml", (i,), "title", "sender")
    for i, place in enumerate(archive.places.values()):
        yield from _texts_of(f"place {place.id!r}", place, "places.yaml", (i,), "name")
    for i, dimension in enumerate(archive.dimensions.values()):
        yield from _texts_of(f"dimension {dimension.id!r}", dimension, "categories.yaml", (i,), "title")
        for j, category in enumerate(dimension.values):
            path = (i, "values", j)
            yield from _texts_of(f"category {category.id!r}", category, "categories.yaml", path, "title")


def _texts_of(name: str, record: Record, file: str, path: tuple[str | int, ...], *parts: str) -> Iterator[Claim]:
    for part in parts:
        text = getattr(record, part)
        if text:
            yield Claim(name, text, (), file, (*path, part))
