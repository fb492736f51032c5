"""How milestones belong to each other: what one became, which step follows which, and what is a part of what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.editions.knowledge import Knowledge
from generator.editions.milestones import KnownMilestone
from generator.model import Lineage, LineageKind, Milestone

_BECAME = (LineageKind.RENAMED, LineageKind.MERGED, LineageKind.SPLIT)


@dataclass(frozen=True)
class _Tie:
    """One milestone belonging to another."""

    kind: LineageKind
    before: str
    """What it came out of, follows or is a part of."""
    after: str


def with_relations(
    milestones: tuple[KnownMilestone, ...], written: Iterable[Milestone], known: Knowledge
) -> dict[str, KnownMilestone]:
    """The known milestones by id, each with its relations to others as far as known sources show them."""
    ids = {milestone.id for milestone in milestones}
    shown = {m.id: _shown(m, ids, known) for m in written if m.id in ids}
    ties = [_Tie(line.kind, before, id) for id, lines in shown.items() for line in lines for before in line.of]
    to, since = _grouped(ties, lambda tie: tie.after), _grouped(ties, lambda tie: tie.before)

    def related(milestone: KnownMilestone) -> KnownMilestone:
        def befores(*kinds: LineageKind) -> tuple[str, ...]:
            return tuple(tie.before for tie in to.get(milestone.id, ()) if tie.kind in kinds)

        def afters(*kinds: LineageKind) -> tuple[str, ...]:
            return tuple(tie.after for tie in since.get(milestone.id, ()) if tie.kind in kinds)

        return replace(
            milestone,
            record=milestone.record.model_copy(update={"lineage": shown[milestone.id]}),
            predecessors=befores(*_BECAME),
            successors=afters(*_BECAME),
            steps_before=befores(LineageKind.FOLLOWS),
            steps_after=afters(LineageKind.FOLLOWS),
            wholes=befores(LineageKind.PART_OF),
            parts=afters(LineageKind.PART_OF),
        )

    return {milestone.id: related(milestone) for milestone in milestones}


def _grouped(ties: Iterable[_Tie], end: Callable[[_Tie], str]) -> dict[str, list[_Tie]]:
    """The ties by the id of the milestone at one end."""
    grouped: dict[str, list[_Tie]] = {}
    for tie in ties:
        grouped.setdefault(end(tie), []).append(tie)
    return grouped


def _shown(milestone: Milestone, ids: set[str], known: Knowledge) -> tuple[Lineage, ...]:
    """Its relations that known sources show, without the milestones that are not known yet."""
    lines = [line for line in milestone.lineage if known.knows(line.cites)]
    pruned = [line.model_copy(update={"of": tuple(id for id in line.of if id in ids)}) for line in lines]
    return tuple(line for line in pruned if line.of)


def continued_on(milestone: KnownMilestone, others: Mapping[str, KnownMilestone], known: Knowledge) -> date:
    """The day on which a source showed that it became another; the day of the edition if none has."""
    lines = [line for id in milestone.successors for line in others[id].record.lineage if milestone.id in line.of]
    days = [max(source.published.last for source in map(known.sources.get, _sources(line)) if source) for line in lines]
    return min(days, default=known.as_of)


def _sources(line: Lineage) -> list[str]:
    return [citation.source for citation in line.cites]


def leads_to(milestone: KnownMilestone, others: Mapping[str, KnownMilestone]) -> tuple[str, ...]:
    """Ids of all that it is a part of or a step towards, the nearest first."""
    found: dict[str, None] = {}
    ahead = [*milestone.steps_after, *milestone.wholes]
    while ahead:
        id = ahead.pop(0)
        if id not in found:
            found[id] = None
            ahead += [*others[id].steps_after, *others[id].wholes]
    found.pop(milestone.id, None)
    return tuple(found)


def line_of(milestone: KnownMilestone, others: Mapping[str, KnownMilestone]) -> tuple[str, ...]:
    """Ids of the steps of its chain in their order, itself among them: all before it, then all after it.

    What became of a milestone under another name counts as the next step. Parts do not belong to the line.
    """
    before = _walk(milestone, others, lambda m: (*m.steps_before, *m.predecessors))
    after = _walk(milestone, others, lambda m: (*m.steps_after, *m.successors))
    return (*reversed(before), milestone.id, *(id for id in after if id not in before))


def _walk(
    milestone: KnownMilestone,
    others: Mapping[str, KnownMilestone],
    next_of: Callable[[KnownMilestone], tuple[str, ...]],
) -> list[str]:
    """What is reached step by step, each as far from the start as its longest way."""
    found: list[str] = []
    ahead = list(next_of(milestone))
    while ahead:
        id = ahead.pop(0)
        if id in found:
            found.remove(id)
        found.append(id)
        ahead += next_of(others[id])
    return found
