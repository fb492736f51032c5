"""What the pages of contradictions, places, and terms print, and the pages that only say one thing."""

from dataclasses import dataclass

from generator.charts import NamedPlace, named_places, place_maps
from generator.pages.context import PageContext
from generator.pages.edit_links import Origin
from generator.pages.urls import SEARCH_INDEX, FixedPage, anchored, theme_part_path
from generator.pages.views.milestones import StateView, state_view
from generator.pages.views.parts import (
    ChartView,
    Link,
    TensionView,
    chart_view,
    milestone_link,
    tension_view,
)


@dataclass(frozen=True)
class TensionsView:
    """The page of all contradictions."""

    title: str
    tensions: tuple[TensionView, ...]
    others: tuple[TensionView, ...]
    """Differences in wording and changes over time, which are no contradictions."""
    outside: tuple[TensionView, ...]
    """Where an external source differs."""


@dataclass(frozen=True)
class MilestoneAt:
    """A milestone at a place."""

    milestone: Link
    state: StateView


@dataclass(frozen=True)
class StatementAt:
    """A statement that names a place."""

    when: str
    text: str
    statement: Link
    """Under the title of its theme."""


@dataclass(frozen=True)
class PlaceView:
    """A place with what is said of it."""

    id: str
    former: tuple[str, ...]
    name: str
    kind: str
    milestones: tuple[MilestoneAt, ...]
    summary: str
    """How many statements name it."""
    statements: tuple[StatementAt, ...]
    """Newest source first."""


@dataclass(frozen=True)
class PlacesView:
    """The page of all places that the edition names."""

    title: str
    charts: tuple[ChartView, ...]
    places: tuple[PlaceView, ...]
    """By name."""
    count: int


@dataclass(frozen=True)
class MissingView:
    """The page for addresses that lead nowhere."""

    title: str


@dataclass(frozen=True)
class MovedView:
    """A page at an address that was given up."""

    title: str
    now: str
    """The path of the page that took its place."""


@dataclass(frozen=True)
class SearchView:
    """The page of search, which is confined to one edition."""

    title: str
    edition: str
    index: str
    """The path of what search reads."""


@dataclass(frozen=True)
class UnmentionedView:
    """The page of a theme that no source has mentioned yet."""

    title: str
    edition: str
    themes: str
    """The path of the themes on the home page."""


@dataclass(frozen=True)
class Note:
    """A citation on a page, by its number there."""

    number: int
    path: str
    """Of the passage on its source's page."""
    source: str
    passage: str
    language: str | None
    """Of the section of the passage, if that is not the language of the page."""
    label: str
    """Number, source and passage: how the link is read out."""
    is_outside: bool
    """Whether the source is external."""


@dataclass(frozen=True)
class CiteView:
    """How to cite something."""

    text: str
    files: tuple[Link, ...]
    """By the name of their format."""


@dataclass(frozen=True)
class MadeFromView:
    """The foot of a page: what its notes refer to, how it is cited, and the files that it is made from."""

    notes: tuple[Note, ...]
    """By number."""
    cite: CiteView | None
    origins: tuple[Origin, ...]


def tensions_view(context: PageContext) -> TensionsView:
    """The page of all contradictions that the edition knows."""
    tensions = context.edition.tensions
    shown = tuple(tension_view(tension, context) for tension in tensions if tension.is_shown)
    others = tuple(tension_view(tension, context) for tension in tensions if not tension.is_shown)
    outside = {tension.id: tension for theme in context.edition.themes.values() for tension in theme.outside.tensions}
    views = tuple(tension_view(tension, context) for tension in outside.values())
    return TensionsView(context.locale.say("nav.tensions"), shown, others, views)


def places_view(context: PageContext) -> PlacesView:
    """The page of all places that the edition names."""
    named, locale = named_places(context.edition), context.locale
    by_name = sorted(named, key=lambda n: locale.text(n.place.name).casefold())
    charts = [chart_view(chart) for chart in place_maps(named, locale)]
    return PlacesView(
        title=locale.say("nav.places"),
        charts=tuple(chart for chart in charts if chart),
        places=tuple(_place(place, context) for place in by_name),
        count=len(named),
    )


def _place(named: NamedPlace, context: PageContext) -> PlaceView:
    locale, place, themes = context.locale, named.place, context.edition.themes
    return PlaceView(
        id=place.id,
        former=context.former_ids("place", place.id),
        name=locale.text(place.name),
        kind=locale.say(f"place_kind.{place.kind.value}"),
        milestones=tuple(
            MilestoneAt(milestone_link(m, locale), state_view(m, context.edition, locale)) for m in named.milestones
        ),
        summary=locale.say("places.statements", n=len(named.statements)),
        statements=tuple(
            StatementAt(
                when=locale.period(s.record.when),
                text=locale.text(s.record.text),
                statement=Link(theme_part_path(s.theme, s.id), locale.text(themes[s.theme].text.title)),
            )
            for s in reversed(named.statements)
        ),
    )


def search_view(context: PageContext) -> SearchView:
    """The page of search."""
    return SearchView(context.locale.say("nav.search"), _day(context), SEARCH_INDEX)


def missing_view(context: PageContext) -> MissingView:
    """The page for addresses that lead nowhere."""
    return MissingView(context.locale.say("nav.404"))


def moved_view(now: str, context: PageContext) -> MovedView:
    """The page at an address that was given up; `now` is the path of the one that took its place."""
    return MovedView(context.locale.say("nav.moved"), now)


def unmentioned_view(title: str, context: PageContext) -> UnmentionedView:
    """The page of a theme, by its title, that no source of the edition mentions."""
    known = context.locale.as_of(context.edition.source.published)
    return UnmentionedView(title, known, anchored(FixedPage.HOME, "themes"))


def _day(context: PageContext) -> str:
    return context.locale.period(context.edition.source.published)
