"""A PDF with a text layer → its blocks: what a reader takes for headings, paragraphs, list items and table rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from generator.documents.block import Block, BlockKind, LeftOut, PagePart, Reading, Unreadable
from generator.documents.conventions import LETTER
from generator.documents.pdf.areas import columns_of
from generator.documents.pdf.footnotes import Note, without_notes
from generator.documents.pdf.headers_footers import text_pages
from generator.documents.pdf.layout import CALL, END, SAME_SIZE, Page, Print, print_of, rejoined
from generator.documents.pdf.lines import page_of
from generator.documents.pdf.paragraphs import label_of, paragraphs_of
from generator.documents.pdf.reading_order import Line, lines_of
from generator.documents.pdf.sheets import FEW_LETTERS, MOST, sheets_of

_CALLED = re.compile(f" ?{CALL}([^{CALL}{END}]*){END}")
_SALUTATION = re.compile(LETTER.printed_salutation)
_OPEN = re.compile(r"[^.:;?!…]$")
MIN_CUT_WORDS = 8
"""Words of the first part at least of a sentence that was cut in two."""
MAX_HEADING_WORDS = 30
MAX_LEAD_WORDS = 14
"""The same for a heading that ends like a sentence."""
MIN_CAPITALS = 6
"""Letters of a heading that stands out by its capitals only at least."""
MAX_SLANTED_WORDS = 20
"""The same for a heading that is neither larger than the text nor bold."""


@dataclass(frozen=True)
class _Style:
    """How a heading is printed."""

    size: float
    bold: bool
    italic: bool

    def is_like(self, other: "_Style") -> bool:
        """Whether a reader takes the headings for those of one level."""
        return abs(self.size - other.size) < SAME_SIZE and (self.bold, self.italic) == (other.bold, other.italic)


@dataclass(frozen=True)
class _Found:
    """A block as found, with the page on which it begins and the style of a heading."""

    block: Block
    page: int
    style: _Style | None = None
    base: float = 0
    """How far down its first line is."""


def read_pdf(pdf: bytes) -> Reading:
    """The blocks of a PDF in reading order, without what is printed for turning its pages.

    A footnote stands at the end of the block that calls it; after a heading it is a paragraph of its own.
    Raises Unreadable for what is no PDF, is damaged, asks for a password or has no text.
    """
    pages, unread = _pages(pdf)
    texts, left_out = text_pages(pages, print_of(pages))
    if not any(page.pieces for page in texts):
        raise Unreadable("nothing but page numbers is written in the PDF; see whether this is the right file")
    usual = print_of(texts)
    bodies, notes = without_notes(columns_of(texts, usual), usual)
    lines = lines_of(bodies, usual)
    text = _mended(_found([line for line in lines if not line.is_beside], usual))
    beside = _found([line for line in lines if line.is_beside and not line.is_boxed], usual)
    boxed = _found([line for line in lines if line.is_boxed], usual)
    found = _of_letter(_with_boxes(_in_turn(text, beside), boxed))
    blocks = tuple(_with_notes(list(_levelled(found)), notes))
    return Reading(blocks, (*unread, *left_out))


def _pages(pdf: bytes) -> tuple[tuple[Page, ...], list[LeftOut]]:
    """The pages, and what is on them that is not read. Of a long document only one at a time is held as letters."""
    pages: list[Page] = []
    unread: list[LeftOut] = []
    for number, sheet in enumerate(sheets_of(pdf)):
        pages.append(page_of(number, sheet))
        unread += (replace(line, page=number + 1) for line in sheet.unread)
        if sheet.pictured > MOST and len(sheet.glyphs) < FEW_LETTERS:
            unread.append(LeftOut(PagePart.PICTURE, page=number + 1))
    return tuple(pages), unread


def _found(lines: Sequence[Line], usual: Print) -> list[_Found]:
    return [_found_in(group, usual) for group in paragraphs_of(lines, usual)]


def _found_in(group: list[Line], usual: Print) -> _Found:
    text = rejoined(line.text for line in group)
    page, base, font = group[0].page, group[0].base, group[0].font
    if group[0].is_row:
        return _Found(Block(BlockKind.ROW, text), page, None, base)
    if _is_heading(group, text, usual):
        style = _Style(group[0].size, font.bold, font.italic)
        return _Found(Block(BlockKind.HEADING, text), page, style, base)
    label, rest = label_of(text)
    return _Found(Block(BlockKind.ITEM if label else BlockKind.PARAGRAPH, rest), page, None, base)


def _is_heading(group: list[Line], text: str, usual: Print) -> bool:
    """Whether a text is printed to stand out, and reads as a heading and not as a sentence."""
    font, bare = group[0].font, _CALLED.sub("", text)
    words, (label, _) = len(bare.split()), label_of(bare)
    has_bullet = bool(label) and not any(letter.isalnum() for letter in label)
    if has_bullet or not any(letter.isalpha() for letter in bare) or words > MAX_HEADING_WORDS:
        return False
    is_sentence = bare[-1] in ".;,"
    if group[0].size > usual.size + SAME_SIZE:
        return words <= MAX_LEAD_WORDS or not is_sentence
    if is_sentence or bare[0].islower() or any(line.font != font for line in group):
        return False
    if group[0].size < usual.size - SAME_SIZE:
        return False
    slanted = font.italic > usual.font.italic or (bare.isupper() and len(bare) > MIN_CAPITALS)
    return font.bold > usual.font.bold or (slanted and words <= MAX_SLANTED_WORDS)


def _mended(found: Iterable[_Found]) -> list[_Found]:
    """A sentence that something cut in two is one block again, and so is a row that a page break cut in two."""
    mended: list[_Found] = []
    for one in found:
        if mended and _goes_on(mended[-1], one):
            text = rejoined([mended[-1].block.text, one.block.text])
            mended[-1] = replace(mended[-1], block=replace(mended[-1].block, text=text))
        else:
            mended.append(one)
    return mended


def _goes_on(before: _Found, one: _Found) -> bool:
    bare = _CALLED.sub("", before.block.text)
    if not one.block.text[0].islower() or not _OPEN.search(bare):
        return False
    if before.block.kind is BlockKind.ROW:
        return before.page != one.page and one.block.kind in (BlockKind.ROW, BlockKind.PARAGRAPH)
    texts = before.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and one.block.kind is BlockKind.PARAGRAPH
    return texts and len(bare.split()) >= MIN_CUT_WORDS


def _in_turn(text: list[_Found], beside: list[_Found]) -> list[_Found]:
    """Text in the margin of a page comes before text that begins on that page."""
    return sorted([*map(_as_paragraph, beside), *text], key=lambda one: one.page)


def _with_boxes(text: list[_Found], boxed: list[_Found]) -> list[_Found]:
    """What stands in a box comes after the text that begins above it, and is no heading of what follows."""
    whole = list(text)
    after = 0
    for n, one in enumerate(boxed):
        if n == 0 or one.page != boxed[n - 1].page or one.base < boxed[n - 1].base:
            above = (i for i, other in enumerate(whole, 1) if (other.page, other.base) <= (one.page, one.base))
            after = max(above, default=0)
        whole.insert(after, one if one.style is None else _as_paragraph(one))
        after += 1
    return whole


def _of_letter(found: list[_Found]) -> list[_Found]:
    """What stands above the salutation of a letter, or in the title of a paper, has no headings."""
    salutations = (i for i, one in enumerate(found) if one.page == 0 and _SALUTATION.match(one.block.text))
    start = next(salutations, LETTER.end_of_title([one.block.text for one in found if one.page == 0]))
    return [*map(_as_paragraph, found[:start]), *found[start:]]


def _as_paragraph(one: _Found) -> _Found:
    return _Found(Block(BlockKind.PARAGRAPH, one.block.text), one.page, None, one.base)


def _levelled(found: list[_Found]) -> Iterator[_Found]:
    """The headings with their level; one that is printed twice in a row is there once."""
    styles = sorted({one.style for one in found if one.style}, key=lambda s: (-s.size, not s.bold, not s.italic))
    new = [int(i == 0 or not style.is_like(styles[i - 1])) for i, style in enumerate(styles)]
    levels = dict(zip(styles, accumulate(new), strict=True))
    last = ""
    for one in found:
        letters = "".join(filter(str.isalpha, one.block.text.casefold())) if one.style else ""
        if not letters or letters != last:
            yield replace(one, block=replace(one.block, level=levels[one.style])) if one.style else one
        last = letters


def _with_notes(found: list[_Found], notes: Iterable[Note]) -> Iterator[Block]:
    """The blocks with the notes that they call; a note that no block calls follows the last block of its page."""
    texts = {note.call: note.text for note in notes}
    called = {call[0].strip() for one in found for call in _CALLED.finditer(one.block.text)}
    uncalled = [note for note in notes if note.call not in called]
    for one in found:
        while uncalled and uncalled[0].page < one.page:
            yield Block(BlockKind.PARAGRAPH, uncalled[0].text, page=uncalled.pop(0).page + 1)
        of_block = [texts[call[0].strip()] for call in _CALLED.finditer(one.block.text)]
        text, page = _CALLED.sub("", one.block.text), one.page + 1
        if one.style:
            yield replace(one.block, text=text, page=page)
            yield from (Block(BlockKind.PARAGRAPH, note, page=page) for note in of_block)
        else:
            yield replace(one.block, text=" ".join([text, *of_block]), page=page)
    yield from (Block(BlockKind.PARAGRAPH, note.text, page=note.page + 1) for note in uncalled)
