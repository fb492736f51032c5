"""(Edition, Edition) → typed `Change` values: what the later one knows otherwise. Wording is elsewhere.

An edition is laid out as facts: a value for each key. A change is one key whose value differs, so every difference is
one change, nothing else is, and the changes from A to B followed by those from B to C are those from A to C.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.editions.edition import Edition, KnownTheme
from generator.editions.milestones import KnownMilestone, State
from generator.editions.vintages import KnownIndicator, KnownObservation


class ChangeKind(Enum):
    """What happened between two editions."""

    NEW = "new"
    """A source, a theme, a statement, a milestone, a term or the first value of a cell appeared."""
    RESTATED = "restated"
    """A later source gives another value for the same period."""
    OUTCOME = "outcome"
    """A later source gives the value of a period for which there was a forecast."""
    REPEATED = "repeated"
    """A later source gives the same value again."""
    MOVED = "moved"
    """A source gave another due date."""
    REPORTED = "reported"
    """A source mentions a milestone again."""
    DONE = "done"
    DROPPED = "dropped"
    OVERDUE = "overdue"
    """The last day of its latest due date has passed."""
    REOPENED = "reopened"
    """It had been done, dropped or overdue, and is no longer."""
    SILENT = "silent"
    """A complete later source no longer mentions it."""
    BACK = "back"
    """It was silent, and is no longer: a source mentions it again, or shows what became of it."""
    CONTINUED = "continued"
    """A source shows that it became another milestone."""
    STANDING = "standing"
    """A source gives a new state of affairs of a theme."""
    TENSION = "tension"
    """Two passages contradict each other, or count different things."""


class Subject(Enum):
    """What a change is about."""

    SOURCE = "source"
    THEME = "theme"
    STATEMENT = "statement"
    MILESTONE = "milestone"
    INDICATOR = "indicator"
    STANDING = "standing"
    TENSION = "tension"
    TERM = "term"


@dataclass(frozen=True)
class Key:
    """What one fact of an edition is about."""

    subject: Subject
    id: str
    aspect: str = ""
    """Which of its facts: `report 2`, `move 1`, `end`, `silence`, a cell and the source that gave it …"""


@dataclass(frozen=True)
class Fact:
    """The value of one key, with what a change of it is called."""

    value: str
    """The whole content of the fact: facts with the same value are the same."""
    kind: ChangeKind
    theme: str | None = None
    shown: str | None = None
    """The date or figure in it, as written, if it has one."""
    before: str | None = None
    """What stood before within the same fact: the date that moved, the value that was restated."""
    days: int | None = None
    source: str | None = None
    """The id of the source that states it, if one does."""


@dataclass(frozen=True)
class Change:
    """One difference between two editions."""

    key: Key
    kind: ChangeKind
    theme: str | None
    before: str | None
    """The due date or value that stood, as written."""
    after: str | None
    days: int | None = None
    """How far a due date moved; negative if brought forward."""
    source: str | None = None
    old: Fact | None = None
    """What the earlier edition knew of the key; None if nothing."""
    new: Fact | None = None
    """What the later one knows; None if nothing."""

    @property
    def subject(self) -> str:
        return self.key.subject.value

    @property
    def id(self) -> str:
        return self.key.id


Facts = Mapping[Key, Fact]


def changes_between(earlier: Edition | None, later: Edition) -> tuple[Change, ...]:
    """Every change from `earlier` to `later`, theme by theme; everything is new if there is no earlier edition."""
    return tuple(difference(facts_of(earlier) if earlier else {}, facts_of(later)))


def difference(earlier: Facts, later: Facts) -> Iterator[Change]:
    """A change for each key whose fact differs, in the order of the later facts; then those that are gone."""
    for key, fact in later.items():
        if earlier.get(key) != fact:
            yield _change(key, earlier.get(key), fact)
    for key, fact in earlier.items():
        if key not in later:
            yield _change(key, fact, None)


def applied(facts: Facts, changes: Iterable[Change]) -> dict[Key, Fact]:
    """The facts after the changes. Raises ValueError if a change starts from something else than what is known."""
    after = dict(facts)
    for change in changes:
        if after.get(change.key) != change.old:
            raise ValueError(f"{change.key} is {after.get(change.key)}, not {change.old}")
        if change.new is None:
            after.pop(change.key, None)
        else:
            after[change.key] = change.new
    return after


Said = Callable[[object], str]
"""Writes out all that a record says."""


def facts_of_all(editions: Iterable[Edition]) -> dict[str, Facts]:
    """What each edition knows, by its id; a record that several know is written out once."""
    known: dict[int, str] = {}

    def said(record: object) -> str:
        if id(record) not in known:
            known[id(record)] = repr(record)
        return known[id(record)]

    return {edition.id: facts_of(edition, said) for edition in editions}


def facts_of(edition: Edition, said: Said = repr) -> dict[Key, Fact]:
    """All that the edition knows, as facts; two editions with the same facts say the same."""
    facts: dict[Key, Fact] = {}
    for source in edition.sources.values():
        facts[Key(Subject.SOURCE, source.id)] = Fact(
            source.id, ChangeKind.NEW, shown=source.published.text, source=source.id
        )
    for theme in edition.themes.values():
        facts.update(_theme_facts(theme, said))
    for tension in (tension for tension in edition.tensions if tension.is_shown):
        facts[Key(Subject.TENSION, tension.id)] = Fact(said(tension), ChangeKind.TENSION, tension.themes[0])
    for term in edition.terms:
        facts[Key(Subject.TERM, term.id)] = Fact(said(term), ChangeKind.NEW)
    return facts


def _change(key: Key, old: Fact | None, new: Fact | None) -> Change:
    fact = new or old
    assert fact is not None, "a change has at least one side"
    kind = fact.kind if new else _undone(fact.kind)
    before = new.before if new and new.before is not None else old.shown if old else None
    after = new.shown if new else None
    return Change(key, kind, fact.theme, before, after, new.days if new else None, fact.source, old, new)


def _undone(kind: ChangeKind) -> ChangeKind:
    """What it is called when a fact is no longer so."""
    return {ChangeKind.SILENT: ChangeKind.BACK}.get(kind, ChangeKind.REOPENED)


def _theme_facts(theme: KnownTheme, said: Said) -> Iterator[tuple[Key, Fact]]:
    if theme.is_mentioned:
        yield Key(Subject.THEME, theme.id), Fact("mentioned", ChangeKind.NEW, theme.id)
    for source, standing in theme.standings:
        fact = Fact(said(standing), ChangeKind.STANDING, theme.id, source=source.id)
        yield Key(Subject.STANDING, theme.id, source.id), fact
    for statement in theme.statements:
        fact = Fact(said(statement.record), ChangeKind.NEW, theme.id, source=statement.source.id)
        yield Key(Subject.STATEMENT, statement.id), fact
    for milestone in theme.milestones:
        yield from _milestone_facts(milestone, said)
    for indicator in theme.indicators:
        yield from _indicator_facts(indicator, said)


def _milestone_facts(milestone: KnownMilestone, said: Said) -> Iterator[tuple[Key, Fact]]:
    def key(aspect: str) -> Key:
        return Key(Subject.MILESTONE, milestone.id, aspect)

    theme = milestone.theme
    for number, report in enumerate(milestone.reports):
        kind = ChangeKind.REPORTED if number else ChangeKind.NEW
        aspect = f"report {number}" if number else ""
        due = report.record.due.text if report.record.due else None
        yield key(aspect), Fact(said(report.record), kind, theme, due, source=report.source.id)
    for number, move in enumerate(milestone.moves, 1):
        before, after, source = move.before.text, move.after.text, move.report.source.id
        yield key(f"move {number}"), Fact(after, ChangeKind.MOVED, theme, after, before, move.days, source)
    if milestone.state in _ENDS:
        done = milestone.done.text if milestone.done and milestone.state is State.DONE else None
        yield key("end"), Fact(f"{milestone.state.value} {done}", _ENDS[milestone.state], theme, done)
    if milestone.silent_since:
        yield key("silence"), Fact(milestone.silent_since.id, ChangeKind.SILENT, theme)
    if milestone.successors:
        yield key("lineage"), Fact(" ".join(milestone.successors), ChangeKind.CONTINUED, theme)


_ENDS = {State.DONE: ChangeKind.DONE, State.DROPPED: ChangeKind.DROPPED, State.OVERDUE: ChangeKind.OVERDUE}


def _indicator_facts(indicator: KnownIndicator, said: Said) -> Iterator[tuple[Key, Fact]]:
    seen: set[object] = set()
    for observation in indicator.observations:
        kind = _kind_of(observation, is_first=observation.cell not in seen)
        seen.add(observation.cell)
        old = observation.restates or observation.outcome_of
        period, of = observation.cell
        aspect = " ".join([period, *(f"{dimension}={category}" for dimension, category in of), observation.source.id])
        yield (
            Key(Subject.INDICATOR, indicator.id, aspect),
            Fact(
                value=said(observation.record),
                kind=kind,
                theme=indicator.theme,
                shown=str(observation.record.value),
                before=str(old.value) if old else None,
                source=observation.source.id,
            ),
        )


def _kind_of(observation: KnownObservation, *, is_first: bool) -> ChangeKind:
    if observation.restates:
        return ChangeKind.RESTATED
    if observation.outcome_of:
        return ChangeKind.OUTCOME
    return ChangeKind.NEW if is_first else ChangeKind.REPEATED
