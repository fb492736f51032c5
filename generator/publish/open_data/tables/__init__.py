"""The open data as tables: CSV, Parquet, workbooks, and the data package that describes them."""

from generator.publish.open_data.tables.csv_file import csv_of
from generator.publish.open_data.tables.filled import TABLES, tables_of
from generator.publish.open_data.tables.package import About, package_of
from generator.publish.open_data.tables.parquet_file import parquet_of
from generator.publish.open_data.tables.table import Cell, Table, cells_of
from generator.publish.open_data.tables.workbook import workbook_of

__all__ = [
    "TABLES",
    "About",
    "Cell",
    "Table",
    "cells_of",
    "csv_of",
    "package_of",
    "parquet_of",
    "tables_of",
    "workbook_of",
]
