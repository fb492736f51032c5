"""The invented letter as it leaves a ministry: printed on pages, with head and foot, footnotes and broken words."""

import html
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from playwright.sync_api import Browser, Page, sync_playwright

from generator.documents.block import BlockKind
from tests.support.browsers import program
from tests.support.letters import Part, numbered
from tests.support.typefaces import FACES, font_face


@dataclass(frozen=True)
class Look:
    """How a document is printed."""

    paper: str = "A4"
    points: float = 9.5
    """Size of its type."""
    style: str = ""
    """CSS after the usual."""
    above: str = "Waterdienst | Stand van de vaarwegen"
    """Printed at the top of each page."""
    below: str = "Pagina {n} van {of}"
    """Printed at the foot of each page."""
    reference: str = ""
    """Printed beside the text of each page but the first, as ministries repeat the reference of a letter."""


FLAGS = ["--no-sandbox", "--disable-gpu"]
SIZES = {"A4": (210, 297), "A5": (148, 210)}
MARGINS = {"top": "25mm", "bottom": "22mm", "left": "0", "right": "0"}
LETTERHEAD = """
<div class="head">
<p><b>Ministerie van Vaarwegen</b><br>Waterdienst</p>
<p>Aan de Voorzitter van de Kamer<br>Postbus 1<br>1000 AA Oosterdam</p>
<table>
<tr><td>Datum</td><td>11 juni 2026</td></tr>
<tr><td>Betreft</td><td>Voortgang bij de Waterdienst</td></tr>
</table>
</div>"""
STYLE = """
* { text-rendering: geometricPrecision; }
body { margin: 0; line-height: 1.4; hyphens: manual; }
.sheet { position: relative; margin: 0 20mm 0 25mm; break-after: page; }
.sheet:last-of-type { break-after: auto; }
.text { display: flow-root; }
.head { font-size: 0.9em; margin-bottom: 3em; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 1em 0 0.5em; }
h2 { font-size: 1.2em; margin: 0.8em 0 0.3em; }
p { margin: 0 0 0.9em; }
ul, ol { margin: 0 0 0.4em; padding-left: 1.6em; }
.goes-on, .goes-on li { list-style: none; }
.two { margin: 0 0 0.4em 0; padding-left: 1.6em; text-indent: -1.6em; }
.deep, .two.deep { padding-left: 3.2em; }
.mark { font-weight: normal; display: inline-block; width: 1.6em; text-indent: 0; }
table { border-collapse: collapse; margin-bottom: 1em; }
td { padding: 0.2em 0.6em; text-align: left; }
.body { table-layout: fixed; width: 100%; }
.body td { border-bottom: 0.5pt solid #999; }
sup { font-size: 0.65em; line-height: 0; }
.foot { position: absolute; bottom: 0; left: 0; right: 0; font-size: 0.8em; line-height: 1.3; }
.foot:not(:empty) { border-top: 0.5pt solid black; padding-top: 0.3em; }
.foot p { margin: 0; }
.reference { position: absolute; top: 1em; left: calc(100% + 4mm); width: 15mm; font-size: 0.6em; text-align: left; }
"""
SHOW_ENDS = """() => {  // without white between them, a text whose last line is full cannot be told from the next
  const right = range => [...range.getClientRects()].at(-1).right;
  const spare = (part, next) => {
    const [text, word] = [document.createRange(), document.createRange()];
    text.selectNodeContents(part);
    word.setStart(next.firstChild, 0);
    word.setEnd(next.firstChild, next.firstChild.data.split(' ')[0].length);
    return part.getBoundingClientRect().right - right(text) - word.getBoundingClientRect().width;
  };
  const size = parseFloat(getComputedStyle(document.body).fontSize);
  for (const next of document.querySelectorAll('.sheet > :is(p, ul, ol, .two) + p')) {
    const part = next.previousElementSibling;
    for (let step = 1; step < 30 && spare(part, next) < 1.5 * size; step++) part.style.wordSpacing = `${step / 100}em`;
  }
}"""
PAGINATE = """(height) => {
  const flow = [...document.body.firstChild.children];
  const reference = document.body.dataset.reference;
  let sheet;
  const begin = () => {
    const page = document.body.appendChild(document.createElement('div'));
    const beside = reference && sheet ? `<div class="reference">${reference}</div>` : '';
    page.className = 'sheet';
    page.style.height = (height - 1) + 'px';
    page.innerHTML = '<div class="text"></div><div class="foot"></div>' + beside;
    sheet = {text: page.children[0], foot: page.children[1]};
  };
  const fits = () => {
    const notes = [...sheet.text.querySelectorAll('sup')];
    sheet.foot.innerHTML = notes.map(call => `<p><sup>${call.innerText}</sup> ${call.dataset.note}</p>`).join('');
    return sheet.text.offsetHeight + sheet.foot.offsetHeight + 6 <= height;
  };
  const inner = part => part.querySelector('li, tbody') || part;
  const words = node => node.nodeType == 3
    ? node.data.split(/(?<=[ \u00ad])/).map(word => document.createTextNode(word))
    : [node];
  const cut = part => {  // leaves on the sheet the whole lines that fit, and gives back the rest
    const rest = part.cloneNode(true);
    const units = [...inner(part).childNodes].filter(node => node.className != 'mark').flatMap(words);
    units.forEach(unit => unit.remove());
    sheet.text.append(part);
    const show = count => inner(part).replaceChildren(...part.querySelectorAll('.mark'), ...units.slice(0, count));
    let [taken, tooMany] = [0, units.length];
    while (tooMany - taken > 1) {
      const middle = (taken + tooMany) >> 1;
      show(middle);
      if (fits()) taken = middle; else tooMany = middle;
    }
    show(taken);
    const whole = part.offsetHeight;
    show(taken + 1);
    const isWithinLine = part.offsetHeight == whole;
    show(taken);
    while (isWithinLine && taken && part.offsetHeight == whole) show(--taken);
    inner(rest).replaceChildren(...units.slice(taken));
    if (!taken) return part;
    const last = units[taken - 1];
    if (last.data) last.data = last.data.replace('\u00ad', '-');
    part.classList.add('cut');
    rest.classList.add('goes-on');
    return rest;
  };
  const place = part => {
    sheet.text.append(part);
    if (fits()) return;
    part.remove();
    const whole = part.cloneNode(true);
    const rest = /^H/.test(part.tagName) ? part : cut(part);
    const heads = [];
    if (rest == part) {
      part.remove();
      while (/^H/.test(sheet.text.lastElementChild.tagName)) {
        heads.unshift(sheet.text.removeChild(sheet.text.lastElementChild));
      }
    }
    fits();
    begin();
    sheet.text.append(...heads);
    place(rest == part ? whole : rest);
  };
  document.body.firstChild.remove();
  begin();
  flow.forEach(place);
  document.body.normalize();
}"""


