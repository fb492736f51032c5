"""Where what a page shows is written, and the address under which that is edited."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import Archive
from generator.editions import Edition, KnownTheme
from generator.model import (
    Amendment,
    Atlas,
    Correction,
    Document,
    Indicator,
    Milestone,
    Place,
    Record,
    Source,
    Statement,
    Tension,
    Term,
    ThemeText,
    file_of,
)
from generator.pages.urls import changes_path, milestone_path, source_path, theme_path

_FOLLOWING = ("milestones/", "indicators/", "changes/", "silence/", "timeline/")
"""Pages that follow from the files of all themes."""
_CONTENT = ("data", "method", "accessibility")
_LISTS = {
    "": (file_of(Atlas).path(),),
    "tensions/": (file_of(Tension).path(),),
    "places/": (file_of(Place).path(),),
    "sources/": (file_of(Source).folder, file_of(Document).path()),
    "glossary/": (file_of(Term).path(),),
    "corrections/": (file_of(Correction).path(), file_of(Amendment).path()),
}
"""Pages of the files that there is one of, by path."""
_THEMES = file_of(ThemeText).folder

Written = tuple[str, str | None]
"""A file, and the id of a record in it; without an id, the file as a whole."""


@dataclass(frozen=True)
class Origin:
    """A file that something on a page is made from, or a record in it."""

    file: str
    """Relative to the project. A folder ends in a slash."""
    id: str | None = None
    """Of the record, in a file of many."""
    line: int | None = None
    """Of the record's id, or of the first value in the file; None if there is no link."""
    link: str | None = None
    """Where it is edited; None of a folder, of a file that is not there yet, and if `mkdocs.yml` does not say where."""


class Origins:
    """Where each page of an edition in one language, and each record that it shows, is written.

    `base` is the address under which files are edited, with a closing slash; without it nothing has a link.
    Every edition leads to the files as they are now: what an older one shows is mended in the same place.
    """

    def __init__(self, archive: Archive, edition: Edition, language: str, base: str | None) -> None:
        self.base = base
        self.lines = lines_of(archive, edition) if base else {}
        self.pages = {**dict(self._lists(edition)), **dict(self._own_pages(edition))}
        for name in _CONTENT:
            self.pages[f"{name}/"] = (self._origin(f"content/{language}/{name}.md", None, 1),)

    def of(self, file: str, id: str | None = None) -> Origin:
        """The origin of a record that the edition knows, or of a file as a whole."""
        return self._origin(file, id, self.lines.get((file, id)))

    def of_page(self, path: str) -> tuple[Origin, ...]:
        """What the page at `path` is made from; nothing if there is nothing to edit, as in search."""
        return self.pages.get(path, ())

    def _origin(self, file: str, id: str | None, line: int | None) -> Origin:
        return Origin(file, id, line, f"{self.base}{file}#L{line}") if self.base and line else Origin(file, id)

    def _lists(self, edition: Edition) -> Iterator[tuple[str, tuple[Origin, ...]]]:
        for path in (*_FOLLOWING, *map(changes_path, edition.compared)):
            yield path, (Origin(_THEMES),)
        for path, files in _LISTS.items():
            yield path, tuple(map(self.of, files))

    def _own_pages(self, edition: Edition) -> Iterator[tuple[str, tuple[Origin, ...]]]:
        for theme in edition.themes.values():
            yield theme_path(theme.id), tuple(map(self.of, _files(theme)))
        for milestone in edition.milestones:
            yield milestone_path(milestone.id), (self.of(file_of(Milestone).path(milestone.theme), milestone.id),)
        for id in edition.sources | edition.outside:
            yield source_path(id), (self.of(file_of(Source).path(id)),)


def lines_of(archive: Archive, edition: Edition) -> dict[Written, int]:
    """The line of each file and record that pages of the edition lead to, where it is known where files are edited.

    A volume must be rebuilt when one of them moves, so they are part of its hash (see `publish`). That is why pages
    show lines only where there is a link: otherwise every new line in a file would rebuild every edition. A
    record added below the others moves no line of those above it, and leaves the editions that do not know it alone.
    """
    files = [file for files in _LISTS.values() for file in files]
    files += [file_of(Source).path(id) for id in edition.sources | edition.outside]
    files += [file for theme in edition.themes.values() for file in _files(theme)]
    documents = {file: archive.documents[file] for file in files if file in archive.documents}
    lines: dict[Written, int] = {(file, None): document.place().line for file, document in documents.items()}
    outside = [theme.outside for theme in edition.themes.values()]
    series = [one for added in outside for one in added.series]
    lines |= {(one.record.file, one.id): one.record.place("id").line for one in series}
    for known in (edition.statements, edition.indicators, edition.milestones):
        lines |= {(entry.record.file, entry.id): entry.record.place("id").line for entry in known}
    tensions = [*edition.tensions, *(tension for added in outside for tension in added.tensions)]
    for records in (edition.terms, tensions):
        lines |= {(record.file, record.id): record.place("id").line for record in records}
    return lines


def _files(theme: KnownTheme) -> Iterator[str]:
    """Those of which the theme's page shows something."""
    yield file_of(ThemeText).path(theme.id)
    shown: list[tuple[type[Record], bool]] = [
        (Statement, bool(theme.statements)),
        (Indicator, bool(theme.indicators)),
        (Milestone, bool(theme.milestones)),
    ]
    yield from (file_of(model).path(theme.id) for model, is_known in shown if is_known)
