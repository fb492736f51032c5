"""Render plots as SVG with Altair and vl-convert; results are cached by content, so that no plot is drawn twice."""

import hashlib
import json
import os
import re
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.charts.data import FONT, NARROW_PX, STRIP_PX, WIDE_PX, MapPlot, Plot, StripPlot
from generator.fingerprint import kept_or_made

COLOURS = {
    "ink": "#16213e",
    "muted": "#5b6475",
    "grid": "#dcdad3",
    "line": "#5470a8",
    "moved": "#b4500b",
    "done": "#0b6e5f",
    "land": "#e3dfd3",
    "paper": "#fbfaf6",
}
"""Colours of a drawing that stands by itself; the style sheet of a page paints over them, by their value."""

_BOX = re.compile(r'viewBox="0 0 (\S+) (\S+)"')
_FRACTION = re.compile(r"(\d\.\d)\d+")
_NEEDLESS = re.compile(
    r'\s(?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*"|class="[^"]*"|pointer-events="[^"]*"|font-family="[^"]*"'
    r'|text-anchor="start"|display="inline")'
)
"""What would have a screen reader read the parts of a drawing, which is one thing with a name, and what each part of
it repeats: the kind of its mark, its typeface, what is so by default. Together a quarter of the weight of a drawing."""
_UNSEEN = re.compile(r'<path class="(?:background|foreground)"[^>]*/>|<path(?![^>]*\sd=)[^>]*/>|<g[^>]*></g>')
"""Grounds without a colour, and outlines of what lies outside a map."""
_POINTERS = re.compile(r'(<[^<>]*(?:\bid="|url\(#))([^")]+)')
"""Each id in a tag, and each place that points at one; a label has no `<` of its own."""


def drawing(plot: Plot, key: str, title: str, description: str, narrow: bool, maps: Path, kept: Path) -> str:
    """Return the plot as one `<svg>` element with real text, in `COLOURS`, and ids that start with `key`.

    `maps` is the folder of outlines of the world, `kept` the cache of drawings. The key of the cache is a hash of
    everything that a drawing depends on: the plot, its width, the outlines, this code and the libraries.
    """
    svg = kept_or_made(kept / f"{_hash(plot, narrow, maps)}.svg", lambda: _drawn(plot, narrow, maps).encode())
    return _in_page(svg.decode(), key, title, description)


def specification(plot: Plot, title: str, description: str, maps: Path, kept: Path) -> str:
    """Return the Vega-Lite specification of the wide variant as JSON, complete in itself; else as for `drawing`."""
    file = kept / f"{_hash(plot, False, maps)}.json"
    spec = json.loads(kept_or_made(file, lambda: json.dumps(_spec(plot, False, maps)).encode()))
    named = {"$schema": spec.pop("$schema"), "title": title, "description": description, **spec}
    return json.dumps(named, ensure_ascii=False, separators=(",", ":")) + "\n"


def _hash(plot: Plot, narrow: bool, maps: Path) -> str:
    return hashlib.sha256(f"{plot} {narrow} {_versions(maps)}".encode()).hexdigest()[:32]


@cache
def _versions(maps: Path) -> str:
    here = Path(__file__)
    made_by = [here, here.with_name("data.py"), *sorted(here.parent.glob("spec/*.py")), *sorted(maps.glob("*.json"))]
    digest = hashlib.sha256(b"\n".join(file.read_bytes() for file in made_by)).hexdigest()
    return f"{version('altair')} {version('vl-convert-python')} {digest}"


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and the height of a drawing in pixels: of its box, which starts at 0 0."""
    box = _BOX.search(svg)
    assert box, "every drawing has a box that starts at 0 0"
    return float(box[1]), float(box[2])


def _drawn(plot: Plot, narrow: bool, maps: Path) -> str:
    """The drawing as it is kept: all that does not depend on the page it stands in is done.

    A day is drawn as the same day everywhere: what draws reads the zone of the process once, when it starts.
    """
    os.environ["TZ"] = "UTC"
    import vl_convert

    spec = json.dumps(_spec(plot, narrow, maps))
    svg = str(vl_convert.vegalite_to_svg(vl_spec=spec, vl_version="6.4", allowed_base_urls=[]))
    return re.sub(r"<[^>]*>", _fitted, _UNSEEN.sub("", _simplified(svg) if isinstance(plot, MapPlot) else svg))


def _spec(plot: Plot, narrow: bool, maps: Path) -> dict[str, Any]:
    from generator.charts.spec.plots import spec_of

    wide = STRIP_PX if isinstance(plot, StripPlot) else WIDE_PX
    return spec_of(plot, NARROW_PX if narrow else wide, COLOURS, maps)


def _fitted(tag: re.Match[str]) -> str:
    """The tag with coordinates to a tenth of a pixel and without what is needless, which keeps pages small.

    Only tags are looked at, so that a number or what looks like an attribute in a label is left unchanged.
    """
    return _FRACTION.sub(r"\1", _NEEDLESS.sub("", tag[0]))


def _simplified(svg: str) -> str:
    """Round the long outlines of a map, those of countries, to whole pixels: they are most of the weight of a page."""
    return re.sub(r' d="[^"]{200,}"', _in_whole_pixels, svg)


def _in_whole_pixels(outline: re.Match[str]) -> str:
    """The outline without the points that become equal by rounding."""
    rounded = re.sub(r"-?\d+\.\d+", lambda number: str(round(float(number[0]))), outline[0])
    return re.sub(r"(L-?\d+,-?\d+)(?:\1)+", r"\1", rounded)


def _in_page(svg: str, key: str, title: str, description: str) -> str:
    """Prepare the drawing for a page with others: unique ids, a name, no fixed size."""
    ids: dict[str, str] = {}
    svg = _POINTERS.sub(lambda at: at[1] + ids.setdefault(at[2], f"{key}-{len(ids)}"), svg)
    width, height = size_of(svg)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" font-family="{FONT}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-desc">{escape(description, quote=False)}</desc>'
    )
    return re.sub(r"<svg[^>]*>", lambda _: head, svg, count=1)
