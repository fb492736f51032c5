"""Which charts of the newest edition show something else than before: found by their values, drawn only if they do."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.charts import Chart, charts_of, drawing
from generator.model import Locale
from generator.pages import DRAWINGS, MAPS, Renderer, Workspace
from generator.text import LANGUAGES


@dataclass(frozen=True)
class ChangedChart:
    """A chart that shows other values, or is called otherwise, in one language."""

    key: str
    language: str
    before: Chart | None
    """None if there was none."""
    after: Chart | None
    """None if it is gone."""


@dataclass(frozen=True)
class DrawnPair:
    """A changed chart before and after, each as `<svg>`; None where there is none."""

    name: str
    before: str | None
    after: str | None


def changed_charts(before: Workspace, after: Workspace) -> tuple[ChangedChart, ...]:
    """The charts whose plot, title, sentence or table differ; by key, then in the order of the languages."""
    pairs = [(language, _charts(before, language), _charts(after, language)) for language in LANGUAGES]
    keys = sorted({key for _, old, new in pairs for key in (*old, *new)})
    return tuple(
        ChangedChart(key, language, old.get(key), new.get(key))
        for key in keys
        for language, old, new in pairs
        if old.get(key) != new.get(key)
    )


def charts_page(charts: Iterable[ChangedChart], workspace: Workspace) -> str:
    """An HTML page on which each changed chart is drawn, before and after."""
    renderer = Renderer(workspace.root / "templates" / "report", _words(workspace, LANGUAGES[0]))
    return renderer.page("charts.html.j2", str, pairs=list(_drawn(charts, workspace))).markdown


def _charts(workspace: Workspace, language: str) -> dict[str, Chart]:
    return {chart.key: chart for chart in charts_of(workspace.editions[-1], _words(workspace, language))}


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
