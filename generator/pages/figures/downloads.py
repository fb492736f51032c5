"""The files of a chart: drawings with their caption, a picture, the specification, the values, and a page to embed."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from generator.charts import Caption, Chart, StripPlot, captioned, picture, size_of, specification
from generator.pages.context import PageContext
from generator.pages.page import MAPS, TYPEFACES
from generator.pages.templates import TEMPLATES
from generator.pages.urls import (
    drawing_path,
    embed_path,
    narrow_drawing_path,
    oembed_path,
    picture_path,
    relative,
    specification_path,
    values_path,
)
from generator.pages.views import EmbedView, Link, cited, source_name
from generator.text import escape_cell

STYLE = "assets/embed.css"
"""The style sheet of pages to embed, inside the edition."""
_FEW_PASSAGES = 6
"""Up to how many a caption names; of more it names the documents."""


@dataclass(frozen=True)
class Place:
    """Where a chart stands."""

    title: str
    """Of the page and the chart."""
    path: str
    """Inside the edition."""


def files_of(chart: Chart, wide: str, narrow: str, place: Place, context: PageContext) -> dict[str, str | bytes]:
    """Return all that is offered of a chart, by path inside the edition; `wide` and `narrow` are its drawings."""
    volume, key = context.volume, chart.key
    caption = _caption(chart, place, context)
    drawn = captioned(wide, caption)
    files: dict[str, str | bytes] = {
        drawing_path(key): drawn,
        narrow_drawing_path(key): captioned(narrow, caption),
        picture_path(key): picture(drawn, volume.root / TYPEFACES, volume.kept),
        specification_path(key): specification(
            chart.plot, place.title, chart.description, volume.root / MAPS, volume.kept
        ),
        values_path(key): _csv(chart, context),
        f"{embed_path(key)}index.html": _embed(chart, place, context),
    }
    if volume.site.address:
        files[oembed_path(key)] = _oembed(chart, drawn, place, context)
    return files


def embed_code(chart: Chart, wide: str, place: Place, context: PageContext) -> str:
    """Return the HTML that shows the chart, as in this edition, in a page of somebody else."""
    height = round(size_of(wide)[1]) + 240
    return (
        f'<iframe src="{escape(context.volume.dated(embed_path(chart.key)))}" title="{escape(place.title)}" '
        f'width="100%" height="{height}" style="border:0" loading="lazy"></iframe>'
    )


def _caption(chart: Chart, place: Place, context: PageContext) -> Caption:
    volume, locale = context.volume, context.locale
    unit = locale.say("chart.unit", unit=chart.measure) if chart.measure else ""
    edition = locale.say(
        "chart.edition",
        site=locale.text(volume.site.name),
        day=locale.period(volume.edition.source.published),
        licence=locale.text(context.archive.atlas.licence),
    )
    legend = locale.say("strip.legend") if isinstance(chart.plot, StripPlot) and chart.plot.of == "milestones" else ""
    text = " ".join(filter(None, (chart.description, unit, legend)))
    return Caption(place.title, text, (_sources(chart, context), edition, volume.dated(place.path)))


def _sources(chart: Chart, context: PageContext) -> str:
    """The passages that carry it if they are few, else the documents."""
    locale = context.locale
    if len(chart.cites) <= _FEW_PASSAGES:
        named = [f"{chip.source}, {chip.passage}" for chip in cited(chart.cites, context)]
    else:
        sources = dict.fromkeys(citation.source for citation in chart.cites)
        named = [source_name(context.archive.sources[id], locale) for id in sources if id in context.archive.sources]
    return locale.say("chart.source", n=len(named), sources="; ".join(named)) if named else ""


def _csv(chart: Chart, context: PageContext) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("edition", *chart.tidy.columns))
    writer.writerows((context.edition.id, *map(escape_cell, row)) for row in chart.tidy.rows)
    return out.getvalue()


def _embed(chart: Chart, place: Place, context: PageContext) -> str:
    path, volume = embed_path(chart.key), context.volume
    root = volume.address.root
    view = EmbedView(
        language=context.locale.language,
        title=place.title,
        description=chart.description,
        icon=volume.site.icon,
        style=STYLE,
        wide=drawing_path(chart.key),
        narrow=narrow_drawing_path(chart.key),
        oembed=volume.dated(oembed_path(chart.key)) if volume.site.address else None,
        page=Link(place.path, context.locale.text(volume.site.name)),
    )
    return context.renderer.page(
        TEMPLATES[EmbedView], lambda target: relative(root + path, root + target), view=view
    ).markdown


def _oembed(chart: Chart, drawn: str, place: Place, context: PageContext) -> str:
    return json.dumps(dict(_told(chart, drawn, place, context)), ensure_ascii=False, indent=1) + "\n"


def _told(chart: Chart, drawn: str, place: Place, context: PageContext) -> Iterator[tuple[str, object]]:
    """What https://oembed.com asks of content that is shown by HTML."""
    volume = context.volume
    width, height = map(round, size_of(drawn))
    yield from {"type": "rich", "version": "1.0", "title": place.title}.items()
    yield "provider_name", context.locale.text(volume.site.name)
    yield "provider_url", volume.site.address
    yield "html", embed_code(chart, drawn, place, context)
    yield from {"width": width, "height": height + 60}.items()
    yield "thumbnail_url", volume.dated(picture_path(chart.key))
    yield from {"thumbnail_width": 2 * width, "thumbnail_height": 2 * height}.items()
