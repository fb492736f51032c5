"""The pages of a PDF as PDFium opens them → what is printed on each: letters, lines drawn, dots."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter

import pypdfium2
import pypdfium2.raw as pdfium

from generator.documents.block import LeftOut, PagePart, Unreadable
from generator.documents.pdf.sheets.initials import with_initials
from generator.documents.pdf.sheets.letters import Box, Face, Letter, Text, faces_of
from generator.documents.pdf.sheets.opening import opened, pages_of
from generator.documents.pdf.sheets.seen import MOST, unseen_in
from generator.documents.pdf.sheets.sheet import Frame, Glyph, Sheet, Stroke
from generator.documents.pdf.sheets.struck import OnLine, struck_in

_HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE), "\u2010")
"""What a hyphen at the end of a line may come out as."""
_SOFT_HYPHEN = 0xAD
_NO_INK = frozenset((0, 0x200B, 0x200C, 0x200D, 0xFEFF))
FEW_LETTERS = 20
"""A page with fewer, on average, may be a picture of a page: what is stamped on it is not its text."""
MANY_UNKNOWN = 0.3
"""The share of letters without a meaning from which a text is not worth reading."""
RAISED_EM = 0.2
"""How high above its line a digit begins, in its size, if it is raised."""


def sheets_of(pdf: bytes) -> Iterator[Sheet]:
    """The pages of a PDF in order. Raises Unreadable, at the latest after the last, if there is no text to be had."""
    letters = unknown = count = 0
    is_pictured = False
    with opened(pdf) as document:
        for sheet in map(sheet_of, pages_of(document)):
            count += 1
            letters += sum(glyph.text.isalnum() for glyph in sheet.glyphs)
            unknown += sheet.unknown
            is_pictured |= sheet.pictured > MOST
            yield sheet
    if unknown > MANY_UNKNOWN * (letters + unknown):
        raise Unreadable("the PDF does not tell which letters it prints; have its text recognised first (OCR)")
    if letters < FEW_LETTERS * count and is_pictured:
        raise Unreadable("the PDF was scanned, its pages are pictures; have their text recognised first (OCR)")
    if not letters:
        raise Unreadable("nothing is written on the pages of the PDF; see whether this is the right file")


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """What is printed on a page, which is closed."""
    text = Text(page)
    faces = faces_of(text)
    turns = Counter(face.turn for face in faces if face and face.turn is not None)
    frame = Frame(page.get_bbox(), max(turns, key=lambda turn: turns[turn], default=0))
    letters = [Letter(i, text.codes[i], face, *frame.place(*text.origin(i))) for i, face in enumerate(faces) if face]
    strokes = tuple(frame.stroke(drawn.get_bounds()) for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], 1))
    unread = _unread(page, text, letters, frame, strokes)
    glyphs = with_initials(tuple(_glyphs(text, (letter for letter in letters if letter.i not in unread), frame)))
    pictures = (frame.stroke(shown.get_bounds()) for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], 1))
    pictured = max(map(_area, pictures), default=0) / (frame.width * frame.height)
    unknown = sum(text.is_unknown(letter.i) for letter in letters)
    lines = tuple(_lines(text, faces, unread)) if unread else ()
    page.close()
    return Sheet(frame.width, frame.height, glyphs, strokes, pictured, unknown, lines)


def _unread(
    page: pypdfium2.PdfPage, text: Text, letters: Sequence[Letter], frame: Frame, strokes: Sequence[Stroke]
) -> dict[int, PagePart]:
    """Which letters are not read, and why: turned against the text of the page, not to be seen, or struck through."""
    unread = {letter.i: part for letter in letters if (part := _misplaced_as(text, letter, frame))}
    placed = [letter for letter in letters if letter.i not in unread] if unread else letters
    on_lines = (OnLine(letter.i, letter.base, letter.face.size) for letter in placed)
    struck = struck_in(on_lines, lambda i: frame.across(text.place(i)), strokes) if strokes else ()
    unread |= dict.fromkeys(unseen_in(page, text, placed), PagePart.HIDDEN)
    return unread | dict.fromkeys(struck, PagePart.STRUCK)


def _misplaced_as(text: Text, letter: Letter, frame: Frame) -> PagePart | None:
    """As what a letter is not read where it stands: turned against the text of its page, or outside what is shown."""
    if letter.face.turn != frame.turn:
        return PagePart.TURNED
    is_on_paper = -1 < letter.left < frame.width and 0 < letter.base < frame.height + 1
    clip = letter.face.clip
    return None if is_on_paper and (clip is None or _is_in(text.place(letter.i), clip)) else PagePart.HIDDEN


def _is_in(place: Box, box: Box) -> bool:
    """Whether the middle of a place is inside a box."""
    left, bottom, right, top = place
    return box[0] <= (left + right) / 2 <= box[2] and box[1] <= (bottom + top) / 2 <= box[3]


def _lines(text: Text, faces: Sequence[Face | None], unread: Mapping[int, PagePart]) -> Iterator[LeftOut]:
    """The lines of what is not read. A space or line end that PDFium has made up belongs to the letter before it."""
    part: PagePart | None = None
    parts = [part := unread.get(i) if face else part for i, face in enumerate(faces)]
    for why, places in groupby(range(len(parts)), key=parts.__getitem__):
        if why:
            letters = "".join(chr(text.codes[i]) for i in places)
            yield from (LeftOut(why, " ".join(line.split())) for line in letters.splitlines() if line.strip())


def _area(stroke: Stroke) -> float:
    return (stroke.right - stroke.left) * (stroke.bottom - stroke.top)


def _glyphs(text: Text, read: Iterable[Letter], frame: Frame) -> Iterator[Glyph]:
    """What is read: letters that begin in one place are those of a ligature."""
    for (_, base), printed in groupby(read, key=attrgetter("left", "base")):
        first, *others = printed
        letters = _letters([first.code, *(letter.code for letter in others)]) if others else _letter(first.code)
        if letters:
            left, right = frame.across(text.place(first.i))
            for ends in (frame.across(text.place(letter.i)) for letter in others):
                left, right = min(left, ends[0]), max(right, ends[1])
            size, font = first.face.size, first.face.font
            is_raised = letters.isdecimal() and base - _foot(text, first, frame) > RAISED_EM * size
            yield Glyph(letters, left, right, base, size, font, is_raised, first.i)


def _foot(text: Text, letter: Letter, frame: Frame) -> float:
    """How far down the page the ink of a letter goes."""
    return frame.stroke(text.ink(letter.i)).bottom


def _letters(codes: Sequence[int]) -> str:
    """What is read of a ligature, in which a place where the word might have been broken leaves no ink."""
    return "".join(_letter(code) for code in codes if code != _SOFT_HYPHEN)


@cache
def _letter(code: int) -> str:
    """The letter as it is read: ligatures split, one kind of space; empty for what leaves no ink and is not a space."""
    if 0xD800 <= code < 0xE000 or code in _NO_INK:
        return ""
    letter = _HYPHENS.get(code) or chr(code)
    if letter.isspace():
        return " "
    return unicodedata.normalize("NFKC", letter) if "\ufb00" <= letter <= "\ufb06" else letter
