"""The file of the passages of a source: how it is written, what it leaves out, and its seal against changes by hand."""

from generator.documents.index.left_out import counts_left_out, lines_left_out
from generator.documents.index.seal import seal_of
from generator.documents.index.writing import index_of

__all__ = ["counts_left_out", "index_of", "lines_left_out", "seal_of"]
