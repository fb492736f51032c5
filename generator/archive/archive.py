"""Reads `data/` into an `Archive`: all records by id, each with its location. The only module that reads data."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from generator.archive.decoding import decoded, strange_in
from generator.archive.validate import read_record, read_records
from generator.archive.value_hints import suggestion
from generator.archive.yaml_loader import Document, read_yaml
from generator.diagnostics import Diagnostic, InvalidData, Location, Miswritten, Rule, UnreadData, nearest
from generator.model import (
    FILES,
    PHRASES,
    Alias,
    AliasKind,
    Allowance,
    Amendment,
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
    Rendering,
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
"""The names, without extension, of the files that are not named after a record or a language."""
_LIKE_DATA = re.compile(rf".+\.ya?ml(?:\.txt)?|(?:{'|'.join(_NAMES)})(?:\.txt)?", re.IGNORECASE)
"""Names of files that are probably meant as data; files that editors or systems leave behind are ignored."""


@dataclass(frozen=True)
class Theme:
    """The records of one folder of `data/themes/`."""

    id: str
    text: ThemeText
    statements: tuple[Statement, ...]
    indicators: tuple[Indicator, ...]
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True)
class Archive:
    """All records in `data/`. Immutable."""

    atlas: Atlas
    sources: dict[str, Source]
    """By id, oldest first; those published on the same day in the order of their ids."""
    passages: dict[str, dict[str, Passage]]
    """By source id and passage id, in reading order. A source that is not held has no entry."""
    indexes: dict[str, PassageIndex]
    """By source id: the file from which its passages were read, and its date of publication at that time."""
    themes: dict[str, Theme]
    tensions: dict[str, Tension]
    places: dict[str, Place]
    terms: dict[str, Term]
    references: dict[str, DocumentRecord]
    """Documents that sources mention and that are not held, by id."""
    dimensions: dict[str, Dimension]
    words: dict[str, dict[str, Any]]
    """The fixed phrases of the pages, by language."""
    names: tuple[str, ...]
    """Names and fixed terms of at least seven words, which a text may have in common with a source."""
    documents: dict[str, Document] = field(repr=False)
    """Every file that was read, by its path relative to the root."""
    corrections: dict[str, Correction] = field(default_factory=dict)
    """Mistakes in published editions, by id, in the order of the file."""
    amendments: dict[str, Amendment] = field(default_factory=dict)
    """Changes of published editions by sources that were entered late, by id, in the order of the file."""
    aliases: dict[str, Alias] = field(default_factory=dict)
    """Former ids of records, by that id."""
    renderings: dict[str, Rendering] = field(default_factory=dict)
    """How names are written in each language, by id."""
    allowances: dict[str, Allowance] = field(default_factory=dict)
    """Findings of rules on meaning that are right as they are, by the id of the record and the rule."""

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all themes, in the order of the files; likewise `indicators` and `milestones`."""
        return tuple(statement for theme in self.themes.values() for statement in theme.statements)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for theme in self.themes.values() for indicator in theme.indicators)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        return tuple(milestone for theme in self.themes.values() for milestone in theme.milestones)

    @property
    def ids(self) -> Mapping[AliasKind, set[str]]:
        """The ids of all records that pages link to, by kind; without passages."""
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
    """Read and validate every file in the folder data of `root`.

    Raises UnreadData with the mistakes in all files: YAML that cannot be parsed, unknown or missing keys, wrong values,
    repeated ids, unexpected files. Rules across records are for `checks`.
    """
    return _Reader(root).archive()


