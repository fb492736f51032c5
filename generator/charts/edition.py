"""Which charts an edition has, under which keys; none is drawn here, so that two editions are compared in no time."""

from collections.abc import Iterator

from generator.charts.build import Chart, indicator_chart, promises_chart
from generator.charts.maps import named_places, place_map, place_maps
from generator.editions import Edition, KnownMilestone, KnownTheme
from generator.model import Locale


def charts_of(edition: Edition, words: Locale) -> Iterator[Chart]:
    """Every chart of the edition in one language, in the order of its pages; no two have the same key."""
    charts = [overview_chart(edition, words)]
    for theme in edition.mentioned:
        charts += theme_charts(theme, edition, words)
    charts += (milestone_chart(milestone, edition, words) for milestone in edition.milestones)
    charts += place_maps(named_places(edition), words)
    yield from (chart for chart in charts if chart)


def overview_chart(edition: Edition, words: Locale) -> Chart | None:
    """All promises of the edition."""
    return promises_chart(edition.milestones, edition, words, "all-promises")


def theme_charts(theme: KnownTheme, edition: Edition, words: Locale) -> tuple[Chart | None, ...]:
    """The promises, the map and each indicator of a theme; None for what one number or date says as well."""
    return (
        promises_chart(theme.milestones, edition, words, f"{theme.id}-promises"),
        place_map(theme, edition, words, f"{theme.id}-map"),
        *(indicator_chart(i, edition.dimensions, words, i.id) for i in theme.indicators),
    )


def milestone_chart(milestone: KnownMilestone, edition: Edition, words: Locale) -> Chart | None:
    """The due dates of one milestone; None if its date never moved."""
    key = f"{milestone.id}-promise"
    return promises_chart((milestone,), edition, words, key) if milestone.moves else None
