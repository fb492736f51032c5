"""A drawing with its caption as one SVG that stands by itself: what it shows, by which documents, where it is from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from generator.charts.data import WIDEST
from generator.charts.svg import COLOURS, size_of

_MARGIN = 16
_LEAST_WIDTH = 300
"""A narrower drawing stands in the middle of this width."""


@dataclass(frozen=True)
class Caption:
    """What stands around a drawing outside its page."""

    title: str
    text: str
    """What it shows, with unit and period."""
    foot: tuple[str, ...]
    """Sources, edition, licence, address: a paragraph each."""


@dataclass(frozen=True)
class _Style:
    size: int
    line: int
    colour: str
    weight: str


_TITLE = _Style(17, 23, COLOURS["ink"], ' font-weight="bold"')
_TEXT = _Style(13, 18, COLOURS["muted"], "")
_FOOT = _Style(11, 15, COLOURS["muted"], "")


def captioned(svg: str, caption: Caption) -> str:
    """Return a drawing of `generator.charts.svg` with the caption around it, on paper, with a size in pixels."""
    width, height = size_of(svg)
    whole = max(width, _LEAST_WIDTH) + 2 * _MARGIN
    head, top = _lines((caption.title,), _TITLE, _MARGIN, whole)
    text, top = _lines((caption.text,), _TEXT, top + 2, whole)
    below = top + 12 + height + 10
    foot, bottom = _lines(caption.foot, _FOOT, below, whole)
    bottom += _MARGIN - 4
    box = f'viewBox="0 0 {whole:g} {bottom:g}" width="{whole:g}" height="{bottom:g}"'
    opened = re.sub(r'viewBox="[^"]+"', box, svg, count=1)
    begin = opened.index("</desc>") + len("</desc>")
    paper = f'<rect width="{whole:g}" height="{bottom:g}" fill="{COLOURS["paper"]}"/>'
    drawn = opened[begin : -len("</svg>")]
    moved = f'<g transform="translate({(whole - width) / 2:g},{top + 12:g})">{drawn}</g>'
    return f"{opened[:begin]}{paper}{head}{text}{moved}{foot}</svg>\n"


def _lines(paragraphs: tuple[str, ...], style: _Style, top: float, width: float) -> tuple[str, float]:
    """The paragraphs as lines of text from `top` on, and where they end."""
    fit = int((width - 2 * _MARGIN) / (style.size * WIDEST))
    lines = [line for paragraph in paragraphs if paragraph for line in wrap(paragraph, fit, break_on_hyphens=False)]
    return "".join(_text(lines, style, top)), top + style.line * len(lines)


def _text(lines: list[str], style: _Style, top: float) -> Iterator[str]:
    for number, line in enumerate(lines):
        y = top + style.size + style.line * number
        yield (
            f'<text x="{_MARGIN}" y="{y:g}" font-size="{style.size}px"{style.weight} fill="{style.colour}">'
            f"{escape(line, quote=False)}</text>"
        )
