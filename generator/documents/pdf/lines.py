"""The letters printed on a page → its pieces of lines, with their place and type, as its reader sees them."""

import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter

from generator.documents.pdf.layout import CALL, END, Page, Piece, Rule, Word
from generator.documents.pdf.sheets import Font, Glyph, Sheet, Stroke
from generator.documents.pdf.touching import Row, touching_parted

SPACE_EM = 0.15
"""From how wide a gap two letters belong to two words."""
WIDE_EM = 1.0
"""From how wide a gap two words belong to two pieces."""
SAME_GAP = 0.5
"""Points by which the spaces of a line that is spread over its column differ at most."""
MIN_SPREAD = 3
"""Such spaces of one line at least."""
SAME_LINE_EM = 0.12
"""How much higher or lower a letter may stand than others on its line."""
STANDS_OUT = 0.85
"""The share of letters that are bold or slanted from which a line is so as a whole."""
MAX_RAISED = 6
"""Letters of a footnote mark or power at most."""
SHADE_EM = 1.35
"""How high the background of one line is at most, in its size."""
MIN_RULE = 20
"""Points across the page from which a line divides it."""
_TEXT, _BASE, _LEFT, _RIGHT = map(attrgetter, ("text", "base", "left", "right"))
_ORDER, _IS_RAISED = attrgetter("order"), attrgetter("is_raised")


def page_of(number: int, sheet: Sheet) -> Page:
    """The page with its letters made into pieces and the dots drawn before its lines into bullets."""
    rows = _rows(sheet.glyphs)
    for bullet, row in _bullets(sheet.strokes, rows):
        row.insert(0, bullet)
    runs = [(run, _base(row)) for row, found in _with_raised(rows) for run in found]
    parts = touching_parted([run for run, _ in runs])
    pieces = [_piece(cell, base) for cells, (_, base) in zip(parts, runs, strict=True) for cell in cells]
    areas = tuple(stroke for stroke in sheet.strokes if min(_sides(stroke)) > MIN_RULE)
    return Page(number, sheet.width, sheet.height, tuple(pieces), tuple(_rules(sheet.strokes, pieces)), areas)


def _sides(stroke: Stroke) -> tuple[float, float]:
    return stroke.right - stroke.left, stroke.bottom - stroke.top


def _rows(glyphs: Iterable[Glyph]) -> list[Row]:
    rows: list[Row] = []
    base = -math.inf
    for glyph in sorted(glyphs, key=_BASE):
        if glyph.base - base > SAME_LINE_EM * glyph.size:
            rows.append([])
            base = glyph.base
        rows[-1].append(glyph)
    return [sorted(row, key=_LEFT) for row in rows]


def _runs(row: Row) -> Iterator[Row]:
    """The stretches of a row without a wide gap. What is printed twice, to make it bold, is there once."""
    run: Row = []
    last: Glyph | None = None
    spread = _spread(row)
    for letter in row:
        if letter.text == " ":
            run += [letter] if last else []
            continue
        if last and _is_same(letter, last):
            continue
        if last and letter.left - last.right > WIDE_EM * max(letter.size, last.size) and id(letter) not in spread:
            yield run
            run = []
        run.append(letter)
        last = letter
    if run:
        yield run


def _spread(row: Row) -> set[int]:
    """The letters before which there is a wide space, as wide as others beside it: a line spread over its column.

    The words are of different widths, as those in the cells of a row whose columns are as far apart are not.
    """
    letters = [letter for letter in row if letter.text != " "]
    gaps = [(after.left - before.right, after) for before, after in pairwise(letters)]
    wide = [(gap, letter) for gap, letter in gaps if gap > SPACE_EM * letter.size]
    found: set[int] = set()
    for _, stretch in groupby(_numbered(wide), key=lambda numbered: numbered[0]):
        some = [letter for _, letter in stretch]
        lefts = [letter.left for letter in some]
        widths = {round(after - before) for before, after in pairwise(lefts)}
        if len(some) >= MIN_SPREAD and len(widths) > 1 and sum(letter.text.islower() for letter in some) > 1:
            found |= set(map(id, some))
    return found


