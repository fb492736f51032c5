"""The text of a source → its passages: paragraphs, list items and table rows with ids that do not depend on layout.

Assumes plain text or Markdown as extracted from a PDF, either one line per paragraph or hard-wrapped.
"""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures import dates_in, numbers_in

_BULLET = re.compile(r"^(?:[•\uf0b7\uf0a7▪●]|-(?=\s))\s*")
_NUMBERING = re.compile(r"^(?:[A-Z]\.|\d+(?:\.\d+)*\.?)\s+(?=\S)")
_MARKS = re.compile(r"[¹²³⁰⁴-⁹]+|<sup>\d+</sup>")
_FOOTNOTE = re.compile(rf"^(?P<mark>{_MARKS.pattern})\s*(?P<text>\S.*)")
_MARKUP = re.compile(r"</?\w+>|\*+")
_MARKDOWN_HEADING = re.compile(r"^#+\s+")
_LETTERHEAD = re.compile(r"^(?:Datum|Betreft|Ons kenmerk|Uw brief|Bijlagen|\d{4}-\d{10}|N\.v\.t\.)")
_SALUTATION = re.compile(r"^Geachte ")
_CONTENTS = frozenset({"inhoud", "inhoudsopgave"})
_CONTENTS_LINE = re.compile(r"\s\d{1,3}(?:</\w+>)?$")
_VERBS = frozenset(["is", "zijn", "wordt", "worden", "heeft", "neemt", "kan"])
_STOPS = frozenset(["de", "het", "een", "en", "of", "van", "voor", "in", "op", "aan", "te", "met"])
_TERMINAL = (".", ":", ";", "?", "!", ",")
MAX_HEADING_WORDS = 14
OPENING = "Aanhef"
"""Name of the section before the first heading."""


@dataclass(frozen=True)
class Passage:
    """One paragraph, list item or table row of a source."""

    id: str
    """Slug of its heading and a running number per slug, from 1: `certex-1`."""
    section: str
    """The nearest heading above it, without numbering."""
    text: str
    """The sentence itself, lines rejoined. Never written into the repository."""
    words: int
    hash: str
    """First 16 hexadecimal digits of the SHA-256 of its letters and digits, lower case, NFKC."""
    numbers: tuple[str, ...]
    dates: tuple[str, ...]


def passages_of(text: str, year: int) -> tuple[Passage, ...]:
    """All passages of a source's text, in reading order; `year` completes days printed without one."""
    counted: Counter[str] = Counter()
    notes = _footnotes(text)
    passages = []
    for section, block in _sectioned(list(_blocks(text))):
        slug = slug_of(section)
        counted[slug] += 1
        passages.append(_passage(f"{slug}-{counted[slug]}", section, _with_notes(block, notes), year))
    return tuple(passages)


