"""The text of a page as PDFium has it: its letters in the order of the file, and how each is printed."""

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from generator.documents.pdf.sheets.sheet import Font

_BOLD = re.compile(r"bold|black|heavy|demi|semibd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ITALIC_FLAG = 1 << 6
_MADE_UP = frozenset(map(ord, " \r\n"))
"""What PDFium may put between letters."""

Box = tuple[float, float, float, float]
"""The left, lower, right and upper edge of something, in points from the lower left corner of the page."""


@dataclass(frozen=True)
class Face:
    """How the letters of one stretch of text are printed."""

    font: Font
    size: float
    turn: int | None
    """In quarters to the left; nothing if it is aslant, as a watermark is."""
    clip: Box | None
    """What is drawn outside it is not to be seen; nothing if all of it is."""
    stretch: Any
    """The text in PDFium."""


class Letter(NamedTuple):
    """A letter that is printed, and not made up."""

    i: int
    """Its number on the page."""
    code: int
    """What it stands for, in Unicode."""
    face: Face
    left: float
    """Where it begins on its line, in points from the upper left corner of the page."""
    base: float
    """How far down the page its line is."""


class Text:
    """What PDFium tells of the letters of a page; as it is asked for each, what it answers in is made once."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._held = page.get_textpage()
        self.raw = self._held.raw
        self._x, self._y, self._right, self._top = (ctypes.c_double() for _ in range(4))
        self._box = pdfium.FS_RECTF()
        code_of = pdfium.FPDFText_GetUnicode
        self.codes: list[int] = [code_of(self.raw, i) for i in range(pdfium.FPDFText_CountChars(self.raw))]
        """What each of its letters stands for, in Unicode."""

    def is_unknown(self, i: int) -> bool:
        return bool(pdfium.FPDFText_HasUnicodeMapError(self.raw, i) == 1)

    def origin(self, i: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.raw, i, self._x, self._y)
        return self._x.value, self._y.value

    def place(self, i: int) -> Box:
        """As high for a full stop as for a capital."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self.raw, i, box)
        return box.left, box.bottom, box.right, box.top

    def ink(self, i: int) -> Box:
        pdfium.FPDFText_GetCharBox(self.raw, i, self._x, self._right, self._y, self._top)
        return self._x.value, self._y.value, self._right.value, self._top.value


def faces_of(text: Text) -> list[Face | None]:
    """The face of every letter; nothing for a space or line end that PDFium has made up."""
    known: dict[int, Face] = {}
    faces: list[Face | None] = []
    for i, code in enumerate(text.codes):
        stretch = pdfium.FPDFText_GetTextObject(text.raw, i)
        if not stretch or (code in _MADE_UP and pdfium.FPDFText_IsGenerated(text.raw, i) == 1):
            faces.append(None)
            continue
        address = address_of(stretch)
        if address not in known:
            known[address] = _face(text.raw, i, stretch)
        faces.append(known[address])
    return faces


def address_of(held: Any) -> int:
    """Where PDFium has something: the same for the same thing."""
    return ctypes.c_void_p.from_buffer(held).value or 0


def _face(text: Any, i: int, stretch: Any) -> Face:
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
    face = Font(name, stroked or bool(_BOLD.search(name)), italic)
    return Face(face, round(size, 2), turn, _clip(stretch, matrix), stretch)


def _clip(stretch: Any, matrix: pdfium.FS_MATRIX) -> Box | None:
    """The box within which a stretch of text is drawn.

    Nothing within a form that is put elsewhere on the page: PDFium gives these boxes as they are in the form.
    """
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(stretch, own)
    is_elsewhere = any(abs(getattr(own, name) - getattr(matrix, name)) > 0.01 for name in "abcd")
    return None if is_elsewhere else clip_of(stretch)


def clip_of(held: Any) -> Box | None:
    """The box that is common to all within which something is drawn; nothing if there is none."""
    paths = pdfium.FPDFPageObj_GetClipPath(held)
    boxes = [box for path in range(pdfium.FPDFClipPath_CountPaths(paths)) if (box := _box_of_path(paths, path))]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _box_of_path(paths: Any, path: int) -> Box | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for segment in range(pdfium.FPDFClipPath_CountPathSegments(paths, path)):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(paths, path, segment), x, y)
        points.append((x.value, y.value))
    if not points:
        return None
    across, up = zip(*points, strict=True)
    return min(across), min(up), max(across), max(up)
