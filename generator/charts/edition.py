"""The charts of an edition and their keys. Nothing is drawn here, so that comparing two editions is fast."""

from collections.abc import Iterator

from generator.charts.build import Chart, indicator_chart, promises_chart
from generator.charts.maps import named_places, place_map, place_maps
from generator.editions import Edition, KnownMilestone, KnownTheme
from generator.model import Locale


def charts_of(edition: Edition, words: Locale) -> Iterator[Chart]:
    """Yield every chart of the edition in the language of `words`, in the order of its pages; keys are unique."""
    charts = [overview_chart(edition, words)]
    for theme in edition.mentioned:
        charts += theme_charts(theme, edition, words)
    charts += (milestone_chart(milestone, edition, words) for milestone in edition.milestones)
    charts += place_maps(named_places(edition), words)
    yield from (chart for chart in charts if chart)


def overview_chart(edition: Edition, words: Locale) -> Chart | None:
    """Return the trend chart of all promises of the edition; None if it would show a single point."""
    return promises_chart(edition.milestones, edition, words, "all-promises")


def theme_charts(theme: KnownTheme, edition: Edition, words: Locale) -> tuple[Chart | None, ...]:
    """Return the charts of the promises, the map and each indicator of a theme; None where a chart adds nothing."""
    return (
        promises_chart(theme.milestones, edition, words, f"{theme.id}-promises"),
        place_map(theme, edition, words, f"{theme.id}-map"),
        *(indicator_chart(i, edition.dimensions, words, i.id) for i in theme.indicators),
    )


def milestone_chart(milestone: KnownMilestone, edition: Edition, words: Locale) -> Chart | None:
    """Return the trend chart of one milestone; None if its due date never moved."""
    key = f"{milestone.id}-promise"
    return promises_chart((milestone,), edition, words, key) if milestone.moves else None
