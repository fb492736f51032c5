"""All rules across records, the fact check against the passages, and coverage."""

from generator.checks.claims import claims_of, uncited_texts
from generator.checks.coverage import Checked, Coverage, checked_in, coverage_of
from generator.checks.meaning.rules import remarks_on_meaning
from generator.checks.reading.rules import against_texts
from generator.checks.registry import Findings
from generator.checks.run import check_records, open_archive, problems_in_theme
from generator.checks.texts import remarks_on

__all__ = [
    "Checked",
    "Coverage",
    "Findings",
    "against_texts",
    "check_records",
    "checked_in",
    "claims_of",
    "coverage_of",
    "open_archive",
    "problems_in_theme",
    "remarks_on",
    "remarks_on_meaning",
    "uncited_texts",
]
