"""What each template prints, as values: one view per template, so that templates only print.

A view holds texts in the language of the page, and paths inside the edition. The function that makes it is called
like it: `home_view` makes a `HomeView`.
"""

from generator.pages.views.briefs import changes_brief, theme_brief
from generator.pages.views.changes import (
    ChangeGroup,
    ChangesView,
    CorrectionsView,
    change_groups,
    change_in_words,
    changes_view,
    corrections_view,
)
from generator.pages.views.glossary import GlossaryView, glossary_view
from generator.pages.views.home import HomeView, home_view
from generator.pages.views.indicators import IndicatorsView, categories, indicators_view
from generator.pages.views.lists import (
    CiteView,
    MadeFromView,
    MissingView,
    MovedView,
    Note,
    PlacesView,
    SearchView,
    TensionsView,
    UnmentionedView,
    missing_view,
    moved_view,
    places_view,
    search_view,
    tensions_view,
    unmentioned_view,
)
from generator.pages.views.milestones import (
    MilestonesView,
    MilestoneView,
    SilenceView,
    milestone_view,
    milestones_view,
    silence_view,
    state_view,
)
from generator.pages.views.parts import Chip, EmbedView, Link, cited, source_link, source_name
from generator.pages.views.sources import SourcesView, SourceView, source_view, sources_view
from generator.pages.views.theme import ThemeView, theme_view
from generator.pages.views.timeline import TimelineView, timeline_view

__all__ = [
    "ChangeGroup",
    "ChangesView",
    "Chip",
    "CiteView",
    "CorrectionsView",
    "EmbedView",
    "GlossaryView",
    "HomeView",
    "IndicatorsView",
    "Link",
    "MadeFromView",
    "MilestoneView",
    "MilestonesView",
    "MissingView",
    "MovedView",
    "Note",
    "PlacesView",
    "SearchView",
    "SilenceView",
    "SourceView",
    "SourcesView",
    "TensionsView",
    "ThemeView",
    "TimelineView",
    "UnmentionedView",
    "categories",
    "change_groups",
    "change_in_words",
    "changes_brief",
    "changes_view",
    "cited",
    "corrections_view",
    "glossary_view",
    "home_view",
    "indicators_view",
    "milestone_view",
    "milestones_view",
    "missing_view",
    "moved_view",
    "places_view",
    "search_view",
    "silence_view",
    "source_link",
    "source_name",
    "source_view",
    "sources_view",
    "state_view",
    "tensions_view",
    "theme_brief",
    "theme_view",
    "timeline_view",
    "unmentioned_view",
]
