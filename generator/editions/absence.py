"""Whether later documents mention a milestone: never derived from a lack of data, always from what was looked at.

These are the rules of absence on the page on method. A letter or annual report counts if it was entered completely
and published on a later day than the last document that mentions the milestone. A document within `_SOON` days of a
fuller one lets nothing fall silent that is not due.
"""

from collections.abc import Mapping
from itertools import pairwise

from generator.editions.chains import continued_on, leads_to
from generator.editions.knowledge import Knowledge
from generator.editions.milestones import KnownMilestone, KnownReport, State
from generator.editions.verdicts import Absence, AbsenceKind
from generator.model import Says, Source, SourceKind

_SOON = 92
"""Days: three months."""
_FULLER = (SourceKind.ANNUAL_REPORT, SourceKind.IMPLEMENTATION_REPORT)


def absence_of(milestone: KnownMilestone, others: Mapping[str, KnownMilestone], known: Knowledge) -> Absence | None:
    """What it means that later documents do not name it; None if it ended, became another, or none is later."""
    last = milestone.reports[-1].source
    later = known.later_reporting(last)
    if not later or milestone.state in (State.DONE, State.DROPPED) or milestone.successors:
        return None
    looked = tuple((known.sources[entry.source], entry) for entry in milestone.record.looked)
    looked = tuple((source, entry) for source, entry in looked if source in later)
    spoken_of = tuple(id for id in leads_to(milestone, others) if _is_spoken_of(others[id], last))
    kind = AbsenceKind.NOT_LOOKED
    if spoken_of:
        kind = AbsenceKind.PART_MENTIONED
    elif _is_too_early(milestone, later):
        kind = AbsenceKind.NOT_DUE
    elif {source.id for source in later} == {source.id for source, _ in looked}:
        kind = AbsenceKind.NOT_MENTIONED
    return Absence(kind, last, later, looked, spoken_of)


def _is_spoken_of(other: KnownMilestone, last: Source) -> bool:
    return other.reports[-1].source.published.last > last.published.last


def _is_too_early(milestone: KnownMilestone, later: tuple[Source, ...]) -> bool:
    last, due = milestone.reports[-1].source.published, milestone.latest_due
    fuller = milestone.reports[-1].source.kind in _FULLER
    came_soon = fuller and (later[-1].published.last - last.last).days <= _SOON
    if milestone.state is State.OVERDUE and due and last.last <= due.last:
        return False
    return milestone.state is State.OPEN or came_soon


def returns_of(
    milestone: KnownMilestone, others: Mapping[str, KnownMilestone], known: Knowledge
) -> tuple[KnownReport, ...]:
    """Each report before which every letter and annual report had been searched in vain.

    Nothing returns that had been called done or dropped, or that had become another milestone.
    """
    looked = {entry.source for entry in milestone.record.looked}
    until = continued_on(milestone, others, known)
    returns = []
    for before, after in pairwise(milestone.reports):
        if after.source.published.last > until:
            break
        between = [
            source
            for source in known.later_reporting(before.source)
            if source.published.last < after.source.published.last
        ]
        ended = before.record.says in (Says.DONE, Says.DROPPED)
        if between and not ended and all(source.id in looked for source in between):
            returns.append(after)
    return tuple(returns)
