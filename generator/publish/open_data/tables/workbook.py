"""The tables that people open in a spreadsheet, in one workbook for each language.

Numbers are numbers with the decimals as published, and days are days, both in the forms of the language. This is the
only module that knows XlsxWriter.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from generator.model import Locale
from generator.publish.open_data.tables.filled import (
    DUE_DATES,
    INDICATORS,
    MILESTONES,
    OBSERVATIONS,
    OUTCOMES,
    REPORTS,
    SOURCES,
    STATEMENTS,
    VINTAGES,
)
from generator.publish.open_data.tables.package import title_of
from generator.publish.open_data.tables.table import Cell, Column, Table, columns_of
from generator.text import language

SHEETS = (MILESTONES, REPORTS, DUE_DATES, OUTCOMES, STATEMENTS, INDICATORS, OBSERVATIONS, VINTAGES, SOURCES)
_WIDTHS = {str: 24, int: 12, bool: 12, Decimal: 14, date: 18}
_WIDEST = 60
"""In characters; of a text in the language of the workbook."""


def workbook_of(
    tables: Mapping[Table, Sequence[tuple[Cell, ...]]], words: Locale, about: Sequence[str], made: date
) -> bytes:
    """The workbook in the language of `words`; the same bytes for the same cells.

    `about` are lines for its first sheet, the first of them its title; `made` is the day it bears.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": about[0], "created": datetime(made.year, made.month, made.day)})  # noqa: DTZ001
        bold = book.add_format({"bold": True})
        first = book.add_worksheet(words.say("tables.sheet"))
        first.set_column(0, 0, 2 * _WIDEST)
        for row, line in enumerate(about):
            first.write_string(row, 0, line, bold if row == 0 else None)
        formats = _Formats(book, words.language)
        for table in SHEETS:
            sheet = book.add_worksheet(words.say(f"tables.{table.name}.title"))
            _fill(sheet, table, tables[table], words=words, formats=formats, bold=bold)
    return out.getvalue()


class _Formats:
    """The formats of cells in one language, each made once."""

    def __init__(self, book: xlsxwriter.Workbook, code: str) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        region = language(code).babel.replace("_", "-")
        self.day = book.add_format({"num_format": f"[$-{region}]d mmm yyyy", "align": "left"})

    def number(self, value: Decimal) -> Format:
        """With as many decimals as the value was published with."""
        decimals = max(0, -int(value.as_tuple().exponent))
        if decimals not in self._numbers:
            pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"num_format": pattern})
        return self._numbers[decimals]


def _fill(
    sheet: Worksheet, table: Table, rows: Sequence[tuple[Cell, ...]], *, words: Locale, formats: _Formats, bold: Format
) -> None:
    shown = [(i, c) for i, c in enumerate(columns_of(table)) if c.language in (None, words.language)]
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(shown) - 1)
    for at, (_, column) in enumerate(shown):
        sheet.set_column(at, at, _WIDEST if column.language else _WIDTHS[column.kind])
        sheet.write_string(0, at, _heading(column, words), bold)
    for down, row in enumerate(rows, 1):
        for at, (i, _) in enumerate(shown):
            _write(sheet, down, at, row[i], formats)


def _heading(column: Column, words: Locale) -> str:
    """Without the language, which is that of the whole workbook."""
    return words.say(f"tables.columns.{column.field}.title") if column.language else title_of(column, words)


def _write(sheet: Worksheet, down: int, at: int, cell: Cell, formats: _Formats) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(down, at, cell)
    elif isinstance(cell, Decimal):
        sheet.write_number(down, at, float(cell), formats.number(cell))
    elif isinstance(cell, int):
        sheet.write_number(down, at, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(down, at, cell, formats.day)
    elif cell is not None:
        sheet.write_string(down, at, cell)
