"""Rules for milestones: their reports and their lineage."""

from collections.abc import Iterator

from generator.archive import Archive
from generator.checks.registry import enforces
from generator.diagnostics import Diagnostic, Rule
from generator.model import Lineage, LineageKind, Milestone, Period, Report, Says, Source


@enforces(Rule.DONE_IS_SAID, Rule.DONE_LATER, Rule.DUE_BEFORE)
def reports_are_consistent(archive: Archive) -> Iterator[Diagnostic]:
    """Only what is done has a date on which it was done, and dates are consistent with the day of publication."""
    for milestone in archive.milestones:
        for report in milestone.reports:
            source = archive.sources.get(report.cites[0].source)
            if report.done and report.says is not Says.DONE:
                what = f"a report of milestone {milestone.id!r} has `done` but says {report.says.value!r}"
                hint = "Write `says: done`, or remove `done`."
                yield Diagnostic(report.place("done"), what, hint, rule=Rule.DONE_IS_SAID)
            elif report.done and source and report.done.first > source.published.last:
                what = f"done {report.done.text!r} is after the day {source.id} was published"
                yield Diagnostic(report.place("done"), what, "If it is a promise, write `due`.", rule=Rule.DONE_LATER)
            elif _is_past(report, source):
                what = f"due {report.due} was already past when {report.cites[0].source} was published"
                hint = "If the source recalls an earlier promise, add recalled: true; if it is done, write says: done."
                yield Diagnostic(report.place("due"), what, hint, rule=Rule.DUE_BEFORE)


def _is_past(report: Report, source: Source | None) -> bool:
    is_promise = report.says in (Says.ANNOUNCED, Says.UNDER_WAY) and not report.recalled
    return bool(is_promise and report.due and source and report.due.last < source.published.first)


@enforces(Rule.LINEAGE, Rule.LINEAGE_LOOP)
def lineages_lead_back(archive: Archive) -> Iterator[Diagnostic]:
    """A milestone comes from earlier ones, never from itself; each occurs once, and their number fits the kind."""
    of = {m.id: tuple(id for line in m.lineage for id in line.of) for m in archive.milestones}
    reported: set[str] = set()
    for milestone in archive.milestones:
        for lineage in milestone.lineage:
            yield from _miscounted(milestone, lineage)
        loop = _loop(milestone.id, of)
        if loop and milestone.id not in reported:
            reported.update(loop)
            what = f"milestone {milestone.id!r} comes from itself: {' from '.join(map(repr, loop))}"
            hint = "Remove the lineage of the oldest one."
            place = milestone.lineage[0].place("of") if milestone.lineage else milestone.place("lineage")
            yield Diagnostic(place, what, hint, rule=Rule.LINEAGE_LOOP)


@enforces(Rule.LINEAGE_TIME)
def steps_follow_in_time(archive: Archive) -> Iterator[Diagnostic]:
    """What follows a step is not done before it: a chain has no hole in time."""
    done = {m.id: _first_done(m) for m in archive.milestones}
    for milestone in archive.milestones:
        after = done[milestone.id]
        for lineage in milestone.lineage:
            for i, id in enumerate(lineage.of):
                before = done.get(id)
                if lineage.kind is LineageKind.FOLLOWS and after and before and after.last < before.first:
                    what = f"milestone {milestone.id!r} follows {id!r}, but was done {after}, before that ({before})"
                    hint = "Correct the dates, or which of the two comes first."
                    yield Diagnostic(lineage.place("of", i), what, hint, rule=Rule.LINEAGE_TIME)


def _first_done(milestone: Milestone) -> Period | None:
    return next((report.done for report in milestone.reports if report.done), None)


def _miscounted(milestone: Milestone, lineage: Lineage) -> Iterator[Diagnostic]:
    for i, id in enumerate(lineage.of):
        if id in lineage.of[:i]:
            what = f"the lineage of {milestone.id!r} lists {id!r} again"
            yield Diagnostic(lineage.place("of", i), what, "Delete one.", rule=Rule.LINEAGE)
    if len(lineage.of) == 1 and lineage.kind is LineageKind.MERGED:
        what = f"milestone {milestone.id!r} is merged from only one"
        hint = "Write `renamed` or `split`, or list the others too."
        yield Diagnostic(lineage.place("kind"), what, hint, rule=Rule.LINEAGE)
    one_only = lineage.kind in (LineageKind.RENAMED, LineageKind.SPLIT)
    if len(of := set(lineage.of)) > 1 and one_only:
        what = f"milestone {milestone.id!r} is {lineage.kind.value} from {len(of)}"
        yield Diagnostic(lineage.place("kind"), what, "Write `merged`, or list only one.", rule=Rule.LINEAGE)


def _loop(id: str, of: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The chain of milestones that leads from `id` back to it; empty if there is none."""
    ways: list[tuple[str, ...]] = [(id,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for other in of.get(way[-1], ()):
            if other == id:
                return (*way, id)
            if other not in seen:
                seen.add(other)
                ways.append((*way, other))
    return ()