def _numbered(gaps: Sequence[tuple[float, Glyph]]) -> Iterator[tuple[int, Glyph]]:
    """The letters behind gaps, each with the number of the stretch of gaps of one width that it is in."""
    number, before = 0, -math.inf
    for gap, letter in gaps:
        number += abs(gap - before) > SAME_GAP
        before = gap
        yield number, letter


def _is_same(glyph: Glyph, other: Glyph) -> bool:
    """Whether a letter is printed over another."""
    return glyph.text == other.text and abs(glyph.left - other.left) < SAME_LINE_EM * glyph.size


def _bullets(strokes: Iterable[Stroke], rows: list[Row]) -> Iterator[tuple[Glyph, Row]]:
    """The dots that are drawn a little to the left of a row, with that row."""
    for stroke in strokes:
        width, height = stroke.right - stroke.left, stroke.bottom - stroke.top
        if not (1 < width < 8 and 0.6 < width / max(height, 0.1) < 1.6):
            continue
        for row in rows:
            first = next((letter for letter in row if letter.left > stroke.left), None)
            if first and _is_bullet_of(stroke, first):
                yield first._replace(text="•", left=stroke.left, right=stroke.right, is_raised=False), row
                break


def _is_bullet_of(stroke: Stroke, first: Glyph) -> bool:
    middle = (stroke.top + stroke.bottom) / 2
    is_beside = 0.1 * first.size < first.left - stroke.right < 3 * first.size
    return is_beside and first.base - 0.8 * first.size < middle < first.base and stroke.right - stroke.left < first.size


