"""An archive with one file changed, in memory, and the problems that the change brings: known at once."""

import json
from collections import Counter
from dataclasses import replace
from typing import Any

from generator.archive import Archive, read_record, read_records, read_yaml
from generator.authoring.adding import Draft, RecordKind, Spot
from generator.checks import problems_in_theme
from generator.diagnostics import Diagnostic
from generator.model import Indicator, Milestone, Record, Report, Source, Statement, ThemeText, file_at, file_of

_NEW = "#"
"""No id of a record: what is asked of it is asked of a record that is not there."""
_LISTS: dict[type[Record], str] = {Statement: "statements", Indicator: "indicators", Milestone: "milestones"}


def with_file(archive: Archive, file: str, text: str) -> Archive:
    """The archive with a file of a theme or source, by its path, as it is in `text`.

    Raises InvalidData if the text cannot be read, KeyError if the file is of another kind.
    """
    document, kind = read_yaml(text, file), file_at(file)
    id = file.split("/")[2].removesuffix(".yaml")
    documents = {**archive.documents, file: document}
    if kind == file_of(Source):
        return replace(archive, documents=documents, sources={**archive.sources, id: read_record(document, Source)})
    theme = archive.themes[id]
    if kind == file_of(ThemeText):
        theme = replace(theme, text=read_record(document, ThemeText))
    else:
        model, name = next((model, name) for model, name in _LISTS.items() if file_of(model) == kind)
        records: Any = read_records(document, model)
        theme = replace(theme, **{name: records})
    return replace(archive, documents=documents, themes={**archive.themes, id: theme})


def alone(spot: Spot, record: dict[str, Any]) -> Draft:
    """A new record as the only one of its file. Nothing is formatted, which is what takes time."""
    return Draft(spot.file, f"- {json.dumps(record, ensure_ascii=False)}\n", (0,))


def with_record(archive: Archive, kind: RecordKind, spot: Spot, draft: Draft) -> tuple[Archive, str]:
    """The archive with the one record of a draft at its spot in a theme, and the id of what it is or is part of.

    The id is empty for a part of the theme's own text. Raises InvalidData if the record is not valid by itself.
    """
    new: Any
    (new,) = read_records(read_yaml(draft.text, draft.file), kind.model)
    id = spot.file.split("/")[2]
    theme = archive.themes[id]
    if kind.within is ThemeText:
        standings = _in_order(archive, (*theme.text.standings, new))
        theme = replace(theme, text=theme.text.model_copy(update={kind.key: standings}))
        return replace(archive, themes={**archive.themes, id: theme}), ""
    name = _LISTS[kind.within or kind.model]
    records: tuple[Any, ...] = getattr(theme, name)
    if kind.within:
        n = int(spot.path[0])
        within = (*getattr(records[n], kind.key), new)
        within = _in_order(archive, within) if kind.model is Report else within
        new = records[n].model_copy(update={kind.key: within})
        records = (*records[:n], new, *records[n + 1 :])
    else:
        records = (*records, new)
    changed: dict[str, Any] = {name: records}
    return replace(archive, themes={**archive.themes, id: replace(theme, **changed)}), new.id


def _in_order(archive: Archive, records: tuple[Any, ...]) -> tuple[Any, ...]:
    order = {id: i for i, id in enumerate(archive.sources)}
    return tuple(sorted(records, key=lambda record: order.get(record.cites[0].source, len(order))))


class Before:
    """An archive before it is changed: the problems of each theme or record of it are looked for once."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._known: dict[tuple[str, str], Counter[tuple[object, ...]]] = {}

    def problems_brought(self, after: Archive, theme: str, record: str = "") -> tuple[Diagnostic, ...]:
        """The problems of a theme, or only of one record of it by its id, without those that were there before."""
        known = Counter(self._problems(theme, record))
        found = []
        for diagnostic in problems_in_theme(after, theme, record):
            known[_said(diagnostic)] -= 1
            if known[_said(diagnostic)] < 0:
                found.append(diagnostic)
        return tuple(found)

    def _problems(self, theme: str, record: str) -> Counter[tuple[object, ...]]:
        """What is said of a theme or record; of every record that is not there yet the same is."""
        is_new = record and record not in frozenset().union(*self.archive.ids.values())
        key = theme, _NEW if is_new else record
        if key not in self._known:
            self._known[key] = Counter(map(_said, problems_in_theme(self.archive, theme, key[1])))
        return self._known[key]


def _said(diagnostic: Diagnostic) -> tuple[object, ...]:
    """A problem wherever it stands: a line that is added moves those below it."""
    return diagnostic.rule, diagnostic.location.file, diagnostic.message
