"""The evolution strip of milestones: rows by fate, the words of each, and the sentence that says what it shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from generator.charts.build import Chart
from generator.charts.data import StripBand, StripGroup, StripPlot, StripRow, StripSource, StripSpan
from generator.charts.tidy import of_milestones, reported_in
from generator.editions import AbsenceKind, Edition, KnownMilestone, Outcome, State, Timing, promises_of
from generator.model import Locale, Period, Source, Weight

_AHEAD_YEARS = 4
"""How far a date may lie ahead to be drawn in full; a later one ends at the edge."""
_UNREAD_DAYS = 365
"""From how long a time between two documents that were read is marked."""
_GROUPS = ("gone", "past", "done", "ahead", "open", "lost", "dropped")
FATES = ("done", "part", "past", "gone", "ahead", "dropped")
"""What may come of a promise, as squares show it, in their order."""
_SHARP_DAYS = 366
"""A date given more loosely than this says when it was done, but has no place on the axis."""


def evolution_chart(milestones: Iterable[KnownMilestone], edition: Edition, words: Locale, key: str) -> Chart | None:
    """Return the evolution strip of those that have a date or that several documents mention; None if there are none.

    Minor ones without a date are left out.

    Groups are in the order of `_GROUPS`, rows by their first date, else by the first document that mentions them.
    """
    shown = [m for m in milestones if m.first_due or (_is_followed(m) and m.record.weight is not Weight.MINOR)]
    if not shown:
        return None
    by_fate: dict[str, list[KnownMilestone]] = {fate: [] for fate in _GROUPS}
    for milestone in sorted(shown, key=_begins):
        by_fate[fate_of(milestone)].append(milestone)
    in_order = [milestone for fate in _GROUPS for milestone in by_fate[fate]]
    return _chart(in_order, _groups(by_fate, edition, words), edition, words, key)


def ranked_chart(milestones: Sequence[KnownMilestone], edition: Edition, words: Locale, key: str) -> Chart | None:
    """Return the evolution strip of milestones whose date has passed, in the order given; None if there are none."""
    if not milestones:
        return None
    group = StripGroup("", "past", tuple(_row(milestone, edition, words) for milestone in milestones))
    return _chart(milestones, (group,), edition, words, key)


def _chart(
    shown: Sequence[KnownMilestone], groups: tuple[StripGroup, ...], edition: Edition, words: Locale, key: str
) -> Chart:
    heads = ("milestone", "first_due", "latest_due", "slip", "state")
    return Chart(
        key=key,
        title=words.say("strip.title", years=words.years(_first_year(edition), edition.as_of.year)),
        description=answer(shown, words),
        plot=strip_of(groups, edition, words),
        columns=tuple(words.say(f"column.{head}") for head in heads),
        rows=tuple(_table_row(milestone, edition, words) for milestone in shown),
        tidy=of_milestones(shown, words),
        cites=reported_in(shown),
    )


def fate_of(milestone: KnownMilestone) -> str:
    """Return what came of it, as the strip groups and colours it: one of `_GROUPS`."""
    if milestone.state is State.DONE:
        return "done"
    if milestone.state is State.DROPPED or milestone.successors:
        return "dropped"
    if milestone.state is State.OVERDUE:
        return "gone" if milestone.outcome is Outcome.PAST_NOT_MENTIONED else "past"
    if milestone.latest_due:
        return "ahead"
    return "lost" if milestone.absence and milestone.absence.kind is AbsenceKind.NOT_MENTIONED else "open"


def answer(milestones: Iterable[KnownMilestone], words: Locale) -> str:
    """Return in a sentence how many promises were given a date, and what came of them by sentence of promise."""
    promises = promises_of(milestones)
    if not promises:
        return words.say("answer.none")
    fates = [promise_fate(promise.outcome) for promise in promises]
    counts = {fate: fates.count(fate) for fate in FATES}
    past = counts["past"] + counts["gone"] + counts["part"]
    parts = [words.say("answer.done", n=counts["done"]) if counts["done"] else words.say("answer.none_done")]
    if past:
        parts.append(words.say("answer.past", n=past))
        gone = "answer.gone" if counts["gone"] < past else "answer.all_gone"
        parts[-1] += f", {words.say(gone, n=counts['gone'])}" if counts["gone"] else ""
    parts += [words.say(f"answer.{fate}", n=counts[fate]) for fate in ("ahead", "dropped") if counts[fate]]
    return f"{words.say('answer.dated', n=len(promises))}: {'; '.join(parts)}."


def promise_fate(outcome: Outcome | None) -> str:
    """Return what came of a sentence of promise: one of `FATES`; `ahead` if it is not due."""
    if outcome is None:
        return "ahead"
    if outcome in (Outcome.PAST_MENTIONED, Outcome.NO_WORD):
        return "past"
    fates = {
        Outcome.PAST_NOT_MENTIONED: "gone",
        Outcome.KEPT_IN_PART: "part",
        Outcome.DROPPED: "dropped",
    }
    return fates.get(outcome, "done")


def _is_followed(milestone: KnownMilestone) -> bool:
    return len({report.source.id for report in milestone.reports}) > 1


def _begins(milestone: KnownMilestone) -> tuple[date, date]:
    spoken = milestone.reports[0].source.published.last
    return (milestone.first_due.last if milestone.first_due else spoken), spoken


def mentions_title(edition: Edition, words: Locale) -> str:
    """Return the title of a strip whose marks are mentions only, with its years."""
    return words.say("strip.mentions", years=words.years(_first_year(edition), edition.as_of.year))


def _first_year(edition: Edition) -> int:
    return min(source.published.first.year for source in _read(edition))


def _read(edition: Edition) -> list[Source]:
    return [source for source in edition.sources.values() if source.makes_edition]


def _groups(by_fate: dict[str, list[KnownMilestone]], edition: Edition, words: Locale) -> tuple[StripGroup, ...]:
    return tuple(
        StripGroup(words.say(f"strip.{fate}"), fate, tuple(_row(m, edition, words) for m in members))
        for fate, members in by_fate.items()
        if members
    )


def strip_of(groups: tuple[StripGroup, ...], edition: Edition, words: Locale, *, of: str = "milestones") -> StripPlot:
    """Return the strip with these rows, from the year of the first document to that of the last date."""
    rows = [row for group in groups for row in group.rows]
    ends = [*(band.end for row in rows for band in row.bands), *(day for row in rows for day, _ in row.dots)]
    last = min(date.fromisoformat(max([*ends, str(edition.as_of)])).year, edition.as_of.year + _AHEAD_YEARS)
    return StripPlot(
        groups=groups,
        sources=tuple(_source(source, words) for source in _read(edition)),
        unread=tuple(_unread(edition, words)),
        begin=f"{_first_year(edition)}-01-01",
        end=f"{last}-12-31",
        as_of=str(edition.as_of),
        of=of,
    )


def _source(source: Source, words: Locale) -> StripSource:
    *_, month, year = words.short_day(source.published).split()
    kind = words.say(f"source_kind.{source.kind.value}")
    return StripSource(str(source.published.last), kind, month[:3], year)


def _unread(edition: Edition, words: Locale) -> Iterator[StripSpan]:
    """The times between documents that were read from which none was."""
    days = [source.published.last for source in _read(edition)]
    for before, after in pairwise(days):
        if (after - before).days > _UNREAD_DAYS:
            known = [d for d in edition.references if d.published and before < d.published.last <= after]
            begin, end = before + timedelta(days=20), after - timedelta(days=20)
            yield StripSpan(str(begin), str(end), words.say("strip.unread", n=len(known)))


def _row(milestone: KnownMilestone, edition: Edition, words: Locale) -> StripRow:
    dues = [report.record.due for report in milestone.reports if report.record.due]
    changed = [due for i, due in enumerate(dues) if not i or due.text != dues[i - 1].text]
    absence = milestone.absence
    is_ended = milestone.state in (State.DONE, State.DROPPED)
    return StripRow(
        label=words.text(milestone.record.title),
        words=_words(milestone, edition, words),
        id=milestone.id,
        marks=tuple({str(r.source.published.last): r.record.says.value for r in milestone.reports}.items()),
        bands=tuple(StripBand(str(due.first), str(due.last), words.period(due)) for due in changed),
        done=_day(milestone.done) if milestone.done else None,
        is_past=milestone.state is State.OVERDUE,
        is_absent=bool(absence and absence.kind is not AbsenceKind.NOT_DUE and not is_ended),
    )


def _day(done: Period) -> str | None:
    return str(done.last) if (done.last - done.first).days < _SHARP_DAYS else None


def _words(milestone: KnownMilestone, edition: Edition, words: Locale) -> str:
    """How it stands, in a few words: when it was done, how long its date is past, when it is expected."""
    if milestone.state is State.DONE:
        return _done(milestone, words)
    last = milestone.reports[-1]
    day = words.short_day(last.source.published)
    said = words.say("strip.said", says=words.say(f"says.{last.record.says.value}"), day=day)
    if milestone.state is State.DROPPED:
        return said
    is_absent = milestone.absence is not None and milestone.absence.kind is AbsenceKind.NOT_MENTIONED
    since = words.say("strip.since", day=day) if is_absent else said
    if milestone.state is State.OVERDUE and milestone.first_due:
        return f"{words.say('past_by', age=words.age((edition.as_of - milestone.first_due.last).days))}; {since}"
    if milestone.latest_due:
        due = words.say("strip.due", due=words.period(milestone.latest_due))
        return f"{due}; {_moved(milestone.slip_days, words)}" if milestone.moves and milestone.slip_days else due
    return since


def _moved(days: int, words: Locale) -> str:
    return words.say("strip.later" if days > 0 else "strip.sooner", age=words.age(abs(days)))


def _done(milestone: KnownMilestone, words: Locale) -> str:
    when = words.say("strip.done_when", when=words.moment(milestone.done)) if milestone.done else None
    shown = when or words.say("strip.done_unknown")
    if milestone.timing in (Timing.EARLY, Timing.ON_TIME, Timing.LATE):
        return f"{shown}, {words.say(f'timing.{milestone.timing.value}')}"
    return shown


def standing_of(milestone: KnownMilestone, edition: Edition, words: Locale) -> str:
    """Return its state, how it stands, and how many known documents since then were not read."""
    standing = f"{words.say(f'state.{milestone.state.value}')}: {_words(milestone, edition, words)}"
    unread = milestone.unread
    if not unread or milestone.state in (State.DONE, State.DROPPED):
        return standing
    return f"{standing}; {words.say('unread', n=unread.count) if unread.count else words.say('unread_none')}"


def _table_row(milestone: KnownMilestone, edition: Edition, words: Locale) -> tuple[str, ...]:
    first, latest = milestone.first_due, milestone.latest_due
    return (
        words.text(milestone.record.title),
        words.period(first) if first else "–",
        words.period(latest) if latest else "–",
        words.slip(milestone.slip_days) if milestone.moves and milestone.slip_days is not None else "–",
        standing_of(milestone, edition, words),
    )
