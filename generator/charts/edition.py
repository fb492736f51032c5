"""The charts of an edition and their keys. Nothing is drawn here, so that comparing two editions is fast."""

from collections.abc import Iterable, Iterator

from generator.charts.build import Chart, indicator_chart
from generator.charts.figures import figures_chart, years_of
from generator.charts.maps import named_places, place_map, place_maps
from generator.charts.strips import evolution_chart, ranked_chart
from generator.charts.themes import themes_chart
from generator.charts.threads import threads_chart
from generator.editions import Edition, KnownMilestone, KnownTheme, line_of, longest_past
from generator.model import Group, Locale

LONGEST = ("longest-past", "longest-past-promises")
"""Keys of the strip of what is longest past: of the home page, and of the page of promises."""


def charts_of(edition: Edition, groups: Iterable[Group], words: Locale) -> Iterator[Chart]:
    """Yield every chart of the edition in the language of `words`, in the order of its pages; keys are unique.

    `groups` are the headings of themes.
    """
    charts = [moved_chart(edition, words), themes_chart(edition, groups, words)]
    charts += (longest_chart(edition, words, key) for key in LONGEST)
    for theme in edition.mentioned:
        charts += theme_charts(theme, edition, words)
    charts += (milestone_chart(milestone, edition, words) for milestone in edition.milestones)
    charts += place_maps(named_places(edition), words)
    yield from (chart for chart in charts if chart)


def moved_chart(edition: Edition, words: Locale) -> Chart | None:
    """Return the strip of all milestones whose date moved; None if none did."""
    return evolution_chart((m for m in edition.milestones if m.moves), edition, words, "moved-dates")


def longest_chart(edition: Edition, words: Locale, key: str) -> Chart | None:
    """Return the strip of the promises of the service that are longest past their date; None if there are none."""
    return ranked_chart(longest_past(edition.promises, edition.as_of), edition, words, key)


def theme_charts(theme: KnownTheme, edition: Edition, words: Locale) -> tuple[Chart | None, ...]:
    """Return the evolution, the map, each indicator and each series of a theme; None where a chart adds nothing.

    Where nothing was promised or followed, the evolution is that of its subjects.
    """
    key, series = f"{theme.id}-evolution", theme.outside.series
    return (
        evolution_chart(theme.milestones, edition, words, key) or threads_chart(theme, edition, words, key),
        place_map(theme, edition, words, f"{theme.id}-map"),
        *(indicator_chart(i, edition.dimensions, words, i.id) for i in theme.indicators),
        *(figures_chart(one, years_of(series, edition.as_of.year), edition.dimensions, words) for one in series),
    )


def milestone_chart(milestone: KnownMilestone, edition: Edition, words: Locale) -> Chart | None:
    """Return the strip of a milestone and its line of steps; None if it has no others and its date never moved."""
    line = [edition.by_id[id] for id in line_of(milestone, edition.by_id)]
    if len(line) < 2 and not milestone.moves:
        return None
    return evolution_chart(line, edition, words, f"{milestone.id}-evolution")
