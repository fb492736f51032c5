"""Tools for editors: schemas, field reference, formatter, scaffolding, and the report of a pull request."""

from generator.authoring.changed_charts import charts_page
from generator.authoring.compare import unlogged
from generator.authoring.field_reference import reference
from generator.authoring.format import canonical, hand_written, is_hand_written, not_canonical
from generator.authoring.git import UnknownRevision, folder_at
from generator.authoring.prompts import Question, example_of, fault_in, questions_of, record_of
from generator.authoring.report import editions_compared, report, with_pages_of
from generator.authoring.scaffold import (
    KINDS,
    Draft,
    RecordKind,
    Spot,
    about,
    drafted,
    problems_with,
    spot_of,
    with_search,
)
from generator.authoring.schema_files import behind, changed

__all__ = [
    "KINDS",
    "Draft",
    "Question",
    "RecordKind",
    "Spot",
    "UnknownRevision",
    "about",
    "behind",
    "canonical",
    "changed",
    "charts_page",
    "drafted",
    "editions_compared",
    "example_of",
    "fault_in",
    "folder_at",
    "hand_written",
    "is_hand_written",
    "not_canonical",
    "problems_with",
    "questions_of",
    "record_of",
    "reference",
    "report",
    "spot_of",
    "unlogged",
    "with_pages_of",
    "with_search",
]
