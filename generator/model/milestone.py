"""Milestones as people write them: what was promised or happened, what sources say of it, where it was looked for."""

from pydantic import Field

from generator.model.citation import Citation
from generator.model.enums import LineageKind, Nature, Owner, ReportBasis, Says, Weight
from generator.model.types import Bilingual, Citations, Id, Record, Switch, Texts, When

REGISTER = "register"
"""The source of a citation of data/references.yaml: `register#kst-31934-87` is the document of that id."""


def is_registered(citation: Citation) -> bool:
    """Whether it cites a document that is known to exist and was not read."""
    return citation.source == REGISTER


class Report(Record):
    """What one source says about one milestone."""

    cites: Citations
    says: Says
    due: When | None = None
    """By when, if the source says so."""
    done: When | None = None
    """When it was done, if `says` is done and the source states it."""
    recalled: Switch = False
    """The source mentions an earlier date or stage whose own document is not held."""
    basis: ReportBasis = ReportBasis.READ
    reason: Bilingual | None = None
    """Why it moved, stalled or was dropped, if the source says so."""
    note: Bilingual | None = None
    """One sentence on what the source says, if the other keys do not cover it."""


class Lineage(Record):
    """How a milestone belongs to others: it goes on where they ended, or is a part of them."""

    kind: LineageKind
    of: tuple[Id, ...] = Field(min_length=1)
    """Ids of the milestones that it came out of, follows or is a part of."""
    cites: Citations
    """Where a source shows it."""


class Looked(Record):
    """That somebody looked for a milestone in one document and did not find it; written by `atlas looked`."""

    source: Id
    """Id of the document."""
    words: Texts
    """What was looked for, as one would type it into a search."""
    passages_seen: tuple[Id, ...] = ()
    """Ids of the passages of that document that were read and do not mention it: the nearest ones."""
    by_hand: Switch = False
    """The whole document was read for it, not only the nearest passages."""


class Milestone(Record):
    """A thing that is to happen or has happened."""

    id: Id
    title: Bilingual
    """Neutral: names the thing, no date, no verdict, nothing that only a later source said."""
    nature: Nature
    owed_by: Owner | None = None
    """Who undertook it; needed for a promise and a step."""
    weight: Weight = Weight.NORMAL
    measurable: Switch = True
    """Whether one can say when it has been done; if not, `why` says so."""
    why: Bilingual | None = None
    """Why one cannot say."""
    places: tuple[Id, ...] = ()
    """Ids of data/places.yaml."""
    lineage: tuple[Lineage, ...] = ()
    """What it came out of, follows, or is a part of."""
    looked: tuple[Looked, ...] = ()
    """The documents in which it was looked for and not found, oldest first."""
    reports: tuple[Report, ...] = Field(min_length=1)
    """Oldest source first."""
