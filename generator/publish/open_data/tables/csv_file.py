"""Tables as CSV: comma-separated, UTF-8, the names of the columns in the first line, decimal points, ISO dates.

A text that a spreadsheet would take for a formula has an apostrophe before it.
"""

import csv
import io
from collections.abc import Iterable

from generator.publish.open_data.tables.table import Cell, Table, columns_of
from generator.text import escape_cell


def csv_of(table: Table, rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """The cells of the table as CSV; the first line names the columns, even without rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in columns_of(table))
    writer.writerows([escape_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode()
