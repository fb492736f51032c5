"""What a theme prints of its figures: key figures, those that belong together, and that there is no series."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.editions import KnownIndicator, KnownMilestone, KnownTheme, State, titled_by
from generator.model import IndicatorGroup
from generator.pages.context import PageContext
from generator.pages.urls import reference_path, tension_path
from generator.pages.views.indicators import indicator_link
from generator.pages.views.milestones import state_view
from generator.pages.views.parts import Chip, Link, basis_label, cited, is_stated


@dataclass(frozen=True)
class KeyFigure:
    """A number or a date that a reader wants first."""

    value: str
    label: str
    cites: tuple[Chip, ...]
    differs: str | None
    """The path of where documents differ about it; None if they do not."""
    is_moved: bool = False


@dataclass(frozen=True)
class GroupedValue:
    """One current value of a member, for one period."""

    period: str
    value: str
    indicator: Link
    cites: tuple[Chip, ...]


@dataclass(frozen=True)
class IndicatorGroupView:
    """A group with the values of its members."""

    title: str
    extent: str
    """How many values there are."""
    why: str
    differs: str
    cites: tuple[Chip, ...]
    values: tuple[GroupedValue, ...]
    """By period, of several in the order of the members."""


@dataclass(frozen=True)
class NoSeries:
    """That no figure of the theme was given for more than one period, and where one might be."""

    text: str
    unread: tuple[Link, ...]
    """To the known documents that were not read and whose titles name the theme."""


def indicator_groups(theme: KnownTheme, context: PageContext) -> tuple[IndicatorGroupView, ...]:
    """The groups of the theme, as far as the edition knows their members, without tables of two dimensions."""
    known = {indicator.id: indicator for indicator in theme.indicators if not indicator.record.breakdown}
    return tuple(_group(group, known, context) for group in theme.text.indicator_groups)


def _group(group: IndicatorGroup, known: dict[str, KnownIndicator], context: PageContext) -> IndicatorGroupView:
    locale = context.locale
    members = [known[id] for id in group.members if id in known]
    return IndicatorGroupView(
        title=locale.text(group.title),
        extent=locale.say("theme.said_values", n=len(members)),
        why=locale.text(group.why),
        differs=locale.text(group.differs),
        cites=cited(group.cites, context),
        values=tuple(_values(members, context)),
    )


def _values(members: list[KnownIndicator], context: PageContext) -> Iterator[GroupedValue]:
    locale = context.locale
    current = [(observation.record, member) for member in members for observation in member.current]
    for record, member in sorted(current, key=lambda pair: (pair[0].period.first, pair[0].period.last)):
        yield GroupedValue(
            period=locale.period(record.period),
            value=locale.quantity(record.value, member.record.unit, record.qualifier),
            indicator=indicator_link(member, locale),
            cites=cited(record.cites, context),
        )


def no_series(theme: KnownTheme, context: PageContext) -> NoSeries | None:
    """That no figure of the theme was given for more than one period; None if one was."""
    locale, figures = context.locale, (*theme.indicators, *theme.outside.series)
    if any(len({o.record.period.text for o in figure.observations}) > 1 for figure in figures):
        return None
    documents = titled_by(context.edition.references, theme.text.terms)
    links = tuple(Link(reference_path(document.id), locale.text(document.title)) for document in documents)
    phrases = ["theme.no_series" if theme.indicators else "theme.no_figures"]
    phrases += ["theme.may_have_series" if links else "theme.none_may_have_series"]
    return NoSeries(" ".join(map(locale.say, phrases)), links)


def key_figures(theme: KnownTheme, context: PageContext) -> Iterator[KeyFigure]:
    """The theme's key figures as far as this edition knows them."""
    indicators = {indicator.id: indicator for indicator in theme.indicators}
    milestones = {milestone.id: milestone for milestone in theme.milestones}
    for id in theme.text.key_figures:
        differs = next((t.id for t in theme.tensions if t.is_shown and id in (*t.milestones, *t.indicators)), None)
        path = tension_path(differs) if differs else None
        if id in indicators:
            yield from _key_value(indicators[id], path, context)
        elif id in milestones:
            yield _key_date(milestones[id], path, context)


def _key_value(indicator: KnownIndicator, differs: str | None, context: PageContext) -> Iterator[KeyFigure]:
    """The latest value; for a table its largest cell would mislead, so it has none."""
    if indicator.record.breakdown:
        return
    locale, last = context.locale, indicator.current[-1].record
    value = locale.quantity(last.value, indicator.record.unit, last.qualifier)
    if last.target is not None:
        value = locale.say("of_target", value=locale.number(last.value), target=locale.number(last.target))
    label = f"{locale.text(indicator.record.title)}, {locale.period(last.period)}"
    if not is_stated(last):
        label += f" ({basis_label(last, locale).text})"
    yield KeyFigure(value, label, cited(last.cites, context), differs)


def _key_date(milestone: KnownMilestone, differs: str | None, context: PageContext) -> KeyFigure:
    locale, title = context.locale, context.locale.text(milestone.record.title)
    cites = cited(milestone.reports[-1].record.cites, context)
    if milestone.state in (State.DONE, State.DROPPED):
        done = f" · {locale.period(milestone.done)}" if milestone.done else ""
        return KeyFigure(locale.say(f"state.{milestone.state.value}") + done, title, cites, differs)
    if not milestone.latest_due:
        return KeyFigure(locale.say(f"says.{milestone.last_word.value}"), title, cites, differs)
    if milestone.moves and milestone.first_due:
        title = locale.say("key_moved", title=title, first=locale.period(milestone.first_due))
    if milestone.state is State.OVERDUE:
        state = state_view(milestone, context.edition, locale)
        title += f" · {state.text} ({state.note})"
    return KeyFigure(locale.period(milestone.latest_due), title, cites, differs, bool(milestone.moves))
