"""Where what a page shows is written, and the address under which that is edited."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.archive import Archive, Document
from generator.editions import Edition, KnownTheme
from generator.pages.urls import changes_path, milestone_path, source_path, theme_path

_FOLLOWING = ("milestones/", "indicators/", "changes/", "silence/", "timeline/")
"""Pages that follow from the files of all themes."""
_CONTENT = ("data", "method", "accessibility")
_LISTS = {
    "": ("data/atlas.yaml",),
    "tensions/": ("data/tensions.yaml",),
    "places/": ("data/places.yaml",),
    "sources/": ("data/sources/", "data/references.yaml"),
    "glossary/": ("data/glossary.yaml",),
    "corrections/": ("data/corrections.yaml",),
}
"""Pages of the files that there is one of, by path."""
_THEMES = "data/themes/"

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
    """Where it is edited; None of a folder, of a file that is not there yet, and if the atlas does not say where."""


class Origins:
    """Where each page of an edition in one language, and each record that it shows, is written.

    Every edition leads to the files as they are now: what an older one shows is mended in the same place.
    """

    def __init__(self, archive: Archive, edition: Edition, language: str) -> None:
        self.base = archive.atlas.edit
        self.lines = lines_of(archive, edition)
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
        for path in (*_FOLLOWING, *map(changes_path, edition.earlier)):
            yield path, (Origin(_THEMES),)
        for path, files in _LISTS.items():
            yield path, tuple(map(self.of, files))

    def _own_pages(self, edition: Edition) -> Iterator[tuple[str, tuple[Origin, ...]]]:
        for theme in edition.themes.values():
            yield theme_path(theme.id), tuple(map(self.of, _files(theme)))
        for milestone in edition.milestones:
            yield milestone_path(milestone.id), (self.of(theme_file(milestone.theme, "milestones"), milestone.id),)
        for id in edition.sources:
            yield source_path(id), (self.of(source_file(id)),)


def lines_of(archive: Archive, edition: Edition) -> dict[Written, int]:
    """The line of each file and record that pages of the edition lead to; empty if nothing says where files are edited.

    A volume must be built anew when one of them moves, so they are part of its hash (see `publish`). That is why pages
    show lines only where they lead somewhere: else a line more in a file would make every edition anew for nothing. A
    record added below the others moves no line of those above it, and leaves the editions that do not know it alone.
    """
    if not archive.atlas.edit:
        return {}
    shown = list(dict.fromkeys(_shown(edition)))
    written = {file: _written(archive.documents[file]) for file, _ in shown if file in archive.documents}
    return {(file, id): written[file][id] for file, id in shown if file in written}


def theme_file(theme: str, name: str) -> str:
    """The path of a file of a theme: `theme`, `statements`, `indicators` or `milestones`."""
    return f"{_THEMES}{theme}/{name}.yaml"


def source_file(id: str) -> str:
    """The path of the file of a source."""
    return f"data/sources/{id}.yaml"


def _files(theme: KnownTheme) -> Iterator[str]:
    """Those of which the theme's page shows something."""
    yield theme_file(theme.id, "theme")
    yield from (theme_file(theme.id, name) for name in _records(theme))


def _records(theme: KnownTheme) -> dict[str, list[str]]:
    """Ids of known records by the name of their file."""
    ids = {
        "statements": [statement.id for statement in theme.statements],
        "indicators": [indicator.id for indicator in theme.indicators],
        "milestones": [milestone.id for milestone in theme.milestones],
    }
    return {name: known for name, known in ids.items() if known}


def _shown(edition: Edition) -> Iterator[Written]:
    """Every file and record that pages of the edition may lead to."""
    yield from ((file, None) for files in _LISTS.values() for file in files)
    yield from ((source_file(id), None) for id in edition.sources)
    for theme in edition.themes.values():
        yield from ((file, None) for file in _files(theme))
        yield from ((theme_file(theme.id, name), id) for name, ids in _records(theme).items() for id in ids)
    yield from (("data/glossary.yaml", term.id) for term in edition.terms)
    yield from (("data/tensions.yaml", tension.id) for tension in edition.tensions)


def _written(document: Document) -> dict[str | None, int]:
    """The line of each record's id, and under None that on which the first value of the file stands."""
    records = document.value if isinstance(document.value, list) else []
    lines = {record["id"]: document.place(i, "id").line for i, record in enumerate(records)}
    return {None: document.place().line, **lines}
