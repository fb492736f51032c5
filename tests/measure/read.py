"""How well real documents are read, as a table: `make bench-read PAPERS=folder`. They are no part of the project.

A block is cut if it is no heading or item and begins in lower case, or with a bracket, below one that ends without the
end of a sentence: a sentence that stands in two blocks. A first word with a figure is the label of a row, as `nov-24`
in a column of dates, and no word in which a sentence goes on, though it is in lower case.
"""

import re
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from generator.documents.block import Block, BlockKind, Unreadable
from generator.documents.reader import SUFFIXES, reading_of

AIM = 0.01
"""The share of the blocks of a document that may be cut."""
_ENDS = (".", ":", ";", "?", "!")
_AFTER_AN_END = "”’'\")]"
_LABEL = re.compile(r"[^\W\d_]+-?\d")
SHORT_WORDS = 2


def cut_in(blocks: Sequence[Block]) -> list[tuple[Block, Block]]:
    """Both halves of each sentence that is cut."""
    return [
        (above, below)
        for above, below in pairwise(blocks)
        if below.kind not in (BlockKind.HEADING, BlockKind.ITEM)
        and (below.text[0] in "([" or (below.text[0].islower() and not _LABEL.match(below.text)))
        and not above.text.rstrip(_AFTER_AN_END).endswith(_ENDS)
    ]


def row_of(file: Path) -> tuple[str, bool]:
    """A line of the table, and whether the document is read as well as is aimed at."""
    start = time.process_time()
    try:
        read = reading_of(file.read_bytes())
    except Unreadable as error:
        return f"{file.name:32} refused: {error}", False
    seconds, count, cut = time.process_time() - start, len(read.blocks), len(cut_in(read.blocks))
    short = sum(b.kind is BlockKind.PARAGRAPH and len(b.text.split()) <= SHORT_WORDS for b in read.blocks)
    line = f"{file.name:32} {count:6} {cut:5} {cut / count:6.1%} {short:6} {len(read.left_out):8} {seconds:7.1f}"
    return line, cut <= AIM * count


def main(folder: Path) -> int:
    """Prints the table of the documents in a folder; 1 if more of one is cut than is aimed at, 2 if there is none."""
    files = sorted(file for file in folder.iterdir() if file.suffix in SUFFIXES and file.stem != "README")
    print(f"{'document':32} {'blocks':>6} {'cut':>5} {'share':>6} {'short':>6} {'left out':>8} {'seconds':>7}")
    rows = []
    for file in files:
        rows.append(row_of(file))
        print(rows[-1][0], flush=True)
    return 2 if not rows else int(not all(good for _, good in rows))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
