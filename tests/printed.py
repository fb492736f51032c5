"""The invented letter as it leaves a ministry: printed on pages, with head and foot, footnotes and broken words."""

import html
import re
from dataclasses import dataclass
from itertools import groupby

from playwright.sync_api import Browser

from generator.blocks import BlockKind
from tests.letters import Part, numbered


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


SIZES = {"A4": (210, 297), "A5": (148, 210)}
MARGINS = {"top": "25mm", "bottom": "22mm", "left": "0", "right": "0"}
LETTERHEAD = """
<div class="head"><p><b>Ministerie van Vaarwegen</b><br>Waterdienst</p>
<p>Aan de Voorzitter van de Kamer<br>Postbus 1<br>1000 AA Oosterdam</p>
<table><tr><td>Datum</td><td>11 juni 2026</td></tr><tr><td>Betreft</td><td>Voortgang bij de Waterdienst</td></tr></table>
</div>"""
STYLE = """
* { text-rendering: geometricPrecision; } body { margin: 0; font-family: "Liberation Sans"; line-height: 1.4; hyphens: manual; }
.sheet { position: relative; margin: 0 20mm 0 25mm; break-after: page; } .sheet:last-of-type { break-after: auto; }
.text { display: flow-root; } p { margin: 0 0 0.9em; } .head { font-size: 0.9em; margin-bottom: 3em; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 1em 0 0.5em; } h2 { font-size: 1.2em; margin: 0.8em 0 0.3em; }
ul, ol { margin: 0 0 0.4em; padding-left: 1.6em; } .deep { padding-left: 3.2em; }
.two { margin: 0 0 0.4em 0; padding-left: 1.6em; text-indent: -1.6em; } .two.deep { padding-left: 3.2em; }
.two b { font-weight: normal; display: inline-block; width: 1.6em; text-indent: 0; }
.goes-on, .goes-on li { list-style: none; } table { border-collapse: collapse; margin-bottom: 1em; } td { padding: 0.2em 0.6em; text-align: left; }
.body { table-layout: fixed; width: 100%; } .body td { border-bottom: 0.5pt solid #999; }
sup { font-size: 0.65em; line-height: 0; }
.foot { position: absolute; bottom: 0; left: 0; right: 0; font-size: 0.8em; line-height: 1.3; }
.foot:not(:empty) { border-top: 0.5pt solid black; padding-top: 0.3em; } .foot p { margin: 0; }
.reference { position: absolute; top: 1em; left: calc(100% + 4mm); width: 15mm; font-size: 0.6em; text-align: left; }
"""
PAGINATE = """(height) => {
  const flow = [...document.body.children]; let sheet;
  const fits = () => sheet.text.offsetHeight + sheet.foot.offsetHeight + 6 <= height;
  const begin = () => {
    const page = document.body.appendChild(document.createElement('div')); page.className = 'sheet';
    page.style.height = (height - 1) + 'px'; page.innerHTML = '<div class="text"></div><div class="foot"></div>';
    if (document.body.dataset.reference && sheet) {
      const beside = page.appendChild(document.createElement('div'));
      beside.className = 'reference'; beside.innerText = document.body.dataset.reference;
    }
    sheet = {text: page.children[0], foot: page.children[1]};
  };
  const refoot = () => {
    sheet.foot.innerHTML = [...sheet.text.querySelectorAll('sup')].map(call =>
      `<p><sup>${call.innerText}</sup> ${call.dataset.note}</p>`).join('');
  };
  const units = part => [...part.childNodes].flatMap(node => node.nodeType == 3
    ? node.data.split(/(?<=[ \\u00ad])/).map(word => document.createTextNode(word)) : [node]);
  const place = (part, carried) => {
    sheet.text.append(part); refoot();
    if (fits()) return;
    part.remove(); refoot();
    const inner = part.querySelector('li, tbody') || part;
    const left = units(inner).filter(unit => unit.nodeType == 3 || !unit.matches('b.mark'));
    const mark = part.querySelector('b.mark'); const rest = part.cloneNode(true);
    const after = rest.querySelector('li, tbody') || rest;
    inner.replaceChildren(...(mark ? [mark] : [])); let taken = 0;
    if (!/^H/.test(part.tagName)) {
      sheet.text.append(part);
      for (const unit of left) {
        inner.append(unit); refoot(); if (!fits()) { unit.remove(); break; } taken++;
        if (unit.data && unit.data.endsWith('\\u00ad')) unit.data = unit.data.replace('\\u00ad', '-');
        if (taken > 1 && left[taken - 2].data) left[taken - 2].data = left[taken - 2].data.replace(/-$/, '\\u00ad');
      }
      const before = part.offsetHeight, next = left[taken].cloneNode(true); inner.append(next);
      const is_within = part.offsetHeight == before; next.remove();
      while (is_within && taken && part.offsetHeight == before) { left[--taken].remove(); }
      refoot(); if (!taken) part.remove();
    }
    if (taken) { part.classList.add('cut'); rest.classList.add('goes-on'); after.replaceChildren(...left.slice(taken)); }
    const heads = [];
    while (!taken && /^H/.test(sheet.text.lastElementChild.tagName)) {
      heads.unshift(sheet.text.lastElementChild); heads[0].remove();
    }
    if (!taken) inner.replaceChildren(...(mark ? [mark] : []), ...left);
    begin(); heads.forEach(head => sheet.text.append(head)); place(taken ? rest : part);
  };
  begin(); flow.forEach(part => part.remove()); flow.forEach(part => place(part));
}"""


def printed(browser: Browser, look: Look, letterhead: str = LETTERHEAD) -> bytes:
    """The letter as PDF."""
    width, height = (f"{length}mm" for length in SIZES[look.paper])
    page = browser.new_page(viewport={"width": _pixels(SIZES[look.paper][0]), "height": 1000})
    reference = f' data-reference="{look.reference}"' if look.reference else ""
    style = f"{STYLE} body {{ font-size: {look.points}pt }} {look.style}"
    page.set_content(
        f'<!doctype html><html lang="nl"><style>{style}</style><body{reference}>{letterhead}{_body(look.points)}</body></html>'
    )
    page.evaluate(PAGINATE, _pixels(SIZES[look.paper][1] - 47))
    pdf = page.pdf(
        width=width,
        height=height,
        margin=MARGINS,  # type: ignore[arg-type]
        display_header_footer=True,
        header_template=_strip(look.above),
        footer_template=_strip(look.below),
        print_background=True,
    )
    page.close()
    return pdf


def _pixels(millimetres: float) -> int:
    return int(millimetres / 25.4 * 96)


def _strip(text: str) -> str:
    """A line at the head or foot of the pages."""
    filled = html.escape(text).replace("{n}", '<span class="pageNumber"></span>')
    filled = filled.replace("{of}", '<span class="totalPages"></span>')
    return f'<div style="font: 8px Liberation Sans; width: 100%; margin: 0 25mm">{filled}</div>'


def _body(points: float) -> str:
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
