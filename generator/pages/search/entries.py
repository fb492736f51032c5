"""Records of an edition → what search finds: a name, the words that are searched, what it belongs to."""

from collections.abc import Iterator

from generator.charts import named_places
from generator.editions import KnownIndicator, KnownMilestone, KnownTheme
from generator.model import Source
from generator.pages.context import PageContext
from generator.pages.page import SearchEntry
from generator.pages.urls import (
    FixedPage,
    anchored,
    milestone_path,
    place_path,
    series_anchor,
    source_path,
    term_path,
    theme_part_path,
    theme_path,
)
from generator.pages.views import GlossaryView, MilestoneView, categories, source_name


def theme_entries(context: PageContext, theme: KnownTheme) -> Iterator[SearchEntry]:
    """The theme, its statements with the time that they are about, and its figures with their values."""
    locale, group = context.locale, theme_path(theme.id)
    yield SearchEntry(group, "theme", locale.text(theme.text.title), locale.text(theme.text.question), group)
    for s in theme.statements:
        text = f"{locale.text(s.record.text)} · {locale.period(s.record.when)}"
        yield SearchEntry(theme_part_path(theme.id, s.id), "statement", "", text, group, s.record.weight)
    for i in theme.indicators:
        yield _indicator(context, i, theme_part_path(theme.id, i.id))
    for i in theme.outside.series:
        yield _indicator(context, i, anchored(FixedPage.INDICATORS.value, series_anchor(i.id)))


def _indicator(context: PageContext, indicator: KnownIndicator, path: str) -> SearchEntry:
    locale, record = context.locale, indicator.record
    values = [
        f"{', '.join([*categories(o.record, context.archive, locale), locale.period(o.record.period)])}: "
        f"{locale.quantity(o.record.value, record.unit, o.record.qualifier)}"
        for o in indicator.current
    ]
    text = f"{locale.text(record.definition)} {'; '.join(values)}"
    return SearchEntry(path, "indicator", locale.text(record.title), text, theme_path(indicator.theme), record.weight)


def milestone_entry(context: PageContext, milestone: KnownMilestone, view: MilestoneView) -> SearchEntry:
    """The milestone by its title, with its state, what that is based on, and its dates."""
    locale = context.locale
    said = [view.state.text, view.state.note]
    if milestone.moves:
        said.append(locale.say("moves", n=len(milestone.moves)))
    said += [view.first_due, view.latest_due, view.done]
    path, text = milestone_path(milestone.id), " · ".join(filter(None, said))
    return SearchEntry(path, "milestone", view.title, text, theme_path(milestone.theme), milestone.record.weight)


def place_entries(context: PageContext) -> Iterator[SearchEntry]:
    """The places that the edition names, each with its kind."""
    locale = context.locale
    for place in (named.place for named in named_places(context.edition)):
        kind = locale.say(f"place_kind.{place.kind.value}")
        yield SearchEntry(place_path(place.id), "place", locale.text(place.name), kind, FixedPage.PLACES)


def source_entry(context: PageContext, source: Source, title: str) -> SearchEntry:
    """The document by its title and its short name."""
    return SearchEntry(source_path(source.id), "source", title, source_name(source, context.locale), FixedPage.SOURCES)


def term_entries(view: GlossaryView) -> Iterator[SearchEntry]:
    """The terms by abbreviation and name, so that either finds them."""
    for term in (term for letter in view.letters for term in letter.terms):
        title = term.headword if term.name in (None, term.headword) else f"{term.headword} ({term.name})"
        yield SearchEntry(term_path(term.id), "term", title, term.text, FixedPage.GLOSSARY)


def page_entry(path: str, title: str) -> SearchEntry:
    """A page by its title."""
    return SearchEntry(path, "page", title, "", FixedPage.HOME)
