"""Which letters of a page nobody sees: it looks the same without them, or they are too small to be read.

White on white, the colour of what is behind it, or behind a picture: where that may be so, the page is drawn with these
letters and without. What a program that recognises letters prints unseen over a scan is read all the same.
"""

import ctypes
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from generator.documents.pdf.sheets.letters import Box, Letter, Text, address_of, clip_of

MOST = 0.5
"""The share of a page that a picture of it covers at least."""
TINY = 0.2
"""Of the size of most of a page: what is smaller cannot be read."""
_SCALE = 2.0
"""Pixels for each point."""
_MOST_PIXELS = 4_000_000
"""Of one picture at most: an A3 page."""
_NEAR = 8
"""How far, of 255, two colours look the same."""
_FAR = 48
"""The same where one is plainly to be seen on the other."""
_OPAQUE = 255
_BAND = 50
"""Points of the bands of a page by which what covers a letter is looked for."""
_Colour = tuple[int, ...]
_PAPER: _Colour = (255, 255, 255)


@dataclass(frozen=True)
class _Area:
    """What is painted on a page and is no text."""

    turn: int
    """How many things are painted before it."""
    box: Box
    colour: _Colour | None
    """If it is a rectangle of one colour."""


def unseen_in(page: pypdfium2.PdfPage, text: Text, letters: Sequence[Letter]) -> frozenset[int]:
    """The numbers of the letters of a page that nobody sees there."""
    tiny = TINY * _usual_size(letters)
    small = frozenset(letter.i for letter in letters if letter.face.size < tiny)
    doubtful = _doubtful(page, letters)
    return small | frozenset(_without_trace(page, text, doubtful) if doubtful else ())


def _usual_size(letters: Iterable[Letter]) -> float:
    """The size of the type that covers most of a page."""
    sizes = Counter(letter.face.size for letter in letters)
    return max(sizes, key=lambda size: sizes[size] * size**2, default=0.0)


def _doubtful(page: pypdfium2.PdfPage, letters: Sequence[Letter]) -> list[Letter]:
    """The letters that may not be seen, by their colour and what is painted before and after them."""
    objects = list(page.get_objects(max_depth=1))
    turns = {address_of(shown.raw): turn for turn, shown in enumerate(objects)}
    left, bottom, right, top = page.get_bbox()
    size = (right - left) * (top - bottom)
    bands: defaultdict[int, list[_Area]] = defaultdict(list)
    for area in _areas(objects, size):
        for band in range(int(area.box[1] // _BAND), int(area.box[3] // _BAND) + 1):
            bands[band].append(area)
    faces = {id(letter.face): letter.face for letter in letters}  # each stretch of text has one
    doubtful = {
        number
        for number, face in faces.items()
        if _may_be_unseen(face.stretch, turns.get(address_of(face.stretch)), bands)
    }
    return [letter for letter in letters if id(letter.face) in doubtful] if doubtful else []


def _areas(objects: Sequence[pypdfium2.PdfObject], size: float) -> Iterator[_Area]:
    """What is painted, but for lines and for pictures of all of the page."""
    for turn, shown in enumerate(objects):
        if shown.type == pdfium.FPDF_PAGEOBJ_TEXT or (shown.type == pdfium.FPDF_PAGEOBJ_PATH and not _is_filled(shown)):
            continue
        box = _common(shown.get_bounds(), clip_of(shown.raw))
        is_page = (box[2] - box[0]) * (box[3] - box[1]) > MOST * size
        if shown.type == pdfium.FPDF_PAGEOBJ_PATH or not is_page:
            yield _Area(turn, box, _colour_of(shown))


def _is_filled(path: pypdfium2.PdfObject) -> bool:
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, mode, stroke)
    return bool(mode.value != pdfium.FPDF_FILLMODE_NONE)


def _common(box: Box, clip: Box | None) -> Box:
    if clip is None:
        return box
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def _colour_of(shown: pypdfium2.PdfObject) -> _Colour | None:
    """The colour of a rectangle that lets nothing through."""
    is_rectangle = shown.type == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(shown.raw) in (4, 5)
    *colour, opacity = _filled_with(shown.raw)
    is_opaque = opacity == _OPAQUE and not pdfium.FPDFPageObj_HasTransparency(shown.raw)
    return tuple(colour) if is_rectangle and is_opaque else None


def _filled_with(held: Any) -> _Colour:
    """Red, green, blue and opacity, of 255."""
    parts = tuple(ctypes.c_uint(0) for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(held, *parts)
    return tuple(part.value for part in parts)


def _may_be_unseen(stretch: Any, turn: int | None, bands: dict[int, list[_Area]]) -> bool:
    """Whether a stretch of text may not be seen; `turn` is nothing within a form, of which only the colour counts."""
    if pdfium.FPDFTextObj_GetTextRenderMode(stretch) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return False
    *colour, opacity = _filled_with(stretch)
    if turn is None or opacity < _OPAQUE:
        return opacity < _OPAQUE or _distance(colour, _PAPER) <= _FAR
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(stretch, left, bottom, right, top)
    around = [area for area in bands.get(int((bottom.value + top.value) / 2 // _BAND), ())
              if area.box[0] < right.value and left.value < area.box[2]
              and area.box[1] < (bottom.value + top.value) / 2 < area.box[3]]  # fmt: skip
    below = max((area for area in around if area.turn < turn), key=lambda area: area.turn, default=None)
    if any(area.turn > turn for area in around):
        return True
    if below is None:
        return _distance(colour, _PAPER) <= _FAR
    is_whole = below.box[0] <= left.value and right.value <= below.box[2]
    return below.colour is None or not is_whole or _distance(colour, below.colour) <= _FAR


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _without_trace(page: pypdfium2.PdfPage, text: Text, doubtful: Sequence[Letter]) -> Iterator[int]:
    """The numbers of those letters without which the page looks the same; a space goes with the letter before it."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
    stretches = {address_of(letter.face.stretch): letter.face.stretch for letter in doubtful}.values()
    with_all = page.render(scale=scale)
    _show(stretches, shown=False)
    without = page.render(scale=scale).to_pil().convert("RGB")
    _show(stretches, shown=True)
    parts = ImageChops.difference(with_all.to_pil().convert("RGB"), without).split()
    trace = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    place = with_all.get_posconv(page)
    is_unseen = False
    for letter in doubtful:
        left, bottom, right, top = text.ink(letter.i)
        if right > left and top > bottom:
            corners = (*place.to_bitmap(left, bottom), *place.to_bitmap(right, top))
            is_unseen = _is_blank(trace, corners)
        if is_unseen:
            yield letter.i


def _show(stretches: Iterable[Any], *, shown: bool) -> None:
    for stretch in stretches:
        pdfium.FPDFPageObj_SetIsActive(stretch, shown)


def _is_blank(trace: Image.Image, corners: tuple[int, int, int, int]) -> bool:
    x, y, other_x, other_y = corners
    box = (min(x, other_x), min(y, other_y), max(x, other_x) + 1, max(y, other_y) + 1)
    return trace.crop(box).getextrema()[1] <= _NEAR  # type: ignore[operator]
