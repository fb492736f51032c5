"""What was known on the day of each source, and the difference between two editions."""

from generator.editions.accounts import Account
from generator.editions.chains import line_of
from generator.editions.diff import Change, ChangeKind, Key, Subject, changes_between, difference
from generator.editions.edition import Edition, KnownStatement, KnownTheme, newest_edition
from generator.editions.history import Editions, History
from generator.editions.knowledge import Unread, titled_by
from generator.editions.milestones import KnownMilestone, KnownReport, Move, State, Timing
from generator.editions.outcomes import (
    Promise,
    ScheduleKind,
    Support,
    is_ours,
    longest_past,
    promises_of,
    schedule_of,
    support_of,
)
from generator.editions.outside import OutsideReports
from generator.editions.verdicts import KEPT, Absence, AbsenceKind, Outcome
from generator.editions.vintages import KnownIndicator, KnownObservation, known_indicator, weight_of

__all__ = [
    "KEPT",
    "Absence",
    "AbsenceKind",
    "Account",
    "Change",
    "ChangeKind",
    "Edition",
    "Editions",
    "History",
    "Key",
    "KnownIndicator",
    "KnownMilestone",
    "KnownObservation",
    "KnownReport",
    "KnownStatement",
    "KnownTheme",
    "Move",
    "Outcome",
    "OutsideReports",
    "Promise",
    "ScheduleKind",
    "State",
    "Subject",
    "Support",
    "Timing",
    "Unread",
    "changes_between",
    "difference",
    "is_ours",
    "known_indicator",
    "line_of",
    "longest_past",
    "newest_edition",
    "promises_of",
    "schedule_of",
    "support_of",
    "titled_by",
    "weight_of",
]
