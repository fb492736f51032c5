"""(Edition, changes, language) → pages: one small function per kind, each with the view that its template prints."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import starmap

from generator.charts import named_places
from generator.editions import KnownMilestone, KnownTheme
from generator.model import Source
from generator.pages.content import content_page
from generator.pages.context import PageContext, context_of
from generator.pages.page import Page, SearchEntry, Volume
from generator.pages.render import page_of, titled_page
from generator.pages.urls import (
    MISSING_PAGE,
    FixedPage,
    anchored,
    changes_path,
    milestone_path,
    moved_pages,
    place_path,
    series_anchor,
    source_path,
    term_path,
    theme_part_path,
    theme_path,
)
from generator.pages.views import (
    changes_brief,
    changes_view,
    corrections_view,
    glossary_view,
    home_view,
    indicators_view,
    milestone_view,
    milestones_view,
    missing_view,
    moved_view,
    places_view,
    search_view,
    silence_view,
    source_name,
    source_view,
    sources_view,
    tensions_view,
    theme_brief,
    theme_view,
    timeline_view,
    unmentioned_view,
)


def pages_of(volume: Volume) -> Iterator[Page]:
    """Every page of the volume."""
    context = context_of(volume)
    edition = context.edition
    yield _home(context)
    yield from (_theme(context, theme) for theme in edition.themes.values())
    yield from (_milestone(context, milestone) for milestone in edition.milestones)
    yield from _changes(context)
    yield from _overviews(context)
    yield _places(context)
    yield from (_source(context, source) for source in (*edition.sources.values(), *edition.outside.values()))
    yield from (content_page(context, name) for name in ("data", "method", "accessibility"))
    yield _glossary(context)
    yield from starmap(lambda was, now: _moved(context, was, now), moved_pages(edition).items())
    yield titled_page(context, MISSING_PAGE, missing_view(context))


def _home(context: PageContext) -> Page:
    title = context.locale.text(context.volume.site.name)
    return page_of(context, FixedPage.HOME.value, home_view(context), title)


def _overviews(context: PageContext) -> Iterator[Page]:
    """Pages that are lists of one kind of thing, and search."""
    yield titled_page(context, FixedPage.MILESTONES.value, milestones_view(context))
    yield titled_page(context, FixedPage.SILENCE.value, silence_view(context))
    yield titled_page(context, FixedPage.TIMELINE.value, timeline_view(context))
    yield titled_page(context, FixedPage.TENSIONS.value, tensions_view(context))
    yield titled_page(context, FixedPage.INDICATORS.value, indicators_view(context))
    yield titled_page(context, FixedPage.SOURCES.value, sources_view(context))
    yield titled_page(context, FixedPage.CORRECTIONS.value, corrections_view(context))
    yield titled_page(context, FixedPage.SEARCH.value, search_view(context))


def _theme(context: PageContext, theme: KnownTheme) -> Page:
    path, title = theme_path(theme.id), context.locale.text(theme.text.title)
    if not theme.is_mentioned:
        return titled_page(context, path, unmentioned_view(title, context))
    entries = tuple(_theme_entries(context, theme, title))
    page = titled_page(context, path, theme_view(theme, context), search=entries)
    return replace(page, brief=theme_brief(theme, context))


def _theme_entries(context: PageContext, theme: KnownTheme, title: str) -> Iterator[SearchEntry]:
    text = context.locale.text
    yield SearchEntry(theme_path(theme.id), "theme", title, text(theme.text.question))
    for s in theme.statements:
        yield SearchEntry(theme_part_path(theme.id, s.id), "statement", title, text(s.record.text))
    for i in theme.indicators:
        path = theme_part_path(theme.id, i.id)
        yield SearchEntry(path, "indicator", text(i.record.title), text(i.record.definition))
    for i in theme.outside.series:
        path = anchored(FixedPage.INDICATORS.value, series_anchor(i.id))
        yield SearchEntry(path, "indicator", text(i.record.title), text(i.record.definition))


def _milestone(context: PageContext, milestone: KnownMilestone) -> Page:
    path, view = milestone_path(milestone.id), milestone_view(milestone, context)
    entries = (SearchEntry(path, "milestone", view.title, view.theme.text),)
    return titled_page(context, path, view, search=entries)


def _changes(context: PageContext) -> Iterator[Page]:
    """What this edition changed, and what changed since each earlier one."""
    title, earlier = context.locale.say("nav.changes"), context.edition.earlier
    before = earlier[0] if earlier else None
    page = page_of(context, FixedPage.CHANGES.value, changes_view(before, context), title)
    yield replace(page, brief=changes_brief(context))
    for since in earlier:
        view = changes_view(since, context)
        yield page_of(context, changes_path(since), view, view.heading)


def _places(context: PageContext) -> Page:
    locale, view = context.locale, places_view(context)
    entries = tuple(
        SearchEntry(
            place_path(place.id), "place", locale.text(place.name), locale.say(f"place_kind.{place.kind.value}")
        )
        for place in (named.place for named in named_places(context.edition))
    )
    return titled_page(context, FixedPage.PLACES.value, view, search=entries)


def _source(context: PageContext, source: Source) -> Page:
    path, view = source_path(source.id), source_view(source, context)
    entries = (SearchEntry(path, "source", view.title, source_name(source, context.locale)),)
    return titled_page(context, path, view, search=entries)


def _glossary(context: PageContext) -> Page:
    view = glossary_view(context)
    entries = tuple(
        SearchEntry(term_path(term.id), "term", _in_full(term.headword, term.name), term.text)
        for letter in view.letters
        for term in letter.terms
    )
    return titled_page(context, FixedPage.GLOSSARY.value, view, search=entries)


def _in_full(headword: str, name: str | None) -> str:
    """Abbreviation and name, so that either finds it."""
    return headword if name in (None, headword) else f"{headword} ({name})"


def _moved(context: PageContext, was: str, now: str) -> Page:
    """The page at an address that was given up, which leads to the present one."""
    return replace(titled_page(context, was, moved_view(now, context)), moved_to=now)
