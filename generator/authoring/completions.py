"""The ids that exist, each with what an editor should read beside it: lists that the schemas of `data/` offer."""

from collections.abc import Iterable, Iterator, Mapping
from math import isqrt
from typing import Any

from generator.archive import Archive
from generator.model import CITATION, ID, Bilingual, Citation, Passage, Shape
from generator.text import LANGUAGES

LABEL = 60
"""Characters of an offer that are shown."""

Known = Mapping[str, str]
"""What is told of each id, by the id."""


def known_ids(archive: Archive) -> dict[str, Known]:
    """The ids of each list, by its name, in the order in which the archive holds them."""
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
        "milestones": milestones,
        "indicators": indicators,
        "key_figures": {**indicators, **milestones},
    }


def definitions(archive: Archive) -> dict[str, Any]:
    """The same as JSON Schemas that refuse no id, and the categories of each dimension as those of `of`."""
    of = {
        id: {
            **_offered({value.id: f"{_both(value.title)}." for value in dimension.values}, ID),
            "description": f"{_both(dimension.title)}: one of its categories.",
        }
        for id, dimension in archive.dimensions.items()
    }
    lists = known_ids(archive)
    shapes = {name: CITATION if name == "citations" else ID for name in lists}
    return {**{name: _offered(known, shapes[name]) for name, known in lists.items()}, "of": {"properties": of}}


def _offered(known: Known, shape: Shape) -> dict[str, Any]:
    """Each id as a snippet, which is offered and never asked for, and for hovering what is told of it.

    An alternative for each id would say both in one, but the language server tries every alternative on every value
    and takes half a minute for a file with some hundreds of citations. So it finds an id in a part of the list first.
    """
    if not known:
        return dict(shape)
    return {
        **shape,
        "description": f"{shape['description']}; those that exist are offered.".capitalize(),
        "defaultSnippets": [_snippet(id, told) for id, told in known.items()],
        "if": {"type": "string"},
        "then": {"allOf": [_explained(part) for part in _parts(known)]},
    }


def _snippet(id: str, told: str) -> dict[str, str]:
    """The id; of a long one its beginning and end are shown, as the end is what tells passages apart."""
    label = {"label": f"{id[:40]}…{id[-18:]}"} if len(id) > LABEL else {}
    return {"bodyText": id, **label, "description": told}


def _explained(known: Known) -> dict[str, Any]:
    told = [{"const": id, "description": text} for id, text in known.items()]
    return {"if": {"type": "string", "pattern": f"^({'|'.join(known)})$"}, "then": {"anyOf": told}}


def _parts(known: Known) -> Iterator[Known]:
    """About as many parts as there are ids in each."""
    ids = list(known)
    size = max(1, isqrt(len(ids)))
    for i in range(0, len(ids), size):
        yield {id: known[id] for id in ids[i : i + size]}


def _citations(archive: Archive) -> Iterator[tuple[str, str]]:
    for source, passages in archive.passages.items():
        for passage in passages.values():
            yield str(Citation(source, passage.id)), _told(passage)


def _passages(archive: Archive) -> dict[str, str]:
    """By the id inside a source; of one that stands in several sources, what is told of each."""
    told: dict[str, list[str]] = {}
    for source, passages in archive.passages.items():
        for passage in passages.values():
            told.setdefault(passage.id, []).append(f"{source}: {_told(passage)}")
    return {id: " ".join(each) for id, each in told.items()}


def _told(passage: Passage) -> str:
    """Its section, length and figures: what can be told of a passage whose text is not held."""
    figures = [*_listed("numbers", (*passage.numbers, *passage.soft)), *_listed("dates", passage.dates)]
    count = f"{passage.words} word{'s' * (passage.words != 1)}"
    return f"{passage.section} – {count}; {'; '.join(figures) or 'no figures'}."


def _listed(name: str, figures: Iterable[str]) -> Iterator[str]:
    listed = ", ".join(figures)
    if listed:
        yield f"{name} {listed}"


def _titled(archive: Archive, kind: str) -> Iterator[tuple[str, str]]:
    """The milestones or indicators of all themes."""
    for theme in archive.themes.values():
        for record in getattr(theme, kind):
            yield record.id, f"{_both(record.title)} (theme {theme.id})."


def _units(archive: Archive) -> Iterator[tuple[str, str]]:
    """Each unit with its plural in every language."""
    forms = [words.get("units", {}) for words in archive.words.values()]
    for id in forms[0]:
        plurals = [unit[id]["other"].strip() for unit in forms if isinstance(unit.get(id), dict)]
        yield id, f"Printed as: {' / '.join(plurals)}."


def _both(text: Bilingual) -> str:
    return " / ".join(dict.fromkeys(text[language] for language in LANGUAGES))
