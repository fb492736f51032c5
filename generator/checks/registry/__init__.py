"""What a check is, what it finds, and what is kept of what it found."""

from generator.checks.registry.allowed import not_allowed, unknown_rules
from generator.checks.registry.check import Check, enforces, enforces_by_record
from generator.checks.registry.findings import Finder, Finding, Findings

__all__ = [
    "Check",
    "Finder",
    "Finding",
    "Findings",
    "enforces",
    "enforces_by_record",
    "not_allowed",
    "unknown_rules",
]
