"""Text that is no document: data, tables of data and messages are refused, each with its reason."""

import csv
import json
import re

from generator.documents.block import Unreadable
from generator.documents.conventions import CONVENTIONS

_FEW_CELLS, _FEW_ROWS = 3, 4
"""Cells of each row and rows of a text that is taken for CSV, at least."""
_LONG_CELL = 6
"""Words of a cell, on average, from which rows are sentences with commas."""
_NAME = re.compile(r'[\s\[]*\{\s*"[^"\n]*"\s*:')
"""The beginning of an object of JSON, whole or not."""
_SERVER_HEADER = re.compile(
    r"^(?:Content-[TD][\w-]+|Return-Path|Received|Delivered-To|MIME-Version|Message-ID|DKIM-Signature): ", re.M
)
_SENDER = re.compile(CONVENTIONS.message.sender, re.M)
_EMPHASIS = re.compile(r"[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}")
_SENT = re.compile(CONVENTIONS.message.sent, re.M)
_SUBJECT = re.compile(CONVENTIONS.message.subject, re.M)
_HEAD_LINES = 12
"""Lines in which the sender, the day and the subject of a message are."""


def refuse_other_text(text: str) -> None:
    """Raises Unreadable if a text is JSON, CSV or an e-mail message."""
    what = "JSON" if _is_json(text) else "an e-mail message" if _is_message(text) else "CSV" if _is_csv(text) else ""
    if what:
        raise Unreadable(f"the file is {what}, not a document; save the document itself")


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        return isinstance(json.JSONDecoder().raw_decode(text.lstrip())[0], dict | list)
    except (ValueError, RecursionError):
        return bool(_NAME.match(text))


def _is_message(text: str) -> bool:
    """Whether a text begins with what servers or programs write above a message; a memorandum has a date, not a time.

    Lines of a letterhead such as `Van:` and `Aan:` alone do not make a message.
    """
    head = _EMPHASIS.sub("", "\n".join(text.lstrip().splitlines()[:_HEAD_LINES]))
    if len(_SERVER_HEADER.findall(head)) > 1:
        return True
    return bool(_SENDER.search(head) and _SENT.search(head) and _SUBJECT.search(head))


def _is_csv(text: str) -> bool:
    """Whether all rows have as many cells, separated by commas or semicolons, and the cells are not sentences."""
    lines = [line for line in text.splitlines() if line.strip()]
    if 2 * sum(line.rstrip().endswith((".", ":", "?")) for line in lines) > len(lines):
        return False
    for separator in ";,":
        try:
            rows = list(csv.reader(lines, delimiter=separator, strict=True))
        except csv.Error:
            continue
        counts = {len(row) for row in rows}
        if len(rows) >= _FEW_ROWS and len(counts) == 1 and counts.pop() >= _FEW_CELLS:
            cells = [cell for row in rows for cell in row]
            return sum(len(cell.split()) for cell in cells) < _LONG_CELL * len(cells)
    return False
