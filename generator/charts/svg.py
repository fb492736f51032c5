"""Render plots as SVG with Altair and vl-convert; results are cached by content, so that no plot is drawn twice."""

import hashlib
import json
import os
import re
from dataclasses import asdict
from functools import cache
from html import escape
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.charts.data import NARROW_PX, STRIP_PX, WIDE_PX, MapPlot, Plot, StripPlot

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
"""Placeholder colours of a drawing; in a page each becomes a CSS variable of that name with this fallback."""


def drawing(plot: Plot, key: str, title: str, description: str, narrow: bool, maps: Path, kept: Path) -> str:
    """Return the plot as one `<svg>` element with real text, CSS variables as colours, and ids that start with `key`.

    `maps` is the folder of outlines of the world, `kept` the cache of drawings. The key of the cache is a hash of
    everything that a drawing depends on: the plot, its width, the outline, this code and the libraries.
    """
    close = isinstance(plot, MapPlot) and plot.close
    land = maps / f"countries-{'50m' if close else '110m'}.json"
    file = kept / f"{_hash(plot, narrow, land)}.svg"
    if file.is_file():
        svg = file.read_text("utf-8")
    else:
        svg = _drawn(plot, narrow, land)
        _keep(file, svg)
    return _in_page(svg, key, title, description)


def _hash(plot: Plot, narrow: bool, land: Path) -> str:
    content = json.dumps([type(plot).__name__, asdict(plot), narrow], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{content}\n{_versions(land)}".encode()).hexdigest()[:32]


@cache
def _versions(land: Path) -> str:
    here = Path(__file__)
    made_by = [here, here.with_name("data.py"), *sorted(here.parent.glob("spec*.py")), land]
    digest = hashlib.sha256(b"\n".join(file.read_bytes() for file in made_by)).hexdigest()
    return f"{version('altair')} {version('vl-convert-python')} {digest}"


def _keep(file: Path, svg: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_suffix(f".{os.getpid()}")
    aside.write_text(svg, "utf-8")
    aside.replace(file)


def _drawn(plot: Plot, narrow: bool, land: Path) -> str:
    import vl_convert

    from generator.charts.spec import spec_of

    wide = STRIP_PX if isinstance(plot, StripPlot) else WIDE_PX
    outline = json.loads(land.read_text("utf-8"))
    spec: dict[str, Any] = spec_of(plot, NARROW_PX if narrow else wide, COLOURS, outline)
    svg = vl_convert.vegalite_to_svg(vl_spec=json.dumps(spec), vl_version="6.4", allowed_base_urls=[])
    return _rounded(_simplified(str(svg)) if isinstance(plot, MapPlot) else str(svg))


def _rounded(svg: str) -> str:
    """Round coordinates to a tenth of a pixel, which is precise enough and keeps pages small."""
    return _in_tags(r"(\d\.\d)\d+", r"\1", svg)


def _simplified(svg: str) -> str:
    """Round the long outlines of a map, those of countries, to whole pixels: they are most of the weight of a page."""
    return re.sub(r' d="[^"]{200,}"', _in_whole_pixels, svg)


def _in_whole_pixels(outline: re.Match[str]) -> str:
    """The outline without the points that become equal by rounding."""
    rounded = re.sub(r"-?\d+\.\d+", lambda number: str(round(float(number[0]))), outline[0])
    return re.sub(r"(L-?\d+,-?\d+)(?:\1)+", r"\1", rounded)


def _in_tags(pattern: str, replacement: str, svg: str) -> str:
    """Replace `pattern` inside tags only, so that a number or what looks like an id in a label is left unchanged."""
    return re.sub(r"<[^>]*>", lambda tag: re.sub(pattern, replacement, tag[0]), svg)


def _in_page(svg: str, key: str, title: str, description: str) -> str:
    """Prepare the drawing for a page with others: unique ids, a name, no fixed size, colours from CSS."""
    svg = re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>", "", svg)
    tags = "".join(re.findall(r"<[^>]*>", svg))
    for i, name in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', tags))):
        svg = _in_tags(rf'(\bid="|url\(#){re.escape(name)}(?=[")])', rf"\g<1>{key}-{i}", svg)
    size = re.search(r'<svg[^>]*?width="([\d.]+)" height="([\d.]+)"', svg)
    box = re.search(r'viewBox="([^"]+)"', svg)
    view = box[1] if box else f"0 0 {size[1]} {size[2]}" if size else "0 0 100 100"
    for name, placeholder in COLOURS.items():
        svg = _in_tags(f'"{placeholder}"', f'"var(--chart-{name},{placeholder})"', svg)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-desc">{escape(description, quote=False)}</desc>'
    )
    svg = _in_tags(r'\s(?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*")', "", svg)
    return re.sub(r"<svg[^>]*>", lambda _: head, svg, count=1)
