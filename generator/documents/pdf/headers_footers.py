"""The pages of a document → the same without what is printed for turning them: heads, feet, numbers, contents."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.documents.block import LeftOut, PagePart
from generator.documents.conventions import LETTER
from generator.documents.pdf.layout import Page, Piece, Print, margins_of, rows_of

_Row = tuple[Piece, ...]
_PAGE_NUMBER = re.compile(LETTER.printed_page_number, re.IGNORECASE)
_CONTENTS = re.compile(LETTER.printed_contents, re.IGNORECASE)
_CONTENTS_ROW = re.compile(r"(?P<title>.{0,500}\D)(?<!\d[.,])(?P<page>\b\d{1,3})")
_OFFICIAL = re.compile("|".join(LETTER.printed_official))
_LEADERS = re.compile(r"(?:[.…]\s?){5}\s{0,9}\d{1,3}$")
SAME_PLACE = 2.0
"""Points that something repeated may be higher or lower from page to page."""
EDGE_ROWS = 6
"""Rows of a page's head or foot at most."""
APART_EM = 1.8
"""How far, in its size, a page number or running title stands from the text."""
SMALL = 0.95
"""Of the size of the text: smaller than it."""
LONGEST_ENTRY = 3
"""Rows of one entry in a table of contents."""


def text_pages(pages: tuple[Page, ...], usual: Print) -> tuple[tuple[Page, ...], tuple[LeftOut, ...]]:
    """The pages with their text only, and the lines that are no part of it, page by page."""
    inside = _without_margins(pages, usual)
    edges = _Edges(inside, usual.size)
    peeled = [edges.peeled(page) for page in inside]
    bodies = tuple(page for page, _ in peeled)
    texts = _without_contents(bodies)
    left_out = [
        *_missing(pages, inside, PagePart.MARGIN),
        *(line for _, lines in peeled for line in lines),
        *_missing(bodies, texts, PagePart.CONTENTS),
    ]
    return texts, tuple(sorted(left_out, key=lambda line: line.page))


def _missing(before: Iterable[Page], after: Iterable[Page], part: PagePart) -> Iterator[LeftOut]:
    """A line for each row of which some pieces are no longer on their page."""
    for page, rest in zip(before, after, strict=True):
        kept = set(map(id, rest.pieces))
        yield from _lines(rows_of(piece for piece in page.pieces if id(piece) not in kept), page, part)


def _lines(rows: Iterable[_Row], page: Page, part: PagePart) -> Iterator[LeftOut]:
    return (LeftOut(part, _text(row), page.number + 1) for row in rows)


def _without_margins(pages: tuple[Page, ...], usual: Print) -> tuple[Page, ...]:
    """Drops what is repeated in the margin, as the reference of a letter is."""
    margins = margins_of(pages, usual)
    seen: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for page in pages:
        for piece in page.pieces:
            seen[piece.text].append((page.number, piece.base))

    def is_repeated(page: Page, piece: Piece) -> bool:
        others = [(number, base) for number, base in seen[piece.text] if number != page.number]
        return any(number < page.number or abs(base - piece.base) < SAME_PLACE for number, base in others)

    return tuple(
        replace(page, pieces=tuple(p for p in page.pieces if p not in margin or not is_repeated(page, p)))
        for page, margin in zip(pages, margins, strict=True)
    )


