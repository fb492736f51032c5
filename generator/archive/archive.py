"""Reads `data/` once → `Archive`: the records by id, and where each is written. The only module that reads data."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.archive.decoding import decoded
from generator.archive.validate import read_record, read_records
from generator.archive.value_hints import way_out
from generator.archive.yaml_loader import Document, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Location, Rule, UnreadData, nearest
from generator.model import (
    Alias,
    Atlas,
    Correction,
    Dimension,
    Indicator,
    Milestone,
    Miswritten,
    Name,
    PassageIndex,
    Place,
    Record,
    Source,
    Statement,
    Tension,
    Term,
    ThemeText,
    parse_id,
)
from generator.model import Document as DocumentRecord
from generator.model import Passage as Passage

LANGUAGES = ("nl", "en")
"""The languages of the atlas, the language of its sources first."""

R = TypeVar("R", bound=Record)
K = TypeVar("K")

_NAMES = (
    "aliases",
    "atlas",
    "categories",
    "corrections",
    "glossary",
    "names",
    "places",
    "references",
    "tensions",
    "theme",
    "statements",
    "indicators",
    "milestones",
)
"""Of the files that are not named after a record or a language, without their ending."""
_LIKE_OURS = re.compile(rf".+\.ya?ml(?:\.txt)?|(?:{'|'.join(_NAMES)})(?:\.txt)?", re.IGNORECASE)
"""Names of files that were meant to be read; editors and systems leave others behind."""


@dataclass(frozen=True)
class Theme:
    """One folder of `data/themes/`."""

    id: str
    text: ThemeText
    statements: tuple[Statement, ...]
    indicators: tuple[Indicator, ...]
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True)
class Archive:
    """Everything in `data/`, whole and frozen."""

    atlas: Atlas
    sources: dict[str, Source]
    """Oldest first; those of one day in the order of their ids."""
    passages: dict[str, dict[str, Passage]]
    """By source and passage id, in reading order. A source that is not held has none."""
    indexes: dict[str, PassageIndex]
    """By source: of what file its passages were made, and as of which day."""
    themes: dict[str, Theme]
    tensions: dict[str, Tension]
    places: dict[str, Place]
    terms: dict[str, Term]
    references: dict[str, DocumentRecord]
    """Documents that exist and are not held, as written."""
    dimensions: dict[str, Dimension]
    words: dict[str, dict[str, Any]]
    """By language: the fixed phrases of the pages."""
    names: tuple[str, ...]
    """Names and fixed terms of seven words or more, which a text may share with a source."""
    documents: dict[str, Document] = field(repr=False)
    """Every file that was read, by its path relative to the project."""
    corrections: dict[str, Correction] = field(default_factory=dict)
    """Mistakes of ours that stood in a published edition, as written."""
    aliases: dict[str, Alias] = field(default_factory=dict)
    """Ids that records had before."""

    def place(self, file: str, *path: str | int) -> Location:
        """Where the value at `path` is written in `file`, a path relative to `data/`."""
        return self.documents[f"data/{file}"].place(*path)


def read_archive(root: Path) -> Archive:
    """The archive under `root`/data.

    Raises InvalidData with every mistake in every file: unreadable YAML, unknown or missing keys, wrong values,
    repeated ids, files that nothing reads. What only shows across records is for `checks`.
    """
    return _Reader(root).archive()


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}
        self.asked: set[str] = set()

    def archive(self) -> Archive:
        atlas = self._one("atlas.yaml", Atlas)
        sources = [self._named(file, Source) for file in self._files("sources/*.yaml")]
        indexes = [self._index(file) for file in self._files("passages/*.yaml")]
        themes = [self._theme(folder) for folder in sorted((self.root / "data/themes").glob("*/")) if folder.is_dir()]
        read = {
            "tensions": self._many("tensions.yaml", Tension),
            "places": self._many("places.yaml", Place),
            "terms": self._many("glossary.yaml", Term),
            "dimensions": self._dimensions("categories.yaml"),
            "references": self._many("references.yaml", DocumentRecord),
            "corrections": self._many("corrections.yaml", Correction),
            "aliases": self._many("aliases.yaml", Alias),
        }
        names = tuple(entry.name for entry in self._many("names.yaml", Name))
        words = {language: self._words(f"words/{language}.yaml") for language in LANGUAGES}
        self.diagnostics += self._unread()
        if self.diagnostics or atlas is None:
            raise UnreadData(self.diagnostics)
        return Archive(
            atlas=atlas,
            sources=_by_id(sorted(filter(None, sources), key=lambda s: (s.published.last, s.published.first, s.id))),
            passages={index.source: _by_id(index.passages) for index in indexes if index},
            indexes={index.source: index for index in indexes if index},
            themes=_by_id(theme for theme in themes if theme),
            words=words,
            names=names,
            documents=self.documents,
            **{name: _by_id(records) for name, records in read.items()},
        )

    def _files(self, pattern: str) -> list[str]:
        folder = self.root / "data"
        return sorted(path.relative_to(folder).as_posix() for path in folder.glob(pattern))

    def _theme(self, folder: Path) -> Theme | None:
        name = f"themes/{folder.name}"
        try:
            parse_id(folder.name)
        except Miswritten as error:
            place, hint = Location(f"data/{name}/theme.yaml", 1, 1), way_out(error, folder.name)
            self.diagnostics.append(Diagnostic(place, f"the name of the folder: {error.what}", hint, rule=error.rule))
        text = self._one(f"{name}/theme.yaml", ThemeText)
        statements = self._many(f"{name}/statements.yaml", Statement)
        indicators = self._many(f"{name}/indicators.yaml", Indicator)
        milestones = self._many(f"{name}/milestones.yaml", Milestone)
        return Theme(folder.name, text, statements, indicators, milestones) if text else None

    def _one(self, file: str, model: type[R]) -> R | None:
        return self._gathered(file, lambda document: read_record(document, model), required=True)

    def _named(self, file: str, model: type[R], key: str = "id") -> R | None:
        """The record of a file that is named after it."""
        record = self._one(file, model)
        if record and getattr(record, key) != Path(file).stem:
            what = f"{key} is {getattr(record, key)!r}, but the file is called {Path(file).name!r}"
            self.diagnostics.append(
                Diagnostic(
                    self.documents[f"data/{file}"].place(key), what, "Make the two equal.", rule=Rule.NAME_OF_FILE
                )
            )
        return record

    def _many(self, file: str, model: type[R]) -> tuple[R, ...]:
        records = self._gathered(file, lambda document: read_records(document, model), required=False) or ()
        self._refuse_repeated(file, records)
        return records

    def _index(self, file: str) -> PassageIndex | None:
        index = self._named(file, PassageIndex, "source")
        self._refuse_repeated(file, index.passages if index else (), "passages")
        return index

    def _dimensions(self, file: str) -> tuple[Dimension, ...]:
        dimensions = self._many(file, Dimension)
        for i, dimension in enumerate(dimensions):
            self._refuse_repeated(file, dimension.values, i, "values")
        return dimensions

    def _refuse_repeated(self, file: str, records: Iterable[Any], *path: str | int) -> None:
        """Of two records of one list with the same id, one would be lost; `path` is that of the list."""
        first: dict[str, int] = {}
        for i, record in enumerate(records):
            if record.id in first:
                place = self.documents[f"data/{file}"].place(*path, i, "id")
                line = self.documents[f"data/{file}"].place(*path, first[record.id], "id").line
                what = f"the id {record.id!r} stands here again; the first is on line {line}"
                self.diagnostics.append(
                    Diagnostic(place, what, "Keep one, or give it an id of its own.", rule=Rule.REPEATED_ID)
                )
            first.setdefault(record.id, i)

    def _words(self, file: str) -> dict[str, Any]:
        return self._gathered(file, _phrases, required=True) or {}

    def _gathered(self, file: str, read: Callable[[Document], K], required: bool) -> K | None:
        """What `read` makes of the file; None, with its problems kept, if it cannot."""
        name = f"data/{file}"
        path = self.root / name
        self.asked.add(name)
        if not path.is_file():
            if required:
                self.diagnostics.append(
                    Diagnostic(
                        Location(name, 1, 1),
                        "the file is missing",
                        "Restore it, or write it as data/README.md says.",
                        rule=Rule.MISSING_FILE,
                    )
                )
            return None
        try:
            document = read_yaml(decoded(path.read_bytes(), name), name)
            self.documents[name] = document
            return read(document)
        except InvalidData as error:
            self.diagnostics += error.diagnostics
        return None

    def _unread(self) -> Iterator[Diagnostic]:
        """Each file of records that nothing asked for: its name is misspelt, or it lies in the wrong folder."""
        for path in sorted((self.root / "data").rglob("*")):
            name = path.relative_to(self.root).as_posix()
            is_ours = path.is_file() and _LIKE_OURS.fullmatch(path.name) and not path.name.startswith(".")
            if is_ours and name not in self.asked:
                hint = _other_name(path)
                yield Diagnostic(Location(name, 1, 1), "no file of this name is read here", hint, rule=Rule.UNREAD_FILE)


def _other_name(path: Path) -> str:
    """How a file should probably be called."""
    stem = path.name.split(".")[0]
    if path.suffix != ".yaml":
        return f"Call it {stem}.yaml: its name must end so."
    near = nearest(stem, _NAMES)
    return f"Call it {near}.yaml." if near else "data/README.md lists the files that are read."


def _phrases(document: Document) -> dict[str, Any]:
    if not isinstance(document.value, dict):
        raise InvalidData(
            [
                Diagnostic(
                    document.place(),
                    "the file must hold phrases: keys with values",
                    "Write each as key: text.",
                    rule=Rule.SHAPE,
                )
            ]
        )
    return document.value


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}
