"""The bytes of a PDF → what is printed on each of its pages: letters, lines drawn, dots. Alone in knowing PDFium."""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from generator.documents.block import Unreadable

_BOLD = re.compile(r"bold|black|heavy|demi|semibd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ITALIC_FLAG = 1 << 6
_HYPHENS = dict.fromkeys((0x02, 0xAD, 0xFFFE), "\u2010")
"""What a hyphen at the end of a line may come out as."""
_SOFT_HYPHEN = 0xAD
_NO_INK = frozenset((0, 0x200B, 0x200C, 0x200D, 0xFEFF))
HEAD = 1024
"""Within how many bytes a PDF says that it is one."""
_OBJECT = re.compile(rb"\d\s+\d+\s+obj\b")
MAX_PAGES = 1_000
FEW_LETTERS = 20
"""A page with fewer, on average, may be a picture of a page: what is stamped on it is not its text."""
MANY_UNKNOWN = 0.3
"""The share of letters without a meaning from which a text is not worth reading."""
RAISED_EM = 0.2
"""How high above its line a digit begins, in its size, if it is raised."""
MOST = 0.5
"""The share of a page that a picture of it covers at least."""


@dataclass(frozen=True)
class Font:
    """A typeface as the PDF names it."""

    name: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Glyph:
    """A letter or a ligature, and its place in points from the upper left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    """How far down the line stands on which it is written."""
    size: float
    font: Font
    is_raised: bool = False
    """Whether it is a digit drawn small and high, though it stands on the line."""


@dataclass(frozen=True)
class Stroke:
    """A line, a dot or the edge of an area that is drawn on the page; also in points from the upper left corner."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """One page as printed."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    pictured: float
    """The share of the page that its largest picture covers."""
    unknown: int
    """Letters of which the PDF does not tell what they mean."""


@dataclass(frozen=True)
class _Face:
    """How the letters of one stretch of text are printed."""

    font: Font
    size: float
    turn: int | None
    """In quarters to the left; nothing if it is aslant, as a watermark is."""


class _Frame:
    """The page as it lies before its reader: turns its places into those from the upper left corner."""

    def __init__(self, box: tuple[float, float, float, float], turn: int) -> None:
        left, bottom, right, top = box
        self.turn = turn
        across, down = right - left, top - bottom
        self.width, self.height = (down, across) if turn % 2 else (across, down)
        self._corner = ((left, top), (bottom, left), (right, bottom), (top, right))[turn]

    def place(self, x: float, y: float) -> tuple[float, float]:
        """How far a place is to the right, and how far down."""
        first, second = self._corner
        if self.turn % 2 == 0:
            sign = 1 - self.turn
            return sign * (x - first), sign * (second - y)
        sign = 2 - self.turn
        return sign * (y - first), sign * (x - second)

    def stroke(self, bounds: tuple[float, float, float, float]) -> Stroke:
        """The box around something that was drawn."""
        corners = self.place(*bounds[:2]), self.place(*bounds[2:])
        (left, right), (top, bottom) = (sorted(ends) for ends in zip(*corners, strict=True))
        return Stroke(left, right, top, bottom)


def sheets_of(pdf: bytes) -> tuple[Sheet, ...]:
    """The pages of a PDF in order. Raises Unreadable where there is no text to be had."""
    with opened(pdf) as document:
        sheets = tuple(map(sheet_of, _pages(document)))
    _require_text(sheets)
    return sheets


def require_whole_pdf(pdf: bytes) -> None:
    """Raises Unreadable, with a hint, if a file is not a PDF, is truncated or damaged, or opens only with a password.

    Whatever follows the end of the PDF is of no concern, and so is whether there is text on its pages.
    """
    with opened(pdf) as document:
        for page in _pages(document):
            page.close()


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, for as long as it is looked at. Raises Unreadable, with a hint, if it cannot be opened."""
    if not pdf.strip():
        raise Unreadable("the file is empty; fetch it again")
    if b"%PDF-" not in pdf[:HEAD]:
        raise Unreadable("the file is not a PDF; take the document itself, not the page that links to it")
    if _is_broken_off(pdf):
        raise Unreadable("the PDF is broken off, its end is missing; fetch it again")
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            if len(document) > MAX_PAGES:
                raise Unreadable(
                    f"the PDF has {len(document):,} pages; at most {MAX_PAGES:,} are read; save those that are needed"
                )
            yield document
    except pypdfium2.PdfiumError as error:
        raise Unreadable(_refusal(error)) from error


def _is_broken_off(pdf: bytes) -> bool:
    """Whether an object follows the last end that is written in the file.

    PDFium does not tell: it opens what was changed and then broken off as it was before the change, and what was made
    to open on the web without the text of its pages.
    """
    return bool(_OBJECT.search(pdf, max(0, pdf.rfind(b"%%EOF"))))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    return (document[number] for number in range(len(document)))


def _refusal(error: pypdfium2.PdfiumError) -> str:
    if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return "the PDF is encrypted and opens only with a password; save a copy without one"
    return "the PDF is damaged and cannot be opened; fetch it again, or print it to a new PDF"


def _require_text(sheets: tuple[Sheet, ...]) -> None:
    letters = sum(glyph.text.isalnum() for sheet in sheets for glyph in sheet.glyphs)
    unknown = sum(sheet.unknown for sheet in sheets)
    if unknown > MANY_UNKNOWN * (letters + unknown):
        raise Unreadable("the PDF does not tell which letters it prints; have its text recognised first (OCR)")
    if letters < FEW_LETTERS * len(sheets) and any(sheet.pictured > MOST for sheet in sheets):
        raise Unreadable("the PDF was scanned, its pages are pictures; have their text recognised first (OCR)")
    if not letters:
        raise Unreadable("nothing is written on the pages of the PDF; see whether this is the right file")


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """What is printed on a page, which is closed."""
    text = page.get_textpage()
    faces = _faces(text)
    turns = Counter(face.turn for face in faces if face and face.turn is not None)
    frame = _Frame(page.get_bbox(), max(turns, key=lambda turn: turns[turn], default=0))
    glyphs = tuple(glyph for glyph in _glyphs(text, faces, frame) if _is_on(frame, glyph))
    strokes = tuple(frame.stroke(drawn.get_bounds()) for drawn in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH], 1))
    pictures = (frame.stroke(shown.get_bounds()) for shown in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], 1))
    pictured = max(map(_area, pictures), default=0) / (frame.width * frame.height)
    unknown = sum(pdfium.FPDFText_HasUnicodeMapError(text, i) == 1 for i, face in enumerate(faces) if face)
    page.close()
    return Sheet(frame.width, frame.height, glyphs, strokes, pictured, unknown)


def _area(stroke: Stroke) -> float:
    return (stroke.right - stroke.left) * (stroke.bottom - stroke.top)


def _is_on(frame: _Frame, glyph: Glyph) -> bool:
    """Whether a letter is on the paper: what printers note in the margin that is cut off is not."""
    return -1 < glyph.left < frame.width and 0 < glyph.base < frame.height + 1


def _faces(text: pypdfium2.PdfTextPage) -> list[_Face | None]:
    """The face of every letter; nothing for a space or line end that PDFium has made up."""
    known: dict[int, _Face] = {}
    faces: list[_Face | None] = []
    for i in range(pdfium.FPDFText_CountChars(text)):
        stretch = pdfium.FPDFText_GetTextObject(text, i)
        if not stretch or pdfium.FPDFText_IsGenerated(text, i) == 1:
            faces.append(None)
            continue
        address = ctypes.cast(stretch, ctypes.c_void_p).value or 0
        if address not in known:
            known[address] = _face(text, i, stretch)
        faces.append(known[address])
    return faces


def _face(text: pypdfium2.PdfTextPage, i: int, stretch: Any) -> _Face:
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
    return _Face(Font(name, stroked or bool(_BOLD.search(name)), italic), round(size, 2), turn)


def _glyphs(text: pypdfium2.PdfTextPage, faces: list[_Face | None], frame: _Frame) -> Iterator[Glyph]:
    """What is printed the right way up: letters that begin in one place are those of a ligature."""
    upright = ((i, face) for i, face in enumerate(faces) if face and face.turn == frame.turn)
    for origin, printed in groupby(upright, key=lambda letter: _origin(text, letter[0])):
        places, (face, *_) = zip(*printed, strict=True)
        letters = _letters([pdfium.FPDFText_GetUnicode(text, i) for i in places])
        if letters:
            boxes = [_box(text, i, frame) for i in places]
            left, right = min(box.left for box in boxes), max(box.right for box in boxes)
            base = frame.place(*origin)[1]
            raised = letters.isdecimal() and base - _ink(text, places[0], frame).bottom > RAISED_EM * face.size
            yield Glyph(letters, left, right, base, face.size, face.font, raised)


def _origin(text: pypdfium2.PdfTextPage, i: int) -> tuple[float, float]:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, i, x, y)
    return x.value, y.value


def _box(text: pypdfium2.PdfTextPage, i: int, frame: _Frame) -> Stroke:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, i, box)
    return frame.stroke((box.left, box.bottom, box.right, box.top))


def _ink(text: pypdfium2.PdfTextPage, i: int, frame: _Frame) -> Stroke:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, i, left, right, bottom, top)
    return frame.stroke((left.value, bottom.value, right.value, top.value))


def _letters(codes: Sequence[int]) -> str:
    """What is read at one place. Within a ligature, a place where the word might have been broken leaves no ink."""
    return "".join(_letter(code) for code in codes if code != _SOFT_HYPHEN or len(codes) == 1)


@cache
def _letter(code: int) -> str:
    """The letter as it is read: ligatures split, one kind of space; empty for what leaves no ink and is not a space."""
    if 0xD800 <= code < 0xE000 or code in _NO_INK:
        return ""
    letter = _HYPHENS.get(code) or chr(code)
    if letter.isspace():
        return " "
    return unicodedata.normalize("NFKC", letter) if "\ufb00" <= letter <= "\ufb06" else letter