class _Edges:
    """What stands at the top and the foot of the pages of a document."""

    def __init__(self, pages: tuple[Page, ...], size: float) -> None:
        self._size = size
        self._seen: defaultdict[str, list[tuple[int, Piece]]] = defaultdict(list)
        self._heights: list[float] = []
        self._titles: set[str] = set()
        for page in pages:
            rows = rows_of(page.pieces)
            for row in {*rows[:EDGE_ROWS], *rows[-EDGE_ROWS:]}:
                for piece in row:
                    self._seen[_letters(piece)].append((page.number, piece))
            self._heights += [row[0].base for row in rows[:1] if row[0].size < SMALL * size]
            self._titles |= {_letters(*row) for row in rows if row[0].size > size / SMALL}

    def peeled(self, page: Page) -> tuple[Page, list[LeftOut]]:
        """The page without the rows at its edges that belong to headers and footers, and those rows."""
        rows = list(rows_of(page.pieces))
        heads = self._peeled_off(page, rows, is_top=True)
        rows = rows[len(heads) :]
        feet = self._peeled_off(page, rows[::-1], is_top=False)
        rows = rows[: len(rows) - len(feet)]
        middle = page.height / 2
        lines = [
            line
            for row in (*heads, *feet[::-1])
            for line in _lines([row], page, PagePart.HEAD if row[0].base < middle else PagePart.FOOT)
        ]
        return replace(page, pieces=tuple(piece for row in rows for piece in row)), lines

    def _peeled_off(self, page: Page, rows: list[_Row], *, is_top: bool) -> list[_Row]:
        """The outermost rows that are no text, given all rows from that edge on."""
        count = 0
        while count < len(rows) and self._is_furniture(page, rows[count : count + 2], rows[:count], is_top=is_top):
            count += 1
        while count and not self._may_end(rows[count - 1 : count + 1]):
            count -= 1
        return rows[:count]

    def _is_furniture(self, page: Page, outermost: list[_Row], before: list[_Row], *, is_top: bool) -> bool:
        """Whether the first of two rows is no text; above a text also the number of the chamber, beside its name."""
        row = outermost[0]
        if _is_official(row) or self._is_header_or_footer(page, outermost):
            return True
        is_chamber = is_top and len(row) == 1 and bool(_PAGE_NUMBER.fullmatch(row[0].text))
        return is_top and (self._is_running_head(outermost) or (is_chamber and any(map(_is_official, before))))

    def _may_end(self, outermost: list[_Row]) -> bool:
        """Whether the first of two rows may be the last of a head: text of the usual size follows at a distance."""
        row = outermost[0]
        is_small = row[0].size < SMALL * self._size or row[0].size > self._size / SMALL
        return is_small or _is_official(row) or _are_apart(outermost)

    def _is_header_or_footer(self, page: Page, outermost: list[_Row]) -> bool:
        """Whether the first of two rows is on other pages too, or the number of the page."""
        row, apart = outermost[0], _are_apart(outermost)
        if len(row) > 1 and not apart:
            return False
        repeated = [piece for piece in row if self._is_repeated(page, piece)]
        numbers = [piece for piece in row if _PAGE_NUMBER.fullmatch(piece.text)]
        small = row[0].size < SMALL * self._size and 2 * len(_letters(*repeated)) > len(_letters(*row))
        if repeated and (small or len({*repeated, *numbers}) == len(row)):
            return True
        return apart and len(row) == len(numbers) == 1

    def _is_repeated(self, page: Page, piece: Piece) -> bool:
        """Whether other pages have a piece as high; what is large may be a title that is printed on two pages."""
        letters = _letters(piece)
        others = (
            number
            for number, other in self._seen[letters]
            if number != page.number
            and abs(other.base - piece.base) < SAME_PLACE
            and _differ_as_pages(piece, other, number - page.number)
        )
        first = next(others, None)
        if first is None or len(letters) <= 2:
            return False
        return piece.size < self._size / SMALL or any(number != first for number in others)

    def _is_running_head(self, outermost: list[_Row]) -> bool:
        """Whether the first of two rows names the chapter: it is a title, or as high as first rows of other pages."""
        row = outermost[0]
        if not _are_apart(outermost) or row[0].size > self._size / SMALL:
            return False
        same = sum(abs(height - row[0].base) < SAME_PLACE for height in self._heights)
        words = [piece for piece in row if not _PAGE_NUMBER.fullmatch(piece.text)]
        is_title = bool(words) and all(_letters(piece) in self._titles - {""} for piece in words)
        return is_title or (row[0].size < SMALL * self._size and same > 2)


def _is_official(row: _Row) -> bool:
    """Whether a row is part of the masthead or foot that parliament prints on its papers."""
    return all(_OFFICIAL.fullmatch(piece.text) or _PAGE_NUMBER.fullmatch(piece.text) for piece in row) and any(
        _OFFICIAL.fullmatch(piece.text) for piece in row
    )


def _differ_as_pages(piece: Piece, other: Piece, pages: int) -> bool:
    """Whether the numbers in two pieces are the same, but for one that counts the pages between them."""
    steps = [int(b) - int(a) for a, b in zip(*(re.findall(r"\d{1,9}", p.text) for p in (piece, other)), strict=False)]
    return all(step in (0, pages) for step in steps)


def _are_apart(rows: list[_Row]) -> bool:
    """Whether a row stands apart from the next, as it does if it is the only one."""
    first, *others = rows
    return all(abs(first[0].base - other[0].base) > APART_EM * first[0].size for other in others)


def _letters(*pieces: Piece) -> str:
    """The letters of some pieces: the same on every page whatever its number."""
    return " ".join(re.findall(r"[^\W\d_]+", " ".join(piece.text for piece in pieces).casefold()))


def _without_contents(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Drops a table of contents, from the row that names it to its last row with a page number."""
    rows = [(page.number, row) for page in pages for row in rows_of(page.pieces)]
    dropped = {id(row) for _, row in rows if _LEADERS.search(_text(row))}
    start = next((i for i, (_, row) in enumerate(rows) if _CONTENTS.fullmatch(_text(row))), None)
    if start is not None:
        dropped |= {id(row) for _, row in rows[start : _end_of_contents(rows, start)]}
    kept: dict[int, list[Piece]] = {page.number: [] for page in pages}
    for number, row in rows:
        if id(row) not in dropped:
            kept[number].extend(row)
    return tuple(replace(page, pieces=tuple(kept[page.number])) for page in pages)


def _end_of_contents(rows: list[tuple[int, _Row]], start: int) -> int:
    """The place after the last row that ends in a page number, each at least as high as the one before."""
    end, last = start + 1, 0
    for i, (page, row) in enumerate(rows[start + 1 :], start + 1):
        entry = _CONTENTS_ROW.fullmatch(_text(row))
        is_next = i == end or (page == rows[end][0] and row[-1].text.isdecimal())
        if entry and is_next and last <= int(entry["page"]):
            end, last = i + 1, int(entry["page"])
        elif i - end >= LONGEST_ENTRY:
            break
    return end if last else start


def _text(row: _Row) -> str:
    return " ".join(piece.text for piece in row)