class Press:
    """A Chromium that prints, in a thread of its own: a test session may have one open in the main thread."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._playwright = self._thread.submit(sync_playwright().start).result()
        launch = partial(self._playwright.chromium.launch, executable_path=program(), args=FLAGS)
        self._browser = self._thread.submit(launch).result()

    def letter(self, look: Look, face: str = FACES[0]) -> bytes:
        """The invented letter as PDF, in a typeface of tests/fonts/."""
        return self._thread.submit(_letter, self._browser, look, face).result()

    def page(self, body: str, style: str = "", below: str = "", face: str = FACES[0]) -> bytes:
        """Any HTML as PDF on A4, broken into pages by Chromium."""
        return self._thread.submit(_page, self._browser, body, style, below, face).result()

    def close(self) -> None:
        """Ends Chromium."""
        self._thread.submit(self._browser.close).result()
        self._thread.submit(self._playwright.stop).result()
        self._thread.shutdown()


def _letter(browser: Browser, look: Look, face: str) -> bytes:
    width, height = SIZES[look.paper]
    page = browser.new_page(viewport={"width": _pixels(width), "height": 1000})
    reference = f' data-reference="{look.reference}"' if look.reference else ""
    style = f"body {{ width: {width}mm; font-size: {look.points}pt }} {look.style}"
    _show(page, f'<body{reference}><div class="sheet">{LETTERHEAD}{_body()}</div></body>', style, face)
    page.evaluate(SHOW_ENDS)
    page.evaluate(PAGINATE, _pixels(height - 47))
    return _pdf(page, (width, height), look.above, look.below, face)


def _page(browser: Browser, body: str, style: str, below: str, face: str) -> bytes:
    page = browser.new_page()
    _show(page, f"<body>{body}", f"body {{ margin: 0 25mm }} {style}", face)
    return _pdf(page, SIZES["A4"], "", below, face)


def _show(page: Page, body: str, style: str, face: str) -> None:
    """Lays the HTML out, once its typeface is there."""
    faced = f"{font_face(face)} {STYLE} body {{ font-family: '{face}' }} {style}"
    page.set_content(f'<!doctype html><html lang="nl"><style>{faced}</style>{body}</html>')
    page.evaluate("Promise.all([...document.fonts].map(font => font.load()))")


def _pdf(page: Page, size: tuple[int, int], above: str, below: str, face: str) -> bytes:
    pdf = page.pdf(
        width=f"{size[0]}mm",
        height=f"{size[1]}mm",
        margin=MARGINS,  # type: ignore[arg-type]
        display_header_footer=True,
        header_template=f"<style>{font_face(face)}</style>{_strip(above, face)}",
        footer_template=_strip(below, face),
        print_background=True,
    )
    page.close()
    return pdf


def _pixels(millimetres: float) -> int:
    return int(millimetres / 25.4 * 96)


def _strip(text: str, face: str) -> str:
    """A line at the head or foot of the pages."""
    filled = html.escape(text).replace("{n}", '<span class="pageNumber"></span>')
    filled = filled.replace("{of}", '<span class="totalPages"></span>')
    return f'<div style="font: 8px {face}; width: 100%; margin: 0 25mm">{filled}</div>'


def _body() -> str:
    kinds = groupby(numbered(), key=lambda part: part.kind)
    return "".join(
        _table(list(parts)) if kind is BlockKind.ROW else "".join(map(_part, parts)) for kind, parts in kinds
    )


def _table(rows: list[Part]) -> str:
    cells = ("".join(f"<td>{_marked(cell, ())}</td>" for cell in row.cells) for row in rows)
    return f'<table class="body"><tbody>{"".join(f"<tr>{row}</tr>" for row in cells)}</tbody></table>'


def _part(part: Part) -> str:
    text = _marked(part.text, part.notes)
    deep = " class='deep'" if part.level == 2 else ""
    if part.kind is BlockKind.HEADING:
        return f"<h{part.level}>{text}</h{part.level}>"
    if part.mark == "•":
        return f"<ul{deep}><li>{text}</li></ul>"
    if part.mark.endswith("."):
        return f'<ol{deep} start="{part.mark[:-1]}"><li>{text}</li></ol>'
    if part.mark:
        return f'<div class="two{" deep" if deep else ""}"><b class="mark">{part.mark}</b>{text}</div>'
    return f"<p>{text}</p>"


def _marked(text: str, notes: tuple[str, ...]) -> str:
    """The text with its calls raised and places where a long word may be broken."""
    waiting = iter(notes)
    pieces = re.split(r"\[\^(\d+)\]", text)
    words = [re.sub(r"[^\W\d_]{9,}", lambda word: _breakable(word[0]), html.escape(piece)) for piece in pieces[::2]]
    calls = [f'<sup data-note="{html.escape(next(waiting))}">{number}</sup>' for number in pieces[1::2]]
    return "".join(word + call for word, call in zip(words, [*calls, ""], strict=True))


def _breakable(word: str) -> str:
    return "\u00ad".join(re.findall(r".{3,4}(?=...)|.+", word))
