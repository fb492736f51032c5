"""Documents of any format become blocks, then passages: the readers, ingest, the work list, verification."""

from generator.documents.block import Unreadable
from generator.documents.conventions import CONVENTIONS
from generator.documents.files import within_limits
from generator.documents.html import is_page
from generator.documents.index import lines_left_out, seal_of
from generator.documents.ingest import (
    Ingestion,
    changed_ids,
    citations_moved,
    doubts,
    files_of,
    language_of,
    publication,
    read_source,
    remarks,
    source_stub,
    with_reason,
)
from generator.documents.matching import WorkItem, work_of
from generator.documents.passages import OPENING, PATH, ExtractedPassage
from generator.documents.pdf import Box, Picture, boxes_of, picture_of, require_whole_pdf
from generator.documents.plain_text import visible
from generator.documents.reader import SUFFIXES, reading_of, suffix_of
from generator.documents.search import NearPassage, Search
from generator.documents.verify import (
    differences,
    quotable,
    quotable_in,
    quoted,
    readings,
    text_of_source,
    texts_of,
)
from generator.documents.worklist import worklist_of
from generator.documents.xml_tree import attribute, said, tree_of

__all__ = [
    "CONVENTIONS",
    "OPENING",
    "PATH",
    "SUFFIXES",
    "Box",
    "ExtractedPassage",
    "Ingestion",
    "NearPassage",
    "Picture",
    "Search",
    "Unreadable",
    "WorkItem",
    "attribute",
    "boxes_of",
    "changed_ids",
    "citations_moved",
    "differences",
    "doubts",
    "files_of",
    "is_page",
    "language_of",
    "lines_left_out",
    "picture_of",
    "publication",
    "quotable",
    "quotable_in",
    "quoted",
    "read_source",
    "reading_of",
    "readings",
    "remarks",
    "require_whole_pdf",
    "said",
    "seal_of",
    "source_stub",
    "suffix_of",
    "text_of_source",
    "texts_of",
    "tree_of",
    "visible",
    "with_reason",
    "within_limits",
    "work_of",
    "worklist_of",
]
