"""(Edition, changes, language) → pages: one small function per kind, each with the view that its template prints."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import starmap

from generator.editions import KnownMilestone, KnownTheme
from generator.model import Source
from generator.pages.content import content_page
from generator.pages.context import PageContext, context_of
from generator.pages.page import Page, Volume
from generator.pages.render import page_of, titled_page
from generator.pages.search import (
    milestone_entry,
    page_entry,
    place_entries,
    source_entry,
    term_entries,
    theme_entries,
)
from generator.pages.templates import TitledView
from generator.pages.urls import (
    MISSING_PAGE,
    FixedPage,
    changes_path,
    milestone_path,
    moved_pages,
    source_path,
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
    themes = {theme.id: _theme(context, theme) for theme in edition.themes.values()}
    yield from themes.values()
    yield from (_milestone(context, milestone, themes[milestone.theme].picture) for milestone in edition.milestones)
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
    """Pages that are lists of one kind of thing, each found by its name, and search."""
    overviews: dict[FixedPage, TitledView] = {
        FixedPage.MILESTONES: milestones_view(context),
        FixedPage.SILENCE: silence_view(context),
        FixedPage.TIMELINE: timeline_view(context),
        FixedPage.TENSIONS: tensions_view(context),
        FixedPage.INDICATORS: indicators_view(context),
        FixedPage.SOURCES: sources_view(context),
        FixedPage.CORRECTIONS: corrections_view(context),
    }
    for page, view in overviews.items():
        yield titled_page(context, page.value, view, search=(page_entry(page.value, view.title),))
    yield titled_page(context, FixedPage.SEARCH.value, search_view(context))


def _theme(context: PageContext, theme: KnownTheme) -> Page:
    path, title = theme_path(theme.id), context.locale.text(theme.text.title)
    if not theme.is_mentioned:
        return titled_page(context, path, unmentioned_view(title, context))
    entries = tuple(theme_entries(context, theme))
    page = titled_page(context, path, theme_view(theme, context), search=entries)
    return replace(page, brief=theme_brief(theme, context))


def _milestone(context: PageContext, milestone: KnownMilestone, of_theme: str | None) -> Page:
    """One without a chart of its own is shown by the first picture of its theme where a link to it is shared."""
    path, view = milestone_path(milestone.id), milestone_view(milestone, context)
    page = titled_page(context, path, view, search=(milestone_entry(context, milestone, view),))
    return replace(page, picture=page.picture or of_theme)


def _changes(context: PageContext) -> Iterator[Page]:
    """What this edition changed, and what changed since each earlier one."""
    title, earlier = context.locale.say("nav.changes"), context.edition.earlier
    before = earlier[0] if earlier else None
    path = FixedPage.CHANGES.value
    page = page_of(context, path, changes_view(before, context), title, search=(page_entry(path, title),))
    yield replace(page, brief=changes_brief(context))
    for since in earlier:
        view = changes_view(since, context)
        yield page_of(context, changes_path(since), view, view.heading)


def _places(context: PageContext) -> Page:
    entries = (*place_entries(context), page_entry(FixedPage.PLACES.value, context.locale.say("nav.places")))
    return titled_page(context, FixedPage.PLACES.value, places_view(context), search=entries)


def _source(context: PageContext, source: Source) -> Page:
    path, view = source_path(source.id), source_view(source, context)
    return titled_page(context, path, view, search=(source_entry(context, source, view.title),))


def _glossary(context: PageContext) -> Page:
    view, path = glossary_view(context), FixedPage.GLOSSARY.value
    return titled_page(context, path, view, search=(*term_entries(view), page_entry(path, view.title)))


def _moved(context: PageContext, was: str, now: str) -> Page:
    """The page at an address that was given up, which leads to the present one."""
    return replace(titled_page(context, was, moved_view(now, context)), moved_to=now)