def _with_raised(rows: list[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """The rows and their runs, with small letters a little above or below a row put in that row."""
    runs = [list(_runs(row)) for row in rows]
    moved: dict[int, Row] = defaultdict(list)
    for i, run in [(i, run) for i, found in enumerate(runs) for run in found]:
        if len(run) > MAX_RAISED:
            continue
        host = next((j for j in _near(i, rows) if _is_beside(run, rows[j])), None)
        if host is not None:
            is_raised = run[0].base < rows[host][0].base
            moved[host] += [letter._replace(is_raised=is_raised) for letter in run]
            gone = {id(letter) for letter in run}
            rows[i] = [letter for letter in rows[i] if id(letter) not in gone]
            runs[i] = list(_runs(rows[i]))
    for j, row in enumerate(rows):
        whole = sorted([*row, *moved[j]], key=_LEFT) if j in moved else row
        if row:
            yield whole, list(_runs(whole)) if j in moved else runs[j]


def _near(i: int, rows: list[Row]) -> Iterator[int]:
    """The rows below and above a row, the nearest first."""
    yield from (j for step in range(1, 5) for j in (i + step, i - step) if 0 <= j < len(rows) and rows[j])


def _is_beside(run: Row, row: Row) -> bool:
    """Whether a run is small, slightly off the height of a row, and next to one of its letters."""
    small, left, right = run[0], run[0].left, run[-1].right
    for host in row:
        raised = (host.base - small.base) / host.size
        if small.size > 0.9 * host.size or not (0.1 < raised < 0.75 or -0.4 < raised < -0.05):
            continue
        after = 0.8 if raised > 0 and host is row[-1] and small.text.isdecimal() else 0.4
        if -0.2 < (left - host.right) / host.size < after or -0.2 < (host.left - right) / host.size < 1:
            return True
    return False


def _base(row: Row) -> float:
    on_it = [letter.base for letter in row if not letter.is_raised] or [row[0].base]
    return Counter(on_it).most_common(1)[0][0]


def _piece(run: Row, base: float) -> Piece:
    kinds = Counter((letter.size, letter.font) for letter in run if letter.text.isalnum())
    size, font = _usual(kinds) if kinds else (run[0].size, run[0].font)
    return Piece(tuple(map(_word, _apart(run))), base, size, font)


def _apart(run: Row) -> Iterator[Row]:
    """The words of a run."""
    space = SPACE_EM + _tracking(run)
    word: Row = []
    for letter in run:
        gap = letter.left - word[-1].right if word else 0
        if word and (letter.text == " " or gap > space * letter.size):
            yield word
            word = []
        if letter.text != " ":
            word.append(letter)
    if word:
        yield word


def _word(letters: Row) -> Word:
    text = _with_calls(letters) if any(map(_IS_RAISED, letters)) else "".join(map(_TEXT, letters))
    right, order = max(map(_RIGHT, letters)), min(map(_ORDER, letters))
    return Word(unicodedata.normalize("NFC", text), letters[0].left, right, order)


def _with_calls(letters: Row) -> str:
    """The text of a word some letters of which are raised, each number of these marked as a call of a footnote."""
    text = ""
    for is_raised, some in groupby(letters, key=lambda letter: letter.is_raised and letter.text.isdecimal()):
        part = "".join(letter.text for letter in some)
        text += f"{CALL}{part}{END}" if is_raised else part
    return text


def _tracking(run: Row) -> float:
    """How far the letters of a run are set apart on purpose, in their size."""
    gaps = sorted((b.left - a.right) / b.size for a, b in pairwise(run))
    return max(0.0, gaps[len(gaps) // 2]) if len(gaps) > MAX_RAISED else 0.0


def _usual(kinds: Counter[tuple[float, Font]]) -> tuple[float, Font]:
    """The type of most letters; one that stands out only if hardly any are in another."""
    (usual, count), *others = kinds.most_common()
    if count < STANDS_OUT * kinds.total() and (usual[1].bold or usual[1].italic):
        return next((kind for kind, _ in others if not (kind[1].bold or kind[1].italic)), usual)
    return usual


def _rules(strokes: Sequence[Stroke], pieces: list[Piece]) -> Iterator[Rule]:
    """The edges of what is drawn across the page, without the lines under words and between shaded lines."""
    wide = [stroke for stroke in strokes if stroke.right - stroke.left >= MIN_RULE]
    shades = Counter(end for stroke in wide if _is_shade(stroke, pieces) for end in _ends(stroke))
    for stroke in wide:
        thin = stroke.bottom - stroke.top < 3
        heights = [(stroke.top + stroke.bottom) / 2] if thin else [stroke.top, stroke.bottom]
        is_shade = _is_shade(stroke, pieces)
        for height, end in zip(heights, _ends(stroke), strict=False):
            rule = Rule(stroke.left, stroke.right, height)
            meets = is_shade and any(shades[end[0], end[1] + step] > (step == 0) for step in (-1, 0, 1))
            if not meets and not any(_underlines(rule, piece) for piece in pieces):
                yield rule


def _is_shade(stroke: Stroke, pieces: list[Piece]) -> bool:
    """Whether an area is as high as the one line of text that stands in it: then it is that line's background."""
    height = stroke.bottom - stroke.top
    return height > 3 and any(
        stroke.top < piece.base < stroke.bottom
        and height < SHADE_EM * piece.size
        and any(stroke.left - 2 < word.left and word.right < stroke.right + 2 for word in piece.words)
        for piece in pieces
    )


def _ends(stroke: Stroke) -> list[tuple[tuple[int, int], int]]:
    """Where the upper and the lower edge of an area are, to the point."""
    across = round(stroke.left), round(stroke.right)
    return [(across, round(height)) for height in (stroke.top, stroke.bottom)]


def _underlines(rule: Rule, piece: Piece) -> bool:
    """Whether a line is drawn under words of a piece, and perhaps the space after them."""
    is_under = 0 < rule.height - piece.base < 0.25 * piece.size
    return is_under and piece.left - 2 < rule.left and rule.right < piece.right + 0.5 * piece.size
