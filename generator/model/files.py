"""The registry of the files in `data/`: where each lies, what it holds, and by which schema editors know it.

Whoever reads, writes, checks or names a file of `data/` asks here, so that a new kind of file is one line.
"""

import re
from dataclasses import dataclass

from generator.model.milestone import Milestone
from generator.model.records import (
    Alias,
    Allowance,
    Amendment,
    Correction,
    Indicator,
    Rendering,
    Statement,
    Tension,
    Term,
    ThemeText,
)
from generator.model.settings import Atlas, Dimension, Name, Place
from generator.model.source import Document, PassageIndex, Source
from generator.model.types import Record

FOLDER = "data"
_VARIES = re.compile(r"<[a-z]+>")
_SCHEMA_LINE = re.compile(r"#\s*(?:yaml-language-server\s*:|\$schema\s*:)")


@dataclass(frozen=True)
class DataFile:
    """One kind of file in `data/`, which people write: records or phrases."""

    pattern: str
    """Its path within `data/`, with variable parts in angle brackets."""

    @property
    def name(self) -> str:
        """The last part of its path: `statements.yaml`."""
        return self.pattern.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The folder in which all files of this kind lie, with a closing slash, relative to the project."""
        return f"{FOLDER}/{self.pattern.partition('<')[0]}"

    def path(self, of: str = "") -> str:
        """Its path relative to the project; `of` is the id of the theme or source, or the language, if it is of one."""
        return f"{FOLDER}/{_VARIES.sub(lambda _: of, self.pattern)}"

    def is_at(self, path: str) -> bool:
        """Whether a file of this kind may lie at `path`, which is relative to the project."""
        return bool(re.fullmatch(_VARIES.sub("[^/]+", re.escape(f"{FOLDER}/{self.pattern}")), path))


@dataclass(frozen=True)
class RecordFile(DataFile):
    """One kind of file that holds records."""

    model: type[Record]
    """Of the record in it, or of each."""
    schema: str
    """The name of the schema that editors use for it."""
    many: bool = False
    """Whether it holds a list of records."""
    is_hand_written: bool = True
    """Whether people write it; the others are written by `atlas ingest`."""


FILES: tuple[RecordFile, ...] = (
    RecordFile("atlas.yaml", Atlas, "atlas"),
    RecordFile("sources/<source>.yaml", Source, "source"),
    RecordFile("passages/<source>.yaml", PassageIndex, "passages", is_hand_written=False),
    RecordFile("themes/<theme>/theme.yaml", ThemeText, "theme"),
    RecordFile("themes/<theme>/statements.yaml", Statement, "statements", many=True),
    RecordFile("themes/<theme>/indicators.yaml", Indicator, "indicators", many=True),
    RecordFile("themes/<theme>/milestones.yaml", Milestone, "milestones", many=True),
    RecordFile("tensions.yaml", Tension, "tensions", many=True),
    RecordFile("places.yaml", Place, "places", many=True),
    RecordFile("glossary.yaml", Term, "glossary", many=True),
    RecordFile("references.yaml", Document, "references", many=True),
    RecordFile("categories.yaml", Dimension, "categories", many=True),
    RecordFile("names.yaml", Name, "names", many=True),
    RecordFile("corrections.yaml", Correction, "corrections", many=True),
    RecordFile("amendments.yaml", Amendment, "amendments", many=True),
    RecordFile("renderings.yaml", Rendering, "renderings", many=True),
    RecordFile("allowed.yaml", Allowance, "allowed", many=True),
    RecordFile("aliases.yaml", Alias, "aliases", many=True),
)
"""Every kind of file of records, in the order of the field reference."""
PHRASES = DataFile("words/<language>.yaml")
"""The fixed phrases of the pages in one language."""
_BY_MODEL = {file.model: file for file in FILES}


def file_of(model: type[Record]) -> RecordFile:
    """The kind of file that holds records of that model. Raises KeyError if they stand only inside other records."""
    return _BY_MODEL[model]


def file_at(path: str) -> DataFile | None:
    """The kind of the file at a path relative to the project; None if nothing of that name is read."""
    return next((file for file in (*FILES, PHRASES) if file.is_at(path)), None)


def schema_line(path: str) -> str:
    """The first line of the file at a path relative to the project, which names its schema to editors.

    Empty for files of phrases, and for those that nobody writes by hand.
    """
    file = file_at(path)
    if not isinstance(file, RecordFile) or not file.is_hand_written:
        return ""
    return f"# yaml-language-server: $schema={'../' * file.pattern.count('/')}schema/{file.schema}.json"


def with_schema_line(text: str, path: str) -> str:
    """The text of the file at `path` with the first line that names its schema, in place of one that names another."""
    line = schema_line(path)
    kept = [written for written in text.split("\n") if not _SCHEMA_LINE.match(written)]
    return "\n".join([line, *kept]) if line else text
