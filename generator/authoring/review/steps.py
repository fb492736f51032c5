"""What there is to settle of a document, and what of it is settled: passages, milestones not found, standings."""

from dataclasses import dataclass, replace
from enum import Enum

from generator.archive import Archive, citing, entries, entries_in
from generator.editions import AbsenceKind, newest_edition
from generator.model import Milestone, OutOfScope


class State(Enum):
    """What became of a step."""

    OPEN = "open"
    ENTERED = "entered"
    OUT_OF_SCOPE = "out of scope"
    LOOKED = "looked for and not there"


@dataclass(frozen=True)
class Step:
    """One thing to settle."""

    kind: str
    """`passage`; `milestone`, one that no passage is cited for; or `standing`, of a theme that has none yet."""
    id: str
    """Of the passage, milestone or theme."""
    state: State

    @property
    def name(self) -> str:
        """By which it is asked for: `passage/certex-1`."""
        return f"{self.kind}/{self.id}"


def steps_of(archive: Archive, source: str, unsearched: tuple[str, ...]) -> tuple[Step, ...]:
    """All steps in order: the passages as they are read, the milestones `unsearched`, standings that are missing."""
    cites = (citation for cited in citing(entries(archive)) for citation in cited.cites)
    cited = {citation.passage for citation in cites if citation.source == source}
    out = {entry.passage for entry in archive.sources[source].out_of_scope}
    state = {**dict.fromkeys(cited, State.ENTERED), **dict.fromkeys(out, State.OUT_OF_SCOPE)}
    passages = [Step("passage", id, state.get(id, State.OPEN)) for id in archive.passages[source]]
    known = {milestone.id: milestone for milestone in archive.milestones}
    milestones = [Step("milestone", id, searched(known[id], source)) for id in unsearched if id in known]
    return (*passages, *milestones, *_standings(archive, source))


def searched(milestone: Milestone, source: str) -> State:
    """Whether a source reports on a milestone, or it was looked for there."""
    if any(report.cites[0].source == source for report in milestone.reports):
        return State.ENTERED
    return State.LOOKED if any(looked.source == source for looked in milestone.looked) else State.OPEN


def unsearched_in(archive: Archive, source: str) -> tuple[str, ...]:
    """The ids of the milestones that must be looked for once all of a source is entered, in the order of the archive.

    Without those that it reports on, or in which somebody has looked.
    """
    edition = newest_edition(_as_entered(archive, source))
    return tuple(
        known.id
        for known in (edition.milestones if edition else ())
        if known.absence
        and known.absence.kind is AbsenceKind.NOT_LOOKED
        and source in {later.id for later in known.absence.later}
        and searched(known.record, source) is State.OPEN
    )


def _as_entered(archive: Archive, source: str) -> Archive:
    """The archive as if nothing more were said in a source: only what is entered completely proves a silence."""
    known = archive.sources[source]
    every = tuple(OutOfScope.model_construct(passage=id, why="") for id in archive.passages[source])
    return replace(archive, sources={**archive.sources, source: known.model_copy(update={"out_of_scope": every})})


def _standings(archive: Archive, source: str) -> list[Step]:
    """A step for each theme that cites a document to parliament: open while it has no standing of that document."""
    if archive.sources[source].is_outside:
        return []
    steps = []
    for theme in archive.themes.values():
        cites = {citation.source for cited in citing(entries_in(theme)) for citation in cited.cites}
        has = any(standing.cites[0].source == source for standing in theme.text.standings)
        steps += [Step("standing", theme.id, State.ENTERED if has else State.OPEN)] if source in cites else []
    return steps
