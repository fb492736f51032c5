"""Tables as Parquet: the same columns as the CSV with their types. The only module that knows arro3.

Numbers are floating-point, as statistics want them; the decimals as published are in the CSV.
"""

import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import arro3.core
from arro3.io import write_parquet

from generator.publish.open_data.tables.table import Cell, Column, Table, columns_of

_TYPES = {
    str: arro3.core.DataType.utf8(),
    int: arro3.core.DataType.int64(),
    bool: arro3.core.DataType.bool(),
    Decimal: arro3.core.DataType.float64(),
    date: arro3.core.DataType.int32(),
}
"""The type of a column in the file; that of days, before they are marked as such."""
_EPOCH = date(1970, 1, 1).toordinal()


def parquet_of(table: Table, rows: Sequence[tuple[Cell, ...]]) -> bytes:
    """The cells of the table as a Parquet file; the same bytes for the same cells."""
    columns = columns_of(table)
    arrays: dict[str, Any] = {column.name: _array(column, [row[i] for row in rows]) for i, column in enumerate(columns)}
    out = io.BytesIO()
    write_parquet(arro3.core.Table.from_pydict(arrays), out, compression="zstd(3)")
    return out.getvalue()


def _array(column: Column, cells: list[Cell]) -> arro3.core.Array:
    array = arro3.core.Array([_value(cell) for cell in cells], type=_TYPES[column.kind])
    return array.cast(arro3.core.DataType.date32()) if column.kind is date else array


def _value(cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.toordinal() - _EPOCH
    return float(cell) if isinstance(cell, Decimal) else cell
