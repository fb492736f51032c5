"""Charts as they are drawn in a page: wide and narrow, with links over their rows, and how to cite them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.charts import Chart, StripPlot, drawing, row_areas
from generator.pages.citing import cite
from generator.pages.context import PageContext
from generator.pages.figures.downloads import Place, embed_code, files_of
from generator.pages.page import MAPS
from generator.pages.urls import anchored, cite_path, milestone_path, theme_path
from generator.pages.views import CiteView


@dataclass(frozen=True)
class RowLink:
    """A link laid over a row of a drawing: a picture is one thing for a screen reader, and holds no links itself."""

    path: str
    label: str
    top: float
    height: float
    """In percent of the height of the drawing."""


@dataclass(frozen=True)
class Variant:
    """A drawing as it is in the page."""

    svg: str
    rows: tuple[RowLink, ...]
    """From top to bottom; without the one that would lead to the page itself."""


@dataclass(frozen=True)
class Drawn:
    """A chart with its drawings."""

    chart: Chart
    wide: Variant
    narrow: Variant
    """For phones."""
    cite: CiteView
    """Where it is in this edition, which stays what it is."""
    embed: str
    """HTML that shows it, as in this edition, in a page of somebody else."""


_ROWS = {"milestones": milestone_path, "themes": theme_path}
"""What the rows of a strip lead to, by id; those of threads lead to places on the page itself."""


class Drawings:
    """Draws the charts of the page of that title at `path`, and keeps them as files that the page links to."""

    def __init__(self, context: PageContext, path: str, title: str) -> None:
        self.context, self.volume, self.path, self.title = context, context.volume, path, title
        self.files: dict[str, str | bytes] = {}
        """By path inside the edition: all that is offered of each chart."""

    def __call__(self, chart: Chart) -> Drawn:
        wide, narrow = self._variant(chart, narrow=False), self._variant(chart, narrow=True)
        place = self._place(chart)
        self.files |= files_of(chart, wide.svg, narrow.svg, place, self.context)
        cited, files = cite(self.volume, place.title, place.path, cite_path(chart.key))
        self.files |= files
        return Drawn(chart, wide, narrow, cited, embed_code(chart, wide.svg, place, self.context))

    def _place(self, chart: Chart) -> Place:
        site = self.volume.locale.text(self.volume.site.name)
        title = chart.title if self.title == site else f"{self.title}: {chart.title}"
        return Place(title, anchored(self.path, f"figure-{chart.key}"))

    def _variant(self, chart: Chart, narrow: bool) -> Variant:
        maps = self.volume.root / MAPS
        key = f"{chart.key}-narrow" if narrow else chart.key
        svg = drawing(chart.plot, key, chart.title, chart.description, narrow, maps, self.volume.kept)
        return Variant(svg, tuple(self._rows(chart, narrow)))

    def _rows(self, chart: Chart, narrow: bool) -> Iterator[RowLink]:
        if isinstance(chart.plot, StripPlot):
            for area in row_areas(chart.plot, narrow):
                path = _ROWS[chart.plot.of](area.id) if chart.plot.of in _ROWS else anchored(self.path, area.id)
                if path != self.path:
                    yield RowLink(path, area.label, area.top, area.height)
