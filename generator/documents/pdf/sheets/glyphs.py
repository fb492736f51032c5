"""The pages of a PDF as PDFium opens them → what is printed on each: letters, lines drawn, dots."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from generator.documents.block import LeftOut, PagePart, Unreadable
from generator.documents.pdf.sheets.opening import opened, pages_of
from generator.documents.pdf.sheets.sheet import Font, Frame, Glyph, Sheet, Stroke

_BOLD = re.compile(r"bold|black|heavy|demi|semibd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ITALIC_FLAG = 1 << 6
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
MOST = 0.5
"""The share of a page that a picture of it covers at least."""


_Box = tuple[float, float, float, float]
"""The left, lower, right and upper edge of something, in points from the lower left corner of the page."""


@dataclass(frozen=True)
class _Face:
    """How the letters of one stretch of text are printed."""

    font: Font
    size: float
    turn: int | None
    """In quarters to the left; nothing if it is aslant, as a watermark is."""
    clip: _Box | None
    """What is drawn outside it is not to be seen; nothing if all of it is."""


class _Letter(NamedTuple):
    """A letter that is printed, and not made up."""

    i: int
    """Its number on the page."""
    face: _Face
    origin: tuple[float, float]
    """Where it begins on its line, in points from the lower left corner of the page."""


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


class _Text:
    """What PDFium tells of the letters of a page; as it is asked for each, what it answers in is made once."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._held = page.get_textpage()
        self.raw = self._held.raw
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._box = pdfium.FS_RECTF()

    def code(self, i: int) -> int:
        return int(pdfium.FPDFText_GetUnicode(self.raw, i))

    def is_unknown(self, i: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(self.raw, i) == 1)

    def origin(self, i: int) -> tuple[float, float]:
        x, y, *_ = self._edges
        pdfium.FPDFText_GetCharOrigin(self.raw, i, x, y)
        return x.value, y.value

    def place(self, i: int) -> _Box:
        """As high for a full stop as for a capital."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.raw, i, box)
        return box.left, box.bottom, box.right, box.top

    def ink(self, i: int) -> _Box:
        left, right, bottom, top = self._edges
        pdfium.FPDFText_GetCharBox(self.raw, i, left, right, bottom, top)
        return left.value, bottom.value, right.value, top.value


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """What is printed on a page, which is closed."""
    text = _Text(page)
    faces = _faces(text.raw)
    turns = Counter(face.turn for face in faces if face and face.turn is not None)
    frame = Frame(page.get_bbox(), max(turns, key=lambda turn: turns[turn], default=0))
    letters = [_Letter(i, face, text.origin(i)) for i, face in enumerate(faces) if face]
    unread = {letter.i: part for letter in letters if (part := _unread_as(text, letter, frame))}
    glyphs = tuple(_glyphs(text, (letter for letter in letters if letter.i not in unread), frame))
    strokes = tuple(frame.stroke(drawn.get_bounds()) for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], 1))
    pictures = (frame.stroke(shown.get_bounds()) for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], 1))
    pictured = max(map(_area, pictures), default=0) / (frame.width * frame.height)
    unknown = sum(text.is_unknown(letter.i) for letter in letters)
    lines = tuple(_lines(text, faces, unread)) if unread else ()
    page.close()
    return Sheet(frame.width, frame.height, glyphs, strokes, pictured, unknown, lines)


def _unread_as(text: _Text, letter: _Letter, frame: Frame) -> PagePart | None:
    """Why a letter is not read, if it is not: it is turned against the text of its page, or nobody sees it there."""
    if letter.face.turn != frame.turn:
        return PagePart.TURNED
    left, base = frame.place(*letter.origin)
    is_on_paper = -1 < left < frame.width and 0 < base < frame.height + 1
    clip = letter.face.clip
    return None if is_on_paper and (clip is None or _is_in(text.place(letter.i), clip)) else PagePart.HIDDEN


def _is_in(place: _Box, box: _Box) -> bool:
    """Whether the middle of a place is inside a box."""
    left, bottom, right, top = place
    return box[0] <= (left + right) / 2 <= box[2] and box[1] <= (bottom + top) / 2 <= box[3]


def _lines(text: _Text, faces: Sequence[_Face | None], unread: Mapping[int, PagePart]) -> Iterator[LeftOut]:
    """The lines of what is not read. A space or line end that PDFium has made up belongs to the letter before it."""
    part: PagePart | None = None
    parts = [part := unread.get(i) if face else part for i, face in enumerate(faces)]
    for why, places in groupby(range(len(parts)), key=parts.__getitem__):
        if why:
            letters = "".join(chr(text.code(i)) for i in places)
            yield from (LeftOut(why, " ".join(line.split())) for line in letters.splitlines() if line.strip())


def _area(stroke: Stroke) -> float:
    return (stroke.right - stroke.left) * (stroke.bottom - stroke.top)


def _faces(text: Any) -> list[_Face | None]:
    """The face of every letter; nothing for a space or line end that PDFium has made up."""
    known: dict[int, _Face] = {}
    faces: list[_Face | None] = []
    for i in range(pdfium.FPDFText_CountChars(text)):
        stretch = pdfium.FPDFText_GetTextObject(text, i)
        if not stretch or pdfium.FPDFText_IsGenerated(text, i) == 1:
            faces.append(None)
            continue
        address = ctypes.c_void_p.from_buffer(stretch).value or 0
        if address not in known:
            known[address] = _face(text, i, stretch)
        faces.append(known[address])
    return faces


def _face(text: Any, i: int, stretch: Any) -> _Face:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, i, matrix)
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.02 else None
    size = pdfium.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    font = pdfium.FPDFTextObj_GetFont(stretch)
    held = ctypes.create_string_buffer(200)
    pdfium.FPDFFont_GetBaseFontName(font, held, len(held))
    name = _SUBSET.sub("", held.value.decode("utf-8", "replace"))
    stroked = pdfium.FPDFTextObj_GetTextRenderMode(stretch) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
    italic = bool(_ITALIC.search(name)) or bool(pdfium.FPDFFont_GetFlags(font) & _ITALIC_FLAG)
    return _Face(Font(name, stroked or bool(_BOLD.search(name)), italic), round(size, 2), turn, _clip(stretch, matrix))


def _clip(stretch: Any, matrix: pdfium.FS_MATRIX) -> _Box | None:
    """The box that is common to all within which a stretch of text is drawn.

    Nothing within a form that is put elsewhere on the page: PDFium gives these boxes as they are in the form.
    """
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(stretch, own)
    paths = pdfium.FPDFPageObj_GetClipPath(stretch)
    if not paths or any(abs(getattr(own, name) - getattr(matrix, name)) > 0.01 for name in "abcd"):
        return None
    boxes = [box for path in range(pdfium.FPDFClipPath_CountPaths(paths)) if (box := _box_of_path(paths, path))]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _box_of_path(paths: Any, path: int) -> _Box | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for segment in range(pdfium.FPDFClipPath_CountPathSegments(paths, path)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(paths, path, segment), x, y)
        points.append((x.value, y.value))
    if not points:
        return None
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)


def _glyphs(text: _Text, read: Iterable[_Letter], frame: Frame) -> Iterator[Glyph]:
    """What is read: letters that begin in one place are those of a ligature."""
    for origin, printed in groupby(read, key=attrgetter("origin")):
        same = list(printed)
        letters = _letters([text.code(letter.i) for letter in same])
        if letters:
            ends = [end for letter in same for end in frame.across(text.place(letter.i))]
            face, base = same[0].face, frame.place(*origin)[1]
            is_raised = letters.isdecimal() and base - _foot(text, same[0], frame) > RAISED_EM * face.size
            yield Glyph(letters, min(ends), max(ends), base, face.size, face.font, is_raised)


def _foot(text: _Text, letter: _Letter, frame: Frame) -> float:
    """How far down the page the ink of a letter goes."""
    return frame.stroke(text.ink(letter.i)).bottom


def _letters(codes: Sequence[int]) -> str:
    """What is read at one place. Within a ligature, a place where the word might have been broken leaves no ink."""
    if len(codes) == 1:
        return _letter(codes[0])
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
