"""(Edition, changes, language) → pages: one small function per kind, each with the view that its template prints."""

from collections.abc import Callable, Iterator
from typing import Protocol

from generator.editions import KnownMilestone, KnownTheme
from generator.model import Source
from generator.pages.content import CONTENT, ContentView, content_page, planned_content
from generator.pages.context import PageContext, context_of
from generator.pages.page import Page, SearchEntry, Volume
from generator.pages.render import Planned, printed
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


class Shown(Protocol):
    """A page that was made before."""

    @property
    def picture(self) -> str | None:
        """The file that shows it where a link to it is shared."""


Kept = Callable[[Planned, str | None], Shown | None]
"""Finds a page that was made before and would be made again as it is."""


def pages_of(volume: Volume) -> Iterator[Page]:
    """Every page of the volume."""
    return (page for _, page in pages_to_make(volume, lambda plan, picture: None) if page)


def pages_to_make(volume: Volume, kept: Kept) -> Iterator[tuple[Planned, Page | None]]:
    """Every page of the volume as planned, and printed unless it is `kept`.

    `kept` is asked with the picture of the page that shows this one where a link to it is shared, if it has none.
    """
    context, pictures = context_of(volume), dict[str, str | None]()
    for plan in _planned(context):
        picture = pictures.get(plan.shown_by or "")
        before = kept(plan, picture)
        page = None if before else _page(plan, context, picture)
        shown: Shown | None = before or page
        pictures[plan.path] = shown.picture if shown else None
        yield plan, page


def _page(plan: Planned, context: PageContext, picture: str | None) -> Page:
    return (content_page if isinstance(plan.view, ContentView) else printed)(plan, context, picture)


def _planned(context: PageContext) -> Iterator[Planned]:
    """What every page of the volume is to print; a page that shows another comes before it."""
    edition = context.edition
    yield Planned(FixedPage.HOME.value, context.locale.text(context.volume.site.name), home_view(context))
    yield from (_theme(context, theme) for theme in edition.themes.values())
    yield from (_milestone(context, milestone) for milestone in edition.milestones)
    yield from _changes(context)
    yield from _overviews(context)
    yield _places(context)
    yield from (_source(context, source) for source in (*edition.sources.values(), *edition.outside.values()))
    yield from (planned_content(context, name) for name in CONTENT)
    yield _glossary(context)
    for was, now in moved_pages(edition).items():
        view = moved_view(now, context)
        yield Planned(was, view.title, view, moved_to=now)
    yield _titled(MISSING_PAGE, missing_view(context))


def _titled(path: str, view: TitledView, *search: SearchEntry) -> Planned:
    return Planned(path, view.title, view, search)


def _overviews(context: PageContext) -> Iterator[Planned]:
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
        yield _titled(page.value, view, page_entry(page.value, view.title))
    yield _titled(FixedPage.SEARCH.value, search_view(context))


def _theme(context: PageContext, theme: KnownTheme) -> Planned:
    path, title = theme_path(theme.id), context.locale.text(theme.text.title)
    if not theme.is_mentioned:
        return _titled(path, unmentioned_view(title, context))
    entries, view = tuple(theme_entries(context, theme)), theme_view(theme, context)
    return Planned(path, view.title, view, entries, brief=theme_brief(theme, context))


def _milestone(context: PageContext, milestone: KnownMilestone) -> Planned:
    """One without a chart of its own is shown by the first picture of its theme where a link to it is shared."""
    path, view = milestone_path(milestone.id), milestone_view(milestone, context)
    entries = (milestone_entry(context, milestone, view),)
    return Planned(path, view.title, view, entries, shown_by=theme_path(milestone.theme))


def _changes(context: PageContext) -> Iterator[Planned]:
    """What this edition changed, and what changed since each earlier one."""
    title, compared = context.locale.say("nav.changes"), context.edition.compared
    path, view = FixedPage.CHANGES.value, changes_view(compared[0] if compared else None, context)
    yield Planned(path, title, view, (page_entry(path, title),), brief=changes_brief(context))
    for since in compared:
        view = changes_view(since, context)
        yield Planned(changes_path(since), view.heading, view)


def _places(context: PageContext) -> Planned:
    entries = (*place_entries(context), page_entry(FixedPage.PLACES.value, context.locale.say("nav.places")))
    return _titled(FixedPage.PLACES.value, places_view(context), *entries)


def _source(context: PageContext, source: Source) -> Planned:
    path, view = source_path(source.id), source_view(source, context)
    return _titled(path, view, source_entry(context, source, view.title))


def _glossary(context: PageContext) -> Planned:
    view, path = glossary_view(context), FixedPage.GLOSSARY.value
    return _titled(path, view, *term_entries(view), page_entry(path, view.title))
