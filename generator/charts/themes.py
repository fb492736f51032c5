"""The strip of all themes on one axis of time: each promise at its date, coloured by what came of it."""

from collections.abc import Iterable

from generator.charts.build import Chart
from generator.charts.data import StripGroup, StripRow
from generator.charts.strips import FATES, answer, promise_fate, strip_of
from generator.charts.tidy import Row, given_by, reported_in, tidy
from generator.editions import Edition, KnownTheme, Promise, promises_of
from generator.model import Group, Locale, Period

_SHARP_DAYS = 366
"""A promise that was kept on a day given more loosely than this is drawn where it was due."""


def themes_chart(edition: Edition, groups: Iterable[Group], words: Locale) -> Chart | None:
    """Return the strip of every theme that the edition knows, under the headings of `groups`; None if there is none.

    Themes are by title; headings without a theme are left out, and themes without a heading come last.
    """
    headed = grouped(edition.mentioned, groups, words)
    if not headed:
        return None
    promises = [(theme, promise) for theme in edition.mentioned for promise in promises_of(theme.milestones)]
    rows = tuple(
        StripGroup(words.text(group.title) if group else "", "", tuple(_row(theme, edition, words) for theme in themes))
        for group, themes in headed
    )
    return Chart(
        key="themes",
        title=words.say("themes.title", year=str(edition.as_of.year)),
        description=answer(edition.milestones, words),
        plot=strip_of(rows, edition, words, of="themes"),
        columns=tuple(map(words.say, ("column.theme", *(f"fate.{fate}" for fate in FATES), "column.standing"))),
        rows=tuple(_table_row(theme, words) for _, themes in headed for theme in themes),
        tidy=tidy(_promised(promise, theme, edition, words) for theme, promise in promises),
        cites=reported_in(promise.lead for _, promise in promises),
    )


def grouped(
    themes: Iterable[KnownTheme], groups: Iterable[Group], words: Locale
) -> tuple[tuple[Group | None, list[KnownTheme]], ...]:
    """Return the themes under their headings, by title; headings with no theme are left out.

    Without any heading all themes are under None.
    """
    in_order = sorted(themes, key=lambda theme: words.text(theme.text.title).casefold())
    under: dict[str | None, list[KnownTheme]] = {}
    for theme in in_order:
        under.setdefault(theme.text.group, []).append(theme)
    headings: list[Group | None] = [*groups, None]
    parts = [(heading, under.get(heading.id if heading else None, [])) for heading in headings]
    return tuple((heading, found) for heading, found in parts if found)


def _row(theme: KnownTheme, edition: Edition, words: Locale) -> StripRow:
    dots = sorted((_day(promise, edition), promise_fate(promise.outcome)) for promise in promises_of(theme.milestones))
    return StripRow(words.text(theme.text.title), _summary(theme, words), theme.id, dots=tuple(dots))


def _day(promise: Promise, edition: Edition) -> str:
    """Where a promise is drawn: when it was kept, else at the first date if that has passed, else at the latest."""
    lead = promise.lead
    if lead.done and _is_sharp(lead.done):
        return str(lead.done.last)
    dates = [date for date in (lead.first_due, lead.latest_due) if date]
    passed = [date for date in dates if date.last < edition.as_of]
    return str((passed[0] if passed and promise_fate(promise.outcome) != "ahead" else dates[-1]).last)


def _is_sharp(period: Period) -> bool:
    return (period.last - period.first).days < _SHARP_DAYS


def _promised(promise: Promise, theme: KnownTheme, edition: Edition, words: Locale) -> Row:
    """What a dot stands for."""
    lead = promise.lead
    last = lead.reports[-1]
    return {
        "theme": theme.id,
        "theme_title": words.text(theme.text.title),
        "milestone": lead.id,
        "title": words.text(lead.record.title),
        "date": _day(promise, edition),
        "fate": promise_fate(promise.outcome),
        **given_by(last.source, last.record.cites),
    }


def _summary(theme: KnownTheme, words: Locale) -> str:
    return words.text(theme.standings[-1][1].summary) if theme.standings else ""


def _table_row(theme: KnownTheme, words: Locale) -> tuple[str, ...]:
    fates = [promise_fate(promise.outcome) for promise in promises_of(theme.milestones)]
    counts = (words.number(fates.count(fate)) for fate in FATES)
    return (words.text(theme.text.title), *counts, _summary(theme, words))
