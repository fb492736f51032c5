"""Texts of charts that stand outside their drawing, in typefaces of several widths: the reader's is not known."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.measure.page_layout import LANGUAGES, PHONE, screen
from tests.support.typefaces import font_face

METRICS = ("DejaVu Sans", "Arimo", "Roboto Condensed", "Carlito")
"""Wide, as Arial and Liberation Sans are, narrow, and as Calibri is."""
TOLERATED_PX = 0.5

_LOADED = """faces => Promise.all(
  faces.flatMap(face => ['', 'bold ', 'italic '].map(style => document.fonts.load(`${style}12px '${face}'`)))
)"""
_OUTSIDE = """([face, tolerated]) => {
  // The ink of each line is compared with the drawing; the box of a line has room above and below that nobody sees.
  const style = document.querySelector('#metrics') || document.head.appendChild(document.createElement('style'));
  style.id = 'metrics';
  style.textContent = `.chart svg text, .chart svg tspan { font-family: '${face}' !important }`;
  const brush = document.createElement('canvas').getContext('2d');
  const outside = [];
  for (const text of document.querySelectorAll('.chart svg text')) {
    const edge = text.ownerSVGElement.getBoundingClientRect();
    if (!edge.width || !text.textContent.trim()) continue;
    const look = getComputedStyle(text);
    brush.font = `${look.fontStyle} ${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
    for (const line of text.children.length ? text.querySelectorAll('tspan') : [text]) {
      if (!line.textContent.trim()) continue;
      const at = line.getStartPositionOfChar(0), ink = brush.measureText(line.textContent);
      const right = at.x + Math.max(ink.actualBoundingBoxRight, line.getComputedTextLength());
      const corners = [
        [at.x, at.y - ink.actualBoundingBoxAscent], [right, at.y - ink.actualBoundingBoxAscent],
        [at.x, at.y + ink.actualBoundingBoxDescent], [right, at.y + ink.actualBoundingBoxDescent],
      ].map(([x, y]) => new DOMPoint(x, y).matrixTransform(text.getScreenCTM()));
      const past = Math.max(...corners.map(
        at => Math.max(edge.left - at.x, at.x - edge.right, edge.top - at.y, at.y - edge.bottom)
      ));
      if (past > tolerated) outside.push(`${line.textContent} (${past.toFixed(1)} px)`);
    }
  }
  return outside;
}"""


def with_charts(site: Path) -> list[str]:
    """The pages of the newest edition that have a chart, in both languages."""
    mark = '<figure class="chart'
    files = (file for language in LANGUAGES for file in sorted((site / language).rglob("index.html")))
    shown = (file for file in files if "editions" not in file.parts)
    return [f"{f.parent.relative_to(site).as_posix()}/" for f in shown if mark in f.read_text("utf-8")]


def outside(browser: Browser, address: str, paths: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    """Each line of text that stands outside: page, width of the screen, typeface, the line, and by how much."""
    page = screen(browser, PHONE)
    sizes = list(widths)
    for path in paths:
        page.goto(address + path)
        prepare(page)
        yield from (f"{path} {line}" for width in sizes for line in outside_at(page, width))
    page.context.close()


def prepare(page: Page) -> None:
    """Brings the typefaces to a page and unfolds it: what is folded away is drawn too."""
    page.add_style_tag(content="\n".join(font_face(face) for face in METRICS))
    page.evaluate(_LOADED, list(METRICS))
    page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")


def outside_at(page: Page, width: int) -> Iterator[str]:
    """Each line of text that stands outside on a prepared page at a width of the screen."""
    page.set_viewport_size({"width": width, "height": 900})
    for face in METRICS:
        yield from (f"{width} {face}: {line}" for line in page.evaluate(_OUTSIDE, [face, TOLERATED_PX]))
