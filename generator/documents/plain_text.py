"""Plain text or Markdown → blocks: lines are joined, headers and footers dropped, footnotes moved to their reference.

Assumes either one line per paragraph or hard-wrapped lines, with or without blank lines between them.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from generator.documents.block import Block, BlockKind, LeftOut, PagePart, Reading
from generator.documents.conventions import LETTER
from generator.text import without_unseen

_HEAD_OF_COPY = re.compile(r"# URL: .*\n(?:# [a-z]+: .*\n)*", re.IGNORECASE)
"""How a page that was saved by hand says where it is from: no heading of the text."""
_LINE_END = re.compile("(?:\r?\n)?\f|\r\n?|[\v\x85\u2028\u2029]")
_UNSEEN = ("Cc", "Cf")
_BULLET = re.compile(r"^(?:[•\uf0b7\uf0a7▪●]|-(?=\s))\s*")
_DASH = re.compile(r"^[–—]\s+(?=\S)")
"""A dash before an item of a list, or within a sentence that goes on."""
_ENUMERATOR = re.compile(r"^\d{1,2}[.)]\s+(?=\S)")
_LETTERED = re.compile(r"^[a-z][.)] (?=[A-Z])")
"""The letter before a heading or paragraph."""
_MARKS = re.compile(r"[¹²³⁰⁴-⁹]+|<sup>\d+</sup>")
_LOW_NOTE = re.compile(r"^(?P<mark>\d{1,2}) +(?=[A-Z])")
_LOW = r"\d{1,2}"
_LOW_CALL = re.compile(rf"(?<=[a-zà-ÿ])({_LOW})(?=[\s.,;:)]|$)")
_FOOTNOTE = re.compile(rf"^(?P<mark>{_MARKS.pattern})\s*(?P<text>\S.*)")
_MARKUP = re.compile(r"</?\w+>|\\?\*+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]{0,2000}\)|<(https?://[^>\s]{1,2000})>")
_CHART_NOTE = re.compile(r"^\\?\*\s")
_MARKDOWN_HEADING = re.compile(r"^(?P<hashes>#+)\s+")
_MARKDOWN_ROW = re.compile(r"^[ \t]{0,3}\|(?P<cells>[^\n|]{0,1000}\|[^\n]{0,1000})\|[ \t]*$", re.MULTILINE)
_MARKDOWN_RULE = re.compile(r"^[ \t]{0,3}\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?:\n|$)", re.MULTILINE)
_QUOTED = re.compile(r"^>\s*")
_PAGE_NUMBER = re.compile(LETTER.page_number, re.IGNORECASE)
_LABEL = re.compile(LETTER.label)
_REFERENCE = re.compile(LETTER.reference)
_VERBS = frozenset(LETTER.verbs)
_STOPS = frozenset(LETTER.stops)
_DIVIDED = re.compile(rf"(?<=\w)-\n(?!{LETTER.keep_hyphen})(?=[a-z])")
_TERMINAL = (".", ":", ";", "?", "!", ",")
MAX_HEADING_WORDS = 14
SHORT = 0.75
"""The share of the usual width that a line and the word after it have at most if that word begins a new text."""


def read_text(text: str) -> Reading:
    """The blocks of a text in reading order; a footnote follows the text of the block that refers to it."""
    text = visible(unicodedata.normalize("NFC", _LINE_END.sub("\n", text)).replace("\u00a0", " "))
    text = _MARKDOWN_ROW.sub(_cells_apart, _MARKDOWN_RULE.sub("", text))
    head = _HEAD_OF_COPY.match(text)
    lines = _with_raised_marks(text[head.end() :].split("\n") if head else text.split("\n"))
    notes = _footnotes(lines)
    dropped: list[str] = []
    logical = list(_logical_lines(lines, dropped))
    is_marked = any(map(_MARKDOWN_HEADING.match, logical))
    left_out = tuple(LeftOut(PagePart.REPEATED, line) for line in dropped)
    return Reading(
        tuple(block for line in _captions_lowered(logical) for block in _blocks(line, is_marked, notes)), left_out
    )


def _cells_apart(row: re.Match[str]) -> str:
    """A row of a table in Markdown with tabs between its cells."""
    return "\t".join(cell.strip() for cell in row["cells"].split("|"))


def visible(text: str) -> str:
    """The text without invisible characters; tabs and line ends are kept."""
    return "".join(c for c in without_unseen(text) if c in "\t\n" or unicodedata.category(c) not in _UNSEEN)


def _with_raised_marks(lines: list[str]) -> list[str]:
    """The text with superscript footnote numbers instead of plain ones (`informed1.`, below `1 Papers …`)."""
    raised = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    called: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        for mark in _LOW_CALL.findall(line):
            called.setdefault(mark, []).append(i)
    for i, line in enumerate(lines):
        note = _LOW_NOTE.match(line.strip())
        calls = called.get(note["mark"], []) if note else []
        above = bisect_left(calls, i)
        if note and above:
            mark, call = note["mark"].translate(raised), calls.pop(above - 1)
            lines[call] = re.sub(_LOW_CALL.pattern.replace(_LOW, note["mark"]), mark, lines[call], count=1)
            lines[i] = _LOW_NOTE.sub(mark + " ", line.strip())
    return lines


def _captions_lowered(lines: list[str]) -> list[str]:
    """Turns marked headings that are captions of charts into text, so that they open no section.

    A caption stands directly above the note of its chart, or above another, less deep caption.
    """
    lowered: list[str] = []
    is_above_caption, depth = False, 0
    for line in reversed(lines):
        marked = _MARKDOWN_HEADING.match(line)
        is_above_caption = bool(marked and is_above_caption and len(marked["hashes"]) >= depth)
        depth = len(marked["hashes"]) if marked else 0
        lowered.append(_MARKDOWN_HEADING.sub("", line) if is_above_caption else line)
        is_above_caption = is_above_caption or bool(_CHART_NOTE.match(line))
    return lowered[::-1]


def _footnotes(lines: list[str]) -> dict[str, str]:
    """The footnotes by number: lines that start with a superscript number."""
    found = (_FOOTNOTE.match(line.strip()) for line in lines)
    return {note["mark"]: note["text"] for note in found if note}


def _blocks(line: str, is_marked: bool, notes: dict[str, str]) -> Iterator[Block]:
    marked = _MARKDOWN_HEADING.match(line)
    if marked or (not is_marked and _is_heading(line)):
        level = len(marked["hashes"]) if marked else 0
        yield Block(BlockKind.HEADING, _clean(_BULLET.sub("", _MARKDOWN_HEADING.sub("", line)), {}), level)
    elif "\t" in line:
        yield from (Block(BlockKind.ROW, _clean(cells, notes)) for cells in _rows(line))
    else:
        bare = _ENUMERATOR.sub("", _DASH.sub("", _BULLET.sub("", line)))
        yield Block(BlockKind.PARAGRAPH if bare == line else BlockKind.ITEM, _clean(bare, notes))


def _rows(line: str) -> list[str]:
    """A row of a table; where its cells are whole sentences, the columns are layout and each cell is a paragraph."""
    cells = [cell for cell in line.split("\t") if cell.strip()]
    return cells if sum(cell.strip().endswith(".") for cell in cells) > 1 else [line]


def _clean(text: str, notes: dict[str, str]) -> str:
    """The text on one line without footnote marks, followed by its footnotes, since they carry facts."""
    called = [notes[mark] for mark in _MARKS.findall(text) if mark in notes]
    whole = " ".join([_MARKS.sub("", text), *called])
    bare = _LINK.sub(r"\1\2", _QUOTED.sub("", whole))
    return " ".join(_MARKUP.sub("", bare).split())


def _is_heading(line: str) -> bool:
    """Whether a line of plain text looks like a heading: short, starting with a capital, without a full stop."""
    bare = _MARKUP.sub("", line).strip()
    if "\t" in line or _LABEL.match(bare) or _REFERENCE.match(bare) or bare.startswith(("-", "\uf0b7", ">")):
        return False
    bare = _LETTERED.sub("", _BULLET.sub("", bare))
    if not bare or bare[0].islower() or bare.endswith(_TERMINAL) or len(bare.split()) > MAX_HEADING_WORDS:
        return False
    return ": " not in bare


def _logical_lines(lines: list[str], dropped: list[str]) -> Iterator[str]:
    """One line for each heading, paragraph, list item or table row; what is none of these is added to `dropped`."""
    is_wrapped = _usual_width(lines, 5) < 120
    is_solid = "" not in map(str.strip, "\n".join(lines).strip().split("\n"))
    if _is_double_spaced(lines):
        is_wrapped = is_wrapped and _is_cut(lines)
        lines = [line for line in lines if line != ""] if is_wrapped else list(_adjacent_joined(lines))
    lines = _without_furniture(lines, dropped)
    yield from _mended(_unwrapped(lines, is_solid=is_solid) if is_wrapped else _paragraphs(lines))


def _is_double_spaced(lines: list[str]) -> bool:
    printed = [i for i, line in enumerate(lines[:-1]) if line.strip()]
    return sum(lines[i + 1] == "" for i in printed) > 0.8 * len(printed)


def _is_cut(lines: list[str]) -> bool:
    """Whether many sentences continue after a blank line: then blank lines separate lines, not paragraphs."""
    printed = [line.strip() for line in lines if line.strip()]
    beyond = zip(lines, lines[1:], lines[2:], strict=False)
    cut = [above for above, blank, below in beyond if above.strip() and not blank and below.strip()[:1].islower()]
    return sum(not line.strip().endswith(_TERMINAL) for line in cut) > 0.1 * len(printed)


def _adjacent_joined(lines: list[str]) -> Iterator[str]:
    """Joins lines without a blank line between them, in a text whose paragraphs are separated by blank lines."""
    held = ""
    for line in lines:
        if held and line.strip() and not _stands_alone(line) and "\t" not in held:
            held = f"{held.rstrip()} {line.strip()}"
            continue
        if held.strip():
            yield held
        held = line
    if held.strip():
        yield held


def _stands_alone(line: str) -> bool:
    starts = (_BULLET, _ENUMERATOR, _LABEL, _MARKDOWN_HEADING, _FOOTNOTE)
    return "\t" in line or any(start.match(line.strip()) for start in starts)


def _usual_width(lines: list[str], rank: int) -> int:
    """Length in characters of the `rank`-th longest line, in a short text of a longer one; 0 for an empty text."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip()) or [0]
    return lengths[-min(rank, 1 + len(lengths) // 8)]


def _without_furniture(lines: list[str], dropped: list[str]) -> list[str]:
    """Drops rules, page numbers, and lines repeated at page breaks from the second time on; adds them to `dropped`."""
    counted = Counter(line.strip() for line in lines)
    seen: set[str] = set()
    kept = []
    for line in lines:
        bare = line.strip()
        again = bare in seen and counted[bare] > 2 and not bare.startswith("#")
        seen.add(bare)
        if not bare or not (again or re.fullmatch(r"-{3,}", bare) or _PAGE_NUMBER.fullmatch(bare)):
            kept.append(line)
        elif not re.fullmatch(r"-{3,}", bare):
            dropped.append(bare)
    return kept


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The text with one line per paragraph, without footnotes."""
    return (line.strip() for line in lines if line.strip() and not _FOOTNOTE.match(line.strip()))


def _mended(blocks: Iterator[str]) -> Iterator[str]:
    """Joins the halves of a sentence cut by a page break or a footnote; a word printed in both is kept once."""
    held = ""
    for block in blocks:
        if held and block[0].islower() and block.split()[0] == held.split()[-1]:
            held = f"{held} {block.partition(' ')[2]}"
            continue
        if held and _continues(held, block):
            held = f"{held} {block}"
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _continues(before: str, line: str) -> bool:
    open_sentence = not before.endswith(_TERMINAL) and len(before.split()) > MAX_HEADING_WORDS
    return open_sentence and line[0].islower()


def _unwrapped(lines: list[str], *, is_solid: bool) -> Iterator[str]:
    """Joins hard-wrapped lines: a line ends a paragraph where the next word would still have fitted.

    Without blank lines between any of them, as in a text copied from a page, a line that is short enough is an end
    whatever it says.
    """
    width = _usual_width(lines, 8)
    block: list[str] = []
    for line in lines:
        stripped = line.strip()
        if block and (not stripped or _starts_anew(block, stripped, width, is_solid=is_solid)):
            yield _joined(block)
            block = []
        if stripped and not _FOOTNOTE.match(stripped):
            block.append(stripped)
    if block:
        yield _joined(block)


def _starts_anew(block: list[str], line: str, width: int, *, is_solid: bool) -> bool:
    if "\t" in line or _BULLET.match(line) or any(map(_MARKDOWN_HEADING.match, (block[-1], line))):
        return True
    if _DASH.match(line) and block[-1].endswith((":", ";")):
        return True
    fits = len(block[-1]) + 1 + len(line.split()[0]) <= width - 3
    is_lettered = bool(_LETTERED.match(line))
    upper = line[0].isupper() or line[0] in "‘“(" or line[0].isdigit() or is_lettered
    if is_solid and upper and not _breaks_off(block[-1]):
        is_short = len(block[-1]) + len(line.split()[0]) < SHORT * width
        if is_short or (is_lettered and block[-1].endswith(".")):
            return True
    heading = len(block) == 1 and _reads_as_heading(block[0])
    return fits and upper and (block[-1].endswith((".", ":", "?")) or heading)


def _reads_as_heading(line: str) -> bool:
    """Whether a printed line looks like a heading rather than the start of a sentence."""
    is_sentence = ", " in line or _breaks_off(line) or not _VERBS.isdisjoint(line.lower().split())
    return _is_heading(line) and not is_sentence


def _breaks_off(line: str) -> bool:
    return line.lower().split()[-1] in _STOPS or line.endswith((",", "-"))


def _joined(block: list[str]) -> str:
    return _DIVIDED.sub("-", "\n".join(block)).replace("\n", " ")
