"""Parquet holds what the CSV holds, with types; it is read here by DuckDB."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from generator.publish.open_data.tables.parquet_file import parquet_of
from generator.publish.open_data.tables.table import cells_of
from tests.publish.open_data.conftest import Exports
from tests.publish.open_data.tables.example import EMPTY, FULL, TABLE


@pytest.mark.parametrize("rows", [[FULL, EMPTY], []], ids=["two rows", "no row"])
def test_every_column_has_its_type(rows, tmp_path: Path) -> None:
    file = tmp_path / "locks.parquet"
    file.write_bytes(parquet_of(TABLE, cells_of(rows)))
    read = duckdb.read_parquet(str(file))

    assert [(name, str(kind)) for name, kind in zip(read.columns, read.types, strict=True)] == [
        ("id", "VARCHAR"), ("due", "VARCHAR"), ("due_first", "DATE"), ("due_last", "DATE"), ("title_nl", "VARCHAR"),
        ("title_en", "VARCHAR"), ("value", "DOUBLE"), ("moves", "BIGINT"), ("open", "BOOLEAN"), ("timing", "VARCHAR"),
        ("cites", "VARCHAR"),
    ]  # fmt: skip
    assert [row[2:4] + row[6:9] for row in read.fetchall()] == [
        (date(2022, 5, 1), date(2022, 8, 31), 4.2, 3, True),
        (None, None, None, 3, True),
    ][: len(rows)]


def test_a_table_is_the_same_as_parquet_and_as_csv(exports: Exports, tmp_path: Path) -> None:
    files = exports["small"]["2023-06-20"]
    counts = {}
    for path in (path for path in files if path.endswith(".parquet")):
        (tmp_path / "a.parquet").write_bytes(files[path])
        (tmp_path / "a.csv").write_bytes(files[path.removeprefix("parquet/").replace(".parquet", ".csv")])
        csv = f"read_csv('{tmp_path}/a.csv', all_varchar=true, header=true)"
        counts[path] = [duckdb.sql(f"select count(*) from {table}").fetchall()
                        for table in (f"'{tmp_path}/a.parquet'", csv)]  # fmt: skip

    assert len(counts) == 20
    assert {path: pair for path, pair in counts.items() if pair[0] != pair[1]} == {}
