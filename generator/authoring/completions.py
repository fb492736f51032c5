"""The existing ids with a description of each: lists from which the schemas of `data/` offer completions."""

from collections.abc import Iterable, Iterator, Mapping
from math import isqrt
from typing import Any

from generator.archive import AREA, BODY, Archive
from generator.model import CITATION, ID, Bilingual, Citation, Passage, Shape
from generator.text import LANGUAGES

LABEL = 60
"""Characters of a suggestion that are shown."""

Known = Mapping[str, str]
"""The description of each id, by id."""


def known_ids(archive: Archive) -> dict[str, Known]:
    """Return the ids of each list, by name of the list, in the order of the archive."""
    milestones = dict(_titled(archive, "milestones"))
    indicators = dict(_titled(archive, "indicators"))
    return {
        "citations": dict(_citations(archive)),
        "passages": _passages(archive),
        "sources": {id: f"{_both(source.title)} ({source.published})." for id, source in archive.sources.items()},
        "themes": {id: f"{_both(theme.text.title)}." for id, theme in archive.themes.items()},
        "groups": {group.id: f"{_both(group.title)}." for group in archive.atlas.groups},
        "places": {id: f"{_both(place.name)} ({place.kind.value})." for id, place in archive.places.items()},
        "units": dict(_units(archive)),
        "dimensions": {id: f"{_both(dimension.title)}." for id, dimension in archive.dimensions.items()},
        "bodies": _categories(archive, BODY),
        "areas": _categories(archive, AREA),
        "milestones": milestones,
        "indicators": indicators,
        "key_figures": {**indicators, **milestones},
        "records": {**dict(_statements(archive)), **milestones, **indicators},
    }


def definitions(archive: Archive) -> dict[str, Any]:
    """Return the lists of `known_ids` as JSON Schemas that accept any id; `of` has the categories of each dimension."""
    of = {
        id: {
            **_offered(_categories(archive, id), ID),
            "description": f"{_both(dimension.title)}: one of its categories.",
        }
        for id, dimension in archive.dimensions.items()
    }
    lists = known_ids(archive)
    shapes = {name: CITATION if name == "citations" else ID for name in lists}
    return {**{name: _offered(known, shapes[name]) for name, known in lists.items()}, "of": {"properties": of}}


def _categories(archive: Archive, dimension: str) -> Known:
    values = archive.dimensions[dimension].values if dimension in archive.dimensions else ()
    return {value.id: f"{_both(value.title)}." for value in values}


def _offered(known: Known, shape: Shape) -> dict[str, Any]:
    """Return a schema that suggests each id as a snippet, accepts any id, and describes an existing id on hover.

    One alternative per id would express both at once, but the language server tries every alternative on every value,
    which takes half a minute for a file with some hundreds of citations. The ids are therefore split into parts.
    """
    if not known:
        return dict(shape)
    return {
        **shape,
        "description": f"{shape['description']}; existing ids are suggested.".capitalize(),
        "defaultSnippets": [_snippet(id, description) for id, description in known.items()],
        "if": {"type": "string"},
        "then": {"allOf": [_explained(part) for part in _parts(known)]},
    }


def _snippet(id: str, description: str) -> dict[str, str]:
    """Return the snippet of an id; a long id is shown by its start and its end, which distinguishes passages."""
    label = {"label": f"{id[:40]}…{id[-18:]}"} if len(id) > LABEL else {}
    return {"bodyText": id, **label, "description": description}


def _explained(known: Known) -> dict[str, Any]:
    described = [{"const": id, "description": text} for id, text in known.items()]
    return {"if": {"type": "string", "pattern": f"^({'|'.join(known)})$"}, "then": {"anyOf": described}}


def _parts(known: Known) -> Iterator[Known]:
    """Split the ids into parts of about as many ids as there are parts."""
    ids = list(known)
    size = max(1, isqrt(len(ids)))
    for i in range(0, len(ids), size):
        yield {id: known[id] for id in ids[i : i + size]}


def _citations(archive: Archive) -> Iterator[tuple[str, str]]:
    for source, passages in archive.passages.items():
        for passage in passages.values():
            yield str(Citation(source, passage.id)), _described(passage)


def _passages(archive: Archive) -> dict[str, str]:
    """Return a description of each passage id; an id that occurs in several sources is described once for each."""
    described: dict[str, list[str]] = {}
    for source, passages in archive.passages.items():
        for passage in passages.values():
            described.setdefault(passage.id, []).append(f"{source}: {_described(passage)}")
    return {id: " ".join(each) for id, each in described.items()}


def _described(passage: Passage) -> str:
    """Return section, length and figures: all that is known of a passage without its text."""
    figures = [*_listed("numbers", (*passage.numbers, *passage.soft)), *_listed("dates", passage.dates)]
    count = f"{passage.words} word{'s' * (passage.words != 1)}"
    return f"{passage.section} – {count}; {'; '.join(figures) or 'no figures'}."


def _listed(name: str, figures: Iterable[str]) -> Iterator[str]:
    listed = ", ".join(figures)
    if listed:
        yield f"{name} {listed}"


def _titled(archive: Archive, kind: str) -> Iterator[tuple[str, str]]:
    """Yield id and title of the milestones or indicators of all themes."""
    for theme in archive.themes.values():
        for record in getattr(theme, kind):
            yield record.id, f"{_both(record.title)} (theme {theme.id})."


def _statements(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield id and theme of the statements of all themes."""
    for theme in archive.themes.values():
        for statement in theme.statements:
            yield statement.id, f"Statement (theme {theme.id})."


def _units(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield each unit with its plural in every language."""
    forms = [words.get("units", {}) for words in archive.words.values()]
    for id in forms[0]:
        plurals = [unit[id]["other"].strip() for unit in forms if isinstance(unit.get(id), dict)]
        yield id, f"Printed as: {' / '.join(plurals)}."


def _both(text: Bilingual) -> str:
    return " / ".join(dict.fromkeys(text[language] for language in LANGUAGES))
