"""The changes of `atlas.json` and `changes.json` as models: part of the contract in `model`."""

from typing import Literal

from generator.editions import ChangeKind, Subject
from generator.publish.open_data.values import Days, EditionId, Exported, Id

MainKind = Literal[
    ChangeKind.NEW,
    ChangeKind.RESTATED,
    ChangeKind.MOVED,
    ChangeKind.DONE,
    ChangeKind.DROPPED,
    ChangeKind.SILENT,
    ChangeKind.BACK,
]
"""The kinds of change in `atlas.json`; `changes.json` has all kinds."""
MainSubject = Literal[Subject.STATEMENT, Subject.MILESTONE, Subject.INDICATOR]
"""The kinds of record whose changes are in `atlas.json`."""


class Change(Exported):
    """A difference between the edition and an earlier one."""

    kind: ChangeKind
    """What happened."""
    subject: Subject
    """What kind of record changed."""
    id: Id
    """Its id, which never changes."""
    theme: Id | None
    """Id of its theme."""
    before: str | None
    """The value or date that stood before, as written."""
    after: str | None
    """The value or date that stands now, as written."""
    days: Days | None
    """How far a date moved; negative if brought forward."""
    unread: int | None
    """For `silent` and `overdue`: how many documents that could say otherwise are known and were not read."""


class MainChange(Change):
    """A change that readers look for first."""

    kind: MainKind
    """What happened."""
    subject: MainSubject
    """What kind of record changed."""
    theme: Id
    """Id of its theme."""


class SourcedChange(Change):
    """A change with the source that brought it."""

    source: Id | None
    """Id of that source, or of a document that is known and was not read."""


class ChangesSince(Exported):
    """All changes since one earlier edition."""

    edition: EditionId | None
    """Id of the earlier edition; null for everything that is known."""
    changes: tuple[SourcedChange, ...]


class Changes(Exported):
    """`changes.json`: every change of every kind since each earlier edition, and everything that is known."""

    edition: EditionId
    since: tuple[ChangesSince, ...]
