"""The reader of PDF documents: glyphs become lines, lines become blocks in reading order."""

from generator.documents.pdf.picture import Box, Picture, boxes_of, picture_of
from generator.documents.pdf.reader import read_pdf
from generator.documents.pdf.sheets import require_whole_pdf

__all__ = ["Box", "Picture", "boxes_of", "picture_of", "read_pdf", "require_whole_pdf"]
