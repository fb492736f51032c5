"""SVG → PNG, the same on every machine: letters are those of the typefaces that the project brings."""

import hashlib
import io
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.charts.data import FONT
from generator.charts.svg import kept_or_made

_FAMILY = "'Source Sans 3'"
_SCALE = 2
_COLOURS = 64
"""Drawings have eight colours and shades between them at the edges of letters; more make files eight times as large."""


def picture(svg: str, typefaces: Path, kept: Path) -> bytes:
    """Return a captioned SVG as PNG of twice its size in pixels.

    `typefaces` is the folder of Source Sans 3, `kept` the cache: what was drawn once is not drawn again.
    """
    made_by = f"{_versions(typefaces)} {svg}"
    file = kept / f"{hashlib.sha256(made_by.encode()).hexdigest()[:32]}.png"
    return kept_or_made(file, lambda: _drawn(svg, typefaces))


@cache
def _versions(typefaces: Path) -> str:
    made_by = [Path(__file__), *sorted(typefaces.glob("*.ttf"))]
    here = hashlib.sha256(b"\n".join(file.read_bytes() for file in made_by)).hexdigest()
    return f"{version('vl-convert-python')} {version('pillow')} {here}"


def _drawn(svg: str, typefaces: Path) -> bytes:
    import vl_convert
    from PIL import Image

    vl_convert.register_font_directory(str(typefaces))
    drawn = vl_convert.svg_to_png(svg.replace(FONT, _FAMILY), scale=_SCALE)
    pixels = Image.open(io.BytesIO(drawn)).convert("RGB").quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    out = io.BytesIO()
    pixels.save(out, "PNG", optimize=False)
    return out.getvalue()
