"""A letter made into what officielebekendmakingen.nl publishes of it: the XML of the paper, and its web page."""

import re
import textwrap
from collections.abc import Callable, Sequence
from html import escape
from itertools import groupby

from generator.documents.block import Block, BlockKind
from tests.support.letters import Part

HEAD = (
    "99 123 Sluizen, veren en bruggen",
    "Nr. 7 BRIEF VAN DE DIRECTEUR-GENERAAL VAN DE WATERDIENST",
    "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal",
    "Oosterdam, 3 juni 2026",
)
"""What stands above the letter, and what nobody who writes a letter types."""
_CALL = re.compile(r"\[\^(\d)\]")
_NUMBER = re.compile(r"(\d+(?:\.\d+)*) (.*)")


def p(text: str) -> Block:
    """A paragraph; as in tests/letters.py, `i` is a point of a list, `r` a row, `h` a heading."""
    return Block(BlockKind.PARAGRAPH, text)


def i(text: str) -> Block:
    return Block(BlockKind.ITEM, text)


def r(text: str) -> Block:
    return Block(BlockKind.ROW, text)


def h(level: int, text: str) -> Block:
    return Block(BlockKind.HEADING, text, level)


def meant(parts: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks of a letter and of the head above it."""
    texts = (" ".join([_CALL.sub("", part.text).replace("\t", " "), *part.notes]) for part in parts)
    letter = (Block(part.kind, text, _level(part)) for part, text in zip(parts, texts, strict=True))
    return (*map(p, HEAD), *letter)


def _level(part: Part) -> int:
    return part.level if part.kind is BlockKind.HEADING else 0


def xml_of(parts: Sequence[Part], styles: Sequence[str] = ()) -> bytes:
    """The XML of the paper. Headings are divisions within divisions; the deepest are printed in `styles` instead."""
    dossier, _, *address = HEAD
    lines = [f"<al>{line}</al>" for line in address]
    depth, divisions = 0, max((_level(part) for part in parts), default=0) - len(styles)
    for group in _grouped(parts):
        part = group[0]
        if part.kind is BlockKind.HEADING and part.level > divisions:
            style = styles[part.level - divisions - 1]
            lines.append(f'<tussenkop kopopmaak="{style}">{_xml_said(part)}</tussenkop>')
        elif part.kind is BlockKind.HEADING:
            lines += ["</divisie>"] * (depth - part.level + 1) + ['<divisie opmaak="default">', _xml_kop(part)]
            depth = part.level
        else:
            lines += _XML_GROUPS[part.kind](group)
    lines += ["</divisie>"] * depth
    body = "\n        ".join(lines)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <metadata>
    <meta name="OVERHEIDop.dossiertitel" content="Sluizen"/>
  </metadata>
  <kamerstuk>
    <kamerstukkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar 2025-2026</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
    </kamerstukkop>
    <dossier><dossiernummer><dossiernr>{dossier[:6]}</dossiernr></dossiernummer><titel>{dossier[7:]}</titel></dossier>
    <stuk>
      <stuknr>Nr. <ondernummer kamer="2">7</ondernummer></stuknr>
      <titel>BRIEF VAN DE DIRECTEUR-GENERAAL VAN DE WATERDIENST </titel>
      <algemeen><vrije-tekst><tekst status="goed">
        {body}
      </tekst></vrije-tekst></algemeen>
    </stuk>
  </kamerstuk>
</officiele-publicatie>
""".encode()


def _xml_kop(part: Part) -> str:
    number = _NUMBER.fullmatch(part.text)
    if not number or part.notes:
        return f"<kop><titel>{_xml_said(part)}</titel></kop>"
    return f'<kop><nr status="officieel">{number[1]}</nr><titel>{escape(number[2])}</titel></kop>'


def _xml_said(part: Part) -> str:
    return _said(part, '<nadruk type="cur">', "</nadruk>", lambda call: _xml_note(part, int(call[1])))


def _xml_note(part: Part, called: int) -> str:
    text = escape(part.notes[called - 1])
    return (
        f'<noot id="ID-{id(part)}-{called}" type="voet">\n    <noot.nr>{called}</noot.nr>\n    '
        f"<noot.al>{text}</noot.al>\n    </noot>"
    )


def _xml_list(parts: Sequence[Part]) -> list[str]:
    lines = ['<lijst type="expliciet" level="single">']
    for outer in _nested(parts):
        first, inner = outer[0], outer[1:]
        deeper = "\n".join(_xml_list(inner)) if inner else ""
        lines.append(f"<li><li.nr>{escape(first.mark)}</li.nr><al>{_xml_said(first)}</al>{deeper}</li>")
    return [*lines, "</lijst>"]


def _xml_table(parts: Sequence[Part]) -> list[str]:
    rows = []
    for part in parts:
        cells = [_xml_said(Part(part.kind, cell, notes=part.notes)) for cell in part.cells]
        rows.append("<row>" + "".join(f'<entry colname="c"><al>{cell}</al></entry>' for cell in cells) + "</row>")
    head, *body = rows
    columns = f'<tgroup cols="{len(parts[0].cells)}"><colspec colname="c"/>'
    return ["<table>", columns, f"<thead>{head}</thead><tbody>", *body, "</tbody></tgroup></table>"]


_XML_GROUPS = {
    BlockKind.PARAGRAPH: lambda parts: [f"<al>{_xml_said(part)}</al>" for part in parts],
    BlockKind.ITEM: _xml_list,
    BlockKind.ROW: _xml_table,
}


def page_of(parts: Sequence[Part], styles: Sequence[str] = ()) -> bytes:
    """The web page of the paper between its furniture. The deepest headings are printed in `styles`, others as `h2`…"""
    dossier, title, *address = HEAD
    divisions = max((_level(part) for part in parts), default=0) - len(styles)
    lines = [f"<p>{line}</p>" for line in address]
    for group in _grouped(parts):
        part = group[0]
        if part.kind is BlockKind.HEADING and part.level > divisions:
            style = styles[part.level - divisions - 1]
            lines.append(f'<p class="tussenkop"><strong class="tussenkop_{style}">{_page_said(part)}</strong></p>')
        elif part.kind is BlockKind.HEADING:
            lines.append(f'<h{part.level + 1} class="divisiekop{part.level}">{_page_said(part)}</h{part.level + 1}>')
        else:
            lines += _PAGE_GROUPS[part.kind](group)
    notes = [_page_note(part, number) for part in parts for number in range(1, len(part.notes) + 1)]
    body, voetnoten = "\n".join(lines), "\n".join(notes)
    return f"""<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Kamerstuk 99123, nr. 7</title>
<script>document.write("<p>Niet lezen</p>")</script><style>p {{ color: black }}</style></head>
<body><header><h1>Overheid.nl</h1><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article><table><tr><th>Datum publicatie</th><td>4 juni 2026</td></tr></table>
<div id="broodtekst" class="stuk broodtekst-container"><a name="d17e1"></a>
<h1 class="dossiertitel"><span class="dossiernummer">{dossier[:6]}</span>
 {dossier[7:]}</h1>
<div class="stuk"><h1 class="stuktitel no-toc"><span class="stuknummer">{title[:5]}</span>{title[5:]}</h1>
<div class="algemeen"><div class="alineagroep">
{body}
</div></div></div>
<div id="noten"><hr />
{voetnoten}
</div></div></article></main>
<aside><h2>Gerelateerd</h2><p>Andere stukken</p></aside>
<footer><p>Over deze website</p></footer></body></html>
""".encode()


def _page_said(part: Part) -> str:
    def link(call: re.Match[str]) -> str:
        name = f"ID-{id(part.notes)}-{call[1]}"
        return f'<a class="nootnum supernote-click-{name}" href="#{name}">{call[1]}</a>'

    return _said(part, "<em>", "</em>", link)


def _page_note(part: Part, number: int) -> str:
    name = f"ID-{id(part.notes)}-{number}"
    return f"""<div class="voet noot snp-mouseoffset snb-pinned notedefault" id="supernote-note-{name}">
   <h5 class="note-close"><a class="note-close" href="#close-{name}">X</a> Noot
   </h5><sup><span class="nootnum"><a id="{name}" name="{name}"></a>{number}</span></sup>
   <p>{escape(part.notes[number - 1])}</p></div>"""


def _page_list(parts: Sequence[Part]) -> list[str]:
    lines = ['<ul class="expliciet whitespace-small">']
    for first, *inner in _nested(parts):
        label = f'<span class="ol">{escape(first.mark)} </span>'
        deeper = "\n".join(_page_list(inner)) if inner else ""
        lines.append(f'<li class="li"><p class="labeled">{label}{_page_said(first)}</p>{deeper}</li>')
    return [*lines, "</ul>"]


def _page_table(parts: Sequence[Part]) -> list[str]:
    rows = []
    for part in parts:
        cells = [_page_said(Part(part.kind, cell, notes=part.notes)) for cell in part.cells]
        rows.append("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in cells) + "</tr>")
    return ["<table><colgroup><col></colgroup><thead>", rows[0], "</thead><tbody>", *rows[1:], "</tbody></table>"]


_PAGE_GROUPS = {
    BlockKind.PARAGRAPH: lambda parts: [f"<p>{_page_said(part)}</p>" for part in parts],
    BlockKind.ITEM: _page_list,
    BlockKind.ROW: _page_table,
}


def _grouped(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts that belong together: the points of a list, the rows of a table; every heading on its own."""
    numbered = enumerate(parts)
    groups = groupby(numbered, key=lambda one: (one[1].kind, one[0] * (one[1].kind is BlockKind.HEADING)))
    return [[part for _, part in group] for _, group in groups]


def _nested(parts: Sequence[Part]) -> list[list[Part]]:
    """Each point of a list with the points of the list in it."""
    shallow = min(part.level for part in parts)
    points: list[list[Part]] = []
    for part in parts:
        if part.level == shallow:
            points.append([part])
        else:
            points[-1].append(part)
    return points


def _said(part: Part, emphasis: str, end: str, call: Callable[[re.Match[str]], str]) -> str:
    """The text of a part as printed: in lines, its first word in italics, its notes called."""
    lines = textwrap.fill(escape(part.text), 100, subsequent_indent="    ", break_on_hyphens=False)
    first, *rest = re.split(r"(\s)", lines, maxsplit=1)
    emphasised = f"{emphasis}{first}{end}" if not _CALL.search(first) else first
    return _CALL.sub(call, emphasised + "".join(rest))
