"""(Template, view) → page: links relative to its path, terms linked, charts drawn, its files at its foot."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from generator.charts import Chart, MapPlot, drawing
from generator.pages.context import PageContext
from generator.pages.glossary_links import Glosser
from generator.pages.jinja import Rendered
from generator.pages.page import Page, SearchEntry
from generator.pages.templates import TEMPLATES, TitledView, View
from generator.pages.urls import FixedPage, drawing_path, relative, values_path
from generator.pages.views import MadeFromView

_FOOT = "<!-- made from -->"
"""Placeholder in the Markdown of a page for the files that it is made from."""


@dataclass(frozen=True)
class Drawn:
    """A chart with its drawings, as `<svg>` elements."""

    chart: Chart
    wide: str
    narrow: str
    """For phones."""


class Drawings:
    """Draws the charts of one page, and keeps them as files that the page links to."""

    def __init__(self, context: PageContext) -> None:
        self.volume = context.volume
        self.files: dict[str, str] = {}
        """By path inside the edition: each drawing, and the values that it shows."""

    def __call__(self, chart: Chart) -> Drawn:
        drawn = Drawn(chart, self._svg(chart, False), self._svg(chart, True))
        self.files[drawing_path(chart.key)] = drawn.wide
        self.files[values_path(chart.key)] = _csv(chart)
        return drawn

    def _svg(self, chart: Chart, narrow: bool) -> str:
        close = isinstance(chart.plot, MapPlot) and chart.plot.close
        land = self.volume.root / "templates" / "map" / f"land-{'50m' if close else '110m'}.json"
        key = f"{chart.key}-narrow" if narrow else chart.key
        return drawing(chart.plot, key, chart.title, chart.description, narrow, land, self.volume.kept)


def page_of(
    context: PageContext,
    path: str,
    view: View,
    title: str,
    *,
    description: str = "",
    search: tuple[SearchEntry, ...] = (),
) -> Page:
    """The page at `path` inside the edition: the view, printed by its template."""
    link, draw = link_from(path, context), Drawings(context)
    rendered = context.renderer.page(
        TEMPLATES[type(view)],
        link,
        view=view,
        site=site_link_from(path, context),
        draw=draw,
        glossed=Glosser(context.glossary, link),
        pages=FixedPage,
    )
    sign(rendered, path, context)
    return Page(path, title, description, rendered.markdown, rendered.blocks, search, draw.files)


def titled_page(
    context: PageContext, path: str, view: TitledView, *, description: str = "", search: tuple[SearchEntry, ...] = ()
) -> Page:
    """The page at `path` under the title of its view."""
    return page_of(context, path, view, view.title, description=description, search=search)


def link_from(path: str, context: PageContext) -> Callable[[str], str]:
    """From the page at `path`: a path inside the edition → the link to it."""
    root = context.volume.address.root
    return lambda target: relative(root + path, root + target)


def site_link_from(path: str, context: PageContext) -> Callable[[str], str]:
    """From the page at `path`: a path from the root of the site → the link to it."""
    root = context.volume.address.root
    return lambda target: relative(root + path, target)


def sign(rendered: Rendered, path: str, context: PageContext) -> None:
    """Puts what the page is made from at its foot."""
    origins = context.origins.of_page(path)
    if origins:
        made_from = context.renderer.page(TEMPLATES[MadeFromView], link_from(path, context), view=MadeFromView(origins))
        rendered.blocks[_FOOT] = made_from.markdown
        rendered.markdown += f"\n\n{_FOOT}\n"


def _csv(chart: Chart) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([chart.columns, *chart.rows])
    return out.getvalue()
