"""What is on the pages of a document and in no passage: in words, and counted for the file of its passages."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.documents.block import LeftOut, PagePart

_SHOWN = 12
"""Lines of one part of a page that are shown."""


def lines_left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """A line for each part of a page that is in no passage; pages with the same words there share a line."""
    shown: dict[tuple[PagePart, str], list[tuple[int, list[str]]]] = {}
    by_page = groupby(sorted(left_out, key=_place), _place)
    for (page, _), found in by_page:
        lines = list(found)
        words = re.sub(r"\d+", "", " ".join(line.text for line in lines))
        shown.setdefault((lines[0].part, words), []).append((page, [line.text for line in lines]))
    for (part, _), pages in shown.items():
        where = _named([page for page, _ in pages])
        if part is PagePart.PICTURE:
            are, them = ("are pictures", "them") if len(pages) > 1 else ("is a picture", "it")
            yield f"Warning: {where} {are}; no text of {them} is read."
        else:
            texts = pages[0][1]
            more = f" and {_counted(len(texts) - _SHOWN, 'more line')}" if len(texts) > _SHOWN else ""
            yield f"Left out of {where} as {part.value}: {', '.join(map(repr, texts[:_SHOWN]))}{more}."


def counts_left_out(left_out: Sequence[LeftOut]) -> Iterator[str]:
    """How many lines of each part of a page are in no passage, without what they say; equal pages share a text."""
    pages: dict[str, list[int]] = {}
    for (page, _), found in groupby(sorted(left_out, key=_place), _place):
        lines = list(found)
        part = lines[0].part
        what = "a picture" if part is PagePart.PICTURE else f"{_counted(len(lines), 'line')} of {part.value}"
        pages.setdefault(what, []).append(page)
    yield from (f"{_named(numbers)}: {what}" for what, numbers in pages.items())


def _named(pages: Sequence[int]) -> str:
    return f"page{'s' * (len(pages) > 1)} {_ranges(pages)}" if pages[0] else "the file"


def _place(line: LeftOut) -> tuple[int, int]:
    return line.page, list(PagePart).index(line.part)


def _ranges(pages: Sequence[int]) -> str:
    """Ascending numbers, those in a row as one range: `1, 3–5`."""
    runs = [[page for _, page in run] for _, run in groupby(enumerate(pages), lambda placed: placed[1] - placed[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count > 1)}"
