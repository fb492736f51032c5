"""PDFs written object by object: written once, changed afterwards, made to open on the web, or drawn by place."""

from dataclasses import dataclass, field

CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
PAGES = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>"
FONT = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"


BOLD = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold>>"
PICTURE = b"<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1>>"


@dataclass(frozen=True)
class Shown:
    """A text and where it is printed, in points from the upper left corner of the page."""

    text: str
    left: float
    base: float
    size: float = 10
    is_bold: bool = False
    turns: int = 0
    """Quarters to the left by which it is turned around its beginning."""
    within: tuple[float, float, float, float] | None = None
    """The left, upper, right and lower edge of the box outside which it is not drawn."""
    look: str = ""
    """What PDF says of how it is printed, such as `1 g` for white or `3 Tr` for unseen."""


@dataclass
class _File:
    content: bytes = b"%PDF-1.4\n"
    places: dict[int, int] = field(default_factory=dict)

    def add(self, number: int, held: bytes) -> None:
        self.places[number] = len(self.content)
        self.content += b"%d 0 obj %s endobj\n" % (number, held)

    def end(self, trailer: bytes, first: int | None = None) -> int:
        """Writes where the objects of this part are; gives the place of that list. `first` is that of another list."""
        here = len(self.content)
        self.content += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in sorted(self.places.items()):
            self.content += b"%d 1\n%010d 00000 n \n" % (number, place)
        self.content += b"trailer <</Root 1 0 R /Size 6 %s>>\n" % trailer
        self.content += b"startxref\n%d\n%%%%EOF\n" % (here if first is None else first)
        self.places.clear()
        return here


def _shown(text: str) -> bytes:
    drawn = f"BT /F 12 Tf 70 700 Td ({text}) Tj ET".encode("latin-1")
    return b"<</Length %d>> stream\n%s\nendstream" % (len(drawn), drawn)


def plain_pdf(text: str) -> bytes:
    """One page with a line of text."""
    return _plain(text)[0].content


def revised_pdf(text: str, before: str) -> bytes:
    """The same, on which another text stood before: the file holds both."""
    file, listed = _plain(before)
    file.add(4, _shown(text))
    file.end(b"/Prev %d" % listed)
    return file.content


def web_pdf(text: str) -> bytes:
    """The same, with a list of objects early in the file, so that a page may be shown before all of it is fetched."""
    return _web(text, _web(text, 0)[1])[0]


def _web(text: str, later: int) -> tuple[bytes, int]:
    """The file if its second list of objects is at `later`, and where that list is."""
    file = _File()
    for number, held in ((1, CATALOG), (2, PAGES), (3, PAGE), (5, FONT)):
        file.add(number, held)
    early = file.end(b"/Prev %010d" % later, 0)
    file.add(4, _shown(text))
    listed = file.end(b"", early)
    return file.content, listed


def _plain(text: str) -> tuple[_File, int]:
    file = _File()
    for number, held in enumerate((CATALOG, PAGES, PAGE, _shown(text), FONT), 1):
        file.add(number, held)
    return file, file.end(b"")


def drawn_pdf(*pages: tuple[Shown | str, ...]) -> bytes:
    """A PDF with such pages; one without a text is a picture. A page is as large as A4, 595 by 842 points.

    What is no text is written as PDF has it: `0 g 70 700 100 20 re f` for an area, `q 595 0 0 842 0 0 cm /P Do Q` for
    the picture, in points from the lower left corner.
    """
    file = _File()
    numbers = range(6, 6 + 2 * len(pages), 2)
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    file.add(1, CATALOG)
    file.add(2, b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, len(pages)))
    file.add(3, FONT)
    file.add(4, BOLD)
    file.add(5, PICTURE + b" stream\n\x80\nendstream")
    for number, page in zip(numbers, pages, strict=True):
        drawn = b"\n".join(map(_drawn, page)) or b"q 595 0 0 842 0 0 cm /P Do Q"
        resources = b"/Resources <</Font <</F 3 0 R /B 4 0 R>> /XObject <</P 5 0 R>>>>"
        sheet = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %b>>"
        file.add(number, sheet % (number + 1, resources))
        file.add(number + 1, b"<</Length %d>> stream\n%b\nendstream" % (len(drawn), drawn))
    file.end(b"")
    return file.content


def _drawn(shown: Shown | str) -> bytes:
    if isinstance(shown, str):
        return shown.encode()
    text = shown.text.replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    font = b"B" if shown.is_bold else b"F"
    across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[shown.turns]
    place = b"%d %d %d %d %g %g Tm" % (across, up, -up, across, shown.left, 842 - shown.base)
    drawn = b"BT /%b %g Tf %b (%b) Tj ET" % (font, shown.size, place, text)
    drawn = b"q %b %b Q" % (shown.look.encode(), drawn) if shown.look else drawn
    if shown.within is None:
        return drawn
    left, top, right, bottom = shown.within
    return b"q %g %g %g %g re W n %b Q" % (left, 842 - bottom, right - left, bottom - top, drawn)


def nested_pdf(text: str, depth: int) -> bytes:
    """One page with a form that shows two forms, each of which shows two forms, and so on to the text."""
    file = _File()
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</XObject <</F 6 0 R>>>>>>"
    shown = b"<</Length 5>> stream\n/F Do\nendstream"
    for number, held in enumerate((CATALOG, PAGES, page, shown, FONT), 1):
        file.add(number, held)
    form = b"<</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources <<%b>> /Length %d>> stream\n%b\nendstream"
    for number in range(6, 6 + depth):
        twice = b"/F Do /F Do"
        file.add(number, form % (b"/XObject <</F %d 0 R>>" % (number + 1), len(twice), twice))
    drawn = f"BT /F 12 Tf 70 700 Td ({text}) Tj ET".encode("latin-1")
    file.add(6 + depth, form % (b"/Font <</F 5 0 R>>", len(drawn), drawn))
    file.end(b"")
    return file.content
