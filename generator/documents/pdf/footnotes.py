"""The columns of a document → the same without the footnotes at their feet, and those footnotes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.documents.pdf.areas import Column
from generator.documents.pdf.layout import CALL, END, SMALL, Page, Piece, Print, rejoined, rows_of

_Row = tuple[Piece, ...]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_CALLED = re.compile(rf"{CALL}(\d+){END}")
_POWER = re.compile(rf"(?<![^\W\d_])(?:[kcdm]?m){CALL}[23]{END}")
_BETWEEN_CALLS = re.compile(rf"(?<={END})\s*,\s*(?={CALL})")
_MARKED = re.compile(rf"{CALL}(?P<number>\d+){END}\s*(?P<text>.*)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.)]?\s*(?P<text>[^\s\d.,%].*)")
NEAR_EM = 2.5
"""How far, in its size, the line above footnotes is from them."""


@dataclass(frozen=True)
class Note:
    """A footnote."""

    page: int
    number: str
    text: str

    @property
    def call(self) -> str:
        """The mark in a text that refers to this note."""
        return f"{CALL}{self.page}:{self.number}{END}"


def without_notes(columns: tuple[Column, ...], usual: Print) -> tuple[tuple[Column, ...], tuple[Note, ...]]:
    """The columns without footnotes, the call of each note where it was; and the notes."""
    marked = tuple(_rewritten(column, _with_marks) for column in columns)
    called = {number for column in marked for piece in column.pieces for number in _CALLED.findall(piece.text)}
    notes: list[Note] = []
    bodies = []
    for column in marked:
        rows = rows_of(column.pieces)
        first = _first_note_row(column, rows, usual.size, called, notes)
        notes = _with_rows(notes, column.page.number, rows[first:], called)
        bodies.append(replace(column, pieces=tuple(piece for row in rows[:first] for piece in row)))
    resolve = partial(_resolved, notes=tuple(notes))
    resolved = (_rewritten(body, partial(resolve, page=body.page.number)) for body in bodies if body.pieces)
    return tuple(resolved), tuple(notes)


def _rewritten(column: Column, rewrite: Callable[[str], str]) -> Column:
    def of(piece: Piece) -> Piece:
        texts = [rewrite(word.text) for word in piece.words]
        if all(text == word.text for text, word in zip(texts, piece.words, strict=True)):
            return piece
        words = (replace(word, text=text) for text, word in zip(texts, piece.words, strict=True))
        return replace(piece, words=tuple(words))

    return replace(column, pieces=tuple(map(of, column.pieces)))


def _with_marks(text: str) -> str:
    """The text with its raised numbers marked, also those that are letters of their own; powers are no marks."""
    marked = _SUPERSCRIPT.sub(lambda raised: f"{CALL}{raised[0].translate(_LOWERED)}{END}", text)
    return _BETWEEN_CALLS.sub("", _POWER.sub(lambda power: _plain(power[0]), marked))


def _plain(text: str) -> str:
    return _CALLED.sub(lambda raised: raised[1].translate(_RAISED), text)


def _resolved(text: str, page: int, notes: tuple[Note, ...]) -> str:
    return _CALLED.sub(lambda call: _call_of(call[1], page, notes), text)


def _call_of(number: str, page: int, notes: tuple[Note, ...]) -> str:
    """The call of the note on the page or the next, else of the only one with that number, else a power."""
    same = [note for note in notes if note.number == number]
    near = [note for note in same if note.page in (page, page + 1)]
    found = (near or same)[0] if near or len(same) == 1 else None
    return found.call if found else number.translate(_RAISED)


def _first_note_row(column: Column, rows: Sequence[_Row], size: float, called: set[str], notes: list[Note]) -> int:
    """The place of the first row at the foot of a page that belongs to a footnote; their number if none does."""
    if not column.of:
        return len(rows)
    top = len(rows)
    while top and all(piece.size < SMALL * size for piece in rows[top - 1]):
        top -= 1
    if top < len(rows) and _goes_on(column.page, rows[top], notes):
        return top
    return next((i for i in range(top, len(rows)) if _start(rows[i], called)), len(rows))


def _goes_on(page: Page, row: _Row, notes: list[Note]) -> bool:
    """Whether the last footnote of the page before goes on in this row."""
    if not notes or notes[-1].page != page.number - 1 or _MARKED.match(_text(row)):
        return False
    height = row[0].base
    ruled = any(0 < height - rule.height < NEAR_EM * row[0].size for rule in page.rules)
    return ruled or (_text(row)[0].islower() and not notes[-1].text.endswith("."))


def _start(row: _Row, called: set[str]) -> re.Match[str] | None:
    text = _text(row)
    marked = _MARKED.match(text)
    plain = None if marked else _NUMBERED.match(text)
    return marked or (plain if plain and plain["number"] in called else None)


def _with_rows(notes: list[Note], page: int, rows: Sequence[_Row], called: set[str]) -> list[Note]:
    """The notes and those that a page adds to them."""
    all_notes, lines = list(notes), [notes[-1].text] if notes else []
    for row in rows:
        start = _start(row, called)
        if start and _is_next(start, all_notes, page):
            all_notes.append(Note(page, start["number"], _plain(start["text"])))
            lines = [start["text"]]
        else:
            lines.append(_text(row))
            all_notes[-1] = replace(all_notes[-1], text=_plain(rejoined(lines)))
    return all_notes


def _is_next(start: re.Match[str], notes: list[Note], page: int) -> bool:
    """Whether a row that starts with a number starts a note: a raised one does, any other must be the next in turn."""
    if start.re is _MARKED or not notes or notes[-1].page != page:
        return True
    return int(start["number"]) == int(notes[-1].number) + 1


def _text(row: _Row) -> str:
    return " ".join(piece.text for piece in row)
