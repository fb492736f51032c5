"""The blocks of a source → its passages, with ids and hashes that do not depend on format and layout."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.diagnostics import Miswritten
from generator.documents.block import Block, BlockKind
from generator.documents.conventions import LETTER
from generator.documents.search import names_in, negations_in, stems_in
from generator.model import Passage, parse_decimal
from generator.text import LANGUAGES, Figure, QuantityKind, figures_in, forms, may_mean, moves_in, quantities_in

OPENING = LETTER.opening
"""Name of the section before the first heading."""
PATH = " › "
"""Separator of the headings of a section, outermost first."""
_NUMBERING = re.compile(r"^(?:[A-Z]\.|\d{1,2}(?:\.\d{1,2})*\.?)\s+(?=\S)")
_SALUTATION = re.compile(LETTER.salutation)
_CONTENTS = frozenset(LETTER.contents)
_CONTENTS_LINE = re.compile(r"\s\d{1,3}$")


@dataclass(frozen=True)
class ExtractedPassage:
    """One paragraph, list item or table row of a source."""

    id: str
    """Slug of its heading and a running number per slug, from 1: `certex-1`."""
    section: str
    """The headings above it, outermost first, joined by `PATH`; only the nearest where their levels are unknown."""
    text: str
    """The text itself, on one line. Never written to the repository."""
    words: int
    hash: str
    """First 16 hexadecimal digits of the SHA-256 of its letters and digits, lower case, NFKC."""
    numbers: tuple[str, ...]
    """Plain decimals, each once, in order."""
    soft: tuple[str, ...]
    """Numbers that occur only in words such as `one` or `first`."""
    dates: tuple[str, ...]
    """In the date forms of the data, each once, in order."""
    relative: tuple[str, ...] = ()
    """Dates that it may mean and does not name: evidence, though not certain."""
    stems: frozenset[str] = frozenset()
    """The stems of its words; only their hashes are written to the repository."""
    names: frozenset[str] = frozenset()
    negations: int = 0
    """How many of its words deny something."""
    said: tuple[Figure, ...] = ()
    """Its numbers in the order of the text, each as often as it occurs, with what is said of it."""
    rises: int = 0
    """How many of its words say that something rose or is more."""
    falls: int = 0
    page: int = 0
    """On which it begins, from 1; 0 where a document has no pages."""


def passages_of(blocks: Sequence[Block], published: date, code: str = LANGUAGES[0]) -> tuple[ExtractedPassage, ...]:
    """All passages in reading order; relative dates are resolved from the day of publication.

    `code` is the code of the language in which numbers, dates and words are read.
    """
    counted: Counter[str] = Counter()
    passages = []
    for path, block in _sectioned(_with_real_headings(blocks)):
        slug = slug_of(path[-1])
        counted[slug] += 1
        passage = _passage(f"{slug}-{counted[slug]}", PATH.join(path), block.text, published, code)
        passages.append(replace(passage, page=block.page))
    return tuple(passages)


def slug_of(heading: str) -> str:
    """Lower-case letters and digits of a heading joined by hyphens, at most eight words and 80 characters."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:8])[:80].rstrip("-")


def hash_of(text: str) -> str:
    """The hash of a passage; it does not depend on spacing, case, punctuation or ligatures."""
    letters = "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:16]


def figures_of(passage: Passage | ExtractedPassage) -> tuple[tuple[str, ...], ...]:
    """All figures of a passage: in two that say the same they are equal."""
    return passage.numbers, passage.soft, passage.dates, passage.relative


def _passage(id: str, section: str, text: str, published: date, code: str) -> ExtractedPassage:
    figures = quantities_in(text, code, published)
    figures = tuple(q for q in figures if q.kind is QuantityKind.DATE or _is_held(q.form))
    firm = tuple(figure for figure in figures if not figure.is_soft)
    numbers, dates = (forms(firm, kind) for kind in (QuantityKind.NUMBER, QuantityKind.DATE))
    rises, falls = moves_in(text, code)
    soft = tuple(form for form in forms(figures, QuantityKind.NUMBER) if form not in numbers)
    return ExtractedPassage(
        id,
        section,
        text,
        len(text.split()),
        hash_of(text),
        numbers=numbers,
        soft=soft,
        dates=dates,
        relative=may_mean(text, code, published),
        stems=stems_in(text, code),
        names=names_in(text),
        negations=negations_in(text, code),
        said=tuple(figure for figure in figures_in(text, code, published) if figure.number in numbers),
        rises=rises,
        falls=falls,
    )


def _is_held(number: str) -> bool:
    """Whether the data can hold a number: what starts with a needless zero, or has many digits, is a name or code."""
    try:
        parse_decimal(number)
    except Miswritten:
        return False
    return True


def _with_real_headings(blocks: Sequence[Block]) -> list[Block]:
    """Turns headings above the salutation, in the title, below the last text, or without letters into paragraphs."""
    texts = [i for i, block in enumerate(blocks) if block.kind is not BlockKind.HEADING]
    start = next(
        (i for i in texts if _SALUTATION.match(blocks[i].text)), LETTER.end_of_title([block.text for block in blocks])
    )
    last = texts[-1] if texts else -1
    return [
        replace(block, kind=BlockKind.PARAGRAPH)
        if block.kind is BlockKind.HEADING and not (start <= i <= last and slug_of(_bare(block.text)))
        else block
        for i, block in enumerate(blocks)
    ]


def _sectioned(blocks: list[Block]) -> Iterator[tuple[tuple[str, ...], Block]]:
    """Each block that is not a heading, with the headings above it; without tables of contents."""
    path: list[tuple[int, str]] = [(0, OPENING)]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            above = [(level, heading) for level, heading in path if 0 < level < block.level]
            path = [*above, (block.level, _bare(block.text))]
        elif not (slug_of(path[-1][1]) in _CONTENTS and _CONTENTS_LINE.search(block.text)):
            yield tuple(heading for _, heading in path), block


def _bare(heading: str) -> str:
    """A heading without its number or letter."""
    return _NUMBERING.sub("", heading).strip(" *:")
