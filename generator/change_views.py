"""Changes between editions as lines for a list, by theme: what each is about, where it stands, from what to what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.addresses import milestone_path, source_path, theme_path
from generator.changes import Change, Kind, Subject
from generator.editions import Edition
from generator.periods import parse_period
from generator.words import Words

_TELLING = (Kind.MOVED, Kind.DONE, Kind.DROPPED, Kind.REOPENED, Kind.BACK)
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
    source: str | None
    """Id of the source that tells it."""


@dataclass(frozen=True)
class ChangeGroup:
    """The changes of one theme, or of none."""

    theme: str | None
    title: str
    lines: tuple[ChangeLine, ...]


def change_groups(changes: Iterable[Change], edition: Edition, words: Words) -> tuple[ChangeGroup, ...]:
    """The changes by theme, in the order of the themes; what belongs to none comes last, under no title."""
    by_theme: dict[str | None, list[ChangeLine]] = {theme.id: [] for theme in edition.mentioned}
    for change in _worth_a_line(list(changes)):
        by_theme.setdefault(change.theme, []).append(line_of(change, edition, words))
    for lines in by_theme.values():
        lines.sort(key=lambda line: _ORDER.index(line.subject))
    titles = {theme.id: words.text(theme.text.title) for theme in edition.mentioned}
    return tuple(
        ChangeGroup(theme, titles.get(theme or "", ""), tuple(lines)) for theme, lines in by_theme.items() if lines
    )


def line_of(change: Change, edition: Edition, words: Words) -> ChangeLine:
    """The change in the words of one language."""
    label, path = _label(change, edition, words)
    return ChangeLine(
        kind=change.kind.value,
        subject=change.subject,
        label=label,
        path=path,
        before=_shown(change, change.before, words),
        after=_shown(change, change.after, words),
        slip=words.slip(change.days) if change.days is not None else "",
        source=change.source,
    )


def _worth_a_line(changes: list[Change]) -> Iterator[Change]:
    """All but what another change says already, and a new theme, whose heading says it."""
    telling = {(c.id, c.source) for c in changes if c.subject == "milestone" and c.kind in _TELLING}
    told = {id for id, _ in telling}
    for change in changes:
        is_said = change.kind is Kind.REPORTED and (change.id, change.source) in telling
        is_end_said = change.kind is Kind.REPORTED and change.id in told
        if not is_said and not is_end_said:
            yield change


def _shown(change: Change, written: str | None, words: Words) -> str:
    if written is None:
        return ""
    if change.key.subject in _DATED:
        return words.period(parse_period(written))
    return words.number(Decimal(written)) if change.key.subject is Subject.INDICATOR else ""


def _label(change: Change, edition: Edition, words: Words) -> tuple[str, str]:
    id, theme = change.id, theme_path(change.theme or "")
    match change.key.subject:
        case Subject.MILESTONE:
            milestone = next(m for m in edition.milestones if m.id == id)
            return words.text(milestone.record.title), milestone_path(id)
        case Subject.STATEMENT:
            statement = next(s for s in edition.statements if s.id == id)
            return words.text(statement.record.text), f"{theme}#{id}"
        case Subject.INDICATOR:
            indicator = next(i for i in edition.indicators if i.id == id)
            period = words.period(parse_period(change.key.aspect.partition(" ")[0]))
            return f"{words.text(indicator.record.title)}, {period}", f"{theme}#{id}"
        case Subject.STANDING:
            standings = edition.themes[id].standings
            standing = next(s for source, s in standings if source.id == change.source)
            return words.text(standing.summary), f"{theme}#standing"
        case _:
            return _label_outside_themes(change, edition, words)


def _label_outside_themes(change: Change, edition: Edition, words: Words) -> tuple[str, str]:
    id = change.id
    match change.key.subject:
        case Subject.TENSION:
            tension = next(t for t in edition.tensions if t.id == id)
            return words.text(tension.text), f"tensions/#{id}"
        case Subject.TERM:
            term = next(t for t in edition.terms if t.id == id)
            return term.abbreviation or words.text(term.term), f"glossary/#{id}"
        case Subject.SOURCE:
            return words.text(edition.sources[id].title), source_path(id)
        case _:
            return words.text(edition.themes[id].text.title), theme_path(id)
