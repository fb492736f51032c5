"""What is printed on one page of a PDF: letters, lines drawn, dots, and what of it is not read."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.documents.block import LeftOut


class Font(NamedTuple):
    """A typeface as the PDF names it."""

    name: str
    bold: bool = False
    italic: bool = False


class Glyph(NamedTuple):
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
    order: int = 0
    """Its place among the letters of the page as they were written in the file."""


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
    unread: tuple[LeftOut, ...] = ()
    """What is turned against the text or not to be seen, without the number of the page."""


class Frame:
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

    def across(self, bounds: tuple[float, float, float, float]) -> tuple[float, float]:
        """How far to the right a box begins and ends."""
        if self.turn:
            one, other = self.place(bounds[0], bounds[1])[0], self.place(bounds[2], bounds[3])[0]
            return min(one, other), max(one, other)
        left = self._corner[0]  # of every letter of most pages
        return bounds[0] - left, bounds[2] - left

    def stroke(self, bounds: tuple[float, float, float, float]) -> Stroke:
        """The box around something that was drawn."""
        left, top = self.place(bounds[0], bounds[1])
        right, bottom = self.place(bounds[2], bounds[3])
        return Stroke(min(left, right), max(left, right), min(top, bottom), max(top, bottom))
