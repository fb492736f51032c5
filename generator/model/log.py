"""What editors log about their own work, as models: corrections, and ids that changed."""

from pydantic import Field

from generator.model.enums import AliasKind
from generator.model.types import Bilingual, Id, Published, Record


class Correction(Record):
    """A mistake of ours that stood in a published edition: `data/corrections.yaml`."""

    id: Id
    published: Published
    """The day on which it was mended."""
    of: tuple[Id, ...] = Field(min_length=1)
    """Ids of the themes, statements, indicators and milestones that were wrong."""
    what: Bilingual
    """What it said before, and what it says now."""
    why: Bilingual
    """How it came about."""


class Alias(Record):
    """An id that a record had before, so that links to it stay good: `data/aliases.yaml`."""

    kind: AliasKind
    was: Id
    """The id that is no more."""
    became: Id
    """The id of the record that replaces it: of the same kind, or a theme."""
    source: Id | None = None
    """Of a passage: the id of its source."""

    @property
    def id(self) -> str:
        """What may stand in the file only once."""
        return "#".join(filter(None, (self.kind.value, self.source, self.was)))
