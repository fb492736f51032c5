"""The words of what is derived from a milestone and all that was read: absence, and outcome."""

from dataclasses import dataclass
from enum import Enum

from generator.model import Looked, Source


class AbsenceKind(Enum):
    """What it means that later documents do not name a milestone."""

    NOT_MENTIONED = "not-mentioned"
    """Every later letter and annual report was searched for it, and none mentions it."""
    PART_MENTIONED = "part-mentioned"
    """It is a step or part of something that a later document mentions."""
    NOT_DUE = "not-due"
    """It is not due yet, or the only later document came shortly after a fuller one."""
    NOT_LOOKED = "not-looked"
    """Nobody has entered yet whether the later documents mention it."""


@dataclass(frozen=True)
class Absence:
    """That no later document has been entered as mentioning a milestone, and what that is based on."""

    kind: AbsenceKind
    since: Source
    """The last source that mentions it."""
    later: tuple[Source, ...]
    """The later letters and annual reports, oldest first. Never empty."""
    looked: tuple[tuple[Source, Looked], ...]
    """Those in which somebody looked, with what was looked for."""
    spoken_of: tuple[str, ...]
    """Ids of the milestones that it is a step or part of and that a later document mentions."""


class Outcome(Enum):
    """What came of a milestone whose date has passed, or that ended without one."""

    KEPT_ON_TIME = "kept-on-time"
    """Done by the last day of its first date."""
    KEPT_LATE = "kept-late"
    """Done after it."""
    KEPT_DAY_UNKNOWN = "kept-day-unknown"
    """Done; the documents do not tell whether in time."""
    KEPT_WITHOUT_DATE = "kept-without-date"
    """Done, and never given a date."""
    KEPT_IN_PART = "kept-in-part"
    """Its date has passed; a part of it is done."""
    DROPPED = "dropped"
    """Given up, or overtaken by what it became."""
    PAST_MENTIONED = "past-mentioned"
    """Its date has passed; documents after that date still mention it."""
    PAST_NOT_MENTIONED = "past-not-mentioned"
    """Its date has passed; every later letter and annual report was searched, and none mentions it."""
    NO_WORD = "no-word"
    """Its date has passed; no document that was read and searched could tell yet."""


KEPT = (Outcome.KEPT_ON_TIME, Outcome.KEPT_LATE, Outcome.KEPT_DAY_UNKNOWN, Outcome.KEPT_WITHOUT_DATE)
