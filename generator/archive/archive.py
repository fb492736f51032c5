"""Reads `data/` once → `Archive`: the records by id, and where each is written. The only module that reads data."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from generator.archive.decoding import decoded
from generator.archive.validate import read_record, read_records
from generator.archive.value_hints import way_out
from generator.archive.yaml_loader import Document, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Location, Miswritten, Rule, UnreadData, nearest
from generator.model import (
    FILES,
    PHRASES,
    Alias,
    AliasKind,
    Atlas,
    Correction,
    Dimension,
    Indicator,
    Milestone,
    Name,
    Passage,
    PassageIndex,
    Place,
    Record,
    Source,
    Statement,
    Tension,
    Term,
    ThemeText,
    file_of,
    parse_id,
)
from generator.model import Document as DocumentRecord
from generator.text import LANGUAGES

R = TypeVar("R", bound=Record)
K = TypeVar("K")

_NAMES = tuple(file.name.removesuffix(".yaml") for file in FILES if "<" not in file.name)
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

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Those of all themes, as written; so are the indicators and milestones."""
        return tuple(statement for theme in self.themes.values() for statement in theme.statements)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for theme in self.themes.values() for indicator in theme.indicators)

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        return tuple(milestone for theme in self.themes.values() for milestone in theme.milestones)

    @property
    def ids(self) -> Mapping[AliasKind, set[str]]:
        """The ids of all records that pages link to, by their kind, passages left out."""
        return {
            AliasKind.THEME: set(self.themes),
            AliasKind.STATEMENT: {record.id for record in self.statements},
            AliasKind.INDICATOR: {record.id for record in self.indicators},
            AliasKind.MILESTONE: {record.id for record in self.milestones},
            AliasKind.SOURCE: set(self.sources),
            AliasKind.PLACE: set(self.places),
            AliasKind.TERM: set(self.terms),
            AliasKind.TENSION: set(self.tensions),
        }


def read_archive(root: Path) -> Archive:
    """The archive under `root`/data.

    Raises InvalidData with every mistake in every file: unreadable YAML, unknown or missing keys, wrong values,
    repeated ids, files that nothing reads. What only shows across records is for `checks`.
    """
    return _Reader(root).archive()


@lru_cache(maxsize=1024)
def _parsed(text: str, file: str) -> Document:
    """As `read_yaml`; two states of the data share most of their files, and these are parsed once."""
    return read_yaml(text, file)


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []
        self.documents: dict[str, Document] = {}
        self.asked: set[str] = set()

    def archive(self) -> Archive:
        atlas = self._one(Atlas)
        sources = [self._named(Source, id) for id in self._names(Source)]
        indexes = [self._index(id) for id in self._names(PassageIndex)]
        themes = [self._theme(folder.name) for folder in self._folders(ThemeText)]
        read = {
            "tensions": self._many(Tension),
            "places": self._many(Place),
            "terms": self._many(Term),
            "dimensions": self._dimensions(),
            "references": self._many(DocumentRecord),
            "corrections": self._many(Correction),
            "aliases": self._many(Alias),
        }
        names = tuple(entry.name for entry in self._many(Name))
        words = {language: self._words(language) for language in LANGUAGES}
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

    def _names(self, model: type[Record]) -> list[str]:
        """The names, without ending, of the files that each hold one record of that model."""
        place = self.root / file_of(model).path("*")
        return [path.stem for path in sorted(place.parent.glob(place.name))]

    def _folders(self, model: type[Record]) -> list[Path]:
        """The folders that each hold a record of that model."""
        folder = (self.root / file_of(model).path("*")).parent
        return [path for path in sorted(folder.parent.glob("*/")) if path.is_dir()]

    def _theme(self, id: str) -> Theme | None:
        try:
            parse_id(id)
        except Miswritten as error:
            place, hint = Location(file_of(ThemeText).path(id), 1, 1), way_out(error, id)
            self.diagnostics.append(Diagnostic(place, f"the name of the folder: {error.what}", hint, rule=error.rule))
        text = self._one(ThemeText, id)
        statements = self._many(Statement, id)
        indicators = self._many(Indicator, id)
        milestones = self._many(Milestone, id)
        return Theme(id, text, statements, indicators, milestones) if text else None

    def _one(self, model: type[R], of: str = "") -> R | None:
        return self._gathered(file_of(model).path(of), lambda document: read_record(document, model), required=True)

    def _named(self, model: type[R], name: str, key: str = "id") -> R | None:
        """The record of a file that is named after it."""
        record = self._one(model, name)
        if record and getattr(record, key) != name:
            what = f"{key} is {getattr(record, key)!r}, but the file is called {f'{name}.yaml'!r}"
            self.diagnostics.append(Diagnostic(record.place(key), what, "Make the two equal.", rule=Rule.NAME_OF_FILE))
        return record

    def _many(self, model: type[R], of: str = "") -> tuple[R, ...]:
        file = file_of(model).path(of)
        records = self._gathered(file, lambda document: read_records(document, model), required=False) or ()
        self._refuse_repeated(records)
        return records

    def _index(self, source: str) -> PassageIndex | None:
        index = self._named(PassageIndex, source, "source")
        self._refuse_repeated(index.passages if index else ())
        return index

    def _dimensions(self) -> tuple[Dimension, ...]:
        dimensions = self._many(Dimension)
        for dimension in dimensions:
            self._refuse_repeated(dimension.values)
        return dimensions

    def _refuse_repeated(self, records: Iterable[Any]) -> None:
        """Of two records of one list with the same id, one would be lost."""
        first: dict[str, Location] = {}
        for record in records:
            if record.id in first:
                what = f"the id {record.id!r} stands here again; the first is on line {first[record.id].line}"
                hint = "Keep one, or give it an id of its own."
                self.diagnostics.append(Diagnostic(record.place("id"), what, hint, rule=Rule.REPEATED_ID))
            first.setdefault(record.id, record.place("id"))

    def _words(self, language: str) -> dict[str, Any]:
        return self._gathered(PHRASES.path(language), _phrases, required=True) or {}

    def _gathered(self, name: str, read: Callable[[Document], K], required: bool) -> K | None:
        """What `read` makes of the file of that name; None, with its problems kept, if it cannot."""
        path = self.root / name
        self.asked.add(name)
        if not path.is_file():
            if required:
                place, hint = Location(name, 1, 1), "Restore it, or write it as data/README.md says."
                self.diagnostics.append(Diagnostic(place, "the file is missing", hint, rule=Rule.MISSING_FILE))
            return None
        try:
            document = _parsed(decoded(path.read_bytes(), name), name)
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
        what, hint = "the file must hold phrases: keys with values", "Write each as key: text."
        raise InvalidData([Diagnostic(document.place(), what, hint, rule=Rule.SHAPE)])
    return document.value


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}
