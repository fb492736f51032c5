"""What the page of changes prints: what is new since an earlier edition, the most important first, then all."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editions import Subject
from generator.model import Locale
from generator.pages.context import PageContext
from generator.pages.urls import calendar_path, changes_path, data_path, feed_path
from generator.pages.views.changes.lines import ChangeGroup, ChangeLine, change_groups
from generator.pages.views.parts import CountView, Label, Link, change_counts, named_source, source_name

_PRINTED = (Subject.TENSION, Subject.MILESTONE, Subject.INDICATOR, Subject.STANDING,
            Subject.STATEMENT, Subject.SOURCE, Subject.TERM, Subject.THEME)  # fmt: skip
"""The lists of a theme on the page of changes, in their order."""
_FOLDED = (Subject.STATEMENT, Subject.TERM, Subject.INDICATOR)
"""Of these, a list that is longer than `_MOST_SHOWN` is folded away."""
_MOST_SHOWN = 8
_LEADING = ("moved", "done", "dropped", "overdue", "silent", "back", "reopened", "tension")
"""Kinds of changes that stand at the top of the page."""


@dataclass(frozen=True)
class LineView:
    """One change in a list of the page."""

    kind: str
    theme: str
    """The id of its group."""
    filter: str
    """What kind of change of what it is, `milestone-moved`: what lines can be filtered by."""
    text: str
    """What kind of change it is."""
    about: Link
    values: str
    """From what to what; empty if no value changed."""
    slip: str
    base: str


@dataclass(frozen=True)
class LinesView:
    """The changes of one theme to one kind of records."""

    summary: str | None
    """Shown in place of a long list until it is opened."""
    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class GroupView:
    """The changes of one theme, or of none."""

    id: str
    title: str
    extent: str
    """How many there are."""
    lists: tuple[LinesView, ...]


@dataclass(frozen=True)
class SinceView:
    """An earlier edition to compare with."""

    name: str
    path: str | None
    """None for the one that this page compares with."""


@dataclass(frozen=True)
class ChangesView:
    """The page of what changed since an earlier edition."""

    heading: str
    compared: str
    """With which edition, or up to which document."""
    counts: tuple[CountView, ...]
    since: tuple[SinceView, ...]
    """Every earlier edition; none if there is no choice."""
    feed: str
    calendar: str
    changes_json: str
    leading: tuple[LinesView, ...]
    """What a reader wants to know first, a list for each kind: what moved, passed, is done, dropped or gone."""
    groups: tuple[GroupView, ...]
    kinds: tuple[Label, ...]
    """The kinds of change of all lines, the most important first: what they can be filtered by."""


def changes_view(since: str | None, context: PageContext) -> ChangesView:
    """What the edition knows otherwise than the one whose id is `since`; under None, all that it knows."""
    edition, locale = context.edition, context.locale
    changes = context.volume.history[since]
    names = {s.published.text: source_name(s, locale) for s in reversed(edition.sources.values())}
    others = edition.earlier if len(edition.earlier) > 1 else ()
    groups = tuple(change_groups(changes, edition, locale))
    heading, compared = _heading(since, context)
    return ChangesView(
        heading=heading,
        compared=compared,
        counts=change_counts(changes, locale),
        since=tuple(SinceView(names[id], None if id == since else changes_path(id)) for id in others),
        feed=feed_path(),
        calendar=calendar_path(),
        changes_json=data_path(context.volume.address, "changes.json"),
        leading=tuple(_leading(groups, locale)),
        groups=tuple(_group_view(group, locale) for group in groups),
        kinds=tuple(_kinds(groups, locale)),
    )


def _heading(since: str | None, context: PageContext) -> tuple[str, str]:
    """The title of the page, and the line below it that says with what it compares."""
    edition, locale = context.edition, context.locale
    newest = named_source(edition.source, locale)
    if since is None:
        return locale.say("changes.new_in", source=newest), locale.say("changes.first")
    earlier = next(s for s in edition.sources.values() if s.published.text == since)
    if since == edition.earlier[0]:
        compared = locale.say("changes.compared", source=named_source(earlier, locale))
        return locale.say("changes.new_in", source=newest), compared
    return locale.say("changes.since", source=named_source(earlier, locale)), locale.say("changes.until", source=newest)


def _kinds(groups: Iterable[ChangeGroup], locale: Locale) -> Iterable[Label]:
    lines = [line for group in groups for line in group.lines]
    first = [line for kind in _LEADING for line in lines if line.kind == kind]
    pairs = dict.fromkeys((line.subject, line.kind) for line in (*first, *lines))
    for subject, kind in pairs:
        count = sum((line.subject, line.kind) == (subject, kind) for line in lines)
        yield Label(f"{subject}-{kind}", locale.say(f"change.{subject}.{kind}", n=count))


def _leading(groups: Iterable[ChangeGroup], locale: Locale) -> Iterator[LinesView]:
    """A list of each kind that leads, over all themes; a long one is folded, or a phone would show nothing else."""
    lines = [(line, group) for group in groups for line in group.lines]
    for kind in _LEADING:
        if views := tuple(_line_view(line, group, locale) for line, group in lines if line.kind == kind):
            yield LinesView(f"{views[0].text} · {len(views)}" if len(views) > _MOST_SHOWN else None, views)


def _group_view(group: ChangeGroup, locale: Locale) -> GroupView:
    lists = [[line for line in group.lines if line.subject == subject.value] for subject in _PRINTED]
    return GroupView(
        id=_id(group),
        title=group.title or locale.say("changes.elsewhere"),
        extent=locale.say("changes.extent", n=len(group.lines)),
        lists=tuple(_lines_view(lines, group, locale) for lines in lists if lines),
    )


def _lines_view(lines: list[ChangeLine], group: ChangeGroup, locale: Locale) -> LinesView:
    subject = lines[0].subject
    folded = len(lines) > _MOST_SHOWN and Subject(subject) in _FOLDED
    summary = f"{len(lines)} {locale.say(f'changes.lines.{subject}')}" if folded else None
    return LinesView(summary, tuple(_line_view(line, group, locale) for line in lines))


def _line_view(line: ChangeLine, group: ChangeGroup, locale: Locale) -> LineView:
    return LineView(
        kind=line.kind,
        theme=_id(group),
        filter=f"{line.subject}-{line.kind}",
        text=locale.say(f"changes.kind.{line.subject}.{line.kind}"),
        about=Link(line.path, line.label),
        values=_values(line, locale),
        slip=line.slip,
        base=line.base,
    )


def _id(group: ChangeGroup) -> str:
    """Of the group on the page."""
    return group.theme or "elsewhere"


def _values(line: ChangeLine, locale: Locale) -> str:
    if line.before and line.after:
        return locale.say("moved_from", before=line.before, after=line.after)
    return locale.say("changes.was", before=line.before) if line.before else line.after
