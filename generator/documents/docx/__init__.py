"""The reader of docx: the parts of the zip become the elements of the official XML, so that one reader serves both."""

from generator.documents.docx.paper import paper_of_docx

__all__ = ["paper_of_docx"]
