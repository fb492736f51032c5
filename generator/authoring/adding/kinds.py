"""The kinds of records that can be added, and what is asked of each."""

from dataclasses import dataclass

from generator.model import (
    Alias,
    Amendment,
    Correction,
    Document,
    Indicator,
    Milestone,
    Observation,
    OutOfScope,
    Place,
    Record,
    RecordFile,
    Rendering,
    Report,
    Source,
    Standing,
    Statement,
    Tension,
    Term,
    ThemeText,
    file_of,
)


@dataclass(frozen=True)
class RecordKind:
    """A kind of record that can be added."""

    name: str
    of: str
    """What the argument of the command names: `ID` of what is new, or the record to which something is added."""
    model: type[Record]
    within: type[Record] | None = None
    """The model of the record to whose list it is added; None if it belongs directly to a file."""
    key: str = ""
    """The key of that list."""
    first: tuple[str, type[Record]] | None = None
    """The key of a list that a new record must have, and the model of its first entry."""
    named_by: str = "id"
    """The key for what the argument `ID` gives."""

    @property
    def file(self) -> RecordFile:
        """The kind of file to which it is added."""
        return file_of(self.within or self.model)

    @property
    def about(self) -> str:
        """The first paragraph of the docstring of its model, on one line."""
        return " ".join((self.model.__doc__ or "").split("\n\n")[0].split())


KINDS = (
    RecordKind("theme", "ID", ThemeText),
    RecordKind("source", "ID", Source),
    RecordKind("statement", "THEME", Statement),
    RecordKind("indicator", "THEME", Indicator, first=("observations", Observation)),
    RecordKind("milestone", "THEME", Milestone, first=("reports", Report)),
    RecordKind("observation", "INDICATOR", Observation, Indicator, "observations"),
    RecordKind("report", "MILESTONE", Report, Milestone, "reports"),
    RecordKind("standing", "THEME", Standing, ThemeText, "standings"),
    RecordKind("out-of-scope", "SOURCE", OutOfScope, Source, "out_of_scope"),
    RecordKind("tension", "ID", Tension),
    RecordKind("term", "ID", Term),
    RecordKind("reference", "ID", Document),
    RecordKind("place", "ID", Place),
    RecordKind("correction", "ID", Correction),
    RecordKind("amendment", "ID", Amendment),
    RecordKind("rendering", "ID", Rendering),
    RecordKind("rename", "ID", Alias, named_by="was"),
)
