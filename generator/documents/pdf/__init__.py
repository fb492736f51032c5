"""The reader of PDF documents: glyphs become lines, lines become blocks in reading order."""

from generator.documents.pdf.glyphs import require_whole_pdf
from generator.documents.pdf.reader import read_pdf

__all__ = ["read_pdf", "require_whole_pdf"]