def slug_of(heading: str) -> str:
    """Lower-case letters and digits of a heading joined by hyphens, at most eight words."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])


def hash_of(text: str) -> str:
    """The passage hash: the same whatever the spacing, case, punctuation or ligatures of the extraction."""
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


def _footnotes(text: str) -> dict[str, str]:
    """The text of each footnote that starts a line of its own with a raised number, by that number."""
    found = (_FOOTNOTE.match(line.strip()) for line in text.split("\n"))
    return {note["mark"]: note["text"] for note in found if note}


def _with_notes(block: str, notes: dict[str, str]) -> str:
    """The block followed by the footnotes it refers to: they carry facts, and belong to the passage that calls them."""
    called = [notes[mark] for mark in _MARKS.findall(block) if mark in notes]
    return " ".join([_MARKS.sub("", block), *called])


def _passage(id: str, section: str, text: str, year: int) -> Passage:
    clean = _MARKUP.sub("", text).replace("\t", " ").strip()
    return Passage(id, section, clean, len(clean.split()), hash_of(clean), numbers_in(clean), dates_in(clean, year))


def _sectioned(blocks: list[str]) -> Iterator[tuple[str, str]]:
    """Each block that is not a heading, with the heading it stands under; tables of contents left out."""
    is_heading = _MARKDOWN_HEADING.match if any(map(_MARKDOWN_HEADING.match, blocks)) else _is_heading
    last = max((i for i, block in enumerate(blocks) if not is_heading(block)), default=-1)
    start = next((i for i, block in enumerate(blocks) if _SALUTATION.match(block)), 0)
    section = OPENING
    for i, block in enumerate(blocks):
        if slug_of(section) in _CONTENTS and _CONTENTS_LINE.search(block):
            continue
        if start <= i <= last and is_heading(block) and slug_of(_heading_text(block)):
            section = _heading_text(block)
        else:
            yield section, _BULLET.sub("", block)


def _heading_text(block: str) -> str:
    bare = _MARKUP.sub("", _MARKDOWN_HEADING.sub("", _BULLET.sub("", block)))
    return _NUMBERING.sub("", _MARKS.sub("", bare)).strip(" *:")


def _is_heading(block: str) -> bool:
    """Whether a line of plain text reads as a heading: short, a capital first, no full stop."""
    bare = _MARKUP.sub("", block).strip()
    if "\t" in block or _LETTERHEAD.match(bare) or bare.startswith(("-", "\uf0b7")):
        return False
    bare = _BULLET.sub("", bare)
    if not bare or bare[0].islower() or bare.endswith(_TERMINAL) or len(bare.split()) > MAX_HEADING_WORDS:
        return False
    return ": " not in bare


def _blocks(text: str) -> Iterator[str]:
    """Logical lines: paragraphs rejoined, footnotes and page furniture taken out."""
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u00ad", "")
    lines = text.split("\n")
    if _is_double_spaced(lines):
        lines = [line for line in lines if line != ""]
    lines = _without_furniture(lines)
    yield from _mended(_unwrapped(lines) if _is_wrapped(lines) else _paragraphs(lines))


def _is_double_spaced(lines: list[str]) -> bool:
    printed = [i for i, line in enumerate(lines[:-1]) if line.strip()]
    return sum(lines[i + 1] == "" for i in printed) > 0.8 * len(printed)


def _is_wrapped(lines: list[str]) -> bool:
    return _usual_width(lines, 5) < 120


def _usual_width(lines: list[str], rank: int) -> int:
    """Length of the `rank`-th longest line, or in a short text of one nearer the longest; 0 if nothing is printed."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip()) or [0]
    return lengths[-min(rank, 1 + len(lengths) // 8)]


def _without_furniture(lines: list[str]) -> list[str]:
    """Drops letterhead references repeated at page breaks and horizontal rules."""
    counted = Counter(line.strip() for line in lines)
    repeated = {line for line, times in counted.items() if times > 2 and line and not line.startswith("#")}
    return [line for line in lines if line.strip() not in repeated and not re.fullmatch(r"-{3,}", line.strip())]


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Text with one line per paragraph, footnotes left out."""
    return (line.strip() for line in lines if line.strip() and not _FOOTNOTE.match(line.strip()))


def _mended(blocks: Iterator[str]) -> Iterator[str]:
    """A sentence that a page break or a footnote cut in two is one block again."""
    held = ""
    for block in blocks:
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


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """Hard-wrapped text: a line ends a paragraph where the next word would still have fitted."""
    width = _usual_width(lines, 8)
    block: list[str] = []
    for line in lines:
        stripped = line.strip()
        if block and (not stripped or _starts_anew(block, stripped, width)):
            yield _joined(block)
            block = []
        if stripped and not re.match(r"^\d Kamerstukken", stripped):
            block.append(stripped)
    if block:
        yield _joined(block)


def _starts_anew(block: list[str], line: str, width: int) -> bool:
    if _BULLET.match(line) or any(map(_MARKDOWN_HEADING.match, (block[-1], line))):
        return True
    fits = len(block[-1]) + 1 + len(line.split()[0]) <= width - 3
    upper = line[0].isupper() or line[0] in "‘“(" or line[0].isdigit()
    heading = len(block) == 1 and _is_heading(block[0]) and not _is_broken_off(block[0])
    return fits and upper and (block[-1].endswith((".", ":", "?")) or heading)


def _is_broken_off(line: str) -> bool:
    """Whether a short printed line reads as the beginning of a sentence rather than as a heading."""
    words = line.lower().split()
    return ", " in line or words[-1] in _STOPS or not _VERBS.isdisjoint(words)


def _joined(block: list[str]) -> str:
    return re.sub(r"(?<=\w)- (?!en |of )(?=[a-z])", "-", " ".join(block))


def index_of(source: str, text: str, year: int) -> str:
    """The file `data/passages/<source>.yaml` for a text: one line per passage, and no sentence of it."""
    lines = [f"source: {source}", f"sha256: {hashlib.sha256(text.encode()).hexdigest()}", "passages:"]
    for passage in passages_of(text, year):
        numbers, dates = (
            ", ".join(f'"{figure}"' for figure in figures) for figures in (passage.numbers, passage.dates)
        )
        section = passage.section.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(
            f'  - {{id: {passage.id}, section: "{section}", words: {passage.words}, hash: "{passage.hash}", '
            f"numbers: [{numbers}], dates: [{dates}]}}"
        )
    return "\n".join(lines) + "\n"
