"""The areas of a page that are read one after the other: its margin, its columns, and the boxes beside them."""

from generator.documents.pdf.areas.columns import Column, columns_of
from generator.documents.pdf.areas.flows import Cells, cells_in

__all__ = ["Cells", "Column", "cells_in", "columns_of"]
