"""Coverage as a table for the command line and as JSON for other programs."""

import json
from collections.abc import Sequence

from generator.checks import Coverage

_HEADS = ("source", "passages", "cited", "out of scope", "open", "numbers", "carried")


def as_table(coverage: Sequence[Coverage]) -> str:
    """Return a row for each source and a total, then for each source its themes, open passages and missing numbers.

    `coverage` is in the order of the rows.
    """
    rows = [_row(entry) for entry in coverage]
    total = ("all", *(str(sum(int(row[i]) for row in rows)) for i in range(1, len(_HEADS))))
    widths = [max(map(len, column)) for column in zip(_HEADS, *rows, total, strict=True)]
    lines = [_aligned(row, widths) for row in (_HEADS, *rows, total)]
    for entry in coverage:
        lines += ["", *_details(entry)]
    return "\n".join(lines)


def as_json(coverage: Sequence[Coverage]) -> str:
    """Return a JSON list with an object for each source, in the order of `coverage`."""
    entries = [
        {
            "source": entry.source,
            "passages": entry.account.passages,
            "cited": entry.account.cited,
            "out_of_scope": entry.account.out_of_scope,
            "open": entry.open,
            "complete": entry.account.is_complete,
            "themes": entry.by_theme,
            "numbers": entry.numbers,
            "carried": entry.carried,
            "uncarried": entry.uncarried,
        }
        for entry in coverage
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1)


def _row(entry: Coverage) -> tuple[str, ...]:
    account = entry.account
    counts = (account.passages, account.cited, account.out_of_scope, len(entry.open), entry.numbers, entry.carried)
    return entry.source, *map(str, counts)


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
    return "  ".join((row[0].ljust(widths[0]), *cells))


def _details(entry: Coverage) -> list[str]:
    themes = ", ".join(f"{theme} {passages}" for theme, passages in entry.by_theme.items())
    lines = [f"{entry.source}: {themes or 'no theme cites it'}"]
    if entry.open:
        lines.append(f"  open: {', '.join(entry.open)}")
    if entry.uncarried:
        numbers = (f"{passage} {' '.join(numbers)}" for passage, numbers in entry.uncarried.items())
        lines.append(f"  numbers not carried: {'; '.join(numbers)}")
    return lines
