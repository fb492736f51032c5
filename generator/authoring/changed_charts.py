"""Find the charts of the newest edition that changed. Charts are compared by value; only changed charts are drawn."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts import Chart, charts_of, drawing
from generator.model import Locale
from generator.pages import DRAWINGS, MAPS, Renderer, Workspace
from generator.text import LANGUAGES


@dataclass(frozen=True)
class ChangedChart:
    """A chart whose values or texts differ between two versions of the data, in one language."""

    key: str
    language: str
    before: Chart | None
    """None if the chart is new."""
    after: Chart | None
    """None if the chart was removed."""


@dataclass(frozen=True)
class DrawnPair:
    """A changed chart before and after, each as one `<svg>` element; None where there is no chart."""

    name: str
    before: str | None
    after: str | None


def changed_charts(before: Workspace, after: Workspace) -> tuple[ChangedChart, ...]:
    """Return the charts of the newest editions whose plot, title, description or table differs.

    Sorted by key, then in the order of `LANGUAGES`. Nothing is drawn.
    """
    pairs = [(language, _charts(before, language), _charts(after, language)) for language in LANGUAGES]
    keys = sorted({key for _, old, new in pairs for key in (*old, *new)})
    return tuple(
        ChangedChart(key, language, old.get(key), new.get(key))
        for key in keys
        for language, old, new in pairs
        if old.get(key) != new.get(key)
    )


def charts_page(charts: Iterable[ChangedChart], workspace: Workspace) -> str:
    """Return an HTML page with each chart drawn before and after; `workspace` has the template, maps and cache."""
    renderer = Renderer(workspace.root / "templates" / "report", _words(workspace, LANGUAGES[0]))
    return renderer.page("charts.html.j2", str, pairs=list(_drawn(charts, workspace))).markdown


def _charts(workspace: Workspace, language: str) -> dict[str, Chart]:
    words, groups = _words(workspace, language), workspace.archive.atlas.groups
    return {chart.key: chart for chart in charts_of(workspace.editions[-1], groups, words)}


def _words(workspace: Workspace, language: str) -> Locale:
    return Locale(language, workspace.archive.words[language])


def _drawn(charts: Iterable[ChangedChart], workspace: Workspace) -> Iterator[DrawnPair]:
    maps, kept = workspace.root / MAPS, workspace.root / DRAWINGS

    def svg(chart: Chart | None, key: str) -> str | None:
        return drawing(chart.plot, key, chart.title, chart.description, False, maps, kept) if chart else None

    for changed in charts:
        key = f"{changed.key}-{changed.language}"
        old, new = svg(changed.before, f"{key}-before"), svg(changed.after, f"{key}-after")
        yield DrawnPair(f"{changed.key}, {changed.language}", old, new)
