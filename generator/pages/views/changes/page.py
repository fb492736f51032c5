"""What the page of changes prints: what is new since an earlier edition, the most important first, then all."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.editions import Subject
from generator.model import Locale
from generator.pages.context import PageContext
from generator.pages.follow import Follow, follow
from generator.pages.urls import FixedPage, brief_path, calendar_path, changes_path, data_path, feed_path
from generator.pages.views.changes.lines import LEADING, ChangeGroup, ChangeLine, change_groups
from generator.pages.views.parts import Link, named_source, source_link, source_name

_PRINTED = (Subject.TENSION, Subject.MILESTONE, Subject.INDICATOR, Subject.STANDING,
            Subject.STATEMENT, Subject.SOURCE, Subject.TERM, Subject.THEME)  # fmt: skip
"""The lists of a theme on the page of changes, in their order."""
_FOLDED = (Subject.STATEMENT, Subject.TERM, Subject.INDICATOR)
"""Of these, a list that is longer than `_MOST_SHOWN` is folded away."""
_MOST_SHOWN = 8


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
    """Changes that are listed together: of one kind, or of one theme to one kind of records."""

    id: str
    """Of the list on the page."""
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
class ThemeCount:
    """How many changes of one kind a theme has."""

    theme: str
    """The id of its group."""
    title: str
    list: str
    """The id of the list in which they are."""
    count: int


@dataclass(frozen=True)
class KindView:
    """The changes of one kind to one kind of records, over all themes."""

    name: str
    """`milestone-moved`: what lines can be filtered by."""
    kind: str
    count: int
    text: str
    lines: LinesView | None
    """All of them, if it is a kind that leads."""
    themes: tuple[ThemeCount, ...]
    """The themes that have some, if it is none."""


@dataclass(frozen=True)
class SinceView:
    """An earlier edition to compare with."""

    name: str
    path: str | None
    """None for the one that this page compares with."""


@dataclass(frozen=True)
class OutsideSourceView:
    """An external source."""

    source: Link
    entered: str
    """When the atlas came to know it."""


@dataclass(frozen=True)
class ChangesView:
    """The page of what changed since an earlier edition."""

    heading: str
    compared: str
    """With which edition, or up to which document."""
    kinds: tuple[KindView, ...]
    """Every kind that occurs, the most important first."""
    since: tuple[SinceView, ...]
    """Every earlier edition; none if there is no choice."""
    follow: Follow | None
    changes_json: str
    brief: str | None
    """The path of the brief; None on a page that compares with an edition before the last."""
    leading: tuple[KindView, ...]
    """What a reader wants to know first: what moved, passed, is done, dropped or gone."""
    rest: tuple[KindView, ...]
    groups: tuple[GroupView, ...]
    outside: tuple[OutsideSourceView, ...]
    """The external sources published between the two editions, oldest first."""


def changes_view(since: str | None, context: PageContext) -> ChangesView:
    """What the edition knows otherwise than the one whose id is `since`; under None, all that it knows."""
    edition, locale = context.edition, context.locale
    changes = context.volume.history[since]
    names = {s.published.text: source_name(s, locale) for s in reversed(edition.sources.values())}
    others = edition.compared if len(edition.compared) > 1 else ()
    groups = tuple(change_groups(changes, edition, locale))
    heading, compared = _heading(since, context)
    kinds = tuple(_kinds(groups, locale))
    return ChangesView(
        heading=heading,
        compared=compared,
        kinds=kinds,
        since=tuple(SinceView(names[id], None if id == since else changes_path(id)) for id in others),
        follow=follow(context.volume, feed=feed_path(), calendar=calendar_path()),
        changes_json=data_path(context.volume.address, "changes.json"),
        brief=brief_path(FixedPage.CHANGES.value) if since == next(iter(edition.earlier), None) else None,
        leading=tuple(kind for kind in kinds if kind.lines),
        rest=tuple(kind for kind in kinds if not kind.lines),
        groups=tuple(_group_view(group, locale) for group in groups),
        outside=tuple(_outside(since, context)),
    )


def _outside(since: str | None, context: PageContext) -> Iterator[OutsideSourceView]:
    """What they add is not among the changes of the atlas, which is worked out without them."""
    edition, locale = context.edition, context.locale
    day = next((s.published.last for s in edition.sources.values() if s.published.text == since), None)
    for source in edition.outside.values():
        if source.seen and (day is None or source.published.last > day):
            yield OutsideSourceView(
                source_link(source, locale), locale.say("outside.entered", when=locale.moment(source.seen))
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


def _kinds(groups: Iterable[ChangeGroup], locale: Locale) -> Iterator[KindView]:
    """Those that lead in their order, then the others in the order of the lines."""
    found: dict[tuple[str, str], list[tuple[ChangeLine, ChangeGroup]]] = {}
    for group in groups:
        for line in group.lines:
            found.setdefault((line.kind, line.subject), []).append((line, group))
    order = [*LEADING, *dict.fromkeys(kind for kind, _ in found if kind not in LEADING)]
    for kind, subject in sorted(found, key=lambda pair: order.index(pair[0])):
        yield _kind_view(f"{subject}-{kind}", found[kind, subject], locale)


def _kind_view(name: str, lines: list[tuple[ChangeLine, ChangeGroup]], locale: Locale) -> KindView:
    """A list of the kind, if it leads; a long one is folded, or a phone would show nothing else."""
    (first, _), count = lines[0], len(lines)
    leads = first.kind in LEADING
    views = tuple(_line_view(line, group, locale) for line, group in lines)
    summary = f"{views[0].text} · {count}" if count > _MOST_SHOWN else None
    return KindView(
        name=name,
        kind=first.kind,
        count=count,
        text=locale.say(f"change.{first.subject}.{first.kind}", n=count),
        lines=LinesView(f"kind-{name}", summary, views) if leads else None,
        themes=() if leads else tuple(_theme_counts(lines, locale)),
    )


def _theme_counts(lines: list[tuple[ChangeLine, ChangeGroup]], locale: Locale) -> Iterator[ThemeCount]:
    subject, titles = lines[0][0].subject, {_id(group): _title(group, locale) for _, group in lines}
    for id, count in Counter(_id(group) for _, group in lines).items():
        yield ThemeCount(id, titles[id], f"{id}-{subject}", count)


def _group_view(group: ChangeGroup, locale: Locale) -> GroupView:
    lists = [[line for line in group.lines if line.subject == subject.value] for subject in _PRINTED]
    return GroupView(
        id=_id(group),
        title=_title(group, locale),
        extent=locale.say("changes.extent", n=len(group.lines)),
        lists=tuple(_lines_view(lines, group, locale) for lines in lists if lines),
    )


def _lines_view(lines: list[ChangeLine], group: ChangeGroup, locale: Locale) -> LinesView:
    subject = lines[0].subject
    folded = len(lines) > _MOST_SHOWN and Subject(subject) in _FOLDED
    summary = f"{len(lines)} {locale.say(f'changes.lines.{subject}')}" if folded else None
    return LinesView(f"{_id(group)}-{subject}", summary, tuple(_line_view(line, group, locale) for line in lines))


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


def _title(group: ChangeGroup, locale: Locale) -> str:
    return group.title or locale.say("changes.elsewhere")


def _values(line: ChangeLine, locale: Locale) -> str:
    if line.before and line.after:
        return locale.say("moved_from", before=line.before, after=line.after)
    return locale.say("changes.was", before=line.before) if line.before else line.after
