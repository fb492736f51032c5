"""What a file is, seen from its bytes: which reader it needs, or why it is no document that can be read."""

from generator.documents.files.error_pages import refuse_error_page
from generator.documents.files.kinds import FileKind, kind_of, recognised
from generator.documents.files.limits import bytes_of, within_limits
from generator.documents.files.other_kinds import refuse_other_text

__all__ = [
    "FileKind",
    "bytes_of",
    "kind_of",
    "recognised",
    "refuse_error_page",
    "refuse_other_text",
    "within_limits",
]
