"""YAML in, validated records out: the loader, its hints, the references between records, and the formatter."""

from generator.archive.archive import Archive, Theme, read_archive
from generator.archive.decoding import decoded, hidden_signs, strange_in
from generator.archive.references import (
    AREA,
    BODY,
    Entry,
    citing,
    entries,
    entries_beside,
    entries_in,
    entry_of,
    plain_references,
)
from generator.archive.register import RegisteredSource, registered, source_of
from generator.archive.validate import fault_of, read_record, read_records
from generator.archive.yaml_comments import SCHEMA, comments_of
from generator.archive.yaml_format import is_record, laid_out, shapes_of
from generator.archive.yaml_loader import Document, Path, Value, read_yaml
from generator.archive.yaml_value_hints import MAX_WORD

__all__ = [
    "AREA",
    "BODY",
    "MAX_WORD",
    "SCHEMA",
    "Archive",
    "Document",
    "Entry",
    "Path",
    "RegisteredSource",
    "Theme",
    "Value",
    "citing",
    "comments_of",
    "decoded",
    "entries",
    "entries_beside",
    "entries_in",
    "entry_of",
    "fault_of",
    "hidden_signs",
    "is_record",
    "laid_out",
    "plain_references",
    "read_archive",
    "read_record",
    "read_records",
    "read_yaml",
    "registered",
    "shapes_of",
    "source_of",
    "strange_in",
]
