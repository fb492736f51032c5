"""Tools for editors: schemas, field reference, formatter, scaffolding, and the report of a pull request."""

from generator.authoring.adding import (
    KINDS,
    Draft,
    Fault,
    Question,
    RecordKind,
    Spot,
    answered,
    asked_of,
    drafted,
    example_of,
    fault_in,
    fault_with,
    problems_with,
    spot_of,
    with_search,
)
from generator.authoring.changed_charts import charts_page
from generator.authoring.compare import unlogged
from generator.authoring.field_reference import reference
from generator.authoring.format import canonical, hand_written, is_hand_written, not_canonical
from generator.authoring.git import UnknownRevision, folder_at
from generator.authoring.report import editions_compared, report, with_pages_of
from generator.authoring.review import (
    NEW,
    Desk,
    Proposal,
    ReviewServer,
    Site,
    State,
    Step,
    blank,
    opened_desk,
    paper_at_hand,
    reasons_of,
    written_record,
)
from generator.authoring.schema_files import behind, changed

__all__ = [
    "KINDS",
    "NEW",
    "Desk",
    "Draft",
    "Fault",
    "Proposal",
    "Question",
    "RecordKind",
    "ReviewServer",
    "Site",
    "Spot",
    "State",
    "Step",
    "UnknownRevision",
    "answered",
    "asked_of",
    "behind",
    "blank",
    "canonical",
    "changed",
    "charts_page",
    "drafted",
    "editions_compared",
    "example_of",
    "fault_in",
    "fault_with",
    "folder_at",
    "hand_written",
    "is_hand_written",
    "not_canonical",
    "opened_desk",
    "paper_at_hand",
    "problems_with",
    "reasons_of",
    "reference",
    "report",
    "spot_of",
    "unlogged",
    "with_pages_of",
    "with_search",
    "written_record",
]
