"""Which template prints which view."""

from generator.pages.views import (
    ChangesView,
    CorrectionsView,
    EmbedView,
    GlossaryView,
    HomeView,
    IndicatorsView,
    MadeFromView,
    MilestonesView,
    MilestoneView,
    MissingView,
    MovedView,
    PlacesView,
    SearchView,
    SilenceView,
    SourcesView,
    SourceView,
    TensionsView,
    ThemeView,
    TimelineView,
    UnmentionedView,
)

TitledView = (
    CorrectionsView
    | GlossaryView
    | IndicatorsView
    | MilestoneView
    | MilestonesView
    | MissingView
    | MovedView
    | PlacesView
    | SearchView
    | SilenceView
    | SourceView
    | SourcesView
    | TensionsView
    | ThemeView
    | TimelineView
    | UnmentionedView
)
"""A view whose title is the title of the page."""
View = TitledView | ChangesView | EmbedView | HomeView | MadeFromView

TEMPLATES: dict[type[object], str] = {
    ChangesView: "changes.md.j2",
    CorrectionsView: "corrections.md.j2",
    EmbedView: "embed.html.j2",
    GlossaryView: "glossary.md.j2",
    HomeView: "home.md.j2",
    IndicatorsView: "indicators.md.j2",
    MadeFromView: "made_from.j2",
    MilestoneView: "milestone.md.j2",
    MilestonesView: "milestones.md.j2",
    MissingView: "404.md.j2",
    MovedView: "moved.md.j2",
    PlacesView: "places.md.j2",
    SearchView: "search.md.j2",
    SilenceView: "silence.md.j2",
    SourceView: "source.md.j2",
    SourcesView: "sources.md.j2",
    TensionsView: "tensions.md.j2",
    ThemeView: "theme.md.j2",
    TimelineView: "timeline.md.j2",
    UnmentionedView: "unmentioned.md.j2",
}
"""The template of each kind of view, in `templates/pages/`; it prints nothing else."""
