"""The open data as models: `atlas.json` with its JSON Schema, and `editions.json`.

This is a contract with other programs: keys never change meaning, and keys are only added. Fields are in the order of
the keys in the files, and the docstring under a field is its description in the schema.
"""

from functools import cache
from typing import Annotated, Any

from pydantic import ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from generator.model import (
    AliasKind,
    Held,
    SourceKind,
    SourceStanding,
    StatementKind,
    TensionKind,
    Weight,
)
from generator.publish.open_data.changes import MainChange
from generator.publish.open_data.figures import Indicator, IndicatorGroup
from generator.publish.open_data.history import DueDate, OutcomeThen, Vintage
from generator.publish.open_data.lists import Category, Place, Thread, Unit
from generator.publish.open_data.milestones import Milestone, OutsideMilestone
from generator.publish.open_data.values import Citation, Citations, Date, EditionId, Exported, Id, Text

FORMAT = "2.1.0"
"""The version of the format: the first number rises when a key changes or goes, the second when one is added. What
changed stands on the page about the data."""


class Edition(Exported):
    """The atlas as it could be known on the day a source was published."""

    id: EditionId
    """The day or month of publication, as printed."""
    source: Id
    """Id of the source."""
    published: Date
    latest: bool
    """Whether no later edition exists. It alone changes when one appears; in `atlas.zip` it is always false."""


class Source(Exported):
    """A published document that the edition knows."""

    id: Id
    """Its id, which never changes."""
    kind: SourceKind
    title: Text
    published: Date
    held: Held
    """How much of its text was read."""
    standing: SourceStanding | None
    """Of an external source, which adds figures and dates and decides nothing; null for a document to parliament."""
    publisher: Text | None
    """Of an external source."""
    seen: Date | None
    """When an external source was read."""
    language: str
    """The language of its text, as a code of ISO 639-1."""
    sender: Text | None
    """Who signed it; an external source has a publisher instead."""
    reference: str | None
    """Its reference or its number in parliament."""
    url: str | None
    """Where it is published, if that has been seen."""
    sha256: str | None
    """The SHA-256 of the text that was read; null if none was."""
    passages: Annotated[int, Field(ge=0)] | None
    """Number of passages; null if the text was not read, or only a fragment of it."""
    accounted: Annotated[int, Field(ge=0)] | None
    """How many of them are cited or out of scope."""


class Standing(Exported):
    """The current situation of a theme, according to the last source that describes it."""

    text: Text
    cites: Citations


class Theme(Exported):
    """A topic that a known source mentions."""

    id: Id
    """Its id, which never changes."""
    title: Text
    question: Text
    """The question that the theme answers."""
    standing: Standing | None
    indicator_groups: tuple[IndicatorGroup, ...]


class Statement(Exported):
    """A dated thing that a source says about a theme, in the words of the atlas."""

    id: Id
    """Its id, which never changes."""
    theme: Id
    """Id of its theme."""
    when: Date
    """When it happened or is to happen."""
    kind: StatementKind
    text: Text
    places: tuple[Id, ...]
    """Ids of the places that it concerns."""
    cites: Citations
    weight: Weight


class Tension(Exported):
    """Two passages that differ."""

    id: Id
    """Its id, which never changes."""
    themes: tuple[Id, ...]
    """Ids of the themes that it touches."""
    text: Text
    cites: Citations
    kind: TensionKind
    milestones: tuple[Id, ...]
    """Ids of the milestones that it touches."""
    indicators: tuple[Id, ...]
    """Ids of the indicators that it touches."""


class Document(Exported):
    """A document that is known to exist and was not read."""

    id: Id
    """Its id, which never changes."""
    title: Text
    described: bool
    """Whether the title is a description of ours."""
    published: Date | None
    sender: Text | None
    number: str | None
    """Its number in parliament."""
    url: str | None
    """Where it is published, if that has been seen."""
    cites: tuple[Citation, ...]
    """The passages of known sources that name it."""


class Alias(Exported):
    """An id that a record had before."""

    kind: AliasKind
    was: Id
    """The former id."""
    became: Id
    """Id of a record of the same kind, or of a theme."""
    source: Id | None
    """For a passage: id of its source; otherwise null."""


class Correction(Exported):
    """An error of the atlas in a published edition."""

    id: Id
    """Its id, which never changes."""
    published: Date
    of: tuple[Id, ...]
    """Ids of the records that were wrong."""
    what: Text
    why: Text


class Amendment(Exported):
    """Documents that were entered late, which changed editions that had been published."""

    id: Id
    """Stays the same."""
    published: Date
    """When the editions changed."""
    sources: tuple[Id, ...]
    """Ids of the documents, of those that this edition knows."""
    why: Text
    as_published: str | None
    """Where the editions are kept as they were before."""


class Outside(Exported):
    """What external sources add. All other keys say the same without it."""

    indicators: tuple[Indicator, ...]
    """Those of which they give a value, with all known values, those of documents to parliament too."""
    milestones: tuple[OutsideMilestone, ...]
    tensions: tuple[Tension, ...]
    """Places where documents differ, of which one is external."""


class Atlas(Exported):
    """Everything that was known on the day a source was published. Keys never change meaning; null where nothing is
    known.
    """

    model_config = ConfigDict(title="atlas.json: one edition of the atlas")

    format: str
    """The version of this format, as three numbers: the first rises when a key changes its meaning or goes, the second
    when one is added."""
    edition: Edition
    sources: tuple[Source, ...]
    """Documents to parliament, oldest first; then external sources, which have a standing."""
    themes: tuple[Theme, ...]
    statements: tuple[Statement, ...]
    indicators: tuple[Indicator, ...]
    milestones: tuple[Milestone, ...]
    tensions: tuple[Tension, ...]
    aliases: tuple[Alias, ...]
    """Ids that records had before."""
    corrections: tuple[Correction, ...]
    """Errors of the atlas in published editions, the most recently corrected first."""
    amendments: tuple[Amendment, ...]
    """What changed this edition after it was published, the last first."""
    changes: tuple[MainChange, ...]
    """The main changes since the edition before this one; changes.json has all of them."""
    documents: tuple[Document, ...]
    """Documents that are known to exist and were not read, oldest first."""
    outside: Outside
    units: tuple[Unit, ...]
    """What the indicators are counted in."""
    categories: tuple[Category, ...]
    places: tuple[Place, ...]
    threads: tuple[Thread, ...]
    vintages: tuple[Vintage, ...]
    """Every value with the editions in which it was current."""
    due_dates: tuple[DueDate, ...]
    """The due date of each milestone as each edition up to this one knew it, oldest edition first."""
    outcomes: tuple[OutcomeThen, ...]
    """What came of each milestone as each edition up to this one saw it, oldest edition first."""


class Editions(Exported):
    """`editions.json`: every edition, oldest first."""

    editions: tuple[Edition, ...]


class _Schema(GenerateJsonSchema):
    """Omits the title of every key, which would only repeat the key."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def atlas_schema(address: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `atlas.json`; `address` is where the site is, and may be empty."""
    return {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"{address}data/latest/atlas.schema.json", **_schema()}


@cache
def _schema() -> dict[str, Any]:
    """Of every edition: it depends on the program alone."""
    return Atlas.model_json_schema(mode="serialization", schema_generator=_Schema)
