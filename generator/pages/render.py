"""(Template, view) → page: links relative to its path, terms linked, charts drawn, its files at its foot."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.charts import Chart, StripPlot, drawing, row_areas
from generator.model import Locale
from generator.pages.context import PageContext
from generator.pages.glossary_links import Glosser
from generator.pages.jinja import Rendered
from generator.pages.page import MAPS, Page, SearchEntry
from generator.pages.templates import TEMPLATES, TitledView, View
from generator.pages.urls import FixedPage, anchored, drawing_path, milestone_path, relative, theme_path, values_path
from generator.pages.views import Chip, MadeFromView, Note

_FOOT = "<!-- made from -->"
"""Placeholder in the Markdown of a page for the files that it is made from."""


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
    citation: str
    """How to cite it: where it is in this edition, which stays what it is."""


_ROWS = {"milestones": milestone_path, "themes": theme_path}
"""What the rows of a strip lead to, by id; those of threads lead to places on the page itself."""


class Drawings:
    """Draws the charts of the page of that title at `path`, and keeps them as files that the page links to."""

    def __init__(self, context: PageContext, path: str, title: str) -> None:
        self.volume, self.path, self.title = context.volume, path, title
        self.files: dict[str, str] = {}
        """By path inside the edition: each drawing, and the values that it shows."""

    def __call__(self, chart: Chart) -> Drawn:
        drawn = Drawn(
            chart, self._variant(chart, narrow=False), self._variant(chart, narrow=True), self._citation(chart)
        )
        self.files[drawing_path(chart.key)] = drawn.wide.svg
        self.files[values_path(chart.key)] = _csv(chart)
        return drawn

    def _citation(self, chart: Chart) -> str:
        """Without an address of the site, the path on it."""
        volume, locale = self.volume, self.volume.locale
        site, path = locale.text(volume.site.name), replace(volume.address, latest=False).root + self.path
        return locale.say(
            "chart.citation",
            title=chart.title if self.title == site else f"{self.title}: {chart.title}",
            site=site,
            day=locale.period(volume.edition.source.published),
            address=f"{volume.site.address or ''}{anchored(path, f'figure-{chart.key}')}",
        )

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


class Notes:
    """Numbers the citations of one page in the order in which it cites them; one passage has one number."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.by_chip: dict[Chip, Note] = {}

    def __call__(self, chips: Iterable[Chip]) -> list[Note]:
        return [self.by_chip.setdefault(chip, self._note(len(self.by_chip) + 1, chip)) for chip in chips]

    @property
    def listed(self) -> tuple[Note, ...]:
        """All of the page, by number."""
        return tuple(self.by_chip.values())

    def _note(self, number: int, chip: Chip) -> Note:
        label = self.locale.say("note", number=str(number), source=chip.source, passage=chip.passage)
        return Note(number, chip.path, f"{chip.source} · {chip.passage}", label, chip.is_outside)


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
    link = link_from(path, context)
    draw, notes = Drawings(context, path, title), Notes(context.locale)
    rendered = context.renderer.page(
        TEMPLATES[type(view)],
        link,
        view=view,
        site=site_link_from(path, context),
        draw=draw,
        notes=notes,
        glossed=Glosser(context.glossary, link),
        pages=FixedPage,
    )
    sign(rendered, path, context, notes)
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


def sign(rendered: Rendered, path: str, context: PageContext, notes: Notes | None = None) -> None:
    """Puts what the notes of the page refer to and what it is made from at its foot."""
    foot = MadeFromView(notes.listed if notes else (), context.origins.of_page(path))
    if foot.notes or foot.origins:
        made_from = context.renderer.page(TEMPLATES[MadeFromView], link_from(path, context), view=foot)
        rendered.blocks[_FOOT] = made_from.markdown
        rendered.markdown += f"\n\n{_FOOT}\n"


def _csv(chart: Chart) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([chart.columns, *chart.rows])
    return out.getvalue()
