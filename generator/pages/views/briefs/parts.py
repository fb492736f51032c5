"""The lists of a brief: what changed, key figures, what documents do not say, what one could ask, where they differ.

Questions follow from what the edition knows, by rule: of a promise that is past or ahead, of a date that moved without
a reason, of a contradiction. None is written by hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.charts import promise_fate
from generator.editions import AbsenceKind, KnownMilestone, KnownTheme, Promise, State, Subject, promises_of
from generator.model import Tension, TensionKind
from generator.pages.context import PageContext
from generator.pages.page import BriefLine, BriefNote, BriefPart
from generator.pages.views.changes import LEADING, ChangeGroup, change_in_words
from generator.pages.views.milestones import base_of, reason_of
from generator.pages.views.parts import Chip, cited, named_source
from generator.pages.views.theme_figures import key_figures, no_series

_ASKED = ("gone", "part", "past", "ahead")
"""What may come of a promise that one can ask about, in the order of the questions."""


def notes(cites: Iterable[Chip]) -> tuple[BriefNote, ...]:
    """The citations as they are printed."""
    return tuple(BriefNote(chip.source, chip.passage) for chip in cites)


def part(title: str, lines: Iterable[BriefLine], share: int = 2) -> tuple[BriefPart, ...]:
    """The list under its heading; nothing if it is empty."""
    found = tuple(dict.fromkeys(lines))
    return (BriefPart(title, found, share),) if found else ()


def changed(groups: Sequence[ChangeGroup], context: PageContext) -> Iterator[BriefLine]:
    """What changed, what moved, passed, is done or dropped first; of several themes with their titles.

    Of a milestone only the first of its changes is listed.
    """
    found = [(line, group.title) for group in groups for line in group.lines]
    order = [*LEADING, *dict.fromkeys(line.kind for line, _ in found if line.kind not in LEADING)]
    listed: set[str] = set()
    for line, title in sorted(found, key=lambda entry: order.index(entry[0].kind)):
        if line.subject == Subject.MILESTONE.value and line.path in listed:
            continue
        listed.add(line.path)
        said = line.label if line.subject == Subject.STATEMENT.value else change_in_words(line, context.locale)
        yield BriefLine(f"{title}: {said}" if title and len(groups) > 1 else said)


def figures(theme: KnownTheme, context: PageContext) -> Iterator[BriefLine]:
    """The key figures of the theme that are numbers, each with its period and how it was come by."""
    for figure in key_figures(replace(theme, milestones=()), context):
        yield BriefLine(f"{figure.value}: {figure.label}", notes(figure.cites))


def unsaid(theme: KnownTheme, context: PageContext) -> Iterator[BriefLine]:
    """How much was not read; what later documents do not mention and where it was looked for; what no figure shows."""
    locale, edition = context.locale, context.edition
    yield BriefLine(base_of(edition, locale))
    if not theme.is_mentioned_by(edition.source):
        yield BriefLine(locale.say("brief.not_in_newest", source=named_source(edition.source, locale)))
    yield from unmentioned(theme.milestones, context)
    past = [m for m in theme.milestones if m.is_promise and m.state is State.OVERDUE]
    if past:
        yield BriefLine(locale.say("brief.none_says_done", n=len(past)))
    series = no_series(theme, context)
    if series:
        yield BriefLine(locale.say("theme.no_series" if theme.indicators else "theme.no_figures"))


def unmentioned(milestones: Iterable[KnownMilestone], context: PageContext) -> Iterator[BriefLine]:
    """A line for each document after which something is not mentioned any more, with the documents searched for it."""
    locale = context.locale
    absent = [m.absence for m in milestones if m.absence and m.absence.kind is AbsenceKind.NOT_MENTIONED]
    by_base: dict[tuple[str, str], int] = {}
    for absence in absent:
        searched = locale.listed([named_source(source, locale) for source in absence.later])
        base = named_source(absence.since, locale), searched
        by_base[base] = by_base.get(base, 0) + 1
    for (since, searched), count in by_base.items():
        yield BriefLine(locale.say("brief.unmentioned", n=count, since=since, searched=searched))


def asked(
    milestones: Iterable[KnownMilestone], tensions: Iterable[Tension], context: PageContext
) -> Iterator[BriefLine]:
    """Questions: of what is past, of what is ahead, of dates that moved without a reason, of contradictions."""
    locale, known = context.locale, tuple(milestones)
    promises = [promise for promise in promises_of(known) if promise_fate(promise.outcome) in _ASKED]
    for promise in sorted(promises, key=lambda promise: _ASKED.index(promise_fate(promise.outcome))):
        yield _about(promise, context)
    for milestone in known:
        if milestone.moves and milestone.first_due and milestone.latest_due and not reason_of(milestone, locale):
            before, after = locale.the(milestone.first_due), locale.the(milestone.latest_due)
            title = locale.text(milestone.record.title)
            yield BriefLine(locale.say("brief.ask.moved", title=title, before=before, after=after))
    contradictions = sum(tension.kind is TensionKind.CONTRADICTION for tension in tensions)
    if contradictions:
        yield BriefLine(locale.say("brief.ask.differs", n=contradictions))


def _about(promise: Promise, context: PageContext) -> BriefLine:
    locale = context.locale
    due = next(part.latest_due for part in promise.parts if part.latest_due)
    title, fate = locale.text(promise.lead.record.title), promise_fate(promise.outcome)
    cites = notes(cited(promise.lead.reports[0].record.cites, context)[:1])
    return BriefLine(
        locale.say(f"brief.ask.{fate}", title=title, due=locale.period(due), when=locale.moment(due)), cites
    )


def differing(tensions: Iterable[Tension], context: PageContext) -> Iterator[BriefLine]:
    """Where documents differ, with the passages."""
    for tension in tensions:
        if tension.is_shown:
            yield BriefLine(context.locale.text(tension.text), notes(cited(tension.cites, context)))
