"""What was known on the day of each source, and the difference between two editions."""

from generator.editions.diff import Change, ChangeKind, Facts, Key, Subject, changes_between, difference, facts_of
from generator.editions.edition import Account, Edition, KnownStatement, KnownTheme, editions_of
from generator.editions.milestones import KnownMilestone, KnownReport, Move, State, Timing
from generator.editions.vintages import KnownIndicator, KnownObservation, known_indicator

__all__ = [
    "Account",
    "Change",
    "ChangeKind",
    "Edition",
    "Facts",
    "Key",
    "KnownIndicator",
    "KnownMilestone",
    "KnownObservation",
    "KnownReport",
    "KnownStatement",
    "KnownTheme",
    "Move",
    "State",
    "Subject",
    "Timing",
    "changes_between",
    "difference",
    "editions_of",
    "facts_of",
    "known_indicator",
]
