"""SVG → PNG, the same on every machine: letters are those of the typefaces that the project brings."""

import hashlib
import io
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.charts.data import FONT
from generator.fingerprint import kept_or_made

_FAMILY = "'Source Sans 3'"
_SCALE = 2
_COLOURS = 64
"""Drawings have eight colours and shades between them at the edges of letters; more make files eight times as large."""
_COMPRESSION = 4
"""Of zlib's nine: a fifth less time than its default, and a twentieth more bytes."""
_SHEET = Path(__file__).with_suffix(".typ")
"""A sheet of paper as large as the drawing, for Typst."""
_PX_A_PT = 96 / 72


def picture(svg: str, typefaces: Path, kept: Path) -> bytes:
    """Return a captioned SVG as PNG of twice its size in pixels.

    `typefaces` is the folder of Source Sans 3, `kept` the cache: what was drawn once is not drawn again.
    """
    made_by = f"{_versions(typefaces)} {svg}"
    file = kept / f"{hashlib.sha256(made_by.encode()).hexdigest()[:32]}.png"
    return kept_or_made(file, lambda: _drawn(svg, typefaces))


@cache
def _versions(typefaces: Path) -> str:
    made_by = [Path(__file__), _SHEET, *sorted(typefaces.glob("*.ttf"))]
    here = hashlib.sha256(b"\n".join(file.read_bytes() for file in made_by)).hexdigest()
    return " ".join((*map(version, ("typst", "pypdfium2", "pillow")), here))


def _drawn(svg: str, typefaces: Path) -> bytes:
    """Typst sets the letters and PDFium paints: vl-convert takes three times as long, a file per letter."""
    import pypdfium2

    sheet = _compiler(typefaces).compile(format="pdf", sys_inputs={"svg": svg.replace(FONT, _FAMILY)}, timestamp=0)
    with pypdfium2.PdfDocument(bytes(sheet)) as document:
        painted = document[0].render(scale=_SCALE * _PX_A_PT, rev_byteorder=True).to_pil()
    out = io.BytesIO()
    _in_few_colours(painted.convert("RGB")).save(out, "PNG", compress_level=_COMPRESSION)
    return out.getvalue()


def _in_few_colours(painted: Any) -> Any:
    """The colours are chosen from every second pixel of every second row: the thinnest line is two pixels wide."""
    from PIL import Image

    sample = painted.resize((painted.width // 2, painted.height // 2), Image.Resampling.NEAREST)
    palette = sample.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    return painted.quantize(palette=palette, dither=Image.Dither.NONE)


@cache
def _compiler(typefaces: Path) -> Any:
    """Typst with our typefaces and none of the machine, in memory."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typefaces)])
    return typst.Compiler(str(_SHEET), font_paths=fonts)
