"""Plots → SVG text by Altair and vl-convert, kept by content so that the same plot is never drawn twice."""

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

from generator.charts.data import NARROW_PX, WIDE_PX, MapPlot, Plot

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
"""Stand-ins in a drawing; in the page each becomes a CSS variable of that name with the stand-in as fallback."""


def drawing(plot: Plot, key: str, title: str, description: str, narrow: bool, maps: Path, kept: Path) -> str:
    """The plot as one `<svg>` element whose ids all start with `key`; its text is text and its colours CSS variables.

    `maps` is the folder of outlines of the world; `kept` that of finished drawings. A drawing is kept under the hash
    of everything that it depends on: the plot, its width, the outline, this code and the libraries.
    """
    close = isinstance(plot, MapPlot) and plot.close
    land = maps / f"land-{'50m' if close else '110m'}.json"
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

    outline = json.loads(land.read_text("utf-8"))
    spec: dict[str, Any] = spec_of(plot, NARROW_PX if narrow else WIDE_PX, COLOURS, outline)
    svg = vl_convert.vegalite_to_svg(vl_spec=json.dumps(spec), vl_version="6.4", allowed_base_urls=[])
    return _rounded(str(svg))


def _rounded(svg: str) -> str:
    """A tenth of a pixel is enough; the rest of the digits is weight."""
    return _in_tags(r"(\d\.\d)\d+", r"\1", svg)


def _in_tags(pattern: str, replacement: str, svg: str) -> str:
    """The drawing with `pattern` replaced inside tags: 28.000, or what looks like an id, stays as it is in a label."""
    return re.sub(r"<[^>]*>", lambda tag: re.sub(pattern, replacement, tag[0]), svg)


def _in_page(svg: str, key: str, title: str, description: str) -> str:
    """The drawing fit to stand in a page beside others: ids of its own, a name, no fixed size, colours from CSS."""
    svg = re.sub(r"<\?xml[^>]*>|<!DOCTYPE[^>]*>", "", svg)
    tags = "".join(re.findall(r"<[^>]*>", svg))
    for i, name in enumerate(dict.fromkeys(re.findall(r'\bid="([^"]+)"', tags))):
        svg = _in_tags(rf'(\bid="|url\(#){re.escape(name)}(?=[")])', rf"\g<1>{key}-{i}", svg)
    size = re.search(r'<svg[^>]*?width="([\d.]+)" height="([\d.]+)"', svg)
    box = re.search(r'viewBox="([^"]+)"', svg)
    view = box[1] if box else f"0 0 {size[1]} {size[2]}" if size else "0 0 100 100"
    for name, stand_in in COLOURS.items():
        svg = _in_tags(f'"{stand_in}"', f'"var(--chart-{name},{stand_in})"', svg)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" role="img" '
        f'aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{escape(title, quote=False)}</title>'
        f'<desc id="{key}-desc">{escape(description, quote=False)}</desc>'
    )
    svg = _in_tags(r'\s(?:role="graphics-[^"]*"|aria-[a-z]+="[^"]*")', "", svg)
    return re.sub(r"<svg[^>]*>", lambda _: head, svg, count=1)