@lru_cache(maxsize=1024)
def _held(text: str, file: str, read: Callable[[Document, type[Record]], Any], model: type[Record]) -> Any:
    """What `read` finds in a file; cached, for two versions of the data have most files in common."""
    return read(read_yaml(text, file), model)


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics = list(strange_in(root / "data"))
        self.strange = frozenset(found.location.file for found in self.diagnostics)
        self.documents: dict[str, Document] = {}
        self.requested: set[str] = set()

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
            "amendments": self._many(Amendment),
            "aliases": self._many(Alias),
            "renderings": self._many(Rendering),
            "allowances": self._many(Allowance),
        }
        names = tuple(entry.name for entry in self._many(Name))
        words = {language: self._words(language) for language in LANGUAGES}
        self.diagnostics += self._unexpected()
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
        """The names, without extension, of the files that each contain one record of the model, sorted."""
        place = self.root / file_of(model).path("*")
        return [path.stem for path in sorted(place.parent.glob(place.name))]

    def _folders(self, model: type[Record]) -> list[Path]:
        """The folders that each contain a record of the model, sorted."""
        folder = (self.root / file_of(model).path("*")).parent
        return [path for path in sorted(folder.parent.glob("*/")) if path.is_dir()]

    def _theme(self, id: str) -> Theme | None:
        try:
            parse_id(id)
        except Miswritten as error:
            place, hint = Location(file_of(ThemeText).path(id), 1, 1), suggestion(error, id)
            self.diagnostics.append(Diagnostic(place, f"folder name: {error.what}", hint, rule=error.rule))
        text = self._one(ThemeText, id)
        statements = self._many(Statement, id)
        indicators = self._many(Indicator, id)
        milestones = self._many(Milestone, id)
        return Theme(id, text, statements, indicators, milestones) if text else None

    def _one(self, model: type[R], of: str = "") -> R | None:
        return self._collected(file_of(model).path(of), partial(_held, read=read_record, model=model), required=True)

    def _named(self, model: type[R], name: str, key: str = "id") -> R | None:
        """The record in the file `name`, which must be the value of `key`; None if it cannot be read."""
        record = self._one(model, name)
        if record and getattr(record, key) != name:
            what = f"{key} is {getattr(record, key)!r}, but the file is named {f'{name}.yaml'!r}"
            self.diagnostics.append(
                Diagnostic(record.place(key), what, "Rename the file, or correct the key.", rule=Rule.NAME_OF_FILE)
            )
        return record

    def _many(self, model: type[R], of: str = "") -> tuple[R, ...]:
        file = file_of(model).path(of)
        records = self._collected(file, partial(_held, read=read_records, model=model), required=False) or ()
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
        """Report each id that occurs again in one list: one of the two records would be lost."""
        first: dict[str, Location] = {}
        for record in records:
            if record.id in first:
                what = f"the id {record.id!r} is repeated; it first occurs on line {first[record.id].line}"
                hint = "Delete one, or give it another id."
                self.diagnostics.append(Diagnostic(record.place("id"), what, hint, rule=Rule.REPEATED_ID))
            first.setdefault(record.id, record.place("id"))

    def _words(self, language: str) -> dict[str, Any]:
        return self._collected(PHRASES.path(language), _phrases, required=True) or {}

    def _collected(self, name: str, read: Callable[[str, str], K], required: bool) -> K | None:
        """What `read` makes of a file's text and name; None if it is missing or wrong: the problems are collected."""
        path = self.root / name
        self.requested.add(name)
        if self._is_strange(name):
            return None
        if not path.is_file():
            if required and not path.exists():
                place, hint = Location(name, 1, 1), "Restore it, or create it as data/README.md describes."
                self.diagnostics.append(Diagnostic(place, "the file is missing", hint, rule=Rule.MISSING_FILE))
            return None
        try:
            text = decoded(path.read_bytes(), name)
            self.documents[name] = read_yaml(text, name)
            return read(text, name)
        except InvalidData as error:
            self.diagnostics += error.diagnostics
        return None

    def _is_strange(self, name: str) -> bool:
        return any(f"{name}/".startswith(f"{strange}/") for strange in self.strange)

    def _unexpected(self) -> Iterator[Diagnostic]:
        """A problem for each data file that was not read: its name is misspelt, or it is in the wrong folder."""
        for path in sorted((self.root / "data").rglob("*")):
            name = path.relative_to(self.root).as_posix()
            is_data = path.is_file() and _LIKE_DATA.fullmatch(path.name) and not path.name.startswith(".")
            if is_data and name not in self.requested and not self._is_strange(name):
                what, hint = "no file with this name is read here", _other_name(path)
                yield Diagnostic(Location(name, 1, 1), what, hint, rule=Rule.UNREAD_FILE)


def _other_name(path: Path) -> str:
    """A hint: the name that the file should probably have."""
    stem = path.name.split(".")[0]
    if path.suffix != ".yaml":
        return f"Call it {stem}.yaml: the extension must be .yaml."
    near = nearest(stem, _NAMES)
    return f"Call it {near}.yaml." if near else "data/README.md lists the files that are read."


def _phrases(text: str, file: str) -> dict[str, Any]:
    document = read_yaml(text, file)
    if not isinstance(document.value, dict):
        what, hint = "the file must contain phrases: keys with values", "Write each as key: text."
        raise InvalidData([Diagnostic(document.place(), what, hint, rule=Rule.SHAPE)])
    return document.value


def _by_id(records: Iterable[Any]) -> dict[str, Any]:
    return {record.id: record for record in records}
