"""Changes between editions as lines by theme, for pages and feeds: what each is about, and from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.editions import Change, ChangeKind, Edition, Key, Subject
from generator.model import Locale, parse_period
from generator.pages.urls import (
    milestone_path,
    source_path,
    tension_path,
    term_path,
    theme_part_path,
    theme_path,
)
from generator.pages.views.milestones import absence_notes

_REPORTING = (ChangeKind.MOVED, ChangeKind.DONE, ChangeKind.DROPPED, ChangeKind.REOPENED, ChangeKind.BACK)
"""Kinds of changes of a milestone that make it redundant to report that a source mentions it again."""
_ORDER = [subject.value for subject in (Subject.TENSION, Subject.MILESTONE, Subject.INDICATOR, Subject.STANDING,
                                         Subject.STATEMENT, Subject.SOURCE, Subject.THEME, Subject.TERM)]  # fmt: skip
"""What a reader wants to know first."""
_ABSENT = (ChangeKind.SILENT, ChangeKind.OVERDUE)
"""Kinds of changes that are based on what documents do not say."""
LEADING = ("moved", "done", "dropped", "overdue", "silent", "back", "reopened", "tension")
"""Kinds of changes that a reader wants to know first."""
_DATED = (Subject.MILESTONE, Subject.SOURCE)


@dataclass(frozen=True)
class ChangeLine:
    """One change as a reader sees it."""

    kind: str
    subject: str
    id: str
    """Of the record that changed."""
    label: str
    """What it is about: a title, or a text of ours."""
    path: str
    """Its address."""
    before: str
    """In words; empty if nothing stood."""
    after: str
    slip: str
    """How far a date moved; empty for all else."""
    base: str
    """What a mark of absence is based on; empty for all else."""


@dataclass(frozen=True)
class ChangeGroup:
    """The changes of one theme, or of none."""

    theme: str | None
    title: str
    lines: tuple[ChangeLine, ...]


def change_groups(changes: Iterable[Change], edition: Edition, locale: Locale) -> tuple[ChangeGroup, ...]:
    """The changes by theme, in the order of the themes; what belongs to none comes last, under no title.

    What several sources report in the same words is listed once.
    """
    by_theme: dict[str | None, list[ChangeLine]] = {theme.id: [] for theme in edition.mentioned}
    labels = _Labels(edition, locale)
    for change in _worth_a_line(list(changes)):
        by_theme.setdefault(change.theme, []).append(_line(change, labels, locale))
    for lines in by_theme.values():
        lines.sort(key=lambda line: _ORDER.index(line.subject))
        lines[:] = dict.fromkeys(lines)
    titles = {theme.id: locale.text(theme.text.title) for theme in edition.mentioned}
    return tuple(
        ChangeGroup(theme, titles.get(theme or "", ""), tuple(lines)) for theme, lines in by_theme.items() if lines
    )


def change_in_words(line: ChangeLine, locale: Locale) -> str:
    """The change as one line of text: its kind, what it is about, from what to what, and what that is based on."""
    text = f"{locale.say(f'changes.kind.{line.subject}.{line.kind}')}: {line.label}"
    if line.before and line.after:
        text += f" – {locale.say('moved_from', before=line.before, after=line.after)} {line.slip}".rstrip()
    elif line.after:
        text += f" – {line.after}"
    return f"{text} ({line.base})" if line.base else text


def _line(change: Change, labels: "_Labels", locale: Locale) -> ChangeLine:
    label, path = labels.of(change)
    return ChangeLine(
        kind=change.kind.value,
        subject=change.subject,
        id=change.id,
        label=label,
        path=path,
        before=_shown(change, change.before, locale),
        after=_shown(change, change.after, locale),
        slip=locale.slip(change.days) if change.days is not None else "",
        base=labels.base_of(change),
    )


def _worth_a_line(changes: list[Change]) -> Iterator[Change]:
    """All but what another change says already."""
    milestones = [change for change in changes if change.key.subject is Subject.MILESTONE]
    telling = {(c.id, c.source) for c in milestones if c.kind in (*_REPORTING, ChangeKind.NEW)}
    reported = {c.id for c in milestones if c.kind in _REPORTING}
    for change in changes:
        is_said = change.kind is ChangeKind.REPORTED and (change.id, change.source) in telling
        is_end_said = change.kind is ChangeKind.REPORTED and change.id in reported
        if not is_said and not is_end_said:
            yield change


def _shown(change: Change, written: str | None, locale: Locale) -> str:
    if written is None:
        return ""
    if change.key.subject in _DATED:
        return locale.period(parse_period(written))
    return locale.number(Decimal(written)) if change.key.subject is Subject.INDICATOR else ""


class _Labels:
    """What the changes of one edition are about, in words and with addresses."""

    def __init__(self, edition: Edition, locale: Locale) -> None:
        self.edition = edition
        self.locale = locale
        self.milestones = edition.by_id
        self.statements = {s.id: s.record.text for s in edition.statements}
        self.indicators = {i.id: i.record.title for i in edition.indicators}
        self.tensions = {t.id: t.text for t in edition.tensions}
        self.terms = {t.id: t for t in edition.terms}
        self.categories = {
            f"{dimension.id}={category.id}": locale.text(category.title)
            for dimension in edition.dimensions.values()
            for category in dimension.values
        }

    def of(self, change: Change) -> tuple[str, str]:
        id, theme, text = change.id, change.theme or "", self.locale.text
        match change.key.subject:
            case Subject.MILESTONE:
                return text(self.milestones[id].record.title), milestone_path(id)
            case Subject.STATEMENT:
                return text(self.statements[id]), theme_part_path(theme, id)
            case Subject.INDICATOR:
                return f"{text(self.indicators[id])}, {self._cell(change.key)}", theme_part_path(theme, id)
            case Subject.STANDING:
                standings = self.edition.themes[id].standings
                standing = next(standing for source, standing in standings if source.id == change.source)
                return text(standing.summary), theme_part_path(theme, "standing")
            case _:
                return self._outside_themes(change)

    def base_of(self, change: Change) -> str:
        """Since when a milestone is not mentioned, and how many documents were not read, for a mark of absence."""
        if change.kind not in _ABSENT or change.key.subject is not Subject.MILESTONE:
            return ""
        return "; ".join(absence_notes(self.milestones[change.id], self.locale))

    def _cell(self, key: Key) -> str:
        """The period of a value and, of a breakdown, its categories."""
        period, *of, _ = key.aspect.split(" ")
        categories = (self.categories.get(entry, entry) for entry in of)
        return ", ".join((self.locale.period(parse_period(period)), *categories))

    def _outside_themes(self, change: Change) -> tuple[str, str]:
        id, text = change.id, self.locale.text
        match change.key.subject:
            case Subject.TENSION:
                return text(self.tensions[id]), tension_path(id)
            case Subject.TERM:
                return self.terms[id].abbreviation or text(self.terms[id].term), term_path(id)
            case Subject.SOURCE:
                return text(self.edition.sources[id].title), source_path(id)
            case _:
                return text(self.edition.themes[id].text.title), theme_path(id)
