"""A letter made into what a word processor saves: a zip of XML with styles, lists, tables and footnotes."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from generator.documents.block import BlockKind
from tests.support.letters import Part

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CALL = re.compile(r"\[\^(\d)\]")
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/><w:basedOn w:val="Standaard"/></w:style>
<w:style w:type="paragraph" w:styleId="Paragraaf"><w:name w:val="Eigen kop"/><w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Vet"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def docx(body: str, notes: Sequence[str] = (), more: Mapping[str, str] | None = None) -> bytes:
    """A docx with such a body and footnotes, numbered from 1; `more` has other parts, by their kind."""
    texts = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{run(f" {note}")}</w:p></w:footnote>'
        for n, note in enumerate(notes, 1)
    )
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    related = {
        "styles": f"<w:styles {NAMESPACE}>{STYLES}</w:styles>",
        "footnotes": f"<w:footnotes {NAMESPACE}>{separator}{texts}</w:footnotes>",
        **{kind: f"<w:hdr {NAMESPACE}>{text}</w:hdr>" for kind, text in (more or {}).items()},
    }
    relations = "".join(
        f'<Relationship Id="r{i}" Type="{_TYPE}/{kind}" Target="{kind}.xml"/>' for i, kind in enumerate(related)
    )
    main = f'<Relationship Id="r" Type="{_TYPE}/officeDocument" Target="word/document.xml"/>'
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships>{main}</Relationships>",
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/document.xml": f"<w:document {NAMESPACE}><w:body>{body}<w:sectPr/></w:body></w:document>",
        **{f"word/{kind}.xml": text for kind, text in related.items()},
    })  # fmt: skip


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of such files by name, packed."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return held.getvalue()


def run(text: str, look: str = "") -> str:
    """A stretch of text; `look` is how it is printed, such as `<w:b/>`."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(inner: str, style: str = "", more: str = "") -> str:
    """A paragraph of runs in a style; `more` is what else its properties say."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of cells, each one or more paragraphs."""
    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/>{lines}</w:tbl>"


def docx_of(parts: Sequence[Part]) -> bytes:
    """The letter as a word processor saves it."""
    notes: list[str] = []
    body = ""
    for is_row, group in groupby(parts, key=lambda part: part.kind is BlockKind.ROW):
        some = list(group)
        if is_row:
            body += table(*[[paragraph(run(cell)) for cell in part.cells] for part in some])
        else:
            body += "".join(_paragraph_of(part, notes) for part in some)
    return docx(body, notes)


def _paragraph_of(part: Part, notes: list[str]) -> str:
    inner, start = "", 0
    for call in _CALL.finditer(part.text):
        notes.append(part.notes[int(call[1]) - 1])
        inner += run(part.text[start : call.start()])
        inner += f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
        start = call.end()
    inner += run(part.text[start:])
    if part.kind is BlockKind.HEADING:
        return paragraph(inner, f"Kop{part.level}")
    numbered = f'<w:numPr><w:ilvl w:val="{part.level - 1}"/><w:numId w:val="2"/></w:numPr>'
    return paragraph(inner, "", numbered if part.kind is BlockKind.ITEM else "")
