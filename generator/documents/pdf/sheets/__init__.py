"""What is printed on each page of a PDF. Alone in knowing PDFium, but for the pictures of pages."""

from generator.documents.pdf.sheets.glyphs import FEW_LETTERS, sheet_of, sheets_of
from generator.documents.pdf.sheets.opening import opened, require_whole_pdf
from generator.documents.pdf.sheets.seen import MOST
from generator.documents.pdf.sheets.sheet import Font, Glyph, Sheet, Stroke

__all__ = [
    "FEW_LETTERS",
    "MOST",
    "Font",
    "Glyph",
    "Sheet",
    "Stroke",
    "opened",
    "require_whole_pdf",
    "sheet_of",
    "sheets_of",
]
