"""The lines of a document → the lines of each paragraph, item and heading, across lines, columns and pages."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.documents.conventions import LETTER
from generator.documents.pdf.layout import CALL, END, SAME_SIZE, Print
from generator.documents.pdf.reading_order import LABEL, Line

_LABELLED = re.compile(rf"(?P<label>{LABEL.pattern})\s+(?P<text>\S.*)", re.DOTALL)
_DOT = re.compile(r"[•\uf0b7\uf0a7\uf0a8▪●■□◦○‣]")
_SECTION = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}\.?|[A-Z]\.)\s")
_ENDED = re.compile(rf"[.:;?!,…][”’'\")\]]*(?:{CALL}[^{CALL}{END}]*{END})*$")
_SENTENCE_END = re.compile(rf"[.:;?!…][”’'\")\]]*(?:{CALL}[^{CALL}{END}]*{END})*$")
_ABBREVIATED = re.compile(LETTER.printed_abbreviation)
_STOPS = frozenset(LETTER.stops)
_HYPHEN = re.compile(r"\w[-\u2010]$")
RUNNING = 8
"""Words from which a line that fills its column is the first of running text."""
WIDE = 0.8
"""The share of its column that such a line fills at least."""
LOOSE = 1.15
"""How much farther than usual two lines are apart if something new begins."""
LOOSEST = 1.7
"""The same where a sentence plainly goes on."""
INDENT_EM = 0.7
"""How far a line starts to the right of others, in its size, if that means something."""
OUTSIDE_EM = 0.3
"""How far a line starts to the left of the bullet or number of an item, in its size, if it is no part of the item."""
HEADING_PITCH_EM = 1.5
"""How far two lines of one heading are from each other at most, in their size."""
LINES_NEAR = 50
"""Lines above a line at most that tell how far the lines of its text reach."""
SHORT_EM = 0.3
"""How far, in its size, a line ends before the others where all but the last of a text are as long."""
SLACK_EM = 0.6
"""How much of a line may stay free, in its size, though the next word would have fitted."""


def label_of(text: str) -> tuple[str, str]:
    """The bullet or number at the beginning of an item, and the item without it; no label if there is none."""
    found = _LABELLED.fullmatch(text)
    return (found["label"], found["text"]) if found else ("", text)


def paragraphs_of(lines: Sequence[Line], usual: Print) -> Iterator[list[Line]]:
    """The lines of each text in turn; a row of a table is one of its own."""
    group: list[Line] = []
    for line, below in zip_longest(lines, lines[1:]):
        if group and (_is_new(group, line, usual) or _is_alone(group[-1], line, below, usual)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_new(group: list[Line], line: Line, usual: Print) -> bool:
    """Whether a line begins a text of its own, and does not go on with the lines before it."""
    above = group[-1]
    if line.is_row or above.is_row or abs(line.size - above.size) >= SAME_SIZE:
        return True
    if line.size > usual.size + SAME_SIZE:
        return not _is_same_heading(above, line, usual)
    goes_on = line.text[0].islower() and (not _ENDED.search(above.text) or (above.text[-1] == "," and _fills(group[0])))
    forced = _is_forced(group, line)
    loose = _looseness(above, line, usual)
    if loose > LOOSEST or (loose > LOOSE and (forced or not goes_on)):
        return True
    if _starts_item(group, line, forced or loose > LOOSE):
        return True
    if goes_on:
        return False
    if _is_open(group):
        return _is_indented(group, line) or _is_other_type(group, line)
    return forced or _is_other_type(group, line) or _is_indented(group, line)


def _is_same_heading(above: Line, line: Line, usual: Print) -> bool:
    """Whether a line in large type is the next of one heading."""
    pitch = max(HEADING_PITCH_EM, LOOSE * usual.pitch / usual.size)
    near = not _is_break(above, line) and line.base - above.base < pitch * line.size
    is_done = _SECTION.match(line.text) or above.text.endswith((".", "?", "!"))
    return near and line.font == above.font and not is_done


def _is_break(above: Line, line: Line) -> bool:
    """Whether a line stands on another page or in another column than the line before it."""
    return line.page != above.page or abs(line.measure.column - above.measure.column) > 1 or line.base <= above.base


def _is_alone(above: Line, line: Line, below: Line | None, usual: Print) -> bool:
    """Whether a line that may go on from the page before is one by itself: no paragraph is broken before its last."""
    if not _is_break(above, line) or not _SENTENCE_END.search(above.text) or line.text[0].islower():
        return False
    return below is None or _looseness(line, below, usual) > LOOSE or _is_forced([line], below)


def _looseness(above: Line, line: Line, usual: Print) -> float:
    """How much farther from the line above it a line stands than is usual; 1 after a page or column break."""
    if _is_break(above, line):
        return 1
    return (line.base - above.base) / (usual.pitch * line.size / usual.size)


def _is_forced(group: list[Line], line: Line) -> bool:
    """Whether the first word of a line would have fitted on the line above, so that it was put on a new one."""
    above = group[-1]
    if _HYPHEN.search(above.text):
        return False
    ended = bool(_ENDED.search(above.text))
    if above.measure.is_filled and _SENTENCE_END.search(above.text) and line.font == above.font:
        return above.right < above.measure.end - SHORT_EM * line.size
    reach, end = max(other.right for other in group[-LINES_NEAR:]), above.measure.end
    end = reach if len(group) > 2 and reach < end - 3 * above.size else end
    slack = SLACK_EM if ended else 6 * SLACK_EM
    return above.right + 0.25 * line.size + line.word < end - slack * line.size


def _is_open(group: list[Line]) -> bool:
    """Whether a sentence plainly does not end with its last line, though that may be short: it is running text."""
    last = group[-1].text.rpartition(" ")[2]
    words = sum(len(line.text.split()) for line in group[:RUNNING])
    is_running = words >= RUNNING and _fills(group[0])
    if _ABBREVIATED.search(group[-1].text):
        return True
    return is_running and (last in _STOPS or not _SENTENCE_END.search(group[-1].text))


def _fills(line: Line) -> bool:
    return line.right - line.measure.start > WIDE * line.measure.width


def _starts_item(group: list[Line], line: Line, is_apart: bool) -> bool:
    """Whether a line begins with a bullet or number that is not just the next word of a sentence."""
    label, _ = label_of(line.text)
    above = group[-1]
    if not label or _DOT.fullmatch(label) or is_apart:
        return bool(label)
    is_moved = abs(line.depth - above.depth) > INDENT_EM * line.size
    is_next = bool(label_of(group[0].text)[0]) and abs(line.depth - group[0].depth) < INDENT_EM * line.size
    return bool(_ENDED.search(above.text)) or is_moved or is_next


def _is_other_type(group: list[Line], line: Line) -> bool:
    """Whether the font changes from a text that is finished, or that was all in the font of a heading."""
    above = group[-1]
    if line.font == above.font:
        return False
    in_one = all(other.font == above.font for other in group) and (above.font.bold or above.font.italic)
    return in_one or bool(_SENTENCE_END.search(above.text))


def _is_indented(group: list[Line], line: Line) -> bool:
    """Whether a line is indented as the first of a paragraph, or no longer indented as those of an item are."""
    above = group[-1]
    step = (line.depth - above.depth) / line.size
    labelled = bool(label_of(group[0].text)[0])
    if step > INDENT_EM:
        return not (len(group) == 1 and (labelled or not _ENDED.search(above.text)))
    if labelled and line.depth < group[0].depth - OUTSIDE_EM * line.size:
        return True
    return step < -INDENT_EM and (labelled or len(group) > 1)
