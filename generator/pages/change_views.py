"""Changes between editions as lines for a list, by theme: what each is about, where it stands, from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.editions import Change, ChangeKind, Edition, Key, Subject
from generator.model import Locale, parse_period
from generator.pages.urls import milestone_path, source_path, term_path, theme_path

_TELLING = (ChangeKind.MOVED, ChangeKind.DONE, ChangeKind.DROPPED, ChangeKind.REOPENED, ChangeKind.BACK)
"""Of a milestone: what makes it superfluous to say that a source speaks of it again."""
_ORDER = [subject.value for subject in (Subject.TENSION, Subject.MILESTONE, Subject.INDICATOR, Subject.STANDING,
                                         Subject.STATEMENT, Subject.SOURCE, Subject.THEME, Subject.TERM)]  # fmt: skip
"""What a reader wants to know first."""
_DATED = (Subject.MILESTONE, Subject.SOURCE)


@dataclass(frozen=True)
class ChangeLine:
    """One change as a reader sees it."""

    kind: str
    subject: str
    label: str
    """What it is about: a title, or a text of ours."""
    path: str
    """Where it stands."""
    before: str
    """In words; empty if nothing stood."""
    after: str
    slip: str
    """How far a date moved; empty for all else."""


@dataclass(frozen=True)
class ChangeGroup:
    """The changes of one theme, or of none."""

    theme: str | None
    title: str
    lines: tuple[ChangeLine, ...]


def change_groups(changes: Iterable[Change], edition: Edition, words: Locale) -> tuple[ChangeGroup, ...]:
    """The changes by theme, in the order of the themes; what belongs to none comes last, under no title.

    What several sources tell in the same words stands once.
    """
    by_theme: dict[str | None, list[ChangeLine]] = {theme.id: [] for theme in edition.mentioned}
    labels = _Labels(edition, words)
    for change in _worth_a_line(list(changes)):
        by_theme.setdefault(change.theme, []).append(_line(change, labels, words))
    for lines in by_theme.values():
        lines.sort(key=lambda line: _ORDER.index(line.subject))
        lines[:] = dict.fromkeys(lines)
    titles = {theme.id: words.text(theme.text.title) for theme in edition.mentioned}
    return tuple(
        ChangeGroup(theme, titles.get(theme or "", ""), tuple(lines)) for theme, lines in by_theme.items() if lines
    )


def _line(change: Change, labels: "_Labels", words: Locale) -> ChangeLine:
    label, path = labels.of(change)
    return ChangeLine(
        kind=change.kind.value,
        subject=change.subject,
        label=label,
        path=path,
        before=_shown(change, change.before, words),
        after=_shown(change, change.after, words),
        slip=words.slip(change.days) if change.days is not None else "",
    )


def _worth_a_line(changes: list[Change]) -> Iterator[Change]:
    """All but what another change says already."""
    milestones = [change for change in changes if change.key.subject is Subject.MILESTONE]
    telling = {(c.id, c.source) for c in milestones if c.kind in (*_TELLING, ChangeKind.NEW)}
    told = {c.id for c in milestones if c.kind in _TELLING}
    for change in changes:
        is_said = change.kind is ChangeKind.REPORTED and (change.id, change.source) in telling
        is_end_said = change.kind is ChangeKind.REPORTED and change.id in told
        if not is_said and not is_end_said:
            yield change


def _shown(change: Change, written: str | None, words: Locale) -> str:
    if written is None:
        return ""
    if change.key.subject in _DATED:
        return words.period(parse_period(written))
    return words.number(Decimal(written)) if change.key.subject is Subject.INDICATOR else ""


class _Labels:
    """What changes of one edition are about, in words, and where it stands."""

    def __init__(self, edition: Edition, words: Locale) -> None:
        self.edition = edition
        self.words = words
        self.milestones = {m.id: m.record.title for m in edition.milestones}
        self.statements = {s.id: s.record.text for s in edition.statements}
        self.indicators = {i.id: i.record.title for i in edition.indicators}
        self.tensions = {t.id: t.text for t in edition.tensions}
        self.terms = {t.id: t for t in edition.terms}
        self.categories = {
            f"{dimension.id}={category.id}": words.text(category.title)
            for dimension in edition.dimensions.values()
            for category in dimension.values
        }

    def of(self, change: Change) -> tuple[str, str]:
        id, theme, text = change.id, theme_path(change.theme or ""), self.words.text
        match change.key.subject:
            case Subject.MILESTONE:
                return text(self.milestones[id]), milestone_path(id)
            case Subject.STATEMENT:
                return text(self.statements[id]), f"{theme}#{id}"
            case Subject.INDICATOR:
                return f"{text(self.indicators[id])}, {self._cell(change.key)}", f"{theme}#{id}"
            case Subject.STANDING:
                told = self.edition.themes[id].standings
                standing = next(standing for source, standing in told if source.id == change.source)
                return text(standing.summary), f"{theme}#standing"
            case _:
                return self._outside_themes(change)

    def _cell(self, key: Key) -> str:
        """The period of a value and, of a breakdown, its categories."""
        period, *of, _ = key.aspect.split(" ")
        categories = (self.categories.get(entry, entry) for entry in of)
        return ", ".join((self.words.period(parse_period(period)), *categories))

    def _outside_themes(self, change: Change) -> tuple[str, str]:
        id, text = change.id, self.words.text
        match change.key.subject:
            case Subject.TENSION:
                return text(self.tensions[id]), f"tensions/#{id}"
            case Subject.TERM:
                return self.terms[id].abbreviation or text(self.terms[id].term), term_path(id)
            case Subject.SOURCE:
                return text(self.edition.sources[id].title), source_path(id)
            case _:
                return text(self.edition.themes[id].text.title), theme_path(id)
